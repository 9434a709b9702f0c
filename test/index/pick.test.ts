// The first of many rows: what the bounds of an order leave out is never among them.

import fc from "fast-check";
import { expect, test } from "vitest";
import { bitsFor, setBit } from "../../src/index/bits.ts";
import { comparedBy, leastOf, pick, stretchesOf } from "../../src/index/pick.ts";

const rows = 4_096;

/** Values of all rows: anyhow, the way up, the way down, and many alike. */
const values = fc.oneof(
  fc.array(fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY)), {
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
    isDown: fc.boolean(),
    every: fc.integer({ min: 1, max: 3 }),
    page: fc.record({ offset: fc.integer({ min: 0, max: 90 }), limit: fc.integer({ min: 0, max: 60 }) }),
  });
  fc.assert(
    fc.property(example, ({ values, others, isDown, every, page }) => {
      const wanted = [...values.keys()].filter((row) => row % every === 0);
      const set = bitsFor(rows);
      for (const row of wanted) setBit(set, row);
      const compared = [values, others].map((some, at) => ({
        column: Float64Array.from(some),
        descending: isDown === (at === 0),
      }));
      const [first, second] = compared.map(comparedBy) as [(row: number) => number, (row: number) => number];
      const compare = (a: number, b: number) => {
        for (const value of [first, second]) {
          const [left, right] = [value(a), value(b)];
          if (left !== right) return left < right ? -1 : 1;
        }
        return b - a;
      };
      const expected = [...wanted].sort(compare).slice(page.offset, page.offset + page.limit);
      const keys = compared.map((each) => ({ value: comparedBy(each), least: leastOf(each) }));
      const stretches = stretchesOf(keys);
      for (const some of [keys, keys.slice(0, 1)])
        expect(pick(set, { first, compare, bounds: () => ({ keys: some, stretches }) }, page)).toEqual(expected);
      expect(pick(set, { first, compare }, page)).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});
