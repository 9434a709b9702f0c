// The folders of a working tree and when each last changed, kept in the git directory: a folder that has not changed has no new file.

import { randomBytes } from "node:crypto";
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Oid } from "./git/objects.ts";
import type { Repository } from "./git/repository.ts";
import { replaceFile } from "./replace-file.ts";

/** What was seen when git last looked for new files. */
export interface KnownFolders {
  readonly head: Oid;
  /** What was new then, or differed from that commit: files, and repositories of their own as folders that end in "/". */
  readonly others: readonly string[];
  /** Paths below the work tree's top, which is "". */
  readonly folders: readonly string[];
  /** Of each, its ctime in milliseconds, which nobody can set; 0 when it had changed so lately that it may again without showing it. */
  readonly times: Float64Array;
}

/** What a look has seen. */
export type Seen = Pick<KnownFolders, "folders" | "times">;

/** Milliseconds that a ctime may be behind: it is as coarse as the kernel's tick, or as the clock of a file server. */
export const coarseness = 2000;

/** So many folders are looked at before others get their turn. */
const turn = 10_000;

const format = "storytree folders 1";

/** Every folder of a work tree that git would look into; null where a name cannot be kept. */
export async function walkFolders(repository: Repository, margin: number): Promise<Seen | null> {
  const walk = newWalk(repository, margin);
  const waiting = [""];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    enter(walk, path);
    for (const { name, isFolder } of entriesOf(join(walk.workTree, path))) {
      if (isFolder && name !== ".git") waiting.push(path === "" ? name : `${path}/${name}`);
    }
    if (walk.folders.length % turn === 0) await setImmediate();
  }
  return walk.folders.every(isPlain) ? seenOn(walk) : null;
}

/**
 * Looks at every folder again: its new state, and the paths in folders that have changed, where alone there can be new files; null when
 * those are so many that looking at everything is as quick.
 */
export async function lookAgain(
  repository: Repository,
  known: KnownFolders,
  most: number,
  margin: number,
): Promise<{ readonly seen: Seen; readonly paths: readonly string[] } | null> {
  const walk = newWalk(repository, margin);
  const changed: string[] = [];
  for (let index = 0; index < known.folders.length; index += 1) {
    const path = known.folders[index] as string;
    const time = enter(walk, path);
    if (time !== null && (time !== known.times[index] || time === 0)) changed.push(path);
    if (changed.length > most) return null;
    if (index % turn === turn - 1) await setImmediate();
  }
  const before = new Set(changed.length > 0 ? known.folders : []);
  const paths: string[] = [];
  for (let path = changed.pop(); path !== undefined; path = changed.pop()) {
    for (const { name, isFolder } of entriesOf(join(walk.workTree, path))) {
      const inside = path === "" ? name : `${path}/${name}`;
      // A repository of its own is one thing to git.
      if (name === ".git") paths.push(...(path === "" ? [] : [`${path}/`]));
      else if (!isFolder) paths.push(inside);
      else if (!before.has(inside) && enter(walk, inside) !== null) changed.push(inside);
    }
    if (paths.length > most || !isPlain(path)) return null;
  }
  return { seen: seenOn(walk), paths };
}

interface Walk {
  readonly workTree: string;
  /** The earliest ctime that may stand for a later change as well. */
  readonly unsettled: number;
  readonly folders: string[];
  readonly times: number[];
}

function newWalk({ workTree, gitDir }: Repository, margin: number): Walk {
  return { workTree: workTree ?? "", unsettled: fileTime(gitDir) - margin, folders: [], times: [] };
}

function seenOn({ folders, times }: Walk): Seen {
  return { folders, times: Float64Array.from(times) };
}

/** What time it is for the file system that folders lie on, in milliseconds; where nothing can be written nothing is kept either. */
function fileTime(gitDir: string): number {
  const file = placeIn(gitDir);
  // Named as what `replaceFile` begins with, which sweeps up what a killed process leaves.
  const clock = `${file}.${process.pid}.${randomBytes(4).toString("hex")}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(clock, "");
    const { ctimeMs } = lstatSync(clock);
    rmSync(clock);
    return ctimeMs;
  } catch {
    return 0;
  }
}

/** Adds a folder that is there, and tells when it changed. */
function enter(walk: Walk, path: string): number | null {
  const found = lstatSync(path === "" ? walk.workTree : `${walk.workTree}/${path}`, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return null;
  const time = found.ctimeMs < walk.unsettled ? found.ctimeMs : 0;
  walk.folders.push(path);
  walk.times.push(time);
  return time;
}

function entriesOf(folder: string): { readonly name: string; readonly isFolder: boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      isFolder: entry.isDirectory(),
    }));
  } catch {
    // It is gone meanwhile, or may not be read: git sees nothing there either.
    return [];
  }
}

/** A line holds it, and its bytes are the text that they were read as. */
function isPlain(path: string): boolean {
  return !/[\n\ufffd]/.test(path);
}

/** What was kept of this work tree, or null. */
export function readKnown(repository: Repository): KnownFolders | null {
  try {
    const file = readFileSync(placeIn(repository.gitDir));
    const text = (from: number, to: number) => file.subarray(from, to).toString("utf8");
    const end = file.indexOf("\n");
    const { is, head, others, bytes, count } = JSON.parse(text(0, end));
    const times = file.subarray(end + 1 + bytes);
    const folders = text(end + 1, end + 1 + bytes).split("\n");
    if (is !== format || folders.length !== count || times.length !== 8 * count) return null;
    return { head, others, folders, times: new Float64Array(new Uint8Array(times).buffer) };
  } catch {
    // Missing, or somebody else's: looking at everything makes it anew.
    return null;
  }
}

/** Keeps it for the next time, where that is possible. */
export function keepKnown(repository: Repository, { head, others, folders, times }: KnownFolders): void {
  const text = Buffer.from(folders.join("\n"));
  const facts = { is: format, head, others, bytes: text.length, count: folders.length };
  try {
    const content = [Buffer.from(`${JSON.stringify(facts)}\n`), text, bytesOf(times)];
    replaceFile(placeIn(repository.gitDir), Buffer.concat(content));
  } catch {
    // It may not be written here.
  }
}

function bytesOf(times: Float64Array): Uint8Array {
  return new Uint8Array(times.buffer, times.byteOffset, times.byteLength);
}

/** Of each work tree its own: a linked one has a git directory of its own. */
function placeIn(gitDir: string): string {
  return join(gitDir, "storytree", "folders");
}
