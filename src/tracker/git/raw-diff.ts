// What `git diff-tree --raw -z` and `git log --raw -z` write, taken apart.

import type { TreeChange, TreeEntry } from "./objects.ts";
import { pathFromBytes } from "./path-bytes.ts";

/** One record: ":100644 100644 <before> <after> M" and the path that follows it. */
export function changeFrom(header: string, pathBytes: Buffer): TreeChange {
  const [beforeMode = "", afterMode = "", beforeOid = "", afterOid = ""] = header.slice(1).split(" ");
  const path = pathFromBytes(pathBytes);
  const entry = (mode: string, oid: string): TreeEntry | null => (/^0+$/.test(mode) ? null : { ...path, mode, oid });
  return { path: path.path, before: entry(beforeMode, beforeOid), after: entry(afterMode, afterOid) };
}
