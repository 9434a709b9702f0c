// Every project group that is named has a file in groups/.

import type { Rule } from "../rule.ts";

export const unknownGroup: Rule = {
  code: "unknown-group",
  summary: "Every project group that is named has a file in groups/.",
  why: "A project in a misspelt group is missing from the group's page.",

  reference: {
    to: ["group"],
    what: "project group",
    exists: (tracker, value) => tracker.has("group", String(value)),
    names: (tracker) => tracker.names("group"),
  },
};
