// What the references of a restricted tracker find in the public one: looked up where the tracker itself has no such record.

import { type NamedKind, pathOf } from "../model/place.ts";
import { readRecord } from "../model/read-record.ts";
import type { Named } from "../model/record.ts";
import { kindsReferredTo } from "../model/references.ts";
import { limits } from "../text/limits.ts";
import { findNumber } from "./find-record.ts";
import type { Tracker } from "./tracker.ts";
import type { TreeFiles } from "./tree-files.ts";

/** Names and numbers that are referred to, by the sort of reference as `x-ref` in the schemas says. */
export type Wanted = ReadonlyMap<string, ReadonlySet<string | number>>;

const numbered = ["story", "task", "story-or-task"];

/** The tracker with what it refers to and does not have itself, as the public files have it. Lists of its records stay its own. */
export async function withBeyond(tracker: Tracker, beyond: TreeFiles, wanted: Wanted): Promise<Tracker> {
  const named = new Map<string, Named | undefined>();
  const numbers = new Map<number, "story" | "task">();
  for (const [ref, values] of wanted) {
    for (const value of values) {
      if (typeof value === "number" && numbered.includes(ref)) {
        if (tracker.hasStory(value) || tracker.hasTask(value)) continue;
        const found = await findNumber(beyond, value);
        if (found) numbers.set(value, found.kind);
      } else for (const kind of kindsReferredTo[ref] ?? []) await lookUp(kind, String(value));
    }
  }

  async function lookUp(kind: NamedKind, name: string): Promise<void> {
    if (tracker.has(kind, name) || named.has(`${kind} ${name}`)) return;
    const path = pathOf({ kind, name });
    const file = await beyond.readPath(path, limits.fileBytes);
    if (!file) return;
    // A file that is broken there is there all the same: mending it is the public side's work.
    const record = file.bytes ? readRecord(path, { kind, name }, file.bytes).value : undefined;
    named.set(`${kind} ${name}`, record as Named | undefined);
  }

  return {
    ...tracker,
    named: (kind, name) => tracker.named(kind, name) ?? (named.get(`${kind} ${name}`) as never),
    has: (kind, name) => tracker.has(kind, name) || named.has(`${kind} ${name}`),
    hasStory: (id) => tracker.hasStory(id) || numbers.get(id) === "story",
    hasTask: (id) => tracker.hasTask(id) || numbers.get(id) === "task",
  };
}
