// An embargo ends at most ninety days after the report.

import { embargoDays, latestEmbargo, withinEmbargo } from "../../model/embargo.ts";
import { instantOf } from "../../model/instant.ts";
import { quote } from "../../text/quote.ts";
import type { Rule } from "../rule.ts";

export const embargoTooLong: Rule = {
  code: "embargo-too-long",
  summary: `An embargo ends at most ${embargoDays} days after the report, and its story is disclosed by then.`,
  why: "Whoever is at risk has a right to know, fix or no fix; a date that can be moved is moved for ever.",

  *tracker(tracker) {
    for (const { path, data } of tracker.stories.values()) {
      const until = data.embargo_until;
      if (until === undefined || withinEmbargo(data.created, until)) continue;
      yield {
        path,
        pointer: "/embargo_until",
        message: `embargo_until ${quote(until)} is more than ${embargoDays} days after the report`,
        hint: `the latest is ${instantOf(new Date(latestEmbargo(data.created)))}`,
      };
    }
  },
};
