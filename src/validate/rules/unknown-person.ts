// Whoever is named has a file in people/.

import type { Rule } from "../rule.ts";

export const unknownPerson: Rule = {
  code: "unknown-person",
  summary: "Whoever is named has a file in people/.",
  why: "Work, mail and access go by people's names: under a misspelt one they reach nobody.",

  reference: {
    to: ["person"],
    what: "person",
    exists: (tracker, value) => tracker.has("person", String(value)),
    names: (tracker) => tracker.names("person"),
  },
};
