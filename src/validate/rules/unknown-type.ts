// A story's type is bug, feature, vulnerability, or one that tracker.yaml declares.

import { nearest } from "../../text/nearest.ts";
import { quote } from "../../text/quote.ts";
import type { Tracker } from "../../tracker/tracker.ts";
import type { Rule } from "../rule.ts";

function* typed(tracker: Tracker) {
  yield* tracker.stories.values();
  yield* tracker.allNamed("template");
}

export const unknownType: Rule = {
  code: "unknown-type",
  summary: "A story's type is bug, feature, vulnerability, or one that tracker.yaml declares.",
  why: "Boards and templates choose by type: a misspelt one is chosen by none.",

  *tracker(tracker) {
    if (!tracker.config) return;
    const types = ["bug", "feature", "vulnerability", ...Object.keys(tracker.config?.data.types ?? {})];
    for (const { path, data } of typed(tracker)) {
      if (data.type === undefined || types.includes(data.type)) continue;
      const guess = nearest(data.type, types);
      const message = `type ${quote(data.type)} is not one of ${types.join(", ")}`;
      yield {
        path,
        pointer: "/type",
        message,
        hint: guess ? `did you mean "${guess}"?` : 'declare it under "types" in tracker.yaml',
      };
    }
  },
};
