// An alias stands for one record.

import { quote } from "../../text/quote.ts";
import type { Rule } from "../rule.ts";

export const duplicateAlias: Rule = {
  code: "duplicate-alias",
  summary: "An alias stands for one record.",
  why: "Old links are redirected by alias: with two bearers they lead to either.",

  *tracker(tracker) {
    const bearers = new Map<string, string>();
    for (const record of tracker.aliased) {
      const aliases = "aliases" in record.data ? (record.data.aliases ?? []) : [];
      for (const [index, alias] of aliases.entries()) {
        const other = bearers.get(alias);
        if (other === undefined) bearers.set(alias, record.path);
        else
          yield {
            path: record.path,
            pointer: `/aliases/${index}`,
            message: `alias ${quote(alias)} belongs to "${other}" already`,
          };
      }
    }
  },
};
