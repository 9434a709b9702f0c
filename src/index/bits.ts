// Sets of rows as bits, 32 of them to a word: what makes a query over a million stories a matter of milliseconds. Values that come in
// no order are compared without branches, which the processor would guess wrong half the time.

export type Bits = Uint32Array;

/** Whole numbers of all rows, in the narrowest kind that holds them; as many as a multiple of 32. */
export type Wholes = Uint8Array | Uint16Array | Int32Array;

/** Values of all rows: as they are, times in milliseconds and NaN for none; or times in seconds, where they are whole. */
export type Values = Float64Array | Uint32Array;

/** In place of seconds: none. */
export const noSecond = 2 ** 32 - 1;

/** A time of a column; null where there is none. */
export function timeIn(values: Values, row: number): number | null {
  const time = valueIn(values, row);
  return Number.isNaN(time) ? null : time;
}

/** One of the values as it is. */
export function valueIn(values: Values, row: number): number {
  const value = values[row] as number;
  return values instanceof Float64Array ? value : value === noSecond ? Number.NaN : value * 1000;
}

export function bitsFor(rows: number): Bits {
  return new Uint32Array((rows + 31) >>> 5);
}

export function setBit(bits: Bits, row: number): void {
  const word = row >>> 5;
  bits[word] = (bits[word] as number) | (1 << (row & 31));
}

export function hasBit(bits: Bits, row: number): boolean {
  return (((bits[row >>> 5] as number) >>> (row & 31)) & 1) === 1;
}

export function both(a: Bits, b: Bits): Bits {
  const result = new Uint32Array(a.length);
  for (let word = 0; word < a.length; word += 1) result[word] = (a[word] as number) & (b[word] as number);
  return result;
}

export function either(a: Bits, b: Bits): Bits {
  const result = new Uint32Array(a.length);
  for (let word = 0; word < a.length; word += 1) result[word] = (a[word] as number) | (b[word] as number);
  return result;
}

/** What is in `all` and not in `bits`. */
export function without(all: Bits, bits: Bits): Bits {
  const result = new Uint32Array(all.length);
  for (let word = 0; word < all.length; word += 1) result[word] = (all[word] as number) & ~(bits[word] as number);
  return result;
}

export function countOf(bits: Bits): number {
  let count = 0;
  for (let word = 0; word < bits.length; word += 1) {
    let n = bits[word] as number;
    if (n === 0) continue;
    n -= (n >>> 1) & 0x55555555;
    n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
    count += (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return count;
}

/** Calls for every row of the set, in order; `false` ends it. */
export function eachBit(bits: Bits, call: (row: number) => unknown): void {
  for (let word = 0; word < bits.length; word += 1) {
    let rest = bits[word] as number;
    while (rest !== 0) {
      const low = rest & -rest;
      if (call((word << 5) + 31 - Math.clz32(low)) === false) return;
      rest ^= low;
    }
  }
}

/** Rows for which a column has exactly this value. */
export function equalTo(column: Wholes, value: number): Bits {
  if (column instanceof Uint8Array && isLittleEndian)
    return value > 255 ? bitsFor(column.length) : byFours(column, 255, value, 0);
  const bits = bitsFor(column.length);
  // Of a value that few rows have, `indexOf` finds the next one many times as fast as a loop does.
  const few = column.length >>> 7;
  let row = column.indexOf(value);
  for (let found = 0; row !== -1 && found < few; found += 1) {
    setBit(bits, row);
    row = column.indexOf(value, row + 1);
  }
  if (row === -1) return bits;
  for (let word = row >>> 5, first = word << 5; word < bits.length; word += 1, first += 32) {
    let set = bits[word] as number;
    for (let bit = 0; bit < 32; bit += 1) set |= Number(column[first + bit] === value) << bit;
    bits[word] = set;
  }
  return bits;
}

const isLittleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** Rows whose byte is `wanted` in the bits of `mask`, or with 0b1111 to `flip` those whose is not; four are looked at together. */
function byFours(column: Uint8Array, mask: number, wanted: number, flip: number): Bits {
  const bits = bitsFor(column.length);
  const fours = new Uint32Array(column.buffer, column.byteOffset, column.length >>> 2);
  const [masks, all] = [Math.imul(mask, 0x01010101), Math.imul(wanted, 0x01010101)];
  for (let word = 0, at = 0; word < bits.length; word += 1, at += 8) {
    let set = 0;
    for (let part = 0; part < 8; part += 1)
      set |= (zeroBytes(((fours[at + part] as number) & masks) ^ all) ^ flip) << (4 * part);
    bits[word] = set;
  }
  return bits;
}

/** Four bits: which bytes of a word are zero. */
function zeroBytes(word: number): number {
  const others = ((word & 0x7f7f7f7f) + 0x7f7f7f7f) | word;
  return Math.imul((~others >>> 7) & 0x01010101, 0x10204080) >>> 28;
}

/** Rows whose value is marked in a table; values beyond its end are not. */
export function markedIn(column: Wholes, table: Uint8Array): Bits {
  const bits = bitsFor(column.length);
  for (let word = 0, row = 0; word < bits.length; word += 1, row += 32) {
    let set = 0;
    for (let bit = 0; bit < 32; bit += 1) set |= Number(table[column[row + bit] as number] === 1) << bit;
    bits[word] = set;
  }
  return bits;
}

/** Rows whose value has one of these flags. */
export function flagged(column: Wholes, flag: number): Bits {
  if (column instanceof Uint8Array && isLittleEndian) return byFours(column, flag & 255, 0, 0b1111);
  const bits = bitsFor(column.length);
  for (let word = 0, row = 0; word < bits.length; word += 1, row += 32) {
    let set = 0;
    for (let bit = 0; bit < 32; bit += 1) set |= Number(((column[row + bit] as number) & flag) !== 0) << bit;
    bits[word] = set;
  }
  return bits;
}

/** Rows with a value from `from` to before `to`; those without one are never among them. */
export function within(column: Values, from: number, to: number): Bits {
  if (column instanceof Uint32Array) return secondsWithin(column, from / 1000, to / 1000);
  const bits = bitsFor(column.length);
  for (let word = 0, row = 0; word < bits.length; word += 1, row += 32) {
    let set = 0;
    for (let bit = 0; bit < 32; bit += 1) {
      const value = column[row + bit] as number;
      set |= (Number(value >= from) & Number(value < to)) << bit;
    }
    bits[word] = set;
  }
  return bits;
}

function secondsWithin(column: Uint32Array, from: number, to: number): Bits {
  const bits = bitsFor(column.length);
  const [low, high] = [from, to].map((bound) => Math.min(Math.max(Math.ceil(bound), 0), noSecond)) as [number, number];
  const length = Math.max(0, high - low);
  for (let word = 0, row = 0; word < bits.length; word += 1, row += 32) {
    let set = 0;
    // What is less than `low` is more than any length.
    for (let bit = 0; bit < 32; bit += 1) set |= Number(((column[row + bit] as number) - low) >>> 0 < length) << bit;
    bits[word] = set;
  }
  return bits;
}

/** Of every run of rows that ends at a row of `ends`: its end, when any row of it is in the set. */
export function endsOfRuns(bits: Bits, ends: Bits): Bits {
  const result = new Uint32Array(bits.length);
  // Within a run all bits but the last are added to ones: whatever is set there carries into the last, and no further.
  let carry = 0;
  for (let word = 0; word < bits.length; word += 1) {
    const set = bits[word] as number;
    const end = ends[word] as number;
    const sum = ((set & ~end) >>> 0) + (~end >>> 0) + carry;
    carry = sum > 0xffffffff ? 1 : 0;
    result[word] = (sum | set) & end;
  }
  return result;
}

/** The rows of all runs whose end is in the set, which holds nothing but ends. */
export function wholeRuns(chosen: Bits, ends: Bits): Bits {
  const result = new Uint32Array(chosen.length);
  // From an end down to the one before it, by steps of 1, 2, 4 and so on: what is set spreads over rows that are no end.
  let above = 0;
  for (let word = chosen.length - 1; word >= 0; word -= 1) {
    let open = ~(ends[word] as number);
    let set = (chosen[word] as number) | (above & open);
    for (let step = 1; step < 32; step <<= 1) {
      set |= open & (set >>> step);
      open &= open >>> step;
    }
    result[word] = set;
    above = set << 31;
  }
  return result;
}
