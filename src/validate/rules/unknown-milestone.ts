// Every milestone that is named has a file in milestones/.

import type { Rule } from "../rule.ts";

export const unknownMilestone: Rule = {
  code: "unknown-milestone",
  summary: "Every milestone that is named has a file in milestones/.",
  why: "Work planned for a misspelt milestone is missed when the milestone is reached.",

  reference: {
    to: ["milestone"],
    what: "milestone",
    exists: (tracker, value) => tracker.has("milestone", String(value)),
    names: (tracker) => tracker.names("milestone"),
  },
};
