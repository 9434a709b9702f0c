// A tree object's bytes, taken apart: mode, name and id of each entry.

import type { Oid, TreeEntry } from "./objects.ts";
import { pathFromBytes } from "./path-bytes.ts";

/** Names and ids as their bytes, a character each: of a folder of a thousand, few entries are ever looked at. */
export interface TreeItem {
  /** As git writes it with six digits: "040000" is a folder. */
  readonly mode: string;
  readonly name: string;
  readonly id: string;
}

/** The entries in git's order; `idBytes` is 20, or 32 where ids are SHA-256. What is cut off is left out. */
export function treeItems(bytes: Buffer, idBytes: number): readonly TreeItem[] {
  const text = bytes.toString("latin1");
  const items: TreeItem[] = [];
  for (let at = 0; at < text.length; ) {
    const blank = text.indexOf(" ", at);
    const nul = blank === -1 ? -1 : text.indexOf("\0", blank + 1);
    const end = nul + 1 + idBytes;
    if (nul === -1 || end > text.length) break;
    const mode = text.slice(at, blank);
    items.push({
      mode: mode === "40000" ? "040000" : mode.padStart(6, "0"),
      name: text.slice(blank + 1, nul),
      id: text.slice(nul + 1, end),
    });
    at = end;
  }
  return items;
}

export function oidOf({ id }: TreeItem): Oid {
  return Buffer.from(id, "latin1").toString("hex");
}

/** A name inside a folder, both as their bytes; the top folder is "". */
export function inFolder(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

/** An entry at a path, the folder as its bytes. */
export function entryAt(folder: string, item: TreeItem): TreeEntry {
  return { ...pathFromBytes(inFolder(folder, item.name)), mode: item.mode, oid: oidOf(item) };
}
