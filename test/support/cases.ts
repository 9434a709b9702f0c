// The golden cases: a folder each, what it changes of base/, and what validation must say of it. A good case holds valid.txt.

import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { projectRoot, readFolder } from "./folder.ts";
import type { OddEntry } from "./memory-files.ts";

const here = join(projectRoot, "test", "validate");
const notes = ["expected.txt", "valid.txt", "tree.txt", "actor.txt"];

export const baseFiles: ReadonlyMap<string, Buffer> = readFolder(join(here, "base"));

export interface GoldenCase {
  readonly name: string;
  readonly folder: string;
  /** What is to be said; absent when nothing is. */
  readonly expected: string | undefined;
}

/** The cases of one sort: "cases" are trackers, "changes" are proposals. */
export function goldenCases(sort: "cases" | "changes"): readonly GoldenCase[] {
  return readdirSync(join(here, sort))
    .sort()
    .map((name) => {
      const folder = join(here, sort, name);
      return { name, folder, expected: readFolder(folder).get("expected.txt")?.toString() };
    });
}

/** The base with a folder laid over it; a file that is to be missing stands there as an empty one that ends in ".gone". */
export function overlaid(base: ReadonlyMap<string, Buffer>, folder: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>([...base, ...(existsSync(folder) ? readFolder(folder) : [])]);
  for (const note of notes) files.delete(note);
  for (const path of [...files.keys()].filter((each) => each.endsWith(".gone"))) {
    files.delete(path);
    files.delete(path.slice(0, -".gone".length));
  }
  return files;
}

/** Entries that cannot stand in a folder as they are: lines of mode, size (-1 cannot be read) and path in tree.txt. */
export function oddEntries(folder: string): Map<string, OddEntry> {
  const text = readFolder(folder).get("tree.txt")?.toString() ?? "";
  const lines = text.split("\n").filter((line) => line !== "");
  return new Map(
    lines.map((line) => {
      const [mode = "", size = "", path = ""] = line.split(" ");
      return [path, { mode, size: Number(size) }];
    }),
  );
}

/** Holds what was said to what is expected. `UPDATE_CASES=1` writes it instead: read the difference. */
export function holdToExpected({ folder, expected }: GoldenCase, said: string): void {
  const isValid = existsSync(join(folder, "valid.txt"));
  if (process.env.UPDATE_CASES && !isValid && said !== "") writeFileSync(join(folder, "expected.txt"), said);
  else {
    expect(expected !== undefined, "a case holds expected.txt or valid.txt, not both").toBe(!isValid);
    expect(expected).not.toBe("");
    expect(said).toBe(expected ?? "");
  }
}
