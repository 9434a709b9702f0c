// Needles looked for in a haystack: what of it is private, what sort it is, and where.

import type { Piece } from "./haystack.ts";
import { textsOf } from "./haystack.ts";
import type { Needles, Sort } from "./needles.ts";
import { numbersIn, runHash, runsOf, wordsOf } from "./words.ts";

export interface Leak {
  readonly place: string;
  readonly sort: Sort;
  /** What was found; of a run of words its hash. */
  readonly value: string;
}

/** Each value once for a place. */
export async function* findLeaks(pieces: AsyncIterable<Piece>, needles: Needles): AsyncIterable<Leak> {
  for await (const { place, bytes, oid, unread } of pieces) {
    const found = new Map<string, Leak>();
    const note = (sort: Sort, value: string) => found.set(`${sort} ${value}`, { place, sort, value });
    if (unread !== undefined) note("packed file", unread);
    if (oid !== undefined && needles.hashes.has(oid)) note("hash", oid);
    for (const text of textsOf(bytes)) {
      const lower = text.toLowerCase();
      for (const word of wordsOf(lower)) {
        if (needles.words.has(word)) note("word", word);
        else if (needles.hashes.has(word)) note("hash", word);
        if (needles.names.has(word)) note("file name", word);
      }
      for (const number of numbersIn(text)) if (needles.numbers.has(number)) note("number", number);
      for (const run of runsOf(lower)) if (needles.runs.has(run)) note("text", runHash(run));
      // A tree names its files and their ids in bytes that are no words.
      for (const [oid] of lower.matchAll(/\b[0-9a-f]{40,64}\b/g)) if (needles.hashes.has(oid)) note("hash", oid);
      for (const name of needles.names)
        if (!/^[\p{L}\p{N}._-]+$/u.test(name) && lower.includes(name)) note("file name", name);
    }
    if (needles.hashes.size > 0) for (const oid of entriesOf(bytes)) if (needles.hashes.has(oid)) note("hash", oid);
    yield* found.values();
  }
}

/** The ids in a git tree: a mode, a blank, a name, a zero byte, the id. */
function* entriesOf(bytes: Uint8Array): Iterable<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!/^(?:100644|100755|120000|40000|160000) /.test(buffer.toString("latin1", 0, 7))) return;
  for (let at = 0; at < buffer.length; ) {
    const end = buffer.indexOf(0, at);
    if (end === -1) return;
    yield buffer.toString("hex", end + 1, end + 21);
    at = end + 21;
  }
}
