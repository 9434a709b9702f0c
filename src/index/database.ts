// The room of libsql: opening a database file, and turning what SQLite says into a Failure with a remedy.

import { createRequire } from "node:module";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Failure } from "../text/failure.ts";

const Libsql = loadLibsql();

export type Value = string | number | null;
export type ResultRow = Readonly<Record<string, Value>>;

export interface Statement {
  run(...values: readonly Value[]): void;
  all(...values: readonly Value[]): readonly ResultRow[];
  get(...values: readonly Value[]): ResultRow | undefined;
  iterate(...values: readonly Value[]): Iterable<ResultRow>;
}

export interface Database {
  /** A prepared statement; the same text is prepared once. */
  prepare(sql: string): Statement;
  exec(sql: string): void;
  /** All of it or nothing, and nobody else writes meanwhile. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/** Opens or makes a database file, or one in memory with ":memory:". `onDamage`: told of damage, at whatever question; says the remedy. */
export function openDatabase(path: string, onDamage = () => `delete "${path}", it is made anew`): Database {
  const attempt = <T>(work: () => T): T => attempted(work, onDamage);
  const raw = attempt(() => new Libsql(path, { timeout: 10_000 }));
  const statements = new Map<string, Statement>();
  let isOpen = true;
  const database: Database = {
    prepare(sql) {
      const known = statements.get(sql);
      if (known) return known;
      const prepared = attempt(() => raw.prepare(sql));
      const statement: Statement = {
        run: (...values) => void attempt(() => prepared.run(...values)),
        all: (...values) => attempt(() => prepared.all(...values)) as ResultRow[],
        get: (...values) => attempt(() => prepared.get(...values)) as ResultRow | undefined,
        iterate: (...values) => attempt(() => prepared.iterate(...values)) as Iterable<ResultRow>,
      };
      statements.set(sql, statement);
      return statement;
    },
    exec: (sql) => void attempt(() => raw.exec(sql)),
    transaction(work) {
      database.exec("BEGIN IMMEDIATE");
      try {
        const result = work();
        database.exec("COMMIT");
        return result;
      } catch (error) {
        if (raw.inTransaction) raw.exec("ROLLBACK");
        throw error;
      }
    },
    close() {
      // libsql ends the whole process when it is told twice.
      if (!isOpen) return;
      isOpen = false;
      const isHeld = statements.size > 0;
      statements.clear();
      // Statements that nobody has collected yet would hold on to what is being read.
      if (raw.inTransaction) raw.exec("ROLLBACK");
      raw.close();
      if (isHeld) collectClosed();
    },
  };
  return database;
}

let closed = 0;
/** So many closed databases may still hold their files. */
const mostClosed = 32;

/** libsql lets go of a file when the last statement on it has been collected, and V8, which does not know what they weigh, is in no hurry. */
function collectClosed(): void {
  closed += 1;
  if (closed % mostClosed !== 0) return;
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}

/**
 * libsql asks for a report on the whole process to learn which C library it runs on, ten milliseconds of every command, and then
 * asks detect-libc, which looks at one small file and has the last word.
 */
function loadLibsql(): typeof import("libsql") {
  const report = process.report as { getReport: () => unknown };
  const whole = report.getReport;
  report.getReport = () => ({});
  try {
    return createRequire(import.meta.url)("libsql");
  } finally {
    report.getReport = whole;
  }
}

/** True for what deleting the index would mend. */
export function isDamage(error: unknown): boolean {
  return error instanceof Failure && error.code === "index-damaged";
}

function attempted<T>(work: () => T, onDamage: () => string): T {
  try {
    return work();
  } catch (error) {
    const { code = "", message } = error as { code?: string; message: string };
    if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) {
      throw new Failure("index-busy", "the index is being written by another process", {
        hint: "try again in a moment",
        cause: error,
      });
    }
    if (/^SQLITE_(?:CORRUPT|NOTADB|ERROR)/.test(code) && !/syntax error/.test(message)) {
      throw new Failure("index-damaged", `the index cannot be read: ${message}`, {
        hint: onDamage(),
        cause: error,
      });
    }
    if (/^SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN|PERM)/.test(code) || /Unable to open/.test(message)) {
      throw new Failure("index-failed", `the index cannot be written: ${message}`, {
        hint: "make room, or mend the permissions",
        cause: error,
      });
    }
    throw error;
  }
}
