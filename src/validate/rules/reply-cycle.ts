// No comment answers itself by a detour.

import { cycles } from "../cycles.ts";
import type { Rule } from "../rule.ts";

export const replyCycle: Rule = {
  code: "reply-cycle",
  summary: "No comment answers itself by a detour.",
  why: "Comments that answer each other in a circle have no place in the discussion's tree.",

  *tracker(tracker) {
    for (const story of tracker.storyFolders()) {
      const comments = tracker.commentsOf(story);
      // In a circle somebody answers what was written later, which nobody else does.
      if (!comments.some(({ name, data }) => data.in_reply_to !== undefined && data.in_reply_to > name)) continue;
      const numbers = new Map(comments.map(({ name }, index) => [name, index]));
      const answers = new Map<number, readonly number[]>();
      for (const [index, { data }] of comments.entries()) {
        const answered = numbers.get(data.in_reply_to ?? "");
        if (answered !== undefined && answered !== index) answers.set(index, [answered]);
      }
      for (const circle of cycles(answers)) {
        const names = [...circle, circle[0] as number].map((index) => comments[index]?.name);
        yield {
          path: comments[circle[0] as number]?.path ?? "",
          pointer: "/in_reply_to",
          message: `the comment answers itself: ${names.join(" → ")}`,
          hint: "let one of them answer nobody",
        };
      }
    }
  },
};
