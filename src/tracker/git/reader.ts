// Which of the two readers there is: the git program where it is installed, else isomorphic-git.

import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { Failure } from "../../text/failure.ts";
import { type FetchMissing, gitObjects } from "./git-objects.ts";
import type { Blob, ObjectReader } from "./objects.ts";
import type { GitProgram, GitRun } from "./process.ts";

/** A reader of a repository. Of a partial clone missing blobs are fetched only with the git program. */
export async function objectReader(run: GitRun, fetchMissing?: FetchMissing): Promise<ObjectReader> {
  if (isInstalled(run.git)) return gitObjects(run, run.repository.partial ? fetchMissing : undefined);
  const { isomorphicObjects } = await import("./plain/isomorphic-objects.ts");
  const reader = isomorphicObjects(run.repository);
  return run.repository.partial ? { ...reader, blobs: (oids, cap) => wholeBlobs(reader.blobs(oids, cap)) } : reader;
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

/** Whether the git program can be found on the path it was given. */
export function isInstalled({ program, environment }: GitProgram): boolean {
  if (isAbsolute(program)) return isProgram(program);
  // Without a PATH the system looks in these. A relative folder would be one of the repository's: never.
  const folders = (environment.PATH ?? "/bin:/usr/bin").split(delimiter).filter(isAbsolute);
  return folders.some((folder) => [program, `${program}.exe`].some((name) => isProgram(join(folder, name))));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
