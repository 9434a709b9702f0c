// How the numbers of a column lie in the index: in pieces of so many rows, each in the narrowest kind of number that holds them.

import { noSecond, type Values, type Wholes } from "./bits.ts";
import type { ValueColumn } from "./columns.ts";

/** Rows to a piece; a multiple of 32, so that sets of rows lie in pieces as well. */
export const pieceRows = 4_096;

export interface Piece {
  readonly piece: number;
  readonly data: ArrayBuffer | Uint8Array;
}

/** A piece's bytes: SQLite's room gives them in one way or the other, and not always where numbers may begin. */
export function pieceBytes(data: ArrayBuffer | Uint8Array): ArrayBuffer {
  return data instanceof Uint8Array ? new Uint8Array(data).buffer : data;
}

/** Whole numbers in the narrowest kind that holds them, since few are large. */
export function narrow(numbers: Int32Array): Wholes {
  let all = 0;
  for (let at = 0; at < numbers.length; at += 1) all |= numbers[at] as number;
  if (all >>> 8 === 0) return new Uint8Array(numbers);
  return all >>> 16 === 0 ? new Uint16Array(numbers) : numbers;
}

/** Bytes as numbers of the kind that `narrow` chose, `width` bytes each. */
export function asNarrow(bytes: ArrayBuffer, width: number, offset: number, count: number): Wholes {
  return new (width === 1 ? Uint8Array : width === 2 ? Uint16Array : Int32Array)(bytes, offset, count);
}

/** A piece of whole numbers as it lies in the index. */
export function narrowed(piece: Int32Array): Uint8Array {
  return new Uint8Array(narrow(piece).buffer);
}

/** The numbers of a piece, from its bytes. */
export function wholePiece(bytes: ArrayBuffer): Int32Array {
  return new Int32Array(asStored(bytes));
}

function asStored(bytes: ArrayBuffer): Wholes {
  const width = Math.max(1, bytes.byteLength / pieceRows);
  return asNarrow(bytes, width, 0, bytes.byteLength / width);
}

export function joinedWhole(pieces: readonly Piece[], size: number): Wholes {
  const widest = pieces.reduce((most, { data }) => Math.max(most, data.byteLength / pieceRows), 1);
  const column = asNarrow(new ArrayBuffer(size * widest), widest, 0, size);
  for (const { piece, data } of pieces) column.set(asStored(pieceBytes(data)), piece * pieceRows);
  return column;
}

/** Columns of times: where all of a piece are whole seconds, from 1970 to 2106, that is how they are kept. */
const times: ReadonlySet<ValueColumn> = new Set<ValueColumn>([
  ...(["created", "updated", "closed", "told", "due", "story_due", "task_created"] as const),
]);

/** A piece of values as it lies in the index: times in seconds, points one higher, where they are whole; the rest as it is. */
export function narrowedValues(name: ValueColumn, piece: Float64Array): Uint8Array {
  const wholes = times.has(name) ? secondsOf(piece) : name === "points" ? oneHigher(piece) : null;
  return new Uint8Array((wholes === null ? piece : wholes).buffer);
}

function secondsOf(piece: Float64Array): Uint32Array | null {
  const seconds = new Uint32Array(piece.length);
  for (let at = 0; at < piece.length; at += 1) {
    const value = piece[at] as number;
    const second = value / 1000;
    if (!Number.isNaN(value) && !(Number.isInteger(second) && second >= 0 && second < noSecond)) return null;
    seconds[at] = Number.isNaN(value) ? noSecond : second;
  }
  return seconds;
}

/** 0 is none. */
function oneHigher(piece: Float64Array): Wholes | null {
  const wholes = new Int32Array(piece.length);
  for (let at = 0; at < piece.length; at += 1) {
    const value = piece[at] as number;
    if (Number.isNaN(value)) continue;
    if (!Number.isInteger(value) || value < 0 || value >= 2 ** 31 - 1) return null;
    wholes[at] = value + 1;
  }
  return narrow(wholes);
}

/** The values of a piece, from its bytes: times in milliseconds; NaN is none. */
export function valuePiece(name: ValueColumn, bytes: ArrayBuffer): Float64Array {
  if (isAsIs({ data: bytes })) return new Float64Array(bytes);
  const values = new Float64Array(times.has(name) ? new Uint32Array(bytes) : asStored(bytes));
  for (let at = 0; at < values.length; at += 1) {
    const whole = values[at] as number;
    if (times.has(name)) values[at] = whole === noSecond ? Number.NaN : whole * 1000;
    else values[at] = whole === 0 ? Number.NaN : whole - 1;
  }
  return values;
}

function isAsIs({ data }: Pick<Piece, "data">): boolean {
  return data.byteLength === 8 * pieceRows;
}

/** All values of a column. They stay seconds where every piece has them: to read a million is half the work then, and all of it. */
export function joinedValues(name: ValueColumn, pieces: readonly Piece[], size: number): Values {
  if (times.has(name) && !pieces.some(isAsIs)) return joined(pieces, new Uint32Array(size), noSecond);
  if (pieces.every(isAsIs)) return joined(pieces, new Float64Array(size), Number.NaN);
  const column = new Float64Array(size).fill(Number.NaN);
  for (const { piece, data } of pieces) column.set(valuePiece(name, pieceBytes(data)), piece * pieceRows);
  return column;
}

/** The name under which the pairs of a field lie: a custom field may be called as a column is. */
export function listName(field: string): string {
  return `${field} list`;
}

/** The pieces one after the other; `none` stands where there is no piece. */
export function joined<T extends Float64Array | Uint32Array>(pieces: readonly Piece[], column: T, none: number): T {
  const bytes = new Uint8Array(column.buffer);
  let next = 0;
  for (const { piece, data } of pieces) {
    const own = data instanceof Uint8Array ? data : new Uint8Array(data);
    const start = piece * own.length;
    if (start > next) column.fill(none, next / column.BYTES_PER_ELEMENT, start / column.BYTES_PER_ELEMENT);
    bytes.set(own, start);
    next = start + own.length;
  }
  return column.fill(none, next / column.BYTES_PER_ELEMENT) as T;
}
