// When each story last changed, and in which commits: the first-parent history, read once and added to.

import { placeOf } from "../model/place.ts";
import type { HistoryEntry, ObjectReader, Oid } from "../tracker/git/objects.ts";
import type { Database } from "./database.ts";

interface Event {
  readonly oid: Oid;
  readonly time: number;
  readonly author: string;
  readonly subject: string;
  readonly stories: readonly number[];
}

export interface HistoryUpdate {
  /** Oldest first. */
  readonly events: readonly Event[];
  /** What is stored already does not lead to the new commit: it goes first. */
  readonly anew: boolean;
  /** The time of the newest commit in milliseconds, null when there is no commit. */
  readonly last: number | null;
}

/** The commits from `since` (not included) to `head`; everything when `since` is not on the way. */
export async function historyUpdate(
  objects: ObjectReader,
  head: Oid,
  since: Oid | null,
  lastTime: string | null,
): Promise<HistoryUpdate> {
  const entries: Omit<Event, "time">[] = [];
  const committed: (number | null)[] = [];
  let root: HistoryEntry | undefined;
  for await (const batch of objects.history(head, since)) {
    for (const entry of batch) {
      root = entry;
      committed.push(entry.commit.committer.time);
      entries.push({
        oid: entry.commit.oid,
        author: entry.commit.author.name,
        subject: (entry.commit.message.split("\n")[0] ?? "").slice(0, 300),
        stories: storiesOf(entry),
      });
    }
  }
  const connected = since === null || root === undefined || root.commit.parents[0] === since;
  if (!connected) return historyUpdate(objects, head, null, null);
  // A clock that went backwards is overruled: no commit is older than its parent.
  let time = since === null || lastTime === null ? Number.NEGATIVE_INFINITY : Number(lastTime);
  const events: Event[] = [];
  for (let at = entries.length - 1; at >= 0; at -= 1) {
    const own = committed[at];
    time = Math.max(time, own === null || own === undefined ? 0 : own * 1000);
    events.push({ ...(entries[at] as Omit<Event, "time">), time });
  }
  return { events, anew: since === null, last: Number.isFinite(time) ? time : null };
}

export function writeHistory(db: Database, { events, anew, last }: HistoryUpdate): void {
  if (anew) db.exec("DELETE FROM event; DELETE FROM touch;");
  let number = Number(db.prepare("SELECT coalesce(max(number), 0) AS n FROM event").get()?.n ?? 0);
  const insert = db.prepare("INSERT INTO event (number, oid, time, author, subject, stories) VALUES (?,?,?,?,?,?)");
  const touch = db.prepare("INSERT OR IGNORE INTO touch (story, number) VALUES (?, ?)");
  const newest = new Map<number, number>();
  for (const event of events) {
    number += 1;
    insert.run(number, event.oid, event.time, event.author, event.subject, event.stories.length);
    for (const story of event.stories) {
      touch.run(story, number);
      newest.set(story, event.time);
    }
  }
  const update = db.prepare(
    "UPDATE story SET updated = ?, closed = CASE status WHEN 'active' THEN NULL ELSE ? END WHERE id = ?",
  );
  for (const [story, time] of newest) update.run(time, time, story);
  if (last !== null) db.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('time', ?)").run(String(last));
}

function storiesOf(entry: HistoryEntry): number[] {
  const stories = new Set<number>();
  for (const { path } of entry.changes) {
    const place = placeOf(path);
    if (place.kind === "story") stories.add(place.id);
    else if ("story" in place) stories.add(place.story);
  }
  return [...stories];
}
