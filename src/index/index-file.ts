// The file of an index, which several processes open, replace and throw away: one at a time, since SQLite finds what it shares with the
// others (-wal, -shm) by the file's name, and would take those of the next file for those of the last.

import { existsSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Database, isDamage, openDatabase } from "./database.ts";
import { schemaVersion } from "./schema.ts";

export interface IndexFile {
  readonly db: Database;
  /** Whether its name is another file's by now, or nobody's. */
  isReplaced(): boolean;
}

/** Opens the index at a path; null when there is none of this version that can be read. */
export function openIndexFile(path: string): IndexFile | null {
  if (!existsSync(path)) return null;
  return locked(path, () => openWhole(path));
}

/** Gives a finished index its name, unless another process was faster. */
export function installIndex(made: string, path: string): void {
  locked(path, () => {
    const there = openWhole(path);
    there?.db.close();
    if (there) rmSync(made, { force: true });
    else {
      removeFiles(path);
      renameSync(made, path);
    }
  });
}

/** Throws an index away, unless its name is another file's already. */
export function discardIndex(path: string, file: IndexFile | null): void {
  locked(path, () => {
    if (file?.isReplaced() !== true) removeFiles(path);
  });
}

/** Whether its tables are those of this version. */
export function isOfNow(db: Database): boolean {
  return Number(db.prepare("PRAGMA user_version").get()?.user_version) === schemaVersion;
}

function openWhole(path: string): IndexFile | null {
  const file = statSync(path, { throwIfNoEntry: false })?.ino;
  if (file === undefined || existsSync(damageMark(path))) return null;
  const isReplaced = () => statSync(path, { throwIfNoEntry: false })?.ino !== file;
  let db: Database | undefined;
  try {
    db = openDatabase(path, () => {
      if (!isReplaced()) markDamaged(path);
      return `ask again: it is made anew; if that does not help, delete "${path}"`;
    });
    // What a failing machine loses is read again, so nobody waits for the disk, and few move what was written to its place.
    db.exec("PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 1000");
    if (isOfNow(db)) {
      // Not before it has its name; and what SQLite shares is opened by reading.
      db.exec("PRAGMA journal_mode = WAL");
      db.prepare("SELECT 1 AS n FROM meta LIMIT 1").get();
      return { db, isReplaced };
    }
  } catch (error) {
    db?.close();
    if (!isDamage(error)) throw error;
    return null;
  }
  db.close();
  return null;
}

/** Damage may show at any question, to who cannot mend it: a file beside the index tells who opens it next. */
function markDamaged(path: string): void {
  try {
    writeFileSync(damageMark(path), "");
  } catch {
    // What may not be written is not mended either.
  }
}

const damageMark = (path: string): string => `${path}-damaged`;

/** SQLite's own lock on an empty file: the system lets go of it however a process ends. */
function locked<T>(path: string, work: () => T): T {
  const lock = openDatabase(join(dirname(path), "lock"));
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return work();
  } finally {
    lock.close();
  }
}

/** What is shared goes last: it belongs to a file as long as that has its name. */
function removeFiles(path: string): void {
  for (const each of [path, `${path}-wal`, `${path}-shm`, damageMark(path)]) rmSync(each, { force: true });
}
