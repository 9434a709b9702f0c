// Fields of several values as pairs of a row and a value, a piece of rows at a time: as they lie in the index and in memory alike.

import type { Wholes } from "./bits.ts";
import { asNarrow, narrow, pieceRows } from "./pieces.ts";

/** The pairs of one piece of rows, by row. */
export interface Pairs {
  /** Twice the first row of the piece. */
  readonly base: number;
  /** To be added to that: twice the row, and one more when the value is only that row's and not its whole story's. */
  readonly at: Uint16Array;
  /** The value of each. */
  readonly values: Wholes;
}

/** How many bytes the head has: the number of pairs, and how wide a value is. */
const headBytes = 8;

/** Pairs as they lie in the index, from twice their rows and values in turn; `piece`: the one that all of them are of. */
export function packedPairs(pairs: Int32Array, piece: number): Uint8Array {
  const count = pairs.length >>> 1;
  const base = 2 * piece * pieceRows;
  const [at, values] = [new Uint16Array(count), new Int32Array(count)];
  for (let index = 0; index < count; index += 1) {
    at[index] = (pairs[2 * index] as number) - base;
    values[index] = pairs[2 * index + 1] as number;
  }
  const narrowed = narrow(values);
  const bytes = new Uint8Array(headBytes + 2 * count + narrowed.byteLength);
  bytes.set(new Uint8Array(Uint32Array.of(count, narrowed.BYTES_PER_ELEMENT).buffer));
  // Wide numbers may begin at some places only; of narrow ones an odd number may stand last.
  const [first, second] = narrowed.BYTES_PER_ELEMENT > 1 ? [narrowed, at] : [at, narrowed];
  bytes.set(bytesOf(first), headBytes);
  bytes.set(bytesOf(second), headBytes + first.byteLength);
  return bytes;
}

/** The pairs of a piece, without copying them. */
export function pairsOf(bytes: ArrayBuffer, piece: number): Pairs {
  const [count = 0, width = 1] = new Uint32Array(bytes, 0, 2);
  const valuesFirst = width > 1;
  const at = new Uint16Array(bytes, headBytes + (valuesFirst ? count * width : 0), count);
  const values = asNarrow(bytes, width, headBytes + (valuesFirst ? 0 : 2 * count), count);
  return { base: 2 * piece * pieceRows, at, values };
}

/** No pairs at all. */
export function noPairs(piece: number): Pairs {
  return { base: 2 * piece * pieceRows, at: new Uint16Array(), values: new Uint8Array() };
}

/** Twice their rows and their values in turn, as `packedPairs` takes them. */
export function unpackedPairs({ base, at, values }: Pairs): number[] {
  const pairs: number[] = [];
  for (let index = 0; index < at.length; index += 1) pairs.push(base + (at[index] as number), values[index] as number);
  return pairs;
}

/** All values of a row that stand for its whole story. */
export function valuesAt(pairs: readonly Pairs[], row: number): readonly number[] {
  const piece = pairs[Math.floor(row / pieceRows)];
  const found: number[] = [];
  if (!piece) return found;
  const { base, at, values } = piece;
  const wanted = 2 * row - base;
  let [low, high] = [0, at.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((at[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  for (; at[low] === wanted; low += 1) found.push(values[low] as number);
  return found;
}

function bytesOf(numbers: Wholes): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
