// Stories as lists show them: what is kept of each, with the times that its history gives it.

import { instantOfSeconds } from "../model/instant.ts";
import type { StoryRow } from "./catalogue.ts";
import { columnsOf } from "./columns.ts";
import type { Database } from "./database.ts";
import { getMeta } from "./meta.ts";

/** What is kept of a story, as JSON: see summary.ts. */
export type KeptRow = Omit<StoryRow, "updated" | "closed">;

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
  const result: StoryRow[] = [];
  for (const some of inPieces(rows)) {
    const text =
      (some.length === 1 ? one.get(some[0] ?? 0)?.summary : select.get(JSON.stringify(some))?.all_of_them) ?? "";
    const summaries = JSON.parse(`[${text}]`) as KeptRow[];
    const found = new Map(summaries.map((each) => [each.id, each]));
    for (const row of some) {
      const kept = found.get(isFew ? columns.wholeAt("story", row) : (stories[row] as number));
      if (kept !== undefined) result.push(storyRow(db, row, kept));
    }
  }
  return result;
}

/** A story by its last row and what is kept of it. */
export function storyRow(db: Database, row: number, kept: KeptRow): StoryRow {
  const columns = columnsOf(db);
  const [updated, closed] = [columns.valueAt("updated", row), columns.valueAt("closed", row)];
  const isUnknown = updated === Date.parse(kept.created) && isUntouched(db, kept.id);
  // Written out: copying what is left of an object takes ten times as long.
  return {
    id: kept.id,
    title: kept.title,
    status: kept.status,
    type: kept.type,
    triage: kept.triage,
    author: kept.author,
    created: kept.created,
    updated: isUnknown ? null : instantAt(updated),
    closed: instantAt(closed),
    milestone: kept.milestone,
    comments: kept.comments,
    untriaged: kept.untriaged,
    priority: kept.priority,
    projects: kept.projects,
    assignees: kept.assignees,
    tasks: kept.tasks,
    tags: kept.tags,
    due: kept.due,
  };
}

/** Where history is cut off, a story that nobody touched since has only the time at which it was reported. */
function isUntouched(db: Database, id: number): boolean {
  return (
    getMeta(db, "cut") !== null && db.prepare("SELECT 1 AS n FROM touch WHERE story = ? LIMIT 1").get(id) === undefined
  );
}

function instantAt(milliseconds: number): string | null {
  return Number.isNaN(milliseconds) ? null : instantOfSeconds(milliseconds / 1000);
}
