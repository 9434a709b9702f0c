// The catalogue over an index: each question is one or a few prepared statements.

import { instantOfSeconds } from "../model/instant.ts";
import type { NamedKind } from "../model/place.ts";
import type { Query } from "../model/query/query.ts";
import { textTerms } from "../model/query/query.ts";
import type { Named, Task, TrackerFile } from "../model/record.ts";
import { limits } from "../text/limits.ts";
import type { TreeFiles } from "../tracker/tree-files.ts";
import type { BrokenFile, Catalogue, Facet, Found, Page, StoryDetail, StoryRow, TaskRow } from "./catalogue.ts";
import { conditionOf, orderOf } from "./compile-query.ts";
import { countBy } from "./count-by.ts";
import type { Database, ResultRow, Value } from "./database.ts";
import { idsWithPrefix } from "./ids-with-prefix.ts";
import { livesOf } from "./lives.ts";
import { getMeta } from "./meta.ts";
import { snippet } from "./snippet.ts";
import { changes, history, historyCut } from "./stored-history.ts";
import { brokenFrom, readStoryFiles, recordFrom } from "./stored-records.ts";
import { textsOf } from "./summary.ts";

const facetColumns: Readonly<Record<Facet, string>> = {
  status: "s.status",
  type: "s.type",
  triage: "s.triage",
  author: "s.author",
  project: "r.project",
  milestone: "r.milestone",
  assignee: "r.assignee",
  priority: "r.priority",
  task: "r.status",
  tag: "v.value",
};

/** Above this many matches, ranking costs more than it tells: the newest come first instead. */
const rankingLimit = 20_000;

/** `close`: what ends it, when that is more than closing the database. */
export function sqliteCatalogue(db: Database, files: TreeFiles, close: () => void = () => db.close()): Catalogue {
  const named = <K extends NamedKind>(kind: K, name: string) => {
    const row = db.prepare("SELECT * FROM file WHERE kind = ? AND name = ? AND story IS NULL").get(kind, name);
    return (row && recordFrom(row)) as Named<K> | undefined;
  };
  const storyRows = (ids: readonly number[]): StoryRow[] => {
    const select = db.prepare(rowOfStory(getMeta(db, "cut") !== null));
    return ids.flatMap((id) => {
      const row = select.get(id);
      return row ? [storyRowFrom(row)] : [];
    });
  };
  const withSnippets = (query: Query, rows: StoryRow[]): StoryRow[] => {
    const terms = textTerms(query.where);
    if (terms.length === 0) return rows;
    return rows.map((row) => {
      const stored = readStoryFiles(db, row.id);
      const found =
        stored &&
        textsOf(stored)
          .slice(1)
          .map((text) => snippet(text, terms))
          .find((text) => text !== undefined);
      return found === undefined ? row : { ...row, snippet: found };
    });
  };

  return {
    commit: getMeta(db, "commit"),
    commitTime: instantOrNull(getMeta(db, "time")),
    get config() {
      const row = db.prepare("SELECT * FROM file WHERE path = 'tracker.yaml'").get();
      return (row && recordFrom(row)) as TrackerFile | undefined;
    },
    story: (id) => storyDetail(db, id),
    storyOfTask(task) {
      const row = db.prepare("SELECT story FROM file WHERE kind = 'task' AND id = ?").get(task);
      return row ? Number(row.story) : undefined;
    },
    rows: storyRows,
    named,
    allNamed(kind) {
      const rows = db.prepare("SELECT * FROM file WHERE kind = ? AND story IS NULL ORDER BY name").all(kind);
      return rows.flatMap((row) => recordFrom(row) ?? []) as never;
    },
    alias(alias) {
      const row = db.prepare("SELECT kind, target FROM alias WHERE alias = ? ORDER BY path").get(alias);
      if (!row) return undefined;
      const kind = row.kind as "story" | "task" | NamedKind;
      return { kind, id: kind === "story" || kind === "task" ? Number(row.target) : String(row.target) };
    },
    bearers: (alias) =>
      db
        .prepare("SELECT path FROM alias WHERE alias = ? ORDER BY path")
        .all(alias)
        .map((row) => String(row.path)),
    idsWithPrefix: (digits, limit) => idsWithPrefix(db, digits, limit),
    stories(query, page) {
      const { total, ids, byRecency } = selectStories(db, query, page);
      return { total, rows: withSnippets(query, storyRows(ids)), ...(byRecency ? { byRecency } : {}) };
    },
    tasks: (query, page) => selectTasks(db, query, page, storyRows),
    rowNumbers(query) {
      const where = conditionOf(query.where, query.now);
      const rows = db
        .prepare(
          `SELECT r.story AS story, r.task AS task FROM row r JOIN story s ON s.id = r.story WHERE ${where.text} ORDER BY r.story, r.task`,
        )
        .all(...where.values);
      return rows.map((row) => ({ story: Number(row.story), task: row.task === null ? null : Number(row.task) }));
    },
    facet(query, facet, limit) {
      const where = conditionOf(query.where, query.now);
      const join = facet === "tag" ? "JOIN value v ON v.story = s.id AND v.field = 'tag'" : "";
      const column = facetColumns[facet];
      const rows = db
        .prepare(
          `SELECT ${column} AS value, count(DISTINCT s.id) AS count FROM row r JOIN story s ON s.id = r.story ${join}
           WHERE ${where.text} AND ${column} IS NOT NULL GROUP BY ${column} ORDER BY count DESC, value LIMIT ?`,
        )
        .all(...where.values, limit);
      return rows.map((row) => ({ value: String(row.value), count: Number(row.count) }));
    },
    countBy: (query, field, unit) => countBy(db, query, field, unit),
    lives: (query, unit) => livesOf(db, query, unit),
    tagCounts() {
      const rows = db
        .prepare(
          `SELECT v.value AS tag, count(*) AS stories, sum(s.status = 'active') AS active FROM value v JOIN story s ON s.id = v.story
           WHERE v.field = 'tag' GROUP BY v.value ORDER BY active DESC, stories DESC, tag`,
        )
        .all();
      return rows.map((row) => ({ tag: String(row.tag), stories: Number(row.stories), active: Number(row.active) }));
    },
    broken: (): readonly BrokenFile[] =>
      db
        .prepare("SELECT path, diagnostics FROM file WHERE diagnostics IS NOT NULL ORDER BY path")
        .all()
        .map(brokenFrom),
    changes: (page, story) => changes(db, page, story),
    history: (of) => history(db, of),
    get historyCut() {
      return historyCut(db);
    },
    async attachment(story, name) {
      const row = db
        .prepare("SELECT path FROM file WHERE kind = 'attachment' AND story = ? AND name = ?")
        .get(story, name);
      if (!row) return null;
      return (await files.readPath(String(row.path), limits.attachmentBytes))?.bytes ?? null;
    },
    close,
  };
}

function storyDetail(db: Database, id: number): StoryDetail | undefined {
  const row = db.prepare(rowOfStory(getMeta(db, "cut") !== null)).get(id);
  const stored = row && readStoryFiles(db, id);
  if (!row || !stored) return undefined;
  const { story, tasks, comments, affects, attachmentFiles, broken } = stored;
  return {
    row: storyRowFrom(row),
    story,
    tasks,
    comments,
    affects,
    attachments: attachmentFiles,
    broken,
    backlinks: backlinks(db, stored),
  };
}

function backlinks(
  db: Database,
  { story, tasks }: { story: { id: number }; tasks: readonly Task[] },
): StoryDetail["backlinks"] {
  const ids = [story.id, ...tasks.map((task) => task.id)].map(String);
  const marks = ids.map(() => "?").join(",");
  const links = db
    .prepare(
      `SELECT story, task, field FROM value WHERE field IN ('depends_on', 'related') AND value IN (${marks}) ORDER BY field, story, task`,
    )
    .all(...ids)
    .filter((row) => Number(row.story) !== story.id)
    .map((row) => ({
      kind: row.task === null ? ("story" as const) : ("task" as const),
      id: Number(row.task ?? row.story),
      story: Number(row.story),
      field: String(row.field),
    }));
  const duplicates = db.prepare("SELECT id FROM story WHERE duplicate_of = ? ORDER BY id").all(story.id);
  const same = duplicates.map(({ id }) => ({
    kind: "story" as const,
    id: Number(id),
    story: Number(id),
    field: "duplicate_of",
  }));
  return [...links, ...same];
}

function selectStories(db: Database, query: Query, page: Page): { total: number; ids: number[]; byRecency: boolean } {
  const where = conditionOf(query.where, query.now);
  const { kind } = query.where;
  // A story has at least one row: what is asked of stories alone is answered by the stories. What is asked of rows is asked of all
  // rows at once, so that the index of the rarest condition leads; row by row, every story would be looked at.
  const ofStories = !/\br\./.test(where.text);
  const holds = ofStories
    ? where.text
    : `s.id IN (SELECT r.story FROM row r JOIN story s ON s.id = r.story WHERE ${where.text})`;
  const from = `FROM story s WHERE ${holds}`;
  const everything = kind === "all";
  const counted = everything
    ? "SELECT count(*) AS n FROM story"
    : ofStories
      ? `SELECT count(*) AS n ${from}`
      : `SELECT count(DISTINCT r.story) AS n FROM row r JOIN story s ON s.id = r.story WHERE ${where.text}`;
  const total = Number(db.prepare(counted).get(...(everything ? [] : where.values))?.n ?? 0);
  const order = orderOf(query);
  const byRecency = order.byRelevance !== null && total > rankingLimit;
  const ranked = order.byRelevance !== null && !byRecency;
  const limit = Math.min(page.limit, Number.MAX_SAFE_INTEGER);
  const sql = ranked
    ? `WITH rank_ AS MATERIALIZED (SELECT rowid AS story, bm25(words, 8.0, 1.0) AS score FROM words WHERE words MATCH ?)
       SELECT s.id AS id FROM story s LEFT JOIN rank_ ON rank_.story = s.id
       WHERE ${holds} ORDER BY ${order.text} LIMIT ? OFFSET ?`
    : `SELECT s.id AS id ${everything ? "FROM story s" : from} ORDER BY ${byRecency ? "s.updated DESC, s.id DESC" : order.text} LIMIT ? OFFSET ?`;
  const values: Value[] = [
    ...(ranked ? [order.byRelevance] : []),
    ...(everything ? [] : where.values),
    limit,
    page.offset,
  ];
  const ids = db
    .prepare(sql)
    .all(...values)
    .map((row) => Number(row.id));
  return { total, ids, byRecency };
}

function selectTasks(
  db: Database,
  query: Query,
  page: Page,
  rowsOf: (ids: readonly number[]) => StoryRow[],
): Found<TaskRow> {
  const where = conditionOf(query.where, query.now);
  const from = `FROM row r JOIN story s ON s.id = r.story WHERE r.task IS NOT NULL AND ${where.text}`;
  const total = Number(db.prepare(`SELECT count(*) AS n ${from}`).get(...where.values)?.n ?? 0);
  const order = orderOf({ ...query, sort: query.sort.filter((key) => key.field !== "relevance") });
  const found = db
    .prepare(
      `SELECT r.task AS task, s.id AS story ${from} ORDER BY ${order.byRelevance ? "s.updated DESC" : order.text}, r.task LIMIT ? OFFSET ?`,
    )
    .all(...where.values, page.limit, page.offset);
  const stories = new Map(rowsOf([...new Set(found.map((row) => Number(row.story)))]).map((row) => [row.id, row]));
  const file = db.prepare("SELECT * FROM file WHERE kind = 'task' AND id = ?");
  const rows = found.flatMap((row): TaskRow[] => {
    const story = stories.get(Number(row.story));
    const stored = file.get(Number(row.task ?? 0));
    const task = stored && (recordFrom(stored) as Task | undefined);
    return story && task ? [{ id: task.id, task, story, updated: story.updated }] : [];
  });
  return { total, rows };
}

/** Where history is cut off, a story that nobody touched since has only the time at which it was reported. */
function rowOfStory(isCut: boolean): string {
  const unknown = "updated = created AND NOT EXISTS (SELECT 1 FROM touch WHERE touch.story = story.id)";
  return `SELECT *, ${isCut ? unknown : "0"} AS unknown FROM story WHERE id = ?`;
}

function storyRowFrom(row: ResultRow): StoryRow {
  const rest = JSON.parse(String(row.summary)) as Pick<
    StoryRow,
    "priority" | "projects" | "assignees" | "tasks" | "tags" | "due"
  >;
  return {
    id: Number(row.id),
    title: String(row.title),
    status: row.status as StoryRow["status"],
    type: String(row.type),
    triage: String(row.triage),
    author: String(row.author),
    created: instantOfSeconds(Number(row.created) / 1000),
    updated: row.unknown === 1 ? null : instantOfSeconds(Number(row.updated) / 1000),
    closed: row.closed === null ? null : instantOfSeconds(Number(row.closed) / 1000),
    milestone: row.milestone === null ? null : String(row.milestone),
    comments: Number(row.comments),
    untriaged: row.untriaged === 1,
    ...rest,
  };
}

function instantOrNull(milliseconds: string | null): string | null {
  return milliseconds === null ? null : instantOfSeconds(Number(milliseconds) / 1000);
}
