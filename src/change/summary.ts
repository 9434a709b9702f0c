// A meaning in few words: renames as one, equal changes of many records as one, and what is left.

import { facts } from "../model/generated/schema-facts.ts";
import type { Kind } from "../model/place.ts";
import type { FieldMeaning, Meaning, PlaceKind, RecordMeaning } from "./meaning.ts";

export interface Rename {
  readonly kind: Kind;
  readonly from: string;
  readonly to: string;
  /** How many records name the new one where they named the old one. */
  readonly references: number;
}

/** The same change of so many records of a kind. */
export interface Bulk extends FieldMeaning {
  readonly kind: PlaceKind;
  readonly records: readonly RecordMeaning[];
}

export interface Summary {
  readonly renames: readonly Rename[];
  readonly bulk: readonly Bulk[];
  /** What neither says. */
  readonly rest: readonly RecordMeaning[];
}

/** From so many records on, equal changes are said once. */
const many = 4;

export function summarise({ records }: Meaning): Summary {
  const { renames, left } = renamesIn(records);
  const groups = new Map<string, { record: RecordMeaning; field: FieldMeaning }[]>();
  for (const record of left) {
    if (record.what !== "changed") continue;
    for (const field of record.fields) {
      if (field.field === "body") continue;
      const key = keyOf(record.kind, field);
      const group = groups.get(key);
      if (group) group.push({ record, field });
      else groups.set(key, [{ record, field }]);
    }
  }
  const bulk = [...groups.values()]
    .filter((group) => group.length >= many)
    .map((group): Bulk => {
      const { record, field } = group[0] as (typeof group)[number];
      return { ...field, kind: record.kind, records: group.map((each) => each.record) };
    });
  const said = new Set(bulk.map((each) => keyOf(each.kind, each)));
  const rest = left.flatMap((record) => {
    if (record.what !== "changed") return record;
    const fields = record.fields.filter((field) => !said.has(keyOf(record.kind, field)));
    return fields.length === 0 && record.fields.length > 0 ? [] : { ...record, fields };
  });
  return { renames, bulk, rest };
}

/** Of a list, what comes and goes makes two changes equal, whatever else stands in it. */
function keyOf(kind: PlaceKind, { field, before, after, added, removed }: FieldMeaning): string {
  return JSON.stringify([kind, field, ...(added || removed ? [added, removed] : [before ?? null, after ?? null])]);
}

function renamesIn(records: readonly RecordMeaning[]): { renames: Rename[]; left: readonly RecordMeaning[] } {
  const renames = records.flatMap(({ what, kind, from, name }) =>
    what === "renamed" ? [{ kind: kind as Kind, from: from?.name ?? "", to: name ?? "", references: 0 }] : [],
  );
  if (renames.length === 0) return { renames, left: records };
  const people = new Map(renames.flatMap(({ kind, from, to }) => (kind === "person" ? [[from, to] as const] : [])));
  const left = records.flatMap((record) => {
    // What else changes about a record that was renamed is said beside the rename.
    if (record.what === "renamed") return record.fields.length > 0 ? record : [];
    if (record.kind === "affects" && movedWithPerson(record, people)) return [];
    const fields = record.fields.filter((field) => {
      const rename = renames.find((each) => rewrites(record.kind, field, each));
      if (rename) rename.references += 1;
      return !rename;
    });
    return record.what === "changed" && fields.length === 0 && record.fields.length > 0 ? [] : { ...record, fields };
  });
  return { renames, left };
}

function movedWithPerson({ what, name }: RecordMeaning, people: ReadonlyMap<string, string>): boolean {
  return what === "removed" ? people.has(name ?? "") : what === "added" && [...people.values()].includes(name ?? "");
}

/** Whether a field did nothing but follow a rename. */
function rewrites(kind: PlaceKind, field: FieldMeaning, { kind: of, from, to }: Rename): boolean {
  const refersTo = (ref: string) => ref === of || (ref === "person-or-team" && (of === "person" || of === "team"));
  const pointers = [`/${field.field}`, `/${field.field}/*`];
  const refers = facts[kind as Kind]?.references.some(
    ({ pointer, ref }) => pointers.includes(pointer) && refersTo(ref),
  );
  if (!refers) return false;
  if (!field.added && !field.removed) return field.before === from && field.after === to;
  return field.added?.length === 1 && field.removed?.length === 1 && field.removed[0] === from && field.added[0] === to;
}
