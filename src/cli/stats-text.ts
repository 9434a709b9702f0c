// Statistics as a person, a spreadsheet or a program reads them.

import type { Counted } from "../index/count-by.ts";
import type { Durations, Flow, Interval } from "../index/flow.ts";
import type { Unit } from "../index/lives.ts";
import { instantOfSeconds } from "../model/instant.ts";
import { csv } from "../text/csv.ts";
import { terminalText } from "../text/terminal-text.ts";
import { displayWidth, pad } from "../text/width.ts";
import type { Style } from "./style.ts";

export interface StatsSubject {
  readonly unit: Unit;
  readonly query: string;
  readonly interval: Interval;
  /** By status. */
  readonly counts: readonly Counted[];
  readonly total: number;
  readonly since: number;
  readonly until: number;
}

export function unitWords(unit: Unit): string {
  return unit === "story" ? "stories" : "tasks";
}

export function countsText(format: "table" | "csv" | "json", field: string, counts: readonly Counted[]): string {
  if (format === "json") return `${JSON.stringify({ by: field, counts }, null, 2)}\n`;
  if (format === "csv") return csv([[field, "count"], ...counts.map(({ value, count }) => [value, count])]);
  return columnsText(
    counts.map(({ value, count }) => [String(count), terminalText(value ?? "none")]),
    1,
  );
}

const heads = ["from", "created", "closed", "reopened", "open", "merged", "invalid", "in all"];

export function flowText(flow: Flow, { unit, interval, counts, total }: StatsSubject, style: Style): string {
  const words = unitWords(unit);
  const shares = counts.map(({ value, count }) => `${count} ${value}`).join(", ");
  const rows = flow.rows.map(({ from, created, closed, reopened, open, merged, invalid, scope }) => [
    day(from),
    ...[created, closed, reopened, open, merged, invalid, scope].map(String),
  ]);
  const measured: (readonly [string, string, Durations])[] = [
    ["lead time", "reported to merged", flow.lead],
    ["cycle time", "first started to merged", flow.cycle],
    ["age", "of what is open", flow.age],
  ];
  const lines = measured.map(([name, meaning, { count, median, most, longest }]) => [
    `${name}, ${meaning}`,
    String(count),
    ...[median, most, longest].map((time) => (time === null ? "-" : days(time))),
  ]);
  const parts = [
    `${style.bold(`${total} ${total === 1 ? unit : words}`)}${shares === "" ? "" : `: ${shares}`}\n`,
    rows.length === 0 ? "" : `\n${style.dim(`by ${interval}`)}\n${columnsText([heads, ...rows], 0, 1)}`,
    `\n${style.dim("in days")}\n${columnsText([["", "count", "median", "85 of 100", "longest"], ...lines], 0, 1)}`,
    flow.cameClosed === 0
      ? ""
      : `\n${flow.cameClosed} of ${total} came closed: when is not known, so they are in no lead time; what an import brought counts as closed on the day of its last comment\n`,
  ];
  return parts.join("");
}

export function flowCsv({ rows }: Flow): string {
  const names = ["from", "to", "created", "closed", "reopened", "open", "merged", "invalid", "scope"] as const;
  const value = (row: Flow["rows"][number], name: (typeof names)[number]) =>
    name === "from" || name === "to" ? instantOfSeconds(row[name] / 1000) : row[name];
  return csv([names, ...rows.map((row) => names.map((name) => value(row, name)))]);
}

/** Durations in seconds. */
export function flowJson(flow: Flow, { unit, query, interval, counts, total, since, until }: StatsSubject): string {
  const instant = (time: number) => instantOfSeconds(time / 1000);
  const seconds = ({ count, median, most, longest }: Durations) => {
    const of = (time: number | null) => time && Math.round(time / 1000);
    return { count, median: of(median), percentile_85: of(most), longest: of(longest) };
  };
  const document = {
    unit,
    query,
    total,
    counts,
    since: instant(since),
    until: instant(until),
    interval,
    flow: flow.rows.map(({ from, to, ...counts }) => ({ from: instant(from), to: instant(to), ...counts })),
    lead_seconds: seconds(flow.lead),
    cycle_seconds: seconds(flow.cycle),
    age_seconds: seconds(flow.age),
    came_closed: flow.cameClosed,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Columns side by side, numbers to the right; so many columns from `words` on hold words, and are put to the left. */
function columnsText(rows: readonly (readonly string[])[], from: number, words = Number.POSITIVE_INFINITY): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ""))));
  return rows
    .map((row) => {
      const cells = row.map((cell, column) => {
        const width = widths[column] ?? 0;
        const isWord = column >= from && column < from + words;
        return isWord ? pad(cell, width) : " ".repeat(width - displayWidth(cell)) + cell;
      });
      return `${cells.join("  ").trimEnd()}\n`;
    })
    .join("");
}

function day(time: number): string {
  return instantOfSeconds(time / 1000).slice(0, 10);
}

function days(time: number): string {
  return (time / 86_400_000).toFixed(1);
}
