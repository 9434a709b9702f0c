// A list or lane shows one thing: a query, a list, or items.

import type { Rule } from "../rule.ts";

export const twoContents: Rule = {
  code: "two-contents",
  summary: "A list has a query or items, a lane a query, a list or items: not two of them.",
  why: "Which of the two is shown would be anybody's guess.",

  *tracker(tracker) {
    for (const { path, data } of tracker.allNamed("list")) {
      if (!data.query || !data.items) continue;
      yield {
        path,
        pointer: "/items",
        atKey: true,
        message: "a list has a query or items, not both",
        hint: "take one of them away",
      };
    }
    for (const { path, data } of tracker.allNamed("board")) {
      for (const [index, lane] of (data.lanes ?? []).entries()) {
        const given = (["query", "list", "items"] as const).filter((key) => lane[key] !== undefined);
        if (given.length < 2) continue;
        const pointer = `/lanes/${index}/${given[1]}`;
        yield {
          path,
          pointer,
          atKey: true,
          message: `a lane shows one thing, not ${given.join(" and ")}`,
          hint: "take one of them away",
        };
      }
    }
  },
};
