// A person and a team do not share a name.

import type { Rule } from "../rule.ts";

export const sharedName: Rule = {
  code: "shared-name",
  summary: "A person and a team do not share a name.",
  why: "A task is assigned to a name: with two bearers nobody knows whom.",

  *tracker(tracker) {
    for (const team of tracker.allNamed("team")) {
      if (!tracker.has("person", team.name)) continue;
      const message = `team "${team.name}" has the name of a person`;
      yield { path: team.path, message, hint: "people and teams share one namespace: rename one of them" };
    }
  },
};
