// A log of events beside the index, filled commit by commit by whoever knows what events are; deleting it is always safe.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { type Database, openDatabase, type ResultRow, type Value } from "./database.ts";
import { getMeta, setMeta } from "./meta.ts";

/** What is told of an event; ids are numbers of the API. */
export interface LoggedEvent {
  readonly id: number;
  /** Milliseconds. */
  readonly time: number;
  readonly type: string;
  readonly story: number | null;
  readonly worklist: number | null;
  readonly board: number | null;
  readonly author: number;
  readonly authorName: string;
  /** JSON. */
  readonly info: string | null;
  readonly comment: number | null;
  readonly commit: string | null;
  /** That commit's time, in milliseconds. */
  readonly told: number;
}

export interface EventWish {
  readonly types: readonly string[];
  readonly story?: number;
  readonly worklist?: number;
  readonly board?: number;
  /** Events of commits up to this time, in milliseconds. */
  readonly until: number | null;
  readonly sort: "id" | "created_at" | "event_type" | "author_id" | "story_id";
  readonly descending: boolean;
  readonly after?: { readonly value: string | number | null; readonly id: number };
  readonly limit: number | null;
  readonly offset: number;
}

export interface EventLog {
  /** The commit up to which it is filled; null when it is empty. */
  readonly commit: string | null;
  /** Adds the events of commits; from now on it is filled up to `upTo`. False when it was not filled up to `before` any more. */
  add(before: string | null, events: readonly LoggedEvent[], upTo: string | null): boolean;
  clear(): void;
  find(wish: EventWish): { readonly total: number; readonly ids: readonly number[] };
  get(ids: readonly number[]): readonly LoggedEvent[];
  close(): void;
}

/** Changes whenever what is logged does. */
const version = 3;
const table = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE event (
  id INTEGER PRIMARY KEY, time INTEGER NOT NULL, type TEXT NOT NULL, story INTEGER, worklist INTEGER, board INTEGER,
  author INTEGER NOT NULL, author_name TEXT NOT NULL, info TEXT, comment INTEGER, oid TEXT, told INTEGER NOT NULL
);
CREATE INDEX event_story ON event (story) WHERE story IS NOT NULL;
CREATE INDEX event_type ON event (type, id);
`;
const sorts: Readonly<Record<EventWish["sort"], string>> = {
  id: "id",
  created_at: "time",
  event_type: "type",
  author_id: "author",
  story_id: "story",
};

/** `folder` null keeps it in memory. */
export function openEventLog(folder: string | null): EventLog {
  const db = open(folder === null ? ":memory:" : join(folder, "events.sqlite"));
  return {
    get commit() {
      return getMeta(db, "commit");
    },
    add: (before, events, upTo) =>
      db.transaction(() => {
        if (getMeta(db, "commit") !== before) return false;
        for (const event of events) put(db, event);
        setMeta(db, "commit", upTo);
        return true;
      }),
    clear: () =>
      db.transaction(() => {
        db.exec("DELETE FROM event");
        setMeta(db, "commit", null);
      }),
    find: (wish) => find(db, wish),
    get: (ids) =>
      db
        .prepare("SELECT e.* FROM json_each(?) j JOIN event e ON e.id = j.value ORDER BY j.key")
        .all(JSON.stringify(ids))
        .map(eventFrom),
    close: () => db.close(),
  };
}

const columns = "time type story worklist board author author_name info comment oid told".split(" ");
const isSame = `SELECT ${columns.map((name) => `${name} IS ?`).join(" AND ")} AS same FROM event WHERE id = ?`;
const insert = `INSERT INTO event (id, ${columns.join(", ")}) VALUES (?${", ?".repeat(columns.length)})`;

/** Under its own number, or the next one that is free; once, also when a fill that was ended is begun again. */
function put(db: Database, event: LoggedEvent): void {
  const { time, type, story, worklist, board, author, authorName, info, comment, commit, told } = event;
  const values = [time, type, story, worklist, board, author, authorName, info, comment, commit, told];
  for (let id = event.id; ; id += 1) {
    const there = db.prepare(isSame).get(...values, id);
    if (there?.same === 0) continue;
    if (!there) db.prepare(insert).run(id, ...values);
    return;
  }
}

function open(path: string): Database {
  let db = openDatabase(path);
  const found = Number(db.prepare("PRAGMA user_version").get()?.user_version ?? 0);
  if (found === version) return db;
  if (found !== 0) {
    db.close();
    for (const end of ["", "-wal", "-shm"]) rmSync(path + end, { force: true });
    db = openDatabase(path);
  }
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA user_version = ${version};${table}`);
  return db;
}

function find(db: Database, wish: EventWish): { total: number; ids: number[] } {
  const parts = ["1"];
  const values: Value[] = [];
  const add = (part: string, ...more: readonly Value[]) => {
    parts.push(part);
    values.push(...more);
  };
  if (wish.types.length > 0) add("type IN (SELECT value FROM json_each(?))", JSON.stringify(wish.types));
  if (wish.story !== undefined) add("story = ?", wish.story);
  if (wish.worklist !== undefined) add("worklist = ?", wish.worklist);
  if (wish.board !== undefined) add("board = ?", wish.board);
  if (wish.until !== null) add("told <= ?", wish.until);
  const total = Number(
    db.prepare(`SELECT count(*) AS n FROM event WHERE ${parts.join(" AND ")}`).get(...values)?.n ?? 0,
  );
  const column = sorts[wish.sort];
  const [direction, beyond] = wish.descending ? ["DESC", "<"] : ["ASC", ">"];
  const { after } = wish;
  if (after && wish.sort === "id") add(`id ${beyond} ?`, after.id);
  else if (after?.value === null) add(`(${column} IS NULL AND id ${beyond} ?)`, after.id);
  else if (after)
    add(
      `(${column} IS NULL OR ${column} ${beyond} ? OR (${column} = ? AND id ${beyond} ?))`,
      after.value,
      after.value,
      after.id,
    );
  const order = wish.sort === "id" ? `id ${direction}` : `${column} IS NULL, ${column} ${direction}, id ${direction}`;
  const rows = db
    .prepare(`SELECT id FROM event WHERE ${parts.join(" AND ")} ORDER BY ${order} LIMIT ? OFFSET ?`)
    .all(...values, wish.limit ?? -1, wish.offset);
  return { total, ids: rows.map((row) => Number(row.id)) };
}

function eventFrom(row: ResultRow): LoggedEvent {
  const number = (value: Value | undefined) => (value === null || value === undefined ? null : Number(value));
  return {
    id: Number(row.id),
    time: Number(row.time),
    type: String(row.type),
    story: number(row.story),
    worklist: number(row.worklist),
    board: number(row.board),
    author: Number(row.author),
    authorName: String(row.author_name),
    info: row.info === null ? null : String(row.info),
    comment: number(row.comment),
    commit: row.oid === null ? null : String(row.oid),
    told: Number(row.told),
  };
}
