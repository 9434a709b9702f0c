// A person and a team do not share a name.

import { pathOf } from "../../model/place.ts";
import type { Rule } from "../rule.ts";

export const sharedName: Rule = {
  code: "shared-name",
  summary: "A person and a team do not share a name.",
  why: "A task is assigned to a name: with two bearers nobody knows whom.",

  *tracker(tracker) {
    for (const name of tracker.names("team")) {
      if (!tracker.has("person", name)) continue;
      yield {
        path: pathOf({ kind: "team", name }),
        message: `team "${name}" has the name of a person`,
        hint: "people and teams share one namespace: rename one of them",
      };
    }
  },
};
