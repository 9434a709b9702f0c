// What the API asks of an index beyond the catalogue's questions: stories and tasks by columns, in any order, from any place on.

import { dirname } from "node:path";
import type { Expression } from "../model/query/query.ts";
import type { Story, Task } from "../model/record.ts";
import { compareText } from "../text/diagnostic.ts";
import { type Bits, bitsFor, countOf, eachBit, setBit, timeIn, valueIn } from "./bits.ts";
import { columnsOf } from "./columns.ts";
import type { Database } from "./database.ts";
import { rowsOf, storiesOf } from "./evaluate.ts";
import { pick } from "./pick.ts";
import { withTask } from "./select.ts";
import { isAfter, type SelectionOrder, selectionOrder, storySorts, taskSorts } from "./selection-order.ts";
import { holdingTexts } from "./selection-text.ts";
import { readStoryFiles } from "./stored-records.ts";

/** Where the next page begins: after this value of the sort, and this number. */
export interface After {
  readonly value: string | number | null;
  readonly id: number;
}

export interface Wish {
  /** Judged on rows; see src/model/query. */
  readonly where: Expression;
  readonly now: number;
  /** Parts of texts, in any case; all of them have to be there. */
  readonly contains: Readonly<Partial<Record<TextColumn, readonly string[]>>>;
  /** A sort of `storySorts` or `taskSorts`. */
  readonly sort: string;
  readonly descending: boolean;
  /** What names are sorted by, where the sort is of a name: numbers elsewhere. */
  readonly order?: Readonly<Record<string, number>>;
  readonly after?: After;
  /** Null is all of them. */
  readonly limit: number | null;
  readonly offset: number;
}

export type TextColumn = "title" | "body" | "link";

export interface Selected {
  readonly total: number;
  readonly ids: readonly number[];
}

/** A task with what its story says about it. */
export interface SelectedTask {
  readonly task: Task;
  readonly storyTitle: string;
  readonly storyMilestone: string | null;
  readonly storyDue: string | null;
  /** Milliseconds since 1970; null where that is not known. */
  readonly updated: number | null;
}

export interface NameOf {
  readonly kind: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface Selection {
  stories(wish: Wish): Selected;
  tasks(wish: Wish): Selected;
  /** The value that a story or task has under a sort; undefined when it is not there. */
  sortValue(of: "story" | "task", id: number, sort: string, order?: Wish["order"]): After | undefined;
  /** The bodies of stories, by number. */
  bodies(stories: readonly number[]): ReadonlyMap<number, { readonly data: object; readonly body: string }>;
  tasksById(ids: readonly number[]): readonly SelectedTask[];
  /** Every record with a name, in order of the paths. */
  names(): readonly NameOf[];
  /** When records that belong to no story came and last changed, by path; milliseconds. */
  recordTimes(): ReadonlyMap<string, { readonly created: number; readonly updated: number }>;
  /** The branches that tasks name. */
  branches(): readonly { readonly project: string; readonly branch: string }[];
  /** The days that stories and tasks are due. */
  days(): readonly string[];
  /** Stories and tasks whose number elsewhere is not the one they have here. */
  foreignNumbers(): readonly { readonly kind: "story" | "task"; readonly foreign: number; readonly id: number }[];
  /** The commit of the first-parent history whose id this is, with its time in milliseconds. */
  commitTime(oid: string): number | undefined;
  /** The commits after one, oldest first, or all; null when that one is not among them. */
  commitsAfter(oid: string | null): readonly { readonly oid: string; readonly time: number }[] | null;
  /** Where the index keeps its files; null when it is in memory. */
  readonly folder: string | null;
}

export const storySortFields = storySorts;
export const taskSortFields = taskSorts;

export function selectionOf(db: Database): Selection {
  const orderOf = (of: "story" | "task", { sort, descending, order }: Pick<Wish, "sort" | "descending" | "order">) =>
    selectionOrder(db, of, sort, descending, order ?? {});
  return {
    stories(wish) {
      const found = storiesOf(columnsOf(db), rowsOf(db, wish.where, wish.now));
      return select(holdingTexts(db, "story", found, wish.contains), wish, orderOf("story", wish));
    },
    tasks(wish) {
      const found = withTask(columnsOf(db), rowsOf(db, wish.where, wish.now));
      return select(holdingTexts(db, "task", found, wish.contains), wish, orderOf("task", wish));
    },
    sortValue(of, id, sort, order) {
      const column = columnsOf(db).whole(of);
      const row = id === 0 ? -1 : of === "task" ? column.indexOf(id) : column.lastIndexOf(id);
      if (row === -1) return undefined;
      return { value: orderOf(of, { sort, descending: false, ...(order ? { order } : {}) }).value(row), id };
    },
    bodies(stories) {
      const bodies = stories.flatMap((id) => {
        const story = readStoryFiles(db, id)?.story;
        return story ? [[id, { data: story.data, body: story.body }] as const] : [];
      });
      return new Map(bodies);
    },
    tasksById: (ids) => tasksById(db, ids),
    names: () =>
      db
        .prepare(
          "SELECT kind, name, json_extract(data, '$.aliases') AS aliases FROM file WHERE name IS NOT NULL AND data IS NOT NULL ORDER BY path",
        )
        .all()
        .map((row) => ({
          kind: String(row.kind),
          name: String(row.name),
          aliases: typeof row.aliases === "string" ? (JSON.parse(row.aliases) as string[]) : [],
        })),
    recordTimes: () =>
      new Map(
        db
          .prepare(
            "SELECT t.path AS path, min(e.time) AS created, max(e.time) AS updated FROM record_touch t JOIN event e USING (number) GROUP BY t.path",
          )
          .all()
          .map((row) => [String(row.path), { created: Number(row.created), updated: Number(row.updated) }]),
      ),
    branches: () => branches(db),
    days() {
      const columns = columnsOf(db);
      const [due, days] = [columns.values("due"), new Set<number>()];
      eachBit(columns.live, (row) => days.add(valueIn(due, row)));
      return [...days]
        .filter((day) => !Number.isNaN(day))
        .sort((a, b) => a - b)
        .map((day) => new Date(day).toISOString().slice(0, 10));
    },
    foreignNumbers: () =>
      db
        .prepare(
          "SELECT alias, kind, target FROM alias WHERE alias GLOB 'storyboard:story/[1-9]*' OR alias GLOB 'storyboard:task/[1-9]*'",
        )
        .all()
        .flatMap((row) => {
          const [, kind, foreign] = /^storyboard:(story|task)\/([1-9]\d{0,14})$/.exec(String(row.alias)) ?? [];
          if (kind === undefined || kind !== row.kind || foreign === String(row.target)) return [];
          return [{ kind: kind as "story" | "task", foreign: Number(foreign), id: Number(row.target) }];
        }),
    commitTime(oid) {
      const row = db.prepare("SELECT time FROM event WHERE oid = ?").get(oid);
      return row ? Number(row.time) : undefined;
    },
    commitsAfter(oid) {
      const from = oid === null ? undefined : db.prepare("SELECT number FROM event WHERE oid = ?").get(oid)?.number;
      if (oid !== null && typeof from !== "number") return null;
      const all = "SELECT oid, time FROM event";
      const rows =
        typeof from === "number"
          ? db.prepare(`${all} WHERE number > ? ORDER BY number`).all(from)
          : db.prepare(`${all} ORDER BY number`).all();
      return rows.map((row) => ({ oid: String(row.oid), time: Number(row.time) }));
    },
    get folder() {
      const file = String(db.prepare("PRAGMA database_list").get()?.file ?? "");
      // Indexes of the past lie in a folder of their own.
      return file === "" ? null : dirname(file).replace(/[\\/]at$/, "");
    },
  };
}

function select(found: Bits, { after, limit, offset }: Wish, order: SelectionOrder): Selected {
  const total = countOf(found);
  const rest = after === undefined ? found : bitsFor(found.length * 32);
  if (after !== undefined) {
    eachBit(found, (row) => {
      if (isAfter(order, row, after)) setBit(rest, row);
    });
  }
  const rows = pick(rest, order, { offset, limit: limit ?? total });
  return { total, ids: rows.map(order.id) };
}

/** In the order of the numbers; what is not there is left out. */
function tasksById(db: Database, ids: readonly number[]): SelectedTask[] {
  const columns = columnsOf(db);
  const [story, task, updated] = [columns.whole("story"), columns.whole("task"), columns.values("updated")];
  const wanted = new Set(ids);
  const rows = new Map<number, number>();
  for (let row = 0; row < task.length; row += 1) {
    if (task[row] !== 0 && wanted.has(task[row] as number)) rows.set(task[row] as number, row);
  }
  // A story is read once, however many of its tasks are asked for.
  const stories = new Map<number, { readonly story: Story; readonly tasks: ReadonlyMap<number, Task> } | undefined>();
  const storyAt = (id: number) => {
    if (!stories.has(id)) {
      const files = readStoryFiles(db, id);
      stories.set(id, files && { story: files.story, tasks: new Map(files.tasks.map((each) => [each.id, each])) });
    }
    return stories.get(id);
  };
  return ids.flatMap((id): SelectedTask[] => {
    const row = rows.get(id);
    const of = row === undefined ? undefined : storyAt(story[row] as number);
    const found = of?.tasks.get(id);
    if (row === undefined || !of || !found) return [];
    const { title, milestone, due } = of.story.data;
    return [
      {
        task: found,
        storyTitle: title,
        storyMilestone: milestone ?? null,
        storyDue: due ?? null,
        updated: timeIn(updated, row),
      },
    ];
  });
}

function branches(db: Database): readonly { readonly project: string; readonly branch: string }[] {
  const columns = columnsOf(db);
  const [project, branch] = [columns.whole("project"), columns.whole("branch")];
  const [projects, names] = [columns.terms("project"), columns.terms("branch")];
  const pairs = new Map<string, { project: string; branch: string }>();
  eachBit(columns.live, (row) => {
    if (project[row] === 0 || branch[row] === 0) return;
    const key = `${project[row]} ${branch[row]}`;
    if (!pairs.has(key))
      pairs.set(key, {
        project: projects[project[row] as number] as string,
        branch: names[branch[row] as number] as string,
      });
  });
  return [...pairs.values()].sort((a, b) => compareText(a.project, b.project) || compareText(a.branch, b.branch));
}
