// How many stories or tasks of a query's answer have each value of a field, any field with values that can be counted.

import type { Query } from "../model/query/query.ts";
import { columns, conditionOf } from "./compile-query.ts";
import type { Database, Value } from "./database.ts";
import type { Unit } from "./lives.ts";

export interface Counted {
  /** Null counts those that have none. */
  readonly value: string | null;
  readonly count: number;
}

/** Fields of several values, as they are stored. */
export const severalValues: readonly string[] = ["tag", "cve", "affects", "commenter", "alias", "depends_on"];

/** Fields that are counted, apart from a tracker's own. */
export const countedFields: readonly string[] = [
  ...Object.keys(columns),
  ...["group", "team", "points", "duplicate_of"],
  ...severalValues,
];

/** Most first. A field that is not among `countedFields` is taken for one that the tracker declares. */
export function countBy(db: Database, query: Query, field: string, unit: Unit): readonly Counted[] {
  const where = conditionOf(query.where, query.now);
  const { value, join, values } = fieldValue(field);
  const of = unit === "story" ? "s.id" : "r.task";
  const rows = db
    .prepare(
      `SELECT ${value} AS value, count(DISTINCT ${of}) AS count FROM row r JOIN story s ON s.id = r.story ${join}
       WHERE ${of} IS NOT NULL AND ${where.text} GROUP BY 1 ORDER BY count DESC, 1`,
    )
    .all(...values, ...where.values);
  return rows.map((row) => ({ value: row.value === null ? null : String(row.value), count: Number(row.count) }));
}

function fieldValue(field: string): {
  readonly value: string;
  readonly join: string;
  readonly values: readonly Value[];
} {
  const column = columns[field] ?? { points: "r.points", duplicate_of: "s.duplicate_of" }[field];
  if (column !== undefined) return { value: column, join: "", values: [] };
  if (field === "group" || field === "team")
    return { value: "m.name", join: "LEFT JOIN member m ON m.project = r.project AND m.kind = ?", values: [field] };
  const join = "LEFT JOIN value v ON v.story = s.id AND v.field = ? AND (v.task IS NULL OR v.task = r.task)";
  return { value: "v.value", join, values: [field] };
}
