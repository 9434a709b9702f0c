// A new name for a person, team, project, milestone or other record, or for a tag: references follow, and the old name stays as an alias.

import { type NamedKind, pathOf, placeOf } from "../model/place.ts";
import type { DeclaredFields } from "../model/schema-diagnostics.ts";
import { shapeOf } from "../model/write-record.ts";
import { applyEdits } from "../text/edit.ts";
import { limits } from "../text/limits.ts";
import { readMatterText } from "../text/matter.ts";
import { addItem } from "../text/matter-edit.ts";
import type { Change, FileChange } from "./change.ts";
import { type RecordFile, readRecordFile, recordFileOf } from "./record-file.ts";
import { type Renaming, rewriteReferences } from "./rewrite-references.ts";
import type { TreeFiles } from "./tree-files.ts";

/** The record under its new name, and every file that referred to the old one. tracker.yaml is left alone: it changes by itself. */
export async function planRename(
  files: TreeFiles,
  fields: DeclaredFields,
  renaming: { readonly kind: NamedKind; readonly from: string; readonly to: string },
): Promise<Change> {
  const { kind, from, to } = renaming;
  const [path, newPath] = [pathOf({ kind, name: from }), pathOf({ kind, name: to })];
  const file = await readRecordFile(files, path, fields);
  const after = withAlias(path, rewriteReferences(file, renaming), `${kind}:${from}`);
  const others = await referringFiles(files, fields, renaming, path);
  const affects = kind === "person" ? await renamedAffects(files, from, to) : [];
  return {
    files: [{ path, before: file.text, after: null }, { path: newPath, before: null, after }, ...others, ...affects],
    message: `${kind} ${from}: renamed to ${to}\n`,
  };
}

/** A tag under a new name, in every story that carries it. */
export async function planRenameTag(
  files: TreeFiles,
  fields: DeclaredFields,
  from: string,
  to: string,
): Promise<Change> {
  return {
    files: await referringFiles(files, fields, { kind: "tag", from, to }, ""),
    message: `tag ${from}: renamed to ${to}\n`,
  };
}

/** The files whose references change, but for one. */
export async function referringFiles(
  files: TreeFiles,
  fields: DeclaredFields,
  renaming: Renaming,
  except: string,
): Promise<FileChange[]> {
  const changes: FileChange[] = [];
  const name = String(renaming.from);
  for await (const batch of files.read(records(files, except), limits.fileBytes)) {
    for (const read of batch) {
      // Nearly no file names it: those are not worth parsing.
      if (!read.bytes || !Buffer.from(read.bytes.buffer, read.bytes.byteOffset, read.bytes.length).includes(name))
        continue;
      const file = readable(() => recordFileOf({ ...read, bytes: Buffer.from(read.bytes as Uint8Array) }, fields));
      if (!file) continue;
      const after = rewriteReferences(file, renaming);
      if (after !== file.text) changes.push({ path: file.path, before: file.text, after });
    }
  }
  return changes;
}

async function* records(files: TreeFiles, except: string) {
  for await (const batch of files.list()) {
    yield batch.filter(({ path, mode }) => {
      const { kind } = placeOf(path);
      const isRecord = kind !== "misplaced" && kind !== "support" && kind !== "attachment" && kind !== "tracker";
      return isRecord && path !== except && mode.startsWith("100");
    });
  }
}

/** A broken file refers to nothing that could be renamed in it; validation says that it is broken. */
function readable(read: () => RecordFile): RecordFile | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** A record's text with one more alias. */
export function withAlias(path: string, text: string, alias: string): string {
  const matter = readMatterText(path, text).value;
  const { kind } = placeOf(path);
  if (!matter || kind === "misplaced" || kind === "support" || kind === "attachment")
    throw new Error(`${path} cannot have an alias`);
  return applyEdits(text, addItem(matter, "aliases", alias, true, shapeOf(kind)));
}

/** "This affects me too" has the person in its file's name. */
async function renamedAffects(files: TreeFiles, from: string, to: string): Promise<FileChange[]> {
  const changes: FileChange[] = [];
  for await (const batch of files.list()) {
    for (const file of batch) {
      const place = placeOf(file.path);
      if (place.kind !== "affects" || place.name !== from) continue;
      const read = await files.readPath(file.path, limits.fileBytes);
      const text = Buffer.from(read?.bytes ?? []).toString("utf8");
      changes.push({ path: file.path, before: text, after: null });
      changes.push({ path: pathOf({ ...place, name: to }), before: null, after: text });
    }
  }
  return changes;
}
