// One record with its file's text, as edits need it: values, places, and the text they are planned from.

import { placeOf } from "../model/place.ts";
import { type RecordPlace, recordOf } from "../model/read-record.ts";
import type { TrackerRecord } from "../model/record.ts";
import type { DeclaredFields } from "../model/schema-diagnostics.ts";
import type { Diagnostic } from "../text/diagnostic.ts";
import { Failure } from "../text/failure.ts";
import { limits } from "../text/limits.ts";
import { type Matter, readMatter, textOf } from "../text/matter.ts";
import type { ReadFile, TreeFile, TreeFiles } from "./tree-files.ts";

export interface RecordFile {
  readonly path: string;
  readonly place: RecordPlace;
  readonly matter: Matter;
  readonly record: TrackerRecord;
  readonly text: string;
}

/** More paths than this are picked out of a list of everything: asking git for each would be slower. */
const many = 500;

/** The records at these paths, in that order. Failure "no-such-record" or "broken-record" for one that cannot be edited. */
export async function readRecordFiles(
  files: TreeFiles,
  paths: readonly string[],
  fields: DeclaredFields,
): Promise<RecordFile[]> {
  const found = new Map<string, RecordFile>();
  for await (const batch of files.read(entriesOf(files, paths), limits.fileBytes)) {
    for (const read of batch) found.set(read.file.path, recordFileOf(read, fields));
  }
  return paths.map((path) => {
    const file = found.get(path);
    if (!file) throw new Failure("no-such-record", `there is no "${path}" here`);
    return file;
  });
}

export async function readRecordFile(files: TreeFiles, path: string, fields: DeclaredFields): Promise<RecordFile> {
  const read = await files.readPath(path, limits.fileBytes);
  if (!read) throw new Failure("no-such-record", `there is no "${path}" here`);
  return recordFileOf(read, fields);
}

/** The files at these paths that are there, in batches. */
export async function* entriesOf(files: TreeFiles, paths: readonly string[]): AsyncIterable<readonly TreeFile[]> {
  if (paths.length === 0) return;
  const wanted = new Set(paths);
  const source = files.listUnder && paths.length <= many ? files.listUnder([...wanted]) : files.list();
  for await (const batch of source) yield batch.filter((file) => wanted.has(file.path));
}

/** A record out of what was read. Failure "broken-record" when it cannot be edited by fields. */
export function recordFileOf({ file, bytes }: ReadFile, fields: DeclaredFields): RecordFile {
  const place = placeOf(file.path);
  if (place.kind === "misplaced" || place.kind === "support" || place.kind === "attachment")
    throw new Failure("no-such-record", `"${file.path}" is not a record`);
  if (!bytes) throw new Failure("broken-record", `"${file.path}" cannot be read`);
  const matter = readMatter(file.path, bytes);
  const read = matter.value ? recordOf(matter.value, place, fields) : { diagnostics: matter.diagnostics };
  if (!matter.value || !("value" in read) || !read.value) throw brokenRecord(file.path, read.diagnostics);
  return { path: file.path, place, matter: matter.value, record: read.value, text: textOf(matter.value) };
}

function brokenRecord(path: string, diagnostics: readonly Diagnostic[]): Failure {
  const first = diagnostics[0];
  const at = first?.range ? `:${first.range.start.line}:${first.range.start.column}` : "";
  return new Failure(
    "broken-record",
    `"${path}" needs repair first${first ? `: ${first.message} (${path}${at})` : ""}`,
    {
      hint: `mend it with "storytree edit ${path}"`,
    },
  );
}
