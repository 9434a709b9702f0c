// The columns of a list of stories, each with the query that puts the list in its order.

import { lex, type QueryToken } from "../../model/query/lex.ts";

import { limits } from "../../text/limits.ts";

export interface Heading {
  readonly name: string;
  readonly className: string;
  /** The same query in this column's order, or the other way round when it is in that; null where there is none. */
  readonly query: string | null;
  readonly sorted: "ascending" | "descending" | null;
}

interface Column {
  readonly name: string;
  readonly className: string;
  /** What `sort:` calls it. */
  readonly field?: string;
  /** What is highest or newest comes first, unless told otherwise. */
  readonly down?: true;
}

const columns: readonly Column[] = [
  { name: "Status", className: "c-status", field: "status" },
  { name: "Story", className: "c-title", field: "title" },
  { name: "Priority", className: "c-priority", field: "priority", down: true },
  { name: "Projects", className: "c-projects", field: "project" },
  { name: "Assigned to", className: "c-who" },
  { name: "Updated", className: "c-time", field: "updated", down: true },
];

/** Who triages wants to know who reported it, and when. */
const reportColumns: readonly Column[] = [
  ...columns.slice(0, 4),
  { name: "Reported by", className: "c-who", field: "author" },
  { name: "Reported", className: "c-time", field: "created", down: true },
];

/** The tokens that say in which order a query's answer is. */
const orders = (tokens: readonly QueryToken[]) =>
  tokens.filter((token) => token.kind === "term" && token.field === "sort") as Extract<QueryToken, { kind: "term" }>[];

/** A query without its order, as it was written. */
export function withoutOrder(query: string): string {
  const tokens = lex(query);
  // What joins it to others goes with it.
  const gone = new Set<QueryToken>(orders(tokens));
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "and") continue;
    const [before, after] = [tokens[at - 1], tokens[at + 1]] as QueryToken[];
    if ((before && gone.has(before)) || (after && gone.has(after))) gone.add(token);
  }
  let [text, end] = ["", 0];
  for (const { span } of gone.size > 0 ? tokens.filter((token) => gone.has(token)) : []) {
    text += query.slice(end, span.start);
    end = span.end;
  }
  return (text + query.slice(end)).trim();
}

/** That order, as it was written; "" where it has none. */
export function orderOf(query: string): string {
  return orders(lex(query))
    .map(({ span }) => query.slice(span.start, span.end))
    .join(" ");
}

/** The field and direction that come first in a query's order. */
function firstOrder(query: string): { readonly field: string; readonly direction: string | undefined } | null {
  const [, field, direction] = /^(.*?)(?:-(asc|desc))?$/.exec(orders(lex(query))[0]?.values[0]?.text ?? "") ?? [];
  return field ? { field, direction } : null;
}

/** Whether a list is in the order of reporting: then it tells of that, and not of what is done about it. */
export function isByReport(query: string | null): boolean {
  return query !== null && firstOrder(query)?.field === "created";
}

/** `query`: what the list shows, with its order; null when that is no query. */
export function headingsOf(query: string | null): readonly Heading[] {
  const shown = isByReport(query) ? reportColumns : columns;
  if (query === null) return shown.map(({ name, className }) => ({ name, className, query, sorted: null }));
  const [asked, order] = [withoutOrder(query), firstOrder(query)];
  return shown.map(({ name, className, field, down }) => {
    if (field === undefined) return { name, className, query: null, sorted: null };
    const isSorted = order?.field === field;
    // Of priorities the first is the highest: "-desc" turns them round.
    const usual = field === "priority" ? "asc" : down ? "desc" : "asc";
    const isTurned = isSorted && order.direction !== undefined && order.direction !== usual;
    const turn = isSorted && !isTurned ? (usual === "asc" ? "-desc" : "-asc") : "";
    const sorted = isSorted ? ((down === true) === isTurned ? "ascending" : "descending") : null;
    const wanted = `${asked} sort:${field}${turn}`.trim();
    return { name, className, query: wanted.length > limits.queryLength ? null : wanted, sorted };
  });
}
