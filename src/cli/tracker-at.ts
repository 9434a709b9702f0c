// Opening what a command works on: the tracker of its folder, and its index, with progress on a terminal.

import type { Catalogue } from "../index/catalogue.ts";
import type { OpenOptions, OpenTracker } from "../tracker/open.ts";
import type { CommandContext } from "./command.ts";

export async function trackerAt(
  context: CommandContext,
  revision?: string,
  options: OpenOptions = {},
): Promise<OpenTracker> {
  const { openTracker } = await import("../tracker/open.ts");
  const { gitProgram } = await import("../tracker/git/process.ts");
  const { variables } = context.terminal;
  return openTracker(context.directory, gitProgram(variables), revision, {
    // What a partial clone left out was promised to its user, who fetches it with their own git.
    async fetchMissing(oids) {
      const { fetchObjects } = await import("../tracker/porcelain.ts");
      await fetchObjects(context.directory, variables, "origin", oids);
    },
    ...options,
  });
}

/** The catalogue of a tracker, its index brought up to date first. */
export async function catalogueOf(context: CommandContext, tracker: OpenTracker): Promise<Catalogue> {
  const { openIndex } = await import("../index/open-index.ts");
  const bar = progressBar(context, "indexing");
  try {
    return await openIndex(tracker, { now: context.terminal.now().getTime(), progress: bar.show });
  } finally {
    bar.end();
  }
}

/** Counts on one line of a terminal's stderr, at most ten times a second; nothing anywhere else. */
export function progressBar(context: CommandContext, what: string) {
  const { terminal, quiet } = context;
  const wanted = terminal.showsProgress && !quiet;
  let shown = false;
  let last = 0;
  return {
    show(done: number, of: number | null = null): void {
      const now = terminal.now().getTime();
      if (!wanted || now - last < 100) return;
      last = now;
      shown = true;
      terminal.err(`\r\u001b[K${what}: ${done}${of === null ? "" : ` of ${of}`}`);
    },
    end(): void {
      if (shown) terminal.err("\r\u001b[K");
    },
  };
}
