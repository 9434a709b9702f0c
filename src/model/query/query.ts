// What a query means once it is read: an expression over rows, and an order.

import type { Span } from "../../text/position.ts";

/**
 * Judged on rows: one per task with its story's fields; a story without tasks is one row. Times are milliseconds since 1970,
 * relative ones already resolved, so that judging needs no clock.
 */
export type Expression =
  | { readonly kind: "and" | "or"; readonly parts: readonly Expression[] }
  | { readonly kind: "not"; readonly part: Expression }
  /** Consecutive words of the text; with `prefix` the last one only begins so. */
  | { readonly kind: "text"; readonly words: readonly string[]; readonly prefix: boolean }
  /** The field has this value; with `prefix` one that begins so. */
  | { readonly kind: "equals"; readonly field: string; readonly value: string; readonly prefix: boolean }
  /** The story or the task is one of these. */
  | { readonly kind: "among"; readonly ids: readonly number[] }
  /** A time in [from, to). */
  | { readonly kind: "between"; readonly field: string; readonly from: number | null; readonly to: number | null }
  | { readonly kind: "number"; readonly field: string; readonly above: Bound | null; readonly below: Bound | null }
  /** The field has no value. */
  | { readonly kind: "none"; readonly field: string }
  | { readonly kind: "is"; readonly what: string }
  | { readonly kind: "has"; readonly what: string }
  /** Everything. */
  | { readonly kind: "all" };

export interface Bound {
  readonly value: number;
  readonly inclusive: boolean;
}

export interface SortKey {
  readonly field: string;
  readonly descending: boolean;
}

export interface Query {
  readonly where: Expression;
  /** Empty: by relevance when the query holds text, else by the last change, newest first. */
  readonly sort: readonly SortKey[];
  /** The moment that "overdue" and "stale" are judged at, in milliseconds. */
  readonly now: number;
}

export interface QueryProblem {
  /** One sentence: what stands there, and what was expected. */
  readonly message: string;
  /** Offsets into the query. */
  readonly span: Span;
  /** The character that it begins with: from 1, and as people count them. */
  readonly at: number;
  readonly hint?: string;
}

/** What fits any of some expressions, each of which counts once; of none, nothing. */
export function anyOf(parts: readonly Expression[]): Expression {
  const [first, ...others] = new Set(parts);
  if (first === undefined) return { kind: "not", part: { kind: "all" } };
  return others.length === 0 ? first : { kind: "or", parts: [first, ...others] };
}

/** Everything, the last changed first. */
export function everything(now: number): Query {
  return { where: { kind: "all" }, sort: [], now };
}

/** The words a query looks for in the text, for ranking and snippets; what is negated does not count. */
export function textTerms(
  where: Expression,
): readonly { readonly words: readonly string[]; readonly prefix: boolean }[] {
  switch (where.kind) {
    case "and":
    case "or":
      return where.parts.flatMap(textTerms);
    case "text":
      return [{ words: where.words, prefix: where.prefix }];
    default:
      return [];
  }
}
