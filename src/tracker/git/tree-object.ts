// A tree object's bytes, taken apart: mode, name and id of each entry.

import type { Oid, TreeEntry } from "./objects.ts";
import { pathFromBytes } from "./path-bytes.ts";

export interface TreeItem {
  /** As git writes it with six digits: "040000" is a folder. */
  readonly mode: string;
  readonly name: Buffer;
  readonly oid: Oid;
}

/** The entries in git's order; `idBytes` is 20, or 32 where ids are SHA-256. What is cut off is left out. */
export function treeItems(bytes: Buffer, idBytes: number): readonly TreeItem[] {
  const items: TreeItem[] = [];
  for (let at = 0; at < bytes.length; ) {
    const blank = bytes.indexOf(0x20, at);
    const nul = blank === -1 ? -1 : bytes.indexOf(0, blank + 1);
    if (nul === -1 || nul + idBytes >= bytes.length + 1) break;
    items.push({
      mode: bytes.toString("latin1", at, blank).padStart(6, "0"),
      name: bytes.subarray(blank + 1, nul),
      oid: bytes.toString("hex", nul + 1, nul + 1 + idBytes),
    });
    at = nul + 1 + idBytes;
  }
  return items;
}

/** An entry at a path, the folder's bytes before its own name. */
export function entryAt(folder: Buffer, { mode, name, oid }: TreeItem): TreeEntry {
  const path = folder.length === 0 ? name : Buffer.concat([folder, slash, name]);
  return { ...pathFromBytes(path), mode, oid };
}

const slash = Buffer.from("/");
