// What a working tree has edited: of a large one git's many threads stand back for the one that looks at folders.

import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { getPriority } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dirtyPaths } from "../../src/tracker/dirty-paths.ts";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { objectReader } from "../../src/tracker/git/reader.ts";
import { findRepository } from "../../src/tracker/git/repository.ts";
import { git, gitEnvironment, newFolder, newRepository, writeFiles } from "../support/folder.ts";

/** What is dirty, and how much the git that compares stood back meanwhile. */
async function compared(folder: string) {
  const place = newFolder();
  const program = join(place, "git");
  const told = join(place, "niceness");
  // It looks once it has surely been told.
  writeFileSync(program, `#!/bin/sh\ncase "$*" in *diff-index*) sleep 0.5; nice > ${told};; esac\nexec git "$@"\n`);
  chmodSync(program, 0o755);
  const repository = findRepository(folder);
  if (!repository) throw new Error("no repository");
  const run = { repository, git: { ...gitProgram(gitEnvironment), program } };
  const paths = await dirtyPaths(run, await objectReader(run));
  return { paths, niceness: Number(readFileSync(told, "utf8")) };
}

test.skipIf(process.platform === "win32")(
  "of a large tracker git stands back, of a small one it does not",
  async () => {
    const own = getPriority();
    const folder = newRepository({ "tracker.yaml": "format: 1\n" });
    writeFiles(folder, { "tracker.yaml": "format: 2\n" });
    expect(await compared(folder)).toEqual({ paths: ["tracker.yaml"], niceness: own });
    const blob = git(folder, ["rev-parse", "HEAD:tracker.yaml"]).trim();
    const entries = Array.from({ length: 15_000 }, (_, at) => `100644 ${blob}\tstories/${at}/story.md\n`).join("");
    git(folder, ["update-index", "--index-info"], {}, entries);
    expect(await compared(folder)).toEqual({ paths: ["tracker.yaml"], niceness: Math.max(own, 15) });
  },
);

test("a file that git would commit as it is is not edited, whatever its lines end with here", async () => {
  const texts = { "a.md": "one\ntwo\n", "b.md": "one\ntwo\n", "c.md": "one\n" };
  const folder = newRepository({ ".gitattributes": "* text=auto eol=lf\n", ...texts });
  const repository = findRepository(folder);
  if (!repository) throw new Error("no repository");
  const run = { repository, git: gitProgram(gitEnvironment) };
  writeFiles(folder, { "a.md": "one\r\ntwo\r\n", "b.md": "one\r\nthree\r\n" });
  expect(await dirtyPaths(run, await objectReader(run))).toEqual(["b.md"]);
});
