// A file's bytes to a record: front matter read, schema checked, empty values dropped. Never throws for content.

import type { Diagnostic } from "../text/diagnostic.ts";
import { bodyOf, type Matter, type Read, readMatter } from "../text/matter.ts";
import { check } from "./generated/checkers.js";
import type { Place } from "./place.ts";
import type { TrackerRecord } from "./record.ts";
import { type DeclaredFields, noFields, schemaDiagnostics } from "./schema-diagnostics.ts";

/** A place that holds a record with front matter. */
export type RecordPlace = Exclude<Place, { kind: "attachment" | "support" }>;

/** Reads one file. `fields`: the custom fields that tracker.yaml declares. */
export function readRecord(
  path: string,
  place: RecordPlace,
  bytes: Uint8Array,
  fields: DeclaredFields = noFields,
): Read<TrackerRecord> {
  const matter = readMatter(path, bytes);
  if (!matter.value) return { diagnostics: matter.diagnostics };
  const read = recordOf(matter.value, place, fields);
  return matter.diagnostics.length === 0
    ? read
    : { ...read, diagnostics: [...matter.diagnostics, ...read.diagnostics] };
}

/** The record that front matter makes, or what its schema says against it. */
export function recordOf(matter: Matter, place: RecordPlace, fields: DeclaredFields = noFields): Read<TrackerRecord> {
  const checker = check[place.kind];
  let diagnostics: readonly Diagnostic[] = [];
  if (!checker(matter.data)) {
    diagnostics = schemaDiagnostics(place.kind, matter, checker.errors ?? [], fields);
    if (diagnostics.length > 0) return { diagnostics };
  }
  const record = { ...place, path: matter.path, data: withoutEmpty(matter.data), body: bodyOf(matter) };
  return { value: record as TrackerRecord, diagnostics };
}

/** An empty value means none: null goes, at every depth. */
function withoutEmpty(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const key in data) {
    const value = data[key];
    if (value === null || value === undefined) continue;
    kept[key] = typeof value === "object" ? withoutEmptyInside(value) : value;
  }
  return kept;
}

function withoutEmptyInside(value: object): unknown {
  if (!Array.isArray(value)) return withoutEmpty(value as Record<string, unknown>);
  return value.some((item) => typeof item === "object")
    ? value.filter((item) => item !== null).map((item) => (typeof item === "object" ? withoutEmptyInside(item) : item))
    : value;
}
