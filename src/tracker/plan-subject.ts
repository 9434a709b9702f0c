// What a `set` means, in a line: the subject of the commit it becomes.

import type { Assignment } from "./plan-set.ts";
import type { RecordFile } from "./record-file.ts";

/** "task 59011377: status todo → review"; of many, "38 tasks: milestone → dalmatian-2". */
export function changeSubject(
  records: readonly RecordFile[],
  wanted: ReadonlyMap<string, readonly Assignment[]>,
): string {
  const [first] = records;
  if (!first) return "";
  const assignments = wanted.get(first.path) ?? [];
  const was = (key: string) => {
    const value = first.matter.data[key];
    return records.length > 1 || value === undefined || typeof value === "object" ? "" : ` ${String(value)}`;
  };
  // What one record has already is no news of it; what of many have is of the others.
  const isNews = ({ key, operator, text }: Assignment) =>
    records.length > 1 || operator !== "=" || String(first.matter.data[key] ?? "") !== text;
  const what = assignments
    .filter(isNews)
    .map(({ key, operator, text }) =>
      operator === "=" ? `${key}${was(key)} → ${text === "" ? "none" : text}` : `${key} ${operator[0]}${text}`,
    );
  const line = `${nameOf(records)}: ${what.join(", ")}`.replace(/\p{Cc}/gu, " ");
  return `${line.length > 72 ? `${line.slice(0, 71)}…` : line}\n`;
}

function nameOf(records: readonly RecordFile[]): string {
  const [first] = records;
  const record = first?.record;
  if (records.length === 1 && record) {
    const name = "id" in record ? record.id : "name" in record ? record.name : "";
    return `${record.kind} ${name}`;
  }
  const kinds = new Map<string, number>();
  for (const each of records) kinds.set(each.record.kind, (kinds.get(each.record.kind) ?? 0) + 1);
  const plural = (kind: string, count: number) =>
    `${count} ${kind === "story" && count !== 1 ? "stories" : count === 1 ? kind : `${kind}s`}`;
  return [...kinds].map(([kind, count]) => plural(kind, count)).join(", ");
}
