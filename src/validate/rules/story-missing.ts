// Whatever lies in a story's folder has its story.md beside it.

import { storyFolder } from "../../model/place.ts";
import type { Rule } from "../rule.ts";

export const storyMissing: Rule = {
  code: "story-missing",
  summary: "Whatever lies in a story's folder has its story.md beside it.",
  why: "Tasks and comments without their story show on no page.",

  *tracker(tracker) {
    for (const story of tracker.storyFolders()) {
      if (tracker.hasStory(story)) continue;
      const orphans = [
        ...tracker.tasksOf(story),
        ...tracker.commentsOf(story),
        ...tracker.affectsOf(story),
        ...tracker.attachmentsOf(story),
      ];
      for (const { path } of orphans) {
        yield {
          path,
          message: `story ${story} does not exist`,
          hint: `add "${storyFolder(story)}/story.md", or move this file`,
        };
      }
    }
  },
};
