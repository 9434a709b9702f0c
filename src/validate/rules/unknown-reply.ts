// A comment answers one that stands in the same story.

import { quote } from "../../text/quote.ts";
import type { Rule } from "../rule.ts";

export const unknownReply: Rule = {
  code: "unknown-reply",
  summary: "A comment answers one that stands in the same story.",
  why: "An answer to a comment that is not there loses its place in the discussion.",

  *tracker(tracker) {
    for (const story of tracker.storyFolders()) {
      const comments = tracker.commentsOf(story);
      if (!comments.some((comment) => comment.data.in_reply_to !== undefined)) continue;
      const names = new Set(comments.map((comment) => comment.name));
      for (const { path, name, data } of comments) {
        const answered = data.in_reply_to;
        if (answered === undefined || (names.has(answered) && answered !== name)) continue;
        const isBroken = tracker.broken.has(path.replace(/[^/]+$/, `${answered}.md`));
        if (isBroken && answered !== name) continue;
        const message =
          answered === name ? "the comment answers itself" : `comment ${quote(answered)} does not exist in this story`;
        yield { path, pointer: "/in_reply_to", message };
      }
    }
  },
};
