// How work flows: of the whole tracker, a project or a milestone, as a chart with its table, and how long things took.

import { type Durations, fittingInterval, flowOf } from "../../index/flow.ts";
import { instantOfSeconds } from "../../model/instant.ts";
import type { NamedKind } from "../../model/place.ts";
import { namedKey, type PageKey } from "../addresses.ts";
import { flowChart } from "../flow-chart.ts";
import type { Page } from "../page.ts";
import { calledHere, known, queryOf, type Site, siteTitle } from "../site.ts";

/** The kinds that have a report of their own each. */
export const reportedKinds: readonly NamedKind[] = ["project", "milestone"];

export const reportKey = (kind: NamedKind, name: string): PageKey => `reports/${namedKey(kind, name)}`;

export function reportPage(site: Site): Page | null {
  const around = reportedKinds.map((kind) => ({
    kind,
    title: kind === "project" ? "By project" : "By milestone",
    items: [...known(site, kind)].map((name) => ({ name: calledHere(site, kind, name), key: reportKey(kind, name) })),
  }));
  return report(site, {
    key: "report",
    title: "Progress",
    of: siteTitle(site),
    query: "",
    unit: "stories",
    around,
    back: null,
  });
}

/** The report of a project or milestone: its tasks. */
export function namedReport(site: Site, kind: NamedKind, name: string): Page | null {
  if (!reportedKinds.includes(kind) || !known(site, kind).has(name)) return null;
  const record = site.catalogue.named(kind, name);
  const title = (record?.data as { title?: string } | undefined)?.title ?? name;
  const query = `${kind}:"${name}"`;
  return report(site, {
    key: reportKey(kind, name),
    title: `Progress: ${title}`,
    of: title,
    query,
    unit: "tasks",
    around: [],
    back: { kind, name: title, key: namedKey(kind, name) },
  });
}

interface Wish {
  readonly key: PageKey;
  readonly title: string;
  readonly of: string;
  readonly query: string;
  readonly unit: "stories" | "tasks";
  readonly around: readonly object[];
  /** What it is about, when that has a page. */
  readonly back: { readonly kind: NamedKind; readonly name: string; readonly key: PageKey } | null;
}

const dayLength = 86_400_000;

function report(site: Site, { key, title, of, query: text, unit, around, back }: Wish): Page | null {
  const query = queryOf(site, text);
  if (!query) return null;
  const lives = site.catalogue.lives(query, unit === "stories" ? "story" : "task");
  // It ends with the day of the last thing that happened: a page that nothing happened to stays as it is.
  const last = lives.reduce((most, life) => Math.max(most, life.born, life.turns.at(-1)?.time ?? 0), 0);
  const until = lives.length === 0 ? 0 : Math.floor(last / dayLength + 1) * dayLength;
  const first = lives.reduce((least, life) => Math.min(least, life.born), until);
  const since = first - (first % dayLength);
  const interval = fittingInterval(since, until);
  const flow = flowOf(lives, { since, until, interval });
  const day = (time: number) => instantOfSeconds(time / 1000).slice(0, 10);
  const rows = flow.rows.map((row) => ({ ...row, from: day(row.from), to: day(row.to - 1) }));
  const durations = [
    { name: "Lead time", says: "from being reported to being merged", ...inDays(flow.lead) },
    { name: "Cycle time", says: "from the first start to being merged", ...inDays(flow.cycle) },
    { name: "Age", says: `of what is open, at the end of ${day(until - 1)}`, ...inDays(flow.age) },
  ];
  const words = { title: `${of}: ${unit} over time`, unit };
  const charts = lives.length === 0 ? null : [flowChart(flow.rows, words), flowChart(flow.rows, words, "narrow")];
  return {
    key,
    title,
    description: `How work on ${of} flows: what came, what was done, how long it took.`,
    template: "report",
    view: {
      charts,
      last: lives.length === 0 ? null : day(until - 1),
      rows,
      durations,
      interval,
      unit,
      cameClosed: flow.cameClosed,
      of,
      around,
      back,
    },
    json: {
      query: text,
      unit,
      interval,
      rows,
      lead_days: inDays(flow.lead),
      cycle_days: inDays(flow.cycle),
      age_days: inDays(flow.age),
    },
    feedOf: back?.key ?? "index",
    section: "report",
  };
}

function inDays({ count, median, most, longest }: Durations) {
  const days = (time: number | null) => (time === null ? null : Math.round((10 * time) / dayLength) / 10);
  return { count, median: days(median), most: days(most), longest: days(longest) };
}
