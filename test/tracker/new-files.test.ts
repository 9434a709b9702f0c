// New files of a large working tree: what is remembered of its folders never hides one.

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { objectReader } from "../../src/tracker/git/reader.ts";
import { findRepository } from "../../src/tracker/git/repository.ts";
import { readKnown } from "../../src/tracker/known-folders.ts";
import { newFiles } from "../../src/tracker/new-files.ts";
import { commit, git, gitEnvironment, newRepository, writeFiles } from "../support/folder.ts";
import { isThorough } from "../support/thorough.ts";

// A folder that changed in the last seconds is looked into in any case: here only what is remembered decides, as an hour later.
const atOnce = -3_600_000;

/** Enough folders to be worth remembering. */
function largeRepository(): string {
  const names = Array.from({ length: 1000 }, (_, at) => `stories/${at % 7}/${at}/story.md`);
  return newRepository({ "tracker.yaml": "format: 1\n", ...Object.fromEntries(names.map((name) => [name, "x\n"])) });
}

async function seen(folder: string, margin?: number): Promise<string[]> {
  const repository = findRepository(folder);
  if (!repository) throw new Error("no repository");
  const run = { repository, git: gitProgram(gitEnvironment) };
  const objects = await objectReader(run);
  const head = await objects.resolve("HEAD");
  const found = await newFiles(run, head, { inWorkTree: true }, margin);
  const changed = git(folder, ["diff-index", "--name-only", "-z", "HEAD"]).split("\0");
  const dirty = [...new Set([...found.paths, ...changed])].filter((path) => path !== "").sort();
  found.keep(dirty);
  return dirty;
}

/** What git says when it looks at everything. */
function gitSees(folder: string): string[] {
  const lines = [
    git(folder, ["diff-index", "--name-only", "-z", "HEAD"]),
    git(folder, ["ls-files", "--others", "--exclude-standard", "-z"]),
  ];
  return [...new Set(lines.join("\0").split("\0"))].filter((path) => path.trim() !== "").sort();
}

const places = ["stories/1/1", "stories/2/2/tasks", "stories/3/fresh", "stories", "empty", "kept out/deep", ""];
const names = ["story.md", "a.md", "b.md", "ignored.txt", ".gitignore"];

type Step = { readonly what: string; readonly place: string; readonly name: string };

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(
    ...[
      "write",
      "write",
      "write",
      "remove",
      "folder",
      "add",
      "commit",
      "back",
      "unstage",
      "forget",
      "rename",
      "nested",
    ],
  ),
  place: fc.constantFrom(...places),
  name: fc.constantFrom(...names),
});

function take(folder: string, { what, place, name }: Step): void {
  const path = join(place, name);
  const onDisk = join(folder, path);
  const quietly = (args: string[]) => git(folder, args);
  if (what === "write") {
    const text = name === ".gitignore" ? (existsSync(onDisk) ? "*.md\n" : "*.txt\nkept out/\n") : `${Math.random()}\n`;
    mkdirSync(dirname(onDisk), { recursive: true });
    writeFileSync(onDisk, text);
  } else if (what === "remove") rmSync(onDisk, { force: true });
  else if (what === "folder") mkdirSync(join(folder, place), { recursive: true });
  else if (what === "add") quietly(["add", "--all", "--force", "--", place === "" ? "tracker.yaml" : "stories"]);
  else if (what === "commit") quietly(["commit", "--quiet", "--allow-empty", "--message", "x"]);
  else if (what === "back") quietly(["reset", "--quiet", "--mixed", hasParent(folder) ? "HEAD~1" : "HEAD"]);
  else if (what === "unstage") quietly(["reset", "--quiet"]);
  else if (what === "forget")
    quietly(["rm", "--quiet", "--cached", "-r", "--ignore-unmatch", "--", place === "" ? "x" : place]);
  else if (what === "rename" && place !== "" && existsSync(join(folder, place))) {
    rmSync(join(folder, "moved"), { recursive: true, force: true });
    renameSync(join(folder, place), join(folder, "moved"));
  } else if (what === "nested" && !existsSync(join(folder, "nested"))) {
    git(folder, ["init", "--quiet", "nested"]);
    writeFiles(folder, { "nested/file.md": "n\n" });
  }
}

function hasParent(folder: string): boolean {
  return git(folder, ["rev-list", "--count", "HEAD"]).trim() !== "1";
}

test("what is remembered never hides or invents a file", { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      const folder = largeRepository();
      expect(await seen(folder, atOnce)).toEqual([]);
      for (const each of steps) {
        take(folder, each);
        expect(await seen(folder, atOnce), JSON.stringify(each)).toEqual(gitSees(folder));
        // The kernel's clock for files ticks every few milliseconds.
        await setTimeout(12);
      }
      rmSync(folder, { recursive: true, force: true });
    }),
    isThorough ? { numRuns: 150 } : { numRuns: 3, seed: 7 },
  );
});

test("is remembered, and looked at anew when it is damaged, of another work tree, or older than all commits", async () => {
  const folder = largeRepository();
  const repository = findRepository(folder);
  if (!repository) throw new Error("no repository");
  const file = join(folder, ".git/storytree/folders");
  expect(await seen(folder, atOnce)).toEqual([]);
  expect(readKnown(repository)?.folders).toHaveLength(1009);
  writeFiles(folder, { "stories/1/1/new.md": "n\n" });
  for (const damage of ["", "{}\n", readFileSync(file, "latin1").slice(0, 9000), "\n"]) {
    writeFileSync(file, damage, "latin1");
    expect(readKnown(repository)).toBeNull();
    expect(await seen(folder, atOnce)).toEqual(["stories/1/1/new.md"]);
    expect(readKnown(repository)?.others).toEqual(["stories/1/1/new.md"]);
  }
  const text = readFileSync(file, "latin1").replace(/"head":"[0-9a-f]{40}"/, `"head":"${"5".repeat(40)}"`);
  writeFileSync(file, text, "latin1");
  writeFiles(folder, { "stories/2/2/new.md": "n\n" });
  expect(await seen(folder, atOnce)).toEqual(["stories/1/1/new.md", "stories/2/2/new.md"]);
  expect(readKnown(repository)?.head).not.toBe("5".repeat(40));
});

test("a folder that changed a moment ago is looked into again, whatever its time says", async () => {
  const folder = largeRepository();
  const repository = findRepository(folder);
  if (!repository) throw new Error("no repository");
  await seen(folder);
  const times = [...(readKnown(repository)?.times ?? [])];
  expect(times.every((time) => time === 0)).toBe(true);
});

test("many new files at a time, and the same after a commit of them", async () => {
  const folder = largeRepository();
  await seen(folder, atOnce);
  const many = Array.from({ length: 900 }, (_, at) => `stories/${at % 7}/${at}/tasks/1.md`);
  writeFiles(folder, Object.fromEntries(many.map((path) => [path, "t\n"])));
  expect(await seen(folder, atOnce)).toEqual([...many].sort());
  commit(folder, {});
  expect(await seen(folder, atOnce)).toEqual([]);
});
