// A push that waits in quarantine is seen by the repository it was pushed to, and by no other.

import { mkdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { gitObjects } from "../../src/tracker/git/git-objects.ts";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { findRepository } from "../../src/tracker/git/repository.ts";
import { commit, git, newFolder, newRepository } from "../support/folder.ts";

const folderName = "tmp_objdir-incoming-aB3dE9";

/** A repository, and a commit that is nowhere but in a folder beside its objects, as git lays it while a hook runs. */
function waiting(at = newFolder(), name = folderName): { folder: string; quarantine: string; pushed: string } {
  const folder = join(at, "tracker");
  renameSync(newRepository({ "a.md": "one\n" }), folder);
  const quarantine = join(folder, ".git", "objects", name);
  mkdirSync(quarantine, { recursive: true });
  const tree = git(folder, ["rev-parse", "HEAD^{tree}"]).trim();
  const pushed = git(folder, ["commit-tree", tree, "-m", "Pushed"]).trim();
  mkdirSync(join(quarantine, pushed.slice(0, 2)));
  const loose = join(pushed.slice(0, 2), pushed.slice(2));
  renameSync(join(folder, ".git", "objects", loose), join(quarantine, loose));
  return { folder, quarantine, pushed };
}

function resolveIn(folder: string, quarantine: string, revision: string): Promise<string> {
  const repository = findRepository(folder);
  if (!repository) throw new Error("no repository");
  const variables = {
    PATH: process.env.PATH,
    GIT_QUARANTINE_PATH: quarantine,
    GIT_OBJECT_DIRECTORY: quarantine,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: quarantine,
  };
  return gitObjects({ git: gitProgram(variables), repository }).resolve(revision);
}

describe("what waits", () => {
  test.each([folderName, "incoming-aB3dE9"])("is seen in its own repository, as %s", async (name) => {
    const { folder, quarantine, pushed } = waiting(newFolder(), name);
    expect(await resolveIn(folder, quarantine, pushed)).toBe(pushed);
  });

  test("is seen in a folder with a colon, a quote and a backslash in its name", async () => {
    const at = join(newFolder(), 'a:b"c\\d');
    mkdirSync(at);
    const { folder, quarantine, pushed } = waiting(at);
    expect(await resolveIn(folder, quarantine, pushed)).toBe(pushed);
  });

  test("is seen from a linked work tree, whose objects are the same", async () => {
    const { folder, quarantine, pushed } = waiting();
    git(folder, ["worktree", "add", "--quiet", "--detach", "../linked"]);
    expect(await resolveIn(join(folder, "..", "linked"), quarantine, pushed)).toBe(pushed);
  });
});

describe("is not seen", () => {
  const unseen = (folder: string, quarantine: string, pushed: string) =>
    expect(resolveIn(folder, quarantine, pushed)).rejects.toMatchObject({ code: "unknown-revision" });

  test("in another repository, whatever its hook's variables say", async () => {
    const { quarantine, pushed } = waiting();
    await unseen(newRepository({ "b.md": "two\n" }), quarantine, pushed);
  });

  test("through a link inside the repository that leads out of it", async () => {
    const { quarantine, pushed } = waiting();
    const other = newRepository({ "b.md": "two\n" });
    const link = join(other, ".git", "objects", folderName);
    symlinkSync(quarantine, link);
    await unseen(other, link, pushed);
  });

  test.each(["somewhere-aB3dE9", "incoming-..", "info", "xincoming-aB3dE9"])(
    "in a folder that git does not call so: %s",
    async (name) => {
      const { folder, quarantine, pushed } = waiting();
      const renamed = join(folder, ".git", "objects", name);
      if (name !== "incoming-.." && name !== "info") renameSync(quarantine, renamed);
      await unseen(folder, renamed, pushed);
    },
  );

  test("deeper than right inside the objects, or when it is a file", async () => {
    const { folder, quarantine, pushed } = waiting();
    const deep = join(folder, ".git", "objects", "info", folderName);
    mkdirSync(join(deep, ".."), { recursive: true });
    renameSync(quarantine, deep);
    await unseen(folder, deep, pushed);
    const file = join(folder, ".git", "objects", "incoming-aB3dE9");
    writeFileSync(file, "");
    await unseen(folder, file, pushed);
  });
});

test("an ordinary repository with a quarantine of somewhere else reads as ever", async () => {
  const { quarantine } = waiting();
  const folder = newRepository();
  const head = commit(folder, { "b.md": "two\n" });
  expect(await resolveIn(folder, quarantine, "HEAD")).toBe(head);
});
