// Opening what a command works on: the tracker of its folder, and its index, with progress on a terminal.

import type { Catalogue } from "../index/catalogue.ts";
import { terminalText } from "../text/terminal-text.ts";
import { clip } from "../text/width.ts";
import type { FetchMissing } from "../tracker/git/git-objects.ts";
import type { OpenOptions, OpenTracker } from "../tracker/open.ts";
import type { CommandContext } from "./command.ts";

export async function trackerAt(
  context: CommandContext,
  revision?: string,
  options: OpenOptions = {},
): Promise<OpenTracker> {
  const { openTracker } = await import("../tracker/open.ts");
  const { gitProgram } = await import("../tracker/git/process.ts");
  const git = gitProgram(context.terminal.variables);
  const how = { fetchMissing: fetchMissing(context), ...options };
  const tracker = await openTracker(context.directory, git, revision, how);
  if (tracker.commit === null) await (await import("../tracker/write-room.ts")).finishInterrupted(tracker.root);
  return tracker;
}

/** Above this many, all there is comes quicker than what is asked for. */
const bulk = 20_000;

/** What a partial clone left out was promised to its user, who fetches it with their own git. */
export function fetchMissing(context: CommandContext, folder = context.directory): FetchMissing {
  let hasEverything = false;
  return async (oids) => {
    const { fetchEverything, fetchObjects } = await import("../tracker/porcelain.ts");
    const { variables } = context.terminal;
    const line = progressLine(context);
    line.show(`fetching ${oids.length} texts`);
    try {
      if (oids.length <= bulk || hasEverything) await fetchObjects(folder, variables, "origin", oids);
      else await fetchEverything(folder, variables, "origin");
      hasEverything = oids.length > bulk;
    } finally {
      line.end();
    }
  };
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

/** Both, for the user's own eyes; what it takes to read an index is loaded while git is still answering. */
export async function trackerWithCatalogue(
  context: CommandContext,
  revision?: string,
  options?: OpenOptions,
  opened: (tracker: OpenTracker) => Promise<Catalogue> = (tracker) => catalogueOf(context, tracker),
): Promise<{ readonly tracker: OpenTracker; readonly catalogue: Catalogue }> {
  const opening = trackerAt(context, revision, { ...options, withKeptConfig: true });
  // Once git has been asked. What goes wrong here goes wrong again when it is needed, and is said then.
  setImmediate(() => void import("../index/open-index.ts").catch(() => undefined));
  const tracker = await opening;
  return { tracker, catalogue: await opened(tracker) };
}

/** The catalogue for one REF, and what lies in the folders `besides`: of others it may tell what was so a while ago. */
export async function catalogueFor(
  context: CommandContext,
  tracker: OpenTracker,
  ref: string,
  besides: readonly string[] = [],
): Promise<Catalogue> {
  const { openForStory } = await import("../index/settled-story.ts");
  return (await openForStory(tracker, ref, besides)) ?? (await catalogueOf(context, tracker));
}

/** Tells a catalogue of the proposals that are open at a moment, so that it knows what "is:proposed" means. */
export async function lookForProposals(tracker: OpenTracker, catalogue: Catalogue, now: number): Promise<void> {
  const { run, objects, commit, head } = tracker;
  const base = commit ?? head;
  const { isInstalled } = await import("../tracker/git/program.ts");
  if (!run || !objects || base === null || !isInstalled(run.git)) return;
  const { openProposals } = await import("../tracker/open-proposals.ts");
  const { pendingOf } = await import("../change/pending.ts");
  catalogue.proposals = await pendingOf(catalogue, objects, await openProposals(run, objects, base, now));
}

/** Counts on one line of a terminal's stderr, at most ten times a second; nothing anywhere else. */
export function progressBar(context: CommandContext, what: string) {
  const line = progressLine(context);
  return {
    show: (done: number, of: number | null = null) => line.show(`${what}: ${done}${of === null ? "" : ` of ${of}`}`),
    end: line.end,
  };
}

/** The same for progress in words. */
export function progressLine({ terminal, quiet }: CommandContext) {
  const wanted = terminal.showsProgress && !quiet;
  let shown = false;
  let last = 0;
  return {
    show(text: string): void {
      const now = terminal.now().getTime();
      if (!wanted || now - last < 100) return;
      last = now;
      shown = true;
      terminal.err(`\r\u001b[K${clip(terminalText(text).replaceAll("\n", " "), (terminal.columns ?? 80) - 1)}`);
    },
    end(): void {
      if (shown) terminal.err("\r\u001b[K");
    },
  };
}
