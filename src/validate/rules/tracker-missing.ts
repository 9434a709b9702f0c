// The tracker has a tracker.yaml.

import type { Rule } from "../rule.ts";

export const trackerMissing: Rule = {
  code: "tracker-missing",
  summary: "The tracker has a tracker.yaml.",
  why: "Without it nobody knows the format, the name, or who may see the tracker.",

  *tracker(tracker) {
    if (tracker.config || tracker.broken.has("tracker.yaml")) return;
    yield { path: "tracker.yaml", message: "tracker.yaml is missing", hint: '"storytree init" writes one' };
  },
};
