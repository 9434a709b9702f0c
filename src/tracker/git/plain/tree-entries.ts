// A tree object taken apart as git takes it: nothing is refused, sorted or made unique here, or a hostile tree would look tame.

import { Failure } from "../../../text/failure.ts";
import type { Oid } from "../objects.ts";

export interface RawEntry {
  /** A character a byte. */
  readonly name: string;
  /** As git understands it: "100644", "100755", "120000", "160000", "040000" a folder. */
  readonly mode: string;
  readonly oid: Oid;
}

export const folderMode = "040000";

/** The entries in the order they lie there. Failure "git-failed" for what is no tree, in git's words. */
export function treeEntries(oid: Oid, bytes: Buffer): RawEntry[] {
  const entries: RawEntry[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (bytes.length - at < 23 || bytes[bytes.length - 21] !== 0) throw damaged(oid, "too-short tree object");
    const blank = bytes.indexOf(32, at);
    const mode = bytes.toString("latin1", at, blank);
    if (blank === -1 || !/^[0-7]+$/.test(mode)) throw damaged(oid, "malformed mode in tree entry");
    const end = bytes.indexOf(0, blank);
    if (end === blank + 1) throw damaged(oid, "empty filename in tree entry");
    if (end === -1 || end + 21 > bytes.length) throw damaged(oid, "too-short tree file");
    entries.push({
      name: bytes.toString("latin1", blank + 1, end),
      mode: canonicalMode(Number.parseInt(mode, 8)),
      oid: bytes.toString("hex", end + 1, end + 21),
    });
    at = end + 21;
  }
  return entries;
}

function damaged(oid: Oid, what: string): Failure {
  return new Failure("git-failed", `the tree ${oid} cannot be read: ${what}`);
}

/** Git knows five modes; whatever else a tree says is taken for the nearest. */
function canonicalMode(mode: number): string {
  switch (mode & 0o170000) {
    case 0o100000:
      return mode & 0o100 ? "100755" : "100644";
    case 0o120000:
      return "120000";
    case 0o040000:
      return folderMode;
    default:
      return "160000";
  }
}

/** Where two entries stand in git's order: a folder as if its name ended in "/". */
export function compareEntries(a: RawEntry, b: RawEntry): number {
  const [x, y] = [orderName(a), orderName(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

function orderName({ name, mode }: RawEntry): string {
  return mode === folderMode ? `${name}/` : name;
}
