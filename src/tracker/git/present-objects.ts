// A reader that takes a partial clone as it is: what has not been fetched is missing, and nothing is fetched for its sake.

import { catBlobs } from "./cat-file.ts";
import { gitObjects } from "./git-objects.ts";
import type { ObjectReader } from "./objects.ts";
import type { GitRun } from "./process.ts";
import { scratchOf } from "./scratch.ts";

/** Reads what is here. Asked in the partial clone itself, git would fetch a missing blob, or end at it. */
export function presentObjects(run: GitRun): ObjectReader {
  const objects = gitObjects(run);
  if (!run.repository.partial) return objects;
  return {
    ...objects,
    async *blobs(oids, cap) {
      const scratch = scratchOf(run);
      try {
        yield* catBlobs(scratch.run, oids, cap);
      } finally {
        scratch.dispose();
      }
    },
  };
}
