// The first of many rows: what the bounds of an order leave out is never among them.

import fc from "fast-check";
import { expect, test } from "vitest";
import { bitsFor, setBit } from "../../src/index/bits.ts";
import { leastOf, pick, stretchesOf } from "../../src/index/pick.ts";

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

test("a page is the same with the bounds of an order as by sorting everything", () => {
  const example = fc.record({
    values,
    others: values,
    every: fc.integer({ min: 1, max: 9 }),
    offset: fc.integer({ min: 0, max: 90 }),
    limit: fc.integer({ min: 0, max: 60 }),
  });
  fc.assert(
    fc.property(example, ({ values, others, every, offset, limit }) => {
      const wanted = [...values.keys()].filter((row) => row % every === 0);
      const set = bitsFor(rows);
      for (const row of wanted) setBit(set, row);
      const first = (row: number) => values[row] as number;
      const second = (row: number) => others[row] as number;
      const compare = (a: number, b: number) => {
        for (const value of [first, second]) {
          const [left, right] = [value(a), value(b)];
          if (left !== right) return left < right ? -1 : 1;
        }
        return b - a;
      };
      const expected = [...wanted].sort(compare).slice(offset, offset + limit);
      const bounds = [first, second].map((value) => ({ value, least: leastOf(value, rows) }));
      const stretches = stretchesOf(leastOf(first, rows));
      for (const known of [{}, { bounds: bounds.slice(0, 1) }, { bounds }, { bounds, stretches }])
        expect(pick(set, { first, compare, ...known }, { offset, limit })).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});
