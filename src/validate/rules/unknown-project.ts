// Every project that is named has a file in projects/.

import { danglingReferences } from "../references.ts";
import type { Rule } from "../rule.ts";

export const unknownProject: Rule = {
  code: "unknown-project",
  summary: "Every project that is named has a file in projects/.",
  why: "A task under a misspelt project shows on no board, so nobody picks it up.",

  tracker: (tracker) =>
    danglingReferences(
      tracker,
      ["project"],
      (value) => tracker.has("project", value),
      "project",
      () => tracker.names("project"),
    ),
};
