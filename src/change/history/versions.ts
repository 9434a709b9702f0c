// Versions of records from many commits, read in one go.

import type { FileState } from "../../model/field-changes.ts";
import { placeOf } from "../../model/place.ts";
import { unknownFields } from "../../model/schema-diagnostics.ts";
import { limits } from "../../text/limits.ts";
import type { ObjectReader, TreeEntry } from "../../tracker/git/objects.ts";
import { loadRead } from "../../tracker/load-records.ts";

/** What a version says; null is no file. Read by the rules of no particular day: fields that were declared then may be gone. */
export type VersionReader = (entry: TreeEntry | null) => FileState | null;

/** Reads the versions asked for; any other is a file that is no record. */
export async function readVersions(objects: ObjectReader, entries: Iterable<TreeEntry | null>): Promise<VersionReader> {
  const wanted = new Map<string, TreeEntry>();
  for (const entry of entries) if (entry && isRecord(entry)) wanted.set(keyOf(entry), entry);
  const asked = [...wanted.values()];
  const states = new Map<string, FileState>();
  let next = 0;
  for await (const blobs of objects.blobs(asked.length > 0 ? [asked.map(({ oid }) => oid)] : [], limits.fileBytes)) {
    for (const { bytes, size } of blobs) {
      const file = asked[next++] as TreeEntry;
      const { record } = loadRead({ file, bytes, size }, unknownFields);
      states.set(keyOf(file), record ? { record } : {});
    }
  }
  return (entry) => entry && (states.get(keyOf(entry)) ?? {});
}

/** The same bytes at another path are another record. */
function keyOf({ oid, path }: TreeEntry): string {
  return `${oid} ${path}`;
}

function isRecord({ path, mode }: TreeEntry): boolean {
  const { kind } = placeOf(path);
  return mode === "100644" && kind !== "attachment" && kind !== "support" && kind !== "misplaced";
}
