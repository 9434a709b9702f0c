// Every list that a board shows has a file in lists/.

import { danglingReferences } from "../references.ts";
import type { Rule } from "../rule.ts";

export const unknownList: Rule = {
  code: "unknown-list",
  summary: "Every list that a board shows has a file in lists/.",
  why: "A lane without its list is empty and nobody knows why.",

  tracker: (tracker) =>
    danglingReferences(
      tracker,
      ["list"],
      (value) => tracker.has("list", value),
      "list",
      () => tracker.names("list"),
    ),
};
