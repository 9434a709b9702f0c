// A file's bytes to a record: front matter read, schema checked, empty values dropped. Never throws for content.

import type { Diagnostic } from "../text/diagnostic.ts";
import { type Matter, type Read, readMatter, valuesOf } from "../text/matter.ts";
import { check } from "./generated/checkers.js";
import { facts } from "./generated/schema-facts.ts";
import type { Kind, Place } from "./place.ts";
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

/** The record that front matter makes, or what its schema says against it; `body` when it shall not keep the file's. */
export function recordOf(
  matter: Matter,
  place: RecordPlace,
  fields: DeclaredFields = noFields,
  body = matter.body,
): Read<TrackerRecord> {
  const checker = check[place.kind];
  const mayBeEmpty = nullable[place.kind];
  if (!matter.empty.every((key) => mayBeEmpty.has(key)) || !checker(matter.data)) {
    const whole = valuesOf(matter);
    const diagnostics = checker(whole)
      ? []
      : schemaDiagnostics(place.kind, matter, whole, checker.errors ?? [], fields);
    if (diagnostics.length > 0) return { diagnostics };
  }
  return { value: recordAt(place, matter.path, withoutEmpty(matter.data), body), diagnostics: none };
}

/** One literal a shape: spreading the place into it would take longer than reading the file's front matter. */
function recordAt(place: RecordPlace, path: string, data: unknown, body: string): TrackerRecord {
  switch (place.kind) {
    case "story":
      return { kind: "story", id: place.id, path, data, body } as TrackerRecord;
    case "task":
      return { kind: "task", id: place.id, story: place.story, path, data, body } as TrackerRecord;
    case "comment":
    case "affects":
      return { kind: place.kind, name: place.name, story: place.story, path, data, body } as TrackerRecord;
    case "tracker":
      return { kind: "tracker", path, data, body } as TrackerRecord;
    default:
      return { kind: place.kind, name: place.name, path, data, body } as TrackerRecord;
  }
}

const none: readonly Diagnostic[] = [];
const nullable = Object.fromEntries(
  Object.entries(facts).map(([kind, { nullable: keys }]) => [kind, new Set(keys)]),
) as unknown as Readonly<Record<Kind, ReadonlySet<string>>>;

/** An empty value means none, inside lists and mappings too. */
function withoutEmpty(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  for (const key in value) {
    if (holdsNull(value[key])) return withoutNull(value) as Readonly<Record<string, unknown>>;
  }
  return value;
}

function holdsNull(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== "object") return false;
  for (const key in value) if (holdsNull((value as Record<string, unknown>)[key])) return true;
  return false;
}

function withoutNull(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNull);
  const kept = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutNull(inner)]));
}
