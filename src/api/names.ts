// Names to the API's numbers and back: the number StoryBoard gave when the record comes from there, else a derived one.

import { type NamedKind, pathOf } from "../model/place.ts";
import { derivedNumber, numbered } from "./derived-number.ts";
import type { ApiState } from "./state.ts";

/** What StoryBoard calls each kind, in our aliases for its records ("storyboard:project_group/51"). */
const foreign: Readonly<Partial<Record<NamedKind, readonly string[]>>> = {
  person: ["user", "person"],
  team: ["team"],
  project: ["project"],
  group: ["project_group", "group"],
  milestone: ["milestone"],
  list: ["worklist", "list"],
  board: ["board"],
};

export interface Names {
  /** The number of a record; of a name that no record has, the one it would have. */
  id(kind: NamedKind, name: string): number;
  name(kind: NamedKind, id: number): string | undefined;
  /** All numbers of a kind by name, for sorting. */
  order(kind: NamedKind): Readonly<Record<string, number>>;
}

export function namesOf(state: ApiState): Names {
  return state.memo("names", () => makeNames(state));
}

interface Named {
  readonly kind: NamedKind;
  readonly name: string;
  readonly aliases: readonly string[];
}

function makeNames(state: ApiState): Names {
  const { selection } = state.catalogue;
  const times = selection.recordTimes();
  const all = selection.names() as readonly Named[];
  const ids = new Map<NamedKind, Map<string, number>>();
  const names = new Map<NamedKind, Map<number, string>>();
  const waiting = new Map<NamedKind, Map<string, string>>();
  for (const { kind, name, aliases } of all) {
    const theirs = foreignNumber(kind, aliases);
    if (theirs !== undefined && !given(names, kind).has(theirs)) {
      given(ids, kind).set(name, theirs);
      given(names, kind).set(theirs, name);
    } else given(waiting, kind).set(firstPath(kind, name, aliases, times), name);
  }
  for (const [kind, paths] of waiting) {
    const taken = new Set(names.get(kind)?.keys());
    for (const [path, number] of numbered(kind, [...paths.keys()], taken)) {
      const name = paths.get(path) ?? "";
      given(ids, kind).set(name, number);
      given(names, kind).set(number, name);
    }
  }
  // What still calls a record by a former name means the same one.
  for (const { kind, name, aliases } of all) {
    const own = ids.get(kind);
    for (const former of formerNames(kind, aliases)) if (own && !own.has(former)) own.set(former, own.get(name) ?? 0);
  }
  const people = given(ids, "person");
  const strangers = strangersIn(state, (name) => people.has(name) || ids.get("team")?.has(name) === true);
  const paths = new Map(strangers.map((name) => [pathOf({ kind: "person", name }), name]));
  for (const [path, number] of numbered("person", [...paths.keys()], new Set(people.values()))) {
    people.set(paths.get(path) ?? "", number);
    given(names, "person").set(number, paths.get(path) ?? "");
  }
  return {
    id: (kind, name) => ids.get(kind)?.get(name) ?? derivedNumber(kind, pathOf({ kind, name })),
    name: (kind, id) => names.get(kind)?.get(id),
    order: (kind) => Object.fromEntries(ids.get(kind) ?? []),
  };
}

/** The map of a kind, made when there is none yet. */
function given<K, V>(maps: Map<NamedKind, Map<K, V>>, kind: NamedKind): Map<K, V> {
  const own = maps.get(kind) ?? new Map<K, V>();
  maps.set(kind, own);
  return own;
}

/** Who reports, is assigned or comments: somebody whose own file is missing or broken has a number as well, for clients look up everybody. */
function strangersIn({ catalogue }: ApiState, isKnown: (name: string) => boolean): readonly string[] {
  const fields = ["author", "assignee", "commenter"] as const;
  return [...new Set(fields.flatMap((field) => catalogue.strangersIn(field, isKnown)))];
}

function foreignNumber(kind: NamedKind, aliases: readonly string[]): number | undefined {
  for (const alias of aliases) {
    const [, theirs, digits] = /^storyboard:([a-z_]+)\/([1-9]\d{0,14})$/.exec(alias) ?? [];
    if (theirs !== undefined && foreign[kind]?.includes(theirs)) return Number(digits);
  }
  return undefined;
}

function formerNames(kind: NamedKind, aliases: readonly string[]): readonly string[] {
  return aliases.flatMap((alias) => (alias.startsWith(`${kind}:`) ? alias.slice(kind.length + 1) : []));
}

/** Of all the names it has had, the path of the first: a rename keeps the number. */
function firstPath(
  kind: NamedKind,
  name: string,
  aliases: readonly string[],
  times: ReadonlyMap<string, { readonly created: number }>,
): string {
  const age = (path: string) => times.get(path)?.created ?? Number.POSITIVE_INFINITY;
  return [name, ...formerNames(kind, aliases)]
    .map((each) => pathOf({ kind, name: each }))
    .reduce((first, path) => (age(path) < age(first) ? path : first));
}
