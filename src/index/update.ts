// Bringing an index to the state that is wanted: the difference of two trees, and the working tree's edits on top.

import { placeOf } from "../model/place.ts";
import type { DeclaredFields } from "../model/schema-diagnostics.ts";
import { limits } from "../text/limits.ts";
import { commitFiles } from "../tracker/commit-files.ts";
import type { ObjectReader, Oid } from "../tracker/git/objects.ts";
import { type Loaded, loadRead, loadRecords, refusal, refusedFile } from "../tracker/load-records.ts";
import type { TreeFile, TreeFiles } from "../tracker/tree-files.ts";
import { forgetColumns } from "./columns.ts";
import type { Database } from "./database.ts";
import { getMeta, setMeta } from "./meta.ts";
import { isSameOverlay, type Overlay, overlayOf, setOverlay, wordFor } from "./overlay.ts";
import { settleAllTimes, settleTimes } from "./settle-times.ts";
import { wordsWriter } from "./words-writer.ts";
import { applyHistory, fillHistory, isHistoryStale, type Past, planHistory } from "./write-history.ts";
import { writer } from "./writer.ts";

export interface Wanted {
  readonly objects: ObjectReader | null;
  /** Null where there are no commits. */
  readonly past: Past | null;
  /** The commit to show; null when there is none yet, or no repository. */
  readonly commit: Oid | null;
  /** Files as they are now; for a working tree the ones on disk. */
  readonly files: TreeFiles;
  /** Paths whose content in the working tree may differ from the commit's. */
  readonly dirty: readonly string[];
  /** The custom fields that are declared; asked for when files are read. */
  readonly fields: () => Promise<DeclaredFields>;
  /** Milliseconds since 1970: when uncommitted edits count as made. */
  readonly now: number;
}

export type Progress = (done: number, of: number | null) => void;

/** Fills an empty index; `path` is where it lies, null when it is in memory. */
export async function fill(db: Database, wanted: Wanted, progress: Progress, path: string | null): Promise<void> {
  const words = wordsWriter(db, path);
  const write = writer(db, words);
  const source = wanted.objects && wanted.commit ? commitFiles(wanted.objects, wanted.commit) : wanted.files;
  let done = 0;
  db.exec("BEGIN");
  for await (const batch of loadRecords(source, await wanted.fields())) {
    for (const loaded of batch) write.put(loaded);
    // All of a story's files stand together; only the last one's may go on in the next batch.
    write.settle(
      storiesOf(batch.slice(-1).map(({ file }) => file.path))
        .values()
        .next().value,
    );
    done += batch.length;
    progress(done, null);
    await words.keepUp();
  }
  write.settle();
  write.finish();
  db.exec("COMMIT");
  forgetColumns(db);
  if (wanted.past && wanted.commit) await fillHistory(db, wanted.past, wanted.commit);
  // The thread has gone on meanwhile.
  await words.finish();
  db.transaction(() => {
    settleAllTimes(db);
    setMeta(db, "commit", wanted.commit);
    setOverlay(db, new Map());
  });
  if (wanted.dirty.length > 0) await update(db, wanted, progress);
}

/** Brings an index that shows some state to the wanted one; answers what lies on top there. */
export async function update(db: Database, wanted: Wanted, progress: Progress): Promise<Overlay> {
  const shown = getMeta(db, "commit");
  const overlay = overlayOf(db);
  const isStale = isHistoryStale(db, wanted.past);
  if (shown === wanted.commit && overlay.size === 0 && wanted.dirty.length === 0 && !isStale) return overlay;

  const changed = new Map<string, TreeFile | null>();
  if (wanted.objects && wanted.commit && shown !== wanted.commit) {
    for await (const batch of wanted.objects.changes(shown, wanted.commit))
      for (const { path, after } of batch) changed.set(path, after);
  }
  // What was on top and is no more shows the commit's content again.
  const dirty = new Set(wanted.dirty);
  for (const path of overlay.keys()) {
    if (dirty.has(path) || changed.has(path)) continue;
    changed.set(path, wanted.objects && wanted.commit ? await entryAt(wanted.objects, wanted.commit, path) : null);
  }
  const committed = [...changed].filter(([path]) => !dirty.has(path));
  const onTop = await readDirty(wanted, dirty);
  // A large proposal that is as it was need not be taken in again and again.
  const onTopNow = new Map(onTop.map(({ path, word }) => [path, word]));
  const edited = onTop.filter(({ path, word }) => shown !== wanted.commit || overlay.get(path) !== word);
  if (shown === wanted.commit && changed.size === 0 && edited.length === 0 && !isStale) return onTopNow;
  const loaded = [
    ...(await readAll(
      wanted.objects && wanted.commit ? commitFiles(wanted.objects, wanted.commit) : wanted.files,
      committed,
      wanted.fields,
    )),
    ...(await Promise.all(edited.map(async ({ path, loaded }): Promise<Result> => [path, await loaded()]))),
  ];
  const history =
    wanted.past && wanted.commit && (shown !== wanted.commit || isStale)
      ? await planHistory(db, wanted.past, wanted.commit)
      : null;

  db.transaction(() => {
    // Another process may have been faster; then this work is for nothing, and wrong.
    if (getMeta(db, "commit") !== shown || !isSameOverlay(overlayOf(db), overlay)) return;
    const write = writer(db);
    for (const [path, result] of loaded) {
      // What is refused has no place any more where it had one.
      if (result === null || result.place === undefined) write.remove(path);
      if (result !== null) write.put(result);
    }
    // What is made anew has no times yet, also where the file that went was no part of the story.
    const made = write.settle();
    write.finish();
    forgetColumns(db);
    const retold = history && wanted.past ? applyHistory(db, wanted.past, history) : [];
    const fresh = edited.map(({ path }) => path);
    const stories = new Set([...retold, ...storiesOf([...changed.keys(), ...fresh]), ...made]);
    settleTimes(db, stories, storiesOf(dirty), wanted.now);
    setMeta(db, "commit", wanted.commit);
    setOverlay(db, onTopNow);
  });
  progress(loaded.length, loaded.length);
  return onTopNow;
}

/** The stories in whose folders some paths lie. */
function storiesOf(paths: Iterable<string>): ReadonlySet<number> {
  const stories = new Set<number>();
  for (const path of paths) {
    const place = placeOf(path);
    if (place.kind === "story") stories.add(place.id);
    else if ("story" in place) stories.add(place.story);
  }
  return stories;
}

async function entryAt(objects: ObjectReader, commit: Oid, path: string): Promise<TreeFile | null> {
  for await (const batch of objects.tree(commit, path))
    for (const entry of batch) if (entry.path === path) return entry;
  return null;
}

type Result = readonly [path: string, loaded: Loaded | null];

async function readAll(
  files: TreeFiles,
  wanted: readonly (readonly [string, TreeFile | null])[],
  fields: Wanted["fields"],
): Promise<Result[]> {
  const results: Result[] = [];
  const toRead: TreeFile[] = [];
  for (const [path, file] of wanted) {
    const early = file === null ? null : withoutReading(file);
    if (early === undefined && file) toRead.push(file);
    else results.push([path, early ?? null]);
  }
  for await (const batch of files.read([toRead], limits.fileBytes)) {
    for (const read of batch) results.push([read.file.path, loadRead(read, await fields())]);
  }
  return results;
}

/** Attachments and what is refused are known without their bytes; null is a file that an index has no use for. */
function withoutReading(file: TreeFile): Loaded | null | undefined {
  const refused = refusal(file, new Map());
  if (refused) return refusedFile(file, refused);
  const place = placeOf(file.path);
  if (place.kind === "support" || place.kind === "misplaced") return null;
  return place.kind === "attachment" ? { file, place, size: -1, diagnostics: [] } : undefined;
}

/** A file that lies on top: the word for what it is, and what it holds. */
interface Dirty {
  readonly path: string;
  readonly word: string;
  readonly loaded: () => Promise<Loaded | null>;
}

async function readDirty(wanted: Wanted, paths: Iterable<string>): Promise<Dirty[]> {
  const found: Dirty[] = [];
  for (const path of paths) {
    const read = await wanted.files.readPath(path, limits.fileBytes);
    const loaded = async () => {
      const early = read === null ? null : withoutReading(read.file);
      return early === undefined && read ? loadRead(read, await wanted.fields()) : (early ?? null);
    };
    found.push({ path, word: wordFor(read), loaded });
  }
  return found;
}
