// `storytree disclose ID --to DIR`: a private story becomes public, as a new commit that has nothing of the restricted history.

import { resolve } from "node:path";
import { hourOf, isDue } from "../../disclosure/embargo.ts";
import { Failure } from "../../text/failure.ts";
import { quote } from "../../text/quote.ts";
import { terminalText } from "../../text/terminal-text.ts";
import type { Tracker } from "../../tracker/tracker.ts";
import type { Command, CommandContext, ExitCode } from "../command.ts";
import { flag, textOption } from "../command.ts";
import type { PreparedStory, Sides } from "../disclosing.ts";
import { openForWriting, type Writing } from "../write.ts";

export const discloseCommand: Command = {
  name: "disclose",
  arguments: "[story]",
  summary: "publish a private story in the public tracker, once its hour has come",
  details:
    "First it shows what would become public, and what is left out; with --confirm it does it. Only comments that say " +
    '"disclose: true" come along, with their attachments. Running it again after an interruption finishes what was begun.',
  options: [
    { flags: "--to DIR", description: "a clone of the public tracker, with objects of its own" },
    { flags: "--confirm", description: "the plan has been read: do it" },
    { flags: "--due", description: "instead of a story: every one whose hour has come" },
    { flags: "--as PERSON", description: "who is writing, when git's storytree.person and user.email do not tell" },
  ],
  async run(context, [ref], options) {
    const folder = textOption(options, "to");
    const due = flag(options, "due");
    if (folder === undefined)
      throw new Failure("usage", "say where the public tracker is", {
        hint: "storytree disclose 48213377 --to ../public",
      });
    if (due === (ref !== undefined))
      throw new Failure("usage", due ? "name a story or --due, not both" : "name a story, or give --due");
    const opened = await openForWriting(context, options);
    const steps: Steps = {
      context,
      confirm: flag(options, "confirm"),
      goesOn: due,
      async open() {
        const { openSides } = await import("../disclosing.ts");
        const writing = await opened.reopen();
        return {
          writing,
          sides: await openSides(writing, resolve(context.directory, folder)),
          own: await loaded(writing),
        };
      },
    };
    const { writing, sides } = await steps.open();
    const { finishUnderway } = await import("../disclosing.ts");
    const unfinished = steps.confirm ? await finishUnderway(writing, sides) : 0;
    const now = await opened.reopen();
    const exit = await disclose(steps, due ? await dueStories(now) : [await storyIn(now, ref ?? "")]);
    return exit === 0 ? unfinished : exit;
  },
};

interface Opened {
  readonly writing: Writing;
  readonly sides: Sides;
  readonly own: Tracker;
}

interface Steps {
  readonly context: CommandContext;
  readonly confirm: boolean;
  /** A timer goes on with the other stories; what was wrong with one is said all the same. */
  readonly goesOn: boolean;
  /** Both sides as they are now. */
  readonly open: () => Promise<Opened>;
}

/** What goes wrong with one story ends the others only where nobody waits for them. */
async function attempt<T>({ context, goesOn }: Steps, id: number, work: () => Promise<T>): Promise<T | ExitCode> {
  try {
    return await work();
  } catch (error) {
    if (!goesOn || !(error instanceof Failure)) throw error;
    context.terminal.err(`storytree: story ${id}: ${terminalText(error.message)} [${error.code}]\n`);
    return error.exit;
  }
}

/** Stories whose hour has come at once become public in one commit, so that they can refer to each other. */
async function disclose(steps: Steps, ids: readonly number[]): Promise<ExitCode> {
  const { terminal, quiet } = steps.context;
  const { carryOutDisclosure, renumberFirst } = await import("../disclosing.ts");
  let worst: ExitCode = 0;
  const note = (exit: ExitCode) => {
    worst = worst === 0 || exit === 5 ? exit : worst;
  };
  let left: number[] = [];
  let opened = await steps.open();
  for (const id of ids) {
    const done = await attempt(steps, id, () => finishEarlier(steps, opened, id));
    if (done === undefined) left.push(id);
    else {
      note(done);
      opened = await steps.open();
    }
  }
  for (;;) {
    const ready = await prepareAll(steps, left, note);
    // Of a story named too early the plan is shown all the same.
    const early = steps.goesOn ? undefined : tooEarly((await steps.open()).own, left, terminal.now().getTime());
    if (early) throw early;
    if (!ready) return worst;
    const { writing, sides, prepared } = ready;
    const first = prepared.stories[0]?.id ?? 0;
    if (!steps.confirm) {
      if (!quiet) terminal.err("nothing has been published yet: read this, then say it again with --confirm\n");
      return worst;
    }
    if (prepared.renumber.length === 0) {
      const exit = await attempt(steps, first, () => carryOutDisclosure(writing, sides, prepared));
      note(exit);
      if (exit === 0) for (const { publicId } of prepared.stories) terminal.out(`${publicId}\n`);
      return worst;
    }
    const exit = await attempt(steps, first, () => renumberFirst(writing, prepared));
    note(exit);
    // Those that keep their numbers need not wait for it.
    const going = prepared.stories.filter(({ isRedrawn }) => exit === 0 || !isRedrawn);
    left = going.map(({ publicId }) => publicId);
  }
}

/** Plans and judges, until nothing speaks against what is left; undefined when nothing is. */
async function prepareAll(steps: Steps, ids: readonly number[], note: (exit: ExitCode) => void) {
  const { judgeDisclosure, prepare } = await import("../disclosing.ts");
  const showPlan = (story: PreparedStory) => {
    if (!steps.confirm) show(steps.context, story);
  };
  /** An hour may be put off while we are at it. */
  const stillDue = (own: Tracker, some: readonly number[]) =>
    steps.goesOn ? some.filter((id) => isDueIn(own, id, steps.context.terminal.now().getTime())) : some;
  let left = ids;
  while (left.length > 0) {
    const opened = await steps.open();
    left = stillDue(opened.own, left);
    if (left.length === 0) break;
    const prepared = await prepare(opened.writing, opened.sides, opened.own, left);
    let refused: number | undefined;
    if ("failure" in prepared) {
      refused = prepared.id;
      note(await attempt<ExitCode>(steps, refused, () => Promise.reject(prepared.failure)));
    } else {
      for (const story of prepared.stories) {
        const exit = await judgeDisclosure(steps.context, opened.sides, prepared, story);
        if (exit === null) continue;
        note(exit);
        showPlan(story);
        refused = story.id;
        break;
      }
      if (refused === undefined && stillDue((await steps.open()).own, left).length === left.length) {
        prepared.stories.forEach(showPlan);
        return { ...opened, prepared };
      }
    }
    left = left.filter((id) => id !== refused);
  }
  return undefined;
}

function isDueIn(own: Tracker, id: number, now: number): boolean {
  const story = own.stories.get(id);
  return story !== undefined && isDue(story, now);
}

function tooEarly(own: Tracker, ids: readonly number[], now: number): Failure | undefined {
  const story = ids.map((id) => own.stories.get(id)).find((each) => each && !isDue(each, now));
  if (!story) return undefined;
  const { id } = story;
  const hour = hourOf(story);
  const message =
    hour === null
      ? `nobody has said when story ${id} may be published`
      : `story ${id} may not be published before ${hour}`;
  const hint = `if it shall be earlier, say so first: storytree set ${id} disclose_at=INSTANT`;
  return new Failure("too-early", message, { exit: 5, hint });
}

/** What was published before, and is marked so at least now; undefined when the story is still to be disclosed. */
async function finishEarlier(
  { context, confirm }: Steps,
  { writing, sides, own }: Opened,
  id: number,
): Promise<ExitCode | undefined> {
  const { markDisclosed, publishedBefore } = await import("../disclosing.ts");
  const { terminal, quiet } = context;
  const story = own.stories.get(id);
  if (!story) throw new Failure("broken-record", `story ${id} cannot be read`, { hint: "storytree validate" });
  if (story.data.disclosed !== undefined) {
    if (!quiet) terminal.err(`story ${id} is public already, since commit ${story.data.disclosed}\n`);
    return 0;
  }
  if (!confirm || !isDue(story, terminal.now().getTime())) return undefined;
  const before = await publishedBefore(sides, story);
  return before === undefined ? undefined : markDisclosed(writing, id, before);
}

/** The plan: every byte that would be public, and every thing that would not. */
function show({ terminal, json }: CommandContext, { id, publicId, files, notes }: PreparedStory): void {
  if (json) {
    const shown = files.map(({ path, after }) => ({
      path,
      ...(typeof after === "string" ? { text: after } : { bytes: after?.length ?? 0 }),
    }));
    terminal.out(`${JSON.stringify({ id, public_id: publicId, files: shown, notes }, null, 2)}\n`);
    return;
  }
  if (publicId !== id)
    terminal.out(
      `the public tracker has drawn a number of story ${id} meanwhile: it becomes ${publicId}, here and there\n\n`,
    );
  for (const { path, after } of files) {
    terminal.out(`+++ ${terminalText(path)}\n`);
    if (typeof after === "string") terminal.out(`${terminalText(after.replace(/\n$/, "")).replace(/^/gm, "  ")}\n\n`);
    else terminal.out(`  ${after?.length ?? 0} bytes\n\n`);
  }
  for (const note of notes) terminal.out(`- ${terminalText(note)}\n`);
}

/** The story of a number, also of one that it had before the public tracker took it. */
async function storyIn(writing: Writing, ref: string): Promise<number> {
  const { formerStory } = await import("../../disclosure/renumber.ts");
  const digits = /^#?(?:story\/)?([1-9]\d{0,7})$/.exec(ref)?.[1];
  const own = await loaded(writing);
  const id = Number(digits);
  if (own.stories.has(id)) return id;
  const renamed = [...own.stories.values()].find(({ data }) => data.aliases?.includes(formerStory(id)));
  if (digits !== undefined && renamed) return renamed.id;
  const { storyOf } = await import("../targets.ts");
  if (digits === undefined) return storyOf(writing, ref);
  throw new Failure("no-such-record", `there is no story ${quote(ref)} here`, { hint: "storytree embargo lists them" });
}

async function dueStories(writing: Writing): Promise<readonly number[]> {
  const now = writing.context.terminal.now().getTime();
  const stories = [...(await loaded(writing)).stories.values()];
  return stories.filter((story) => story.data.disclosed === undefined && isDue(story, now)).map(({ id }) => id);
}

async function loaded({ tracker }: Writing): Promise<Tracker> {
  const { loadTracker } = await import("../../tracker/tracker.ts");
  return loadTracker(tracker.files);
}
