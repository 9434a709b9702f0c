// Where a repository keeps its objects: its own folder and those it borrows from, as the only files that isomorphic-git ever sees.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { isAbsolute, join, resolve } from "node:path";
import { Failure } from "../../../text/failure.ts";
import { limits } from "../../../text/limits.ts";
import type { Oid } from "../objects.ts";
import type { Repository } from "../repository.ts";
import { type PackIndex, packIndex } from "./pack-index.ts";

/** Where isomorphic-git believes the repository is; nothing but objects is found below it. */
export const virtualGitDir = "/repository";

export interface Pack {
  readonly index: PackIndex;
  readonly bytes: () => Promise<Buffer>;
}

export interface ObjectStores {
  /** Every pack, those of this repository first. */
  readonly packs: () => readonly Pack[];
  /** The file of an object that lies by itself, or null. */
  readonly looseFile: (oid: Oid) => string | null;
  /** The ids of loose objects that begin so; two characters at least. */
  readonly looseIds: (prefix: string) => readonly Oid[];
  /** Looks anew where an object could have appeared since; true when something changed there. */
  readonly refresh: (oid: Oid) => boolean;
  /** A read-only file system in the form isomorphic-git takes. */
  readonly files: IsomorphicFiles;
}

type Refused = (...args: readonly unknown[]) => Promise<never>;

export interface IsomorphicFiles {
  readonly promises: Readonly<Record<"writeFile" | "mkdir" | "rmdir" | "unlink" | "readlink" | "symlink", Refused>> & {
    readonly readFile: (path?: string) => Promise<ArrayBuffer>;
    readonly readdir: (path: string) => Promise<string[]>;
    readonly stat: Refused;
    readonly lstat: Refused;
  };
}

/** The object folders of a repository; Failure "git-missing" for what only the git program can read. */
export function objectStores({ commonDir }: Repository): ObjectStores {
  const folders = withAlternates(join(commonDir, "objects"));
  const packFolders = folders.map((folder) => join(folder, "pack"));
  let packTimes = packFolders.map(changeTime).join();
  let packs = findPacks(packFolders, new Map());
  const fans = new Map<string, { readonly time: number; readonly names: ReadonlySet<string> }>();

  const looseNames = (folder: string, fan: string): ReadonlySet<string> => {
    const place = join(folder, fan);
    let known = fans.get(place);
    if (!known) {
      // The time first: what is written between the two is seen as a change.
      const time = changeTime(place);
      known = { time, names: new Set(namesIn(place)) };
      fans.set(place, known);
    }
    return known.names;
  };
  const looseFile = (oid: Oid): string | null => {
    const [fan, rest] = [oid.slice(0, 2), oid.slice(2)];
    const folder = folders.find((each) => looseNames(each, fan).has(rest));
    return folder === undefined ? null : join(folder, fan, rest);
  };
  const packOf = (path: string) => packs.get(path.slice(`${virtualGitDir}/objects/pack/`.length).replace(/\..*$/, ""));
  return {
    packs: () => [...packs.values()],
    looseFile,
    looseIds: (prefix) => {
      const found = folders.flatMap((folder) => [...looseNames(folder, prefix.slice(0, 2))]);
      const ids = found.map((rest) => prefix.slice(0, 2) + rest);
      return [...new Set(ids.filter((id) => /^[0-9a-f]{40}$/.test(id) && id.startsWith(prefix)))];
    },
    refresh: (oid) => {
      const places = folders.map((folder) => join(folder, oid.slice(0, 2)));
      const stale = places.filter((place) => fans.has(place) && fans.get(place)?.time !== changeTime(place));
      for (const place of stale) fans.delete(place);
      const times = packFolders.map(changeTime).join();
      if (times === packTimes) return stale.length > 0;
      packTimes = times;
      packs = findPacks(packFolders, packs);
      return true;
    },
    files: {
      promises: {
        readFile: async (path = "") => {
          const loose = /\/objects\/([0-9a-f]{2})\/([0-9a-f]{38})$/.exec(path);
          const file = loose && looseFile(`${loose[1]}${loose[2]}`);
          if (file) return arrayBufferOf(await readFile(file));
          const pack = packOf(path);
          if (pack && path.endsWith(".idx")) return arrayBufferOf(pack.index.bytes);
          if (pack && path.endsWith(".pack")) return arrayBufferOf(await pack.bytes());
          throw notThere();
        },
        readdir: async (path) =>
          path === `${virtualGitDir}/objects/pack` ? [...packs.keys()].map((name) => `${name}.idx`) : [],
        stat: refused,
        lstat: refused,
        writeFile: refused,
        mkdir: refused,
        rmdir: refused,
        unlink: refused,
        readlink: refused,
        symlink: refused,
      },
    },
  };
}

const refused: Refused = async () => {
  throw notThere();
};

/** One for all: isomorphic-git looks for each packed object as a file first, and a stack for each answer costs more than the look. */
const missing = Object.assign(new Error("no such file"), { code: "ENOENT" });

function notThere(): Error {
  return missing;
}

/** Its own memory where it has some: isomorphic-git copies buffers, and packs are large. */
function arrayBufferOf(bytes: Buffer): ArrayBuffer {
  const { buffer, byteOffset, length } = bytes;
  return byteOffset === 0 && length === buffer.byteLength
    ? (buffer as ArrayBuffer)
    : (buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer);
}

/** The object folders that `objects/info/alternates` names, and those that these name, five levels deep as git does. */
function withAlternates(folder: string, level = 0, seen: string[] = []): string[] {
  if (seen.includes(folder) || level > 5) return seen;
  seen.push(folder);
  for (const line of textOr(join(folder, "info", "alternates")).split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const path = line.startsWith('"') ? unquoted(line) : line;
    withAlternates(isAbsolute(path) ? resolve(path) : resolve(folder, path), level + 1, seen);
  }
  return seen;
}

function unquoted(text: string): string {
  return text.replace(/^"|"$/g, "").replace(/\\(["\\])/g, "$1");
}

/** The packs that lie there by their names; those known already are kept as they are. */
function findPacks(folders: readonly string[], known: ReadonlyMap<string, Pack>): Map<string, Pack> {
  const found = new Map<string, Pack>();
  for (const place of folders) {
    for (const name of namesIn(place)) {
      const stem = /^(pack-[0-9a-f]+)\.idx$/.exec(name)?.[1];
      if (stem !== undefined && !found.has(stem)) found.set(stem, known.get(stem) ?? packAt(join(place, stem)));
    }
  }
  return found;
}

/** A pack never changes under its name: a server that looks at its repository again and again reads none of them anew. */
const inUse = new Map<string, WeakRef<Pack>>();

function packAt(stem: string): Pack {
  const known = inUse.get(stem)?.deref();
  if (known) return known;
  const pack = readPackAt(stem);
  inUse.set(stem, new WeakRef(pack));
  return pack;
}

function readPackAt(stem: string): Pack {
  let index: PackIndex | undefined;
  let bytes: Promise<Buffer> | undefined;
  return {
    get index() {
      index ??= packIndex(readFileSync(`${stem}.idx`));
      return index;
    },
    bytes: () => {
      bytes ??= packBytes(`${stem}.pack`).catch((error) => {
        bytes = undefined;
        throw error;
      });
      return bytes;
    },
  };
}

async function packBytes(path: string): Promise<Buffer> {
  if ((await stat(path)).size > limits.packBytes)
    throw new Failure("git-missing", `a pack of this repository has more than ${limits.packBytes} bytes`, {
      hint: "install git: without it packs are read into memory whole",
    });
  return readFile(path);
}

/** When a folder last gained or lost an entry; 0 when it is not there. */
function changeTime(folder: string): number {
  return statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function textOr(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
