// Rows put in many at a time: a call into SQLite costs more than a small row does.

import type { Database, Value } from "./database.ts";

export interface InsertMany {
  add(...row: readonly Value[]): void;
  /** Puts in what is waiting still. */
  flush(): void;
}

/** So many values are handed over in one call. */
const together = 1_200;
/** Longer rows are not worth waiting for. */
const longest = 400_000;

export function insertMany(db: Database, table: string, columns: readonly string[], verb = "INSERT"): InsertMany {
  const marks = `(${columns.map(() => "?").join(",")})`;
  const into = `${verb} INTO ${table} (${columns.join(", ")}) VALUES `;
  const full = Math.floor(together / columns.length);
  let waiting: Value[] = [];
  let size = 0;
  const put = (rows: number) => {
    const values = waiting.splice(0, rows * columns.length);
    db.prepare(into + Array(rows).fill(marks).join(",")).run(...values);
  };
  const flush = () => {
    size = 0;
    let rest = waiting.length / columns.length;
    // Few statements for all sizes: each is compiled once.
    for (let rows = full; rest > 0; rows = Math.ceil(rows / 4)) {
      for (; rest >= rows; rest -= rows) put(rows);
      if (rows === 1) break;
    }
    waiting = [];
  };
  return {
    add(...row) {
      for (const value of row) {
        waiting.push(value);
        if (typeof value === "string") size += value.length;
      }
      if (waiting.length >= full * columns.length || size > longest) flush();
    },
    flush,
  };
}
