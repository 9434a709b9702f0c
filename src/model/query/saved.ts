// What lists, boards and watchers stand for inside a query: their items, or the queries they hold, which may name others.

import { limits } from "../../text/limits.ts";
import { parseQuery, type QueryContext } from "./parse.ts";
import { anyOf, type Expression } from "./query.ts";

export type SavedField = "list" | "board" | "watcher";

/** What one of them holds. */
export interface Saved {
  readonly queries: readonly string[];
  /** What one of these finds is none of it. */
  readonly except?: readonly string[];
  /** Stories and tasks. */
  readonly items: readonly number[];
}

export interface SavedQueries {
  /** What one of some name holds, or is to the one who asks; undefined when there is none. */
  find(field: SavedField, name: string): Saved | Expression | undefined;
  names(field: SavedField): readonly string[];
}

/**
 * A context that knows what they stand for. They may name each other: a circle of them ends, and what they come to has a bound, which
 * the parser looks at, since forty lists that each name the same forty would never be done.
 */
export function withSaved(base: Omit<QueryContext, "expand" | "budget">, saved: SavedQueries): QueryContext {
  const open = new Set<string>();
  const budget: { terms: number } = { terms: limits.queryTerms };
  const parsed = (text: string): readonly Expression[] => {
    if (budget.terms < 0) return [];
    const read = parseQuery(text, context);
    return read.ok ? [read.query.where] : [];
  };
  const context: QueryContext = {
    ...base,
    budget,
    expand(field, name) {
      if (name === null) return anyOf(saved.names(field).map((each) => context.expand?.(field, each) ?? anyOf([])));
      const own = saved.find(field, name);
      if (own === undefined || "kind" in own) return own;
      const key = `${field} ${name}`;
      if (open.has(key)) return anyOf([]);
      budget.terms -= 1;
      if (open.size >= limits.nesting) budget.terms = -1;
      open.add(key);
      const items: readonly Expression[] = own.items.length > 0 ? [{ kind: "among", ids: own.items }] : [];
      const held = anyOf([...own.queries.flatMap(parsed), ...items]);
      const except = (own.except ?? []).flatMap(parsed);
      open.delete(key);
      return except.length === 0 ? held : { kind: "and", parts: [held, { kind: "not", part: anyOf(except) }] };
    },
  };
  return context;
}
