// The index of a pack: which objects lie in it, and where.

import { Failure } from "../../../text/failure.ts";
import type { Oid } from "../objects.ts";

export interface PackIndex {
  readonly bytes: Buffer;
  /** Where in the pack an object begins, or null. */
  readonly offsetOf: (oid: Oid) => number | null;
  /** The ids in it that begin so; two characters at least. */
  readonly idsWith: (prefix: string) => readonly Oid[];
}

const magic = 0xff744f63;
const names = 8 + 256 * 4;

/** An index of version 2, the one git has written since 2008; Failure "git-missing" for an older one. */
export function packIndex(bytes: Buffer): PackIndex {
  if (bytes.length < names + 40 || bytes.readUInt32BE(0) !== magic || bytes.readUInt32BE(4) !== 2)
    throw new Failure("git-missing", "a pack of this repository has an index that only the git program can read", {
      hint: "install git, or run `git gc` where it is installed",
    });
  const count = bytes.readUInt32BE(names - 4);
  const offsets = names + count * 24;
  if (bytes.length < offsets + count * 4 + 40) throw new Failure("git-failed", "the index of a pack is cut off");
  const nameAt = (at: number): string => bytes.toString("hex", names + at * 20, names + at * 20 + 20);

  /** The first name that is not before `text`; the table in front says where names of one first byte lie. */
  const lowerBound = (text: string): number => {
    const first = Number.parseInt(text.slice(0, 2), 16);
    let low = first === 0 ? 0 : bytes.readUInt32BE(8 + (first - 1) * 4);
    let high = bytes.readUInt32BE(8 + first * 4);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (nameAt(middle) < text) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    bytes,
    offsetOf: (oid) => {
      const at = lowerBound(oid);
      return at < count && nameAt(at) === oid ? bytes.readUInt32BE(offsets + at * 4) : null;
    },
    idsWith: (prefix) => {
      const found: Oid[] = [];
      for (let at = lowerBound(prefix); at < count && nameAt(at).startsWith(prefix); at += 1) found.push(nameAt(at));
      return found;
    },
  };
}
