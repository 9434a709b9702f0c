// A query to SQL: bound values only, judged on rows exactly as src/model/query/row.ts judges them.

import { staleAfter } from "../model/query/fields.ts";
import type { Expression, Query, SortKey } from "../model/query/query.ts";
import { textTerms } from "../model/query/query.ts";
import type { Value } from "./database.ts";

export interface Sql {
  readonly text: string;
  readonly values: readonly Value[];
}

/** A condition over `row r` joined with `story s`. */
export function conditionOf(where: Expression, now: number): Sql {
  const values: Value[] = [];
  const text = condition(where, now, values);
  return { text, values };
}

const dayLength = 86_400_000;
const openTask = "r.status IN ('todo', 'inprogress', 'review')";

/** A field of one value is a column; one of several is looked up in `value`. */
export const columns: Readonly<Record<string, string>> = {
  status: "s.status",
  triage: "s.triage",
  type: "s.type",
  author: "s.author",
  task: "r.status",
  project: "r.project",
  branch: "r.branch",
  assignee: "r.assignee",
  priority: "r.priority",
  milestone: "r.milestone",
  reason: "r.reason",
};
const times: Readonly<Record<string, string>> = {
  created: "s.created",
  updated: "s.updated",
  closed: "s.closed",
  due: "r.due",
};

function condition(where: Expression, now: number, values: Value[]): string {
  switch (where.kind) {
    case "all":
      return "1";
    case "and":
    case "or":
      return `(${where.parts.map((part) => condition(part, now, values)).join(where.kind === "and" ? " AND " : " OR ")})`;
    case "not":
      return `NOT coalesce(${condition(where.part, now, values)}, 0)`;
    case "text":
      values.push(matchOf(where.words, where.prefix));
      return "s.id IN (SELECT rowid FROM words WHERE words MATCH ?)";
    case "equals":
      return equals(where, values);
    case "between": {
      const column = times[where.field];
      if (column) return bounds(column, where.from, where.to, values);
      values.push(where.field);
      return several(bounds("CAST(strftime('%s', v.value) AS INTEGER) * 1000", where.from, where.to, values));
    }
    case "number": {
      if (where.field === "points") return numbers("r.points", where, values);
      values.push(where.field);
      return several(numbers("CAST(v.value AS REAL)", where, values));
    }
    case "none":
      return none(where.field, values);
    case "has":
      return has(where.what);
    case "is":
      return is(where.what, now, values);
  }
}

function equals(where: Extract<Expression, { kind: "equals" }>, values: Value[]): string {
  const { field, value, prefix } = where;
  const like = (column: string) => {
    if (prefix) values.push(value, value);
    else values.push(value);
    return prefix ? `substr(${column}, 1, length(?)) = ?` : `${column} = ?`;
  };
  const column = columns[field];
  if (column) return like(column);
  if (field === "id") {
    values.push(Number(value), Number(value));
    return "(s.id = ? OR r.task = ?)";
  }
  if (field === "duplicate_of") {
    values.push(Number(value));
    return "s.duplicate_of = ?";
  }
  if (field === "group" || field === "team") {
    values.push(field);
    return `EXISTS (SELECT 1 FROM member m WHERE m.project = r.project AND m.kind = ? AND ${like("m.name")})`;
  }
  values.push(field);
  return several(like("v.value"));
}

/** A field of several values: one of them passes the test. */
function several(test: string): string {
  return `EXISTS (SELECT 1 FROM value v WHERE v.story = s.id AND v.field = ? AND (v.task IS NULL OR v.task = r.task) AND ${test})`;
}

function bounds(column: string, from: number | null, to: number | null, values: Value[]): string {
  const parts = [`${column} IS NOT NULL`];
  if (from !== null) {
    parts.push(`${column} >= ?`);
    values.push(from);
  }
  if (to !== null) {
    parts.push(`${column} < ?`);
    values.push(to);
  }
  return `(${parts.join(" AND ")})`;
}

function numbers(column: string, where: Extract<Expression, { kind: "number" }>, values: Value[]): string {
  const parts = [`${column} IS NOT NULL`];
  for (const [bound, sign] of [
    [where.above, ">"],
    [where.below, "<"],
  ] as const) {
    if (!bound) continue;
    parts.push(`${column} ${sign}${bound.inclusive ? "=" : ""} ?`);
    values.push(bound.value);
  }
  return `(${parts.join(" AND ")})`;
}

function none(field: string, values: Value[]): string {
  const column = columns[field] ?? times[field] ?? (field === "points" ? "r.points" : undefined);
  if (column) return `${column} IS NULL`;
  if (field === "duplicate_of") return "s.duplicate_of IS NULL";
  if (field === "id") return "0";
  if (field === "group" || field === "team") {
    values.push(field);
    return "NOT EXISTS (SELECT 1 FROM member m WHERE m.project = r.project AND m.kind = ?)";
  }
  values.push(field);
  return "NOT EXISTS (SELECT 1 FROM value v WHERE v.story = s.id AND v.field = ? AND (v.task IS NULL OR v.task = r.task))";
}

function has(what: string): string {
  switch (what) {
    case "task":
      return "r.task IS NOT NULL";
    case "comment":
      return "s.comments > 0";
    case "milestone":
      return "r.milestone IS NOT NULL";
    case "cve":
      return "EXISTS (SELECT 1 FROM value v WHERE v.story = s.id AND v.field = 'cve')";
    default:
      return `EXISTS (SELECT 1 FROM value v WHERE v.story = s.id AND v.field = 'has' AND v.value = '${what === "patch" ? "patch" : "attachment"}')`;
  }
}

/** It waits for a story that is active, or for a task that is open. */
const blocked = `EXISTS (
  SELECT 1 FROM value v
  LEFT JOIN story d ON d.id = CAST(v.value AS INTEGER)
  LEFT JOIN row dr ON dr.task = CAST(v.value AS INTEGER)
  WHERE v.story = s.id AND v.field = 'depends_on' AND (v.task IS NULL OR v.task = r.task)
    AND (d.status = 'active' OR dr.status IN ('todo', 'inprogress', 'review')))`;

function is(what: string, now: number, values: Value[]): string {
  switch (what) {
    case "untriaged":
      return "s.untriaged = 1";
    case "unassigned":
      return `(r.task IS NOT NULL AND ${openTask} AND r.assignee IS NULL)`;
    case "duplicate":
      return "s.duplicate_of IS NOT NULL";
    case "blocked":
      return blocked;
    case "overdue":
      values.push(now - dayLength);
      return `(r.due IS NOT NULL AND r.due <= ? AND CASE WHEN r.task IS NULL THEN s.status = 'active' ELSE ${openTask} END)`;
    case "stale":
      values.push(now - staleAfter);
      return "(s.status = 'active' AND s.updated < ?)";
    case "private":
    case "proposed":
      return "0";
    default:
      values.push(what);
      return "s.status = ?";
  }
}

/** What FTS5 is asked: words are letters and digits only, so quotes suffice to keep them words. */
export function matchOf(words: readonly string[], prefix: boolean): string {
  return `"${words.join(" ")}"${prefix ? " *" : ""}`;
}

/** ORDER BY over `story s`; what has no value comes last, and ties go to the newer, then the higher number. */
export function orderOf(query: Query): Sql & { readonly byRelevance: string | null } {
  const terms = textTerms(query.where);
  const sort: readonly SortKey[] =
    query.sort.length > 0 ? query.sort : terms.length > 0 ? [{ field: "relevance", descending: true }] : [];
  const relevance = terms.length > 0 && sort.some((key) => key.field === "relevance");
  const keys = sort.flatMap((key) => {
    if (key.field === "relevance") return relevance ? [`rank_.score ${key.descending ? "" : "DESC"}`] : [];
    const column = sortColumns[key.field] ?? "s.updated";
    return [`${column} IS NULL`, `${column} ${key.descending ? "DESC" : "ASC"}`];
  });
  return {
    text: [...keys, "s.updated DESC", "s.id DESC"].join(", "),
    values: [],
    byRelevance: relevance ? terms.map((term) => matchOf(term.words, term.prefix)).join(" OR ") : null,
  };
}

const sortColumns: Readonly<Record<string, string>> = {
  id: "s.id",
  title: "s.title",
  status: "s.status",
  type: "s.type",
  triage: "s.triage",
  priority: "s.rank",
  project: "s.project",
  author: "s.author",
  milestone: "s.milestone",
  created: "s.created",
  updated: "s.updated",
  closed: "s.closed",
  due: "s.due",
};
