// When a story last changed, and when it was closed, from the history that is stored.

import { valueIn } from "./bits.ts";
import { columnsOf, forgetColumns } from "./columns.ts";
import type { Database } from "./database.ts";
import { eventTime, eventTimes } from "./event-times.ts";
import type { Standing } from "./file-state.ts";
import { getMeta } from "./meta.ts";
import { packer } from "./pack.ts";
import { phaseList, type Told, type Turn, toldBy } from "./phases.ts";
import { readStoryFiles } from "./stored-records.ts";
import { imported, toldTime } from "./told-time.ts";

/** Sets the times of every story. */
export function settleAllTimes(db: Database): void {
  const [touched, imports] = [touches(db), importsIn(db)];
  const columns = columnsOf(db);
  // As the stories' own files tell it.
  const told = columns.values("updated");
  const [story, status, active] = [columns.whole("story"), columns.whole("status"), columns.code("status", "active")];
  const pack = packer(db, false);
  const timeOf = eventTimes(db);
  const turns = allTold(db);
  const closing = closer(db);
  const isCut = isHistoryCut(db);
  let [updated, closed, cameClosed, last]: [number | null, number | null, number | null, number] = [
    null,
    null,
    null,
    0,
  ];
  for (let row = 0; row < columns.size; row += 1) {
    const id = story[row] as number;
    if (id === 0) continue;
    if (id !== last) {
      const { newest = null, first = null } = touched.get(id) ?? {};
      updated = timeOf(newest);
      const isAsImported = newest !== null && newest === first && imports.has(newest);
      if (updated !== null && isAsImported) updated = Math.min(updated, valueIn(told, row));
      const came = first !== null && imports.has(first) && turns.get(id)?.cameClosed ? timeOf(first) : null;
      // Of what was left as it came nothing need be read again.
      cameClosed = came === null ? null : isAsImported ? updated : toldBefore(db, id, came);
      closed = status[row] === active ? null : timeOf(closing(turns.get(id)?.closed ?? null, newest, null));
      last = id;
    }
    if (updated !== null || isCut) pack.values.updated.set(row, updated);
    if (closed !== null) pack.values.closed.set(row, closed);
    if (cameClosed !== null) pack.values.told.set(row, cameClosed);
    if (story[row + 1] !== id) pack.list(phaseList, row, turns.get(id)?.phases ?? []);
  }
  pack.flush();
  forgetColumns(db);
}

/** Sets the times of some stories; those that are edited and not committed count as changed at `now`. */
export function settleTimes(db: Database, stories: Iterable<number>, edited: ReadonlySet<number>, now: number): void {
  const columns = columnsOf(db);
  // In whole seconds, as commits are, so that the columns keep them so.
  const edit = Math.floor(now / 1000) * 1000;
  const active = columns.code("status", "active");
  const place = db.prepare("SELECT last, rows FROM story WHERE id = ? AND summary IS NOT NULL");
  const touched = db.prepare("SELECT max(number) AS newest, min(number) AS first FROM touch WHERE story = ?");
  const large = db.prepare("SELECT 1 AS n FROM event WHERE number = ? AND stories >= ?");
  const timeOf = eventTime(db);
  const pack = packer(db, false);
  const turns = db.prepare("SELECT number, task, standing FROM turn WHERE story = ? ORDER BY number");
  const closing = closer(db);
  const isCut = isHistoryCut(db);
  for (const id of stories) {
    const found = place.get(id);
    if (!found) continue;
    const [last, rows] = [Number(found.last), Number(found.rows)];
    const { newest = null, first = null } = touched.get(id) ?? {};
    const at = newest === null ? null : Number(newest);
    const isEdited = edited.has(id);
    const time = at === null && isCut ? null : (timeOf(at) ?? toldBefore(db, id));
    const isImported = first !== null && large.get(first, imported) !== undefined;
    const isAsImported = time !== null && isImported && newest === first && !isEdited;
    const asTold = isAsImported ? Math.min(time, toldBefore(db, id)) : null;
    const updated = isEdited ? edit : (asTold ?? time);
    const isActive = columns.wholeAt("status", last) === active;
    const told = toldBy(turns.all(id) as unknown as Turn[]);
    const came = isImported && told.cameClosed ? timeOf(Number(first)) : null;
    const cameClosed = came === null ? null : (asTold ?? toldBefore(db, id, came));
    const number = isActive ? null : closing(told.closed, at, isEdited ? edit : null);
    const closed = isActive ? null : number === null ? (isEdited ? edit : null) : timeOf(number);
    for (let row = last - rows + 1; row <= last; row += 1) {
      pack.values.updated.set(row, updated);
      pack.values.closed.set(row, closed);
      pack.values.told.set(row, cameClosed);
    }
    pack.list(phaseList, last, told.phases);
  }
  pack.flush();
  forgetColumns(db);
}

function toldBefore(db: Database, id: number, end?: number): number {
  const files = readStoryFiles(db, id);
  return files ? toldTime(files, end) : Number.NaN;
}

/** Then nobody knows when a story was changed that was not changed since. */
const isHistoryCut = (db: Database) => getMeta(db, "cut") !== null;

interface Touches {
  readonly newest: number;
  readonly first: number;
}

/** The newest and the first commit that touched each story. */
function touches(db: Database): ReadonlyMap<number, Touches> {
  const row = db
    .prepare(
      "SELECT json_group_array(story) AS stories, json_group_array(newest) AS newest, json_group_array(first) AS first FROM (SELECT story, max(number) AS newest, min(number) AS first FROM touch GROUP BY story)",
    )
    .get();
  const list = (name: string) => JSON.parse(String(row?.[name] ?? "[]")) as number[];
  const [newest, first] = [list("newest"), list("first")];
  return new Map(list("stories").map((id, at) => [id, { newest: newest[at] as number, first: first[at] as number }]));
}

/** The commits that brought so many stories that these came from elsewhere. Who never changed since last changed there. */
function importsIn(db: Database): ReadonlySet<number> {
  const rows = db.prepare("SELECT number FROM event WHERE stories >= ?").all(imported);
  return new Set(rows.map(({ number }) => Number(number)));
}

/**
 * The commit in which a story that is not active was closed; null when that is not known. `number`: as its turns tell; `touched`: the
 * newest that changed it; `now`: when it is edited, and the commit may have it open still.
 */
function closer(db: Database): (number: number | null, touched: number | null, now: number | null) => number | null {
  const cut = getMeta(db, "cut");
  return (number, touched, now) => {
    // Files that could not be read then may have said otherwise: the last change of all is as near as one gets.
    const at = number ?? (now === null ? touched : null);
    return at === null || String(at) === cut ? null : at;
  };
}

/** So many stories' turns are read together. */
const together = 512;

/** What is told of every story, read in pieces: asked for one by one, each would be a question. */
function allTold(db: Database): ReadonlyMap<number, Told> {
  const next = db.prepare(
    "SELECT max(story) AS last FROM (SELECT DISTINCT story FROM turn WHERE story > ? ORDER BY story LIMIT ?)",
  );
  const select = db.prepare(
    "SELECT json_group_array(json_array(story, number, task, standing)) AS turns FROM (SELECT * FROM turn WHERE story > ? AND story <= ? ORDER BY story, number)",
  );
  const all = new Map<number, Told>();
  let own: Turn[] = [];
  const close = (story: number) => {
    if (own.length > 0) all.set(story, toldBy(own));
    own = [];
  };
  for (let from = 0; ; ) {
    const last = next.get(from, together)?.last;
    if (last === null || last === undefined) break;
    let of = 0;
    const text = String(select.get(from, last)?.turns ?? "[]");
    for (const [story, number, task, standing] of JSON.parse(text) as [number, number, number, Standing][]) {
      if (story !== of) close(of);
      of = story;
      own.push({ number, task, standing });
    }
    close(of);
    from = Number(last);
  }
  return all;
}
