// How many stories or tasks of a query's answer have each value of a field, any field with values that can be counted.

import type { Query } from "../model/query/query.ts";
import { compareText } from "../text/diagnostic.ts";
import { type Bits, bitsFor, eachBit, hasBit, setBit } from "./bits.ts";
import { type Columns, columnsOf, numberLists } from "./columns.ts";
import type { Database } from "./database.ts";
import { fieldColumns, rowsOf } from "./evaluate.ts";
import type { Unit } from "./lives.ts";
import { withTask } from "./select.ts";

export interface Counted {
  /** Null counts those that have none. */
  readonly value: string | null;
  readonly count: number;
}

/** Fields of several values, as they are stored. */
export const severalValues: readonly string[] = ["tag", "cve", "affects", "commenter", "alias", "depends_on"];

/** Fields that are counted, apart from a tracker's own. */
export const countedFields: readonly string[] = [
  ...Object.keys(fieldColumns),
  ...["group", "team", "points", "duplicate_of"],
  ...severalValues,
];

/** Most first. A field that is not among `countedFields` is taken for one that the tracker declares. */
export function countBy(db: Database, query: Query, field: string, unit: Unit): readonly Counted[] {
  const columns = columnsOf(db);
  const found = rowsOf(db, query.where, query.now);
  const rows = unit === "task" ? withTask(columns, found) : found;
  const counter = counterOf(columns, unit);
  eachValue(db, columns, field, rows, counter.add);
  return [...counter.counts]
    .map(([value, count]) => ({ value: value === null ? null : String(value), count, order: value }))
    .sort((a, b) => b.count - a.count || compareValues(a.order, b.order))
    .map(({ value, count }) => ({ value, count }));
}

/** The values that a field of words has anywhere, but for those that are known: nobody counts them, and mostly there are none. */
export function valuesInUse(db: Database, field: string, isKnown: (value: string) => boolean): readonly string[] {
  const columns = columnsOf(db);
  const column = fieldColumns[field];
  const terms = columns.terms(column ?? field);
  const isStrange = terms.map((term, code) => code !== 0 && !isKnown(term));
  if (!isStrange.includes(true)) return [];
  const isUsed = new Uint8Array(terms.length);
  if (column) {
    for (const code of columns.whole(column)) isUsed[code] = 1;
  } else {
    const pairs = columns.pairs(field);
    for (let at = 1; at < pairs.length; at += 2) isUsed[pairs[at] as number] = 1;
  }
  return terms.filter((_, code) => isStrange[code] && isUsed[code] === 1);
}

type Countable = string | number | null;

/** Counts each value once for each task, or once for each story: the rows of one follow each other. */
function counterOf(columns: Columns, unit: Unit) {
  const story = columns.whole("story");
  const counts = new Map<Countable, number>();
  const last = new Map<Countable, number>();
  return {
    counts,
    add(row: number, value: Countable) {
      const of = unit === "story" ? (story[row] as number) : row + 1;
      if (last.get(value) === of) return;
      last.set(value, of);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    },
  };
}

/** Calls for every value of each row, with null for a row that has none; row after row. */
function eachValue(
  db: Database,
  columns: Columns,
  field: string,
  rows: Bits,
  call: (row: number, value: Countable) => void,
): void {
  const column = fieldColumns[field];
  if (column) {
    const [codes, terms] = [columns.whole(column), columns.terms(column)];
    eachBit(rows, (row) => call(row, codes[row] === 0 ? null : (terms[codes[row] as number] as string)));
  } else if (field === "points") {
    const points = columns.values("points");
    eachBit(rows, (row) => call(row, Number.isNaN(points[row]) ? null : (points[row] as number)));
  } else if (field === "duplicate_of") {
    const ids = columns.whole("duplicate_of");
    eachBit(rows, (row) => call(row, (ids[row] as number) || null));
  } else if (field === "group" || field === "team") {
    const names = namesByProject(db, field);
    const [codes, terms] = [columns.whole("project"), columns.terms("project")];
    eachBit(rows, (row) => {
      const own = names.get(terms[codes[row] as number] as string) ?? [];
      if (own.length === 0) call(row, null);
      for (const name of own) call(row, name);
    });
  } else eachListed(columns, field, rows, call);
}

function namesByProject(db: Database, kind: string): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { name, project } of db.prepare("SELECT name, project FROM member WHERE kind = ?").all(kind)) {
    const own = names.get(String(project));
    if (own) own.push(String(name));
    else names.set(String(project), [String(name)]);
  }
  return names;
}

function eachListed(columns: Columns, field: string, rows: Bits, call: (row: number, value: Countable) => void): void {
  const { ends } = columns;
  const pairs = columns.pairs(field);
  const isNumber = numberLists.has(field);
  const terms = isNumber ? [] : columns.terms(field);
  const having = bitsFor(columns.size);
  // A task may have what its story has as well: that is one value of its row.
  const own = new Set<string>();
  for (let index = 0; index < pairs.length; index += 2) {
    const [at, code] = [pairs[index] as number, pairs[index + 1] as number];
    const value = isNumber ? code : (terms[code] as string);
    const row = at >>> 1;
    const isOfRow = (at & 1) === 1;
    // What is a whole story's stands in its last row, and counts for each of its rows.
    for (let each = row; each >= 0 && (each === row || !hasBit(ends, each)); each -= 1) {
      if (hasBit(rows, each) && (isOfRow || own.size === 0 || !own.has(`${each} ${value}`))) {
        call(each, value);
        setBit(having, each);
      }
      if (!isOfRow) continue;
      own.add(`${row} ${value}`);
      break;
    }
  }
  eachBit(rows, (row) => {
    if (!hasBit(having, row)) call(row, null);
  });
}

function compareValues(a: Countable, b: Countable): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return typeof a === "number" && typeof b === "number" ? a - b : compareText(String(a), String(b));
}
