// What differs between two states of a file, field by field: the one account that meaning, policy and commit messages read.

import { facts } from "./generated/schema-facts.ts";
import type { Kind, Misplaced, Place } from "./place.ts";
import type { TrackerRecord } from "./record.ts";

/** A file as one side has it. */
export interface FileState {
  /** Absent when the file is no record, or cannot be read as one. */
  readonly record?: TrackerRecord;
}

/** One file of a change; null is "not there". */
export interface TouchedFile {
  readonly path: string;
  readonly place: Place | Misplaced;
  readonly before: FileState | null;
  readonly after: FileState | null;
}

export interface FieldChange {
  readonly path: string;
  readonly place: Place | Misplaced;
  /**
   * A key; "+" a new file, "-" one that goes, "body" its text, "format" how it is written and nothing else, "file" a file that
   * is not read as a record on both sides.
   */
  readonly field: string;
  /** The values; undefined is none. Of a list each item that comes or goes is a change of its own. */
  readonly before: unknown;
  readonly after: unknown;
  /** Of one item of a list. */
  readonly item: boolean;
  /** The whole records, where they could be read. */
  readonly was: TrackerRecord | undefined;
  readonly is: TrackerRecord | undefined;
}

/**
 * What the author of a new record says by writing it; whatever else it sets is a change of its own, as on a record that is there
 * already. The records of other kinds are all "+".
 */
const opening: Partial<Readonly<Record<Kind, readonly string[]>>> = {
  story: ["title", "author", "type", "created", "tags", "depends_on", "related", "links", "attachments"],
  task: ["project", "branch", "title", "author", "created", "depends_on"],
  comment: ["author", "in_reply_to", "attachments"],
  affects: ["created"],
  person: ["name", "identities", "email", "watch"],
};

/** What a new record has without being told: setting it changes nothing. */
const initial: Readonly<Record<string, unknown>> = { status: "todo", triage: "new", priority: "medium" };

/** Every difference between the two states, in the order of the format's keys. Never empty for a file that was touched. */
export function fieldChanges(file: TouchedFile): readonly FieldChange[] {
  const { path, place, before, after } = file;
  const was = before?.record;
  const is = after?.record;
  const change = (field: string, from?: unknown, to?: unknown, item = false): FieldChange => ({
    path,
    place,
    field,
    before: from,
    after: to,
    item,
    was,
    is,
  });
  if (!before) return is ? [change("+"), ...setByNew(is, change)] : [change("+")];
  if (!after) return [change("-")];
  if (!was || !is) return [change("file")];
  const found = keysOf(was, is).flatMap((key) => valueChanges(key, dataOf(was)[key], dataOf(is)[key], change));
  if (was.body !== is.body) found.push(change("body", was.body, is.body));
  return found.length > 0 ? found : [change("format")];
}

type Make = (field: string, before?: unknown, after?: unknown, item?: boolean) => FieldChange;

function setByNew(record: TrackerRecord, change: Make): readonly FieldChange[] {
  const own = opening[record.kind];
  if (!own) return [];
  return Object.entries(dataOf(record)).flatMap(([key, value]) =>
    own.includes(key) || key.startsWith("x-") || initial[key] === value
      ? []
      : valueChanges(key, undefined, value, change),
  );
}

function valueChanges(key: string, before: unknown, after: unknown, change: Make): readonly FieldChange[] {
  if (same(before, after)) return [];
  const lists = [before ?? [], after ?? []];
  if (!lists.every(Array.isArray)) return [change(key, before, after)];
  const [was = [], is = []] = lists as unknown[][];
  const gone = without(was, is).map((value) => change(key, value, undefined, true));
  const come = without(is, was).map((value) => change(key, undefined, value, true));
  // Only their order differs.
  return gone.length + come.length > 0 ? [...gone, ...come] : [change(key, before, after)];
}

function without(items: readonly unknown[], others: readonly unknown[]): readonly unknown[] {
  const known = new Set(others.map(written));
  return items.filter((item) => !known.has(written(item)));
}

function keysOf(was: TrackerRecord, is: TrackerRecord): readonly string[] {
  const known = facts[is.kind].keys;
  const there = new Set([...Object.keys(was.data), ...Object.keys(is.data)]);
  return [...known.filter((key) => there.has(key)), ...[...there].filter((key) => !known.includes(key)).sort()];
}

/** Front matter as keys and values. */
export function dataOf(record: TrackerRecord): Readonly<Record<string, unknown>> {
  return record.data as unknown as Readonly<Record<string, unknown>>;
}

/** Equal values; the order of a mapping's keys does not count. */
function same(a: unknown, b: unknown): boolean {
  return a === b || written(a) === written(b);
}

function written(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? "";
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
