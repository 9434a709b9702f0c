// A disclosure's commit on the public branch: one step after the other, each of which may be the last before a kill, and is found done or undone.

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Failure } from "../text/failure.ts";
import { limits } from "../text/limits.ts";
import { applyToWorktree, type FileChange } from "../tracker/change.ts";
import { moveRef, type Person, writeCommit } from "../tracker/commit-change.ts";
import { commitFiles } from "../tracker/commit-files.ts";
import type { ObjectReader, Oid } from "../tracker/git/objects.ts";
import { type GitRun, gitText, runGit } from "../tracker/git/process.ts";
import { isOid } from "../tracker/git/revision.ts";
import { finishInterrupted } from "../tracker/write-room.ts";

/** Where the public commit goes. */
export interface Ground {
  readonly run: GitRun;
  readonly objects: ObjectReader;
  /** The branch that is checked out, or the one that a bare repository's HEAD names. */
  readonly ref: string;
  readonly head: Oid;
}

/** What is on its way, remembered in the restricted repository: nothing of it stands in the public one before the commit does. */
export interface Underway {
  readonly commit: Oid;
  readonly ref: string;
  /** All that the commit makes public. */
  readonly stories: readonly number[];
}

export async function groundOf(run: GitRun, objects: ObjectReader): Promise<Ground> {
  const { output, code } = await runGit(run, ["symbolic-ref", "--quiet", "HEAD"], { expect: [0, 1] });
  if (code !== 0)
    throw new Failure("detached-head", "the public clone is not on a branch", { hint: "git switch main" });
  return { run, objects, ref: output.toString("utf8").trim(), head: await objects.resolve("HEAD") };
}

export interface Wish {
  readonly files: readonly FileChange[];
  readonly message: string;
  readonly author: Person;
  readonly committer: Person;
  /** Seconds since 1970. */
  readonly now: number;
}

/** Writes the commit's objects; nothing points at them yet. */
export function writeDisclosure(ground: Ground, wish: Wish): Promise<Oid> {
  const { files, message, author, committer, now } = wish;
  const change = { files, message };
  return writeCommit(ground, {
    change,
    parent: ground.head,
    tree: null,
    message,
    author,
    authored: now,
    committer,
    committed: now,
  });
}

/** Moves the branch to the commit, where it is not there yet, and brings a checkout to what it says. */
export async function land(ground: Ground, commit: Oid): Promise<void> {
  const { run, objects, ref, head } = ground;
  const { parents } = await objects.commit(commit);
  if (head === parents[0]) await moveRef(run, ref, commit, head);
  await showInCheckout(ground, commit);
}

/** Whether the public branch has this commit. */
export async function hasLanded({ run, objects, head }: Ground, { commit }: Underway): Promise<boolean> {
  if (!(await objects.commit(commit).catch(() => null))) return false;
  const { code } = await runGit(run, ["merge-base", "--is-ancestor", commit, head], { expect: [0, 1] });
  return code === 0;
}

/** The commits that brought a file to this path of the branch, the last one first, with what they brought. */
export async function bringersOf(
  { run, objects, head }: Ground,
  path: string,
): Promise<readonly { readonly commit: Oid; readonly bytes: Uint8Array }[]> {
  const args = ["log", "--format=%H", "--diff-filter=A", "--no-renames", "--full-history", head, "--", path];
  const brought: { commit: Oid; bytes: Uint8Array }[] = [];
  for (const commit of (await gitText(run, args)).split("\n").filter(isOid)) {
    const there = await commitFiles(objects, commit).readPath(path, limits.fileBytes);
    if (there?.bytes) brought.push({ commit, bytes: there.bytes });
  }
  return brought;
}

/** The commit's own files on disk and in git's index; what somebody has made of them since stays. */
async function showInCheckout({ run, objects }: Ground, commit: Oid): Promise<void> {
  const { workTree, sparse } = run.repository;
  if (workTree === null || sparse) return;
  // What an earlier run was killed in the middle of writing is written first: then it need not be written again.
  await finishInterrupted(workTree);
  const { parents } = await objects.commit(commit);
  const files: FileChange[] = [];
  const entries: string[] = [];
  for await (const batch of objects.changes(parents[0] ?? null, commit)) {
    for (const { path, after } of batch) {
      if (!after) continue;
      entries.push(`${after.mode} ${after.oid} 0\t${path}\0`);
      if (existsSync(join(workTree, path))) continue;
      for await (const [blob] of objects.blobs([[after.oid]], 1 << 28))
        if (blob?.bytes) files.push({ path, before: null, after: blob.bytes });
    }
  }
  await applyToWorktree(workTree, { files, message: "" });
  const known = await gitText(run, ["ls-files", "-z"], { inWorkTree: true });
  const names = new Set(known.split("\0"));
  const missing = entries.filter((entry) => !names.has(entry.slice(entry.indexOf("\t") + 1, -1)));
  if (missing.length > 0) await addToIndex(run, missing.join(""));
}

/**
 * Git's index with more entries. It is made beside the real one and put in its place at once: a kill leaves no lock behind that
 * somebody would have to take away by hand.
 */
async function addToIndex(run: GitRun, entries: string): Promise<void> {
  const { gitDir } = run.repository;
  const [index, fresh] = [join(gitDir, "index"), join(gitDir, "storytree-index")];
  for (const left of [fresh, `${fresh}.lock`]) rmSync(left, { force: true });
  if (existsSync(index)) copyFileSync(index, fresh);
  const git = { ...run.git, environment: { ...run.git.environment, GIT_INDEX_FILE: fresh } };
  await runGit({ ...run, git }, ["update-index", "-z", "--index-info"], { input: entries });
  if (existsSync(`${index}.lock`))
    throw new Failure("index-locked", "git is at work in the public clone", {
      hint: "when it is done, run the command again: it finishes what was begun",
    });
  renameSync(fresh, index);
}

/** Remembers what is on its way: all of it, or nothing. */
export function remember(folder: string, underway: Underway): void {
  mkdirSync(folder, { recursive: true });
  const place = join(folder, `${underway.commit}.json`);
  writeFileSync(`${place}.new`, JSON.stringify(underway));
  renameSync(`${place}.new`, place);
}

/** Everything that was on its way when earlier runs ended. */
export function remembered(folder: string): readonly Underway[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .flatMap((name) => {
      try {
        const found = JSON.parse(readFileSync(join(folder, name), "utf8")) as Underway;
        return isOid(found.commit) && Array.isArray(found.stories) ? [found] : [];
      } catch {
        return [];
      }
    });
}

export function forget(folder: string, { commit }: Underway): void {
  rmSync(join(folder, `${commit}.json`), { force: true });
}
