// Files that are looked at again and again, by rules that each ask for what they need.

import type { ReadFile, TreeFile, TreeFiles } from "./tree-files.ts";

/** The same files, each place listed and each file's bytes fetched once however often they are asked for. */
export function readOnce(files: TreeFiles): TreeFiles {
  const { listUnder } = files;
  if (!listUnder) return files;
  const listed = new Map<string, TreeFile[]>();
  const known = new Map<string, ReadFile>();
  let all: Promise<readonly TreeFile[]> | undefined;
  return {
    ...files,
    async *list() {
      all ??= everything(files);
      yield await all;
    },
    async *listUnder(places) {
      const missing = places.filter((place) => !listed.has(place));
      for (const place of missing) listed.set(place, []);
      if (missing.length > 0) {
        for await (const batch of listUnder(missing)) {
          for (const file of batch)
            for (const place of missing) if (isAt(file.path, place)) listed.get(place)?.push(file);
        }
      }
      yield places.flatMap((place) => listed.get(place) ?? []);
    },
    async *read(batches, cap) {
      for await (const batch of batches) {
        const missing = batch.filter((file) => !known.has(file.path));
        if (missing.length > 0) {
          for await (const reads of files.read([missing], cap)) {
            // The bytes may be part of a chunk that is used again.
            for (const { file, bytes, size } of reads)
              known.set(file.path, { file, bytes: bytes && Buffer.from(bytes), size });
          }
        }
        yield batch.flatMap((file) => {
          const found = known.get(file.path);
          return found ? [{ file, bytes: found.bytes, size: found.size }] : [];
        });
      }
    },
  };
}

async function everything(files: TreeFiles): Promise<readonly TreeFile[]> {
  const found: TreeFile[] = [];
  for await (const batch of files.list()) for (const file of batch) found.push(file);
  return found;
}

function isAt(path: string, place: string): boolean {
  return path === place || (path.startsWith(place) && path[place.length] === "/");
}
