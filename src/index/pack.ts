// Writing the columns: pieces are read when a row in them changes, changed in memory, and written back together.

import {
  numberColumns,
  rowMarks,
  termField,
  type ValueColumn,
  valueColumns,
  type WholeColumn,
  type WordColumn,
  wordColumns,
} from "./columns.ts";
import type { Database, Value } from "./database.ts";
import { insertMany } from "./insert-many.ts";
import { packedPairs, pairsOf, unpackedPairs } from "./pairs.ts";
import { listName, narrowed, narrowedValues, pieceBytes, pieceRows, valuePiece, wholePiece } from "./pieces.ts";

export interface Packer {
  /** The first row after all that were ever used. */
  readonly top: number;
  /** Columns of numbers, and of words by their numbers. */
  readonly wholes: Readonly<Record<WholeColumn, ColumnWriter<number>>>;
  readonly values: Readonly<Record<ValueColumn, ColumnWriter<number | null>>>;
  /** The numbers of words in their columns, made when they are new; 0 of none. */
  readonly words: Readonly<Record<WordColumn, (text: string | null | undefined) => number>>;
  /** One more value of a field with several; of one row alone, or of the whole story whose last row it is. */
  add(field: string, row: number, ofRow: boolean, value: number): void;
  /** All values that a whole story has of a field with several, in place of those that it has. */
  list(field: string, row: number, values: readonly number[]): void;
  /** The number of a term of such a field, made when it is new. */
  code(field: string, text: string): number;
  /** Empties some rows, so that they belong to nobody. */
  clear(first: number, last: number): void;
  /** Writes what has changed. */
  flush(): void;
}

/** A column to write into: taken once and used for every row, since looking it up by its name would take longer than writing. */
export interface ColumnWriter<V> {
  set(row: number, value: V): void;
}

interface Piece<T> {
  readonly data: T;
  /** As it lies in the index; null where that is not known. */
  before: Uint8Array | null;
  dirty: boolean;
}

/** The pieces of a column that are in memory. */
interface PackedColumn<T> {
  readonly pieces: Piece<T>[];
  /** The piece of a row, read or made when it is not in memory. */
  at(row: number): Piece<T>;
}

/** `fresh`: nothing is in the index yet, so nothing need be looked for there. */
export function packer(db: Database, fresh: boolean): Packer {
  const find = db.prepare("SELECT data FROM packed WHERE name = ? AND piece = ?");
  const put = db.prepare("INSERT OR REPLACE INTO packed (name, piece, data) VALUES (?, ?, ?)");
  const column = <T>(
    name: string,
    unpack: (bytes: ArrayBuffer, piece: number) => T,
    empty: () => T,
  ): PackedColumn<T> => {
    const pieces: Piece<T>[] = [];
    const load = (piece: number): Piece<T> => {
      const data = fresh ? undefined : (find.get(name, piece)?.data as unknown as ArrayBuffer | Uint8Array | undefined);
      if (data === undefined) return { data: empty(), before: null, dirty: false };
      const bytes = pieceBytes(data);
      // Once more to compare with: a story is mostly written as it was.
      const before = new Uint8Array(bytes.slice(0));
      return { data: unpack(bytes, piece), before, dirty: false };
    };
    return {
      pieces,
      at(row) {
        const piece = (row / pieceRows) | 0;
        pieces[piece] ??= load(piece);
        return pieces[piece];
      },
    };
  };

  let top = fresh ? 0 : storedTop(db);
  const wholes = recordOf([...wordColumns, ...numberColumns], (name) => {
    const own = column(name, wholePiece, () => new Int32Array(pieceRows));
    const set = (row: number, value: number) => {
      if (row >= top) top = row + 1;
      const piece = own.at(row);
      const at = row % pieceRows;
      if (piece.data[at] === value) return;
      piece.data[at] = value;
      piece.dirty = true;
    };
    return { ...own, set };
  });
  const values = recordOf(valueColumns, (name) => {
    const unpack = (bytes: ArrayBuffer) => valuePiece(name, bytes);
    const own = column(name, unpack, () => new Float64Array(pieceRows).fill(Number.NaN));
    const set = (row: number, value: number | null) => {
      const number = value ?? Number.NaN;
      const piece = own.at(row);
      const at = row % pieceRows;
      if (Object.is(piece.data[at], number)) return;
      piece.data[at] = number;
      piece.dirty = true;
    };
    return { ...own, set };
  });
  const lists = new Map<string, PackedColumn<number[]>>();
  const listOf = (name: string): PackedColumn<number[]> => {
    const known = lists.get(name);
    if (known) return known;
    const made = column(
      name,
      (bytes, piece) => unpackedPairs(pairsOf(bytes, piece)),
      (): number[] => [],
    );
    lists.set(name, made);
    return made;
  };
  if (!fresh) {
    for (const row of db.prepare("SELECT DISTINCT name FROM packed WHERE name GLOB '* list'").all())
      listOf(String(row.name));
  }

  const terms = termCodes(db, fresh);
  const words = recordOf(wordColumns, (name) => {
    const numberOf = terms.field(termField(name));
    return (text: string | null | undefined) => (text === null || text === undefined ? 0 : numberOf(text));
  });
  return {
    get top() {
      return top;
    },
    wholes,
    values,
    words,
    add(field, row, ofRow, value) {
      const piece = listOf(listName(field)).at(row);
      piece.data.push(2 * row + (ofRow ? 1 : 0), value);
      piece.dirty = true;
    },
    list(field, row, list) {
      const piece = listOf(listName(field)).at(row);
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
        for (const column of Object.values(wholes)) column.set(row, 0);
        for (const column of Object.values(values)) column.set(row, null);
      }
      for (const list of lists.values()) {
        for (let row = first; row <= last; row = (Math.floor(row / pieceRows) + 1) * pieceRows) {
          const piece = list.at(row);
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
      const stories = wholes.story;
      const isOther = ({ dirty, before, data }: Piece<Int32Array>) =>
        dirty && (before === null || Buffer.compare(before, narrowed(data)) !== 0);
      const changed = stories.pieces.flatMap((piece, index) => (piece && isOther(piece) ? [index - 1, index] : []));
      for (const index of new Set(changed)) {
        if (index < 0) continue;
        const next = stories.at((index + 1) * pieceRows).data[0] as number;
        const { live, ends } = rowMarks(stories.at(index * pieceRows).data, next);
        put.run("live", index, new Uint8Array(live.buffer) as unknown as Value);
        put.run("ends", index, new Uint8Array(ends.buffer) as unknown as Value);
      }
      const write = <N extends string, T>(
        columns: Iterable<readonly [name: N, column: PackedColumn<T>]>,
        bytesOf: (data: T, name: N, piece: number) => Uint8Array,
      ) => {
        for (const [name, { pieces }] of columns) {
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
      write(Object.entries(wholes), narrowed);
      for (const name of valueColumns) write([[name, values[name]]], (data) => narrowedValues(name, data));
      write(lists, (data, _, piece) => packedPairs(sortedPairs(data), piece));
    },
  };
}

function recordOf<K extends string, V>(keys: readonly K[], make: (key: K) => V): Readonly<Record<K, V>> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<K, V>;
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
