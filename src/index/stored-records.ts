// Rows of the file table back to the records they were made from.

import type { Affects, Comment, Story, Task, TrackerRecord } from "../model/record.ts";
import type { Diagnostic } from "../text/diagnostic.ts";
import type { BrokenFile } from "./catalogue.ts";
import type { Database, ResultRow } from "./database.ts";
import type { StoryFiles } from "./summary.ts";

/** The record of a row, or undefined when its file is broken. */
export function recordFrom(row: ResultRow): TrackerRecord | undefined {
  if (typeof row.data !== "string") return undefined;
  const record: Record<string, unknown> = {
    kind: row.kind,
    path: row.path,
    data: JSON.parse(row.data),
    body: row.body ?? "",
  };
  if (row.name !== null) record.name = row.name;
  if (row.id !== null) record.id = row.id;
  // A story's own folder is its id; what lies in it names the story.
  if (row.story !== null && row.kind !== "story") record.story = row.story;
  return record as unknown as TrackerRecord;
}

export interface StoredStory extends StoryFiles {
  readonly attachmentFiles: readonly { readonly name: string; readonly path: string; readonly size: number }[];
  readonly broken: readonly BrokenFile[];
}

/** Everything in a story's folder; undefined when its story.md is missing or broken. */
export function readStoryFiles(db: Database, id: number): StoredStory | undefined {
  let story: Story | undefined;
  const tasks: Task[] = [];
  const comments: Comment[] = [];
  const affects: Affects[] = [];
  const attachmentFiles: { name: string; path: string; size: number }[] = [];
  const broken: BrokenFile[] = [];
  for (const row of db.prepare("SELECT * FROM file WHERE story = ? ORDER BY path").all(id)) {
    if (row.diagnostics !== null) broken.push(brokenFrom(row));
    if (row.kind === "attachment")
      attachmentFiles.push({ name: String(row.name), path: String(row.path), size: Number(row.size) });
    const record = recordFrom(row);
    if (record?.kind === "story") story = record;
    else if (record?.kind === "task") tasks.push(record);
    else if (record?.kind === "comment") comments.push(record);
    else if (record?.kind === "affects") affects.push(record);
  }
  return story && { story, tasks, comments, affects, attachments: attachmentFiles.length, attachmentFiles, broken };
}

export function brokenFrom(row: ResultRow): BrokenFile {
  return { path: String(row.path), diagnostics: JSON.parse(String(row.diagnostics)) as Diagnostic[] };
}
