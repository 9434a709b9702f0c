// The files that a change touches, read on both sides: of two trees, or of a change that is only planned.

import type { FileState, TouchedFile } from "../model/field-changes.ts";
import { placeOf } from "../model/place.ts";
import { type DeclaredFields, noFields } from "../model/schema-diagnostics.ts";
import { compareText } from "../text/diagnostic.ts";
import { limits } from "../text/limits.ts";
import { type Change, effectiveFiles } from "./change.ts";
import { loadRead, refusal } from "./load-records.ts";
import type { TreeFile, TreeFiles } from "./tree-files.ts";

/** One path that differs, and what stands there on each side. */
export interface TouchedPath {
  readonly path: string;
  readonly before: TreeFile | null;
  readonly after: TreeFile | null;
}

export interface Side {
  readonly files: TreeFiles;
  readonly fields: DeclaredFields;
}

/** Reads both sides, in the order of the paths. */
export async function readTouched(
  before: Side,
  after: Side,
  touched: readonly TouchedPath[],
): Promise<readonly TouchedFile[]> {
  const was = await readSide(
    before,
    touched.flatMap((each) => each.before ?? []),
  );
  const is = await readSide(
    after,
    touched.flatMap((each) => each.after ?? []),
  );
  return touched
    .map(({ path, before: from, after: to }) => ({
      path,
      place: placeOf(path),
      before: from && (was.get(path) ?? unread),
      after: to && (is.get(path) ?? unread),
    }))
    .sort((a, b) => compareText(a.path, b.path));
}

/** The same of a planned change. */
export function plannedFiles(change: Change, fields: DeclaredFields = noFields): readonly TouchedFile[] {
  const state = (path: string, content: string | Uint8Array | null): FileState | null => {
    if (content === null) return null;
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    const file = { path, mode: "100644", oid: null };
    return stateOf(loadRead({ file, bytes, size: bytes.length }, fields));
  };
  return effectiveFiles(change).map(({ path, before, after }) => ({
    path,
    place: placeOf(path),
    before: state(path, before),
    after: state(path, after),
  }));
}

/** What stands at some paths on both sides, less those where it is the same bytes. */
export async function entriesAt(
  before: TreeFiles,
  after: TreeFiles,
  paths: readonly string[],
): Promise<readonly TouchedPath[]> {
  const touched: TouchedPath[] = [];
  for (const path of paths) {
    const was = await before.readPath(path, limits.attachmentBytes);
    const is = await after.readPath(path, limits.attachmentBytes);
    const sameMode = was?.file.mode === is?.file.mode;
    if (sameMode && was?.bytes && is?.bytes && Buffer.compare(was.bytes, is.bytes) === 0) continue;
    if (was || is) touched.push({ path, before: was?.file ?? null, after: is?.file ?? null });
  }
  return touched;
}

const unread: FileState = {};

async function readSide({ files, fields }: Side, entries: readonly TreeFile[]): Promise<Map<string, FileState>> {
  const states = new Map<string, FileState>();
  const wanted = entries.filter((file) => {
    const { kind } = placeOf(file.path);
    return kind !== "attachment" && kind !== "support" && kind !== "misplaced" && !refusal(file, new Map());
  });
  for await (const batch of files.read([wanted], limits.fileBytes))
    for (const read of batch) states.set(read.file.path, stateOf(loadRead(read, fields)));
  return states;
}

function stateOf({ record }: { readonly record?: NonNullable<FileState["record"]> }): FileState {
  return record ? { record } : unread;
}
