// Sets of rows found in columns of every kind, held to looking at one row after the other.

import fc from "fast-check";
import { expect, test } from "vitest";
import { type Bits, equalTo, flagged, hasBit, markedIn } from "../../src/index/bits.ts";
import { narrowed, pieceRows, wholePiece } from "../../src/index/pieces.ts";

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
