// The fields of all rows as columns of numbers, read from the index when they are first asked for.

import { type Bits, bitsFor, setBit, type Values, valueIn, type Wholes } from "./bits.ts";
import type { Database } from "./database.ts";
import { noPairs, type Pairs, pairsOf } from "./pairs.ts";
import {
  joined,
  joinedValues,
  joinedWhole,
  listName,
  type Piece,
  pieceBytes,
  pieceRows,
  valuePiece,
  wholePiece,
} from "./pieces.ts";

/** Words, by their number among the field's terms; 0 is none. Of a story's field every row of the story has it. */
export const wordColumns = [
  ...["status", "type", "triage", "author", "story_milestone", "first_project"],
  ...["task_status", "project", "branch", "assignee", "priority", "milestone", "reason"],
] as const;
/**
 * Numbers as they are; 0 is none. `story` is 0 in a row that nobody uses, `rank` is that of the highest priority and one more;
 * `length`, of all texts in lines of eighty characters, stands in a story's last row.
 */
export const numberColumns = ["story", "task", "duplicate_of", "rank", "flags", "length"] as const;
/**
 * Times, points, and the beginning of the title as two numbers that sort. `due` is the row's, `story_due` the story's; `told`, of a story
 * of which an import brought something closed: when, as its files tell, the last thing had happened to it by then.
 */
export const valueColumns = [
  ...["created", "updated", "closed", "told", "due", "story_due", "task_created", "points", "title", "title_more"],
] as const;

export type WordColumn = (typeof wordColumns)[number];
export type WholeColumn = WordColumn | (typeof numberColumns)[number];
export type ValueColumn = (typeof valueColumns)[number];

/** What a row of the column "flags" says of its story. */
export const flags = { untriaged: 1, comment: 2, attachment: 4, patch: 8 } as const;

/** Fields of several values that hold numbers; those of all others are terms. */
export const numberLists: ReadonlySet<string> = new Set(["depends_on", "related"]);

/** Where the terms of a column are: columns that hold values of one field share them. */
export function termField(column: string): string {
  if (column === "story_milestone") return "milestone";
  return column === "first_project" ? "project" : column;
}

export interface Columns {
  /** How many rows there is room for; a multiple of 32. */
  readonly size: number;
  whole(name: WholeColumn): Wholes;
  values(name: ValueColumn): Values;
  /** One value of a column: of one that is not in memory yet, only the piece is read that it lies in. */
  wholeAt(name: WholeColumn, row: number): number;
  valueAt(name: ValueColumn, row: number): number;
  /** The values of a field with several, for each piece of rows; a story's own stand in its last row. */
  pairs(field: string): readonly Pairs[];
  /** The number of a term, 0 when no row ever had it. */
  code(field: string, text: string): number;
  /** All terms of a field by their number; the first is of none. */
  terms(field: string): readonly string[];
  /** Rows that are used. */
  readonly live: Bits;
  /** The last row of each story, and every row that nobody uses. */
  readonly ends: Bits;
  /** What was worked out before and stays true as long as these columns do; of much, the last of it. */
  remember<T extends object>(key: string, make: () => T): T;
}

/** So many sets of rows, and the like, are remembered: people ask for the same words and values, in ever new company. */
const mostKnown = 96;

interface Cached {
  readonly version: number;
  readonly columns: Columns;
  /** When it was last asked whether they are those of now, in milliseconds. */
  readonly checked: number;
}

const cached = new WeakMap<Database, Cached>();

/** The columns as they are now; they stay in memory until somebody writes to the index. */
export function columnsOf(db: Database): Columns {
  // Asking for `performance` loads more of Node.js.
  const now = Number(process.hrtime.bigint()) / 1e6;
  const last = cached.get(db);
  // One answer asks several times.
  if (last && now - last.checked < 1) return last.columns;
  const version = Number(db.prepare("PRAGMA data_version").get()?.data_version);
  const columns = last?.version === version ? last.columns : readColumns(db);
  cached.set(db, { version, columns, checked: now });
  return columns;
}

/** After a write on this same connection. */
export function forgetColumns(db: Database): void {
  cached.delete(db);
}

function readColumns(db: Database): Columns {
  const pieces = Number(db.prepare("SELECT max(piece) AS n FROM packed WHERE name = 'story'").get()?.n ?? -1) + 1;
  const size = pieces * pieceRows;
  const made = new Map<string, unknown>();
  const known = new Map<string, object>();
  // Whatever people ask for is remembered, and there is no end to that.
  const mostMade = 2_000;
  const once = <T>(key: string, make: () => T): T => {
    const there = made.get(key);
    if (there !== undefined) return there as T;
    const value = make();
    if (made.size >= mostMade) made.clear();
    made.set(key, value);
    return value;
  };
  const read = (name: string) =>
    db.prepare("SELECT piece, data FROM packed WHERE name = ? ORDER BY piece").all(name) as unknown as Piece[];
  const pieceAt = (name: string, row: number) => {
    const piece = Math.floor(row / pieceRows);
    const found = db.prepare("SELECT data FROM packed WHERE name = ? AND piece = ?").get(name, piece);
    return found === undefined ? null : pieceBytes(found.data as unknown as ArrayBuffer | Uint8Array);
  };
  const pieceKey = (name: string, row: number) => `${name} piece ${Math.floor(row / pieceRows)}`;
  const columns: Columns = {
    size,
    wholeAt(name, row) {
      if (made.has(name)) return columns.whole(name)[row] as number;
      const piece = once(pieceKey(name, row), () => wholePiece(pieceAt(name, row) ?? new ArrayBuffer(0)));
      return piece[row % pieceRows] ?? 0;
    },
    valueAt(name, row) {
      if (made.has(name)) return valueIn(columns.values(name), row);
      const piece = once(pieceKey(name, row), () => {
        const bytes = pieceAt(name, row);
        return bytes === null ? new Float64Array() : valuePiece(name, bytes);
      });
      return piece[row % pieceRows] ?? Number.NaN;
    },
    whole: (name) => once(name, () => joinedWhole(read(name), size)),
    values: (name) => once(name, () => joinedValues(name, read(name), size)),
    pairs: (field) =>
      once(`${field} pairs`, () => {
        const all = Array.from({ length: pieces }, (_, piece) => noPairs(piece));
        for (const { piece, data } of read(listName(field))) all[piece] = pairsOf(pieceBytes(data), piece);
        return all;
      }),
    code(field, text) {
      const term = termField(field);
      return once(`${term} ${text} code`, () => {
        const row = db.prepare("SELECT code FROM term WHERE field = ? AND text = ?").get(term, text);
        return Number(row?.code ?? 0);
      });
    },
    terms: (field) => once(`${termField(field)} terms`, () => readTerms(db, termField(field))),
    get live() {
      return once("live", () => joined(read("live"), bitsFor(size), 0));
    },
    get ends() {
      return once("ends", () => joined(read("ends"), bitsFor(size), 0));
    },
    remember<T extends object>(key: string, make: () => T): T {
      const value = (known.get(key) as T | undefined) ?? make();
      // What was asked for last is forgotten last.
      known.delete(key);
      known.set(key, value);
      if (known.size > mostKnown) known.delete(known.keys().next().value as string);
      return value;
    },
  };
  return columns;
}

function readTerms(db: Database, field: string): readonly string[] {
  const row = db
    .prepare("SELECT json_group_array(json_array(code, text)) AS all_ FROM term WHERE field = ?")
    .get(field);
  const terms: string[] = [""];
  for (const [code, text] of JSON.parse(String(row?.all_ ?? "[]")) as [number, string][]) terms[code] = text;
  return terms;
}

/** The rows of a piece of the column "story" that are used, and those that end a story; `next`: the first row of the piece after it. */
export function rowMarks(story: Int32Array, next: number): { readonly live: Bits; readonly ends: Bits } {
  const [live, ends] = [bitsFor(story.length), bitsFor(story.length)];
  for (let row = 0; row < story.length; row += 1) {
    const here = story[row] as number;
    if (here !== 0) setBit(live, row);
    if (here === 0 || here !== (row + 1 < story.length ? story[row + 1] : next)) setBit(ends, row);
  }
  return { live, ends };
}

/** The beginning of a text, as `titleKey` makes it, as two numbers that sort one after the other as `compareText` sorts those. */
export function titleStart(title: string): { readonly first: number; readonly more: number } {
  // A character is a byte at least, and one that is cut in two is not among the first twelve. JavaScript sorts what begins with 0xee or
  // 0xef after what takes four bytes, which begins with 0xf4 at most.
  const bytes = Buffer.from(title.slice(0, 13)).map((byte) => (byte === 0xee || byte === 0xef ? byte + 7 : byte));
  let [first, more] = [0, 0];
  for (let index = 0; index < 6; index += 1) {
    first = first * 256 + (bytes[index] ?? 0);
    more = more * 256 + (bytes[index + 6] ?? 0);
  }
  return { first, more };
}
