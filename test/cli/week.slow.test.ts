// A whole week of a busy community, several times over: hundreds of proposals of many people, merged in any order.

import { expect, test } from "vitest";
import { replayWeek } from "../support/week.ts";

test.each([7, 2026, 31_337])("three hundred proposals, seed %i", async (seed) => {
  const branches = 300;
  const { merged, conflicts, beside, refused, edits } = await replayWeek({ branches, seed });
  expect(merged).toBeGreaterThan(branches / 2);
  expect(conflicts).toBeGreaterThan(0);
  expect(beside).toBeLessThan(branches / 50);
  expect(merged + conflicts + beside + refused).toBeLessThanOrEqual(branches);
  expect(Object.keys(edits)).toHaveLength(15);
});
