// A command line run inside the test: its own clock, chance and streams.

import { run } from "../../src/cli/run.ts";
import { runEditor, type Terminal } from "../../src/cli/terminal.ts";
import { gitEnvironment } from "./folder.ts";

export interface Outcome {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

export const frozenNow = "2026-11-24T12:00:00Z";

/** Runs one command line in a folder; the clock stands still and chance is always the same. */
export async function storytree(cwd: string, args: readonly string[], more: Partial<Terminal> = {}): Promise<Outcome> {
  let out = "";
  let err = "";
  let seed = 1;
  const terminal: Terminal = {
    cwd,
    variables: { ...gitEnvironment },
    out: (text) => {
      out += typeof text === "string" ? text : Buffer.from(text).toString();
    },
    err: (text) => {
      err += text;
    },
    input: async () => new Uint8Array(),
    now: () => new Date(frozenNow),
    random: (below) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    },
    columns: undefined,
    showsProgress: false,
    isInteractive: false,
    ask: async (question) => {
      throw new Error(`nobody is there to answer: ${question}`);
    },
    edit: (editor, path) => runEditor(editor, path, "ignore"),
    page: async (pager) => {
      throw new Error(`nobody is there to read: ${pager}`);
    },
    stop: new AbortController().signal,
    ...more,
  };
  const exit = await run(args, terminal);
  return { exit, out, err };
}
