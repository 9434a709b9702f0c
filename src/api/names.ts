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

function makeNames({ catalogue }: ApiState): Names {
  const { selection } = catalogue;
  const times = selection.recordTimes();
  const ids = new Map<NamedKind, Map<string, number>>();
  const names = new Map<NamedKind, Map<number, string>>();
  const waiting = new Map<NamedKind, Map<string, string>>();
  for (const { kind, name, aliases } of selection.names() as readonly Named[]) {
    if (!ids.has(kind)) {
      ids.set(kind, new Map());
      names.set(kind, new Map());
      waiting.set(kind, new Map());
    }
    const given = foreignNumber(kind, aliases);
    if (given !== undefined && !names.get(kind)?.has(given)) {
      ids.get(kind)?.set(name, given);
      names.get(kind)?.set(given, name);
    } else waiting.get(kind)?.set(firstPath(kind, name, aliases, times), name);
  }
  for (const [kind, paths] of waiting) {
    const taken = new Set(names.get(kind)?.keys());
    for (const [path, number] of numbered(kind, [...paths.keys()], taken)) {
      const name = paths.get(path) ?? "";
      ids.get(kind)?.set(name, number);
      names.get(kind)?.set(number, name);
    }
  }
  // What still calls a record by a former name means the same one.
  for (const { kind, name, aliases } of selection.names() as readonly Named[]) {
    const own = ids.get(kind);
    for (const former of formerNames(kind, aliases)) if (own && !own.has(former)) own.set(former, own.get(name) ?? 0);
  }
  return {
    id: (kind, name) => ids.get(kind)?.get(name) ?? derivedNumber(kind, pathOf({ kind, name })),
    name: (kind, id) => names.get(kind)?.get(id),
    order: (kind) => Object.fromEntries(ids.get(kind) ?? []),
  };
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
