// Files attached to a story or to a comment, as a planned change; a name that is taken gets a number.

import type { CommentData } from "../model/generated/types.ts";
import { pathProblem } from "../model/path-problem.ts";
import { pathOf, placeOf } from "../model/place.ts";
import { shapeOf } from "../model/write-record.ts";
import { applyEdits } from "../text/edit.ts";
import type { Plain } from "../text/emit.ts";
import { Failure } from "../text/failure.ts";
import { limits } from "../text/limits.ts";
import { readMatterText, textOf } from "../text/matter.ts";
import { addItem } from "../text/matter-edit.ts";
import { quote } from "../text/quote.ts";
import type { FileChange } from "./change.ts";
import { listStory } from "./find-record.ts";
import type { RecordFile } from "./record-file.ts";
import type { TreeFiles } from "./tree-files.ts";

export interface NewAttachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly title?: string;
  readonly branch?: string;
  readonly patch?: boolean;
}

export type AttachmentEntry = NonNullable<CommentData["attachments"]>[number];

export interface PlannedAttachments {
  /** The files themselves. */
  readonly files: readonly FileChange[];
  /** What the comment or story says of them. */
  readonly entries: readonly AttachmentEntry[];
}

/** Places files in a story's attachments. Failure "attachment-refused" for one that is too large or has no usable name. */
export async function planAttachments(
  files: TreeFiles,
  story: number,
  attachments: readonly NewAttachment[],
): Promise<PlannedAttachments> {
  if (attachments.length === 0) return { files: [], entries: [] };
  const taken = new Set<string>();
  for (const { path } of await listStory(files, story)) {
    const place = placeOf(path);
    if (place.kind === "attachment") taken.add(place.name.toLowerCase());
  }
  const planned: { file: FileChange; entry: AttachmentEntry }[] = [];
  for (const { name: given, bytes, ...said } of attachments) {
    if (bytes.length > limits.attachmentBytes) {
      const message = `${quote(given)} has ${bytes.length} bytes, more than the ${limits.attachmentBytes} that are allowed`;
      throw new Failure("attachment-refused", message, { hint: "compress it, or link to it" });
    }
    const name = freeName(given, taken);
    taken.add(name.toLowerCase());
    const path = pathOf({ kind: "attachment", name, story });
    const problem = pathProblem(path);
    if (problem) throw new Failure("attachment-refused", `${quote(given)}: ${problem}`, { hint: "rename the file" });
    planned.push({ file: { path, before: null, after: bytes }, entry: { file: name, ...said } });
  }
  return { files: planned.map((each) => each.file), entries: planned.map((each) => each.entry) };
}

/** The record with the entries added to its attachments. */
export function nameAttachments(record: RecordFile, entries: readonly AttachmentEntry[]): FileChange {
  let matter = record.matter;
  for (const entry of entries) {
    const text = applyEdits(
      textOf(matter),
      addItem(matter, "attachments", entry as Plain, false, shapeOf(record.record.kind)),
    );
    const read = readMatterText(record.path, text).value;
    if (!read) throw new Error(`adding an attachment broke ${record.path}`);
    matter = read;
  }
  return { path: record.path, before: record.text, after: textOf(matter) };
}

/** "trace.log", and when that is taken "trace-2.log". */
function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name.toLowerCase())) return name;
  const dot = name.lastIndexOf(".") > 0 ? name.lastIndexOf(".") : name.length;
  for (let number = 2; ; number += 1) {
    const other = `${name.slice(0, dot)}-${number}${name.slice(dot)}`;
    if (!taken.has(other.toLowerCase())) return other;
  }
}
