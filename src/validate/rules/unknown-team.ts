// Every team that is named has a file in teams/.

import { danglingReferences } from "../references.ts";
import type { Rule } from "../rule.ts";

export const unknownTeam: Rule = {
  code: "unknown-team",
  summary: "Every team that is named has a file in teams/.",
  why: "A team that does not exist reviews nothing and looks after nothing.",

  tracker: (tracker) =>
    danglingReferences(
      tracker,
      ["team"],
      (value) => tracker.has("team", value),
      "team",
      () => tracker.names("team"),
    ),
};
