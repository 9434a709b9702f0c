// What records refer to, as the schemas say.

import { facts } from "./generated/schema-facts.ts";
import type { Kind, NamedKind } from "./place.ts";
import type { TrackerRecord } from "./record.ts";

export interface Reference {
  readonly pointer: string;
  readonly ref: string;
  readonly value: string | number;
}

/** The sorts of records that a name may stand for, by the sort of reference as `x-ref` in the schemas says. */
export const kindsReferredTo: Readonly<Record<string, readonly NamedKind[]>> = {
  person: ["person"],
  team: ["team"],
  "person-or-team": ["person", "team"],
  project: ["project"],
  group: ["group"],
  milestone: ["milestone"],
  list: ["list"],
};

/** The fields of each kind that refer to something, taken apart once. */
export const referring = Object.fromEntries(
  Object.entries(facts).map(([kind, { references }]) => [
    kind,
    references.map(({ pointer, ref }) => ({ ref, parts: pointer.slice(1).split("/") })),
  ]),
) as unknown as Readonly<Record<Kind, readonly { readonly ref: string; readonly parts: readonly string[] }[]>>;

/** The references of one record, with where each stands. */
export function referencesOf(record: TrackerRecord): readonly Reference[] {
  const found: Reference[] = [];
  for (const { ref, parts } of referring[record.kind]) {
    visitReferences(record.data, parts, 0, "", (value, pointer) => found.push({ pointer, ref, value }));
  }
  return found;
}

/** Walks to where a reference's pattern leads, once for every item on the way. */
export function visitReferences(
  value: unknown,
  parts: readonly string[],
  depth: number,
  pointer: string,
  found: (value: string | number, pointer: string) => void,
): void {
  if (value === undefined || value === null) return;
  const part = parts[depth];
  if (part === undefined) {
    if (typeof value === "string" || typeof value === "number") found(value, pointer);
  } else if (typeof value !== "object") return;
  else if (part !== "*")
    visitReferences((value as Record<string, unknown>)[part], parts, depth + 1, `${pointer}/${part}`, found);
  else
    for (const [key, inner] of Object.entries(value))
      visitReferences(inner, parts, depth + 1, `${pointer}/${key}`, found);
}
