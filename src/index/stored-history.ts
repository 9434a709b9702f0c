// Questions about the stored history: which commits touched what, and where it is cut off.

import { instantOfSeconds } from "../model/instant.ts";
import type { ChangeEvent, NamedCommit, Page, StoryEvent } from "./catalogue.ts";
import type { Database, ResultRow, Value } from "./database.ts";
import { type Standing, unknownCard } from "./file-state.ts";
import { getMeta } from "./meta.ts";

/** What a commit may have touched; it is asked for all that touched any of it. */
export interface HistoryOf {
  readonly story?: number;
  /** The path of a record that belongs to no story. */
  readonly path?: string;
  /**
   * Stories and tasks by their number: commits that put them on a list or board, took them off, or moved them there; and those of which
   * that is not known.
   */
  readonly cards?: readonly number[];
}

export function changes(db: Database, page: Page): readonly ChangeEvent[] {
  const rows = db.prepare("SELECT * FROM event ORDER BY number DESC LIMIT ? OFFSET ?").all(page.limit, page.offset);
  return eventsOf(db, rows);
}

export function changesOf(db: Database, story: number, page: Page): readonly StoryEvent[] {
  return db
    .prepare(
      "SELECT e.*, t.said AS said FROM event e JOIN touch t ON t.number = e.number WHERE t.story = ? ORDER BY t.number DESC LIMIT ? OFFSET ?",
    )
    .all(story, page.limit, page.offset)
    .map((row) => ({ ...eventFrom(row, [story]), said: Number(row.said) }));
}

export function commits(db: Database): readonly NamedCommit[] {
  const named: NamedCommit[] = [];
  for (const { oid, subject } of db.prepare("SELECT oid, subject FROM event").iterate())
    named.push({ commit: String(oid), subject: String(subject) });
  return named;
}

/** Newest first. */
export function history(db: Database, { story, path, cards = [] }: HistoryOf): readonly ChangeEvent[] {
  const parts: string[] = [];
  const values: Value[] = [];
  const add = (part: string, ...more: readonly Value[]) => {
    parts.push(part);
    values.push(...more);
  };
  if (story !== undefined) add("SELECT number FROM touch WHERE story = ?", story);
  if (path !== undefined) add("SELECT number FROM record_touch WHERE path = ?", path);
  if (cards.length > 0)
    add(
      "SELECT number FROM card WHERE item IN (SELECT value FROM json_each(?))",
      JSON.stringify([...cards, unknownCard]),
    );
  if (parts.length === 0) return [];
  return eventsOf(
    db,
    db.prepare(`SELECT * FROM event WHERE number IN (${parts.join(" UNION ")}) ORDER BY number DESC`).all(...values),
  );
}

/** In this commit a task, or with task 0 the story itself, came to stand so. */
export interface Turn {
  readonly commit: string;
  readonly task: number;
  readonly standing: Standing;
}

/** Oldest first. */
export function turns(db: Database, story: number): readonly Turn[] {
  // As one text: each row that SQLite hands over takes several times as long.
  const row = db
    .prepare(
      `SELECT json_group_array(json_array(oid, task, standing)) AS turns FROM (
         SELECT e.oid AS oid, t.task AS task, t.standing AS standing FROM turn t JOIN event e USING (number)
         WHERE t.story = ? ORDER BY t.number, t.task)`,
    )
    .get(story);
  const found = JSON.parse(String(row?.turns ?? "[]")) as readonly [string, number, Standing][];
  return found.map(([commit, task, standing]) => ({ commit, task, standing }));
}

/** The commit at which a shallow clone ends; null when all of the history is there. */
export function historyCut(db: Database): { readonly commit: string; readonly time: string } | null {
  const number = getMeta(db, "cut");
  const row = number === null ? undefined : db.prepare("SELECT oid, time FROM event WHERE number = ?").get(number);
  return row ? { commit: String(row.oid), time: instantOfSeconds(Number(row.time) / 1000) } : null;
}

function eventsOf(db: Database, rows: readonly ResultRow[]): readonly ChangeEvent[] {
  const select = db.prepare("SELECT story FROM touch WHERE number = ? ORDER BY story LIMIT 20");
  return rows.map((row) =>
    eventFrom(
      row,
      select.all(row.number ?? 0).map((each) => Number(each.story)),
    ),
  );
}

function eventFrom(row: ResultRow, touched: readonly number[]): ChangeEvent {
  return {
    commit: String(row.oid),
    time: instantOfSeconds(Number(row.time) / 1000),
    author: String(row.author),
    subject: String(row.subject),
    touched,
    stories: Number(row.stories),
  };
}
