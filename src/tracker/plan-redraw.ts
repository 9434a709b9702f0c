// Numbers that the base gave to others while a proposal was open: the proposal's own records get new ones, with all that refers to them.

import { pathOf, placeOf } from "../model/place.ts";
import type { DeclaredFields } from "../model/schema-diagnostics.ts";
import { compareText } from "../text/diagnostic.ts";
import { readMatterText } from "../text/matter.ts";
import type { FileChange } from "./change.ts";
import { findNumber } from "./find-record.ts";
import { recordFileOf } from "./record-file.ts";
import { rewriteReferences } from "./rewrite-references.ts";
import type { TreeFiles } from "./tree-files.ts";

export interface Redraw {
  readonly kind: "story" | "task";
  readonly from: number;
  readonly to: number;
}

/** The numbers of new records, of those at these paths, that the base has by now. */
export async function takenMeanwhile(
  base: TreeFiles,
  added: readonly string[],
): Promise<readonly { readonly kind: "story" | "task"; readonly id: number; readonly story: number }[]> {
  const taken = [];
  for (const path of [...added].sort(compareText)) {
    const place = placeOf(path);
    if (place.kind !== "story" && place.kind !== "task") continue;
    if (!(await findNumber(base, place.id))) continue;
    taken.push({ kind: place.kind, id: place.id, story: place.kind === "story" ? place.id : place.story });
  }
  return taken;
}

/** The proposal's files with the new numbers in place of the old: in paths, fields, queries, and in the prose of its own new records. */
export function planRedraw(
  files: ReadonlyMap<string, string | Uint8Array>,
  isNew: (path: string) => boolean,
  redraws: readonly Redraw[],
  fields: DeclaredFields,
): FileChange[] {
  const changes: FileChange[] = [];
  for (const [path, content] of files) {
    const newPath = isNew(path) ? redrawnPath(path, redraws) : path;
    const after = typeof content === "string" ? redrawnText(path, content, isNew(path), redraws, fields) : content;
    if (newPath === path && after === content) continue;
    const before = typeof content === "string" ? content : Buffer.from(content).toString("utf8");
    if (newPath === path) changes.push({ path, before, after });
    else changes.push({ path, before, after: null }, { path: newPath, before: null, after });
  }
  return changes;
}

function redrawnPath(path: string, redraws: readonly Redraw[]): string {
  const place = placeOf(path);
  const as = (kind: Redraw["kind"], id: number) =>
    redraws.find((each) => each.kind === kind && each.from === id)?.to ?? id;
  if (place.kind === "story") return pathOf({ ...place, id: as("story", place.id) });
  if (place.kind === "task") return pathOf({ ...place, id: as("task", place.id), story: as("story", place.story) });
  if (place.kind === "comment" || place.kind === "affects" || place.kind === "attachment")
    return pathOf({ ...place, story: as("story", place.story) });
  return path;
}

function redrawnText(
  path: string,
  text: string,
  isNew: boolean,
  redraws: readonly Redraw[],
  fields: DeclaredFields,
): string {
  const { kind } = placeOf(path);
  if (kind === "attachment" || kind === "support" || kind === "misplaced" || kind === "tracker") return text;
  let current = text;
  for (const redraw of redraws) {
    const bytes = Buffer.from(current);
    const file = recordFileOf({ file: { path, mode: "100644", oid: null }, bytes, size: bytes.length }, fields);
    current = rewriteReferences(file, redraw);
    // What others wrote means the other record; what this proposal wrote means its own.
    const matter = isNew ? readMatterText(path, current).value : undefined;
    if (!matter) continue;
    const mention = new RegExp(`(#|\\b(?:story|task)[ /])${redraw.from}(?!\\d)`, "gi");
    current = matter.head + matter.body.replace(mention, (_, before: string) => `${before}${redraw.to}`);
  }
  return current;
}
