// `storytree stats [QUERY]`: how many there are, by any field; what came and what was done over time, and how long it took.

import type { Catalogue } from "../../index/catalogue.ts";
import { countedFields } from "../../index/count-by.ts";
import { momentAsked } from "../../index/expand-query.ts";
import { type Flow, fittingInterval, flowOf, type Interval, intervals } from "../../index/flow.ts";
import type { Life, Unit } from "../../index/lives.ts";
import { instantOfSeconds, isDay } from "../../model/instant.ts";
import { customQueryFields } from "../../model/query/custom-query-fields.ts";
import { Failure } from "../../text/failure.ts";
import { nearest } from "../../text/nearest.ts";
import { quote } from "../../text/quote.ts";
import type { Command, CommandContext, Options } from "../command.ts";
import { flag, refuseTwoForms, textOption } from "../command.ts";
import { sayBroken } from "../say-broken.ts";
import { trackerWithCatalogue } from "../tracker-at.ts";
import { sayCut } from "./log.ts";

export const statsCommand: Command = {
  name: "stats",
  arguments: "[query...]",
  summary: "count stories or tasks by a field, and measure how work flows",
  details:
    "Of what the query finds now: what came and what was closed in each interval, lead time (reported to merged), cycle time (first started to merged), and the age of what is open, from the history: what is not committed does not count. --format svg and --format png draw it as a burn-up chart.",
  options: [
    { flags: "--tasks", description: "tasks instead of stories" },
    { flags: "--by FIELD", description: "count by this field instead: status, project, assignee, tag, milestone, …" },
    { flags: "--since DAY", description: "from this day on; by default from the first on" },
    { flags: "--until DAY", description: "up to the end of this day; by default until now" },
    { flags: "--interval INTERVAL", description: "how time is cut; by default what fits", choices: intervals },
    {
      flags: "--format FORMAT",
      description: "how it is printed",
      choices: ["table", "csv", "svg", "png"],
      default: "table",
    },
    { flags: "--rev REV", description: "as of this commit" },
  ],
  async run(context, args, options) {
    const { readQuery } = await import("../read-query.ts");
    const asked = textOption(options, "format") ?? "table";
    refuseTwoForms(context, asked);
    const format = context.json ? "json" : asked;
    if (format === "png") refuseTerminal(context);
    const revision = textOption(options, "rev");
    const since = dayOption(options, "since");
    const until = dayOption(options, "until");
    const { tracker, catalogue } = await trackerWithCatalogue(context, revision, { withProposals: true });
    try {
      const now = momentAsked(catalogue, revision, context.terminal.now().getTime());
      const text = args.join(" ");
      const query = readQuery(text, catalogue, now);
      const unit: Unit = flag(options, "tasks") ? "task" : "story";
      const field = textOption(options, "by");
      if (field !== undefined) {
        checkField(field, catalogue);
        if (format === "svg" || format === "png")
          throw new Failure("usage", `--format ${format} draws work over time, not --by a field`);
        const overTime = (["since", "until", "interval"] as const).find((name) => textOption(options, name));
        if (overTime !== undefined)
          throw new Failure("usage", `--${overTime} is about work over time, and --by counts what is there now`, {
            hint: 'a condition such as "created:>2026-03-01" says which are counted',
          });
        const { countsText } = await import("../stats-text.ts");
        const counts = catalogue.countBy(query, field, unit);
        context.terminal.out(countsText(format as "table" | "csv" | "json", field, counts));
        sayBroken(context, catalogue);
        return 0;
      }
      const lives = catalogue.lives(query, unit);
      const span = spanOf(lives, now, since, until);
      const interval =
        (textOption(options, "interval") as Interval | undefined) ?? fittingInterval(span.since, span.until);
      const flow = flowOf(lives, { ...span, interval });
      checkLength(flow, interval);
      const counts = catalogue.countBy(query, unit === "story" ? "status" : "task", unit);
      const total = counts.reduce((sum, { count }) => sum + count, 0);
      const subject = { unit, query: text, interval, counts, total, ...span };
      context.terminal.out(await written(format, context, flow, subject));
      sayCut(context, catalogue);
      sayBroken(context, catalogue);
      sayUncounted(context, total - lives.length, tracker.repository?.partial === true);
      return 0;
    } finally {
      catalogue.close();
    }
  },
};

/** What is in no interval, so that it is not taken for never having been. */
function sayUncounted({ terminal, quiet }: CommandContext, uncommitted: number, isPartial: boolean): void {
  if (quiet) return;
  if (uncommitted > 0)
    terminal.err(`${uncommitted} of them ${uncommitted === 1 ? "is" : "are"} not committed, and in no interval\n`);
  if (isPartial)
    terminal.err(
      "this clone left old versions out: what became of stories in those is not counted\n  hint: a clone without --filter has them all\n",
    );
}

/** Bytes on a terminal would be noise, and may be taken for commands. */
function refuseTerminal({ terminal }: CommandContext): void {
  if (terminal.columns === undefined) return;
  throw new Failure("usage", "--format png is a picture, and no terminal shows it", {
    hint: "write it to a file: storytree stats --format png > chart.png",
  });
}

const dayLength = 86_400_000;

function spanOf(lives: readonly Life[], now: number, since: number | undefined, until: number | undefined) {
  const end = until === undefined ? now : Math.min(now, until + dayLength);
  const first = lives.reduce((least, life) => Math.min(least, life.born), end);
  const start = since ?? first - (first % dayLength);
  const dayOf = (time: number) => instantOfSeconds(time / 1000).slice(0, 10);
  for (const [name, day] of Object.entries({ since, until })) {
    if (day === undefined || day < now) continue;
    throw new Failure("usage", `--${name} ${dayOf(day)} lies ahead`, {
      hint: "a day that has been, such as 2026-03-01",
    });
  }
  if (start < end || lives.length === 0) return { since: Math.min(start, end), until: end };
  if (since === undefined && until !== undefined)
    throw new Failure("usage", `nothing was there yet on ${dayOf(until)}`, {
      hint: "--until takes a day on or after that on which the first of these was reported",
    });
  throw new Failure("usage", "--since is not before --until", {
    hint: "both are days such as 2026-03-01, --until the later one",
  });
}

function dayOption(options: Options, name: "since" | "until"): number | undefined {
  const text = textOption(options, name);
  if (text === undefined) return undefined;
  if (isDay(text)) return Date.parse(`${text}T00:00:00Z`);
  throw new Failure("usage", `--${name} takes a day such as 2026-03-01, not ${quote(text)}`);
}

/** More rows than anyone reads; a day each since an import of something old would be thousands. */
const mostRows = 2_000;

function checkLength({ rows }: Flow, interval: Interval): void {
  if (rows.length <= mostRows) return;
  throw new Failure("usage", `--interval ${interval} makes ${rows.length} rows, more than ${mostRows}`, {
    hint: "take a longer interval, or a shorter time with --since",
  });
}

function checkField(field: string, catalogue: Catalogue): void {
  const own = customQueryFields(catalogue.config?.data).map(({ name }) => name);
  const known = [...countedFields, ...own];
  if (known.includes(field)) return;
  const guess = nearest(field, known);
  throw new Failure("usage", `${quote(field)} is not a field to count by`, {
    hint: guess ? `did you mean "${guess}"?` : `there are ${known.join(", ")}`,
  });
}

async function written(
  format: string,
  { style, terminal }: CommandContext,
  flow: Flow,
  subject: import("../stats-text.ts").StatsSubject,
): Promise<string | Uint8Array> {
  const { flowCsv, flowJson, flowText, unitWords } = await import("../stats-text.ts");
  if (format === "json") return flowJson(flow, subject);
  if (format === "csv") return flowCsv(flow);
  if (format === "table") return flowText(flow, subject, style);
  const { flowChart } = await import("../../site/flow-chart.ts");
  const unit = unitWords(subject.unit);
  const title = subject.query === "" ? `All ${unit}` : `${unit}: ${subject.query}`;
  const chart = flowChart(flow.rows, { title, unit });
  if (format === "svg") return chart;
  const { isDrawn, pngOf } = await import("../../site/png.ts");
  if (!isDrawn(title))
    terminal.err(
      "storytree: the picture's font lacks letters of the query: --format svg leaves them to the reader's fonts\n",
    );
  return pngOf(chart);
}
