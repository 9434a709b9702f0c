// Indexes of commits other than the current one: a few files that travel from commit to commit by the difference of their trees.

import { randomBytes } from "node:crypto";
import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ObjectReader, Oid } from "../tracker/git/objects.ts";
import { isOid } from "../tracker/git/revision.ts";
import { sweepLeftovers } from "../tracker/leftovers.ts";
import { type Database, isDamage, openDatabase } from "./database.ts";
import { openIndexFile } from "./index-file.ts";
import { getMeta } from "./meta.ts";
import { overlayOf } from "./overlay.ts";

/** So many are kept, the last used ones. */
const kept = 3;

export interface Travelling {
  readonly db: Database;
  /** Its commit; null when it is empty. */
  readonly commit: Oid | null;
  /** Closes it and puts it back under the commit it shows; what is not whole is thrown away. */
  readonly release: (commit: Oid | null) => void;
}

export interface Journey {
  /** Where the indexes of this tracker lie. */
  readonly folder: string;
  readonly objects: ObjectReader;
  readonly wanted: Oid;
  /** Whether an index is of this version, and was made under the custom fields of the wanted commit. */
  readonly fits: (db: Database) => boolean;
  /** An empty index at a path. */
  readonly create: (path: string) => Database;
}

/**
 * An index that nobody else uses, as near to the wanted commit as there is one: a file is taken by renaming it, which only one
 * process can do. It is empty where making it anew is quicker than going there.
 */
export async function takeTravelling(journey: Journey): Promise<Travelling> {
  const at = join(journey.folder, "at");
  mkdirSync(at, { recursive: true });
  // What processes that were killed have left.
  sweepLeftovers(at, /^(\d+)\.[0-9a-f]{8}\.taken/);
  const taken = join(at, `${process.pid}.${randomBytes(4).toString("hex")}.taken`);
  const commit = takeNearest(journey, at, taken) ?? copyOfCurrent(journey, taken);
  // A commit that git has thrown away leads nowhere.
  const isFar =
    commit !== null && commit !== journey.wanted && (await isBeyondReach(journey, commit).catch(() => true));
  if (isFar) rmSync(taken, { force: true });
  const from = isFar ? null : commit;
  const db = opened(taken, () => (from === null ? journey.create(taken) : openDatabase(taken)));
  return {
    db,
    commit: from,
    release(shown) {
      db.close();
      try {
        if (shown === null) rmSync(taken, { force: true });
        else renameSync(taken, join(at, `${shown}.sqlite`));
        for (const { path } of stored(at).slice(kept)) rmSync(path, { force: true });
      } catch {
        // Somebody else was tidying up as well.
      }
    },
  };
}

/** Whatever goes wrong on the way, the file is thrown away: nothing of it need survive. */
function opened(path: string, open: () => Database): Database {
  try {
    const db = open();
    db.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536");
    return db;
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

/** Those that are free, the last used first. */
function stored(at: string): readonly { readonly path: string; readonly commit: Oid; readonly used: number }[] {
  return readdirSync(at)
    .flatMap((name) => {
      const commit = name.replace(/\.sqlite$/, "");
      const path = join(at, name);
      const status = isOid(commit) ? statSync(path, { throwIfNoEntry: false }) : undefined;
      return status ? [{ path, commit, used: status.mtimeMs }] : [];
    })
    .sort((a, b) => b.used - a.used);
}

/** So many bytes are copied in the time that going one commit on takes. */
const bytesPerCommit = 200_000;

/**
 * Takes the one that is the fewest commits away, as far as the current index knows them; null when none fits, or when a copy of the
 * current index is there sooner.
 */
function takeNearest({ folder, wanted, fits }: Journey, at: string, taken: string): Oid | null {
  const free = stored(at);
  const current = join(folder, "commit.sqlite");
  const { numbers, newest } = commitNumbers(current, [wanted, ...free.map(({ commit }) => commit)]);
  const place = numbers.get(wanted);
  const distance = (commit: Oid) => {
    const number = numbers.get(commit);
    return commit === wanted ? -1 : place === undefined || number === undefined ? 1e9 : Math.abs(place - number);
  };
  const copy = (statSync(current, { throwIfNoEntry: false })?.size ?? 0) / bytesPerCommit;
  const anew = place === undefined || newest === undefined ? Number.POSITIVE_INFINITY : newest - place + copy;
  for (const { path, commit } of [...free].sort((a, b) => distance(a.commit) - distance(b.commit))) {
    if (distance(commit) > anew) return null;
    try {
      renameSync(path, taken);
    } catch {
      // Another process was faster.
      continue;
    }
    if (isUsable(taken, commit, fits)) return commit;
    rmSync(taken, { force: true });
  }
  return null;
}

function isUsable(path: string, commit: Oid, fits: Journey["fits"]): boolean {
  return attempt(() => {
    const db = openDatabase(path);
    try {
      return fits(db) && getMeta(db, "commit") === commit && overlayOf(db).size === 0;
    } finally {
      db.close();
    }
  }, false);
}

interface Numbers {
  readonly numbers: ReadonlyMap<Oid, number>;
  readonly newest?: number;
}

function commitNumbers(path: string, commits: readonly Oid[]): Numbers {
  const nothing: Numbers = { numbers: new Map() };
  if (!existsSync(path)) return nothing;
  return attempt(() => {
    const db = openDatabase(path);
    try {
      const marks = commits.map(() => "?").join(",");
      const rows = db.prepare(`SELECT oid, number FROM event WHERE oid IN (${marks})`).all(...commits);
      const newest = Number(db.prepare("SELECT max(number) AS n FROM event").get()?.n ?? 0);
      return { numbers: new Map(rows.map((row) => [String(row.oid), Number(row.number)])), newest };
    } finally {
      db.close();
    }
  }, nothing);
}

/** A copy of one of the tracker's own indexes, which others go on using; the commit it shows, or null. */
function copyOfCurrent({ folder, fits }: Journey, taken: string): Oid | null {
  const names = readdirSync(folder).filter((name) => name.endsWith(".sqlite"));
  // That of the bare commit has nothing laid over it.
  for (const name of names.sort((a, b) => Number(b === "commit.sqlite") - Number(a === "commit.sqlite"))) {
    const commit = attempt(() => {
      const db = openIndexFile(join(folder, name))?.db;
      if (!db) return null;
      try {
        if (!fits(db)) return null;
        copyDatabase(db, join(folder, name), taken);
        return getMeta(db, "commit");
      } finally {
        db.close();
      }
    }, null);
    if (commit !== null) return commit;
    rmSync(taken, { force: true });
  }
  return null;
}

/** Copies the file when all of it is in the file, else what a reader sees. */
export function copyDatabase(db: Database, from: string, to: string): void {
  const version = () => db.prepare("PRAGMA data_version").get()?.data_version;
  const before = version();
  // Who is reading is not waited for.
  const moved = db.prepare("PRAGMA wal_checkpoint(PASSIVE)").get();
  db.exec("BEGIN IMMEDIATE");
  try {
    // Nobody writes now; what others wrote before and is not in the file yet would be missing.
    if (moved?.busy === 0 && moved.log === moved.checkpointed && version() === before) {
      copyFileSync(from, to, constants.COPYFILE_FICLONE);
      return;
    }
  } finally {
    db.exec("ROLLBACK");
  }
  db.prepare("VACUUM INTO ?").run(to);
}

/** From so many differences on, it is asked whether reading the wanted commit whole would be less work. */
const manyChanges = 20_000;

async function isBeyondReach({ objects, wanted }: Journey, from: Oid): Promise<boolean> {
  let work = 0;
  // To take a record out is less work than to read one and put it in.
  for await (const batch of objects.changes(from, wanted))
    for (const { after } of batch) work += after === null ? 0.3 : 1;
  if (work < manyChanges) return false;
  let whole = 0;
  for await (const batch of objects.tree(wanted)) whole += batch.length;
  return work > 0.6 * whole;
}

/** An index that is damaged is as good as none. */
function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch (error) {
    if (!isDamage(error)) throw error;
    return otherwise;
  }
}
