import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commitPaths, configured, initRepository } from "../../src/tracker/porcelain.ts";
import { git, gitEnvironment, newFolder, newRepository } from "../support/folder.ts";

const fallback = { name: "Storytree", email: "storytree@localhost" };

test("a user's whole environment does not keep them from committing", async () => {
  const folder = newRepository({ "a.md": "a\n" });
  writeFileSync(join(folder, "a.md"), "A\n");
  const mine = {
    ...gitEnvironment,
    EDITOR: "vi",
    VISUAL: "vi",
    PAGER: "less",
    GIT_PAGER: "less",
    GIT_EDITOR: "vi",
    SSH_ASKPASS: "/bin/x",
    GIT_SSH_COMMAND: "ssh -x",
    PREFIX: "/usr",
    GIT_TRACE: "0",
    GIT_DIR: "/nowhere",
  };
  const oid = await commitPaths(folder, mine, ["a.md"], "Change a\n", { fallback });
  expect(git(folder, ["log", "-1", "--format=%H %an <%ae> %s"]).trim()).toBe(
    `${oid} Alice <alice@example.org> Change a`,
  );
});

test("only the paths that are named are committed, staged and odd ones included", async () => {
  const folder = newRepository({ "a.md": "a\n", ".gitignore": "*.log\n" });
  for (const name of ["a.md", "b.md", "-c.md", "d[1].md", "e.log"]) writeFileSync(join(folder, name), "new\n");
  git(folder, ["add", "b.md"]);
  await commitPaths(folder, gitEnvironment, ["-c.md", "d[1].md", "e.log"], "Add\n", { fallback });
  expect(git(folder, ["show", "--format=", "--name-only", "HEAD"]).trim().split("\n").sort()).toEqual([
    "-c.md",
    "d[1].md",
    "e.log",
  ]);
  expect(git(folder, ["status", "--porcelain"])).toContain("A  b.md");
});

test("without an identity the program's own stands in; a hook that refuses is heard", async () => {
  const folder = newFolder();
  const nobody = { PATH: process.env.PATH, HOME: "/nonexistent", GIT_CONFIG_NOSYSTEM: "1" };
  await initRepository(folder, nobody);
  writeFileSync(join(folder, "a.md"), "a\n");
  await commitPaths(folder, nobody, ["a.md"], "Open\n", { fallback });
  expect(git(folder, ["log", "-1", "--format=%an <%ae>"]).trim()).toBe("Storytree <storytree@localhost>");
  expect(await configured(folder, nobody, "user.email")).toBeUndefined();
  writeFileSync(join(folder, ".git", "hooks", "pre-commit"), "#!/bin/sh\necho 'not today' >&2\nexit 1\n", {
    mode: 0o755,
  });
  writeFileSync(join(folder, "a.md"), "b\n");
  await expect(commitPaths(folder, nobody, ["a.md"], "Again\n", { fallback })).rejects.toMatchObject({
    code: "git-failed",
    message: expect.stringContaining("not today"),
  });
});
