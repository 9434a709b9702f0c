// Rows in columns: the same as told in the simplest way, and as many as there are.

import fc from "fast-check";
import { expect, test } from "vitest";
import { rowTable } from "../../src/cli/row-table.ts";
import { terminalText } from "../../src/text/terminal-text.ts";
import { clip, displayWidth, pad } from "../../src/text/width.ts";

const plain = (_cell: string, _column: number, filled: string) => filled;

function simply(given: readonly (readonly string[])[], width: number, elastic: number): string {
  const rows = given.map((row) => row.map(terminalText));
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ""))));
  const others = () => widths.reduce((sum, each, column) => (column === elastic ? sum : sum + each + 2), 0);
  const needed = Math.min(widths[elastic] ?? 0, 20);
  for (;;) {
    const narrower = widths.map((each, column) => (column === 0 || column === elastic ? 0 : each));
    const widest = narrower.indexOf(Math.max(...narrower));
    if (others() + needed <= width || (narrower[widest] ?? 0) <= 10) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  widths[elastic] = Math.min(widths[elastic] ?? 0, Number.isFinite(width) ? Math.max(needed, width - others()) : 80);
  const filled = (cell: string, column: number) => pad(clip(cell, widths[column] ?? 0), widths[column] ?? 0);
  return rows.map((row) => `${row.map(filled).join("  ").trimEnd()}\n`).join("");
}

test("is what the simplest way makes of them", () => {
  const odd = fc.constantFrom(
    "é",
    "日本語",
    "🎉",
    "👩‍👩‍👧",
    "e\u0301",
    "\u0007",
    "\u001b[31m",
    "\u202e",
    "\t",
    "→",
    "",
  );
  const cell = fc.oneof(fc.string({ maxLength: 40 }), fc.string({ unit: "grapheme", maxLength: 30 }), odd);
  const rows = fc.array(fc.tuple(cell, cell, fc.string({ minLength: 30, maxLength: 120 })), {
    minLength: 1,
    maxLength: 8,
  });
  const width = fc.constantFrom(Number.POSITIVE_INFINITY, 10, 40, 80, 200);
  fc.assert(
    fc.property(rows, width, fc.integer({ min: 0, max: 2 }), (some, columns, elastic) => {
      expect(rowTable(some, { width: columns, elastic, paint: plain })).toBe(simply(some, columns, elastic));
    }),
    { numRuns: 500, seed: 7 },
  );
});

test("what cannot be cut any more is left out, the first that can be spared first", () => {
  const row = ["48213377", "active", "medium", "Live migration times out", "lantern/compute +1", "2026-10-28"];
  const lines = (width: number) => rowTable([row], { width, elastic: 3, expendable: [5, 2], paint: plain }).trimEnd();
  expect(lines(100)).toBe("48213377  active  medium  Live migration times out  lantern/compute +1  2026-10-28");
  expect(lines(74)).toBe("48213377  active  medium  Live migration time…  lantern/compu…  2026-10-28");
  expect(lines(60)).toBe("48213377  active  medium  Live migration time…  lantern/com…");
  expect(lines(50)).toBe("48213377  active  Live migration time…  lantern/c…");
  for (const width of [46, 50, 57, 66, 70, 80, 90]) expect(displayWidth(lines(width))).toBeLessThanOrEqual(width + 4);
});

test("colours lie around what fills the column", () => {
  const paint = (cell: string, column: number, filled: string) => (column === 0 ? `<${cell}|${filled}>` : filled);
  expect(
    rowTable(
      [
        ["1", "one"],
        ["234", ""],
      ],
      { width: 80, elastic: 1, paint },
    ),
  ).toBe("<1|1  >  one\n<234|234>\n");
});

test("a quarter of a million rows are no more trouble than one", () => {
  const rows = Array.from({ length: 250_000 }, (_, index) => [String(index), "x"]);
  const text = rowTable(rows, { width: 80, elastic: 1, paint: plain });
  expect(text.slice(0, 20)).toBe("0       x\n1       x\n");
  expect(text.length).toBe(rows.length * 10);
});
