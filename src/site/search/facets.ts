// What narrows the answer to a query down: the commonest values of a few fields, each with the query that asks for it as well.

import type { Query } from "../../model/query/query.ts";

import { compareText } from "../../text/diagnostic.ts";
import { orderOf, withoutOrder } from "./headings.ts";

export const facetFields = ["status", "triage", "type", "priority", "project", "milestone", "assignee", "tag"] as const;

export type FacetField = (typeof facetFields)[number];

/** So many values of one field are shown. */
export const shownValues = 8;

export interface FacetValue {
  /** Null is none. */
  readonly value: string | null;
  /** Of so many stories rows that fit have it. */
  readonly count: number;
}

/** The commonest first. */
export const byCount = (a: FacetValue, b: FacetValue): number =>
  b.count - a.count || compareText(a.value ?? "", b.value ?? "");

export interface ShownFacet {
  readonly field: FacetField;
  readonly values: readonly { readonly value: string; readonly count: number; readonly query: string }[];
}

/** `asked` is the query as it was written, `total` how many stories it finds; `valuesOf` has the commonest first, none among them. */
export function shownFacets(
  query: Query,
  asked: string,
  total: number,
  valuesOf: (field: FacetField) => readonly FacetValue[],
): readonly ShownFacet[] {
  // A term put beside an OR would belong to its last part alone.
  const wanted = withoutOrder(asked);
  const narrowed = query.where.kind === "or" ? `(${wanted})` : wanted;
  // Inside of parentheses there is no order.
  const order = orderOf(asked);
  return facetFields.flatMap((field) => {
    const values = valuesOf(field)
      .slice(0, shownValues)
      // What all of them have tells nothing apart; a quotation mark cannot be asked for.
      .filter(({ value, count }) => count < total && !value?.includes('"'))
      .map(({ value, count }) => ({
        ...{ value: value ?? "none", count },
        query: `${narrowed} ${value === null ? `${field}:none` : termFor(field, value)} ${order}`.trim(),
      }));
    return values.length === 0 ? [] : [{ field, values }];
  });
}

/** What asks for a value that holds no quotation mark. "none" by itself asks for those that have no value. */
export function termFor(field: string, value: string): string {
  return `${field}:${/^(?!none$)[\w./@+-]+$/.test(value) ? value : `"${value}"`}`;
}
