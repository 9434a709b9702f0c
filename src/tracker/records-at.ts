// The records at some paths or in some folders, read in one go; what cannot be read is left out.

import type { TrackerRecord } from "../model/record.ts";
import { type DeclaredFields, noFields } from "../model/schema-diagnostics.ts";
import { limits } from "../text/limits.ts";
import { loadRead } from "./load-records.ts";
import type { TreeFile, TreeFiles } from "./tree-files.ts";

/** So many paths are asked for at once: each stands on a command line. */
const atOnce = 300;

/** By their paths. */
export async function recordsAt(
  files: TreeFiles,
  paths: Iterable<string>,
  fields: DeclaredFields = noFields,
): Promise<Map<string, TrackerRecord>> {
  const records = new Map<string, TrackerRecord>();
  const wanted = [...new Set(paths)];
  if (wanted.length === 0) return records;
  for await (const batch of files.read(entriesUnder(files, wanted), limits.fileBytes)) {
    for (const read of batch) {
      const { record } = loadRead(read, fields);
      if (record) records.set(read.file.path, record);
    }
  }
  return records;
}

async function* entriesUnder(files: TreeFiles, paths: readonly string[]): AsyncIterable<readonly TreeFile[]> {
  if (files.listUnder) {
    for (let start = 0; start < paths.length; start += atOnce)
      for await (const batch of files.listUnder(paths.slice(start, start + atOnce))) yield batch.filter(isPlainRecord);
    return;
  }
  const wanted = new Set(paths);
  for await (const batch of files.list())
    yield batch.filter((file) => isPlainRecord(file) && prefixes(file.path).some((prefix) => wanted.has(prefix)));
}

function isPlainRecord({ path, mode }: TreeFile): boolean {
  return mode === "100644" && (path.endsWith(".md") || path === "tracker.yaml") && !path.includes("/attachments/");
}

/** "a/b/c.md" lies at "a/b/c.md", in "a/b" and in "a". */
function prefixes(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
