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
  const { message, span, at, hint } = parsed.problem;
  // In one line, each as wide as what it stands for.
  const line = text.replace(/[\t\n]/g, " ");
  const before = displayWidth(line.slice(0, span.start));
  const mark = `${" ".repeat(before)}${"^".repeat(Math.max(1, displayWidth(line.slice(span.start, span.end))))}`;
  const shown = line.length <= 200 ? `\n  ${line}\n  ${mark}` : "";
  throw new Failure(
    "bad-query",
    `${message}, at character ${at} of the query${shown}`,
    hint ? { hint, data: { span } } : { data: { span } },
  );
}
