// `storytree list [QUERY]`: the stories, or with --tasks the tasks, that a query finds.

import type { Catalogue, Found, StoryRow, TaskRow } from "../../index/catalogue.ts";
import { momentAsked } from "../../index/expand-query.ts";
import type { Query } from "../../model/query/query.ts";
import { csv } from "../../text/csv.ts";
import { Failure } from "../../text/failure.ts";
import { nearest } from "../../text/nearest.ts";
import { quote } from "../../text/quote.ts";
import { terminalText } from "../../text/terminal-text.ts";
import type { Command, CommandContext } from "../command.ts";
import { flag, refuseTwoForms, textOption } from "../command.ts";
import { rowTable, type TableForm } from "../row-table.ts";
import { sayBroken } from "../say-broken.ts";
import type { Style } from "../style.ts";
import { lookForProposals, trackerWithCatalogue } from "../tracker-at.ts";
import { wholeNumber } from "../whole-number.ts";

export const listCommand: Command = {
  name: "list",
  arguments: "[query...]",
  summary: "list stories that a query finds",
  details:
    'A query such as: project:openstack/nova status:active -tag:docs "live migration" sort:updated-desc. "storytree explain query" tells all of it.',
  options: [
    { flags: "--tasks", description: "list tasks instead of stories" },
    { flags: "--limit NUMBER", description: "print at most so many; 0 is all of them", default: "0" },
    { flags: "--rev REV", description: "as of this commit" },
    {
      flags: "--format FORMAT",
      description:
        'how rows are printed: table, ids, csv, or a template such as "{id} {status} {title}", with the names of --json',
      default: "table",
    },
  ],
  paged: true,
  async run(context, args, options) {
    const { readQuery } = await import("../read-query.ts");
    const limit = wholeNumber("--limit", textOption(options, "limit"), 0);
    const revision = textOption(options, "rev");
    const { tracker, catalogue } = await trackerWithCatalogue(context, revision, { withProposals: true });
    if (/\bis:proposed\b/.test(args.join(" ")))
      await lookForProposals(tracker, catalogue, context.terminal.now().getTime());
    try {
      const now = momentAsked(catalogue, revision, context.terminal.now().getTime());
      const query = readQuery(args.join(" "), catalogue, now);
      const page = { limit: limit === 0 ? Number.MAX_SAFE_INTEGER : limit, offset: 0 };
      const tasks = flag(options, "tasks");
      const found = tasks
        ? inOnePiece(catalogue.tasks(query, page))
        : context.json
          ? inOnePiece(catalogue.stories(query, page))
          : catalogue.storiesInPieces(query, page);
      const format = textOption(options, "format") ?? "table";
      refuseTwoForms(context, format);
      const template = await templateOf(format, catalogue, tasks);
      const shown = context.json
        ? await printJson(context, found.pieces)
        : template
          ? printLines(context, found.pieces, template)
          : format === "ids"
            ? printLines(context, found.pieces, (row) => `${row.id}\n`)
            : print(context, found.pieces, format === "csv", tasks);
      report(context, catalogue, found.total, shown, tasks ? "task" : "story", found.byRecency === true);
      if (found.total === 0 && !context.quiet) await sayStrangeNames(context, catalogue, query);
      return 0;
    } finally {
      catalogue.close();
    }
  },
};

type Pieces = Iterable<readonly (StoryRow | TaskRow)[]>;

interface FoundRows {
  readonly total: number;
  readonly pieces: Pieces;
  readonly byRecency?: boolean;
}

function inOnePiece(found: Found<StoryRow | TaskRow>): FoundRows {
  return { ...found, pieces: [found.rows] };
}

async function templateOf(format: string, catalogue: Catalogue, tasks: boolean) {
  if (formats.includes(format)) return undefined;
  if (/[{}]/.test(format)) return (await import("../row-template.ts")).rowTemplate(format, catalogue, tasks);
  const guess = nearest(format, formats);
  throw new Failure("usage", `--format ${quote(format)} is not ${formats.join(", ")} or a template`, {
    hint: guess ? `did you mean "${guess}"?` : 'a template names fields in braces: "{id} {status} {title}"',
  });
}

const formats: readonly string[] = ["table", "ids", "csv"];

// Each of these says how many rows it has printed.

async function printJson({ terminal }: CommandContext, pieces: Pieces): Promise<number> {
  const { taskRowJson } = await import("../../site/record-json.ts");
  const values = eachRow(pieces, (row) => ("task" in row ? taskRowJson(row) : { kind: "story", ...row }));
  terminal.out(`${JSON.stringify(values, null, 2)}\n`);
  return values.length;
}

function printLines({ terminal }: CommandContext, pieces: Pieces, lineOf: (row: StoryRow | TaskRow) => string): number {
  const lines = eachRow(pieces, lineOf);
  terminal.out(lines.join(""));
  return lines.length;
}

/** What is made of a row is kept, the row is not. */
function eachRow<T>(pieces: Pieces, make: (row: StoryRow | TaskRow) => T): readonly T[] {
  const made: T[] = [];
  for (const piece of pieces) for (const row of piece) made.push(make(row));
  return made;
}

/** Broken files are named on every list: what is missing from it must not be missed. */
function report(
  context: CommandContext,
  catalogue: Catalogue,
  total: number,
  shown: number,
  noun: string,
  byRecency: boolean,
): void {
  if (context.quiet) return;
  const { terminal } = context;
  const plural = total === 1 ? noun : noun === "story" ? "stories" : `${noun}s`;
  terminal.err(
    `${shown < total ? `${shown} of ` : ""}${total} ${plural}${byRecency ? ", the newest first: too many match to rank them" : ""}\n`,
  );
  sayBroken(context, catalogue);
}

/** Who finds nothing may have misspelt a name. */
async function sayStrangeNames({ terminal }: CommandContext, catalogue: Catalogue, query: Query): Promise<void> {
  const { strangeNames } = await import("../../index/strange-names.ts");
  for (const { message, guess } of strangeNames(catalogue, query.where))
    terminal.err(`${terminalText(message)}${guess === undefined ? "" : `; did you mean "${terminalText(guess)}"?`}\n`);
}

type Cells = readonly string[];

const storyHeads: Cells = ["id", "status", "priority", "title", "projects", "updated"];
const taskHeads: Cells = ["id", "status", "priority", "title", "project", "branch", "assignee", "story"];

/** In a table for people a story that waits for triage says so; a program looks for the status that it has. */
function storyCells(row: StoryRow, asCsv: boolean): Cells {
  const first = row.projects[0] ?? "";
  const projects = row.projects.length > 1 ? `${first} +${row.projects.length - 1}` : first;
  return [
    String(row.id),
    row.untriaged && !asCsv ? "untriaged" : row.status,
    row.priority ?? "",
    row.title,
    projects,
    row.updated?.slice(0, 10) ?? "unknown",
  ];
}

function taskCells({ id, task, story }: TaskRow): Cells {
  const { data } = task;
  const { status, project, branch = "", assignee = "" } = data;
  return [
    String(id),
    status,
    data.priority ?? "medium",
    data.title ?? story.title,
    project,
    branch,
    assignee,
    String(story.id),
  ];
}

function print({ terminal, style }: CommandContext, pieces: Pieces, asCsv: boolean, tasks: boolean): number {
  const cells = eachRow(pieces, (row) => ("task" in row ? taskCells(row) : storyCells(row, asCsv)));
  const heads = tasks ? taskHeads : storyHeads;
  if (asCsv) terminal.out(csv([heads, ...cells]));
  else if (cells.length > 0)
    terminal.out(
      rowTable(cells, {
        width: style.width,
        elastic: heads.indexOf("title"),
        expendable: ["branch", "updated", "story", "priority", "assignee", "projects", "project"].map((head) =>
          heads.indexOf(head),
        ),
        paint: painted(style),
      }),
    );
  return cells.length;
}

function painted(style: Style): TableForm["paint"] {
  if (!style.color) return (_cell, _column, filled) => filled;
  return (cell, column, filled) => {
    if (column === 0) return style.bold(filled);
    return column === 1 ? statusColor(cell, style)(filled) : filled;
  };
}

function statusColor(status: string, style: Style): (text: string) => string {
  if (status === "merged") return style.green;
  if (status === "invalid") return style.dim;
  return status === "untriaged" || status === "review" ? style.yellow : (text) => text;
}
