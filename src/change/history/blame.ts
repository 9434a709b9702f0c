// Who set what a record says now: each field, each item of a list, each line of the body, and in which commit.

import { dataOf } from "../../model/field-changes.ts";
import { facts } from "../../model/generated/schema-facts.ts";
import type { TrackerRecord } from "../../model/record.ts";
import { lineOrigins } from "../../text/diff/line-origins.ts";
import { type CommitFacts, factsFinder, type HistorySource, type HistoryTarget, versionsOf } from "./timeline.ts";

export interface BlamedItem {
  readonly value: unknown;
  readonly by: CommitFacts;
}

export interface BlamedField extends BlamedItem {
  readonly field: string;
  /** Of a list, who put each item on it. */
  readonly items?: readonly BlamedItem[];
}

export interface BlamedLine {
  readonly text: string;
  readonly by: CommitFacts;
}

export interface Blame {
  readonly path: string;
  /** In the order of the format's keys; fields without a value are left out. */
  readonly fields: readonly BlamedField[];
  readonly body: readonly BlamedLine[];
}

/** Null when no commit that is known has a version of it that can be read. */
export async function blameOf(source: HistorySource, target: HistoryTarget): Promise<Blame | null> {
  const factsOf = factsFinder(source.catalogue);
  const versions = [...(await versionsOf(source, target))].reverse();
  // What was removed and came again was written anew.
  const removed = versions.findLastIndex(({ file }) => file.after === null);
  const readable = versions
    .slice(removed + 1)
    .flatMap(({ step, file }) => (file.after?.record ? [{ record: file.after.record, by: factsOf(step) }] : []));
  const last = readable.at(-1);
  if (!last) return null;
  const { keys } = facts[last.record.kind];
  const names = Object.keys(dataOf(last.record));
  const ordered = [...keys.filter((key) => names.includes(key)), ...names.filter((name) => !keys.includes(name))];
  return {
    path: last.record.path,
    fields: ordered.map((field) => blamedField(field, readable)),
    body: lineOrigins(readable.map(({ record }) => record.body)).map(({ text, version }) => ({
      text,
      by: (readable[version] as Readable).by,
    })),
  };
}

interface Readable {
  readonly record: TrackerRecord;
  readonly by: CommitFacts;
}

function blamedField(field: string, versions: readonly Readable[]): BlamedField {
  const last = versions.at(-1) as Readable;
  const value = dataOf(last.record)[field];
  const by = setter(versions, ({ record }) => isSame(dataOf(record)[field], value));
  if (!Array.isArray(value)) return { field, value, by };
  const items = value.map((item) => ({
    value: item,
    by: setter(versions, ({ record }) => {
      const list = dataOf(record)[field];
      return Array.isArray(list) && list.some((other) => isSame(other, item));
    }),
  }));
  return { field, value, by, items };
}

/** Who made it so: the first of the versions at the end that all have it. */
function setter(versions: readonly Readable[], has: (version: Readable) => boolean): CommitFacts {
  let by = (versions.at(-1) as Readable).by;
  for (let at = versions.length - 1; at >= 0 && has(versions[at] as Readable); at -= 1)
    by = (versions[at] as Readable).by;
  return by;
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
