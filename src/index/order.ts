// The order of an answer.

import { priorities } from "../model/query/fields.ts";
import type { SortKey } from "../model/query/query.ts";
import { compareWords, priorityRank } from "../model/query/row.ts";
import { titleKey } from "../model/query/tokens.ts";
import { compareText } from "../text/diagnostic.ts";
import type { Values, Wholes } from "./bits.ts";
import { type Columns, termField, type ValueColumn, type WholeColumn } from "./columns.ts";
import type { Database } from "./database.ts";
import type { Unit } from "./lives.ts";
import {
  type Bound,
  type Bounds,
  type Compared,
  comparedBy,
  leastOf,
  mostBeside,
  type Order,
  type RowOrder,
  stretchesOf,
} from "./pick.ts";
import type { Scores } from "./rank.ts";

interface Key {
  /** What is compared first; what has no value is infinite. */
  readonly value: (row: number) => number;
  /** What it is called among what the columns remember, and of each 32 rows the least; absent when it is good for one answer only. */
  readonly name?: string;
  readonly least?: () => Float64Array;
  readonly compared?: Compared;
  /** Its values are places from 0 to before this. */
  readonly few?: number;
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
  const keys = wanted.flatMap((key) => keysOf(db, columns, key, scores, unit));
  keys.push(...keysOf(db, columns, { field: "id", descending: true }, undefined, "story"));
  const task = columns.whole("task");
  const compare: RowOrder = (a, b) => {
    for (const { value, closer } of keys) {
      const [left, right] = [value(a), value(b)];
      if (left !== right) return left < right ? -1 : 1;
      const apart = closer?.(a, b) ?? 0;
      if (apart !== 0) return apart;
    }
    return (task[a] as number) - (task[b] as number);
  };
  const [first, ...rest] = asOne(columns, keys) as [Key, ...Key[]];
  const bounds = () => boundsOf(columns, [first, ...rest]);
  const { column, table, times, descending } = first.compared ?? {};
  const isPlain = isValues(column) && table === undefined && times === undefined;
  const plain = isPlain ? { plain: { column, sign: descending ? -1 : 1 } as const } : {};
  return { first: first.value, compare, ...plain, ...(first.least === undefined ? {} : { bounds }) };
}

/**
 * Of few values, such as priorities, many rows have the same: these, and a time behind them, are compared as one. What they are made of
 * stays behind them: it tells apart what has no value, and times that the one number holds not exactly.
 */
function asOne(columns: Columns, keys: readonly Key[]): readonly Key[] {
  const [first, then, ...rest] = keys;
  if (first?.few === undefined || !then?.compared) return keys;
  const name = `${first.name}, ${then.name}`;
  if (then.few !== undefined) {
    const few = first.few * (then.few + 1);
    if (few > mostBeside) return keys;
    const column = columns.remember(`both ${name}`, () => bothOf(columns.size, first, then));
    const both = keyOf(columns, name, { column, descending: false }, few);
    const [one = both] = asOne(columns, [both, ...rest]);
    return [one, then, ...rest];
  }
  const { column, descending } = then.compared;
  if (!isValues(column) || then.closer) return keys;
  return [keyOf(columns, name, { ...(first.compared as Compared), times: { column, descending } }), then, ...rest];
}

function isValues(column: Wholes | Values | undefined): column is Values {
  return column instanceof Float64Array || column instanceof Uint32Array;
}

/** The place of each row by the one, then by the other. */
function bothOf(size: number, first: Key, { value, few = 0, compared }: Key): Float64Array {
  // Downwards the places are below zero.
  const lowest = compared?.descending ? 1 - few : 0;
  const both = new Float64Array(size);
  for (let row = 0; row < size; row += 1) both[row] = first.value(row) * (few + 1) + Math.min(value(row) - lowest, few);
  return both;
}

function keyOf(columns: Columns, name: string, compared: Compared, few?: number): Key {
  const least = () => columns.remember(`least ${name}`, () => leastOf(compared));
  return { value: comparedBy(compared), least, name, compared, ...(few === undefined ? {} : { few }) };
}

/** Of the keys by which rows are compared one after the other, with nothing else between. */
function boundsOf(columns: Columns, keys: readonly Key[]): Bounds {
  const bounds: Bound[] = [];
  const names: string[] = [];
  for (const { value, least, name = "", closer } of keys) {
    if (least === undefined) break;
    bounds.push({ value, least: least() });
    names.push(name);
    if (closer) break;
  }
  const stretches = columns.remember(`stretches ${names.join(", ")}`, () => stretchesOf(bounds));
  return { keys: bounds, stretches };
}

function keysOf(
  db: Database,
  columns: Columns,
  { field, descending }: SortKey,
  scores: Scores | undefined,
  unit: Unit,
): Key[] {
  // A low score is a good match: downwards the best come first.
  if (field === "relevance") {
    if (!scores) return [];
    const score = (row: number) => scores.get(row);
    return [{ value: (row) => (descending ? (score(row) ?? Infinity) : -(score(row) ?? -Infinity)) }];
  }
  const key = (column: Wholes | Values, table?: Float64Array, part = "", few = table?.length): Key => {
    const compared = { column, descending, ...(table ? { table } : {}) };
    return keyOf(columns, `${unit} ${field} ${descending ? "down" : "up"}${part}`, compared, few);
  };
  if (field === "id") return [key(columns.whole(unit))];
  if (field === "priority") {
    if (unit === "task")
      return [key(columns.whole("priority"), ranksOf(columns.terms("priority")), "", priorities.length + 1)];
    const ranks = Float64Array.of(Number.POSITIVE_INFINITY, ...priorities.keys(), priorities.length);
    return [key(columns.whole("rank"), ranks)];
  }
  const word = (unit === "task" ? ofTask[field] : undefined) ?? words[field];
  if (word) {
    const places = columns.remember(`places ${field} ${termField(word)}`, () => placesOf(columns.terms(word), field));
    return [key(columns.whole(word), places)];
  }
  if (field === "title") {
    const more = key(columns.values("title_more"), undefined, " more");
    return [key(columns.values("title")), { ...more, closer: byTitle(db, columns, descending) }];
  }
  return [key(columns.values(unit === "task" && field === "due" ? "due" : (values[field] ?? "updated")))];
}

/** Of the words of a column; those that are no priority come last. */
function ranksOf(terms: readonly string[]): Float64Array {
  return Float64Array.from(terms, (term) => priorityRank(term));
}

/** The place of each term among all of its field, in the field's own order where it has one and is named. */
export function placesOf(terms: readonly string[], field = ""): Float64Array {
  const order = terms.map((_, code) => code).slice(1);
  order.sort((a, b) => compareWords(field, terms[a] as string, terms[b] as string));
  const places = new Float64Array(terms.length);
  places[0] = Number.POSITIVE_INFINITY;
  for (const [place, code] of order.entries()) places[code] = place;
  return places;
}

/** Those that were looked at before, by story: the ones that begin like many others are looked at again and again. */
const readTitles = new WeakMap<Columns, Map<number, string>>();

/** Titles that begin alike are looked at whole: by what they are sorted by. */
function byTitle(db: Database, columns: Columns, descending: boolean): RowOrder {
  const sign = descending ? -1 : 1;
  const titles = readTitles.get(columns) ?? new Map<number, string>();
  readTitles.set(columns, titles);
  const story = columns.whole("story");
  const select = db.prepare("SELECT title FROM story WHERE id = ?");
  const titleOf = (row: number) => {
    const id = story[row] as number;
    const title = titles.get(id) ?? titleKey(String(select.get(id)?.title ?? ""));
    titles.set(id, title);
    return title;
  };
  return (a, b) => sign * compareText(titleOf(a), titleOf(b));
}
