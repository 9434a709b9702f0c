// A query from the command line, or a Failure that shows where it went wrong.

import type { Catalogue } from "../index/catalogue.ts";
import { queryContext } from "../index/expand-query.ts";
import { parseQuery } from "../model/query/parse.ts";
import type { Query } from "../model/query/query.ts";
import { Failure } from "../text/failure.ts";
import { displayWidth } from "../text/width.ts";

export function readQuery(text: string, catalogue: Catalogue, now: number): Query {
  const parsed = parseQuery(text, queryContext(catalogue, now));
  if (parsed.ok) return parsed.query;
  const { message, span, hint } = parsed.problem;
  const before = displayWidth(text.slice(0, span.start));
  const mark = `${" ".repeat(before)}${"^".repeat(Math.max(1, displayWidth(text.slice(span.start, span.end))))}`;
  const shown = text.length <= 200 ? `\n  ${text}\n  ${mark}` : "";
  throw new Failure(
    "bad-query",
    `${message}, at character ${span.start + 1} of the query${shown}`,
    hint ? { hint, data: { span } } : { data: { span } },
  );
}
