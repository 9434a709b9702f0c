// A commit written object by object is the one that git fast-import writes, to its id.

import { readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { moveRef, writeCommit } from "../../src/tracker/commit-change.ts";
import { gitObjects } from "../../src/tracker/git/git-objects.ts";
import type { ObjectReader } from "../../src/tracker/git/objects.ts";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { findRepository } from "../../src/tracker/git/repository.ts";
import { commit, git, newFolder, newRepository } from "../support/folder.ts";

const person = { name: "Zoë <O'Hara>", email: "zoe@lantern.example" };
const path = fc
  .array(fc.constantFrom("a", "a.b", "a-b", "a0", "b", "é"), { minLength: 1, maxLength: 3 })
  .map((names) => names.join("/"));
const content = fc.option(fc.constantFrom("", "one\n", "two\n", "no end"), { freq: 3 });

function groundOf(folder: string) {
  const repository = findRepository(folder);
  if (!repository) throw new Error("no repository");
  const run = { git: gitProgram({ PATH: process.env.PATH }), repository };
  return { run, objects: gitObjects(run) };
}

/** A new file on a commit. */
function oneFile(parent: string) {
  const change = { message: "", files: [{ path: "b.md", before: null, after: "two\n" }] };
  return { change, parent, tree: null, message: "x\n", author: person, authored: 1, committer: person, committed: 2 };
}

/** The same reader, of which nobody gets a tree: then git writes. */
function withoutTrees({ trees: _trees, ...objects }: ObjectReader): ObjectReader {
  return objects;
}

test.each(["sha1", "sha256"])(
  "any change of a few files gives the commit that git makes of it (%s)",
  async (format) => {
    const folder = newFolder();
    git(folder, ["init", "--quiet", "--initial-branch=main", `--object-format=${format}`]);
    commit(folder, { "a/a": "one\n", "a-b/b": "two\n", "a.b": "file\n", b: "b\n" });
    const ground = groundOf(folder);
    let parent = git(folder, ["rev-parse", "HEAD"]).trim();
    await fc.assert(
      fc.asyncProperty(fc.dictionary(path, content, { maxKeys: 4 }), async (files) => {
        // A path inside another one of the same change is no change that anybody plans.
        const paths = Object.keys(files).filter(
          (each) => !Object.keys(files).some((one) => each.startsWith(`${one}/`)),
        );
        const change = {
          message: "",
          files: paths.map((each) => ({ path: each, before: "?", after: files[each] ?? null })),
        };
        const wish = {
          change,
          parent,
          tree: null,
          message: "Éva\n\nbody",
          author: person,
          authored: 1,
          committer: person,
          committed: 2,
        };
        const oid = await writeCommit(ground, wish);
        expect(oid).toBe(await writeCommit({ ...ground, objects: withoutTrees(ground.objects) }, wish));
        parent = oid;
      }),
      { numRuns: 60, seed: 4 },
    );
    expect(git(folder, ["fsck", "--strict", "--no-dangling", parent])).toBe("");
    ground.objects.close();
  },
  60_000,
);

test("what is written is as git leaves it: read-only, nothing half done beside it", async () => {
  const folder = newRepository({ "a.md": "one\n" });
  const { run, objects } = groundOf(folder);
  const parent = git(folder, ["rev-parse", "HEAD"]).trim();
  const written = writeCommit({ run, objects }, oneFile(parent));
  await moveRef(run, "refs/heads/proposal/x", written, null);
  const oid = await written;
  expect(git(folder, ["rev-parse", "proposal/x"]).trim()).toBe(oid);
  const place = join(folder, ".git", "objects", oid.slice(0, 2));
  expect(statSync(join(place, oid.slice(2))).mode & 0o777).toBe(0o444);
  const all = readdirSync(join(folder, ".git", "objects"), { recursive: true, encoding: "utf8" });
  expect(all.filter((name) => name.includes("tmp_obj"))).toEqual([]);
  objects.close();
});

test("a repository that several users write to is left to git, which knows their modes", async () => {
  const folder = newRepository({ "a.md": "one\n" });
  git(folder, ["config", "core.sharedRepository", "group"]);
  const { run, objects } = groundOf(folder);
  const parent = git(folder, ["rev-parse", "HEAD"]).trim();
  const oid = await writeCommit({ run, objects }, oneFile(parent));
  const path = join(folder, ".git", "objects", oid.slice(0, 2), oid.slice(2));
  expect(statSync(path).mode & 0o777).toBe(0o444);
  expect(statSync(join(path, "..")).mode & 0o070).toBe(0o070);
  objects.close();
});

test("a commit that cannot be made moves nothing, and says why", async () => {
  const folder = newRepository({ "a.md": "one\n" });
  const { run, objects } = groundOf(folder);
  const failed = Promise.reject(new Error("the message could not be made"));
  await expect(moveRef(run, "refs/heads/proposal/x", failed, null)).rejects.toThrow("the message could not be made");
  expect(git(folder, ["for-each-ref", "refs/heads/proposal"])).toBe("");
  objects.close();
});

test("a branch that cannot be moved: it has moved, another git holds its lock, or what git says", async () => {
  const folder = newRepository({ "a.md": "one\n" });
  const { run, objects } = groundOf(folder);
  const head = git(folder, ["rev-parse", "HEAD"]).trim();
  const other = await writeCommit({ run, objects }, oneFile(head));
  await expect(moveRef(run, "refs/heads/main", other, other)).rejects.toMatchObject({ code: "concurrent-change" });
  await expect(moveRef(run, "refs/heads/main", other, null)).rejects.toMatchObject({ code: "concurrent-change" });
  await expect(moveRef(run, "refs/heads/gone", other, head)).rejects.toMatchObject({ code: "concurrent-change" });
  await expect(moveRef(run, "refs/heads/main/x", other, null)).rejects.toMatchObject({ code: "git-failed" });
  const lock = join(folder, ".git", "refs", "heads", "main.lock");
  writeFileSync(lock, "");
  await expect(moveRef(run, "refs/heads/main", other, head)).rejects.toMatchObject({
    code: "ref-locked",
    message: `another git holds "${lock}"`,
    hint: expect.stringContaining("delete that file"),
  });
  rmSync(lock);
  await moveRef(run, "refs/heads/main", other, head);
  expect(git(folder, ["rev-parse", "main"]).trim()).toBe(other);
  objects.close();
});
