// What the index keeps of files, back to the records they were made from.

import { storyFolder } from "../model/place.ts";
import type { Affects, Comment, Story, Task, TrackerRecord } from "../model/record.ts";
import type { Diagnostic } from "../text/diagnostic.ts";
import type { BrokenFile } from "./catalogue.ts";
import type { Database, ResultRow } from "./database.ts";
import { type StoryFiles, searchedIn } from "./summary.ts";

/** A file of a story's folder. */
export interface StoredFile {
  /** The path within the folder; it says what kind of file it is, and its name or number. */
  readonly path: string;
  readonly kind: StoredKind;
  /** In bytes. */
  readonly size: number;
  /** Front matter; absent when the file is broken, or is no record. */
  readonly data?: unknown;
  readonly body?: string | undefined;
  readonly diagnostics?: readonly Diagnostic[] | undefined;
  /** Of a file that has just been read, its record, which need not be made again; it is not stored. */
  readonly record?: TrackerRecord | undefined;
}

type StoredKind = "story" | "task" | "comment" | "affects" | "attachment";

/** The record of a row of the table "file", or undefined when its file is broken. */
export function recordFrom(row: ResultRow): TrackerRecord | undefined {
  if (typeof row.data !== "string") return undefined;
  const { kind, path, name, body } = row;
  const record = { kind, path, data: JSON.parse(row.data), body: body ?? "" };
  return (name === null ? record : { ...record, name }) as unknown as TrackerRecord;
}

export interface StoredStory extends StoryFiles {
  readonly attachmentFiles: readonly { readonly name: string; readonly path: string; readonly size: number }[];
  readonly broken: readonly BrokenFile[];
}

/**
 * A file as it is written, by places: with names it would be half as long again. `text` is its body, or how much of the folder's
 * `bodies` is its own; null where there is none.
 */
type PackedFile = readonly [
  path: string,
  size: number,
  data: unknown,
  text: string | number | null,
  diagnostics?: readonly Diagnostic[],
];

/** A folder as the table "folder" holds it. */
export interface PackedFolder {
  /** Every file, as JSON, without the texts that lie in `bodies`. */
  readonly files: string;
  readonly bodies: string;
  /** What of it is searched, as JSON: how long `bodies` is, then each text, as it is or as its place in `bodies`. */
  readonly searched: string;
}

type SearchedText = string | readonly [start: number, chars: number];

export function packFolder(stored: readonly StoredFile[]): PackedFolder {
  let bodies = "";
  const searched = { story: [] as SearchedText[], task: [] as SearchedText[], comment: [] as SearchedText[] };
  let isBroken = true;
  const files = stored.map((file): PackedFile => {
    const { path, kind, size, data = null, body, diagnostics } = file;
    // SQLite ends a text at a NUL.
    const isApart = body !== undefined && !body.includes("\0");
    if (data !== null && kind !== "affects" && kind !== "attachment") {
      if (kind === "story") isBroken = false;
      for (const text of searchedIn({ kind, data, body }))
        searched[kind].push(isApart && text === body ? [bodies.length, text.length] : text);
    }
    if (isApart) bodies += body;
    const text = isApart ? body.length : (body ?? null);
    return diagnostics ? [path, size, data, text, diagnostics] : [path, size, data, text];
  });
  const texts = isBroken ? [] : [...searched.story, ...searched.task, ...searched.comment];
  return { files: JSON.stringify(files), bodies, searched: JSON.stringify([bodies.length, ...texts]) };
}

/** The files of a row of the table "folder". */
export function unpackFolder({ files, bodies }: ResultRow): readonly StoredFile[] {
  const texts = String(bodies);
  let at = 0;
  return (JSON.parse(String(files)) as PackedFile[]).map(([path, size, data, text, diagnostics]) => {
    const start = at;
    if (typeof text === "number") at += text;
    const body = typeof text === "number" ? texts.slice(start, at) : (text ?? undefined);
    return { path, kind: kindOf(path), size, data: data ?? undefined, body, diagnostics };
  });
}

/** What a file of a story's folder is by its path within. */
function kindOf(path: string): StoredKind {
  if (path.startsWith("tasks/")) return "task";
  if (path.startsWith("comments/")) return "comment";
  if (path.startsWith("affects/")) return "affects";
  return path.startsWith("attachments/") ? "attachment" : "story";
}

/** A file's name in its own folder, of a record without its ending. */
function nameOf({ path, kind }: StoredFile): string {
  return path.slice(path.indexOf("/") + 1, kind === "attachment" ? undefined : -".md".length);
}

/** Every file in a story's folder; none when there is no such folder. */
export function readFolder(db: Database, id: number): readonly StoredFile[] {
  const row = db.prepare("SELECT files, bodies FROM story JOIN folder USING (last) WHERE id = ?").get(id);
  return row ? unpackFolder(row) : [];
}

/** Everything in a story's folder; undefined when its story.md is missing or broken. */
export function readStoryFiles(db: Database, id: number): StoredStory | undefined {
  return storyFrom(id, readFolder(db, id));
}

/** The files of a folder as records, in the order of their paths. */
export function storyFrom(id: number, files: readonly StoredFile[]): StoredStory | undefined {
  const folder = `${storyFolder(id)}/`;
  let story: Story | undefined;
  const tasks: Task[] = [];
  const comments: Comment[] = [];
  const affects: Affects[] = [];
  const attachmentFiles: { name: string; path: string; size: number }[] = [];
  const broken: BrokenFile[] = [];
  let unread = 0;
  for (const file of files) {
    const path = folder + file.path;
    if (file.diagnostics) broken.push({ path, diagnostics: file.diagnostics });
    if (file.kind === "attachment") attachmentFiles.push({ name: nameOf(file), path, size: file.size });
    if (file.kind === "task" && file.data === undefined) unread += 1;
    if (file.data === undefined) continue;
    const known = file.record;
    if (known?.kind === "story") story = known;
    else if (known?.kind === "task") tasks.push(known);
    else if (known?.kind === "comment") comments.push(known);
    else if (known?.kind === "affects") affects.push(known);
    if (known) continue;
    const record = { kind: file.kind, path, data: file.data, body: file.body ?? "" };
    if (file.kind === "story") story = { ...record, id } as unknown as Story;
    else if (file.kind === "task") tasks.push({ ...record, id: Number(nameOf(file)), story: id } as unknown as Task);
    else if (file.kind === "comment") comments.push({ ...record, name: nameOf(file), story: id } as unknown as Comment);
    else if (file.kind === "affects") affects.push({ ...record, name: nameOf(file), story: id } as unknown as Affects);
  }
  if (!story) return undefined;
  const attachments = attachmentFiles.length;
  return {
    story,
    tasks,
    unread,
    comments,
    affects,
    attachments,
    attachmentFiles: shown(attachmentFiles, story, comments),
    broken,
  };
}

/** What only hidden comments name is hidden as they are. */
function shown<F extends { readonly name: string }>(
  files: readonly F[],
  story: Story,
  comments: readonly Comment[],
): F[] {
  const isHidden = ({ data }: Comment) => data.hidden === true;
  const namedBy = (records: readonly (Story | Comment)[]) =>
    new Set(records.flatMap(({ data }) => (data.attachments ?? []).map(({ file }) => file)));
  const hidden = namedBy(comments.filter(isHidden));
  if (hidden.size === 0) return [...files];
  const seen = namedBy([story, ...comments.filter((comment) => !isHidden(comment))]);
  return files.filter(({ name }) => !hidden.has(name) || seen.has(name));
}

/** The texts of some stories that are searched, but for their titles, in the order of `textsOf`; none of a broken story. */
export function searchedTexts(db: Database, ids: readonly number[]): ReadonlyMap<number, readonly string[]> {
  // All of them as one text each: a row apiece takes several times as long.
  const select = db.prepare(
    "SELECT group_concat(id) AS ids, group_concat(searched) AS searched, group_concat(bodies, '') AS bodies FROM story JOIN folder USING (last) WHERE id IN (SELECT value FROM json_each(?))",
  );
  const row = select.get(JSON.stringify(ids));
  const folders = JSON.parse(`[${row?.searched ?? ""}]`) as readonly (readonly [number, ...SearchedText[]])[];
  const numbers = JSON.parse(`[${row?.ids ?? ""}]`) as readonly number[];
  const bodies = String(row?.bodies ?? "");
  const texts = new Map<number, readonly string[]>();
  let at = 0;
  for (const [nth, [chars, ...places]] of folders.entries()) {
    const begin = at;
    const own = places.map((text) =>
      typeof text === "string" ? text : bodies.slice(begin + text[0], begin + text[0] + text[1]),
    );
    texts.set(numbers[nth] as number, own);
    at += chars;
  }
  return texts;
}

export function brokenFrom(row: ResultRow): BrokenFile {
  return { path: String(row.path), diagnostics: JSON.parse(String(row.diagnostics)) as Diagnostic[] };
}
