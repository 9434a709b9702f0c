// Opening the index of a tracker: made when it is missing, brought up to date when it is not, made anew when it is damaged.

import { createHash, randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../text/failure.ts";
import { limits } from "../text/limits.ts";
import { dirtyPaths } from "../tracker/dirty-paths.ts";
import type { ObjectReader, Oid } from "../tracker/git/objects.ts";
import { presentObjects } from "../tracker/git/reader.ts";
import { keepConfig } from "../tracker/kept-config.ts";
import { sweepLeftovers } from "../tracker/leftovers.ts";
import type { OpenTracker } from "../tracker/open.ts";
import { loadConfig, loadFields } from "../tracker/tracker.ts";
import type { TreeFiles } from "../tracker/tree-files.ts";
import type { Catalogue } from "./catalogue.ts";
import { type Database, isDamage, openDatabase } from "./database.ts";
import { discardIndex, type IndexFile, installIndex, isOfNow, openIndexFile } from "./index-file.ts";
import { getMeta, setMeta } from "./meta.ts";
import { isSameOverlay, type Overlay, overlayOf } from "./overlay.ts";
import { pageSize, schemaVersion, tables } from "./schema.ts";
import { sqliteCatalogue } from "./sqlite-catalogue.ts";
import { copyDatabase, takeTravelling } from "./travelling-index.ts";
import { fill, type Progress, update, type Wanted } from "./update.ts";
import type { Past } from "./write-history.ts";

export interface IndexOptions {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly progress?: Progress;
}

/** The catalogue of a tracker as it is now. The file lies in the git directory; without one it is made in memory. */
export async function openIndex(tracker: OpenTracker, options: IndexOptions): Promise<Catalogue> {
  const progress = options.progress ?? (() => undefined);
  const wanted = await wantedOf(tracker, options.now);
  const folder = folderOf(tracker);
  // What has no commit cannot be kept by commit, and what may not be written cannot be kept at all.
  if (folder === null || tracker.head === null || !isWritable(folder)) return inMemory(tracker, wanted, progress);
  try {
    return tracker.commit !== null && tracker.commit !== tracker.head
      ? await openPassing(tracker, wanted, folder, tracker.commit, progress)
      : await openKept(tracker, wanted, folder, progress);
  } catch (error) {
    // A full disk keeps nobody from reading.
    if (!(error instanceof Failure && error.code === "index-failed")) throw error;
    return inMemory(tracker, wanted, progress);
  }
}

async function inMemory(tracker: OpenTracker, wanted: Wanted, progress: Progress): Promise<Catalogue> {
  const db = create(":memory:");
  await fill(db, wanted, progress, null);
  return sqliteCatalogue(db, tracker.files);
}

/** The catalogue over the file in the git directory, which is made or brought up to date. */
async function openKept(tracker: OpenTracker, wanted: Wanted, folder: string, progress: Progress): Promise<Catalogue> {
  const path = join(folder, `${viewOf(tracker)}.sqlite`);
  if (viewOf(tracker) === "proposals") copyWhenMissing(join(folder, "commit.sqlite"), path);
  const declared = declaredIn(tracker);
  for (let attempt = 1; ; attempt += 1) {
    const file = await openExisting(path, declared);
    if (!file) {
      if (attempt > mostAttempts) throw new Error("an index that was just made cannot be opened");
      await build(path, wanted, declared, progress);
      continue;
    }
    const { db } = file;
    try {
      const shown = await update(db, wanted, progress);
      await declared.note(db);
      await keepConfigOf(tracker);
      // Others go on to other commits: what is asked of this one is answered from here.
      db.exec("BEGIN");
      if (showsStill(db, wanted, shown) || attempt > mostAttempts)
        return sqliteCatalogue(db, tracker.files, { isReplaced: file.isReplaced });
      db.close();
    } catch (error) {
      const isLost = !isDamage(error) && (await isCommitGone(db, wanted));
      db.close();
      if (attempt > mostAttempts || !(file.isReplaced() || isDamage(error) || isLost)) throw error;
      discardIndex(path, file);
    }
  }
}

/** Whether the commit that an index shows is there no more, as when history was rewritten and git tidied up: nothing leads on from it. */
async function isCommitGone(db: Database, { objects }: Wanted): Promise<boolean> {
  const shown = getMeta(db, "commit");
  return shown !== null && objects !== null && (await objects.commit(shown).catch(() => null)) === null;
}

/** Several processes may be about to make, replace or move on the same index. */
const mostAttempts = 4;

/** Whether another process has not moved it on meanwhile. */
function showsStill(db: Database, wanted: Wanted, overlay: Overlay): boolean {
  return getMeta(db, "commit") === wanted.commit && isSameOverlay(overlayOf(db), overlay);
}

/** So that it is opened without git the next time. */
async function keepConfigOf({ repository, commit, files, overlay }: OpenTracker): Promise<void> {
  if (!repository || commit === null || overlay.size > 0) return;
  const config = await files.readPath("tracker.yaml", limits.fileBytes);
  if (config?.bytes) keepConfig(repository, commit, config.bytes);
}

/** Where the index of a tracker's current state lies, or would lie; null where none is kept. */
export function indexPath(tracker: OpenTracker): string | null {
  const folder = folderOf(tracker);
  return folder === null || tracker.head === null ? null : join(folder, `${viewOf(tracker)}.sqlite`);
}

function folderOf({ repository }: OpenTracker): string | null {
  return repository && join(repository.commonDir, "storytree");
}

/** A work tree shows its own edits, and who prepares proposals sees them: each has its index, beside the one of the bare commit. */
function viewOf(tracker: OpenTracker): string {
  if (tracker.commit === null) return `worktree-${viewName(tracker.root)}`;
  return tracker.overlay.size > 0 ? "proposals" : "commit";
}

/** Makes the folder where it is missing. */
function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** The catalogue of a commit that is not the current one. */
async function openPassing(
  tracker: OpenTracker,
  wanted: Wanted,
  folder: string,
  commit: Oid,
  progress: Progress,
): Promise<Catalogue> {
  const declared = declaredIn(tracker);
  const fields = await declared.fields();
  const fits = (db: Database) => isOfNow(db) && getMeta(db, "fields") === fields;
  const objects = wanted.objects as ObjectReader;
  const travelling = await takeTravelling({ folder, objects, wanted: commit, fits, create });
  const { db } = travelling;
  try {
    if (travelling.commit === null) {
      await fill(db, wanted, progress, null);
      await declared.note(db);
    } else await update(db, wanted, progress);
    return sqliteCatalogue(db, tracker.files, { close: () => travelling.release(commit) });
  } catch (error) {
    travelling.release(null);
    throw error;
  }
}

async function wantedOf(tracker: OpenTracker, now: number): Promise<Wanted> {
  const { run, objects, head } = tracker;
  const inWorktree = tracker.commit === null && run && objects && head;
  const dirty = inWorktree ? await dirtyPaths(run, objects) : [...tracker.overlay.keys()];
  const commit = tracker.commit ?? tracker.head;
  const fields = () => loadFields(tracker.files);
  return { objects: tracker.objects, past: await pastOf(tracker), commit, files: tracker.files, dirty, fields, now };
}

/** History is read with what is here: a clone that left old versions out shall not fetch all of them. */
export async function pastOf({ run, repository, objects }: OpenTracker): Promise<Past | null> {
  if (!repository || !objects) return null;
  const shallow = repository.shallow ? readFileSync(join(repository.commonDir, "shallow"), "utf8") : "";
  return { objects: run && repository.partial ? await presentObjects(run) : objects, shallow };
}

interface Declared {
  /** As JSON. */
  fields(): Promise<string>;
  /** Whether an index was made under the custom fields of now. */
  fits(db: Database): Promise<boolean>;
  /** Writes down which they are. */
  note(db: Database): Promise<void>;
}

/** The tracker.yaml of now, as an index keeps it. */
export async function configOf(files: TreeFiles): Promise<string | null> {
  const found = await files.readPath("tracker.yaml", limits.fileBytes);
  return found?.bytes ? Buffer.from(found.bytes).toString("base64") : null;
}

/** The custom fields of a tracker. While tracker.yaml is the text that it was, nobody needs to read what it says. */
function declaredIn({ files }: OpenTracker): Declared {
  const fields = once(async () => JSON.stringify((await loadConfig(files))?.data.fields ?? {}));
  const text = once(() => configOf(files));
  return {
    fields,
    fits: async (db) =>
      ((await text()) !== null && getMeta(db, "config") === (await text())) ||
      getMeta(db, "fields") === (await fields()),
    async note(db) {
      if (getMeta(db, "config") === (await text()) && getMeta(db, "fields") !== null) return;
      const [all, now] = [await fields(), await text()];
      db.transaction(() => {
        setMeta(db, "fields", all);
        setMeta(db, "config", now);
      });
    },
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The index when it is there, whole, of this version and made under the same custom fields. */
async function openExisting(path: string, declared: Declared): Promise<IndexFile | null> {
  const file = openIndexFile(path);
  if (!file) return null;
  try {
    if (await declared.fits(file.db)) return file;
  } catch (error) {
    file.db.close();
    if (!isDamage(error)) throw error;
    discardIndex(path, file);
    return null;
  }
  file.db.close();
  discardIndex(path, file);
  return null;
}

/** Made beside its place and renamed when it is complete: nobody ever sees half an index. */
async function build(path: string, wanted: Wanted, declared: Declared, progress: Progress): Promise<void> {
  sweepLeftovers(join(path, ".."), /\.(\d+)\.[0-9a-f]{8}\.new(?:-journal|-wal|-shm|\.words)?$/);
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString("hex")}.new`;
  let db: Database | undefined;
  try {
    db = create(temporary);
    db.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536");
    await fill(db, wanted, progress, temporary);
    await declared.note(db);
    db.exec("PRAGMA analysis_limit = 2000; ANALYZE");
    db.close();
    installIndex(temporary, path);
  } catch (error) {
    db?.close();
    for (const each of [temporary, `${temporary}.words`]) rmSync(each, { force: true });
    throw error;
  }
}

/** The index of the commit is nearly that of the proposals on it: a copy is quicker than reading everything again. */
function copyWhenMissing(from: string, to: string): void {
  if (existsSync(to) || !existsSync(from)) return;
  const temporary = `${to}.${process.pid}.${randomBytes(4).toString("hex")}.new`;
  const file = openIndexFile(from);
  if (!file) return;
  try {
    copyDatabase(file.db, from, temporary);
    installIndex(temporary, to);
  } catch (error) {
    rmSync(temporary, { force: true });
    // What is wrong with the other one is said, and mended, by who opens it.
    if (!isDamage(error)) throw error;
  } finally {
    file.db.close();
  }
}

function create(path: string): Database {
  const db = openDatabase(path);
  try {
    db.exec(`PRAGMA page_size = ${pageSize}; PRAGMA user_version = ${schemaVersion};${tables}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Two work trees never have one index. */
function viewName(root: string): string {
  return createHash("sha256").update(root).digest("hex").slice(0, 16);
}
