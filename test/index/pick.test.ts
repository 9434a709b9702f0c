// The first of many rows: what the bounds of an order leave out is never among them.

import fc from "fast-check";
import { expect, test } from "vitest";
import { bitsFor, noSecond, setBit, type Values } from "../../src/index/bits.ts";
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
      const plain = { column: Float64Array.from(values), sign: isDown ? -1 : 1 } as const;
      expect(pick(set, { first, compare, plain }, page)).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});

test("a value and a time in one number never contradict comparing one after the other", () => {
  const few = fc.integer({ min: 0, max: 3 });
  const time = fc.oneof(
    fc.integer({ min: 1_700_000_000_000, max: 1_700_000_003_000 }),
    fc.constantFrom(0, -1, -5_000, 999, 1_000, 4_294_967_294_000, 4_294_967_295_000, 253_402_300_799_000, Number.NaN),
  );
  const example = fc.record({
    values: fc.array(few, { minLength: 96, maxLength: 96, size: "max" }),
    times: fc.array(time, { minLength: 96, maxLength: 96, size: "max" }),
    places: fc.shuffledSubarray([0, 1, 2_000, 2 ** 20 - 1], { minLength: 4 }),
    hasNone: fc.boolean(),
    down: fc.tuple(fc.boolean(), fc.boolean()),
  });
  fc.assert(
    fc.property(example, ({ values, times, places, hasNone, down: [down, timesDown] }) => {
      const table = Float64Array.from(hasNone ? [Number.POSITIVE_INFINITY, ...places.slice(1)] : places);
      const value = { column: Int32Array.from(values), table, descending: down };
      const late = { column: Float64Array.from(times), descending: timesDown };
      const both = { ...value, times: late };
      const [own, then, one] = [comparedBy(value), comparedBy(late), comparedBy(both)];
      for (let a = 0; a < 96; a += 1) {
        const b = (a * 7 + 1) % 96;
        const order = Math.sign(own(a) - own(b)) || Math.sign(then(a) - then(b)) || 0;
        if (one(a) < one(b)) expect(order).toBe(-1);
        // Only what is strange, and what is of one second, is left to a closer look.
        const isPlain = [a, b].every(
          (row) => !((times[row] as number) < 1_600_000_000_000) && !((times[row] as number) > 2e12),
        );
        const isApart = own(a) !== own(b) || Math.trunc((times[a] ?? 0) / 1000) !== Math.trunc((times[b] ?? 0) / 1000);
        if (isPlain && isApart && Number.isFinite(own(a) + own(b)) && order === -1) expect(one(a)).toBeLessThan(one(b));
      }
      const least = [0, 1, 2].map((word) => Math.min(...Array.from({ length: 32 }, (_, bit) => one(32 * word + bit))));
      expect([...leastOf(both)]).toEqual(least);
    }),
    { numRuns: 300 },
  );
});

test("times that are kept in seconds are picked as those in milliseconds are", () => {
  const second = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(noSecond, noSecond - 1, 1_790_000_000));
  const example = fc.record({
    seconds: fc.array(second, { minLength: rows, maxLength: rows, size: "max" }),
    descending: fc.boolean(),
    page: fc.record({ offset: fc.integer({ min: 0, max: 90 }), limit: fc.integer({ min: 0, max: 60 }) }),
  });
  fc.assert(
    fc.property(example, ({ seconds, descending, page }) => {
      const set = bitsFor(rows).fill(-1);
      const kinds: readonly Values[] = [
        Uint32Array.from(seconds),
        Float64Array.from(seconds, (each) => (each === noSecond ? Number.NaN : each * 1000)),
      ];
      const few = { column: Uint8Array.from(seconds, (each) => each % 3), descending: false };
      const picked = (column: Values) => {
        const times = { column, descending };
        return [times, { ...few, times }].map((compared) => {
          const first = comparedBy(compared);
          const compare = (a: number, b: number) => {
            const [left, right] = [first(a), first(b)];
            return left === right ? a - b : left < right ? -1 : 1;
          };
          const keys = [{ value: first, least: leastOf(compared) }];
          const bounds = () => ({ keys, stretches: stretchesOf(keys) });
          const plain = compared === times ? { plain: { column, sign: descending ? -1 : 1 } as const } : {};
          return [pick(set, { first, compare, ...plain }, page), pick(set, { first, compare, bounds }, page)];
        });
      };
      const [own, milliseconds] = kinds.map(picked);
      expect(own).toEqual(milliseconds);
    }),
    { numRuns: 60 },
  );
});
