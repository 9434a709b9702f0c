// Every list that a board shows has a file in lists/.

import type { Rule } from "../rule.ts";

export const unknownList: Rule = {
  code: "unknown-list",
  summary: "Every list that a board shows has a file in lists/.",
  why: "A lane without its list is empty and nobody knows why.",

  reference: {
    to: ["list"],
    what: "list",
    exists: (tracker, value) => tracker.has("list", String(value)),
    names: (tracker) => tracker.names("list"),
  },
};
