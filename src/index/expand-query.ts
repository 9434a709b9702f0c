// What lists, boards and watchers stand for inside a query: their items, or the queries they hold.

import { customQueryFields } from "../model/query/custom-query-fields.ts";
import { parseQuery, type QueryContext } from "../model/query/parse.ts";
import type { Expression } from "../model/query/query.ts";
import type { Catalogue } from "./catalogue.ts";

/** Everything the parser must know of a tracker. `now` in milliseconds. */
export function queryContext(catalogue: Catalogue, now: number): QueryContext {
  const customFields = customQueryFields(catalogue.config?.data);
  // A list may name a list; a circle of them ends here.
  const expanding = new Set<string>();
  const context: QueryContext = {
    now,
    customFields,
    proposed: () => anyOf(catalogue.proposals.map(({ story }) => story)),
    expand(field, name) {
      const key = `${field} ${name}`;
      if (expanding.has(key)) return never;
      expanding.add(key);
      try {
        return expansion(catalogue, field, name, context);
      } finally {
        expanding.delete(key);
      }
    },
  };
  return context;
}

const never: Expression = { kind: "not", part: { kind: "all" } };

/** SQLite counts how deep a condition is nested: many numbers go in groups. */
const group = 200;

function anyOf(stories: readonly number[]): Expression {
  const numbers = [...new Set(stories)];
  if (numbers.length === 0) return never;
  if (numbers.length > group) {
    const size = Math.ceil(numbers.length / group);
    const parts = Array.from({ length: Math.ceil(numbers.length / size) }, (_, at) =>
      anyOf(numbers.slice(at * size, (at + 1) * size)),
    );
    return { kind: "or", parts };
  }
  const parts = numbers.map((id): Expression => ({ kind: "equals", field: "id", value: String(id), prefix: false }));
  return { kind: "or", parts };
}

function expansion(
  catalogue: Catalogue,
  field: "list" | "board" | "watcher",
  name: string,
  context: QueryContext,
): Expression | undefined {
  const either = (parts: readonly Expression[]): Expression => (parts.length === 0 ? never : { kind: "or", parts });
  const parsed = (text: string): Expression[] => {
    const read = parseQuery(text, context);
    return read.ok ? [read.query.where] : [];
  };
  const items = (ids: readonly number[] | undefined) =>
    (ids ?? []).map((id): Expression => ({ kind: "equals", field: "id", value: String(id), prefix: false }));
  if (field === "watcher") {
    const person = catalogue.named("person", name);
    return (
      person &&
      either((person.data.watch ?? []).filter((watch) => watch.mute !== true).flatMap((watch) => parsed(watch.query)))
    );
  }
  if (field === "list") {
    const list = catalogue.named("list", name);
    return list && either([...(list.data.query ? parsed(list.data.query) : []), ...items(list.data.items)]);
  }
  const board = catalogue.named("board", name);
  return (
    board &&
    either(
      (board.data.lanes ?? []).flatMap((lane) => [
        ...(lane.query ? parsed(lane.query) : []),
        ...(lane.list ? [context.expand?.("list", lane.list) ?? never] : []),
        ...items(lane.items),
      ]),
    )
  );
}
