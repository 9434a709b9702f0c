// Every attachment that is named lies in the story's folder.

import { quote } from "../../text/quote.ts";
import type { Rule } from "../rule.ts";

export const attachmentMissing: Rule = {
  code: "attachment-missing",
  summary: "Every attachment that is named lies in the story's folder.",
  why: "A link to a file that is not there helps nobody who reads the report.",

  *tracker(tracker) {
    for (const story of tracker.storyFolders()) {
      const records = [tracker.stories.get(story), ...tracker.commentsOf(story)].filter(
        (record) => record?.data.attachments,
      );
      if (records.length === 0) continue;
      const names = new Set(tracker.attachmentsOf(story).map((file) => file.name));
      for (const record of records) {
        for (const [index, { file }] of (record?.data.attachments ?? []).entries()) {
          if (!record || names.has(file)) continue;
          const message = `attachment ${quote(file)} is not in the story's attachments`;
          yield { path: record.path, pointer: `/attachments/${index}/file`, message };
        }
      }
    }
  },
};
