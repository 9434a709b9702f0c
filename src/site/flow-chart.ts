// A burn-up chart as one SVG picture: how much there was in all, and how much of it was done. No script, no style sheet, no font.

import type { FlowRow } from "../index/flow.ts";
import { instantOfSeconds } from "../model/instant.ts";
import { escapeXml } from "./escape.ts";

export interface ChartWords {
  readonly title: string;
  /** What is counted: "stories", "tasks". */
  readonly unit: string;
}

interface Format {
  readonly width: number;
  readonly height: number;
  /** Where the areas are. */
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  /** From one name in the legend to the next. */
  readonly legend: number;
  /** So many days are written below it at most. */
  readonly days: number;
  /** A narrow one stands where its title is written already. */
  readonly hasTitle: boolean;
}

const formats = {
  wide: {
    width: 800,
    height: 360,
    plot: { left: 56, right: 784, top: 48, bottom: 300 },
    legend: 120,
    days: 6,
    hasTitle: true,
  },
  /** As wide as a phone, so that its words are as large as others there. */
  narrow: {
    width: 328,
    height: 280,
    plot: { left: 44, right: 322, top: 12, bottom: 220 },
    legend: 90,
    days: 3,
    hasTitle: false,
  },
} satisfies Readonly<Record<string, Format>>;

/** Legible in light and dark: the text takes the colour around it, the areas are told apart by their lightness and their names. */
const areas = [
  { key: "scope", color: "#9ca3af", opacity: 0.35, name: "in all" },
  { key: "closed", color: "#8b5cf6", opacity: 0.8, name: "invalid" },
  { key: "merged", color: "#15803d", opacity: 0.9, name: "merged" },
] as const;

/** A complete SVG document. Its description says in words what the picture shows. */
export function flowChart(
  rows: readonly FlowRow[],
  { title, unit }: ChartWords,
  format: keyof typeof formats = "wide",
): string {
  const { width, height, plot, legend: step, days: mostDays, hasTitle } = formats[format];
  const points = rows.map((row) => ({
    time: row.to,
    scope: row.scope,
    closed: row.merged + row.invalid,
    merged: row.merged,
  }));
  const [first, last] = [rows[0], rows.at(-1)];
  const most = niceCeiling(Math.max(1, ...points.map((point) => point.scope)));
  const span = Math.max(1, (last?.to ?? 0) - (points[0]?.time ?? 0));
  const x = (time: number) => round(plot.left + ((time - (points[0]?.time ?? 0)) / span) * (plot.right - plot.left));
  const y = (count: number) => round(plot.bottom - (count / most) * (plot.bottom - plot.top));
  const text = (at: readonly [number, number], words: string, more = "") =>
    `<text x="${at[0]}" y="${at[1]}" fill="currentColor" ${more}>${escapeXml(words)}</text>`;
  const grid = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const count = most * part;
    return `<line x1="${plot.left}" x2="${plot.right}" y1="${y(count)}" y2="${y(count)}" stroke="currentColor" stroke-opacity="0.2"/>${text([plot.left - 8, y(count) + 4], String(count), 'text-anchor="end"')}`;
  });
  const shapes = areas.map(({ key, color, opacity }) => {
    const line = points.map((point) => `${x(point.time)},${y(point[key])}`).join(" ");
    const area = `${plot.left},${plot.bottom} ${line} ${x(last?.to ?? 0)},${plot.bottom}`;
    return points.length === 0
      ? ""
      : `<polygon points="${area}" fill="${color}" fill-opacity="${opacity}"/><polyline points="${line}" fill="none" stroke="${color}" stroke-width="2"/>`;
  });
  // What is closed and not merged is invalid; where nothing ever was, there is nothing to explain.
  const shown = areas.filter(({ key }) => key !== "closed" || rows.some((row) => row.invalid > 0));
  const legend = shown.map(({ color, name }, index) => {
    const left = plot.left + index * step;
    return `<rect x="${left}" y="${height - 24}" width="12" height="12" fill="${color}"/>${text([left + 18, height - 14], name)}`;
  });
  const days =
    points.length === 0
      ? []
      : labelled(points, mostDays).map(({ time }) => {
          // The last one would reach beyond the picture.
          const anchor = x(time) > plot.right - 40 ? "end" : "middle";
          return text([x(time), plot.bottom + 20], dayOf(time), `text-anchor="${anchor}"`);
        });
  const description =
    first && last
      ? `From ${dayOf(first.from)} to ${dayOf(last.to)}: at the end ${last.scope} ${unit} in all, ${last.merged} of them merged, ${last.invalid} invalid, ${last.open} open.`
      : `There are no ${unit}.`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="chart-title-${format} chart-description-${format}" font-family="system-ui, sans-serif" font-size="12" color="#6b7280">
<title id="chart-title-${format}">${escapeXml(title)}</title>
<desc id="chart-description-${format}">${escapeXml(description)}</desc>
${[hasTitle ? text([plot.left, 28], title, 'font-size="16" font-weight="600"') : "", ...grid, ...shapes, ...days, ...legend].filter((part) => part !== "").join("\n")}
</svg>
`;
}

/** So many points at most that their days stand apart. */
function labelled<T>(points: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, Math.ceil((points.length - 1) / (most - 1)));
  return points.filter((_, index) => index % step === 0);
}

/** The next number of a kind that people count in, which four parts divide. */
function niceCeiling(count: number): number {
  for (let unit = 1; ; unit *= 10) {
    for (const step of [4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 48, 56, 64, 72, 80, 96])
      if (step * unit >= count) return step * unit;
  }
}

function dayOf(time: number): string {
  return instantOfSeconds(time / 1000).slice(0, 10);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
