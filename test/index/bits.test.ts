// Sets of rows found in columns of every kind, held to looking at one row after the other.

import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Bits,
  equalTo,
  flagged,
  hasBit,
  markedIn,
  noSecond,
  type Values,
  valueIn,
  within,
} from "../../src/index/bits.ts";
import type { ValueColumn } from "../../src/index/columns.ts";
import { packedPairs, pairsOf, unpackedPairs, valuesAt } from "../../src/index/pairs.ts";
import { joinedValues, narrowed, narrowedValues, pieceRows, valuePiece, wholePiece } from "../../src/index/pieces.ts";

const rows = 320;
const rowsIn = (bits: Bits) => Array.from({ length: rows }, (_, row) => row).filter((row) => hasBit(bits, row));

test("rows of a value, of marked values, and with a flag, in each kind of column", () => {
  const example = fc.record({
    values: fc.array(fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0, 1, 127, 128, 255)), {
      minLength: rows,
      maxLength: rows,
      size: "max",
    }),
    value: fc.constantFrom(0, 1, 2, 127, 128, 129, 254, 255, 256, 511, 65_536),
    table: fc.uint8Array({ minLength: 1, maxLength: 300, max: 1 }),
  });
  fc.assert(
    fc.property(example, ({ values, value, table }) => {
      const where = (test: (value: number) => boolean) =>
        [...values.keys()].filter((row) => test(values[row] as number));
      for (const kind of [Uint8Array, Uint16Array, Int32Array]) {
        const column = kind.from(values);
        expect(rowsIn(equalTo(column, value))).toEqual(where((each) => each === value));
        expect(rowsIn(markedIn(column, table))).toEqual(where((each) => table[each] === 1));
        expect(rowsIn(flagged(column, value & 255))).toEqual(where((each) => (each & value & 255) !== 0));
      }
    }),
    { numRuns: 200 },
  );
});

test("a piece is kept in the narrowest kind that holds it, and read as it was", () => {
  for (const [largest, bytes] of [
    [0, 1],
    [255, 1],
    [256, 2],
    [65_535, 2],
    [65_536, 4],
    [99_999_999, 4],
  ] as const) {
    const piece = new Int32Array(pieceRows);
    piece[7] = largest;
    piece[pieceRows - 1] = 1;
    const kept = narrowed(piece);
    expect(kept.length).toBe(bytes * pieceRows);
    expect(wholePiece(new Uint8Array(kept).buffer)).toEqual(piece);
  }
});

test("rows within bounds, of values as they are and of seconds", () => {
  const time = fc.oneof(
    fc.integer({ min: -3_000, max: 9_000 }),
    fc.constantFrom(0, 999, 1000, 1001, (noSecond - 1) * 1000, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  );
  const seconds = fc.oneof(fc.integer({ min: 0, max: 8 }), fc.constantFrom(noSecond, noSecond - 1));
  const example = fc.record({
    seconds: fc.array(seconds, { minLength: rows, maxLength: rows, size: "max" }),
    from: time,
    to: time,
  });
  fc.assert(
    fc.property(example, ({ seconds, from, to }) => {
      const kinds: readonly Values[] = [
        Uint32Array.from(seconds),
        Float64Array.from(seconds, (each) => (each === noSecond ? Number.NaN : each * 1000)),
      ];
      for (const column of kinds) {
        const expected = [...seconds.keys()].filter((row) => {
          const value = valueIn(column, row);
          return value >= from && value < to;
        });
        expect(rowsIn(within(column, from, to))).toEqual(expected);
      }
    }),
    { numRuns: 300 },
  );
});

test("values are kept in fewer bytes where they are whole, and read as they were", () => {
  const of = (values: readonly number[]) => {
    const piece = new Float64Array(pieceRows).fill(Number.NaN);
    piece.set(values);
    return piece;
  };
  const examples: readonly [ValueColumn, readonly number[], number][] = [
    ["created", [0, 1000, Number.NaN, 1_790_000_000_000, (noSecond - 1) * 1000], 4],
    ["created", [noSecond * 1000], 8],
    ["closed", [1500], 8],
    ["updated", [-1000], 8],
    ["points", [0, 3, Number.NaN], 1],
    ["points", [0, 300], 2],
    ["points", [0.5], 8],
    ["points", [-1], 8],
    ["title", [1, 2], 8],
  ];
  for (const [name, values, width] of examples) {
    const kept = narrowedValues(name, of(values));
    expect([name, values, kept.length / pieceRows]).toEqual([name, values, width]);
    expect(valuePiece(name, new Uint8Array(kept).buffer)).toEqual(of(values));
  }
  const seconds = narrowedValues("created", of([1000]));
  const strange = narrowedValues("created", of([1500]));
  const read = (pieces: readonly Uint8Array[], size: number) => {
    const column = joinedValues(
      "created",
      pieces.map((data, at) => ({ piece: 2 * at, data: new Uint8Array(data) })),
      size,
    );
    return [0, pieceRows, 2 * pieceRows].filter((row) => row < size).map((row) => valueIn(column, row));
  };
  expect(read([seconds, seconds], 3 * pieceRows)).toEqual([1000, Number.NaN, 1000]);
  expect(read([seconds, strange], 3 * pieceRows)).toEqual([1000, Number.NaN, 1500]);
  expect(read([seconds], 2 * pieceRows)).toEqual([1000, Number.NaN]);
});

test("pairs are kept in few bytes, and read as they were", () => {
  const value = fc.oneof(
    fc.integer({ min: 0, max: 255 }),
    fc.integer({ min: 0, max: 70_000 }),
    fc.integer({ min: -9 }),
  );
  const pair = fc.tuple(fc.integer({ min: 0, max: 2 * pieceRows - 1 }), value);
  const limit = fc.constantFrom(256, 65_536, 2 ** 31);
  const example = fc.record({ pairs: fc.array(pair, { maxLength: 40 }), piece: fc.constantFrom(0, 1, 480), limit });
  fc.assert(
    fc.property(example, ({ pairs, piece, limit }) => {
      const base = 2 * piece * pieceRows;
      const sorted = pairs.map(([at, value]) => [base + at, value % limit] as const).sort(([a], [b]) => a - b);
      const kept = packedPairs(Int32Array.from(sorted.flat()), piece);
      const read = pairsOf(new Uint8Array(kept).buffer, piece);
      expect(unpackedPairs(read)).toEqual(sorted.flat());
      const before = Array.from({ length: piece }, (_, each) =>
        pairsOf(packedPairs(new Int32Array(), each).buffer as ArrayBuffer, each),
      );
      for (const row of [piece * pieceRows, ...sorted.map(([at]) => at >>> 1)])
        expect([...valuesAt([...before, read], row)]).toEqual(
          sorted.filter(([at]) => at === 2 * row).map(([, value]) => value),
        );
    }),
    { numRuns: 200 },
  );
});
