// `storytree blame REF`: who set each field's present value, and wrote each line of the text, in which commit.

import type { Blame, BlamedItem } from "../../change/history/blame.ts";
import type { CommitFacts } from "../../change/history/timeline.ts";
import { quote } from "../../text/quote.ts";
import { terminalText } from "../../text/terminal-text.ts";
import { pad } from "../../text/width.ts";
import type { Command } from "../command.ts";
import { textOption } from "../command.ts";
import type { Style } from "../style.ts";
import { withHistory } from "./log.ts";

export const blameCommand: Command = {
  name: "blame",
  arguments: "<ref>",
  summary: "say who set each field of a record, and in which commit",
  details:
    "Each field with its present value and the commit that set it; each item of a list, each line of the text. Of a story its own file: ask for a task by its own number.",
  options: [{ flags: "--rev REV", description: "as of this commit" }],
  async run(context, [ref = ""], options) {
    let isKnown = true;
    const exit = await withHistory(context, ref, textOption(options, "rev"), async (source, target) => {
      const { blameOf } = await import("../../change/history/blame.ts");
      const blame = await blameOf(source, target);
      isKnown = blame !== null;
      if (blame === null)
        context.terminal.err(`storytree: no commit that is here has written ${quote(ref)} so that it can be read\n`);
      else if (context.json) context.terminal.out(`${JSON.stringify(blame, null, 2)}\n`);
      else {
        const { shown } = await import("../../change/words.ts");
        const { whoOf } = await import("../../change/history/timeline-text.ts");
        context.terminal.out(blameText(blame, context.style, shown, whoOf));
      }
    });
    return isKnown ? exit : 1;
  },
};

type Row = readonly [by: CommitFacts, what: string];

function blameText(
  { fields, body }: Blame,
  style: Style,
  shown: (value: unknown) => string,
  whoOf: (by: CommitFacts) => string,
): string {
  const item = (field: string, { value, by }: BlamedItem): Row => [by, `${shown(field)}: ${shown(value)}`];
  const rows = [
    ...fields.flatMap((each) => each.items?.map((one) => item(each.field, one)) ?? [item(each.field, each)]),
    ...body.map(({ by, text }): Row => [by, `| ${text}`.trimEnd()]),
  ];
  const width = Math.max(0, ...rows.map(([by]) => terminalText(whoOf(by)).length));
  return rows
    .map(([by, what]) => {
      const commit = style.yellow(by.commit.slice(0, 10));
      return `${commit} ${by.time.slice(0, 10)} ${pad(terminalText(whoOf(by)), width)}  ${terminalText(what)}\n`;
    })
    .join("");
}
