// A thread of its own that makes the full text index of many stories, in a file that the index takes it over from.

import { parentPort, workerData } from "node:worker_threads";
import Libsql from "libsql";

const { path, pageSize, tables } = workerData;
const db = new Libsql(path);
db.exec(
  `PRAGMA page_size = ${pageSize}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32768; BEGIN; ${tables}`,
);
const together = 100;
const statements = new Map();

/** Rows of three values each, one after the other. */
function put(values) {
  for (let at = 0; at < values.length; ) {
    const rows = Math.min(together, (values.length - at) / 3);
    const known = statements.get(rows);
    const insert =
      known ?? db.prepare(`INSERT INTO words (rowid, title, text) VALUES ${Array(rows).fill("(?,?,?)").join(",")}`);
    statements.set(rows, insert);
    insert.run(values.slice(at, at + 3 * rows));
    at += 3 * rows;
  }
}

parentPort.on("message", (values) => {
  if (values !== null) put(values);
  else {
    db.exec("COMMIT");
    db.close();
  }
  parentPort.postMessage("taken");
  if (values === null) parentPort.close();
});
