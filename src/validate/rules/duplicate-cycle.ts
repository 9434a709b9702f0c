// Among duplicates there is one that is not a duplicate.

import { cycles } from "../cycles.ts";
import type { Rule } from "../rule.ts";

export const duplicateCycle: Rule = {
  code: "duplicate-cycle",
  summary: "Among duplicates there is one that is not a duplicate.",
  why: "Stories that are duplicates of each other close the report without anyone working on it.",

  *tracker(tracker) {
    const duplicates = new Map<number, readonly number[]>();
    for (const { id, data } of tracker.stories.values())
      if (data.duplicate_of !== undefined) duplicates.set(id, [data.duplicate_of]);
    for (const circle of cycles(duplicates)) {
      const story = tracker.stories.get(circle[0] as number);
      if (!story) continue;
      const message =
        circle.length === 1
          ? `story ${story.id} is a duplicate of itself`
          : `story ${story.id} is a duplicate of itself: ${[...circle, story.id].join(" → ")}`;
      yield { path: story.path, pointer: "/duplicate_of", message, hint: "keep one of them as the story to work on" };
    }
  },
};
