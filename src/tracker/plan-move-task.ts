// A task moved to another story, as a planned change: a new number in that story's shard, the old one as an alias, references rewritten.

import { pathOf } from "../model/place.ts";
import type { DeclaredFields } from "../model/schema-diagnostics.ts";
import type { Change } from "./change.ts";
import { referringFiles, withAlias } from "./plan-rename.ts";
import { readRecordFile } from "./record-file.ts";
import { rewriteReferences } from "./rewrite-references.ts";
import type { TreeFiles } from "./tree-files.ts";

export interface TaskMove {
  readonly task: number;
  readonly from: number;
  readonly to: number;
  /** The task's new number, drawn in the shard of the story it moves to. */
  readonly id: number;
}

export async function planMoveTask(
  files: TreeFiles,
  fields: DeclaredFields,
  { task, from, to, id }: TaskMove,
): Promise<Change> {
  const path = pathOf({ kind: "task", id: task, story: from });
  const newPath = pathOf({ kind: "task", id, story: to });
  const renaming = { kind: "task", from: task, to: id } as const;
  const file = await readRecordFile(files, path, fields);
  const after = withAlias(path, rewriteReferences(file, renaming), `task:${task}`);
  return {
    files: [
      { path, before: file.text, after: null },
      { path: newPath, before: null, after },
      ...(await referringFiles(files, fields, renaming, path)),
    ],
    message: `task ${task}: moved to story ${to} as ${id}\n`,
  };
}
