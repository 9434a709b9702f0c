// Every story or task that a record names by number is there.

import { danglingReferences } from "../references.ts";
import type { Rule } from "../rule.ts";

export const unknownStoryOrTask: Rule = {
  code: "unknown-story-or-task",
  summary: "Every story or task that a record names by number is there.",
  why: "What waits for a number that does not exist waits for ever.",

  tracker: (tracker) =>
    danglingReferences(
      tracker,
      ["task", "story-or-task"],
      (value) => tracker.has("story", value) || tracker.has("task", value),
      "story or task",
      () => [],
    ),
};
