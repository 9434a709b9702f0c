// What records refer to, as the schemas say, and the references that lead nowhere.

import type { Kind } from "../model/place.ts";
import type { TrackerRecord } from "../model/record.ts";
import { referencesOf, referring, visitReferences } from "../model/references.ts";
import { nearest } from "../text/nearest.ts";
import { quote } from "../text/quote.ts";
import type { Tracker } from "../tracker/tracker.ts";
import { type Finding, type ReferenceCheck, recordsOf } from "./rule.ts";

/** Every name and number that records refer to, by the sort of reference. */
export type Named = Map<string, Set<string | number>>;

/** What is wrong with references, by the checks that say which exist. */
export function* danglingReferences<C extends ReferenceCheck>(
  tracker: Tracker,
  checks: readonly C[],
  named: Named,
): Iterable<readonly [C, Finding]> {
  const missing = missingValues(tracker, checks, named);
  if (missing.size === 0) return;
  const names = new Map<C, readonly string[]>();
  for (const record of recordsOf(tracker)) {
    for (const { pointer, ref, value } of referencesOf(record)) {
      const check = missing.get(ref)?.get(value);
      if (!check) continue;
      if (!names.has(check)) names.set(check, check.names?.(tracker) ?? []);
      const guess = typeof value === "string" ? nearest(value, names.get(check) ?? []) : undefined;
      yield [
        check,
        {
          path: record.path,
          pointer,
          message: `${check.what} ${typeof value === "number" ? value : quote(value)} does not exist`,
          ...(guess ? { hint: `did you mean "${guess}"?` } : {}),
        },
      ];
    }
  }
}

/** Adds what one record refers to. A hundred thousand tasks name a few hundred people: each is looked up once, at the end. */
export function addNamed(named: Named, record: TrackerRecord): void {
  const data = record.data as unknown as Record<string, unknown>;
  const keys = referringKeys[record.kind];
  // What a record has is less than what it might have.
  for (const key in data) {
    for (const { ref, parts } of keys.get(key) ?? none) {
      let values = named.get(ref);
      if (!values) {
        values = new Set();
        named.set(ref, values);
      }
      const value = data[key];
      if (parts.length === 1) values.add(value as string | number);
      else if (parts.length === 2 && Array.isArray(value)) for (const item of value) values.add(item);
      else visitReferences(value, parts, 1, "", (inner) => values.add(inner));
    }
  }
}

const none: readonly never[] = [];
/** The references that begin at each key. */
const referringKeys = Object.fromEntries(
  Object.entries(referring).map(([kind, references]) => {
    const keys = [...new Set(references.map(({ parts }) => parts[0] as string))];
    return [kind, new Map(keys.map((key) => [key, references.filter(({ parts }) => parts[0] === key)]))];
  }),
) as unknown as Readonly<Record<Kind, ReadonlyMap<string, (typeof referring)[Kind]>>>;

/** What the records of a tracker refer to. */
export function namedIn(tracker: Tracker): Named {
  const named: Named = new Map();
  for (const record of recordsOf(tracker)) addNamed(named, record);
  return named;
}

function missingValues<C extends ReferenceCheck>(
  tracker: Tracker,
  checks: readonly C[],
  named: Named,
): Map<string, Map<string | number, C>> {
  const missing = new Map<string, Map<string | number, C>>();
  for (const check of checks) {
    for (const ref of check.to) {
      for (const value of named.get(ref) ?? []) {
        if (check.exists(tracker, value)) continue;
        const values = missing.get(ref) ?? new Map<string | number, C>();
        missing.set(ref, values.set(value, check));
      }
    }
  }
  return missing;
}
