// The catalogue over an index: each question is one or a few prepared statements.

import { instantOfSeconds } from "../model/instant.ts";
import { type NamedKind, placeOf, shardOf } from "../model/place.ts";
import type { Query } from "../model/query/query.ts";
import { textTerms } from "../model/query/query.ts";
import type { Named, Task, TrackerFile } from "../model/record.ts";
import { limits } from "../text/limits.ts";
import type { TreeFiles } from "../tracker/tree-files.ts";
import { backlinks } from "./backlinks.ts";
import { eachBit } from "./bits.ts";
import type { Aliased, BrokenFile, CardRow, Catalogue, StoryDetail, StoryRow, TaskRow } from "./catalogue.ts";
import { type Columns, columnsOf } from "./columns.ts";
import { countBy, tagCounts, valuesInUse } from "./count-by.ts";
import type { Database, ResultRow } from "./database.ts";
import { rowsOf } from "./evaluate.ts";
import { fingerprint } from "./fingerprint.ts";
import { idsWithPrefix } from "./ids-with-prefix.ts";
import { livesOf } from "./lives.ts";
import { getMeta } from "./meta.ts";
import { overlayOf } from "./overlay.ts";
import { selectRows, selectStories, selectTasks } from "./select.ts";
import { selectionOf } from "./selection.ts";
import { snippetsOf } from "./snippet.ts";
import { changes, changesOf, commits, history, historyCut, turns } from "./stored-history.ts";
import {
  brokenFrom,
  readFolder,
  readStoryFiles,
  recordFrom,
  searchedTexts,
  storyFrom,
  unpackFolder,
} from "./stored-records.ts";
import { headsWith, storyHeads } from "./story-heads.ts";
import { inPieces, storyNumbers, storyPiecesAt, storyRow, storyRowsAt } from "./story-rows.ts";
import type { StoredSummary } from "./summary.ts";

/** `close`: what ends it, when that is more than closing the database. */
export function sqliteCatalogue(
  db: Database,
  files: TreeFiles,
  { close = () => db.close(), isReplaced = () => false }: Partial<Pick<Catalogue, "close" | "isReplaced">> = {},
): Catalogue {
  const named = <K extends NamedKind>(kind: K, name: string) => {
    const row = db.prepare("SELECT * FROM file WHERE kind = ? AND name = ?").get(kind, name);
    return (row && recordFrom(row)) as Named<K> | undefined;
  };
  const withSnippets = (query: Query, rows: StoryRow[]): StoryRow[] => {
    const terms = textTerms(query.where);
    if (terms.length === 0) return rows;
    const cut = snippetsOf(terms);
    return inPieces(rows).flatMap((some) => {
      const texts = searchedTexts(
        db,
        some.map((row) => row.id),
      );
      return some.map((row) => {
        for (const text of texts.get(row.id) ?? []) {
          const found = cut(text);
          if (found !== undefined) return { ...row, snippet: found };
        }
        return row;
      });
    });
  };

  return {
    commit: getMeta(db, "commit"),
    commitTime: instantOrNull(getMeta(db, "time")),
    get config() {
      // Whoever asks for anything asks for the fields that it declares.
      const kept = columnsOf(db).remember("tracker.yaml", () => {
        const row = db.prepare("SELECT * FROM file WHERE path = 'tracker.yaml'").get();
        return { file: (row && recordFrom(row)) as TrackerFile | undefined };
      });
      return kept.file;
    },
    story: (id) => storyDetail(db, id),
    storyOfTask(task) {
      const columns = columnsOf(db);
      const row = rowOfTask(columns, task);
      return row === undefined ? undefined : columns.wholeAt("story", row);
    },
    storyOfBroken: (task) => storyOfBroken(db, task),
    rows: (ids) => storyRowsAt(db, storyNumbers(db, ids)),
    heads: () => storyHeads(db),
    named,
    allNamed(kind) {
      const rows = db.prepare("SELECT * FROM file WHERE kind = ? ORDER BY name").all(kind);
      return rows.flatMap((row) => recordFrom(row) ?? []) as never;
    },
    alias(alias) {
      const row = db.prepare("SELECT alias, kind, target FROM alias WHERE alias = ? ORDER BY path").get(alias);
      return row && aliasedFrom(row);
    },
    headsWith: (values) => headsWith(db, values),
    strangersIn: (field, isKnown) => valuesInUse(db, field, isKnown),
    aliases: (of) =>
      db
        .prepare(
          `SELECT alias, kind, target FROM alias WHERE kind ${of === "stories" ? "IN" : "NOT IN"} ('story', 'task') ORDER BY alias, path`,
        )
        .all()
        .map(aliasedFrom),
    bearers: (alias) =>
      db
        .prepare("SELECT path FROM alias WHERE alias = ? ORDER BY path")
        .all(alias)
        .map((row) => String(row.path)),
    idsWithPrefix: (digits, limit) => idsWithPrefix(columnsOf(db), digits, limit),
    stories(query, page) {
      const { total, rows, byRecency } = selectStories(db, query, page);
      return { total, rows: withSnippets(query, storyRowsAt(db, rows)), ...(byRecency ? { byRecency } : {}) };
    },
    storyIds(query, page) {
      const { total, rows, byRecency } = selectStories(db, query, page);
      const story = columnsOf(db).whole("story");
      return { total, rows: rows.map((row) => story[row] as number), ...(byRecency ? { byRecency } : {}) };
    },
    storiesInPieces(query, page) {
      const { total, rows, byRecency } = selectStories(db, query, page);
      return { total, pieces: storyPiecesAt(db, rows), ...(byRecency ? { byRecency } : {}) };
    },
    tasks(query, page) {
      const { total, rows } = selectTasks(db, query, page);
      return { total, rows: cardsAt(db, rows).flatMap(taskRowOf) };
    },
    cards(query, page) {
      const { total, rows } = selectRows(db, query, page);
      return { total, rows: cardsAt(db, rows) };
    },
    rowNumbers(query) {
      const columns = columnsOf(db);
      const [story, task] = [columns.whole("story"), columns.whole("task")];
      const numbers: { story: number; task: number | null }[] = [];
      eachBit(rowsOf(db, query.where, query.now), (row) =>
        numbers.push({ story: story[row] as number, task: (task[row] as number) || null }),
      );
      return numbers.sort((a, b) => a.story - b.story || (a.task ?? 0) - (b.task ?? 0));
    },
    facet: (query, facet, limit) =>
      countBy(db, query, facet, "story")
        .flatMap(({ value, count }) => (value === null ? [] : [{ value, count }]))
        .slice(0, limit),
    countBy: (query, field, unit) => countBy(db, query, field, unit),
    lives: (query, unit) => livesOf(db, query, unit),
    tagCounts: () => tagCounts(db),
    get total() {
      // Both are counted on an index that holds nothing but numbers.
      const [all, broken] = ["", " WHERE summary IS NULL"].map((where) =>
        Number(db.prepare(`SELECT count(*) AS n FROM story${where}`).get()?.n),
      ) as [number, number];
      return all - broken;
    },
    broken: (): readonly BrokenFile[] =>
      db.prepare("SELECT path, diagnostics FROM broken ORDER BY path").all().map(brokenFrom),
    changes: (page) => changes(db, page),
    changesOf: (story, page) => changesOf(db, story, page),
    commits: () => commits(db),
    turns: (story) => turns(db, story),
    history: (of) => history(db, of),
    get historyCut() {
      return historyCut(db);
    },
    proposals: [],
    fingerprint: () => fingerprint(db),
    get isEdited() {
      return getMeta(db, "commit") === null || overlayOf(db).size > 0;
    },
    selection: selectionOf(db),
    async attachment(story, name) {
      const file = readStoryFiles(db, story)?.attachmentFiles.find((each) => each.name === name);
      return file ? ((await files.readPath(file.path, limits.attachmentBytes))?.bytes ?? null) : null;
    },
    isReplaced,
    close,
  };
}

function aliasedFrom({ alias, kind, target }: ResultRow): Aliased {
  const id = kind === "story" || kind === "task" ? Number(target) : String(target);
  return { alias: String(alias), kind: kind as Aliased["kind"], id };
}

function storyDetail(db: Database, id: number): StoryDetail | undefined {
  const found = db
    .prepare("SELECT last, summary, files, bodies FROM story JOIN folder USING (last) WHERE id = ?")
    .get(id);
  if (typeof found?.summary !== "string") return undefined;
  const row = storyRow(db, Number(found.last), JSON.parse(found.summary) as StoredSummary);
  const stored = storyFrom(id, unpackFolder(found));
  if (!stored) return undefined;
  const { story, tasks, comments, affects, attachmentFiles, broken } = stored;
  return {
    row,
    story,
    tasks,
    comments,
    affects,
    attachments: attachmentFiles,
    broken,
    backlinks: backlinks(db, id, tasks),
  };
}

/** The row of a task; where several stories have it, one of them. */
function rowOfTask(columns: Columns, task: number): number | undefined {
  const row = task === 0 ? -1 : columns.whole("task").indexOf(task);
  return row === -1 ? undefined : row;
}

/** The story that has a task which is in no row: its file cannot be read, or its story's cannot. */
function storyOfBroken(db: Database, task: number): number | undefined {
  const shard = shardOf(task);
  const own = db.prepare("SELECT path FROM broken WHERE path GLOB ?").get(`stories/${shard}/*/tasks/${task}.md`);
  if (own) {
    const place = placeOf(String(own.path));
    return place.kind === "task" ? place.story : undefined;
  }
  return db
    .prepare("SELECT id FROM story WHERE summary IS NULL AND id % 1000 = ?")
    .all(Number(shard))
    .map(({ id }) => Number(id))
    .find((id) => readFolder(db, id).some((file) => file.path === `tasks/${task}.md`));
}

function taskRowOf({ task, story }: CardRow): TaskRow | [] {
  return task ? { id: task.id, task, story, updated: story.updated } : [];
}

function cardsAt(db: Database, rows: readonly number[]): CardRow[] {
  const columns = columnsOf(db);
  const [story, task] = [columns.whole("story"), columns.whole("task")];
  const ids = [...new Set(rows.map((row) => story[row] as number))];
  const stories = new Map(storyRowsAt(db, storyNumbers(db, ids)).map((row) => [row.id, row]));
  // A folder is read once, however many of its tasks are asked for.
  const folders = new Map<number, ReadonlyMap<number, Task>>();
  const tasksOf = (id: number) => {
    const known = folders.get(id);
    if (known) return known;
    const tasks = new Map((readStoryFiles(db, id)?.tasks ?? []).map((each) => [each.id, each]));
    folders.set(id, tasks);
    return tasks;
  };
  return rows.flatMap((row): CardRow[] => {
    const of = stories.get(story[row] as number);
    if (!of || task[row] === 0) return of ? [{ story: of, task: null }] : [];
    const found = tasksOf(of.id).get(task[row] as number);
    return found ? [{ story: of, task: found }] : [];
  });
}

function instantOrNull(milliseconds: string | null): string | null {
  return milliseconds === null ? null : instantOfSeconds(Number(milliseconds) / 1000);
}
