// Who is assigned, owns or maintains something is a person or team of this tracker.

import type { Rule } from "../rule.ts";

export const unknownPersonOrTeam: Rule = {
  code: "unknown-person-or-team",
  summary: "Who is assigned, owns or maintains something is a person or team of this tracker.",
  why: "A task assigned to a misspelt name is on nobody's list.",

  reference: {
    to: ["person-or-team"],
    what: "person or team",
    exists: (tracker, value) => tracker.has("person", String(value)) || tracker.has("team", String(value)),
    names: (tracker) => [...tracker.names("person"), ...tracker.names("team")],
  },
};
