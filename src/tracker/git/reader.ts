// Which of the two readers there is: the git program where it is installed, else isomorphic-git.

import { Failure } from "../../text/failure.ts";
import { type FetchMissing, gitObjects } from "./git-objects.ts";
import type { Blob, ObjectReader } from "./objects.ts";
import type { GitRun } from "./process.ts";
import { isInstalled } from "./program.ts";

/** A reader of a repository. Of a partial clone missing blobs are fetched only with the git program. */
export async function objectReader(run: GitRun, fetchMissing?: FetchMissing): Promise<ObjectReader> {
  const { partial } = run.repository;
  if (isInstalled(run.git)) return gitObjects(run, partial ? fetchMissing : undefined);
  const reader = await presentObjects(run);
  return partial ? { ...reader, blobs: (oids, cap) => wholeBlobs(reader.blobs(oids, cap)) } : reader;
}

/** A reader that never fetches: what a partial clone left out is missing. */
export async function presentObjects(run: GitRun): Promise<ObjectReader> {
  if (isInstalled(run.git)) return gitObjects(run);
  const { isomorphicObjects } = await import("./plain/isomorphic-objects.ts");
  return isomorphicObjects(run.repository);
}

/** What a partial clone left out cannot be fetched here: better said than shown as files that are broken. */
async function* wholeBlobs(batches: AsyncIterable<readonly Blob[]>): AsyncIterable<readonly Blob[]> {
  for await (const batch of batches) {
    const missing = batch.find((blob) => blob.size === -1);
    if (missing)
      throw new Failure("git-missing", `${missing.oid} is not in this partial clone, and only git can fetch it`, {
        hint: "install git, or clone the repository whole",
      });
    yield batch;
  }
}
