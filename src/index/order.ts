// The order of an answer: the first of many rows are picked without sorting the rest.

import type { SortKey } from "../model/query/query.ts";
import { priorityRank } from "../model/query/row.ts";
import { compareText } from "../text/diagnostic.ts";
import { type Bits, countOf, eachBit } from "./bits.ts";
import type { Columns, ValueColumn, WholeColumn } from "./columns.ts";
import type { Database } from "./database.ts";
import type { Unit } from "./lives.ts";
import type { Scores } from "./rank.ts";

/** Less than zero when the row `a` comes before `b`. */
export type RowOrder = (a: number, b: number) => number;

interface Key {
  /** What is compared first; what has no value is infinite. */
  readonly value: (row: number) => number;
  /** What it is called among what the columns remember; absent when it is good for one answer only. */
  readonly name?: string;
  /** Tells apart rows whose values are equal; absent when those are equal indeed. */
  readonly closer?: RowOrder;
}

/** So many words to a stretch. */
const stretch = 32;

const values: Readonly<Record<string, ValueColumn>> = {
  created: "created",
  updated: "updated",
  closed: "closed",
  due: "story_due",
};
const words: Readonly<Record<string, WholeColumn>> = {
  status: "status",
  type: "type",
  triage: "triage",
  author: "author",
  project: "first_project",
  milestone: "story_milestone",
};
/** Where tasks are listed these are the task's own, where stories are the story's as a whole. */
const ofTask: Readonly<Record<string, WholeColumn>> = {
  status: "task_status",
  project: "project",
  milestone: "milestone",
};

/** By some keys; what has no value comes last either way, ties go to the newer, then the higher number. */
export function orderBy(
  db: Database,
  columns: Columns,
  sort: readonly SortKey[],
  scores?: Scores,
  unit: Unit = "story",
) {
  const keys = sort.flatMap((key) => keyOf(db, columns, key, scores, unit) ?? []);
  keys.push(keyOf(db, columns, { field: "updated", descending: true }, undefined, unit) as Key);
  const story = columns.whole("story");
  const task = columns.whole("task");
  const rest: RowOrder = (a, b) =>
    (story[b] as number) - (story[a] as number) || (task[a] as number) - (task[b] as number);
  const compare: RowOrder = (a, b) => {
    for (const { value, closer } of keys) {
      const [left, right] = [value(a), value(b)];
      if (left !== right) return left < right ? -1 : 1;
      const apart = closer?.(a, b) ?? 0;
      if (apart !== 0) return apart;
    }
    return rest(a, b);
  };
  const { value, name } = keys[0] as Key;
  if (name === undefined) return { first: value, compare };
  return { first: value, map: columns.remember(`map ${name}`, () => mapOf(value, columns.size)), compare };
}

function keyOf(
  db: Database,
  columns: Columns,
  { field, descending }: SortKey,
  scores: Scores | undefined,
  unit: Unit,
): Key | undefined {
  const name = `${unit} ${field} ${descending ? "down" : "up"}`;
  const turned = (value: (row: number) => number): Key => ({
    name,
    value: descending ? (row) => (value(row) === Number.POSITIVE_INFINITY ? value(row) : -value(row)) : value,
  });
  // A low score is a good match: downwards the best come first.
  if (field === "relevance") {
    if (!scores) return undefined;
    const score = (row: number) => scores.get(row);
    return { value: (row) => (descending ? (score(row) ?? Infinity) : -(score(row) ?? -Infinity)) };
  }
  if (field === "id") {
    const id = columns.whole(unit);
    return turned((row) => id[row] as number);
  }
  if (field === "priority" && unit === "task") {
    const ranks = columns.terms("priority").map(priorityRank);
    const priority = columns.whole("priority");
    return turned((row) => ranks[priority[row] as number] ?? Number.POSITIVE_INFINITY);
  }
  if (field === "priority") {
    const rank = columns.whole("rank");
    return turned((row) => rank[row] || Number.POSITIVE_INFINITY);
  }
  const word = (unit === "task" ? ofTask[field] : undefined) ?? words[field];
  if (word) {
    const places = placesOf(columns.terms(word));
    const column = columns.whole(word);
    return turned((row) => places[column[row] as number] as number);
  }
  if (field === "title") return titleKey(db, columns, descending, name);
  const column = columns.values(unit === "task" && field === "due" ? "due" : (values[field] ?? "updated"));
  return turned((row) => {
    const value = column[row] as number;
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  });
}

/** The map of so many rows, which is a multiple of 32. */
export function mapOf(value: (row: number) => number, rows: number): RowMap {
  const least = new Float64Array(rows >>> 5);
  for (let word = 0, row = 0; word < least.length; word += 1) {
    let lowest = Number.POSITIVE_INFINITY;
    for (const end = row + 32; row < end; row += 1) {
      const own = value(row);
      if (own < lowest) lowest = own;
    }
    least[word] = lowest;
  }
  const count = Math.ceil(least.length / stretch);
  const own = Array.from({ length: count }, (_, at) => Math.min(...least.subarray(at * stretch, (at + 1) * stretch)));
  const stretches = Int32Array.from(own.keys()).sort((a, b) => (own[a] as number) - (own[b] as number) || a - b);
  return { least, stretches };
}

/** The place of each term among all of its field. */
export function placesOf(terms: readonly string[]): Float64Array {
  const order = terms.map((_, code) => code).slice(1);
  order.sort((a, b) => compareText(terms[a] as string, terms[b] as string));
  const places = new Float64Array(terms.length);
  places[0] = Number.POSITIVE_INFINITY;
  for (const [place, code] of order.entries()) places[code] = place;
  return places;
}

/** Those that were looked at before, by story: the ones that begin like many others are looked at again and again. */
const readTitles = new WeakMap<Columns, Map<number, Buffer>>();

/** Titles that begin alike are looked at whole. */
function titleKey(db: Database, columns: Columns, descending: boolean, name: string): Key {
  const start = columns.values("title");
  const sign = descending ? -1 : 1;
  const titles = readTitles.get(columns) ?? new Map<number, Buffer>();
  readTitles.set(columns, titles);
  const story = columns.whole("story");
  const select = db.prepare("SELECT title FROM story WHERE id = ?");
  const titleOf = (row: number) => {
    const id = story[row] as number;
    const title = titles.get(id) ?? Buffer.from(String(select.get(id)?.title ?? ""));
    titles.set(id, title);
    return title;
  };
  return {
    name,
    value: (row) => sign * (start[row] as number),
    closer: (a, b) => sign * Buffer.compare(titleOf(a), titleOf(b)),
  };
}

/** Where rows are that come early. */
interface RowMap {
  /** Of every 32 rows the least that one of them is compared by: where that is too much, none of them needs to be looked at. */
  readonly least: Float64Array;
  /** Stretches of 32 such words, those that hold the earliest rows first: an order that rows lie in already is no slower than any other. */
  readonly stretches: Int32Array;
}

export interface Order {
  /** What rows are compared by first: the lower the earlier. */
  readonly first: (row: number) => number;
  /** Absent where it would cost more than it saves. */
  readonly map?: RowMap;
  readonly compare: RowOrder;
}

/** The rows from place `offset` on, at most `limit` of them. */
export function pick(
  rows: Bits,
  { first, map, compare }: Order,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): readonly number[] {
  const wanted = offset + limit;
  if (limit === 0) return [];
  const count = countOf(rows);
  if (wanted * 4 >= count) {
    const all: number[] = [];
    eachBit(rows, (row) => all.push(row));
    return all.sort(compare).slice(offset, wanted);
  }
  // A heap of the best so far, the worst of them on top: most rows are turned away by one comparison.
  const heap: number[] = [];
  let worst = Number.POSITIVE_INFINITY;
  for (let at = 0; at * stretch < rows.length; at += 1) {
    const begin = (map ? (map.stretches[at] as number) : at) * stretch;
    for (let word = begin; word < begin + stretch && word < rows.length; word += 1) {
      if (map && (map.least[word] as number) > worst) continue;
      for (let rest = rows[word] as number; rest !== 0; ) {
        const low = rest & -rest;
        const row = (word << 5) + 31 - Math.clz32(low);
        rest ^= low;
        if (heap.length < wanted) {
          heap.push(row);
          if (heap.length < wanted) continue;
          heap.sort((a, b) => compare(b, a));
        } else {
          if (first(row) > worst) continue;
          if (compare(row, heap[0] as number) >= 0) continue;
          heap[0] = row;
          sink(heap, compare);
        }
        worst = first(heap[0] as number);
      }
    }
  }
  return heap.sort(compare).slice(offset);
}

function sink(heap: number[], compare: RowOrder): void {
  for (let at = 0; ; ) {
    const left = 2 * at + 1;
    if (left >= heap.length) return;
    const right = left + 1;
    const child = right < heap.length && compare(heap[right] as number, heap[left] as number) > 0 ? right : left;
    if (compare(heap[child] as number, heap[at] as number) <= 0) return;
    const row = heap[at] as number;
    heap[at] = heap[child] as number;
    heap[child] = row;
    at = child;
  }
}
