// How many stories or tasks of a query's answer have each value of a field, any field with values that can be counted.

import type { Query } from "../model/query/query.ts";
import { compareText } from "../text/diagnostic.ts";
import { type Bits, bitsFor, eachBit, hasBit, setBit, valueIn } from "./bits.ts";
import type { TagCount } from "./catalogue.ts";
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
  const values = valuesOf(db, columns, field);
  const counts = countsOf(columns, unit, values, rows);
  return counts
    .map(([code, count]) => ({ order: values.valueOf(code), count }))
    .map(({ order, count }) => ({ value: order === null ? null : String(order), count, order }))
    .sort((a, b) => b.count - a.count || compareValues(a.order, b.order))
    .map(({ value, count }) => ({ value, count }));
}

/** Tags with the stories that carry each and those of them that are open, in one go: every build and every list of tags asks for both. */
export function tagCounts(db: Database): readonly TagCount[] {
  const columns = columnsOf(db);
  const [terms, pairs, { live }] = [columns.terms("tag"), columns.pairs("tag"), columns];
  const open = rowsOf(db, { kind: "is", what: "active" }, 0);
  const [stories, active, last] = [0, 0, 0].map(() => new Int32Array(terms.length)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  for (const { base, at, values } of pairs) {
    for (let index = 0; index < at.length; index += 1) {
      // Tags are a whole story's, and stand in its last row.
      const [row, code] = [(base + (at[index] as number)) >>> 1, values[index] as number];
      if (last[code] === row + 1 || !hasBit(live, row)) continue;
      last[code] = row + 1;
      stories[code] = (stories[code] as number) + 1;
      if (hasBit(open, row)) active[code] = (active[code] as number) + 1;
    }
  }
  return terms
    .map((tag, code) => ({ tag, stories: stories[code] as number, active: active[code] as number }))
    .filter((each) => each.stories > 0)
    .sort((a, b) => b.active - a.active || b.stories - a.stories || compareText(a.tag, b.tag));
}

/** The values that a field of words has anywhere, but for those that are known: nobody counts them, and mostly there are none. */
export function valuesInUse(db: Database, field: string, isKnown: (value: string) => boolean): readonly string[] {
  const columns = columnsOf(db);
  const column = fieldColumns[field];
  const terms = columns.terms(column ?? field);
  const isStrange = terms.map((term, code) => code !== 0 && !isKnown(term));
  if (!isStrange.includes(true)) return [];
  const isUsed = new Uint8Array(terms.length);
  const inUse = column ? [columns.whole(column)] : columns.pairs(field).map(({ values }) => values);
  for (const codes of inUse) for (const code of codes) isUsed[code] = 1;
  return terms.filter((_, code) => isStrange[code] && isUsed[code] === 1);
}

type Countable = string | number | null;

/** The values of a field by numbers: those of its terms, or numbers that they are themselves. */
interface Values {
  readonly valueOf: (code: number) => Countable;
  /** All codes are below it; null where they are no terms. */
  readonly codes: number | null;
  /** Calls for every value of each of some rows, with the code of null for a row that has none; the rows of a story follow each other. */
  readonly each: (rows: Bits, call: (row: number, code: number) => void) => void;
}

/** Counts each value once for each task, or once for each story. */
function countsOf(columns: Columns, unit: Unit, values: Values, rows: Bits): [code: number, count: number][] {
  const story = columns.whole("story");
  const unitOf = (row: number) => (unit === "story" ? (story[row] as number) : row + 1);
  if (values.codes === null) {
    const counts = new Map<number, number>();
    const last = new Map<number, number>();
    values.each(rows, (row, code) => {
      const of = unitOf(row);
      if (last.get(code) === of) return;
      last.set(code, of);
      counts.set(code, (counts.get(code) ?? 0) + 1);
    });
    return [...counts];
  }
  const [counts, last] = [new Int32Array(values.codes), new Int32Array(values.codes)];
  values.each(rows, (row, code) => {
    const of = unitOf(row);
    if (last[code] === of) return;
    last[code] = of;
    counts[code] = (counts[code] as number) + 1;
  });
  return [...counts].flatMap((count, code): [number, number][] => (count === 0 ? [] : [[code, count]]));
}

function valuesOf(db: Database, columns: Columns, field: string): Values {
  if (field === "branch") return branchesOf(db, columns);
  const column = fieldColumns[field];
  if (column) {
    const codes = columns.whole(column);
    const each: Values["each"] = (rows, call) => eachBit(rows, (row) => call(row, codes[row] as number));
    return { ...ofTerms(columns.terms(column)), each };
  }
  if (field === "points") {
    const points = columns.values("points");
    const each: Values["each"] = (rows, call) => eachBit(rows, (row) => call(row, valueIn(points, row)));
    return { valueOf: (code) => (Number.isNaN(code) ? null : code), codes: null, each };
  }
  if (field === "duplicate_of") {
    const ids = columns.whole("duplicate_of");
    return { ...ofNumbers, each: (rows, call) => eachBit(rows, (row) => call(row, ids[row] as number)) };
  }
  if (field === "group" || field === "team") return namesOfProjects(db, columns, field);
  const each: Values["each"] = (rows, call) => eachListed(columns, field, rows, call);
  return numberLists.has(field) ? { ...ofNumbers, each } : { ...ofTerms(columns.terms(field)), each };
}

function ofTerms(terms: readonly string[]): Pick<Values, "valueOf" | "codes"> {
  return { valueOf: (code) => (code === 0 ? null : (terms[code] ?? "")), codes: terms.length };
}

const ofNumbers: Pick<Values, "valueOf" | "codes"> = { valueOf: (code) => code || null, codes: null };

/** The groups or teams that the projects of tasks belong to. */
function namesOfProjects(db: Database, columns: Columns, field: string): Values {
  const byProject = namesByProject(db, field);
  const names = ["", ...new Set([...byProject.values()].flat())];
  const codes = new Map(names.map((name, code) => [name, code]));
  const [project, projects] = [columns.whole("project"), columns.terms("project")];
  const own = projects.map((name) => (byProject.get(name) ?? []).map((each) => codes.get(each) ?? 0));
  const each: Values["each"] = (rows, call) =>
    eachBit(rows, (row) => {
      const here = own[project[row] as number] ?? [];
      if (here.length === 0) call(row, 0);
      for (const code of here) call(row, code);
    });
  return { ...ofTerms(names), each };
}

/** The branches of tasks, else the default ones of their projects. */
function branchesOf(db: Database, columns: Columns): Values {
  const byProject = namesByProject(db, "branch");
  const names = [...new Set([...columns.terms("branch"), ...[...byProject.values()].flat()])];
  const codes = new Map(names.map((name, code) => [name, code]));
  const [branch, project] = [columns.whole("branch"), columns.whole("project")];
  const ofProject = columns.terms("project").map((name) => codes.get(byProject.get(name)?.[0] ?? "") ?? 0);
  const each: Values["each"] = (rows, call) =>
    eachBit(rows, (row) => call(row, branch[row] || (ofProject[project[row] as number] ?? 0)));
  return { ...ofTerms(names), each };
}

function namesByProject(db: Database, kind: string): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { name, project } of db.prepare("SELECT DISTINCT name, project FROM member WHERE kind = ?").all(kind)) {
    const own = names.get(String(project));
    if (own) own.push(String(name));
    else names.set(String(project), [String(name)]);
  }
  return names;
}

function eachListed(columns: Columns, field: string, rows: Bits, call: (row: number, code: number) => void): void {
  const { ends } = columns;
  const having = bitsFor(columns.size);
  // A task may have what its story has as well: that is one value of its row.
  const own = new Set<string>();
  const take = (row: number, isOfRow: boolean, code: number) => {
    // What is a whole story's stands in its last row, and counts for each of its rows.
    for (let each = row; each >= 0 && (each === row || !hasBit(ends, each)); each -= 1) {
      if (hasBit(rows, each) && (isOfRow || own.size === 0 || !own.has(`${each} ${code}`))) {
        call(each, code);
        setBit(having, each);
      }
      if (!isOfRow) continue;
      own.add(`${row} ${code}`);
      break;
    }
  };
  for (const { base, at, values } of columns.pairs(field)) {
    for (let index = 0; index < at.length; index += 1) {
      const twice = base + (at[index] as number);
      take(twice >>> 1, (twice & 1) === 1, values[index] as number);
    }
  }
  eachBit(rows, (row) => {
    if (!hasBit(having, row)) call(row, 0);
  });
}

function compareValues(a: Countable, b: Countable): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return typeof a === "number" && typeof b === "number" ? a - b : compareText(String(a), String(b));
}
