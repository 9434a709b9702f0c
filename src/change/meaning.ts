// What a change means: which records come, go or move, and field by field what becomes of the others.

import { dataOf, type FieldChange, fieldChanges, type TouchedFile } from "../model/field-changes.ts";
import { facts } from "../model/generated/schema-facts.ts";
import type { Misplaced, Place } from "../model/place.ts";
import type { TrackerRecord } from "../model/record.ts";
import { originsIn } from "./origins.ts";

export type PlaceKind = Place["kind"] | Misplaced["kind"];

export interface FieldMeaning {
  /** A key of the front matter, or "body". */
  readonly field: string;
  /** The whole values; undefined is none. */
  readonly before: unknown;
  readonly after: unknown;
  /** Of a list, the items that come and go; neither when only their order differs. */
  readonly added?: readonly unknown[];
  readonly removed?: readonly unknown[];
}

export interface RecordMeaning {
  readonly path: string;
  readonly kind: PlaceKind;
  /** Of a story or task. */
  readonly id?: number;
  /** Of any other record, and of an attachment. */
  readonly name?: string;
  /** The story that it belongs to; of a story, itself. */
  readonly story?: number;
  /** As it will be called; of one that goes, as it was. */
  readonly title?: string;
  /** "formatted": written otherwise, and nothing else; "broken": cannot be read afterwards; "repaired": could not be read before. */
  readonly what: "added" | "removed" | "changed" | "moved" | "renamed" | "formatted" | "broken" | "repaired";
  /** Of a task that moved or a record that was renamed, what it was. */
  readonly from?: { readonly path: string; readonly id?: number; readonly story?: number; readonly name?: string };
  /** Of a new record, and of one that was repaired, everything it says; of one that goes nothing; of one that moved what else changes. */
  readonly fields: readonly FieldMeaning[];
}

export interface Meaning {
  /** In the order of the paths; a record that moved stands where it is now. */
  readonly records: readonly RecordMeaning[];
  /** Titles of the stories that are concerned, as they will be. */
  readonly titles: ReadonlyMap<number, string>;
  /** Paths where the two sides cannot be merged. */
  readonly conflicts: readonly string[];
}

/** `known`: the titles of stories whose own file does not change. */
export function meaningOf(
  files: readonly TouchedFile[],
  known: ReadonlyMap<number, string> = new Map(),
  conflicts: readonly string[] = [],
): Meaning {
  const origins = originsIn(files);
  const gone = new Set([...origins.values()].map((record) => record.path));
  const titles = new Map(known);
  for (const { before, after } of files) {
    const record = after?.record ?? before?.record;
    if (record?.kind === "story") titles.set(record.id, record.data.title);
  }
  const records = files
    .filter((file) => !gone.has(file.path))
    .map((file) => recordMeaning(file, origins.get(file.path)));
  return { records, titles, conflicts };
}

/** The stories that a change concerns, for their titles. */
export function storiesOf(files: readonly TouchedFile[]): ReadonlySet<number> {
  return new Set(
    files.flatMap(({ place }) => (place.kind === "story" ? place.id : "story" in place ? place.story : [])),
  );
}

function recordMeaning(file: TouchedFile, origin: TrackerRecord | undefined): RecordMeaning {
  const { path, place, before, after } = file;
  const shown = after?.record ?? before?.record;
  const title = shown && titleOf(shown);
  const own = {
    path,
    kind: place.kind,
    ...("id" in place ? { id: place.id } : {}),
    ...("name" in place ? { name: place.name } : {}),
    ...(place.kind === "story" ? { story: place.id } : "story" in place ? { story: place.story } : {}),
    ...(title === undefined ? {} : { title }),
  };
  const isRecord = place.kind in facts;
  if (after && !after.record && (isRecord || place.kind === "misplaced")) return { ...own, what: "broken", fields: [] };
  if (!after) return { ...own, what: "removed", fields: [] };
  if (origin && after.record) {
    const from = {
      path: origin.path,
      ...("id" in origin ? { id: origin.id } : {}),
      ...("story" in origin ? { story: origin.story } : {}),
      ...("name" in origin ? { name: origin.name } : {}),
    };
    const fields = fieldsBetween({ ...file, before: { record: origin } }, ["aliases"]);
    return { ...own, what: place.kind === "task" ? "moved" : "renamed", from, fields };
  }
  if (!before) return { ...own, what: "added", fields: after.record ? everythingOf(after.record) : [] };
  if (isRecord && !before.record && after.record)
    return { ...own, what: "repaired", fields: everythingOf(after.record) };
  const fields = fieldsBetween(file);
  return { ...own, what: fields.length === 0 && shown ? "formatted" : "changed", fields };
}

/** The fields that differ, each once: a list's items together. */
function fieldsBetween(file: TouchedFile, without: readonly string[] = []): readonly FieldMeaning[] {
  const grouped = new Map<string, FieldChange[]>();
  for (const change of fieldChanges(file)) {
    if (["+", "-", "file", "format", ...without].includes(change.field)) continue;
    grouped.set(change.field, [...(grouped.get(change.field) ?? []), change]);
  }
  return [...grouped].map(([field, changes]) => {
    const [first] = changes;
    if (!first?.item) return { field, before: first?.before, after: first?.after };
    const added = changes.flatMap((each) => (each.after === undefined ? [] : [each.after]));
    const removed = changes.flatMap((each) => (each.before === undefined ? [] : [each.before]));
    const [was, is] = [first.was, first.is].map((record) => record && dataOf(record)[field]);
    return { field, before: was, after: is, added, removed };
  });
}

function everythingOf(record: TrackerRecord): readonly FieldMeaning[] {
  const keys = facts[record.kind].keys;
  const rank = (key: string) => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  const data = Object.entries(dataOf(record)).sort(([a], [b]) => rank(a) - rank(b));
  const fields = data.map(([field, after]) => ({ field, before: undefined, after }));
  return record.body === "" ? fields : [...fields, { field: "body", before: undefined, after: record.body }];
}

function titleOf(record: TrackerRecord): string | undefined {
  if (record.kind === "person" || record.kind === "tracker") return record.data.name;
  return "title" in record.data ? record.data.title : undefined;
}
