// What people watch, as far as StoryBoard's subscriptions can say it: projects, groups and stories named in their queries.

import { queryContext } from "../../index/expand-query.ts";
import { parseQuery } from "../../model/query/parse.ts";
import type { Expression } from "../../model/query/query.ts";
import { namesOf } from "../names.ts";
import type { ApiState } from "../state.ts";

export type WatchedKind = "project" | "group" | "story";

/** The names, of stories the numbers, that a user's watches are about. */
export function watchedNames(state: ApiState, user: number, kind: WatchedKind): readonly string[] {
  const name = namesOf(state).name("person", user);
  const person = name === undefined ? undefined : state.catalogue.named("person", name);
  const field = kind === "story" ? "id" : kind;
  const named = (muted: boolean) =>
    (person?.data.watch ?? []).flatMap(({ query, mute }) => {
      const parsed = (mute === true) === muted ? parseQuery(query, queryContext(state.catalogue, state.now)) : null;
      return parsed?.ok ? valuesOf(parsed.query.where, field) : [];
    });
  const muted = new Set(named(true));
  return [...new Set(named(false))].filter((each) => !muted.has(each)).sort();
}

function valuesOf(where: Expression, field: string): readonly string[] {
  if (where.kind === "and" || where.kind === "or") return where.parts.flatMap((part) => valuesOf(part, field));
  if (where.kind === "among") return field === "id" ? where.ids.map(String) : [];
  return where.kind === "equals" && where.field === field && !where.prefix ? [where.value] : [];
}
