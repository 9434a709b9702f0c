// Where a record lies, by its number or name: found in one shard, without an index.

import { type NamedKind, pathOf, placeOf, shardOf } from "../model/place.ts";
import type { TreeFile, TreeFiles } from "./tree-files.ts";

export type FoundRecord =
  | { readonly kind: "story"; readonly id: number; readonly path: string }
  | { readonly kind: "task"; readonly id: number; readonly story: number; readonly path: string };

/** The story or task of a number: both have their last three digits in the name of one folder. */
export async function findNumber(files: TreeFiles, id: number): Promise<FoundRecord | undefined> {
  const story = pathOf({ kind: "story", id });
  if (await exists(files, story)) return { kind: "story", id, path: story };
  if (files.across) {
    const [path] = await files.across(`stories/${shardOf(id)}`, `tasks/${id}.md`);
    const place = path === undefined ? undefined : placeOf(path);
    return path !== undefined && place?.kind === "task" ? { kind: "task", id, story: place.story, path } : undefined;
  }
  for await (const file of listShard(files, shardOf(id))) {
    const place = placeOf(file.path);
    if (place.kind === "task" && place.id === id) return { kind: "task", id, story: place.story, path: file.path };
  }
  return undefined;
}

/** Every file of the stories whose number ends so. */
export async function* listShard(files: TreeFiles, shard: string): AsyncIterable<TreeFile> {
  const folder = `stories/${shard}`;
  for await (const batch of files.listUnder?.([folder]) ?? files.list()) {
    for (const file of batch) if (file.path.startsWith(`${folder}/`)) yield file;
  }
}

/** The tasks, comments and other files in a story's folder. */
export async function listStory(files: TreeFiles, story: number): Promise<readonly TreeFile[]> {
  const folder = pathOf({ kind: "story", id: story }).replace(/story\.md$/, "");
  const found: TreeFile[] = [];
  for await (const batch of files.listUnder?.([folder.slice(0, -1)]) ?? files.list())
    found.push(...batch.filter((file) => file.path.startsWith(folder)));
  return found;
}

/** The path of a named record that is there. */
export async function findNamed(files: TreeFiles, kind: NamedKind, name: string): Promise<string | undefined> {
  const path = pathOf({ kind, name });
  return (await exists(files, path)) ? path : undefined;
}

async function exists(files: TreeFiles, path: string): Promise<boolean> {
  if (!files.listUnder) return (await files.readPath(path, 0)) !== null;
  for await (const batch of files.listUnder([path])) if (batch.some((file) => file.path === path)) return true;
  return false;
}
