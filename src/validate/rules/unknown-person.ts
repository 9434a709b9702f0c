// Whoever is named has a file in people/.

import { danglingReferences } from "../references.ts";
import type { Rule } from "../rule.ts";

export const unknownPerson: Rule = {
  code: "unknown-person",
  summary: "Whoever is named has a file in people/.",
  why: "Work, mail and access go by people's names: under a misspelt one they reach nobody.",

  tracker: (tracker) =>
    danglingReferences(
      tracker,
      ["person"],
      (value) => tracker.has("person", value),
      "person",
      () => tracker.names("person"),
    ),
};
