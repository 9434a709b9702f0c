// What `git diff-tree --raw -z` and `git log --raw -z` write, taken apart.

import type { TreeChange, TreeEntry } from "./objects.ts";
import { pathFromBytes } from "./path-bytes.ts";

/** One record: ":100644 100644 <before> <after> M" and the path that follows it. */
export function changeFrom(header: string, pathBytes: Buffer): TreeChange {
  // By place: histories have millions of these. Two modes of six digits, two ids of one length, a letter.
  const length = (header.length - 18) >> 1;
  const found = pathFromBytes(pathBytes.toString("latin1"));
  const entry = (modeAt: number, oidAt: number): TreeEntry | null => {
    if (header.startsWith("000000", modeAt)) return null;
    const mode = header.startsWith("100644", modeAt) ? "100644" : header.slice(modeAt, modeAt + 6);
    const oid = header.slice(oidAt, oidAt + length);
    return found.badPath ? { ...found, mode, oid } : { path: found.path, mode, oid };
  };
  return { path: found.path, before: entry(1, 15), after: entry(8, 16 + length) };
}
