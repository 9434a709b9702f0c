// What an object is and how large, known before it is unpacked: what is above a cap never takes its room.

import { closeSync, openSync, readSync } from "node:fs";
import { constants, inflateSync } from "node:zlib";
import type { Oid } from "../objects.ts";
import type { ObjectStores, Pack } from "./object-stores.ts";

export type ObjectType = "commit" | "tree" | "blob" | "tag";

export interface ObjectHeader {
  readonly type: ObjectType;
  /** In bytes, unpacked. */
  readonly size: number;
}

/** The header of an object, or null when it is not here. Throws for what is damaged. */
export async function objectHeader(stores: ObjectStores, oid: Oid): Promise<ObjectHeader | null> {
  const loose = stores.looseFile(oid);
  if (loose) return looseHeader(loose);
  for (const pack of stores.packs()) {
    const offset = pack.index.offsetOf(oid);
    if (offset !== null) return packedHeader(stores, pack, await pack.bytes(), offset);
  }
  return null;
}

function looseHeader(path: string): ObjectHeader {
  const start = Buffer.alloc(256);
  const file = openSync(path, "r");
  try {
    const text = inflatedStart(start.subarray(0, readSync(file, start))).toString("latin1", 0, 64);
    const match = /^(commit|tree|blob|tag) (\d+)\0/.exec(text);
    if (!match) throw new Error("a loose object has no header");
    return { type: match[1] as ObjectType, size: Number(match[2]) };
  } finally {
    closeSync(file);
  }
}

const types: Readonly<Record<number, ObjectType>> = { 1: "commit", 2: "tree", 3: "blob", 4: "tag" };
const offsetDelta = 6;
const nameDelta = 7;

async function packedHeader(
  stores: ObjectStores,
  pack: Pack,
  bytes: Buffer,
  offset: number,
): Promise<ObjectHeader | null> {
  let size: number | null = null;
  for (let start = offset; ; ) {
    let at = start;
    let byte = byteAt(bytes, at++);
    const type = (byte >> 4) & 7;
    let length = byte & 15;
    for (let scale = 16; byte & 0x80; scale *= 128) {
      byte = byteAt(bytes, at++);
      length += (byte & 0x7f) * scale;
    }
    const plain = types[type];
    if (plain) return { type: plain, size: size ?? length };
    if (type === offsetDelta) {
      byte = byteAt(bytes, at++);
      let back = byte & 0x7f;
      while (byte & 0x80) {
        byte = byteAt(bytes, at++);
        back = (back + 1) * 128 + (byte & 0x7f);
      }
      size ??= deltaSize(bytes.subarray(at, at + 256));
      if (back < 1 || back > start) throw new Error("a delta in a pack has no base");
      start -= back;
    } else if (type === nameDelta) {
      const base = bytes.toString("hex", at, at + 20);
      size ??= deltaSize(bytes.subarray(at + 20, at + 276));
      const inside = pack.index.offsetOf(base);
      if (inside === null) {
        const header = await objectHeader(stores, base);
        return header && { type: header.type, size };
      }
      if (inside === offset) throw new Error("a delta in a pack is its own base");
      start = inside;
    } else throw new Error("a pack holds what no pack does");
  }
}

/** A delta begins with the size of its base and then its own. */
function deltaSize(packed: Buffer): number {
  const start = inflatedStart(packed);
  let at = 0;
  const size = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = byteAt(start, at++);
      value += (byte & 0x7f) * scale;
      if (!(byte & 0x80)) return value;
    }
  };
  size();
  return size();
}

function inflatedStart(packed: Buffer): Buffer {
  return inflateSync(packed, { finishFlush: constants.Z_SYNC_FLUSH });
}

function byteAt(bytes: Buffer, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw new Error("an object is cut off");
  return byte;
}
