// A three-way merge of one file's bytes.

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type GitRun, runGit } from "./process.ts";

export interface MergedFile {
  /** Where both sides changed the same lines, ours stand in it. */
  readonly bytes: Uint8Array;
  readonly conflicts: boolean;
}

/** What `git merge` would make of one file that both sides changed. Files that are no text conflict as a whole. */
export async function mergeFile(
  run: GitRun,
  base: Uint8Array,
  ours: Uint8Array,
  theirs: Uint8Array,
): Promise<MergedFile> {
  const folder = await mkdtemp(join(tmpdir(), "storytree-merge-"));
  try {
    const [a, b, c] = ["ours", "base", "theirs"].map((name) => join(folder, name)) as [string, string, string];
    await Promise.all([writeFile(a, ours), writeFile(b, base), writeFile(c, theirs)]);
    const { code, output } = await runGit(run, ["merge-file", "-p", "--quiet", a, b, c], { expect: anyCount });
    if (code === 0) return { bytes: output, conflicts: false };
    if (code === notText) return { bytes: ours, conflicts: true };
    await runGit(run, ["merge-file", "--ours", "--quiet", a, b, c]);
    return { bytes: await readFile(a), conflicts: true };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const notText = 255;
/** The exit code counts the conflicts, up to 127. */
const anyCount = [...Array(128).keys(), notText];
