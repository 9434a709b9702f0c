// Every milestone that is named has a file in milestones/.

import { danglingReferences } from "../references.ts";
import type { Rule } from "../rule.ts";

export const unknownMilestone: Rule = {
  code: "unknown-milestone",
  summary: "Every milestone that is named has a file in milestones/.",
  why: "Work planned for a misspelt milestone is missed when the milestone is reached.",

  tracker: (tracker) =>
    danglingReferences(
      tracker,
      ["milestone"],
      (value) => tracker.has("milestone", value),
      "milestone",
      () => tracker.names("milestone"),
    ),
};
