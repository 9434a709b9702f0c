// Rows by a field of several values, which lie in pairs: of a row, or of the whole story whose last row it is, and a value. And by numbers.

import { type Bits, bitsFor, either, setBit, type Wholes, wholeRuns } from "./bits.ts";
import type { Columns } from "./columns.ts";
import { type IdSet, idSet } from "./id-set.ts";

/** Rows that have a value of such a field, or whose story has: this one, one that is marked or in a set, or with null any at all. */
export function rowsListing(columns: Columns, field: string, wanted: number | Uint8Array | IdSet | null): Bits {
  const [ofStories, ofRows] = [bitsFor(columns.size), bitsFor(columns.size)];
  const marked = wanted instanceof Uint8Array ? wanted : null;
  const set = marked === null && typeof wanted !== "number" ? (wanted as IdSet | null) : null;
  for (const { base, at, values } of columns.pairs(field)) {
    const take = (index: number) => {
      const twice = base + (at[index] as number);
      setBit((twice & 1) === 0 ? ofStories : ofRows, twice >>> 1);
    };
    if (typeof wanted === "number") eachOf(values, wanted, take);
    else {
      for (let index = 0; index < values.length; index += 1) {
        const value = values[index] as number;
        if (marked === null ? set === null || set.has(value) : marked[value] === 1) take(index);
      }
    }
  }
  return either(wholeRuns(ofStories, columns.ends), ofRows);
}

/** Rows of some stories, and of some tasks. */
export function rowsAmong(columns: Columns, ids: readonly number[]): Bits {
  const [story, task] = [columns.whole("story"), columns.whole("task")];
  const wanted = idSet(ids.length);
  for (const id of ids) wanted.add(id);
  const rows = bitsFor(columns.size);
  for (let row = 0; row < story.length; row += 1)
    if (wanted.has(story[row] as number) || wanted.has(task[row] as number)) setBit(rows, row);
  return rows;
}

/** Calls for each place where a value stands. */
function eachOf(values: Wholes, value: number, call: (index: number) => void): void {
  // As in `equalTo`: what few have is found sooner so.
  let index = values.indexOf(value);
  for (let few = values.length >>> 7; index !== -1 && few > 0; few -= 1) {
    call(index);
    index = values.indexOf(value, index + 1);
  }
  if (index === -1) return;
  for (; index < values.length; index += 1) if (values[index] === value) call(index);
}
