// Which fields of a record name another record, taken from the schemas.

import { facts } from "../model/generated/schema-facts.ts";
import type { Kind } from "../model/place.ts";
import type { TrackerRecord } from "../model/record.ts";
import { nearest } from "../text/nearest.ts";
import { quote } from "../text/quote.ts";
import type { Tracker } from "../tracker/tracker.ts";
import { type Finding, recordsOf } from "./rule.ts";

export interface Reference {
  readonly pointer: string;
  readonly ref: string;
  readonly value: string | number;
}

/** The references of one record, with where each stands. */
export function* referencesOf(record: TrackerRecord): Iterable<Reference> {
  for (const { pointer, ref } of facts[record.kind as Kind].references) {
    yield* follow(record.data, pointer.slice(1).split("/"), "", ref);
  }
}

function* follow(value: unknown, parts: readonly string[], pointer: string, ref: string): Iterable<Reference> {
  const [part, ...rest] = parts;
  if (value === undefined || value === null) return;
  if (part === undefined) {
    if (typeof value === "string" || typeof value === "number") yield { pointer, ref, value };
    return;
  }
  if (typeof value !== "object") return;
  if (part !== "*") {
    yield* follow((value as Record<string, unknown>)[part], rest, `${pointer}/${part}`, ref);
    return;
  }
  for (const [key, inner] of Object.entries(value)) yield* follow(inner, rest, `${pointer}/${key}`, ref);
}

/** Findings for references of some sorts that lead nowhere. */
export function* danglingReferences(
  tracker: Tracker,
  refs: readonly string[],
  exists: (value: string | number) => boolean,
  what: string,
  names: () => readonly string[],
): Iterable<Finding> {
  let known: readonly string[] | undefined;
  for (const record of recordsOf(tracker)) {
    for (const { pointer, ref, value } of referencesOf(record)) {
      if (!refs.includes(ref) || exists(value)) continue;
      known ??= names();
      const guess = typeof value === "string" ? nearest(value, known) : undefined;
      yield {
        path: record.path,
        pointer,
        message: `${what} ${typeof value === "number" ? value : quote(value)} does not exist`,
        ...(guess ? { hint: `did you mean "${guess}"?` } : {}),
      };
    }
  }
}
