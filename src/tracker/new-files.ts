// The files of a working tree that git does not know yet. Git looks into every folder to find them, and forgets what it saw; of folders
// that have not changed since it last looked, its answer is remembered.

import type { Oid } from "./git/objects.ts";
import { type CollectOptions, type GitRun, gitText } from "./git/process.ts";
import { coarseness, keepKnown, lookAgain, readKnown, type Seen, walkFolders } from "./known-folders.ts";

/** So many paths are asked for one by one; above, everything is looked at. */
const most = 500;
/** Asking for so many again and again takes longer than keeping the answer. */
const worthKeeping = 20;
/** Git looks into fewer folders than this in no time. */
const few = 1000;

/** What a look has found. */
export interface NewFiles {
  readonly paths: readonly string[];
  /** To be called with all paths that differ from the commit, new or not: remembers them for the next look. */
  keep(dirty: Iterable<string>): void;
}

/** Looks for files that are neither in the index nor ignored. `margin` as in `coarseness`. */
export async function newFiles(
  run: GitRun,
  head: Oid | null,
  options: CollectOptions,
  margin = coarseness,
): Promise<NewFiles> {
  const { repository } = run;
  const known = head === null ? null : readKnown(repository);
  const again = known && (await lookAgain(repository, known, most, margin));
  const gone = again && (await removedSince(run, known.head, head as Oid));
  const asked = gone && new Set([...again.paths, ...known.others, ...gone]);
  if (again && asked && asked.size <= most) {
    const found = await unknownOf(run, options, [...asked]);
    return answer(run, head, again.seen, found, asked.size > worthKeeping);
  }
  const all = unknownTo(run, options, ["--directory", "--no-empty-directory", "--"]);
  const [unknown, seen] = await Promise.all([all, head === null ? null : walkFolders(repository, margin)]);
  // What is ignored is remembered like the rest: what .gitignore says is asked each time.
  const found = await unknownOf(run, options, unknown);
  return answer(run, head, seen, found, seen !== null && seen.folders.length >= few);
}

interface Unknown {
  /** What git does not know, and among it what it was told to ignore; a whole folder ends in "/". */
  readonly all: readonly string[];
  /** The files to look at. */
  readonly files: readonly string[];
}

function answer(run: GitRun, head: Oid | null, seen: Seen | null, found: Unknown, isWorthIt: boolean): NewFiles {
  return {
    paths: found.files,
    keep(dirty) {
      if (isWorthIt && seen && head !== null)
        keepKnown(run.repository, { head, others: [...new Set([...found.all, ...dirty])], ...seen });
    },
  };
}

/** Of some paths, those that git does not know. */
async function unknownOf(run: GitRun, options: CollectOptions, paths: readonly string[]): Promise<Unknown> {
  if (paths.length === 0) return { all: [], files: [] };
  const isMany = paths.length > most;
  const some = ["--", ...(isMany ? [] : paths)];
  const [files, all] = await Promise.all([
    unknownTo(run, options, ["--exclude-standard", ...some]),
    isMany ? paths : unknownTo(run, options, ["--directory", "--no-empty-directory", ...some]),
  ]);
  return { files, all };
}

async function unknownTo(run: GitRun, options: CollectOptions, args: readonly string[]): Promise<string[]> {
  const found = await gitText(run, ["ls-files", "--others", "-z", ...args], options);
  return found.split("\0").filter((path) => path !== "");
}

/** What a commit had and another has not: it may still lie on disk, and is new there without its folder having changed. Null when that is not to be told. */
async function removedSince(run: GitRun, was: Oid, is: Oid): Promise<string[] | null> {
  if (was === is) return [];
  try {
    const args = ["diff-tree", "-r", "-z", "--name-only", "--no-renames", "--diff-filter=D", was, is, "--"];
    return (await gitText(run, args)).split("\0").filter((path) => path !== "");
  } catch {
    // The older one has been thrown away.
    return null;
  }
}
