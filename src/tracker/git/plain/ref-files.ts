// Refs read from their files: HEAD, one file a ref, `packed-refs`. No library's: theirs follow "../" wherever it leads.

import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../../../text/failure.ts";
import type { Oid, Ref } from "../objects.ts";
import type { Repository } from "../repository.ts";
import { isStoredRefName } from "../revision.ts";

export interface RefFiles {
  /** What a full name ("HEAD", "refs/heads/main") stands for in the end, or null. */
  readonly read: (name: string) => Oid | null;
  /** As `git for-each-ref PREFIX`: all refs below a prefix that ends in "/", or the ref of that name and those below it. */
  readonly list: (prefix: string) => readonly Ref[];
}

/** Git follows as many symbolic refs. */
const maxSteps = 5;

// A linked work tree has its own of these; everything else is shared.
const perWorkTree = /^(?:[A-Z_]+$|refs\/(?:bisect|worktree|rewritten)\/)/;

/** Reads anew each time it is asked. Failure "git-missing" where refs are kept in tables. */
export function refFiles({ gitDir, commonDir }: Repository): RefFiles {
  if (statSync(join(commonDir, "reftable"), { throwIfNoEntry: false }))
    throw new Failure("git-missing", "this repository keeps its refs in tables, which only the git program can read", {
      hint: "install git",
    });
  const folderOf = (name: string) => (perWorkTree.test(name) ? gitDir : commonDir);
  const read = (name: string, packed: () => ReadonlyMap<string, Oid>): Oid | null => {
    let at = name;
    for (let steps = 0; steps <= maxSteps; steps += 1) {
      if (!isStoredRefName(at)) return null;
      const text = textOf(join(folderOf(at), at));
      if (text === null) return packed().get(at) ?? null;
      const target = /^ref:\s*(\S.*?)\s*$/.exec(text)?.[1];
      if (target === undefined) return /^([0-9a-f]{40})(?:\s|$)/.exec(text)?.[1] ?? null;
      at = target;
    }
    return null;
  };
  return {
    read: (name) =>
      read(
        name,
        once(() => packedRefs(commonDir)),
      ),
    list: (prefix) => {
      const packed = packedRefs(commonDir);
      const names = new Set(packed.keys());
      for (const folder of new Set([commonDir, gitDir])) {
        for (const name of looseNames(folder, "refs")) if (folderOf(name) === folder) names.add(name);
      }
      const wanted = (name: string) =>
        prefix.endsWith("/") ? name.startsWith(prefix) : name === prefix || name.startsWith(`${prefix}/`);
      return [...names]
        .filter((name) => wanted(name) && isStoredRefName(name))
        .sort(compareBytes)
        .flatMap((name) => {
          const oid = read(name, () => packed);
          return oid === null ? [] : [{ name, oid }];
        });
    },
  };
}

function packedRefs(commonDir: string): Map<string, Oid> {
  const refs = new Map<string, Oid>();
  for (const line of (textOf(join(commonDir, "packed-refs")) ?? "").split("\n")) {
    const match = /^([0-9a-f]{40}) (refs\/.+)$/.exec(line);
    if (match) refs.set(match[2] as string, match[1] as string);
  }
  return refs;
}

function* looseNames(folder: string, path: string): Iterable<string> {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(folder, path), { withFileTypes: true });
  } catch {
    return;
  }
  for (const entry of entries) {
    const name = `${path}/${entry.name}`;
    if (entry.isDirectory()) yield* looseNames(folder, name);
    else yield name;
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
