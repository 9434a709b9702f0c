// Queries in lists, boards and watches can be read.

import { customQueryFields } from "../../model/query/custom-query-fields.ts";
import { parseQuery, type QueryContext } from "../../model/query/parse.ts";
import type { TrackerRecord } from "../../model/record.ts";
import type { Rule } from "../rule.ts";

export const wrongQuery: Rule = {
  code: "wrong-query",
  summary: "The queries of lists, boards and watches can be read.",
  why: "A list whose query is wrong is empty, and looks as if there were nothing to do.",

  *tracker(tracker) {
    const context: QueryContext = {
      now: 0,
      customFields: customQueryFields(tracker.config?.data),
      expand: (field, name) =>
        name === null || tracker.has(field === "watcher" ? "person" : field, name) ? { kind: "all" } : undefined,
    };
    for (const kind of ["list", "board", "person"] as const) {
      for (const record of tracker.allNamed(kind)) {
        for (const [pointer, query] of queriesOf(record)) {
          const parsed = parseQuery(query, context);
          if (parsed.ok) continue;
          const { message, at, hint } = parsed.problem;
          yield {
            path: record.path,
            pointer,
            message: `${message}, at character ${at} of the query`,
            ...(hint ? { hint } : {}),
          };
        }
      }
    }
  },
};

function* queriesOf(record: TrackerRecord): Iterable<readonly [pointer: string, query: string]> {
  if (record.kind === "list" && record.data.query) yield ["/query", record.data.query];
  if (record.kind === "board") {
    for (const [index, lane] of (record.data.lanes ?? []).entries())
      if (lane.query) yield [`/lanes/${index}/query`, lane.query];
  }
  if (record.kind === "person") {
    for (const [index, watch] of (record.data.watch ?? []).entries()) yield [`/watch/${index}/query`, watch.query];
  }
}
