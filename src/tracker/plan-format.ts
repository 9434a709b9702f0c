// `fmt` as a planned change: keys in canonical order, daily keys there even while empty, nothing else.

import { facts } from "../model/generated/schema-facts.ts";
import { placeOf } from "../model/place.ts";
import { limits } from "../text/limits.ts";
import { readMatter, textOf } from "../text/matter.ts";
import { orderKeys } from "../text/matter-order.ts";
import type { Change, FileChange } from "./change.ts";
import { refusal } from "./load-records.ts";
import type { TreeFile, TreeFiles } from "./tree-files.ts";

export interface FormatPlan {
  readonly change: Change;
  /** Files that cannot be read, so that nothing was done about them. */
  readonly broken: readonly string[];
}

/** Plans the formatting of every record, or of those that `wanted` takes. */
export async function planFormat(files: TreeFiles, wanted: (path: string) => boolean): Promise<FormatPlan> {
  const changes: FileChange[] = [];
  const broken: string[] = [];
  const records = async function* () {
    for await (const batch of files.list()) yield batch.filter((file: TreeFile) => wanted(file.path) && isRecord(file));
  };
  for await (const batch of files.read(records(), limits.fileBytes)) {
    for (const { file, bytes } of batch) {
      const place = placeOf(file.path);
      const matter = bytes && readMatter(file.path, bytes).value;
      if (!matter || place.kind === "attachment" || place.kind === "support" || place.kind === "misplaced") {
        broken.push(file.path);
        continue;
      }
      const { keys, always } = facts[place.kind];
      const after = orderKeys(matter, keys, always);
      const before = textOf(matter);
      if (after !== before) changes.push({ path: file.path, before, after });
    }
  }
  return { change: { files: changes, message: `Put keys in order\n` }, broken };
}

function isRecord(file: TreeFile): boolean {
  const { kind } = placeOf(file.path);
  // tracker.yaml is written by hand, with comments that group its keys.
  if (kind === "misplaced" || kind === "support" || kind === "attachment" || kind === "tracker") return false;
  return refusal(file, new Map()) === undefined;
}
