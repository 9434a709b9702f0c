// Numbers that the index does not know yet: what was written, fetched or checked out since. All of them, or none: half of them would lead astray.

import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { recordPlaceOf } from "../../model/place.ts";
import type { OpenTracker } from "../../tracker/open.ts";

export interface Numbered {
  readonly kind: "story" | "task";
  readonly id: number;
}

export interface Since {
  /** Milliseconds since 1970. */
  readonly written: number;
  /** The commit that the index shows. */
  readonly commit: string | null;
}

/** Who waits for a shell waits no longer than this. */
const mostMilliseconds = 300;

/** Clocks of file systems are coarse. */
const slack = 2_000;

/** Null for `since`: there is no index, so everything is new. */
export async function newNumbers(tracker: OpenTracker, since: Since | null, now: () => number): Promise<Numbered[]> {
  const until = now() + mostMilliseconds;
  const found: Numbered[] = [];
  for await (const paths of tracker.commit === null
    ? newFolders(tracker.root, since ? since.written - slack : 0)
    : newPaths(tracker, since)) {
    for (const path of paths) {
      const place = recordPlaceOf(path);
      if (place?.kind === "story" || place?.kind === "task") found.push({ kind: place.kind, id: place.id });
    }
    if (now() > until) return [];
  }
  return found;
}

/** In a checkout: a folder's time says when something was put into it. A task that came to an old story is not seen. */
function* newFolders(root: string, since: number): Iterable<string[]> {
  for (const shard of changedFolders(join(root, "stories"), since)) {
    const at = `stories/${shard}`;
    for (const story of changedFolders(join(root, at), since)) {
      const tasks = namesIn(join(root, at, story, "tasks")).map((name) => `${at}/${story}/tasks/${name}`);
      yield [`${at}/${story}/story.md`, ...tasks];
    }
  }
}

function changedFolders(folder: string, since: number): string[] {
  const names = namesIn(folder).filter((name) => /^\d+$/.test(name));
  if (since <= 0) return names;
  return names.filter((name) => (statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0) >= since);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Without a checkout: what proposals bring, and what the base has beyond the commit of the index. */
async function* newPaths({ objects, commit, overlay }: OpenTracker, since: Since | null): AsyncIterable<string[]> {
  yield [...overlay].flatMap(([path, content]) => (content === null ? [] : [path]));
  if (!objects || commit === null || commit === since?.commit) return;
  if (!since?.commit) {
    // All of it, since that comes in batches, and can be given up.
    for await (const batch of objects.tree(commit)) yield batch.map((entry) => entry.path);
    return;
  }
  for await (const batch of objects.changes(since.commit, commit, "stories"))
    yield batch.flatMap(({ path, after }) => (after ? [path] : []));
}
