// The words of many stories into the full text index: of few at once, of many in a thread of its own, since that is half of the work.

import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Database, Value } from "./database.ts";
import { insertMany } from "./insert-many.ts";
import { gatherWords, pageSize, settleWords, wordsTable } from "./schema.ts";

export interface WordsWriter {
  add(last: number, title: string, text: string): void;
  /** Waits until the thread has caught up so far that memory stays bounded. */
  keepUp(): Promise<void>;
  /** Everything is in the index then. */
  finish(): Promise<void>;
}

/** From so many characters on a thread is worth its start. */
const enough = 8_000_000;
/** So many characters are sent together, and so many messages may wait. */
const message = 1_000_000;
const mostWaiting = 24;

/** `path`: of the index that is being made; null for one in memory, which no thread could help. */
export function wordsWriter(db: Database, path: string | null): WordsWriter {
  let waiting: Value[] = [];
  let size = 0;
  let thread: Thread | undefined;
  return {
    add(last, title, text) {
      waiting.push(last, title, text);
      size += title.length + text.length;
      if (!thread && path !== null && size >= enough) thread = startThread(`${path}.words`);
      if (!thread || size < message) return;
      thread.send(waiting);
      waiting = [];
      size = 0;
    },
    async keepUp() {
      await thread?.atMost(mostWaiting);
    },
    async finish() {
      if (thread) {
        thread.send(waiting);
        await thread.finish();
        takeOver(db, thread.path);
        return;
      }
      const insert = insertMany(db, "words", ["rowid", "title", "text"]);
      db.exec(gatherWords);
      for (let at = 0; at < waiting.length; at += 3) insert.add(...waiting.slice(at, at + 3));
      insert.flush();
      db.exec(settleWords);
    },
  };
}

interface Thread {
  readonly path: string;
  send(values: readonly Value[] | null): void;
  atMost(messages: number): Promise<void>;
  finish(): Promise<void>;
}

function startThread(path: string): Thread {
  rmSync(path, { force: true });
  // Beside this file in the source, beside the bundle once it is built.
  const file = fileURLToPath(new URL("./words-thread.mjs", import.meta.url));
  const worker = new Worker(file, { workerData: { path, pageSize, tables: `${wordsTable};${gatherWords}` } });
  let sent = 0;
  let answered = 0;
  let failed: unknown;
  let wake: () => void = () => undefined;
  worker.on("message", () => {
    answered += 1;
    wake();
  });
  worker.on("error", (error) => {
    failed = error;
    wake();
  });
  worker.on("exit", (code) => {
    if (code !== 0) failed ??= new Error(`the thread that writes words ended with ${code}`);
    wake();
  });
  const atMost = async (messages: number) => {
    while (sent - answered > messages) {
      if (failed) throw failed;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (failed) throw failed;
  };
  const send = (values: readonly Value[] | null) => {
    sent += 1;
    worker.postMessage(values);
  };
  return {
    path,
    send,
    atMost,
    async finish() {
      send(null);
      await atMost(0);
    },
  };
}

/** What the thread has made, table by table. */
function takeOver(db: Database, path: string): void {
  db.exec(`ATTACH '${path.replaceAll("'", "''")}' AS made`);
  for (const table of ["data", "idx", "docsize", "config", "content"]) {
    const name = `words_${table}`;
    const there = db.prepare("SELECT 1 AS n FROM made.sqlite_master WHERE name = ?").get(name);
    if (there) db.exec(`DELETE FROM main.${name}; INSERT INTO main.${name} SELECT * FROM made.${name}`);
  }
  db.exec("DETACH made");
  rmSync(path, { force: true });
  db.exec(settleWords);
}
