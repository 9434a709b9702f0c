// No open task is on a retired project.

import { isOpen } from "../../model/story-status.ts";
import { quote } from "../../text/quote.ts";
import type { Rule } from "../rule.ts";

export const retiredProject: Rule = {
  code: "retired-project",
  summary: "No open task is on a retired project.",
  why: "Nobody works on a retired project, so the task would stay open for ever.",

  *tracker(tracker) {
    for (const { path, data } of tracker.tasks.values()) {
      if (!isOpen(data.status) || tracker.named("project", data.project)?.data.retired !== true) continue;
      yield {
        path,
        pointer: "/project",
        message: `project ${quote(data.project)} is retired`,
        hint: "move the task, or set it invalid",
      };
    }
  },
};
