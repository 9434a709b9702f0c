// The first of many rows: what the map of an order leaves out is never among them.

import fc from "fast-check";
import { expect, test } from "vitest";
import { bitsFor, setBit } from "../../src/index/bits.ts";
import { mapOf, pick } from "../../src/index/order.ts";

const rows = 4_096;

/** Values of all rows: anyhow, the way up, the way down, and many alike. */
const values = fc.oneof(
  fc.array(fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constant(Number.POSITIVE_INFINITY)), {
    minLength: rows,
    maxLength: rows,
    size: "max",
  }),
  fc.constantFrom(1, -1, 0).map((step) => Array.from({ length: rows }, (_, row) => Math.trunc(row / 3) * step)),
);

test("a page is the same with the map of an order as by sorting everything", () => {
  const example = fc.record({
    values,
    every: fc.integer({ min: 1, max: 9 }),
    offset: fc.integer({ min: 0, max: 90 }),
    limit: fc.integer({ min: 0, max: 60 }),
  });
  fc.assert(
    fc.property(example, ({ values, every, offset, limit }) => {
      const wanted = [...values.keys()].filter((row) => row % every === 0);
      const set = bitsFor(rows);
      for (const row of wanted) setBit(set, row);
      const first = (row: number) => values[row] as number;
      const compare = (a: number, b: number) => (first(a) === first(b) ? b - a : first(a) < first(b) ? -1 : 1);
      const expected = [...wanted].sort(compare).slice(offset, offset + limit);
      expect(pick(set, { first, map: mapOf(first, rows), compare }, { offset, limit })).toEqual(expected);
      expect(pick(set, { first, compare }, { offset, limit })).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});
