// Rows in columns side by side, on a terminal or for another program; each cell is measured once, since there may be a million rows.

import { terminalText } from "../text/terminal-text.ts";
import { clip, displayWidth, isNarrow } from "../text/width.ts";

export interface TableForm {
  /** Columns of the terminal; infinite where there is none. */
  readonly width: number;
  /** The column that takes what the others leave, and is cut where that is too little. */
  readonly elastic: number;
  /** Columns that are left out where there is no room for all, the first of them first. */
  readonly expendable?: readonly number[];
  /** A cell's colours, as it is filled up to its column's width. */
  readonly paint: Paint;
}

type Cells = readonly string[];
type Paint = (cell: string, column: number, filled: string) => string;

/** Where nothing says how wide the whole may be. */
const elasticAtMost = 80;
const elasticAtLeast = 20;
/** Other columns but the first are cut to no less than a day's length. */
const othersAtLeast = 10;
const leftOut = -1;

/** A line for each row. All rows have as many cells as the first; what is in them is shown, never obeyed. */
export function rowTable(rows: readonly Cells[], form: TableForm): string {
  const widths = (rows[0] ?? []).map(() => 0);
  const measured = rows.map((row) => measure(row, widths));
  fitInto(widths, form);
  const lines = rows.map((row, nth) => {
    const own = measured[nth] ?? null;
    return lineOf(own ? own.cells : row, own ? own.taken : null, widths, form.paint);
  });
  lines.push("");
  return lines.join("\n");
}

/** Brings the columns into the width that there is, where that can be. */
function fitInto(widths: number[], { width, elastic, expendable = [] }: TableForm): void {
  const wanted = widths[elastic] ?? 0;
  if (!Number.isFinite(width)) {
    widths[elastic] = Math.min(wanted, elasticAtMost);
    return;
  }
  const needed = Math.min(wanted, elasticAtLeast);
  const least = (each: number, column: number) => (column === 0 ? each : Math.min(each, othersAtLeast));
  const others = (size: (each: number, column: number) => number) =>
    widths.reduce(
      (sum, each, column) => (column === elastic || each === leftOut ? sum : sum + size(each, column) + 2),
      0,
    );
  for (const column of expendable) if (others(least) + needed > width) widths[column] = leftOut;
  for (let over = others((each) => each) + needed - width; over > 0; over -= 1) {
    const [widest = 0] = widths
      .map((_, column) => column)
      .filter((column) => column > 0 && column !== elastic)
      .sort((a, b) => (widths[b] as number) - (widths[a] as number));
    if (widest === 0 || (widths[widest] as number) <= othersAtLeast) break;
    widths[widest] = (widths[widest] as number) - 1;
  }
  widths[elastic] = Math.min(wanted, Math.max(needed, width - others((each) => each)));
}

interface Measured {
  readonly cells: Cells;
  /** How many columns each takes. */
  readonly taken: readonly number[];
}

// Small functions and plain loops from here on: only what is called often is compiled soon.

/** Widens the columns to what this row takes. Null for a row that is shown as it is and takes a column for each letter. */
function measure(row: Cells, widths: number[]): Measured | null {
  for (let column = 0; column < row.length; column += 1) {
    const cell = row[column] as string;
    // What is narrow holds no character that would be shown as another.
    if (!isNarrow(cell)) return measureAnew(row, widths);
    if (cell.length > (widths[column] as number)) widths[column] = cell.length;
  }
  return null;
}

function measureAnew(row: Cells, widths: number[]): Measured {
  const cells = row.map(terminalText);
  const taken = cells.map(displayWidth);
  for (const [column, width] of taken.entries()) widths[column] = Math.max(width, widths[column] as number);
  return { cells, taken };
}

function lineOf(cells: Cells, taken: readonly number[] | null, widths: readonly number[], paint: Paint): string {
  let line = "";
  for (let column = 0; column < cells.length; column += 1) {
    if (widths[column] === leftOut) continue;
    const cell = cells[column] as string;
    const filled = fill(cell, taken ? (taken[column] as number) : cell.length, widths[column] as number);
    line += `${column === 0 ? "" : "  "}${paint(cell, column, filled)}`;
  }
  return line.trimEnd();
}

/** The text cut or filled up to a width, of which it takes `taken` now. */
function fill(text: string, taken: number, target: number): string {
  if (taken === target) return text;
  if (taken < target) return text + " ".repeat(target - taken);
  const cut = clip(text, target);
  return cut + " ".repeat(Math.max(0, target - displayWidth(cut)));
}
