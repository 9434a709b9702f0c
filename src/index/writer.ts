// Records into the tables, and out of them again: files as they are read, then what follows from them for each story touched.

import { storyFolder } from "../model/place.ts";
import { lengthOf } from "../model/query/fit.ts";
import type { TrackerRecord } from "../model/record.ts";
import { compareText } from "../text/diagnostic.ts";
import type { Loaded } from "../tracker/load-records.ts";
import type { Database } from "./database.ts";
import { type InsertMany, insertMany } from "./insert-many.ts";
import { type Packer, packer } from "./pack.ts";
import { packStory } from "./pack-story.ts";
import { packFolder, readFolder, type StoredFile, storyFrom } from "./stored-records.ts";
import { summarise, summaryText, wordsOf } from "./summary.ts";
import type { WordsWriter } from "./words-writer.ts";

export interface Writer {
  /** Takes in one file. */
  put(loaded: Loaded): void;
  remove(path: string): void;
  /** Makes what follows from the files of every story touched since; with `but`, of all but that one. Returns these stories. */
  settle(but?: number): readonly number[];
  /** Writes what is waiting still. */
  finish(): void;
}

/** With `made`, which takes the words, the index is empty, and files come in the order of their paths. */
export function writer(db: Database, made?: WordsWriter): Writer {
  const fresh = made !== undefined;
  const pack = packer(db, fresh);
  // The folders that are being changed, by story, their files by path.
  const folders = new Map<number, Map<string, StoredFile>>();
  const settled = new Set<number>();
  const tables = {
    story: insertMany(db, "story", ["last", "id", "rows", "title", "summary"]),
    folder: insertMany(db, "folder", ["last", "searched", "bodies", "files"]),
    alias: insertMany(db, "alias", ["alias", "kind", "target", "path"]),
    broken: insertMany(db, "broken", ["path", "diagnostics"], "INSERT OR REPLACE"),
  };
  const words = made ?? { add: insertWords(db) };
  const flush = () => {
    for (const table of Object.values(tables)) table.flush();
  };
  const folderOf = (story: number): Map<string, StoredFile> => {
    const known = folders.get(story);
    if (known) return known;
    const isNew = fresh && !settled.has(story);
    if (!isNew) flush();
    const files = isNew ? [] : readFolder(db, story);
    const folder = new Map(files.map((file) => [file.path, file]));
    folders.set(story, folder);
    return folder;
  };
  const forget = (path: string) => {
    if (fresh) return;
    db.prepare("DELETE FROM member WHERE path = ?").run(path);
    db.prepare("DELETE FROM alias WHERE path = ?").run(path);
    db.prepare("DELETE FROM broken WHERE path = ?").run(path);
  };

  return {
    put({ file, place, record, size, diagnostics }) {
      const { path } = file;
      forget(path);
      if (diagnostics.length > 0) tables.broken.add(path, JSON.stringify(diagnostics));
      const story = place && ("story" in place ? place.story : place.kind === "story" ? place.id : undefined);
      if (place && story !== undefined) {
        const inFolder = path.slice(storyFolder(story).length + 1);
        const stored: StoredFile = {
          path: inFolder,
          kind: place.kind as StoredFile["kind"],
          size,
          data: record?.data,
          body: record?.body,
          diagnostics: diagnostics.length > 0 ? diagnostics : undefined,
          record,
        };
        folderOf(story).set(inFolder, stored);
      } else {
        db.prepare("INSERT OR REPLACE INTO file (path, kind, name, size, data, body) VALUES (?,?,?,?,?,?)").run(
          path,
          place?.kind ?? "misplaced",
          place && "name" in place ? place.name : null,
          size,
          record ? JSON.stringify(record.data) : null,
          record ? record.body : null,
        );
      }
      if (record) putNames(db, record, tables.alias.add);
    },
    remove(path) {
      forget(path);
      const story = /^stories\/\d{3}\/([1-9]\d{0,7})\//.exec(path)?.[1];
      if (story !== undefined && path.startsWith(`${storyFolder(Number(story))}/`))
        folderOf(Number(story)).delete(path.slice(storyFolder(Number(story)).length + 1));
      db.prepare("DELETE FROM file WHERE path = ?").run(path);
    },
    settle(but) {
      const made: number[] = [];
      for (const [story, files] of folders) {
        if (story === but) continue;
        const isNew = fresh && !settled.has(story);
        // In a tree that git did not make a folder may stand twice; its words stay those of the first.
        const into = { ...tables, words: fresh && !isNew ? null : words };
        settleStory(db, pack, into, { id: story, files, isNew });
        if (fresh) settled.add(story);
        folders.delete(story);
        made.push(story);
      }
      return made;
    },
    finish() {
      flush();
      pack.flush();
    },
  };
}

/** What is looked up by name: aliases, which projects a group or team has, and on which branch a project's tasks are that name none. */
function putNames(
  db: Database,
  record: TrackerRecord,
  addAlias: (alias: string, kind: string, target: string, path: string) => void,
): void {
  const aliases = (record.data as { aliases?: readonly string[] }).aliases ?? [];
  const target = "id" in record ? String(record.id) : "name" in record ? record.name : "";
  for (const alias of aliases) addAlias(alias, record.kind, target, record.path);
  const member = (kind: string, name: string, project: string) =>
    db
      .prepare("INSERT OR IGNORE INTO member (kind, name, project, path) VALUES (?,?,?,?)")
      .run(kind, name, project, record.path);
  if (record.kind === "project") {
    if (record.data.team) member("team", record.data.team, record.name);
    if (record.data.default_branch) member("branch", record.data.default_branch, record.name);
    for (const group of record.data.groups ?? []) member("group", group, record.name);
  }
  if (record.kind === "group") for (const project of record.data.projects ?? []) member("group", record.name, project);
}

interface Tables {
  readonly story: InsertMany;
  readonly folder: InsertMany;
  /** Null when the words stay as they are. */
  readonly words: Pick<WordsWriter, "add"> | null;
}

function insertWords(db: Database): WordsWriter["add"] {
  const insert = db.prepare("INSERT INTO words (rowid, title, text) VALUES (?,?,?)");
  return (last, title, text) => insert.run(last, title, text);
}

interface Settling {
  readonly id: number;
  readonly files: ReadonlyMap<string, StoredFile>;
  /** Whether nothing is in the index of it. */
  readonly isNew: boolean;
}

function settleStory(db: Database, pack: Packer, tables: Tables, { id, files, isNew }: Settling): void {
  const before = isNew ? undefined : forgetStory(db, pack, tables, id);
  if (files.size === 0) return;
  const stored = [...files.values()].sort((a, b) => compareText(a.path, b.path));
  const story = storyFrom(id, stored);
  const rows = Math.max(1, story?.tasks.length ?? 0);
  // As many rows as before stay where they are; more of them find room at the end.
  const last = before?.rows === rows ? before.last : pack.top + rows - 1;
  const folder = packFolder(stored);
  tables.folder.add(last, folder.searched, folder.bodies, folder.files);
  if (!story) {
    pack.wholes.story.set(last, 0);
    tables.story.add(last, id, rows, "", null);
    return;
  }
  const summary = summarise(story);
  packStory(pack, story, summary, last);
  const { title } = story.story.data;
  tables.story.add(last, id, rows, title, summaryText(story, summary));
  if (!tables.words) return;
  const words = wordsOf(story);
  pack.wholes.length.set(last, lengthOf(words.title.length + words.text.length));
  tables.words.add(last, words.title, words.text);
}

/** Takes out what is there of a story, and says where it was. */
function forgetStory(
  db: Database,
  pack: Packer,
  tables: Tables,
  id: number,
): { readonly last: number; readonly rows: number } | undefined {
  tables.story.flush();
  tables.folder.flush();
  const found = db.prepare("SELECT last, rows FROM story WHERE id = ?").get(id);
  if (!found) return undefined;
  const [last, rows] = [Number(found.last), Number(found.rows)];
  pack.clear(last - rows + 1, last);
  for (const table of ["story", "folder"]) db.prepare(`DELETE FROM ${table} WHERE last = ?`).run(last);
  if (tables.words) db.prepare("DELETE FROM words WHERE rowid = ?").run(last);
  return { last, rows };
}
