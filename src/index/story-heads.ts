// What is told of every story at once, or of all that have one value.

import type { StoryStatus } from "../model/story-status.ts";
import { eachBit } from "./bits.ts";
import type { Catalogue, StoryHead } from "./catalogue.ts";
import { columnsOf } from "./columns.ts";
import type { Database } from "./database.ts";
import { rowsOf, storiesOf } from "./evaluate.ts";
import { getMeta } from "./meta.ts";

/** In the order in which they were reported. */
export function storyHeads(db: Database): readonly StoryHead[] {
  const columns = columnsOf(db);
  const [story, status, statuses] = [columns.whole("story"), columns.whole("status"), columns.terms("status")];
  const [created, updated] = [columns.values("created"), columns.values("updated")];
  const isCut = getMeta(db, "cut") !== null;
  const rows: number[] = [];
  eachBit(storiesOf(columns, columns.live), (row) => rows.push(row));
  rows.sort((a, b) => (created[a] as number) - (created[b] as number) || (story[a] as number) - (story[b] as number));
  return rows.map((row) => ({
    id: story[row] as number,
    status: statuses[status[row] as number] as StoryStatus,
    created: created[row] as number,
    updated: isCut ? null : (updated[row] as number),
  }));
}

/** Numbers of stories, in no order. */
export function storiesWith(
  db: Database,
  field: Parameters<Catalogue["storiesWith"]>[0],
  value: string,
): readonly number[] {
  const columns = columnsOf(db);
  const story = columns.whole("story");
  const found: number[] = [];
  eachBit(storiesOf(columns, rowsOf(db, { kind: "equals", field, value, prefix: false }, 0)), (row) =>
    found.push(story[row] as number),
  );
  return found;
}
