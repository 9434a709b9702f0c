// A clone set up, and back: nothing of the user's own is touched, and nothing stays.

import { createHash } from "node:crypto";
import { appendFileSync, chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { newClone, newServer } from "../support/clones.ts";
import { commit, git, gitEnvironment, newFolder, projectRoot, writeFiles } from "../support/folder.ts";
import { newLargeServer } from "../support/large-tracker.ts";
import { push } from "../support/push.ts";
import { storytree } from "../support/terminal.ts";

const story = "stories/377/48213377/story.md";

beforeAll(() => {
  expect(existsSync(join(projectRoot, "dist", "storytree.js")), "build it first: npm run build").toBe(true);
});

/** A clone of the demo tracker whose user the tracker knows by their address. */
function clone(): string {
  const folder = newClone(newServer(), "checkout", "hugo");
  git(folder, ["config", "--unset", "storytree.person"]);
  return folder;
}

/** What set-up could have changed: git's configuration, and the hooks. */
function state(folder: string): readonly unknown[] {
  const hooks = join(folder, ".git", "hooks");
  const files = existsSync(hooks) ? readdirSync(hooks).sort() : [];
  return [
    readFileSync(join(folder, ".git", "config"), "utf8"),
    files.map((name) => [name, readFileSync(join(hooks, name), "utf8")]),
  ];
}

describe("storytree setup", () => {
  test("sets what fits, once, and takes exactly that back", async () => {
    const folder = clone();
    const before = state(folder);
    const variables = { ...gitEnvironment, GIT_AUTHOR_EMAIL: "hugo@lantern.example" };
    writeFiles(folder, {});
    const first = await storytree(folder, ["setup"], { variables });
    expect([first.exit, first.out]).toEqual([0, ""]);
    expect(first.err).toContain("storytree.person = hugo  (who you are here)\n");
    expect(first.err).toContain("a pre-push hook refuses what would break the tracker\n");
    const after = state(folder);
    expect(git(folder, ["config", "remote.origin.prune"])).toBe("true\n");
    expect(await storytree(folder, ["setup"], { variables })).toMatchObject({ exit: 0, err: "it is set up already\n" });
    expect(state(folder)).toEqual(after);
    const removed = await storytree(folder, ["setup", "--remove"], { variables });
    expect(removed).toMatchObject({ exit: 0, err: expect.stringContaining("the pre-push hook is gone") });
    expect(state(folder)).toEqual(before);
    expect((await storytree(folder, ["setup", "--remove"])).err).toBe("there is nothing to take back\n");
  });

  test("leaves alone what the user has set, before and since", async () => {
    const folder = clone();
    git(folder, ["config", "remote.origin.prune", "false"]);
    git(folder, ["config", "storytree.program", "/opt/storytree"]);
    await storytree(folder, ["setup"]);
    expect(git(folder, ["config", "--get-all", "remote.origin.prune"])).toBe("false\n");
    git(folder, ["config", "storytree.person", "ines"]);
    await storytree(folder, ["setup", "--remove"]);
    expect(git(folder, ["config", "storytree.person"])).toBe("ines\n");
    expect(git(folder, ["config", "storytree.program"])).toBe("/opt/storytree\n");
  });

  test("tells who is not known how to be", async () => {
    const { err } = await storytree(clone(), ["setup"]);
    expect(err).toContain('  next: say so with --as NAME or "git config storytree.person NAME"');
  });

  test("fetches proposals of others where a clone of one branch would not", async () => {
    const server = newServer();
    const folder = join(newFolder(), "one");
    git(newFolder(), ["clone", "--quiet", "--single-branch", `file://${server}`, folder]);
    git(server, ["branch", "proposal/11111111", "main"]);
    git(server, ["branch", "other", "main"]);
    await storytree(folder, ["setup"]);
    git(folder, ["fetch", "--quiet"]);
    const refs = git(folder, ["for-each-ref", "--format=%(refname)", "refs/remotes/origin/"]).trim().split("\n");
    expect(refs).toContain("refs/remotes/origin/proposal/11111111");
    expect(refs).not.toContain("refs/remotes/origin/other");
  });

  test("tells git of very many files, where they are on disk", async () => {
    const folder = join(newFolder(), "large");
    git(newFolder(), ["clone", "--quiet", "--no-checkout", newLargeServer(), folder]);
    await storytree(folder, ["setup"]);
    expect(git(folder, ["config", "--list", "--local"])).not.toContain("manyfiles");
    git(folder, ["read-tree", "HEAD"]);
    git(folder, ["checkout", "--quiet", "--", "tracker.yaml", "people"]);
    await storytree(folder, ["setup"]);
    expect(git(folder, ["config", "feature.manyFiles"])).toBe("true\n");
  });

  test("needs a clone", async () => {
    const folder = newFolder();
    writeFiles(folder, { "tracker.yaml": "format: 1\nname: X\n" });
    expect(await storytree(folder, ["setup"])).toMatchObject({
      exit: 2,
      err: expect.stringContaining("[not-a-repository]"),
    });
  });
});

describe("a hook that is there", () => {
  const own = "#!/bin/sh\necho mine\n";
  const place = (folder: string) => join(folder, ".git", "hooks", "pre-push");
  const put = (path: string, text: string) => {
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, text);
    chmodSync(path, 0o755);
  };

  test("of the user's own stays, and what to add is said", async () => {
    const folder = clone();
    put(place(folder), own);
    const { err } = await storytree(folder, ["setup"]);
    expect(err).toContain('"$(git config storytree.program || echo storytree)" hook pre-push "$@" || exit\n');
    expect(readFileSync(place(folder), "utf8")).toBe(own);
    const line = /^ {4}(.*pre-push.*)$/m.exec(err)?.[1];
    put(place(folder), `#!/bin/sh\n${line}\necho mine\n`);
    expect((await storytree(folder, ["setup"])).err).not.toContain("hook");
    commit(folder, { [story]: "no front matter\n" });
    expect(await push(folder, "origin", ["main"])).toMatchObject({
      accepted: false,
      said: expect.stringContaining("[broken-push]"),
    });
    await storytree(folder, ["setup", "--remove"]);
    expect(existsSync(place(folder))).toBe(true);
  });

  test("of an older version gives way, and goes with --remove; an edited one stays", async () => {
    const folder = clone();
    await storytree(folder, ["setup"]);
    const current = readFileSync(place(folder), "utf8");
    const older = current.replace("exec", "# An older version.\nexec");
    const asOlder = () => {
      put(place(folder), older);
      const hash = git(folder, ["config", "--get", "storytree.setup", "^hook "]).trim().split(" ").at(-1) ?? "";
      const config = readFileSync(join(folder, ".git", "config"), "utf8");
      writeFileSync(join(folder, ".git", "config"), config.replace(hash, sha256(older)));
    };
    asOlder();
    await storytree(folder, ["setup"]);
    expect(readFileSync(place(folder), "utf8")).toBe(current);
    asOlder();
    await storytree(folder, ["setup", "--remove"]);
    expect(existsSync(place(folder))).toBe(false);
    await storytree(folder, ["setup"]);
    appendFileSync(place(folder), "# and mine\n");
    const edited = readFileSync(place(folder), "utf8");
    expect((await storytree(folder, ["setup"])).err).toContain("has been edited since it was installed");
    expect((await storytree(folder, ["setup", "--remove"])).err).toContain("and stays: it is yours");
    expect(readFileSync(place(folder), "utf8")).toBe(edited);
  });

  test("core.hooksPath is followed where it is this clone's alone", async () => {
    const folder = clone();
    const hooks = newFolder();
    git(folder, ["config", "core.hooksPath", hooks]);
    await storytree(folder, ["setup"]);
    expect(readdirSync(hooks)).toEqual(["pre-push"]);
    commit(folder, { [story]: "no front matter\n" });
    expect(await push(folder, "origin", ["main"])).toMatchObject({ accepted: false });
    await storytree(folder, ["setup", "--remove"]);
    expect(readdirSync(hooks)).toEqual([]);
  });

  test("nothing is put into hooks that others share, or that are files of the tracker", async () => {
    const [hooks, config] = [newFolder(), join(newFolder(), "config")];
    writeFileSync(config, `[core]\n\thooksPath = ${hooks}\n`);
    const shared = await storytree(clone(), ["setup"], { variables: { ...gitEnvironment, GIT_CONFIG_GLOBAL: config } });
    expect(shared.err).toContain("not this clone's alone (core.hooksPath)");
    expect(readdirSync(hooks)).toEqual([]);
    const folder = clone();
    git(folder, ["config", "core.hooksPath", "hooks"]);
    expect((await storytree(folder, ["setup"])).err).toContain("core.hooksPath");
    expect(git(folder, ["status", "--porcelain"])).toBe("");
  });
});

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
