// What the outside world is to a command: streams, clock, chance, environment. Only `cli/` touches the real ones.

import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import type { RandomBelow } from "../model/ids.ts";

export interface Terminal {
  readonly cwd: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Standard output: what another program may read. */
  readonly out: (text: string | Uint8Array) => void;
  /** Standard error: talk for a person. */
  readonly err: (text: string) => void;
  /** All of standard input, read once. */
  readonly input: () => Promise<Uint8Array>;
  readonly now: () => Date;
  readonly random: RandomBelow;
  /** Columns of the terminal that stdout is; undefined when it is none. */
  readonly columns: number | undefined;
  /** Whether stderr is a terminal: then long work shows progress. */
  readonly showsProgress: boolean;
  /** Whether somebody sits there who can be asked: stdin and stderr are a terminal. */
  readonly isInteractive: boolean;
  /** Asks on stderr and waits for a line; only where `isInteractive`. */
  readonly ask: (question: string) => Promise<string>;
  /** Opens a file in an editor (a shell's command line, as git takes it) and waits. Returns its exit code. */
  readonly edit: (editor: string, path: string) => Promise<number>;
  /** Shows text in a pager (a shell's command line, as git takes it) and waits. False when there is no such program. */
  readonly page: (pager: string, text: Uint8Array) => Promise<boolean>;
  /** Ends when the person or the system asks to stop. */
  readonly stop: AbortSignal;
}

/** The real one. */
export function processTerminal(): Terminal {
  const stop = new AbortController();
  let listening = false;
  let asked = false;
  const onSignal = (signal: NodeJS.Signals) => {
    // The second time it is meant: end at once.
    if (asked) process.exit(signal === "SIGINT" ? 130 : 143);
    asked = true;
    stop.abort();
  };
  return {
    cwd: process.cwd(),
    variables: process.env,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    input: async () => {
      const parts: Buffer[] = [];
      for await (const part of process.stdin) parts.push(part as Buffer);
      return Buffer.concat(parts);
    },
    now: () => new Date(),
    random: (below) => randomInt(below),
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    showsProgress: process.stderr.isTTY === true,
    // Looking at standard input opens it, and most commands have no need of it.
    get isInteractive() {
      return process.stderr.isTTY === true && process.stdin.isTTY === true;
    },
    ask: async (question) => {
      const { createInterface } = await import("node:readline/promises");
      const lines = createInterface({ input: process.stdin, output: process.stderr });
      try {
        return await lines.question(question);
      } finally {
        lines.close();
      }
    },
    edit: (editor, path) => runEditor(editor, path, "inherit"),
    page: (pager, text) => runPager(pager, text, process.env),
    get stop() {
      // Only a command that can stop in good order listens; the others end as any program does.
      if (!listening) for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, onSignal);
      listening = true;
      return stop.signal;
    },
  };
}

/** Through a shell, as git does: an editor's setting may hold options. */
export function runEditor(editor: string, path: string, stdio: "inherit" | "ignore"): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn("sh", ["-c", `${editor} "$@"`, editor, path], { stdio });
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}

/** Through a shell, as git does; what git tells its pagers is told here too, unless the user has said otherwise. */
export function runPager(
  pager: string,
  text: Uint8Array,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  // Ctrl-C belongs to the pager, which goes on; without it the terminal would be left as the pager had set it.
  const ignore = () => undefined;
  process.on("SIGINT", ignore);
  return new Promise<boolean>((resolve, reject) => {
    const env = { LESS: "FRX", LV: "-c", ...variables };
    const child = spawn("sh", ["-c", pager], { stdio: ["pipe", "inherit", "inherit"], env });
    // Who has seen enough leaves before the end.
    child.stdin.on("error", () => undefined);
    child.stdin.end(text);
    child.on("error", reject);
    child.on("close", (code) => resolve(code !== 126 && code !== 127));
  }).finally(() => process.off("SIGINT", ignore));
}
