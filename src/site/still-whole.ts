// Whether the files that a build wrote are still there: a folder remembers when a file last came or went, and those of a site are few.

import { readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { FileList } from "./file-list.ts";
import { manifestName } from "./manifest.ts";

/**
 * False when a file is gone. `others`: the files outside of stories/, search/ and bugs/. A manifest is written last: only in what changed
 * after it, and in the site's own folder, is there anything to look for. What somebody edited in its place is not seen.
 */
export function isStillWhole(place: string, files: FileList, others: readonly string[]): boolean {
  const written = changedAt(join(place, manifestName));
  const folders = new Set([".", "stories", "search", "bugs", ...attachmentFolders(files)]);
  for (const file of others) folders.add(dirname(file));
  for (const folder of folders) {
    if (folder !== "." && changedAt(join(place, folder)) <= written) continue;
    const there = new Set(namesIn(join(place, folder)));
    const start = folder === "." ? "" : `${folder}/`;
    for (const file of folder === "." ? others : files.under(start)) {
      const name = file.slice(start.length);
      if (!name.includes("/") && !there.has(name)) return false;
    }
  }
  return true;
}

/** Found in the list's text, since there may be hundreds of thousands of files in it. */
function attachmentFolders({ text }: FileList): Iterable<string> {
  const mark = "/attachments/";
  const found = new Set<string>();
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1))
    found.add(text.slice(text.lastIndexOf('"', at) + 1, at + mark.length - 1));
  return found;
}

/** Milliseconds since 1970; what is gone counts as changed after everything. */
function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
