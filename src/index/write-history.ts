// The history in the tables: made whole, or brought from one commit to another by what differs between their histories.

import type { ObjectReader, Oid } from "../tracker/git/objects.ts";
import { columnsOf } from "./columns.ts";
import type { Database } from "./database.ts";
import type { KeptPlace, Standing } from "./file-state.ts";
import { type PastCommit, pastCommits } from "./history.ts";
import { insertMany } from "./insert-many.ts";
import { getMeta, setMeta } from "./meta.ts";

/** Where the history is read: a reader that fetches nothing, and what the repository says about where it is cut off. */
export interface Past {
  readonly objects: ObjectReader;
  /** The text of git's file "shallow"; empty in a whole repository. */
  readonly shallow: string;
}

/** Reads the whole history of a commit into an index whose files are there already. */
export async function fillHistory(db: Database, past: Past, head: Oid): Promise<void> {
  db.exec("BEGIN");
  clear(db);
  const write = eventWriter(db, 0);
  for await (const batch of pastCommits(past.objects, head, { latest: storedState(db) })) write.put(batch);
  write.flush();
  finish(db, past, write.isSkewed(Number.NEGATIVE_INFINITY) ? Number.MIN_SAFE_INTEGER : null);
  db.exec("COMMIT");
}

export interface HistoryPlan {
  /** The number of the stored commit that both histories have in common; null when they have none. */
  readonly keep: number | null;
  /** What follows on it, newest first. */
  readonly commits: readonly PastCommit[];
}

/** How the stored history becomes that of `head`. */
export async function planHistory(db: Database, past: Past, head: Oid): Promise<HistoryPlan> {
  const find = isHistoryStale(db, past) ? () => null : storedNumbers(db);
  let keep: number | null = null;
  const isKnown = (commit: { readonly oid: Oid; readonly committer: { readonly time: number | null } }) => {
    keep = find(commit.oid, commit.committer.time);
    return keep !== null;
  };
  const commits: PastCommit[] = [];
  for await (const batch of pastCommits(past.objects, head, { isKnown })) commits.push(...batch);
  return { keep, commits };
}

/** Whether the repository has learned more, or less, of its history than is stored. */
export function isHistoryStale(db: Database, past: Past | null): boolean {
  return past !== null && (getMeta(db, "shallow") ?? "") !== past.shallow;
}

/** Carries a plan out, and says which stories have another history since. */
export function applyHistory(db: Database, past: Past, { keep, commits }: HistoryPlan): ReadonlySet<number> {
  const stories = new Set<number>();
  if (keep === null) {
    for (const id of columnsOf(db).whole("story")) if (id !== 0) stories.add(id);
    clear(db);
  } else if (db.prepare("SELECT 1 AS n FROM event WHERE number > ? LIMIT 1").get(keep) !== undefined) {
    for (const { story } of db.prepare("SELECT DISTINCT story FROM touch WHERE number > ?").iterate(keep))
      stories.add(Number(story));
    rewind(db, keep, stories);
  }
  const parts = new Set(commits.map((commit) => commit.oid)).size;
  const write = eventWriter(db, (keep ?? 0) + parts);
  write.put(commits);
  write.flush();
  for (const commit of commits) for (const story of commit.stories) stories.add(story);
  const before = keep === null ? undefined : db.prepare("SELECT time FROM event WHERE number = ?").get(keep)?.time;
  const isSkewed = write.isSkewed(Number(before ?? Number.NEGATIVE_INFINITY));
  finish(db, past, isSkewed ? (keep ?? Number.MIN_SAFE_INTEGER) : null);
  return stories;
}

function clear(db: Database): void {
  db.exec("DELETE FROM event; DELETE FROM touch; DELETE FROM record_touch; DELETE FROM card; DELETE FROM turn");
  setMeta(db, "cut", null);
}

function rewind(db: Database, keep: number, stories: ReadonlySet<number>): void {
  const turns = db.prepare("DELETE FROM turn WHERE story = ? AND number > ?");
  for (const story of stories) turns.run(story, keep);
  for (const table of ["event", "touch", "record_touch", "card"])
    db.prepare(`DELETE FROM ${table} WHERE number > ?`).run(keep);
}

interface EventWriter {
  put(commits: readonly PastCommit[]): void;
  /** Writes what is waiting still. */
  flush(): void;
  /** Whether any of them, or one of this time before them, is later than one that follows it. */
  isSkewed(before: number): boolean;
}

/** Takes commits newest first, the newest as number `top`; a commit in several parts is one. */
function eventWriter(db: Database, top: number): EventWriter {
  const event = insertMany(db, "event", ["number", "oid", "time", "author", "subject", "stories"]);
  const more = db.prepare("UPDATE event SET stories = stories + ? WHERE number = ?");
  const touch = insertMany(db, "touch", ["story", "number", "said"], "INSERT OR IGNORE");
  const record = insertMany(db, "record_touch", ["path", "number"], "INSERT OR IGNORE");
  const card = insertMany(db, "card", ["item", "number"], "INSERT OR IGNORE");
  const turn = insertMany(db, "turn", ["story", "number", "task", "standing"], "INSERT OR REPLACE");
  let number = top + 1;
  let last: Oid | null = null;
  let lastStory: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  let skewed = false;
  const put = (commits: readonly PastCommit[]) => {
    for (const { oid, time, author, subject, cut, stories, said, paths, turns, cards } of commits) {
      // Where history is cut off, everything there was looks as if it had come in that commit.
      const touched = cut ? [] : stories;
      if (oid === last) {
        // A story's files stand together, so only the last of one part may be the first of the next.
        const fresh = touched.filter((story) => story !== lastStory).length;
        event.flush();
        more.run(fresh, number);
      } else {
        number -= 1;
        event.add(number, oid, time, author, subject, touched.length);
        if (cut) setMeta(db, "cut", String(number));
      }
      if (time > least) skewed = true;
      least = Math.min(least, time);
      last = oid;
      lastStory = touched.at(-1);
      for (const [nth, story] of touched.entries()) touch.add(story, number, said[nth] ?? 0);
      for (const path of cut ? [] : paths) record.add(path, number);
      for (const item of cut ? [] : cards) card.add(item, number);
      for (const { story, task, standing } of turns) turn.add(story, number, task, standing);
    }
  };
  const flush = () => {
    for (const table of [event, touch, record, card, turn]) table.flush();
  };
  return { put, flush, isSkewed: (before) => skewed || before > least };
}

/** `skewedFrom`: a commit at or after this number has a clock that went backwards. */
function finish(db: Database, { shallow }: Past, skewedFrom: number | null): void {
  setMeta(db, "shallow", shallow);
  // Such a clock is overruled: no commit is older than its parent.
  if (skewedFrom !== null) {
    db.prepare(
      `UPDATE event SET time = later.time
       FROM (SELECT number, max(time) OVER (ORDER BY number ROWS UNBOUNDED PRECEDING) AS time FROM event WHERE number >= ?) AS later
       WHERE event.number = later.number AND event.time < later.time`,
    ).run(skewedFrom);
  }
  const time = db.prepare("SELECT time FROM event ORDER BY number DESC LIMIT 1").get()?.time;
  setMeta(db, "time", time === undefined ? null : String(time));
}

/** How many of the newest commits are looked through before all of them are. */
const recent = 4_096;

/** Finds the number of a stored commit; older ones only for the first asked, for which it is likely. */
function storedNumbers(db: Database): (oid: Oid, time: number | null) => number | null {
  const rows = db.prepare("SELECT oid, number FROM event ORDER BY number DESC LIMIT ?").all(recent);
  const numbers = new Map(rows.map((row) => [String(row.oid), Number(row.number)]));
  const newest = Number(getMeta(db, "time") ?? Number.NEGATIVE_INFINITY);
  let first = true;
  return (oid, time) => {
    const found = numbers.get(oid);
    const isOld = first && rows.length === recent && (time ?? 0) * 1000 <= newest;
    first = false;
    if (found !== undefined || !isOld) return found ?? null;
    const row = db.prepare("SELECT number FROM event WHERE oid = ? LIMIT 1").get(oid);
    return row ? Number(row.number) : null;
  };
}

/** States of files as they were indexed. */
function storedState(db: Database) {
  const columns = columnsOf(db);
  const [story, task, duplicate] = [columns.whole("story"), columns.whole("task"), columns.whole("duplicate_of")];
  const [status, statuses] = [columns.whole("task_status"), columns.terms("task_status")];
  const [triage, rejected] = [columns.whole("triage"), columns.code("triage", "rejected")];
  const [stories, tasks] = [new Map<number, number>(), new Map<number, number>()];
  for (let row = 0; row < columns.size; row += 1) {
    if (story[row] !== 0) stories.set(story[row] as number, row);
    if (task[row] !== 0) tasks.set(task[row] as number, row);
  }
  return (place: KeptPlace): Standing | undefined => {
    if (place.kind === "story") {
      const row = stories.get(place.id);
      if (row === undefined) return undefined;
      return (rejected !== 0 && triage[row] === rejected) || duplicate[row] !== 0 ? "closed" : "open";
    }
    const row = place.kind === "task" ? tasks.get(place.id) : undefined;
    // Where two stories have a task of one number, its file is asked.
    if (place.kind !== "task" || row === undefined || story[row] !== place.story) return undefined;
    return statuses[status[row] as number] as Standing;
  };
}
