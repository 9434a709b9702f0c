// Stories as lists show them: what is kept of each, with the times that its history gives it.

import { instantOfSeconds } from "../model/instant.ts";
import type { StoryRow } from "./catalogue.ts";
import { type Columns, columnsOf } from "./columns.ts";
import type { Database } from "./database.ts";
import { rowOfSummary, type StoredSummary } from "./summary.ts";

/** So many rows are read together. */
const together = 500;

export function inPieces<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / together) }, (_, at) =>
    all.slice(at * together, (at + 1) * together),
  );
}

/** The last rows of stories by their numbers, in the order asked; unknown ones are left out. */
export function storyNumbers(db: Database, ids: readonly number[]): number[] {
  const [only] = ids;
  if (only === undefined) return [];
  if (ids.length === 1) {
    const row = db.prepare("SELECT last FROM story WHERE id = ?").get(only);
    return row ? [Number(row.last)] : [];
  }
  const select = db.prepare(
    "SELECT json_group_array(json_array(id, last)) AS all_of_them FROM story WHERE id IN (SELECT value FROM json_each(?))",
  );
  const pairs = inPieces(ids).flatMap(
    (some) => JSON.parse(String(select.get(JSON.stringify(some))?.all_of_them)) as [id: number, last: number][],
  );
  const last = new Map(pairs);
  return ids.flatMap((id) => last.get(id) ?? []);
}

/** Stories by their last rows, in that order. */
export function storyRowsAt(db: Database, rows: readonly number[]): StoryRow[] {
  const result: StoryRow[] = [];
  for (const piece of storyPiecesAt(db, rows)) for (const row of piece) result.push(row);
  return result;
}

/** The same a piece at a time, each read when it is asked for. */
export function* storyPiecesAt(db: Database, rows: readonly number[]): Iterable<readonly StoryRow[]> {
  const columns = columnsOf(db);
  // A few are not worth the whole columns.
  const isFew = rows.length <= 8;
  const stories = isFew ? new Int32Array() : columns.whole("story");
  if (!isFew) for (const name of ["updated", "closed"] as const) columns.values(name);
  // As one text, which is read in a fraction of the time that many small ones take.
  const select = db.prepare(
    "SELECT group_concat(summary, ',') AS all_of_them FROM story WHERE last IN (SELECT value FROM json_each(?))",
  );
  const one = db.prepare("SELECT summary FROM story WHERE last = ?");
  for (const some of inPieces(rows)) {
    const result: StoryRow[] = [];
    const text =
      (some.length === 1 ? one.get(some[0] ?? 0)?.summary : select.get(JSON.stringify(some))?.all_of_them) ?? "";
    const found = new Map<number, StoredSummary>();
    for (const each of JSON.parse(`[${text}]`) as readonly StoredSummary[]) found.set(each[0], each);
    for (const row of some) {
      const kept = found.get(isFew ? columns.wholeAt("story", row) : (stories[row] as number));
      if (kept !== undefined) result.push(rowAt(columns, row, kept));
    }
    yield result;
  }
}

/** A story by its last row and what is kept of it. */
export function storyRow(db: Database, row: number, kept: StoredSummary): StoryRow {
  return rowAt(columnsOf(db), row, kept);
}

function rowAt(columns: Columns, row: number, kept: StoredSummary): StoryRow {
  const [updated, closed] = [columns.valueAt("updated", row), columns.valueAt("closed", row)];
  return rowOfSummary(kept, instantAt(updated), instantAt(closed));
}

function instantAt(milliseconds: number): string | null {
  return Number.isNaN(milliseconds) ? null : instantOfSeconds(milliseconds / 1000);
}
