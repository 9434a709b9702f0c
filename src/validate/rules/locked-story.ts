// A locked story is changed by the tracker's team alone.

import type { Rule } from "../rule.ts";

export const lockedStory: Rule = {
  code: "locked-story",
  summary: "A locked story is changed and commented on by the tracker's team alone.",
  why: "Stories are locked when a discussion has run out of hand, or when what they say must stay as it is.",

  *change({ path, before, after }, { tracker, actor, isMember, storyBefore }) {
    const record = after ?? before;
    if (!record || !(record.kind === "story" || "story" in record)) return;
    const id = record.kind === "story" ? record.id : record.story;
    const story = storyBefore(id);
    if (story?.kind !== "story" || story.data.locked !== true) return;
    const team = tracker.config?.data.team;
    if (team !== undefined && actor !== undefined && isMember(team)) return;
    const who = actor === undefined ? "" : `, and ${actor} is not in it`;
    yield {
      path,
      message: `story ${id} is locked: only ${team ? `team "${team}"` : "the tracker's team"} may change it${who}`,
      hint: actor === undefined ? "say who proposes this: --actor NAME" : "ask the team",
    };
  },
};
