// Everything that the parser must know of a tracker: its own fields, its lists, boards and watches, what is proposed.

import { customQueryFields } from "../model/query/custom-query-fields.ts";
import type { QueryContext } from "../model/query/parse.ts";
import { type Saved, type SavedField, type SavedQueries, withSaved } from "../model/query/saved.ts";
import type { Catalogue } from "./catalogue.ts";

/** For one query. `now` in milliseconds. */
export function queryContext(catalogue: Catalogue, now: number): QueryContext {
  const context = {
    now,
    customFields: customQueryFields(catalogue.config?.data),
    proposed: () => ({ kind: "among", ids: catalogue.proposals.map(({ story }) => story) }) as const,
  };
  return withSaved(context, savedIn(catalogue));
}

/** What is asked as of a commit that somebody named is judged at that commit's time, and else now. In milliseconds. */
export function momentAsked({ commitTime }: Catalogue, revision: string | undefined, now: number): number {
  return revision === undefined || commitTime === null ? now : Date.parse(commitTime);
}

/** The lists, boards and watches of a tracker. */
export function savedIn(catalogue: Catalogue) {
  return {
    names: (field: SavedField) => catalogue.allNamed(field === "watcher" ? "person" : field).map(({ name }) => name),
    find: (field: SavedField, name: string) => held[field](catalogue, name),
  } satisfies SavedQueries;
}

const held: Readonly<Record<SavedField, (catalogue: Catalogue, name: string) => Saved | undefined>> = {
  list(catalogue, name) {
    const list = catalogue.named("list", name);
    return list && { queries: list.data.query ? [list.data.query] : [], items: list.data.items ?? [] };
  },
  board(catalogue, name) {
    const lanes = catalogue.named("board", name)?.data.lanes ?? [];
    const queries = lanes.flatMap(({ query, list }) => [
      ...(query ? [query] : []),
      ...(list ? [`list:"${list}"`] : []),
    ]);
    return catalogue.named("board", name) && { queries, items: lanes.flatMap(({ items }) => items ?? []) };
  },
  watcher(catalogue, name) {
    const person = catalogue.named("person", name);
    const watches = person?.data.watch ?? [];
    const of = (muted: boolean) => watches.filter(({ mute }) => (mute === true) === muted).map(({ query }) => query);
    return person && { queries: of(false), except: of(true), items: [] };
  },
};
