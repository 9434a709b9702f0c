// The piece of a text around what was sought: texts of ASCII alone take a shorter way, to the same piece.

import fc from "fast-check";
import { expect, test } from "vitest";
import { snippetsOf } from "../../src/index/snippet.ts";

const filler = " and so on".repeat(60);

test("a text is cut in the same place whether a letter beyond ASCII follows far behind or not", () => {
  const piece = fc.constantFrom(
    "disk",
    "Disks",
    "DISK",
    "disk_io",
    "x_disk",
    "7",
    "a",
    " ",
    " ",
    "\n",
    "-",
    "un",
    "'s",
  );
  const text = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(""));
  const term = fc.record({
    words: fc.constantFrom(["disk"], ["io"], ["a"], ["7", "disk"], ["größe"], ["größe", "disk"]),
    prefix: fc.boolean(),
  });
  fc.assert(
    fc.property(text, fc.array(term, { minLength: 1, maxLength: 2 }), (given, terms) => {
      const cut = snippetsOf(terms);
      expect(cut(`${given}${filler}.`)).toBe(cut(`${given}${filler}é`));
    }),
    { numRuns: 2_000, seed: 11 },
  );
});

test("a word is a word, not a part of one, and a beginning is marked with all of it", () => {
  const shown = (text: string, words: readonly string[], prefix = false) => snippetsOf([{ words, prefix }])(text);
  expect(shown("disks, undisk, Disk_io", ["disk"])).toBe("disks, undisk, \u0001Disk\u0002_io");
  expect(shown("disks, undisk", ["disk"])).toBeUndefined();
  expect(shown("undisk, disks", ["disk"], true)).toBe("undisk, \u0001disks\u0002");
});

test("what is quoted is shown without the marks that say so", () => {
  const shown = snippetsOf([{ words: ["disk"], prefix: false }]);
  expect(shown("> > The disk\n> is full, a > b\n\nYes")).toBe("The \u0001disk\u0002 is full, a > b Yes");
});

test("headings and words set apart are shown without the marks that say so; other marks stay", () => {
  const shown = snippetsOf([{ words: ["disk"], prefix: false }]);
  expect(shown("### Steps\n\n> ## The **disk** is *full*, see `df -h`.")).toBe(
    "Steps The \u0001disk\u0002 is full, see df -h.",
  );
  expect(shown("disk *args, **kwargs, 2**3, __init__, a # b")).toBe(
    "\u0001disk\u0002 *args, **kwargs, 2**3, __init__, a # b",
  );
});
