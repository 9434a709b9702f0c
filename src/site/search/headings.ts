// The columns of a list of stories, each with the query that puts the list in its order.

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

/** What stands in quotes is text, whatever it looks like. */
const orderTerm = /"(?:\\.|[^"\\])*"|(?<!\S)(sort:\S+)/g;

/** A query without its order, as it was written. */
export function withoutOrder(query: string): string {
  return query.replace(orderTerm, (term, order) => (order === undefined ? term : "")).trim();
}

/** That order, as it was written; "" where it has none. */
export function orderOf(query: string): string {
  return [...query.matchAll(orderTerm)].flatMap(([term, value]) => (value === undefined ? [] : [term])).join(" ");
}

/** The field and direction that come first in a query's order. */
function firstOrder(query: string): { readonly field: string; readonly direction: string | undefined } | null {
  const [, field, direction] = /^sort:(.*?)(?:-(asc|desc))?(?: |$)/.exec(orderOf(query)) ?? [];
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
    return { name, className, query: `${asked} sort:${field}${turn}`.trim(), sorted };
  });
}
