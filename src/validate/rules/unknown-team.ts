// Every team that is named has a file in teams/.

import type { Rule } from "../rule.ts";

export const unknownTeam: Rule = {
  code: "unknown-team",
  summary: "Every team that is named has a file in teams/.",
  why: "A team that does not exist reviews nothing and looks after nothing.",

  reference: {
    to: ["team"],
    what: "team",
    exists: (tracker, value) => tracker.has("team", String(value)),
    names: (tracker) => tracker.names("team"),
  },
};
