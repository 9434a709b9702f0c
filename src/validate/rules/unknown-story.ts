// Every story that another names is there.

import type { Rule } from "../rule.ts";

export const unknownStory: Rule = {
  code: "unknown-story",
  summary: "Every story that another names is there.",
  why: "A duplicate of a story that does not exist closes a report in favour of nothing.",

  reference: {
    to: ["story"],
    what: "story",
    exists: (tracker, value) => tracker.hasStory(Number(value)),
  },
};
