// The log of events beside the index: nothing is lost where two would have one number, and nothing is told twice.

import { expect, test } from "vitest";
import { type LoggedEvent, openEventLog } from "../../src/index/event-log.ts";

const event = (id: number, story: number): LoggedEvent => ({
  ...{ id, time: 1_000, type: "story_created", story, worklist: null, board: null, author: 7, authorName: "hugo" },
  ...{ info: `{"story_id":${story}}`, comment: null, commit: "0".repeat(40), told: 1_000 },
});
const all = {
  ...{ types: [], until: null, sort: "id" as const, descending: false, limit: null, offset: 0 },
};

test("of two events with one number the later takes the next one that is free", () => {
  const log = openEventLog(null);
  log.add(null, [event(10, 1), event(11, 2), event(10, 3)], "a");
  const { total, ids } = log.find(all);
  expect(total).toBe(3);
  expect(log.get(ids).map(({ id, story }) => [id, story])).toEqual([
    [10, 1],
    [11, 2],
    [12, 3],
  ]);
  log.close();
});

test("what was logged before the filling was ended is not logged again", () => {
  const log = openEventLog(null);
  expect(log.add(null, [event(10, 1), event(10, 2)], null)).toBe(true);
  expect(log.add(null, [event(10, 1), event(10, 2), event(10, 3)], "a")).toBe(true);
  expect(log.find(all).ids).toEqual([10, 11, 12]);
  expect(log.add(null, [event(20, 4)], "b")).toBe(false);
  log.close();
});
