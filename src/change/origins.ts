// Where a new record comes from: a task that moved to another story, a person or project with a new name.

import type { TouchedFile } from "../model/field-changes.ts";
import type { RecordOf, TrackerRecord } from "../model/record.ts";

type Task = RecordOf<"task">;

/**
 * What became what, by the new path. A record that went is the origin of the new one of its kind that has its old name among its
 * aliases, as "person:old" or "task:59011377"; of a task also the one elsewhere that has its number, else the single one that says
 * exactly the same.
 */
export function originsIn(files: readonly TouchedFile[]): ReadonlyMap<string, TrackerRecord> {
  const origins = new Map<string, TrackerRecord>();
  const gone = files.flatMap(({ before, after }) => (!after && before?.record ? before.record : []));
  if (gone.length === 0) return origins;
  const come = files.flatMap(({ before, after }) => (!before && after?.record ? after.record : []));
  const byAlias = new Map(gone.map((record) => [aliasOf(record), record]));
  const left = new Set(gone);
  const note = (record: TrackerRecord, origin: TrackerRecord | undefined) => {
    if (!origin || !left.delete(origin)) return;
    origins.set(record.path, origin);
  };
  for (const record of come) {
    const aliases = "aliases" in record.data ? (record.data.aliases ?? []) : [];
    const names = record.kind === "task" ? [...aliases, aliasOf(record)] : aliases;
    const found = names.map((alias) => byAlias.get(alias)).find((other) => other !== undefined && left.has(other));
    if (found?.kind === record.kind && !isSameStory(record, found)) note(record, found);
  }
  const byContent = new Map<string, Task[]>();
  for (const task of left) {
    if (task.kind !== "task") continue;
    const content = contentOf(task);
    byContent.set(content, [...(byContent.get(content) ?? []), task]);
  }
  for (const task of come) {
    if (task.kind !== "task" || origins.has(task.path)) continue;
    const [only, ...more] = byContent.get(contentOf(task)) ?? [];
    if (only && more.length === 0 && !isSameStory(task, only)) note(task, only);
  }
  return origins;
}

/** The alias by which a record can be found under the number or name that it had before. */
export function aliasOf(record: TrackerRecord): string {
  if (record.kind === "task" || record.kind === "story") return `${record.kind}:${record.id}`;
  return "name" in record ? `${record.kind}:${record.name}` : "";
}

/** Within one story a task has no reason to get another number. */
function isSameStory(a: TrackerRecord, b: TrackerRecord): boolean {
  return a.kind === "task" && b.kind === "task" && a.story === b.story;
}

function contentOf({ data: { aliases: _, ...data }, body }: Task): string {
  return JSON.stringify([Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)), body]);
}
