// Who is assigned, owns or maintains something is a person or team of this tracker.

import { danglingReferences } from "../references.ts";
import type { Rule } from "../rule.ts";

export const unknownPersonOrTeam: Rule = {
  code: "unknown-person-or-team",
  summary: "Who is assigned, owns or maintains something is a person or team of this tracker.",
  why: "A task assigned to a misspelt name is on nobody's list.",

  tracker: (tracker) =>
    danglingReferences(
      tracker,
      ["person-or-team"],
      (value) => tracker.has("person", value) || tracker.has("team", value),
      "person or team",
      () => [...tracker.names("person"), ...tracker.names("team")],
    ),
};
