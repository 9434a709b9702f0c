// Git whose answers come over a pipe in small pieces, as they do on a busy machine.

import type { ObjectReader } from "../../src/tracker/git/objects.ts";

/** A reader that gives so many blobs at a time. */
export function inPieces(objects: ObjectReader, size: number): ObjectReader {
  return {
    ...objects,
    tree: objects.tree.bind(objects),
    async *blobs(oids, cap) {
      for await (const batch of objects.blobs(oids, cap))
        for (let at = 0; at < batch.length; at += size) yield batch.slice(at, at + size);
    },
  };
}
