// The first of many rows, picked without sorting the rest.

import { type Bits, countOf, eachBit, noSecond, type Values, type Wholes } from "./bits.ts";

/** Less than zero when the row `a` comes before `b`. */
export type RowOrder = (a: number, b: number) => number;

export interface Order {
  /** What rows are compared by first: the lower the earlier. */
  readonly first: (row: number) => number;
  readonly compare: RowOrder;
  /** Where that is a column's values as they are, or these below zero: no call is needed for each row then. */
  readonly plain?: { readonly column: Values; readonly sign: 1 | -1 };
  /** What is known of all rows, which is worth knowing when they are many. */
  readonly bounds?: () => Bounds;
}

export interface Bounds {
  /** Of one thing after the other that rows are compared by; it need not be all of them. */
  readonly keys: readonly Bound[];
  /** The stretches of rows, those first that hold the earliest ones: an order that rows lie in already is no slower than others. */
  readonly stretches: Int32Array;
}

export interface Bound {
  readonly value: (row: number) => number;
  /** The least value among each 32 rows. */
  readonly least: Float64Array;
}

/** Of fewer rows each is looked at. */
const many = 1_024;

/** Where one of so many rows is wanted, sorting them all is quicker than picking. */
const oneOf = 4;

/** So many times 32 rows to a stretch. */
const stretch = 16;

/** What rows are compared by: a column's values as they are, or what a table has in their place; NaN and infinite are none, and last either way. */
export interface Compared {
  readonly column: Wholes | Values;
  readonly table?: Float64Array;
  readonly descending: boolean;
  /** Times that tell most rows of one value apart: both make one number. */
  readonly times?: { readonly column: Values; readonly descending: boolean };
}

/** A number holds a time in seconds, from 1970 to 2106, and beside it one of so many values. */
export const mostBeside = 2 ** 20;
const span = 2 ** 32;

/** What is not below it is no value. */
function limitOf(column: Wholes | Values): number {
  return column instanceof Uint32Array ? noSecond : Number.POSITIVE_INFINITY;
}

/** Where a time comes among the rows of one value; those of one second, and the strange ones, are left to a closer look. */
function placeOfTime(times: Values, row: number, descending: boolean): number {
  const time = times[row] as number;
  const isSeconds = times instanceof Uint32Array;
  if (isSeconds ? time === noSecond : Number.isNaN(time)) return span - 1;
  const seconds = isSeconds ? time : Math.min(Math.max(Math.floor(time / 1000), 0), span - 2);
  return descending ? span - 2 - seconds : seconds;
}

/** Written out, since what V8 learns of one of these functions it would else have to doubt for all of them. */
export function comparedBy({ column, table, descending, times }: Compared): (row: number) => number {
  const none = Number.POSITIVE_INFINITY;
  const limit = limitOf(column);
  const sign = descending ? -1 : 1;
  const inColumn = (row: number) => {
    const value = column[row] as number;
    return value < limit ? sign * value : none;
  };
  if (table === undefined && times === undefined) return inColumn;
  const inTable = (row: number) => {
    const place = table?.[column[row] as number] as number;
    return place < none ? sign * place : none;
  };
  const own = table === undefined ? inColumn : inTable;
  if (times === undefined) return own;
  return (row) => own(row) * span + placeOfTime(times.column, row, times.descending);
}

/** The least of `comparedBy` among each 32 rows. Written out: a call for every row of a million takes longer than the whole answer. */
export function leastOf({ column, table, descending, times }: Compared): Float64Array {
  const least = new Float64Array(column.length >>> 5);
  const limit = table === undefined ? limitOf(column) : Number.POSITIVE_INFINITY;
  const sign = descending ? -1 : 1;
  for (let word = 0, row = 0; word < least.length; word += 1) {
    let lowest = Number.POSITIVE_INFINITY;
    for (const end = row + 32; row < end; row += 1) {
      const own = column[row] as number;
      let value = table === undefined ? own : (table[own] as number);
      if (!(value < limit)) continue;
      value *= sign;
      if (times !== undefined) value = value * span + placeOfTime(times.column, row, times.descending);
      if (value < lowest) lowest = value;
    }
    least[word] = lowest;
  }
  return least;
}

export function stretchesOf(bounds: readonly Bound[]): Int32Array {
  const own = bounds.map(({ least }) => leastOfStretches(least));
  return Int32Array.from((own[0] ?? []).keys()).sort((a, b) => {
    for (const least of own) {
      const [left, right] = [least[a] as number, least[b] as number];
      if (left !== right) return left < right ? -1 : 1;
    }
    return a - b;
  });
}

function leastOfStretches(least: Float64Array): Float64Array {
  const result = new Float64Array(Math.ceil(least.length / stretch)).fill(Number.POSITIVE_INFINITY);
  for (let word = 0; word < least.length; word += 1) {
    const at = Math.floor(word / stretch);
    if ((least[word] as number) < (result[at] as number)) result[at] = least[word] as number;
  }
  return result;
}

/** The rows from place `offset` on, at most `limit` of them. */
export function pick(
  rows: Bits,
  order: Order,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): readonly number[] {
  if (limit === 0) return [];
  const { first, compare, bounds, plain } = order;
  const count = countOf(rows);
  const wanted = Math.min(offset + limit, count);
  if (wanted * oneOf >= count) return sorted(rows, count, order).slice(offset, wanted);
  const { keys = [], stretches } = (count > many ? bounds?.() : undefined) ?? {};
  const best = new Heap(wanted, compare);
  const { column = null, sign = 1 } = plain ?? {};
  let found = 0;
  for (let at = 0; at * stretch < rows.length; at += 1) {
    const begin = (stretches === undefined ? at : (stretches[at] as number)) * stretch;
    const end = Math.min(begin + stretch, rows.length);
    for (let word = begin; word < end; word += 1) {
      let rest = rows[word] as number;
      if (rest === 0 || (found === wanted && areLate(word, keys, best))) continue;
      for (; rest !== 0; rest &= rest - 1) {
        const row = (word << 5) + 31 - Math.clz32(rest & -rest);
        if (found === wanted) {
          // What has no value is none of these, and no number.
          if (column !== null && sign * (column[row] as number) > best.lastFirst) continue;
          best.offer(row, first(row));
        } else {
          best.place(found, row, first(row));
          found += 1;
          if (found === wanted) best.settle();
        }
      }
    }
  }
  return best.inOrder().slice(offset);
}

/** All of them, in order. What they are compared by first is sorted as bare numbers, which takes no call for each pair. */
function sorted(rows: Bits, count: number, { first, compare }: Order): number[] {
  const firsts = new Float64Array(count);
  const all = new Int32Array(count);
  let found = 0;
  eachBit(rows, (row) => {
    all[found] = row;
    firsts[found] = first(row);
    found += 1;
  });
  const inOrder = firsts.slice().sort();
  // How many of the same number have their place already, by the first place that there is for it.
  const taken = new Int32Array(count);
  const result = new Array<number>(count);
  for (let at = 0; at < count; at += 1) {
    const place = firstPlace(inOrder, firsts[at] as number);
    result[place + (taken[place] as number)] = all[at] as number;
    taken[place] = (taken[place] as number) + 1;
  }
  for (let place = 0; place < count; ) {
    const same = taken[place] as number;
    if (same > 1) {
      const alike = result.slice(place, place + same).sort(compare);
      for (let at = 0; at < same; at += 1) result[place + at] = alike[at] as number;
    }
    place += same;
  }
  return result;
}

/** Where the first number stands that is not less, among numbers in order. */
function firstPlace(inOrder: Float64Array, number: number): number {
  let [low, high] = [0, inOrder.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((inOrder[middle] as number) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True when none of these 32 rows comes before the last of some others. */
function areLate(word: number, keys: readonly Bound[], { last, lastFirst }: Heap): boolean {
  for (let at = 0; at < keys.length; at += 1) {
    const { value, least } = keys[at] as Bound;
    const here = least[word] as number;
    const there = at === 0 ? lastFirst : value(last);
    if (here !== there) return here > there;
  }
  return false;
}

/** So many rows, the last of them on top, with what they are compared by first beside them: most are told apart by that alone. */
class Heap {
  readonly #rows: Int32Array;
  readonly #firsts: Float64Array;
  readonly #compare: RowOrder;

  constructor(size: number, compare: RowOrder) {
    this.#rows = new Int32Array(size);
    this.#firsts = new Float64Array(size);
    this.#compare = compare;
  }

  /** The row that comes after all others. */
  get last(): number {
    return this.#rows[0] as number;
  }

  get lastFirst(): number {
    return this.#firsts[0] as number;
  }

  place(at: number, row: number, first: number): void {
    this.#rows[at] = row;
    this.#firsts[at] = first;
  }

  /** Once all places are taken. */
  settle(): void {
    const size = this.#rows.length;
    for (let at = (size >>> 1) - 1; at >= 0; at -= 1) this.#sink(at, size);
  }

  /** Takes a row in place of the last when it comes before that. */
  offer(row: number, first: number): void {
    const last = this.#firsts[0] as number;
    if (first > last || (first === last && this.#compare(row, this.last) >= 0)) return;
    this.place(0, row, first);
    this.#sink(0, this.#rows.length);
  }

  /** All of them; the heap is none afterwards. */
  inOrder(): number[] {
    for (let end = this.#rows.length - 1; end > 0; end -= 1) {
      this.#swap(0, end);
      this.#sink(0, end);
    }
    return Array.from(this.#rows);
  }

  #isAfter(a: number, b: number): boolean {
    const [left, right] = [this.#firsts[a] as number, this.#firsts[b] as number];
    if (left !== right) return left > right;
    return this.#compare(this.#rows[a] as number, this.#rows[b] as number) > 0;
  }

  #sink(from: number, size: number): void {
    for (let at = from; ; ) {
      const left = 2 * at + 1;
      if (left >= size) return;
      const right = left + 1;
      const child = right < size && this.#isAfter(right, left) ? right : left;
      if (!this.#isAfter(child, at)) return;
      this.#swap(child, at);
      at = child;
    }
  }

  #swap(a: number, b: number): void {
    const [row, first] = [this.#rows[a] as number, this.#firsts[a] as number];
    this.place(a, this.#rows[b] as number, this.#firsts[b] as number);
    this.place(b, row, first);
  }
}
