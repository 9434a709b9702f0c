// What is told of every story at once, or of all that have some values.

import type { StoryStatus } from "../model/story-status.ts";
import { countOf, eachBit, either, timeIn, type Values, valueIn, type Wholes } from "./bits.ts";
import type { HeadValue, StoryHead, StoryHeads } from "./catalogue.ts";
import { columnsOf } from "./columns.ts";
import type { Database } from "./database.ts";
import { rowsOf, storiesOf } from "./evaluate.ts";

/** In the order in which they were reported. A head is made when it is asked for: mostly few are, of very many. */
export function storyHeads(db: Database): StoryHeads {
  const columns = columnsOf(db);
  const [story, created, headAt] = [columns.whole("story"), columns.values("created"), headsOf(db)];
  const stories = storiesOf(columns, columns.live);
  const rows = new Int32Array(countOf(stories));
  let count = 0;
  eachBit(stories, (row) => {
    rows[count] = row;
    count += 1;
  });
  const order = byTime(rows, created, story);
  const [status, active] = [columns.whole("status"), columns.code("status", "active")];
  return {
    length: order.length,
    ids: order.map((row) => story[row] as number),
    slice: (from, to) => [...order.subarray(from, to)].map(headAt),
    activeIn: (from, to) => order.subarray(from, to).reduce((sum, row) => sum + Number(status[row] === active), 0),
  };
}

/** In no order. */
export function headsWith(db: Database, values: readonly HeadValue[]): readonly StoryHead[] {
  const columns = columnsOf(db);
  const rows = values.map(({ field, value }) => rowsOf(db, { kind: "equals", field, value, prefix: false }, 0));
  const [headAt, found] = [headsOf(db), [] as StoryHead[]];
  if (rows.length > 0) eachBit(storiesOf(columns, rows.reduce(either)), (row) => found.push(headAt(row)));
  return found;
}

/** A story's head by its last row. */
function headsOf(db: Database): (row: number) => StoryHead {
  const columns = columnsOf(db);
  const [story, status, statuses] = [columns.whole("story"), columns.whole("status"), columns.terms("status")];
  const [created, updated, rank] = [columns.values("created"), columns.values("updated"), columns.whole("rank")];
  return (row) => ({
    id: story[row] as number,
    status: statuses[status[row] as number] as StoryStatus,
    created: valueIn(created, row),
    updated: timeIn(updated, row),
    rank: rank[row] ? (rank[row] as number) - 1 : null,
  });
}

/** Rows by the time in a column, then by a number. */
function byTime(rows: Int32Array, times: Values, numbers: Wholes): Int32Array {
  const time = (row: number) => valueIn(times, row);
  const compare = (a: number, b: number) => time(a) - time(b) || (numbers[a] as number) - (numbers[b] as number);
  // A number that holds both the second and the place is sorted without asking us: several times as fast, for a century of millions.
  // Loops, since a function that is called for each of them takes as long as the sorting.
  let first = Number.POSITIVE_INFINITY;
  for (let place = 0; place < rows.length; place += 1) first = Math.min(first, time(rows[place] as number));
  const keys = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) {
    const key = ((time(rows[place] as number) - first) / 1000) * rows.length + place;
    if (!Number.isSafeInteger(key)) return rows.sort(compare);
    keys[place] = key;
  }
  keys.sort();
  const sorted = new Int32Array(rows.length);
  for (let place = 0; place < rows.length; place += 1)
    sorted[place] = rows[(keys[place] as number) % rows.length] as number;
  for (let begin = 0, end = 1; begin < sorted.length; begin = end, end += 1) {
    while (end < sorted.length && time(sorted[end] as number) === time(sorted[begin] as number)) end += 1;
    if (end - begin > 1) sorted.subarray(begin, end).sort(compare);
  }
  return sorted;
}
