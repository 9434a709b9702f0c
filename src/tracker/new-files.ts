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
    const isWorthIt = asked.size > worthKeeping;
    const [files, unknown] = await Promise.all([
      filesAmong(run, options, [...asked]),
      isWorthIt ? unknownTo(run, options, [...folders, "--", ...asked]) : [],
    ]);
    return answer(run, head, isWorthIt ? again.seen : null, { files, unknown });
  }
  const [unknown, seen] = await Promise.all([
    unknownTo(run, options, folders),
    head === null ? null : walkFolders(repository, margin),
  ]);
  // What is ignored is remembered like the rest: what .gitignore says is asked each time.
  const files = await filesAmong(run, options, unknown);
  return answer(run, head, seen && seen.folders.length >= few ? seen : null, { files, unknown });
}

/** Whole folders of which git knows nothing are told as such; those without a file are none of its business. */
const folders = ["--directory", "--no-empty-directory"];

interface Found {
  /** The files to look at. */
  readonly files: readonly string[];
  /** All that git does not know, what it was told to ignore as well; a whole folder ends in "/". */
  readonly unknown: readonly string[];
}

/** `seen` null: nothing is worth remembering. */
function answer(run: GitRun, head: Oid | null, seen: Seen | null, { files, unknown }: Found): NewFiles {
  return {
    paths: files,
    keep(dirty) {
      if (seen && head !== null)
        keepKnown(run.repository, { head, others: [...new Set([...unknown, ...dirty])], ...seen });
    },
  };
}

/** Among paths that git may not know, the files that it neither knows nor ignores. */
async function filesAmong(run: GitRun, options: CollectOptions, paths: readonly string[]): Promise<readonly string[]> {
  if (paths.length === 0) return [];
  return unknownTo(run, options, ["--exclude-standard", "--", ...(paths.length > most ? [] : paths)]);
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
