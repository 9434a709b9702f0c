// `storytree board BOARD`: its lanes and the cards in them, side by side where the terminal is wide enough.

import type { Card, LaneCards } from "../../index/lane-cards.ts";
import { nearest } from "../../text/nearest.ts";
import { quote } from "../../text/quote.ts";
import { terminalText } from "../../text/terminal-text.ts";
import { clip, displayWidth, pad } from "../../text/width.ts";
import type { Command, CommandContext, ExitCode } from "../command.ts";
import { textOption } from "../command.ts";
import { sayBroken } from "../say-broken.ts";
import type { Style } from "../style.ts";
import { trackerWithCatalogue } from "../tracker-at.ts";
import { wholeNumber } from "../whole-number.ts";

export const boardCommand: Command = {
  name: "board",
  arguments: "<board>",
  summary: "show the lanes of a board and the cards in them",
  details: "Lanes stand side by side where the terminal has room for them, else one below the other.",
  options: [
    { flags: "--limit NUMBER", description: "show at most so many cards in a lane; 0 is all of them", default: "20" },
    { flags: "--rev REV", description: "as of this commit" },
  ],
  async run(context, [ref = ""], options) {
    const limit = wholeNumber("--limit", textOption(options, "limit"), 20);
    const { catalogue } = await trackerWithCatalogue(context, textOption(options, "rev"), {
      withProposals: true,
    });
    try {
      const name = ref.replace(/^board\//, "");
      const board = catalogue.named("board", name);
      if (!board) {
        const guess = nearest(
          name,
          catalogue.allNamed("board").map((each) => each.name),
        );
        context.terminal.err(`storytree: there is no board ${quote(name)} here\n`);
        if (guess) context.terminal.err(`  hint: did you mean "${guess}"?\n`);
        return 1;
      }
      const { momentAsked, queryContext } = await import("../../index/expand-query.ts");
      const { laneCards } = await import("../../index/lane-cards.ts");
      const { parseQuery } = await import("../../model/query/parse.ts");
      const asking = queryContext(
        catalogue,
        momentAsked(catalogue, textOption(options, "rev"), context.terminal.now().getTime()),
      );
      let exit: ExitCode = 0;
      const parse = (text: string) => {
        const parsed = parseQuery(text, asking);
        if (parsed.ok) return parsed.query;
        // An empty lane must not pass for one in which nothing is left to do.
        context.terminal.err(
          `storytree: ${terminalText(`the query ${quote(text)} of a lane is wrong: ${parsed.problem.message}`)}\n`,
        );
        exit = 1;
        return null;
      };
      const most = limit === 0 ? Number.MAX_SAFE_INTEGER : limit;
      const lanes = (board.data.lanes ?? []).map((lane) => ({
        title: lane.title,
        limit: lane.limit ?? null,
        ...laneCards(catalogue, lane, parse, most),
      }));
      if (context.json) context.terminal.out(`${JSON.stringify(boardJson(name, board.data.title, lanes), null, 2)}\n`);
      else context.terminal.out(boardText(context, board.data.title, lanes));
      sayBroken(context, catalogue);
      return exit;
    } finally {
      catalogue.close();
    }
  },
};

interface ShownLane extends LaneCards {
  readonly title: string;
  /** How many cards it should hold at most. */
  readonly limit: number | null;
}

function boardJson(name: string, title: string, lanes: readonly ShownLane[]) {
  const cards = (lane: ShownLane) =>
    lane.cards.map(({ row, task }) =>
      task
        ? { kind: "task", ...task, story: row.id }
        : { kind: "story", id: row.id, title: row.title, status: row.status, assignees: row.assignees },
    );
  return {
    id: name,
    kind: "board",
    title,
    lanes: lanes.map((lane) => ({
      title: lane.title,
      limit: lane.limit,
      total: lane.total,
      over: isOver(lane),
      cards: cards(lane),
    })),
  };
}

function isOver({ limit, total }: ShownLane): boolean {
  return limit !== null && total > limit;
}

/** A lane narrower than this says too little of each card. */
const narrowest = 24;
const between = 2;

function boardText({ style }: CommandContext, title: string, lanes: readonly ShownLane[]): string {
  const head = `${style.bold(terminalText(title))}\n`;
  if (lanes.length === 0) return `${head}no lanes\n`;
  const width = Math.floor((style.width - between * (lanes.length - 1)) / lanes.length);
  // Where no terminal says how wide it is, a program or a page reads: lines, not columns.
  if (!Number.isFinite(width) || width < narrowest) {
    return `${head}${lanes.map((lane) => `\n${laneLines(lane, Math.min(style.width, 100), style).join("\n")}\n`).join("")}`;
  }
  const columns = lanes.map((lane) => laneLines(lane, width, style, true));
  const height = Math.max(...columns.map((column) => column.length));
  const rows = Array.from({ length: height }, (_, row) =>
    columns
      .map((column) => column[row] ?? " ".repeat(width))
      .join(" ".repeat(between))
      .trimEnd(),
  );
  return `${head}\n${rows.join("\n")}\n`;
}

/** `fill`: every line is as wide as the lane. */
function laneLines(lane: ShownLane, width: number, style: Style, fill = false): string[] {
  const line = (text: string, paint: (text: string) => string = (plain) => plain) => {
    const cut = clip(text, width);
    return fill ? paint(cut) + pad("", width - displayWidth(cut)) : paint(cut);
  };
  const { title, total, limit, cards } = lane;
  const count = limit === null ? `${total}` : `${total} of at most ${limit}`;
  const more = total - cards.length;
  return [
    line(terminalText(`${title} (${count})`), isOver(lane) ? style.red : style.bold),
    ...cards.flatMap((card) => [line(cardTitle(card)), line(`  ${cardFacts(card)}`, style.dim)]),
    ...(more > 0 ? [line(`… ${more} more`, style.dim)] : []),
  ];
}

function cardTitle({ row, task }: Card): string {
  return terminalText(`#${task?.id ?? row.id} ${task?.title ?? row.title}`);
}

function cardFacts({ row, task }: Card): string {
  const facts = task
    ? [task.project, task.status, task.assignee ?? "nobody"]
    : [row.untriaged ? "untriaged" : row.status, row.assignees.join(", ")];
  return terminalText(facts.filter((fact) => fact !== "").join(" · "));
}
