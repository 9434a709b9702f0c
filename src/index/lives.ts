// The lives of stories or tasks: when each came to be, and when it was started, closed and opened again.

import { placeOf } from "../model/place.ts";
import type { Query } from "../model/query/query.ts";
import type { TaskStatus } from "../model/story-status.ts";
import { eachBit, valueIn } from "./bits.ts";
import { columnsOf } from "./columns.ts";
import type { Database, Value } from "./database.ts";
import { rowsOf, storiesOf } from "./evaluate.ts";
import { eventTime, eventTimes } from "./event-times.ts";
import { overlayOf } from "./overlay.ts";
import { valuesAt } from "./pairs.ts";
import { isStatus, type Phase, phaseFrom, phaseList, type Turn } from "./phases.ts";
import { withTask } from "./select.ts";

export type Unit = "story" | "task";

export interface Life {
  /** Of the story or task. */
  readonly id: number;
  /** When it was reported, in milliseconds: what its file says, even when it came into this tracker later. */
  readonly born: number;
  /** What it became, and when; in order, each other than the one before. It begins "open". */
  readonly turns: readonly { readonly time: number; readonly phase: Phase }[];
  /** It was closed already when it came into the tracker: when is not known, and taken to be when the last thing happened that its files tell of. */
  readonly cameClosed: boolean;
}

/** Of more stories than these it is quicker to read the times of all commits. */
const manyStories = 5_000;
/** Of more than this share of all tasks it is quicker to read the turns of all. */
const mostTasks = 1 / 4;

/** The lives of what a query finds and somebody committed, as far as the history is known. `many`: above this what is kept of all is read. */
export function livesOf(db: Database, query: Query, unit: Unit, many?: number): readonly Life[] {
  if (unit === "story") return storyLives(db, storiesFound(db, query), many ?? manyStories);
  const rows = tasksFound(db, query);
  const stories = () => [...new Set(rows.map(({ story }) => story))];
  const isMany = rows.length > (many ?? mostTasks * columnsOf(db).whole("task").length);
  const turnsOf = isMany ? rangeReader(db) : turnsOfSome(db, stories());
  const before = turnsBeforeMoves(db, rows);
  const edited = editedStories(db);
  const told = columnsOf(db).values("told");
  return rows.flatMap(({ row, story, id, born }): Life[] => {
    const turns = turnsOf(story);
    const own = turns.filter((turn) => turn.task === id);
    const phases = taskPhases([...(before.get(id) ?? []), ...own]);
    if (phases.length === 0 && edited.has(story)) return [];
    // Only what came with its story came from where the story did.
    const came = own[0]?.number === turns[0]?.number && !before.has(id) ? valueIn(told, row) : Number.NaN;
    return [lifeOf(id, born, phases, came)];
  });
}

function storyLives(db: Database, stories: readonly Born[], many: number): readonly Life[] {
  const columns = columnsOf(db);
  const pairs = columns.pairs(phaseList);
  const told = columns.values("told");
  const timeOf = stories.length > many ? eventTimes(db) : eventTime(db);
  const edited = editedStories(db);
  const lives: Life[] = [];
  for (const { row, id, born } of stories) {
    const phases = valuesAt(pairs, row).map((value): Phased => {
      const { number, phase } = phaseFrom(value);
      return { time: timeOf(number) ?? 0, phase };
    });
    if (phases.length > 0 || !edited.has(id)) lives.push(lifeOf(id, born, phases, valueIn(told, row)));
  }
  return lives;
}

/** Those that the working tree has something of: what has no phase among them has not been committed yet. */
function editedStories(db: Database): ReadonlySet<number> {
  const places = [...overlayOf(db).keys()].map((path) => placeOf(path));
  return new Set(places.flatMap((place) => (place.kind === "story" ? place.id : "story" in place ? place.story : [])));
}

interface Born {
  readonly row: number;
  readonly story: number;
  readonly id: number;
  /** When it was reported. */
  readonly born: number;
}

function storiesFound(db: Database, query: Query): readonly Born[] {
  const columns = columnsOf(db);
  const [story, created] = [columns.whole("story"), columns.values("created")];
  const found: Born[] = [];
  eachBit(storiesOf(columns, rowsOf(db, query.where, query.now)), (row) => {
    const id = story[row] as number;
    found.push({ row, story: id, id, born: valueIn(created, row) });
  });
  return found.sort((a, b) => a.id - b.id);
}

function tasksFound(db: Database, query: Query): readonly Born[] {
  const columns = columnsOf(db);
  const [story, task, created] = [columns.whole("story"), columns.whole("task"), columns.values("task_created")];
  const found: Born[] = [];
  eachBit(withTask(columns, rowsOf(db, query.where, query.now)), (row) =>
    found.push({ row, story: story[row] as number, id: task[row] as number, born: valueIn(created, row) }),
  );
  return found.sort((a, b) => a.story - b.story || a.id - b.id);
}

interface Turned extends Turn {
  readonly time: number;
}

/** Many turns as one text: a row that SQLite hands over takes many times as long as its letters do. `where`: which stories'. */
function turnsAsText(where: string): string {
  return `SELECT group_concat(story || ' ' || number || ' ' || time || ' ' || task || ' ' || standing, char(10)) AS turns FROM (
    SELECT t.story, t.number, e.time, t.task, t.standing FROM turn t JOIN event e USING (number)
    WHERE ${where} ORDER BY t.story, t.number, t.task)`;
}

function addTurns(turns: Map<number, Turned[]>, text: Value | undefined): void {
  for (const line of text ? String(text).split("\n") : []) {
    const [of, number, time, task, standing] = line.split(" ");
    const turn = {
      number: Number(number),
      time: Number(time),
      task: Number(task),
      standing: standing as Turn["standing"],
    };
    const own = turns.get(Number(of));
    if (own) own.push(turn);
    else turns.set(Number(of), [turn]);
  }
}

/** So many stories are asked for at a time. */
const together = 500;

/** Turns by story, of some stories. */
function turnsOfSome(db: Database, stories: readonly number[]): (story: number) => readonly Turned[] {
  const select = db.prepare(turnsAsText("t.story IN (SELECT value FROM json_each(?))"));
  const turns = new Map<number, Turned[]>();
  for (let from = 0; from < stories.length; from += together)
    addTurns(turns, select.get(JSON.stringify(stories.slice(from, from + together)))?.turns);
  return (story) => turns.get(story) ?? [];
}

/** Numbers of stories that are read together. */
const rangeLength = 500_000;

/** The same of most stories, which are asked for in order. */
function rangeReader(db: Database): (story: number) => readonly Turned[] {
  const select = db.prepare(turnsAsText("t.story >= ? AND t.story < ?"));
  let range = -1;
  const turns = new Map<number, Turned[]>();
  return (story) => {
    const wanted = Math.floor(story / rangeLength);
    if (wanted !== range) {
      range = wanted;
      turns.clear();
      addTurns(turns, select.get(range * rangeLength, (range + 1) * rangeLength)?.turns);
    }
    return turns.get(story) ?? [];
  };
}

/** What became of tasks while they had another number, in another story. */
function turnsBeforeMoves(db: Database, rows: readonly Born[]): ReadonlyMap<number, readonly Turned[]> {
  const aliases = db.prepare("SELECT target, alias FROM alias WHERE kind = 'task' AND alias GLOB 'task:[1-9]*'").all();
  const wanted = new Set(rows.map((row) => row.id));
  const now = new Map<number, number>();
  for (const { target, alias } of aliases) {
    const old = Number(String(alias).slice("task:".length));
    if (wanted.has(Number(target)) && Number.isSafeInteger(old)) now.set(old, Number(target));
  }
  const turns = new Map<number, Turned[]>();
  if (now.size === 0) return turns;
  const found = db
    .prepare(
      "SELECT t.number AS number, e.time AS time, t.task AS task, t.standing AS standing FROM turn t JOIN event e USING (number) WHERE t.task IN (SELECT value FROM json_each(?)) ORDER BY t.number",
    )
    .all(JSON.stringify([...now.keys()])) as unknown as Turned[];
  for (const turn of found) {
    const task = now.get(turn.task) as number;
    turns.set(task, [...(turns.get(task) ?? []), turn]);
  }
  return turns;
}

interface Phased {
  readonly time: number;
  readonly phase: Phase;
}

/** `told`: when the last thing happened before it came, as far as its story's files tell; no number when that is not known. */
function lifeOf(id: number, born: number, known: readonly Phased[], told: number): Life {
  const cameClosed = known[0] !== undefined && isClosed(known[0].phase);
  const phases = known.map((each, at) => (at === 0 && cameClosed && each.time > told ? { ...each, time: told } : each));
  const first = phases[0];
  const turns = phases.filter(({ phase }, at) => phase !== (at === 0 ? "open" : phases[at - 1]?.phase));
  // What is in the tracker was reported by then, whatever its file says.
  return { id, born: Math.min(born, first?.time ?? born), turns, cameClosed };
}

export function isClosed(phase: Phase): boolean {
  return phase === "merged" || phase === "invalid";
}

function taskPhases(turns: readonly Turned[]): readonly Phased[] {
  return turns.flatMap(({ time, standing }) => (isStatus(standing) ? { time, phase: phaseOf(standing) } : []));
}

function phaseOf(status: TaskStatus): Phase {
  return status === "todo" ? "open" : status === "inprogress" || status === "review" ? "started" : status;
}
