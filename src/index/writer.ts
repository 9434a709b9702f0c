// Records into the tables, and out of them again: files as they are read, then what follows from them for each story touched.

import type { TrackerRecord } from "../model/record.ts";
import type { Loaded } from "../tracker/load-records.ts";
import type { Database } from "./database.ts";
import { readStoryFiles } from "./stored-records.ts";
import { summarise, valuesOf, wordsOf } from "./summary.ts";

export interface Writer {
  /** Takes in one file; `oid` null says that it was read from the working tree. */
  put(loaded: Loaded): void;
  remove(path: string): void;
  /** Makes what follows from the files of every story touched since. */
  settle(): void;
}

export function writer(db: Database): Writer {
  const touched = new Set<number>();
  const insert = db.prepare(
    "INSERT OR REPLACE INTO file (path, kind, name, id, story, oid, size, data, body, diagnostics) VALUES (?,?,?,?,?,?,?,?,?,?)",
  );
  const known = db.prepare("SELECT story, kind, name FROM file WHERE path = ?");

  const forget = (path: string) => {
    const before = db.prepare("SELECT story, kind, name FROM file WHERE path = ?").get(path);
    if (!before) return;
    if (typeof before.story === "number") touched.add(before.story);
    if (before.kind === "project" || before.kind === "group") {
      db.prepare("DELETE FROM member WHERE project = ? OR (kind = 'group' AND name = ?)").run(
        before.name ?? null,
        before.name ?? null,
      );
    }
    db.prepare("DELETE FROM alias WHERE path = ?").run(path);
  };

  return {
    put({ file, place, record, size, diagnostics }) {
      if (known.get(file.path)) forget(file.path);
      const at = place ?? { kind: "misplaced" };
      const story = "story" in at ? at.story : at.kind === "story" ? at.id : null;
      if (story !== null) touched.add(story);
      insert.run(
        file.path,
        at.kind,
        "name" in at ? at.name : null,
        "id" in at ? at.id : null,
        story,
        file.oid,
        size,
        record ? JSON.stringify(record.data) : null,
        record ? record.body : null,
        diagnostics.length > 0 ? JSON.stringify(diagnostics) : null,
      );
      if (record) putNames(db, record);
    },
    remove(path) {
      forget(path);
      db.prepare("DELETE FROM file WHERE path = ?").run(path);
    },
    settle() {
      for (const story of touched) settleStory(db, story);
      touched.clear();
    },
  };
}

/** What is looked up by name: aliases, and which projects a group or team has. */
function putNames(db: Database, record: TrackerRecord): void {
  const aliases = (record.data as { aliases?: readonly string[] }).aliases ?? [];
  const target = "id" in record ? String(record.id) : "name" in record ? record.name : "";
  for (const alias of aliases) {
    db.prepare("INSERT INTO alias (alias, kind, target, path) VALUES (?,?,?,?)").run(
      alias,
      record.kind,
      target,
      record.path,
    );
  }
  const member = (kind: string, name: string, project: string) =>
    db.prepare("INSERT OR IGNORE INTO member (kind, name, project) VALUES (?,?,?)").run(kind, name, project);
  if (record.kind === "project") {
    if (record.data.team) member("team", record.data.team, record.name);
    for (const group of record.data.groups ?? []) member("group", group, record.name);
  }
  if (record.kind === "group") for (const project of record.data.projects ?? []) member("group", record.name, project);
}

function settleStory(db: Database, id: number): void {
  db.prepare("DELETE FROM row WHERE story = ?").run(id);
  db.prepare("DELETE FROM value WHERE story = ?").run(id);
  db.prepare("DELETE FROM words WHERE rowid = ?").run(id);
  const files = readStoryFiles(db, id);
  if (!files) {
    db.prepare("DELETE FROM story WHERE id = ?").run(id);
    return;
  }
  const { story, tasks, comments } = files;
  const summary = summarise(files);
  const due = dayTime(story.data.due ?? tasks.map((task) => task.data.due).find((day) => day !== undefined));
  db.prepare(
    `INSERT OR REPLACE INTO story (id, title, status, type, triage, author, created, updated, closed, milestone, due, duplicate_of, rank,
      project, untriaged, comments, summary)
     VALUES (?,?,?,?,?,?,?,coalesce((SELECT updated FROM story WHERE id = ?), ?),?,?,?,?,?,?,?,?,?)`,
  ).run(
    id,
    story.data.title,
    summary.status,
    story.data.type ?? "bug",
    story.data.triage ?? "new",
    story.data.author,
    Date.parse(story.data.created),
    id,
    Date.parse(story.data.created),
    null,
    story.data.milestone ?? null,
    due,
    story.data.duplicate_of ?? null,
    summary.rank,
    summary.projects[0] ?? null,
    summary.untriaged ? 1 : 0,
    comments.length,
    JSON.stringify({
      priority: summary.priority,
      projects: summary.projects,
      assignees: summary.assignees,
      tasks: summary.counts,
      tags: story.data.tags ?? [],
      due: story.data.due ?? null,
    }),
  );
  const row = db.prepare(
    "INSERT INTO row (story, task, project, branch, status, assignee, priority, milestone, due, reason, points) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
  );
  const { milestone = null } = story.data;
  if (tasks.length === 0)
    row.run(id, null, null, null, null, null, null, milestone, dayTime(story.data.due), null, null);
  for (const { id: task, data } of tasks) {
    row.run(
      id,
      task,
      data.project,
      data.branch ?? null,
      data.status,
      data.assignee ?? null,
      data.priority ?? "medium",
      data.milestone ?? milestone,
      dayTime(data.due ?? story.data.due),
      data.reason ?? null,
      data.points ?? null,
    );
  }
  const value = db.prepare("INSERT INTO value (story, task, field, value) VALUES (?,?,?,?)");
  for (const each of valuesOf(files)) value.run(id, each.task, each.field, each.value);
  const words = wordsOf(files);
  db.prepare("INSERT INTO words (rowid, title, text) VALUES (?,?,?)").run(id, words.title, words.text);
}

function dayTime(day: string | undefined): number | null {
  return day === undefined ? null : Date.parse(`${day}T00:00:00Z`);
}
