// Rows by a field of several values, which lie in pairs: of a row, or of the whole story whose last row it is, and a value.

import { type Bits, bitsFor, either, setBit, wholeRuns } from "./bits.ts";
import type { Columns } from "./columns.ts";
import type { IdSet } from "./id-set.ts";

/** Rows that have a value of such a field, or whose story has: this one, one that is marked or in a set, or with null any at all. */
export function rowsListing(columns: Columns, field: string, wanted: number | Uint8Array | IdSet | null): Bits {
  const pairs = columns.pairs(field);
  const [ofStories, ofRows] = [bitsFor(columns.size), bitsFor(columns.size)];
  const take = (index: number) => {
    const at = pairs[index - 1] as number;
    setBit((at & 1) === 0 ? ofStories : ofRows, at >>> 1);
  };
  if (typeof wanted === "number") eachPairOf(pairs, wanted, take);
  else {
    const marked = wanted instanceof Uint8Array ? wanted : null;
    const set = marked === null ? (wanted as IdSet | null) : null;
    for (let index = 1; index < pairs.length; index += 2) {
      const value = pairs[index] as number;
      if (marked === null ? set === null || set.has(value) : marked[value] === 1) take(index);
    }
  }
  return either(wholeRuns(ofStories, columns.ends), ofRows);
}

/** Calls for the place of a value in each pair that has it second. */
function eachPairOf(pairs: Int32Array, value: number, call: (index: number) => void): void {
  // As in `equalTo`: what few have is found sooner so.
  let index = pairs.indexOf(value, 1);
  for (let few = pairs.length >>> 8; index !== -1 && few > 0; few -= 1) {
    if ((index & 1) === 1) call(index);
    index = pairs.indexOf(value, index + 1);
  }
  if (index === -1) return;
  for (index |= 1; index < pairs.length; index += 2) if (pairs[index] === value) call(index);
}
