// What git keeps in its index of each file in the work tree: which blob it had, and how it lay on disk then.

import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Oid } from "../objects.ts";
import { pathFromBytes } from "../path-bytes.ts";

export type Moment = readonly [seconds: number, nanoseconds: number];

export interface IndexEntry {
  readonly mode: string;
  readonly oid: Oid;
  /** When it was written and when anything about it changed: seconds and nanoseconds since 1970, as the disk said. */
  readonly modified: Moment;
  readonly changed: Moment;
  /** In bytes, modulo 2^32. */
  readonly size: number;
  /** What its user promised not to change. */
  readonly assumed: boolean;
  /** Two sides of a merge have not been reconciled. */
  readonly unmerged: boolean;
}

export interface IndexFile {
  readonly entries: ReadonlyMap<string, IndexEntry>;
  /** When it was written, in milliseconds: of a file that is younger it cannot be sure. */
  readonly written: number;
  /** The tree that its entries make, where it says so. */
  readonly tree: Oid | null;
}

/** Null where there is none, or one of a form that this does not know: then files have to be read. */
export function readIndexFile(gitDir: string): IndexFile | null {
  const path = join(gitDir, "index");
  try {
    const written = statSync(path).mtimeMs;
    return parseIndex(readFileSync(path), written);
  } catch {
    return null;
  }
}

/** Versions 2 to 4; entries end in an id of twenty bytes. */
function parseIndex(bytes: Buffer, written: number): IndexFile | null {
  const version = bytes.readUInt32BE(4);
  if (bytes.toString("latin1", 0, 4) !== "DIRC" || version < 2 || version > 4) return null;
  const entries = new Map<string, IndexEntry>();
  let at = 12;
  let last: Buffer = Buffer.alloc(0);
  for (let left = bytes.readUInt32BE(8); left > 0; left -= 1) {
    const start = at;
    const flags = bytes.readUInt16BE(start + 60);
    const extended = (flags & 0x4000) !== 0;
    at = start + (extended ? 64 : 62);
    let name: Buffer;
    if (version === 4) {
      const { value: dropped, end } = variableInteger(bytes, at);
      const nul = bytes.indexOf(0, end);
      name = Buffer.concat([last.subarray(0, last.length - dropped), bytes.subarray(end, nul)]);
      at = nul + 1;
    } else {
      const nul = bytes.indexOf(0, at);
      name = bytes.subarray(at, nul);
      at = start + ((nul - start + 8) & ~7);
    }
    last = name;
    const mode = bytes
      .readUInt32BE(start + 24)
      .toString(8)
      .padStart(6, "0");
    // A folder in its stead: not all files are listed.
    if (mode === "040000") return null;
    entries.set(pathFromBytes(name.toString("latin1")).path, {
      mode,
      oid: bytes.toString("hex", start + 40, start + 60),
      modified: [bytes.readUInt32BE(start + 8), bytes.readUInt32BE(start + 12)],
      changed: [bytes.readUInt32BE(start), bytes.readUInt32BE(start + 4)],
      size: bytes.readUInt32BE(start + 36),
      assumed: (flags & 0x8000) !== 0 || (extended && (bytes.readUInt16BE(start + 62) & 0x4000) !== 0),
      unmerged: (flags & 0x3000) !== 0,
    });
  }
  const rest = extensions(bytes, at);
  // The greater part of a split index lies in another file.
  return rest === null ? null : { entries, written, tree: rest.tree };
}

function extensions(bytes: Buffer, start: number): { readonly tree: Oid | null } | null {
  let tree: Oid | null = null;
  for (let at = start; at + 8 <= bytes.length - 20; at += 8 + bytes.readUInt32BE(at + 4)) {
    const name = bytes.toString("latin1", at, at + 4);
    if (name === "TREE") tree = rootTree(bytes, at + 8);
    // Those in lower case change what the entries mean.
    else if (/^[^A-Z]/.test(name)) return null;
  }
  return { tree };
}

/** "\0<entries> <subtrees>\n<oid>"; the number is -1 once something has changed. */
function rootTree(bytes: Buffer, at: number): Oid | null {
  const line = bytes.indexOf(10, at);
  const isKnown = /^\0\d+ \d+$/.test(bytes.toString("latin1", at, line));
  return isKnown ? bytes.toString("hex", line + 1, line + 21) : null;
}

/** As in packs: seven bits a byte, the highest first, one added at each step. */
function variableInteger(bytes: Buffer, start: number): { readonly value: number; readonly end: number } {
  let at = start;
  let byte = bytes[at] ?? 0;
  let value = byte & 0x7f;
  while (byte & 0x80) {
    at += 1;
    byte = bytes[at] ?? 0;
    value = ((value + 1) << 7) | (byte & 0x7f);
  }
  return { value, end: at + 1 };
}
