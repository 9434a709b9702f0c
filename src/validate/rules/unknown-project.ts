// Every project that is named has a file in projects/.

import type { Rule } from "../rule.ts";

export const unknownProject: Rule = {
  code: "unknown-project",
  summary: "Every project that is named has a file in projects/.",
  why: "A task under a misspelt project shows on no board, so nobody picks it up.",

  reference: {
    to: ["project"],
    what: "project",
    exists: (tracker, value) => tracker.has("project", String(value)),
    names: (tracker) => tracker.names("project"),
  },
};
