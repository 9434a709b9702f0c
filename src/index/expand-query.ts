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
