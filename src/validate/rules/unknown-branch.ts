// A task's branch is one that its project has.

import { nearest } from "../../text/nearest.ts";
import { quote } from "../../text/quote.ts";
import type { Rule } from "../rule.ts";

export const unknownBranch: Rule = {
  code: "unknown-branch",
  summary: "A task's branch is one that its project has.",
  why: "A backport on a misspelt branch is on no release manager's list.",

  *tracker(tracker) {
    for (const { path, data } of tracker.tasks.values()) {
      if (data.branch === undefined) continue;
      const project = tracker.named("project", data.project);
      const listed = project?.data.branches ?? [];
      // A project that lists no branches takes any.
      if (listed.length === 0 || data.branch === project?.data.default_branch) continue;
      if (listed.some((branch) => branch.name === data.branch)) continue;
      const branches = listed.map((branch) => branch.name);
      const guess = nearest(data.branch, branches);
      const message = `project ${quote(data.project)} has no branch ${quote(data.branch)}`;
      yield {
        path,
        pointer: "/branch",
        message,
        hint: guess ? `did you mean "${guess}"?` : `it has ${branches.join(", ")}`,
      };
    }
  },
};
