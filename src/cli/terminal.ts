// What the outside world is to a command: streams, clock, chance, environment. Only `cli/` touches the real ones.

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
    get stop() {
      // Only a command that can stop in good order listens; the others end as any program does.
      if (!listening) for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, onSignal);
      listening = true;
      return stop.signal;
    },
  };
}
