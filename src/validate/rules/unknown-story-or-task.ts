// Every story or task that a record names by number is there.

import type { Rule } from "../rule.ts";

export const unknownStoryOrTask: Rule = {
  code: "unknown-story-or-task",
  summary: "Every story or task that a record names by number is there.",
  why: "What waits for a number that does not exist waits for ever.",

  reference: {
    to: ["task", "story-or-task"],
    what: "story or task",
    exists: (tracker, value) => tracker.hasStory(Number(value)) || tracker.hasTask(Number(value)),
  },
};
