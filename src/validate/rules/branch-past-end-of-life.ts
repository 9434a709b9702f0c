// No open task is new on a branch that takes no more work.

import { isOpen } from "../../model/story-status.ts";
import { quote } from "../../text/quote.ts";
import type { Rule } from "../rule.ts";

export const branchPastEndOfLife: Rule = {
  code: "branch-past-end-of-life",
  summary: "An open task is not put on a branch past its end of life.",
  why: "Nothing merges there any more, so the task would stay open for ever.",

  *change({ path, before, after }, { tracker, today }) {
    if (after?.kind !== "task" || !isOpen(after.data.status)) return;
    // The clock counts only for what this change sets.
    if (before?.kind === "task" && before.data.branch === after.data.branch && before.data.status === after.data.status)
      return;
    const branch = tracker
      .named("project", after.data.project)
      ?.data.branches?.find((each) => each.name === after.data.branch);
    if (branch?.eol === undefined || branch.eol >= today) return;
    const message = `branch ${quote(branch.name)} takes no work since ${branch.eol}`;
    yield { path, pointer: "/branch", message, hint: "choose a branch that is maintained" };
  },
};
