// A small week of a busy community; the whole one is week.slow.test.ts.

import { expect, test } from "vitest";
import { replayWeek } from "../support/week.ts";

test("proposals of many people merge in any order, and none of their edits is lost", async () => {
  const { merged, conflicts, beside, refused, edits } = await replayWeek({ branches: 25, seed: 12 });
  expect(merged).toBeGreaterThan(15);
  expect(beside).toBe(0);
  expect(merged + conflicts + refused).toBeLessThanOrEqual(25);
  expect(Object.keys(edits).length).toBeGreaterThan(10);
});
