// One `git cat-file --batch` that stays, for the many small questions of a command: starting git for each would take longer than the answers.

import type { ChildProcess } from "node:child_process";
import { Failure } from "../../text/failure.ts";
import type { Oid } from "./objects.ts";
import { type GitRun, startGit } from "./process.ts";
import { gitMissing } from "./program.ts";

export interface GitObject {
  readonly oid: Oid;
  readonly type: string;
  readonly size: number;
  /** Null when it is larger than the cap asked for. */
  readonly bytes: Buffer | null;
}

export interface ObjectSession {
  /** The object that a checked revision or `<id>^{commit}` names; null when it is missing. Answers come in the order asked. */
  read(name: string, cap: number): Promise<GitObject | null>;
  close(): void;
}

interface Asked {
  readonly cap: number;
  readonly answer: (object: GitObject | null) => void;
  readonly fail: (error: Error) => void;
}

/** After so many milliseconds without a question it ends, and is started again when one comes. */
const idle = 500;

/** Started at the first question; it does not keep the program alive. */
export function objectSession(run: GitRun): ObjectSession {
  let child: ReturnType<typeof startGit> | null = null;
  let asked: Asked[] = [];
  // What is asked in one go is written in one go: a hundred small writes wake git a hundred times.
  let unwritten = "";
  let timer: NodeJS.Timeout | undefined;

  const rest = (started: NonNullable<typeof child>) => {
    hold(started, false);
    timer = setTimeout(() => {
      if (child === started) child = null;
      started.stdin.end();
    }, idle);
    timer.unref();
  };

  const start = () => {
    const started = startGit(run, ["cat-file", "--batch"]);
    const waiting: Asked[] = [];
    const end = (error: Error) => {
      if (child === started) child = null;
      for (const each of waiting.splice(0)) each.fail(error);
    };
    started.on("error", (cause: NodeJS.ErrnoException) => {
      const said = `git could not be started: ${cause.code}`;
      end(cause.code === "ENOENT" ? gitMissing(cause) : new Failure("git-failed", said, { cause }));
    });
    started.on("close", (code) => end(new Failure("git-failed", `git cat-file ended with ${code}`)));
    started.stdin.on("error", () => undefined);
    started.stderr.resume();
    const parser = answerParser(waiting, () => {
      if (waiting.length === 0) rest(started);
    });
    started.stdout.on("data", parser);
    asked = waiting;
    hold(started, false);
    return started;
  };

  const flush = (stdin: { write(text: string): void }) => {
    if (unwritten !== "") stdin.write(unwritten);
    unwritten = "";
  };

  return {
    read(name, cap) {
      clearTimeout(timer);
      child ??= start();
      const { stdin } = child;
      hold(child, true);
      return new Promise((answer, fail) => {
        asked.push({ cap, answer, fail });
        if (unwritten === "") queueMicrotask(() => flush(stdin));
        unwritten += `${name}\n`;
      });
    },
    close() {
      clearTimeout(timer);
      if (child) flush(child.stdin);
      child?.stdin.end();
      child = null;
    },
  };
}

/** While nobody waits for an answer the program may end; the child ends with its standard input. */
function hold(child: ChildProcess, waits: boolean): void {
  for (const each of [child, child.stdin, child.stdout, child.stderr]) {
    const handle = each as { ref?: () => void; unref?: () => void } | null;
    if (waits) handle?.ref?.();
    else handle?.unref?.();
  }
}

function answerParser(waiting: Asked[], settled: () => void): (chunk: Buffer) => void {
  let pending: Buffer = Buffer.alloc(0);
  let current: { oid: string; type: string; size: number; parts: Buffer[] | null; left: number } | null = null;

  const settle = (object: GitObject | null) => {
    waiting.shift()?.answer(object);
    settled();
  };
  return (chunk) => {
    let data = pending.length > 0 ? Buffer.concat([pending, chunk]) : chunk;
    pending = Buffer.alloc(0);
    for (;;) {
      if (current) {
        // One more byte: the line end behind the content.
        const taken = Math.min(current.left, data.length);
        current.parts?.push(data.subarray(0, taken));
        current.left -= taken;
        data = data.subarray(taken);
        if (current.left > 0) return;
        const { oid, type, size, parts } = current;
        current = null;
        settle({ oid, type, size, bytes: parts && Buffer.concat(parts).subarray(0, size) });
        continue;
      }
      const end = data.indexOf(10);
      if (end === -1) {
        pending = data;
        return;
      }
      const line = data.toString("latin1", 0, end);
      data = data.subarray(end + 1);
      const found = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(line);
      if (!found) settle(null);
      else {
        const size = Number(found[3]);
        const fits = size <= (waiting[0]?.cap ?? 0);
        current = { oid: found[1] ?? "", type: found[2] ?? "", size, parts: fits ? [] : null, left: size + 1 };
      }
    }
  };
}
