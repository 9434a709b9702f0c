// Refs read from their files: HEAD, one file a ref, `packed-refs`. No library's: theirs follow "../" wherever it leads.

import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../../../text/failure.ts";
import type { Oid, Ref } from "../objects.ts";
import type { Repository } from "../repository.ts";
import { isOid, isStoredRefName } from "../revision.ts";

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

export function keepsRefsInFiles({ commonDir }: Repository): boolean {
  return statSync(join(commonDir, "reftable"), { throwIfNoEntry: false }) === undefined;
}

/** Reads anew each time it is asked. Failure "git-missing" where refs are kept in tables. */
export function refFiles(repository: Repository): RefFiles {
  const { gitDir, commonDir } = repository;
  if (!keepsRefsInFiles(repository))
    throw new Failure("git-missing", "this repository keeps its refs in tables, which only the git program can read", {
      hint: "install git",
    });
  const folderOf = (name: string) => (perWorkTree.test(name) ? gitDir : commonDir);
  const read = (name: string, packed: (name: string) => Oid | null): Oid | null => {
    let at = name;
    for (let steps = 0; steps <= maxSteps; steps += 1) {
      if (!isStoredRefName(at)) return null;
      const text = textOf(join(folderOf(at), at));
      if (text === null) return packed(at);
      const target = /^ref:\s*(\S.*?)\s*$/.exec(text)?.[1];
      if (target === undefined) return /^([0-9a-f]{40}(?:[0-9a-f]{24})?)(?:\s|$)/.exec(text)?.[1] ?? null;
      at = target;
    }
    return null;
  };
  return {
    // What has just left its own file is in the packed ones: those are read after it.
    read: (name) => read(name, (at) => packedRef(packedText(commonDir), at)),
    list: (prefix) => {
      const folder = prefix.replace(/\/$/, "");
      const loose = new Set<string>();
      for (const place of new Set([commonDir, gitDir])) {
        for (const name of looseNames(place, folder)) if (folderOf(name) === place) loose.add(name);
      }
      const packed = new Map(packedBelow(packedText(commonDir), folder));
      return [...new Set([...loose, ...packed.keys()])]
        .filter((name) => (name.startsWith(`${folder}/`) || name === prefix) && isStoredRefName(name))
        .sort(compareBytes)
        .flatMap((name) => {
          // What had a file of its own a moment ago may have been packed meanwhile.
          const oid = loose.has(name)
            ? read(name, (at) => packedRef(packedText(commonDir), at))
            : (packed.get(name) ?? null);
          return oid === null ? [] : [{ name, oid }];
        });
    },
  };
}

// A review host packs hundreds of thousands of refs: what is asked for is searched in the text, which need not be taken apart.

function packedText(commonDir: string): string {
  return textOf(join(commonDir, "packed-refs")) ?? "";
}

function packedRef(text: string, name: string): Oid | null {
  const at = text.indexOf(` ${name}\n`);
  const oid = at === -1 ? "" : text.slice(text.lastIndexOf("\n", at) + 1, at);
  return isOid(oid) ? oid : null;
}

function* packedBelow(text: string, folder: string): Iterable<readonly [name: string, oid: Oid]> {
  for (let at = text.indexOf(` ${folder}`); at !== -1; at = text.indexOf(` ${folder}`, at + 1)) {
    const end = text.indexOf("\n", at);
    const oid = text.slice(text.lastIndexOf("\n", at) + 1, at);
    if (isOid(oid)) yield [text.slice(at + 1, end === -1 ? undefined : end), oid];
  }
}

function* looseNames(folder: string, path: string): Iterable<string> {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(folder, path), { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") yield path;
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

function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
