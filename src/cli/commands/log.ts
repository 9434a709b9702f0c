// `storytree log REF`: the timeline of a story or of any other record, with who and which commit.

import type { Catalogue } from "../../index/catalogue.ts";
import { resolveReference, type Target } from "../../index/reference.ts";
import { Failure } from "../../text/failure.ts";
import type { ObjectReader } from "../../tracker/git/objects.ts";
import type { OpenTracker } from "../../tracker/open.ts";
import type { Command, CommandContext } from "../command.ts";
import { textOption } from "../command.ts";
import { sayMissing } from "../say-missing.ts";
import { catalogueFor, trackerAt } from "../tracker-at.ts";
import { wholeNumber } from "../whole-number.ts";

export const logCommand: Command = {
  name: "log",
  arguments: "<ref>",
  summary: "say what became of a record, when, by whom and in which commit",
  details:
    "The commits of the base branch, newest first. Of a story also what became of its tasks, comments and attachments, and where it lies on lists and boards. What is not committed does not show.",
  options: [
    { flags: "--limit NUMBER", description: "print at most so many commits; 0 is all of them", default: "0" },
    { flags: "--rev REV", description: "as of this commit" },
  ],
  async run(context, [ref = ""], options) {
    const limit = wholeNumber("--limit", textOption(options, "limit"), 0);
    return withHistory(context, ref, textOption(options, "rev"), async (source, target) => {
      const { timelineOf } = await import("../../change/history/timeline.ts");
      const entries = await timelineOf(source, target);
      const shown = limit === 0 ? entries : entries.slice(0, limit);
      if (context.json) context.terminal.out(`${JSON.stringify(shown, null, 2)}\n`);
      else {
        const { timelineText } = await import("../../change/history/timeline-text.ts");
        context.terminal.out(timelineText(shown, context.style));
      }
      if (shown.length < entries.length && !context.quiet)
        context.terminal.err(`${shown.length} of ${entries.length} commits\n`);
    });
  },
};

/** Opens what a REF stands for and its history; exit 1 when nothing answers to it. */
export async function withHistory(
  context: CommandContext,
  ref: string,
  revision: string | undefined,
  work: (source: { catalogue: Catalogue; objects: ObjectReader }, target: Target) => Promise<void>,
): Promise<0 | 1> {
  const tracker = await trackerAt(context, revision);
  const objects = objectsOf(tracker);
  // Who an author is stands in the people's files.
  const catalogue = await catalogueFor(context, tracker, ref, ["people"]);
  try {
    const target = resolveReference(catalogue, ref, { prefixes: true });
    if (!target) {
      sayMissing(context, catalogue, ref);
      return 1;
    }
    await work({ catalogue, objects }, target);
    sayCut(context, catalogue);
    return 0;
  } finally {
    catalogue.close();
  }
}

function objectsOf({ objects, head, commit }: OpenTracker): ObjectReader {
  if (objects && (head ?? commit)) return objects;
  throw new Failure("no-history", "there is no history here: nothing has been committed", {
    hint: "git init, git add, git commit",
  });
}

/** Says where history ends, so that what is missing is not taken for never having been. */
export function sayCut({ terminal, quiet }: CommandContext, { historyCut }: Catalogue): void {
  if (historyCut === null || quiet) return;
  terminal.err(
    `this clone is shallow: what happened up to ${historyCut.time} (${historyCut.commit.slice(0, 10)}) is not known here\n  hint: git fetch --unshallow\n`,
  );
}
