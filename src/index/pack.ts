// Writing the columns: pieces are read when a row in them changes, changed in memory, and written back together.

import {
  numberColumns,
  rowMarks,
  termField,
  type ValueColumn,
  valueColumns,
  type WholeColumn,
  wordColumns,
} from "./columns.ts";
import type { Database, Value } from "./database.ts";
import { insertMany } from "./insert-many.ts";
import { packedPairs, pairsOf, unpackedPairs } from "./pairs.ts";
import { listName, narrowed, narrowedValues, pieceBytes, pieceRows, valuePiece, wholePiece } from "./pieces.ts";

export interface Packer {
  /** The first row after all that were ever used. */
  readonly top: number;
  whole(name: WholeColumn, row: number, value: number): void;
  word(name: (typeof wordColumns)[number], row: number, text: string | null): void;
  value(name: ValueColumn, row: number, value: number | null): void;
  /** One more value of a field with several; of one row alone, or of the whole story whose last row it is. */
  add(field: string, row: number, ofRow: boolean, value: number): void;
  /** All values that a whole story has of a field with several, in place of those that it has. */
  list(field: string, row: number, values: readonly number[]): void;
  /** The number of a term, made when it is new. */
  code(field: string, text: string): number;
  /** Empties some rows, so that they belong to nobody. */
  clear(first: number, last: number): void;
  /** Writes what has changed. */
  flush(): void;
}

interface Piece<T> {
  readonly data: T;
  /** As it lies in the index; null where that is not known. */
  before: Uint8Array | null;
  dirty: boolean;
}

/** `fresh`: nothing is in the index yet, so nothing need be looked for there. */
export function packer(db: Database, fresh: boolean): Packer {
  const find = db.prepare("SELECT data FROM packed WHERE name = ? AND piece = ?");
  const put = db.prepare("INSERT OR REPLACE INTO packed (name, piece, data) VALUES (?, ?, ?)");
  /** A piece's bytes, and once more to compare with: a story is mostly written as it was. */
  const stored = (name: string, piece: number): { bytes: ArrayBuffer; before: Uint8Array } | null => {
    if (fresh) return null;
    const data = find.get(name, piece)?.data as unknown as ArrayBuffer | Uint8Array | undefined;
    if (data === undefined) return null;
    const bytes = pieceBytes(data);
    return { bytes, before: new Uint8Array(bytes.slice(0)) };
  };
  const wholes = new Map<string, Piece<Int32Array>[]>();
  const values = new Map<ValueColumn, Piece<Float64Array>[]>();
  const lists = new Map<string, Piece<number[]>[]>();
  for (const name of [...wordColumns, ...numberColumns]) wholes.set(name, []);
  for (const name of valueColumns) values.set(name, []);
  if (!fresh) {
    for (const row of db.prepare("SELECT DISTINCT name FROM packed WHERE name GLOB '* list'").all())
      lists.set(String(row.name), []);
  }

  const wholeAt = (name: string, row: number): Piece<Int32Array> => {
    const pieces = wholes.get(name) as Piece<Int32Array>[];
    const piece = (row / pieceRows) | 0;
    const known = pieces[piece];
    if (known) return known;
    const there = stored(name, piece);
    const data = there ? wholePiece(there.bytes) : new Int32Array(pieceRows);
    const made = { data, before: there?.before ?? null, dirty: false };
    pieces[piece] = made;
    return made;
  };
  const valueAt = (name: ValueColumn, row: number): Piece<Float64Array> => {
    const pieces = values.get(name) as Piece<Float64Array>[];
    const piece = (row / pieceRows) | 0;
    const known = pieces[piece];
    if (known) return known;
    const there = stored(name, piece);
    const data = there ? valuePiece(name, there.bytes) : new Float64Array(pieceRows).fill(Number.NaN);
    const made = { data, before: there?.before ?? null, dirty: false };
    pieces[piece] = made;
    return made;
  };
  const listAt = (name: string, row: number): Piece<number[]> => {
    const pieces = lists.get(name) ?? [];
    lists.set(name, pieces);
    const piece = (row / pieceRows) | 0;
    const known = pieces[piece];
    if (known) return known;
    const there = stored(name, piece);
    const data = there ? unpackedPairs(pairsOf(there.bytes, piece)) : [];
    const made = { data, before: there?.before ?? null, dirty: false };
    pieces[piece] = made;
    return made;
  };
  const setWhole = (name: string, row: number, value: number) => {
    const piece = wholeAt(name, row);
    const at = row % pieceRows;
    if (piece.data[at] === value) return;
    piece.data[at] = value;
    piece.dirty = true;
  };
  const setValue = (name: ValueColumn, row: number, value: number) => {
    const piece = valueAt(name, row);
    const at = row % pieceRows;
    if (Object.is(piece.data[at], value)) return;
    piece.data[at] = value;
    piece.dirty = true;
  };

  const terms = termCodes(db, fresh);
  const fieldOf = new Map(wordColumns.map((name) => [name as string, terms.field(termField(name))]));
  let top = fresh ? 0 : storedTop(db);
  const used = (row: number) => {
    if (row >= top) top = row + 1;
  };
  return {
    get top() {
      return top;
    },
    whole(name, row, value) {
      used(row);
      setWhole(name, row, value);
    },
    word(name, row, text) {
      setWhole(name, row, text === null ? 0 : (fieldOf.get(name)?.(text) ?? 0));
    },
    value: (name, row, value) => setValue(name, row, value ?? Number.NaN),
    add(field, row, ofRow, value) {
      const piece = listAt(listName(field), row);
      piece.data.push(2 * row + (ofRow ? 1 : 0), value);
      piece.dirty = true;
    },
    list(field, row, list) {
      const piece = listAt(listName(field), row);
      const rowAt = (index: number) => piece.data[index] as number;
      // Mostly it comes after all that are there.
      let first = rowAt(piece.data.length - 2) < 2 * row ? piece.data.length : 0;
      while (first < piece.data.length && rowAt(first) < 2 * row) first += 2;
      let end = first;
      while (end < piece.data.length && rowAt(end) === 2 * row) end += 2;
      const wanted = list.flatMap((value) => [2 * row, value]);
      if (wanted.length === end - first && wanted.every((value, at) => value === piece.data[first + at])) return;
      piece.data.splice(first, end - first, ...wanted);
      piece.dirty = true;
    },
    code: (field, text) => terms.field(field)(text),
    clear(first, last) {
      for (let row = first; row <= last; row += 1) {
        for (const name of wholes.keys()) setWhole(name, row, 0);
        for (const name of values.keys()) setValue(name, row, Number.NaN);
      }
      for (const name of lists.keys()) {
        for (let row = first; row <= last; row = (Math.floor(row / pieceRows) + 1) * pieceRows) {
          const piece = listAt(name, row);
          const kept: number[] = [];
          for (let index = 0; index < piece.data.length; index += 2) {
            const at = (piece.data[index] as number) >> 1;
            if (at < first || at > last) kept.push(piece.data[index] as number, piece.data[index + 1] as number);
          }
          if (kept.length === piece.data.length) continue;
          piece.data.splice(0, piece.data.length, ...kept);
          piece.dirty = true;
        }
      }
    },
    flush() {
      terms.flush();
      // A piece's last row ends a story or not by what the next piece begins with.
      const stories = wholes.get("story") as Piece<Int32Array>[];
      const isOther = ({ dirty, before, data }: Piece<Int32Array>) =>
        dirty && (before === null || Buffer.compare(before, narrowed(data)) !== 0);
      const changed = stories.flatMap((piece, index) => (piece && isOther(piece) ? [index - 1, index] : []));
      for (const index of new Set(changed)) {
        if (index < 0) continue;
        const next = wholeAt("story", (index + 1) * pieceRows).data[0] as number;
        const { live, ends } = rowMarks(wholeAt("story", index * pieceRows).data, next);
        put.run("live", index, new Uint8Array(live.buffer) as unknown as Value);
        put.run("ends", index, new Uint8Array(ends.buffer) as unknown as Value);
      }
      const write = <N extends string, T>(
        columns: Map<N, Piece<T>[]>,
        bytesOf: (data: T, name: N, piece: number) => Uint8Array,
      ) => {
        for (const [name, pieces] of columns) {
          for (const [index, piece] of pieces.entries()) {
            if (!piece) continue;
            const bytes = piece.dirty ? bytesOf(piece.data, name, index) : null;
            piece.dirty = false;
            if (bytes === null || (piece.before && Buffer.compare(piece.before, bytes) === 0)) continue;
            put.run(name, index, bytes as unknown as Value);
            piece.before = null;
          }
        }
      };
      write(wholes, narrowed);
      write(values, (data, name) => narrowedValues(name, data));
      write(lists, (data, _, piece) => packedPairs(sortedPairs(data), piece));
    },
  };
}

/** By row; what came later for a row stays behind. */
function sortedPairs(pairs: readonly number[]): Int32Array {
  const sorted = new Int32Array(pairs);
  let inOrder = true;
  for (let index = 2; index < sorted.length; index += 2) {
    if ((sorted[index] as number) >> 1 < (sorted[index - 2] as number) >> 1) inOrder = false;
  }
  if (inOrder) return sorted;
  const order = Array.from({ length: pairs.length / 2 }, (_, index) => 2 * index);
  order.sort((a, b) => ((pairs[a] as number) >> 1) - ((pairs[b] as number) >> 1));
  for (const [index, from] of order.entries()) {
    sorted[2 * index] = pairs[from] as number;
    sorted[2 * index + 1] = pairs[from + 1] as number;
  }
  return sorted;
}

function storedTop(db: Database): number {
  return Number(db.prepare("SELECT max(last) AS n FROM story").get()?.n ?? -1) + 1;
}

function termCodes(db: Database, fresh: boolean) {
  const fields = new Map<string, (text: string) => number>();
  const find = db.prepare("SELECT code FROM term WHERE field = ? AND text = ?");
  const newest = db.prepare("SELECT max(code) AS n FROM term WHERE field = ?");
  const insert = insertMany(db, "term", ["field", "text", "code"]);
  /** How the terms of a field get their numbers. */
  const field = (name: string): ((text: string) => number) => {
    const known = fields.get(name);
    if (known) return known;
    const codes = new Map<string, number>();
    let next = -1;
    const codeOf = (text: string): number => {
      const there = codes.get(text);
      if (there !== undefined) return there;
      if (next === -1) next = 1 + (fresh ? 0 : Number(newest.get(name)?.n ?? 0));
      const stored = fresh ? undefined : find.get(name, text)?.code;
      const code = stored === undefined ? next++ : Number(stored);
      codes.set(text, code);
      if (stored === undefined) insert.add(name, text, code);
      return code;
    };
    fields.set(name, codeOf);
    return codeOf;
  };
  return { field, flush: () => insert.flush() };
}
