// Some tags are set by one team alone.

import { quote } from "../../text/quote.ts";
import type { Rule } from "../rule.ts";

export const reservedTag: Rule = {
  code: "reserved-tag",
  summary: "A tag that tracker.yaml reserves is set and taken away by its team alone.",
  why: "Whoever filters by such a tag relies on who has set it.",

  *change({ path, before, after }, { tracker, actor, isMember }) {
    const tags = tracker.config?.data.tags ?? {};
    const of = (record: typeof after) => (record?.kind === "story" ? (record.data.tags ?? []) : []);
    const was = of(before);
    const is = of(after);
    for (const tag of new Set([...was, ...is])) {
      const team = Object.hasOwn(tags, tag) ? tags[tag]?.reserved : undefined;
      if (team === undefined || was.includes(tag) === is.includes(tag)) continue;
      if (actor !== undefined && isMember(team)) continue;
      const place = is.indexOf(tag);
      yield {
        path,
        pointer: place === -1 ? "/tags" : `/tags/${place}`,
        message: `tag ${quote(tag)} is set and taken away by team "${team}" alone`,
        hint: actor === undefined ? "say who proposes this: --actor NAME" : "ask the team",
      };
    }
  },
};
