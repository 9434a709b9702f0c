// When a story last changed, and when it was closed, from the history that is stored.

import { storyStatus, type TaskStatus, taskStatuses } from "../model/story-status.ts";
import type { Database } from "./database.ts";
import type { Standing } from "./file-state.ts";
import { getMeta } from "./meta.ts";

export interface StoredTurn {
  readonly number: number;
  readonly task: number;
  readonly standing: Standing;
}

/** Sets the times of every story. */
export function settleAllTimes(db: Database): void {
  db.exec(
    "UPDATE story SET updated = coalesce((SELECT e.time FROM event e WHERE e.number = (SELECT max(t.number) FROM touch t WHERE t.story = story.id)), created)",
  );
  const closing = closer(db);
  const closed: number[] = [];
  for (const { id } of db.prepare("SELECT id FROM story WHERE status <> 'active'").iterate()) closed.push(Number(id));
  for (const id of closed) closing(id, null);
}

/** Sets the times of some stories; those that are edited and not committed count as changed at `now`. */
export function settleTimes(db: Database, stories: Iterable<number>, edited: ReadonlySet<number>, now: number): void {
  const update = db.prepare(
    "UPDATE story SET updated = coalesce(?, (SELECT e.time FROM event e WHERE e.number = (SELECT max(t.number) FROM touch t WHERE t.story = story.id)), created), closed = NULL WHERE id = ?",
  );
  const status = db.prepare("SELECT status FROM story WHERE id = ?");
  const closing = closer(db);
  for (const id of stories) {
    const isEdited = edited.has(id);
    update.run(isEdited ? now : null, id);
    const row = status.get(id);
    if (row && row.status !== "active") closing(id, isEdited ? now : null);
  }
}

/** Sets when a story that is not active was closed; `now` when it is edited, and the commit has it open still. */
function closer(db: Database): (story: number, now: number | null) => void {
  const turnsOf = db.prepare("SELECT number, task, standing FROM turn WHERE story = ? ORDER BY number");
  const touched = db.prepare("SELECT max(number) AS n FROM touch WHERE story = ?");
  const timeOf = db.prepare("SELECT time FROM event WHERE number = ?");
  const set = db.prepare("UPDATE story SET closed = ? WHERE id = ?");
  const cut = getMeta(db, "cut");
  return (story, now) => {
    const number = closedAt(turnsOf.all(story) as unknown as StoredTurn[]);
    // Files that could not be read then may have said otherwise: the last change of all is as near as one gets.
    const at = number ?? (now === null ? touched.get(story)?.n : null) ?? null;
    const isUnknown = at === null || String(at) === cut;
    set.run(isUnknown ? now : (timeOf.get(at)?.time ?? null), story);
  };
}

/** The number of the commit in which a story last left "active"; null when after all of them it is active. */
export function closedAt(turns: readonly StoredTurn[]): number | null {
  const standings = new Map<number, Standing>();
  let closed: number | null = null;
  for (const [index, { number, task, standing }] of turns.entries()) {
    if (standing === "gone") standings.delete(task);
    else standings.set(task, standing);
    if (turns[index + 1]?.number === number) continue;
    if (isActive(standings)) closed = null;
    else closed ??= number;
  }
  return closed;
}

/** A story that is not there yet, or no more, is not closed either. */
function isActive(standings: ReadonlyMap<number, Standing>): boolean {
  const own = standings.get(0);
  if (own === undefined) return true;
  const tasks = [...standings].flatMap(([task, standing]) => (task !== 0 && isStatus(standing) ? standing : []));
  return storyStatus(tasks, own === "closed" ? { triage: "rejected" } : {}) === "active";
}

function isStatus(standing: Standing): standing is TaskStatus {
  return (taskStatuses as readonly string[]).includes(standing);
}
