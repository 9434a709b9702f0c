// Every project group that is named has a file in groups/.

import { danglingReferences } from "../references.ts";
import type { Rule } from "../rule.ts";

export const unknownGroup: Rule = {
  code: "unknown-group",
  summary: "Every project group that is named has a file in groups/.",
  why: "A project in a misspelt group is missing from the group's page.",

  tracker: (tracker) =>
    danglingReferences(
      tracker,
      ["group"],
      (value) => tracker.has("group", value),
      "project group",
      () => tracker.names("group"),
    ),
};
