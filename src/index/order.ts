// The order of an answer.

import { priorities } from "../model/query/fields.ts";
import type { SortKey } from "../model/query/query.ts";
import { priorityRank } from "../model/query/row.ts";
import { compareText } from "../text/diagnostic.ts";
import { type Columns, termField, type ValueColumn, type WholeColumn } from "./columns.ts";
import type { Database } from "./database.ts";
import type { Unit } from "./lives.ts";
import { type Bound, comparedBy, leastOf, type Order, type RowOrder, stretchesOf } from "./pick.ts";
import type { Scores } from "./rank.ts";

interface Key {
  /** What is compared first; what has no value is infinite. */
  readonly value: (row: number) => number;
  /** What it is called among what the columns remember, and of each 32 rows the least; absent when it is good for one answer only. */
  readonly name?: string;
  readonly least?: () => Float64Array;
  /** Tells apart rows whose values are equal; absent when those are equal indeed. */
  readonly closer?: RowOrder;
}

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
): Order {
  const wanted = [...sort, { field: "updated", descending: true }];
  const keys = wanted.flatMap((key) => keyOf(db, columns, key, scores, unit) ?? []);
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
  const first = (keys[0] as Key).value;
  const bounds = boundsOf(keys);
  const [least] = bounds.map((bound) => bound.least);
  if (least === undefined) return { first, compare };
  const stretches = columns.remember(`stretches ${keys[0]?.name}`, () => stretchesOf(least));
  return { first, compare, bounds, stretches };
}

/** Of the keys by which rows are compared one after the other, with nothing else between. */
function boundsOf(keys: readonly Key[]): Bound[] {
  const bounds: Bound[] = [];
  for (const { value, least, closer } of keys) {
    if (least === undefined) break;
    bounds.push({ value, least: least() });
    if (closer) break;
  }
  return bounds;
}

function keyOf(
  db: Database,
  columns: Columns,
  { field, descending }: SortKey,
  scores: Scores | undefined,
  unit: Unit,
): Key | undefined {
  // A low score is a good match: downwards the best come first.
  if (field === "relevance") {
    if (!scores) return undefined;
    const score = (row: number) => scores.get(row);
    return { value: (row) => (descending ? (score(row) ?? Infinity) : -(score(row) ?? -Infinity)) };
  }
  const key = (column: Int32Array | Float64Array, table?: Float64Array): Key => {
    const compared = { column, descending, ...(table ? { table } : {}) };
    const name = `${unit} ${field} ${descending ? "down" : "up"}`;
    return {
      value: comparedBy(compared),
      least: () => columns.remember(`least ${name}`, () => leastOf(compared)),
      name,
    };
  };
  if (field === "id") return key(columns.whole(unit));
  if (field === "priority") {
    if (unit === "task")
      return key(columns.whole("priority"), Float64Array.from(columns.terms("priority"), priorityRank));
    const ranks = Float64Array.of(Number.POSITIVE_INFINITY, ...priorities.keys(), priorities.length);
    return key(columns.whole("rank"), ranks);
  }
  const word = (unit === "task" ? ofTask[field] : undefined) ?? words[field];
  if (word) {
    const places = columns.remember(`places ${termField(word)}`, () => placesOf(columns.terms(word)));
    return key(columns.whole(word), places);
  }
  if (field === "title") return { ...key(columns.values("title")), closer: byTitle(db, columns, descending) };
  return key(columns.values(unit === "task" && field === "due" ? "due" : (values[field] ?? "updated")));
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
function byTitle(db: Database, columns: Columns, descending: boolean): RowOrder {
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
  return (a, b) => sign * Buffer.compare(titleOf(a), titleOf(b));
}
