// Numbers that the public tracker has drawn meanwhile: the private story gets new ones, in both.

import { pathOf } from "../model/place.ts";
import type { DeclaredFields } from "../model/schema-diagnostics.ts";
import { limits } from "../text/limits.ts";
import type { FileChange } from "../tracker/change.ts";
import { findNumber, listStory } from "../tracker/find-record.ts";
import { planRedraw, type Redraw } from "../tracker/plan-redraw.ts";
import { referringFiles, withAlias } from "../tracker/plan-rename.ts";
import type { Tracker } from "../tracker/tracker.ts";
import type { TreeFiles } from "../tracker/tree-files.ts";

export interface Draw {
  readonly story: () => Promise<number>;
  readonly task: (story: number) => Promise<number>;
}

/** The numbers that are to change; none when the public tracker has none of them. With a story's number go those of all its tasks. */
export async function redrawsFor(
  own: Tracker,
  beyond: TreeFiles,
  story: number,
  draw: Draw,
): Promise<readonly Redraw[]> {
  const tasks = own.tasksOf(story).map((task) => task.id);
  if (await findNumber(beyond, story)) {
    const to = await draw.story();
    const redraws: Redraw[] = [{ kind: "story", from: story, to }];
    for (const from of tasks) redraws.push({ kind: "task", from, to: await draw.task(to) });
    return redraws;
  }
  const redraws: Redraw[] = [];
  for (const from of tasks)
    if (await findNumber(beyond, from)) redraws.push({ kind: "task", from, to: await draw.task(story) });
  return redraws;
}

/**
 * The private tracker under the new numbers; the story keeps the old one as an alias, which is never published. `together`: the
 * stories that become public with it, in whose prose the old number means this story as well.
 */
export async function planRenumber(
  files: TreeFiles,
  fields: DeclaredFields,
  story: number,
  together: readonly number[],
  redraws: readonly Redraw[],
): Promise<readonly FileChange[]> {
  const contents = new Map<string, string | Uint8Array>();
  const entries = (await Promise.all([story, ...together].map((each) => listStory(files, each)))).flat();
  for await (const batch of files.read([entries], limits.attachmentBytes)) {
    for (const { file, bytes } of batch) {
      if (!bytes) continue;
      contents.set(file.path, file.path.includes("/attachments/") ? bytes : Buffer.from(bytes).toString("utf8"));
    }
  }
  for (const redraw of redraws)
    for (const { path, before } of await referringFiles(files, fields, redraw, ""))
      if (before !== null && !contents.has(path)) contents.set(path, before);
  const own = new Set(entries.map((file) => file.path));
  const changes = planRedraw(contents, (path) => own.has(path), redraws, fields);
  const to = redraws.find((each) => each.kind === "story")?.to;
  const place = to === undefined ? undefined : pathOf({ kind: "story", id: to });
  return changes.map((change) =>
    change.path === place && typeof change.after === "string"
      ? { ...change, after: withAlias(change.path, change.after, formerStory(story)) }
      : change,
  );
}

/** What the story was called before, for those who ask for it by that number. */
export function formerStory(number: number): string {
  return `story:${number}`;
}
