// Which paths of a working tree differ from its commit, which git does not know yet, and which it was told to ignore.

import { statSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../text/failure.ts";
import { withoutBuiltSites } from "./built-site.ts";
import { contentId, readRegular } from "./git/content-id.ts";
import type { ObjectReader, Oid } from "./git/objects.ts";
import { type CollectOptions, type GitRun, gitText, withoutFilters } from "./git/process.ts";
import { isInstalled } from "./git/program.ts";
import { newFiles } from "./new-files.ts";

/** Runs no filter of the repository's configuration: a path may be named whose content turns out to be the same. */
export async function dirtyPaths(run: GitRun, objects: ObjectReader): Promise<readonly string[]> {
  if (!isInstalled(run.git)) return (await import("./git/plain/work-tree.ts")).plainDirtyPaths(run, objects);
  const options = { inWorkTree: true, config: await withoutFilters(run) };
  const compare = [
    "diff-index",
    "--raw",
    "--no-abbrev",
    "-z",
    "--no-ext-diff",
    "--no-textconv",
    "--no-renames",
    "HEAD",
  ];
  const head = await objects.resolve("HEAD");
  const patient = { ...options, ...(isLarge(run) ? { niceness } : {}) };
  const [compared, found] = await Promise.all([gitText(run, compare, patient), newFiles(run, head, options)]);
  const changed = compared.split("\0");
  const dirty = new Set(withoutBuiltSites(found.paths));
  const differing = new Map<string, Oid>();
  for (let at = 0; at + 1 < changed.length; at += 2) {
    const [head = "", path = ""] = changed.slice(at, at + 2);
    const was = touchedIn(head);
    if (was && was.oid === idOf(run, path, was.mode)) continue;
    dirty.add(path);
    if (was?.mode.startsWith("100")) differing.set(path, was.oid);
  }
  for (const path of await sameToGit(run, differing, options)) dirty.delete(path);
  found.keep(dirty);
  return [...dirty];
}

/**
 * Git looks at many files with twenty threads, and this process at the folders with one, which the system would hardly let come to its
 * turn: so low they weigh as much as one thread together.
 */
const niceness = 15;

function isLarge({ repository }: GitRun): boolean {
  return (statSync(join(repository.gitDir, "index"), { throwIfNoEntry: false })?.size ?? 0) > 1_000_000;
}

/**
 * What a file was, where git knows no more than that somebody touched it, as of every file of a checkout that was copied: a look at it
 * settles whether it is still the same.
 */
function touchedIn(head: string): { readonly mode: string; readonly oid: Oid } | null {
  const [, mode = "", same, oid = "", after = ""] = /^:(\d{6}) (\1) (\S+) (\S+) M$/.exec(head) ?? [];
  return same === undefined || !/^0+$/.test(after) ? null : { mode, oid };
}

function idOf({ repository }: GitRun, path: string, mode: string): Oid | null {
  try {
    return contentId(join(repository.workTree ?? "", path), mode, repository.objectFormat);
  } catch {
    return null;
  }
}

/** Of files that hold a CR and the ids that they had, those that git would give these again: it may commit other ends of lines. */
async function sameToGit(run: GitRun, files: ReadonlyMap<string, Oid>, options: CollectOptions): Promise<string[]> {
  const paths = [...files.keys()].filter((path) => !path.includes("\n") && holdsCr(run, path));
  if (paths.length === 0) return [];
  const input = paths.map((path) => `${path}\n`).join("");
  const ids = await gitText(run, ["hash-object", "--stdin-paths"], { ...options, input }).catch(() => "");
  const now = ids.split("\n");
  return paths.filter((path, at) => now[at] === files.get(path));
}

function holdsCr({ repository }: GitRun, path: string): boolean {
  try {
    return readRegular(join(repository.workTree ?? "", path)).includes("\r");
  } catch {
    return false;
  }
}

/** Whether git keeps any file of a folder. */
export async function keepsAnyIn(run: GitRun, folder: string): Promise<boolean> {
  if (!isInstalled(run.git)) return (await import("./git/plain/work-tree.ts")).plainKeepsAnyIn(run, folder);
  try {
    return (await gitText(run, ["ls-files", "-z", "--", folder], { inWorkTree: true, cap: 65_536 })) !== "";
  } catch (error) {
    if (error instanceof Failure && error.code === "git-too-much") return true;
    throw error;
  }
}

/** What .gitignore leaves out; a folder ends in "/". */
export async function ignoredPaths(run: GitRun, objects: ObjectReader): Promise<ReadonlySet<string>> {
  if (!isInstalled(run.git)) return (await import("./git/plain/work-tree.ts")).plainIgnoredPaths(run, objects);
  const args = ["ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z"];
  const text = await gitText(run, args, { inWorkTree: true });
  return new Set(text.split("\0").filter((path) => path !== ""));
}
