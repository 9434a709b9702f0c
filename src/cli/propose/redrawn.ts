// New numbers for a proposal's new records where the base has taken theirs meanwhile.

import type { FileChange } from "../../tracker/change.ts";
import { planRedraw, type Redraw, takenMeanwhile } from "../../tracker/plan-redraw.ts";
import { loadFields } from "../../tracker/tracker.ts";
import type { TreeFiles } from "../../tracker/tree-files.ts";
import { drawFor } from "../draw.ts";
import type { Writing } from "../write.ts";

/** What has to change in the proposal's files; nothing when all its numbers are still free. */
export async function redrawn(
  writing: Writing,
  proposal: {
    readonly base: TreeFiles;
    readonly files: ReadonlyMap<string, string | Uint8Array>;
    readonly isNew: (path: string) => boolean;
  },
): Promise<FileChange[]> {
  const { base, files, isNew } = proposal;
  const taken = await takenMeanwhile(base, [...files.keys()].filter(isNew));
  if (taken.length === 0) return [];
  const draw = drawFor(writing);
  const redraws: Redraw[] = [];
  for (const { kind, id, story } of taken) {
    // In the same shard, so that the tasks of a story that gets another number keep theirs.
    const to = await draw.task(story);
    redraws.push({ kind, from: id, to });
    if (!writing.context.quiet) writing.context.terminal.err(`${kind} ${id} is taken meanwhile: it becomes ${to}\n`);
  }
  return planRedraw(files, isNew, redraws, await loadFields(base));
}
