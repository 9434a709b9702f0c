// Rows in columns side by side, on a terminal or for another program; each cell is measured once, since there may be a million rows.

import { terminalText } from "../text/terminal-text.ts";
import { clip, displayWidth, isNarrow } from "../text/width.ts";

export interface TableForm {
  /** Columns of the terminal; infinite where there is none. */
  readonly width: number;
  /** The column that takes what the others leave, and is cut where that is too little. */
  readonly elastic: number;
  /** A cell's colours, as it is filled up to its column's width. */
  readonly paint: (cell: string, column: number, filled: string) => string;
}

/** Where nothing says how wide the whole may be. */
const elasticAtMost = 80;
const elasticAtLeast = 20;

/** A line for each row. All rows have as many cells as the first; what is in them is shown, never obeyed. */
export function rowTable(rows: readonly (readonly string[])[], { width, elastic, paint }: TableForm): string {
  const columns = rows[0]?.length ?? 0;
  const texts: string[] = [];
  const measured = new Uint32Array(rows.length * columns);
  const widths = new Array<number>(columns).fill(0);
  for (const row of rows) {
    for (let column = 0; column < columns; column += 1) {
      const given = row[column] as string;
      // What is narrow holds no character that would be shown as another.
      const plain = isNarrow(given);
      const text = plain ? given : terminalText(given);
      const taken = plain ? text.length : displayWidth(text);
      measured[texts.length] = taken;
      texts.push(text);
      if (taken > (widths[column] as number)) widths[column] = taken;
    }
  }
  const others = widths.reduce((sum, each, column) => (column === elastic ? sum : sum + each + 2), 0);
  const room = Number.isFinite(width) ? Math.max(elasticAtLeast, width - others) : elasticAtMost;
  widths[elastic] = Math.min(widths[elastic] ?? 0, room);
  const lines: string[] = [];
  for (let first = 0; first < texts.length; first += columns) {
    let line = "";
    for (let column = 0; column < columns; column += 1) {
      const [text, target] = [texts[first + column] as string, widths[column] as number];
      const filled = fill(text, measured[first + column] as number, target);
      line += `${column === 0 ? "" : "  "}${paint(text, column, filled)}`;
    }
    lines.push(line.trimEnd());
  }
  lines.push("");
  return lines.join("\n");
}

/** The text cut or filled up to a width, of which it takes `taken` now. */
function fill(text: string, taken: number, target: number): string {
  if (taken === target) return text;
  if (taken < target) return text + " ".repeat(target - taken);
  const cut = clip(text, target);
  return cut + " ".repeat(Math.max(0, target - displayWidth(cut)));
}
