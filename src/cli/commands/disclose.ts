// `storytree disclose ID --to DIR`: a private story becomes public, as a new commit that has nothing of the restricted history.

import { resolve } from "node:path";
import { Failure } from "../../text/failure.ts";
import { quote } from "../../text/quote.ts";
import { terminalText } from "../../text/terminal-text.ts";
import type { Tracker } from "../../tracker/tracker.ts";
import type { Command, ExitCode } from "../command.ts";
import { flag, textOption } from "../command.ts";
import type { Prepared, Sides } from "../disclosing.ts";
import { openForWriting, type Writing } from "../write.ts";

export const discloseCommand: Command = {
  name: "disclose",
  arguments: "[story]",
  summary: "publish a private story in the public tracker, once its hour has come",
  details:
    "First it shows what would become public, and what is left out; with --confirm it does it. Only comments that say\n" +
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
    const { openSides } = await import("../disclosing.ts");
    const writing = await openForWriting(context, options);
    await openSides(writing, resolve(context.directory, folder));
    const confirm = flag(options, "confirm");
    let worst: ExitCode = 0;
    for (const id of due ? await dueStories(writing) : [await storyIn(writing, ref ?? "")]) {
      const current = await writing.reopen();
      const sides = await openSides(current, resolve(context.directory, folder));
      const exit = await discloseOne(current, sides, id, confirm).catch((error: unknown) => {
        // A timer goes on with the next story; what was wrong with this one is said all the same.
        if (!due || !(error instanceof Failure)) throw error;
        context.terminal.err(`storytree: story ${id}: ${terminalText(error.message)} [${error.code}]\n`);
        return error.exit;
      });
      worst = worst === 0 || exit === 5 ? exit : worst;
    }
    return worst;
  },
};

async function discloseOne(writing: Writing, sides: Sides, id: number, confirm: boolean): Promise<ExitCode> {
  const { carryOutDisclosure, forgetUnderway, judgeDisclosure, markDisclosed, prepare, publishedBefore, resume } =
    await import("../disclosing.ts");
  const { hourOf, isDue } = await import("../../disclosure/embargo.ts");
  const { context, tracker } = writing;
  const { terminal, quiet } = context;
  const own = await loaded(writing);
  const story = own.stories.get(id);
  if (!story) throw new Failure("broken-record", `story ${id} cannot be read`, { hint: "storytree validate" });
  if (story.data.disclosed !== undefined) {
    // An earlier run may have been ended between the mark and this.
    await forgetUnderway(sides, id);
    if (!quiet) terminal.err(`story ${id} is public already, since commit ${story.data.disclosed}\n`);
    return 0;
  }
  const isEarly = !isDue(story, terminal.now().getTime());
  if (confirm && !isEarly) {
    const resumed = await resume(writing, sides, id);
    if (resumed !== undefined) return resumed;
    const before = await publishedBefore(sides, own, tracker.files, id);
    if (before !== undefined) return markDisclosed(writing, sides, id, before);
  }
  const prepared = await prepare(writing, sides, own, id);
  if (!confirm) show(writing, prepared);
  const refused = await judgeDisclosure(context, sides, prepared);
  if (isEarly) {
    const hour = hourOf(story);
    throw new Failure(
      "too-early",
      hour === null
        ? `nobody has said when story ${id} may be published`
        : `story ${id} may not be published before ${hour}`,
      { exit: 5, hint: `if it shall be earlier, say so first: storytree set ${id} disclose_at=INSTANT` },
    );
  }
  if (refused !== null) return refused;
  if (confirm) {
    const exit = await carryOutDisclosure(writing, sides, prepared);
    if (exit === 0) terminal.out(`${prepared.publicId}\n`);
    return exit;
  }
  if (!quiet) terminal.err("nothing has been published yet: read this, then say it again with --confirm\n");
  return 0;
}

/** The plan: every byte that would be public, and every thing that would not. */
function show({ context }: Writing, { id, publicId, files, notes }: Prepared): void {
  const { terminal, json } = context;
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
  const { isDue } = await import("../../disclosure/embargo.ts");
  const now = writing.context.terminal.now().getTime();
  const stories = [...(await loaded(writing)).stories.values()];
  return stories.filter((story) => story.data.disclosed === undefined && isDue(story, now)).map(({ id }) => id);
}

async function loaded({ tracker }: Writing): Promise<Tracker> {
  const { loadTracker } = await import("../../tracker/tracker.ts");
  return loadTracker(tracker.files);
}
