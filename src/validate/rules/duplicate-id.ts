// A number belongs to one story or one task.

import type { Rule } from "../rule.ts";

/** What to do about a number that somebody else has drawn meanwhile. */
export const drawAgain = '"storytree propose --amend" draws another number for the side that has not merged';

export const duplicateId: Rule = {
  code: "duplicate-id",
  summary: "A number belongs to one story or one task.",
  why: "With two bearers, a commit that closes one closes the other, and links lead to whichever comes first.",

  *tracker(tracker) {
    for (const { id, paths } of tracker.clashes) {
      const message = `number ${id} belongs to "${paths[0]}" already`;
      yield { path: paths[1], message, hint: drawAgain };
    }
  },
};
