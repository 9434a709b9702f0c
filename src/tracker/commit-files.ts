// The files of one commit, read by object id: nothing is checked out, no hook or filter runs.

import type { ObjectReader, Oid } from "./git/objects.ts";
import type { ReadFile, TreeFile, TreeFiles } from "./tree-files.ts";

/** The tree of a commit as tracker files; `config` is its tracker.yaml, where that is known already. */
export function commitFiles(objects: ObjectReader, commit: Oid, config: Uint8Array | null = null): TreeFiles {
  const read = async function* <F extends TreeFile>(
    files: AsyncIterable<readonly F[]> | Iterable<readonly F[]>,
    cap: number,
  ): AsyncIterable<readonly ReadFile<F>[]> {
    // Blobs come back in the order asked, so a queue of what was asked is all it takes to match them.
    const asked: F[] = [];
    let next = 0;
    const ids = async function* () {
      for await (const batch of files) {
        const regular = batch.filter((file) => file.oid !== null && file.mode.startsWith("100"));
        for (const file of regular) asked.push(file);
        if (regular.length > 0) yield regular.map((file) => file.oid as Oid);
      }
    };
    for await (const blobs of objects.blobs(ids(), cap)) {
      yield blobs.map((blob) => ({ file: asked[next++] as F, bytes: blob.bytes, size: blob.size }));
      if (next > 50_000) {
        asked.splice(0, next);
        next = 0;
      }
    }
  };
  const readPath = async (path: string, cap: number): Promise<ReadFile | null> => {
    for await (const batch of objects.tree(commit, path)) {
      const file = batch.find((entry) => entry.path === path);
      if (!file) continue;
      for await (const [found] of read([[file]], cap)) return found ?? null;
      return { file, bytes: null, size: -1 };
    }
    return null;
  };
  // Whoever opens a tracker asks for its configuration, and whoever reads its records does again.
  const configs = new Map<number, Promise<ReadFile | null>>();
  const readConfig = async (cap: number): Promise<ReadFile | null> => {
    const found = await readPath("tracker.yaml", cap);
    // The bytes may be part of a chunk that is used again.
    return found && { ...found, bytes: found.bytes && Buffer.from(found.bytes) };
  };
  return {
    list: () => objects.tree(commit),
    read,
    listUnder: (paths) => objects.tree(commit, paths),
    ...(objects.across
      ? { across: (folder, rest) => objects.across?.(commit, folder, rest) ?? Promise.resolve([]) }
      : {}),
    readPath(path, cap) {
      if (path !== "tracker.yaml") return readPath(path, cap);
      if (config !== null && config.length <= cap)
        return Promise.resolve({ file: { path, mode: "100644", oid: null }, bytes: config, size: config.length });
      const known = configs.get(cap) ?? readConfig(cap);
      configs.set(cap, known);
      return known;
    },
  };
}
