// Names in a query that nothing here has, for whoever found nothing: mostly they are misspelt.

import type { NamedKind } from "../model/place.ts";
import type { Expression } from "../model/query/query.ts";
import { nearest } from "../text/nearest.ts";
import type { Catalogue } from "./catalogue.ts";

export interface StrangeName {
  readonly name: string;
  /** One sentence without its end. */
  readonly message: string;
  /** A name that is here and looks like it. */
  readonly guess: string | undefined;
}

/** Which records have the names that a field holds; of tags there need be none. */
const kindsOf: Readonly<Record<string, readonly NamedKind[]>> = {
  project: ["project"],
  group: ["group"],
  team: ["team"],
  milestone: ["milestone"],
  assignee: ["person", "team"],
  author: ["person"],
  commenter: ["person"],
  affects: ["person"],
  tag: [],
};

/** Of what a query asks for, the names that no record has and no story either. */
export function strangeNames(catalogue: Catalogue, where: Expression): readonly StrangeName[] {
  const found = new Map<string, StrangeName>();
  for (const { field, value } of namesIn(where)) {
    const known = knownNames(catalogue, field);
    if (known.has(value)) continue;
    const term: Expression = { kind: "equals", field, value, prefix: false };
    const page = { limit: 0, offset: 0 };
    if (catalogue.stories({ where: term, sort: [], now: 0 }, page).total > 0) continue;
    const what = kindsOf[field]?.join(" or ") || field;
    const message = `no ${what} is called "${value}"`;
    found.set(message, { name: value, message, guess: nearest(value, known) });
  }
  return [...found.values()];
}

/** What must be so, in whatever way it is put together; what must not be so may well be nowhere. */
function namesIn(where: Expression): readonly { readonly field: string; readonly value: string }[] {
  if (where.kind === "and" || where.kind === "or") return where.parts.flatMap(namesIn);
  return where.kind === "equals" && !where.prefix && Object.hasOwn(kindsOf, where.field) ? [where] : [];
}

function knownNames(catalogue: Catalogue, field: string): ReadonlySet<string> {
  if (field === "tag")
    return new Set([...Object.keys(catalogue.config?.data.tags ?? {}), ...catalogue.tagCounts().map(({ tag }) => tag)]);
  return new Set((kindsOf[field] ?? []).flatMap((kind) => catalogue.allNamed(kind).map(({ name }) => name)));
}
