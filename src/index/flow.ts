// Work over time, from the lives of stories or tasks: what came and what was done in each interval, how long it took, how old the rest is.

import { isClosed, type Life } from "./lives.ts";
import type { Phase } from "./phases.ts";

export type Interval = "day" | "week" | "month" | "quarter" | "year";
export const intervals: readonly Interval[] = ["day", "week", "month", "quarter", "year"];

export interface FlowRow {
  /** [from, to) in milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly created: number;
  readonly closed: number;
  readonly reopened: number;
  /** At the end of it: how many there were in all, still open, merged, and invalid. */
  readonly scope: number;
  readonly open: number;
  readonly merged: number;
  readonly invalid: number;
}

/** How long things took, in milliseconds; null when there were none. */
export interface Durations {
  readonly count: number;
  readonly median: number | null;
  /** Of a hundred, eighty-five took at most this long. */
  readonly most: number | null;
  readonly longest: number | null;
}

export interface Flow {
  readonly rows: readonly FlowRow[];
  /** From being reported to being merged, of what was merged between `since` and `until`. */
  readonly lead: Durations;
  /** From the first start to being merged. */
  readonly cycle: Durations;
  /** Of what is open at `until`. */
  readonly age: Durations;
  /** Have been closed ever since they came: they are in no lead time, since when they were closed is not known. */
  readonly cameClosed: number;
}

export interface FlowOptions {
  readonly since: number;
  readonly until: number;
  readonly interval: Interval;
}

export function flowOf(lives: readonly Life[], { since, until, interval }: FlowOptions): Flow {
  const rows = rowsOf(lives, edgesOf(since, until, interval));
  const [lead, cycle, age]: [number[], number[], number[]] = [[], [], []];
  let cameClosed = 0;
  for (const life of lives) {
    const last = life.turns.findLast(({ time }) => time < until);
    if (life.born < until && !isClosed(last?.phase ?? "open")) age.push(until - life.born);
    if (last !== undefined && isAsItCame(life, until)) cameClosed += 1;
    else if (last?.phase === "merged" && last.time >= since) {
      lead.push(last.time - life.born);
      const start = life.turns.find(({ phase }) => phase === "started")?.time;
      if (start !== undefined && start <= last.time) cycle.push(last.time - start);
    }
  }
  return {
    rows,
    lead: durations(lead),
    cycle: durations(cycle),
    age: durations(age),
    cameClosed,
  };
}

/** Whether it came closed, and was not opened again before some time. */
function isAsItCame({ cameClosed, turns }: Life, until: number): boolean {
  return cameClosed && turns.every(({ time, phase }) => time >= until || isClosed(phase));
}

interface Counts {
  created: number;
  closed: number;
  reopened: number;
  scope: number;
  open: number;
  merged: number;
  invalid: number;
}

/** What each life adds to the interval in which it happens, and at the end what stands of it: added up from the first on. */
function rowsOf(lives: readonly Life[], edges: readonly number[]): readonly FlowRow[] {
  const counts = edges
    .slice(1)
    .map((): Counts => ({ created: 0, closed: 0, reopened: 0, scope: 0, open: 0, merged: 0, invalid: 0 }));
  for (const life of lives) {
    const began = counts[placeOf(edges, life.born)];
    if (began === undefined) continue;
    if (life.born >= (edges[0] as number)) began.created += 1;
    began.scope += 1;
    began.open += 1;
    let phase: Phase = "open";
    for (const turn of life.turns) {
      const count = counts[placeOf(edges, turn.time)];
      if (count === undefined) break;
      if (turn.time >= (edges[0] as number) && isClosed(turn.phase) !== isClosed(phase))
        count[isClosed(phase) ? "reopened" : "closed"] += 1;
      count[standing(phase)] -= 1;
      count[standing(turn.phase)] += 1;
      phase = turn.phase;
    }
  }
  for (const [at, count] of counts.entries())
    for (const name of ["scope", "open", "merged", "invalid"] as const) count[name] += counts[at - 1]?.[name] ?? 0;
  return counts.map((count, at) => ({ from: edges[at] as number, to: edges[at + 1] as number, ...count }));
}

/** The interval in which a time lies; the first one for what was before all of them, none for what comes after. */
function placeOf(edges: readonly number[], time: number): number {
  let [low, high] = [0, edges.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (time < (edges[middle + 1] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function standing(phase: Phase): "open" | "merged" | "invalid" {
  return phase === "merged" || phase === "invalid" ? phase : "open";
}

function durations(times: readonly number[]): Durations {
  const sorted = Float64Array.from(times).sort();
  const count = sorted.length;
  if (count === 0) return { count, median: null, most: null, longest: null };
  const nth = (place: number) => sorted[place] as number;
  const median = (nth((count - 1) >>> 1) + nth(count >>> 1)) / 2;
  // The smallest that at least this share does not exceed.
  return { count, median, most: nth(Math.ceil(0.85 * count) - 1), longest: nth(count - 1) };
}

/** The interval that makes at most some thirty rows of a span, until years do no more. */
export function fittingInterval(since: number, until: number): Interval {
  const days = (until - since) / dayLength;
  if (days <= 14) return "day";
  if (days <= 190) return "week";
  if (days <= 900) return "month";
  return days <= 2_700 ? "quarter" : "year";
}

const dayLength = 86_400_000;

/** The edges of the intervals, in UTC, weeks from Monday on; the first and the last interval may be cut. */
function edgesOf(since: number, until: number, interval: Interval): readonly number[] {
  const edges = [since];
  for (let next = nextEdge(since, interval); next < until; next = nextEdge(next, interval)) edges.push(next);
  if (until > since) edges.push(until);
  return edges;
}

function nextEdge(time: number, interval: Interval): number {
  const date = new Date(time);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  switch (interval) {
    case "day":
      return Date.UTC(year, month, day + 1);
    case "week":
      return Date.UTC(year, month, day + 7 - ((date.getUTCDay() + 6) % 7));
    case "month":
      return Date.UTC(year, month + 1, 1);
    case "quarter":
      return Date.UTC(year, month - (month % 3) + 3, 1);
    case "year":
      return Date.UTC(year + 1, 0, 1);
  }
}
