// Nothing waits for itself.

import { cycles } from "../cycles.ts";
import type { Rule } from "../rule.ts";

export const dependencyCycle: Rule = {
  code: "dependency-cycle",
  summary: "Nothing waits for itself, not even by a detour.",
  why: "Work that waits in a circle is never ready to begin.",

  *tracker(tracker) {
    const waiting = new Map<number, readonly number[]>();
    for (const records of [tracker.stories, tracker.tasks]) {
      for (const { id, data } of records.values()) if (data.depends_on) waiting.set(id, data.depends_on);
    }
    for (const circle of cycles(waiting)) {
      const first = circle[0] as number;
      const record = tracker.stories.get(first) ?? tracker.tasks.get(first);
      if (!record) continue;
      const place = record.data.depends_on?.indexOf(circle[1] ?? first) ?? 0;
      const way = [...circle, first].join(" → ");
      const message = circle.length === 1 ? `${first} depends on itself` : `${first} depends on itself: ${way}`;
      yield {
        path: record.path,
        pointer: `/depends_on/${place}`,
        message,
        hint: "take one of these dependencies away",
      };
    }
  },
};
