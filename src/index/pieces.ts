// How the numbers of a column lie in the index: in pieces of so many rows, each in the narrowest kind of number that holds them.

import type { Wholes } from "./bits.ts";
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

/** A piece of whole numbers as it lies in the index: of the narrowest kind that holds them, since few are large. */
export function narrowed(piece: Int32Array): Uint8Array {
  let all = 0;
  for (let at = 0; at < piece.length; at += 1) all |= piece[at] as number;
  if (all >>> 8 === 0) return new Uint8Array(piece);
  return new Uint8Array((all >>> 16 === 0 ? new Uint16Array(piece) : piece).buffer);
}

/** The numbers of a piece, from its bytes. */
export function wholePiece(bytes: ArrayBuffer): Int32Array {
  return new Int32Array(asStored(bytes));
}

function asStored(bytes: ArrayBuffer): Wholes {
  if (bytes.byteLength === pieceRows) return new Uint8Array(bytes);
  return bytes.byteLength === 2 * pieceRows ? new Uint16Array(bytes) : new Int32Array(bytes);
}

export function joinedWhole(pieces: readonly Piece[], size: number): Wholes {
  const widest = pieces.reduce((most, { data }) => Math.max(most, data.byteLength / pieceRows), 1);
  const column = new (widest === 1 ? Uint8Array : widest === 2 ? Uint16Array : Int32Array)(size);
  for (const { piece, data } of pieces) column.set(asStored(pieceBytes(data)), piece * pieceRows);
  return column;
}

/**
 * What the values of some columns are multiples of: they are kept as whole numbers, and one more. The times that every list needs are
 * not, since a command that has just begun reads them sooner than it works them out.
 */
const units: Partial<Record<ValueColumn, number>> = {
  ...{ created: 1_000, due: 1_000, story_due: 1_000, task_created: 1_000 },
  points: 1,
};

/** A piece of values as it lies in the index. */
export function narrowedValues(name: ValueColumn, piece: Float64Array): Uint8Array {
  const asIs = new Uint8Array(piece.buffer);
  const unit = units[name];
  if (unit === undefined) return asIs;
  const wholes = new Int32Array(piece.length);
  for (let at = 0; at < piece.length; at += 1) {
    const value = piece[at] as number;
    if (Number.isNaN(value)) continue;
    const whole = value / unit;
    if (!Number.isInteger(whole) || whole < 0 || whole >= 2 ** 31 - 1) return asIs;
    wholes[at] = whole + 1;
  }
  return narrowed(wholes);
}

/** The values of a piece, from its bytes. */
export function valuePiece(name: ValueColumn, bytes: ArrayBuffer): Float64Array {
  if (bytes.byteLength === 8 * pieceRows) return new Float64Array(bytes);
  const values = new Float64Array(pieceRows);
  readWholes(asStored(bytes), units[name] ?? 1, values, 0);
  return values;
}

function readWholes(wholes: Wholes, unit: number, into: Float64Array, start: number): void {
  // What is copied is made a number of this kind on the way, whichever kind it was.
  into.set(wholes, start);
  for (let at = start, end = start + wholes.length; at < end; at += 1) {
    const whole = into[at] as number;
    into[at] = whole === 0 ? Number.NaN : (whole - 1) * unit;
  }
}

export function joinedValues(name: ValueColumn, pieces: readonly Piece[], size: number): Float64Array {
  const isAsIs = ({ data }: Piece) => data.byteLength === 8 * pieceRows;
  if (pieces.every(isAsIs)) return joined(pieces, new Float64Array(size), Number.NaN);
  const column = new Float64Array(size);
  let next = 0;
  for (const each of pieces) {
    const bytes = pieceBytes(each.data);
    const start = each.piece * pieceRows;
    column.fill(Number.NaN, next, start);
    if (isAsIs(each)) column.set(new Float64Array(bytes), start);
    else readWholes(asStored(bytes), units[name] ?? 1, column, start);
    next = start + pieceRows;
  }
  return column.fill(Number.NaN, next);
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

export function joinedPairs(pieces: readonly Piece[]): Int32Array {
  const length = pieces.reduce((sum, { data }) => sum + data.byteLength / 4, 0);
  const pairs = new Int32Array(length);
  let at = 0;
  for (const { data } of pieces) {
    const own = new Int32Array(pieceBytes(data));
    pairs.set(own, at);
    at += own.length;
  }
  return pairs;
}
