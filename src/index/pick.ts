// The first of many rows, picked without sorting the rest.

import { type Bits, countOf, eachBit } from "./bits.ts";

/** Less than zero when the row `a` comes before `b`. */
export type RowOrder = (a: number, b: number) => number;

export interface Order {
  /** What rows are compared by first: the lower the earlier. */
  readonly first: (row: number) => number;
  readonly compare: RowOrder;
  /** What is known of many rows at a time, of one thing after the other that they are compared by; it need not be all of them. */
  readonly bounds?: readonly Bound[];
  /** The stretches of rows, those first that hold the earliest ones: an order that rows lie in already is no slower than others. */
  readonly stretches?: Int32Array;
}

export interface Bound {
  readonly value: (row: number) => number;
  /** The least value among each 32 rows. */
  readonly least: Float64Array;
}

/** So many times 32 rows to a stretch. */
const stretch = 4;

/** Of rows that are a multiple of 32. */
export function leastOf(value: (row: number) => number, rows: number): Float64Array {
  const least = new Float64Array(rows >>> 5);
  for (let word = 0, row = 0; word < least.length; word += 1) {
    let lowest = Number.POSITIVE_INFINITY;
    for (const end = row + 32; row < end; row += 1) {
      const own = value(row);
      if (own < lowest) lowest = own;
    }
    least[word] = lowest;
  }
  return least;
}

export function stretchesOf(least: Float64Array): Int32Array {
  const count = Math.ceil(least.length / stretch);
  const own = Float64Array.from({ length: count }, (_, at) =>
    Math.min(...least.subarray(at * stretch, (at + 1) * stretch)),
  );
  return Int32Array.from(own.keys()).sort((a, b) => (own[a] as number) - (own[b] as number) || a - b);
}

/** The rows from place `offset` on, at most `limit` of them. */
export function pick(
  rows: Bits,
  { first, compare, bounds = [], stretches }: Order,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): readonly number[] {
  const wanted = offset + limit;
  if (limit === 0) return [];
  const count = countOf(rows);
  if (wanted * 4 >= count) {
    const all: number[] = [];
    eachBit(rows, (row) => all.push(row));
    return all.sort(compare).slice(offset, wanted);
  }
  // A heap of the best so far, the worst of them on top: most rows are turned away by one comparison, or 32 of them are.
  const heap: number[] = [];
  let worst = Number.POSITIVE_INFINITY;
  for (let at = 0; at * stretch < rows.length; at += 1) {
    const begin = (stretches === undefined ? at : (stretches[at] as number)) * stretch;
    for (let word = begin; word < begin + stretch && word < rows.length; word += 1) {
      let rest = rows[word] as number;
      if (rest === 0 || (heap.length === wanted && areLate(word, bounds, heap[0] as number))) continue;
      for (; rest !== 0; rest &= rest - 1) {
        const row = (word << 5) + 31 - Math.clz32(rest & -rest);
        if (heap.length < wanted) {
          heap.push(row);
          if (heap.length < wanted) continue;
          heap.sort((a, b) => compare(b, a));
        } else {
          if (first(row) > worst || compare(row, heap[0] as number) >= 0) continue;
          heap[0] = row;
          sink(heap, compare);
        }
        worst = first(heap[0] as number);
      }
    }
  }
  return heap.sort(compare).slice(offset);
}

/** True when none of these 32 rows comes before another row. */
function areLate(word: number, bounds: readonly Bound[], other: number): boolean {
  for (const { value, least } of bounds) {
    const [here, there] = [least[word] as number, value(other)];
    if (here !== there) return here > there;
  }
  return false;
}

function sink(heap: number[], compare: RowOrder): void {
  for (let at = 0; ; ) {
    const left = 2 * at + 1;
    if (left >= heap.length) return;
    const right = left + 1;
    const child = right < heap.length && compare(heap[right] as number, heap[left] as number) > 0 ? right : left;
    if (compare(heap[child] as number, heap[at] as number) <= 0) return;
    const row = heap[at] as number;
    heap[at] = heap[child] as number;
    heap[child] = row;
    at = child;
  }
}
