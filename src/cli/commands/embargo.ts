// `storytree embargo`: which private stories are overdue, which are due, and what is to be done for each.

import type { Embargo } from "../../disclosure/embargo.ts";
import { Failure } from "../../text/failure.ts";
import { terminalText } from "../../text/terminal-text.ts";
import { clip } from "../../text/width.ts";
import type { Command } from "../command.ts";
import { trackerAt } from "../tracker-at.ts";

export const embargoCommand: Command = {
  name: "embargo",
  summary: "list private stories: what is overdue, what is due, and the next step of each",
  details: "In a restricted tracker. Exit 1 when the embargo of a story is over and it has not been disclosed.",
  async run(context) {
    const { embargoes } = await import("../../disclosure/embargo.ts");
    const { loadTracker } = await import("../../tracker/tracker.ts");
    const opened = await trackerAt(context, undefined, { withProposals: true });
    if (opened.visibility === "public")
      throw new Failure("not-restricted", "this tracker is public: nothing in it is under embargo");
    const { terminal, json, quiet } = context;
    const list = embargoes(await loadTracker(opened.files), terminal.now().getTime());
    if (json) terminal.out(`${JSON.stringify(list, null, 2)}\n`);
    else for (const each of list) terminal.out(lineFor(each, terminal.columns ?? 120));
    if (list.length === 0 && !quiet) terminal.err("no story is under embargo\n");
    return list.some((each) => each.state === "overdue") ? 1 : 0;
  },
};

function lineFor({ id, title, state, disclose_at, embargo_until, next }: Embargo, columns: number): string {
  const when = disclose_at ?? embargo_until ?? "no date";
  const first = `${id}  ${state.padEnd(7)}  ${when.padEnd(20)}  `;
  return `${first}${clip(terminalText(title), Math.max(20, columns - first.length))}\n          next: ${terminalText(next)}\n`;
}
