// One story of a work tree without a look at all the others: where its own files are as the index last showed them, the index answers.

import { join } from "node:path";
import { storyFolder } from "../model/place.ts";
import { limits } from "../text/limits.ts";
import { contentId } from "../tracker/git/content-id.ts";
import type { OpenTracker } from "../tracker/open.ts";
import type { TreeFile } from "../tracker/tree-files.ts";
import type { Catalogue } from "./catalogue.ts";
import { openIndexFile } from "./index-file.ts";
import { getMeta } from "./meta.ts";
import { configOf, indexPath, pastOf } from "./open-index.ts";
import { overlayOf, wordFor } from "./overlay.ts";
import { sqliteCatalogue } from "./sqlite-catalogue.ts";
import { isHistoryStale } from "./write-history.ts";

/**
 * The catalogue for who asks for one story, or for the story of a task, by its whole number. Null where that cannot be told: `ref` is
 * something else, the index shows another commit or cannot be read, or the story's files are not what it shows. What it says of others
 * may be old, but for what lies in the folders `besides`.
 */
export async function openForStory(
  tracker: OpenTracker,
  ref: string,
  besides: readonly string[] = [],
): Promise<Catalogue | null> {
  const [, digits] = /^#?(?:(?:story|task)\/)?([1-9]\d{0,7})$/.exec(ref) ?? [];
  const path = indexPath(tracker);
  if (digits === undefined || path === null || tracker.commit !== null) return null;
  let catalogue: Catalogue | undefined;
  try {
    const file = openIndexFile(path);
    if (!file) return null;
    const { db } = file;
    catalogue = sqliteCatalogue(db, tracker.files, { isReplaced: file.isReplaced });
    // All that follows is of one state.
    db.exec("BEGIN");
    const id = Number(digits);
    const story = catalogue.rows([id]).length > 0 ? id : catalogue.storyOfTask(id);
    const isSettled =
      story !== undefined &&
      getMeta(db, "commit") === tracker.head &&
      getMeta(db, "config") === (await configOf(tracker.files)) &&
      !isHistoryStale(db, await pastOf(tracker)) &&
      (await areAsShown(tracker, [storyFolder(story), ...besides], overlayOf(db)));
    if (isSettled) return catalogue;
  } catch {
    // Whoever opens the whole of it says what is wrong, makes it anew, or does without.
  }
  catalogue?.close();
  return null;
}

/** Whether folders hold the files of the commit, and what was laid over them when the index was told. */
async function areAsShown(
  { files, objects, head, root, repository }: OpenTracker,
  folders: readonly string[],
  overlay: ReadonlyMap<string, string>,
): Promise<boolean> {
  if (!objects || head === null || !repository || !files.listUnder) return false;
  const committed = await inside(folders, objects.tree(head, folders));
  const present = await inside(folders, files.listUnder(folders));
  for (const path of new Set([...committed.keys(), ...present.keys()])) {
    const [was, is] = [committed.get(path), present.get(path)];
    const word = overlay.get(path);
    if (word !== undefined) {
      if (word !== wordFor(await files.readPath(path, limits.fileBytes))) return false;
    } else if (!was || !is || was.mode !== is.mode) return false;
    else if (was.oid !== contentId(join(root, path), was.mode, repository.objectFormat)) return false;
  }
  return [...overlay].every(([path, word]) => !isInside(folders, path) || present.has(path) || word === "gone");
}

async function inside(
  folders: readonly string[],
  listed: AsyncIterable<readonly TreeFile[]>,
): Promise<Map<string, TreeFile>> {
  const found = new Map<string, TreeFile>();
  for await (const batch of listed)
    for (const file of batch) if (isInside(folders, file.path)) found.set(file.path, file);
  return found;
}

function isInside(folders: readonly string[], path: string): boolean {
  return folders.some((folder) => path.startsWith(`${folder}/`));
}
