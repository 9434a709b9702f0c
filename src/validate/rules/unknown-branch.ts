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
      const branches = project?.data.branches?.map((branch) => branch.name) ?? [];
      // A project that lists no branches takes any.
      if (branches.length === 0 || branches.includes(data.branch) || data.branch === project?.data.default_branch)
        continue;
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
