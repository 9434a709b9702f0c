import fc from "fast-check";
import { expect, test } from "vitest";
import { lineOrigins } from "../../src/text/diff/line-origins.ts";

const told = (versions: readonly string[]) => lineOrigins(versions).map(({ text, version }) => `${version} ${text}`);

test.each<[string, string[], string[]]>([
  ["nothing", [], []],
  ["an empty text", [""], []],
  ["a line put between", ["a\nc\n", "a\nb\nc\n"], ["0 a", "1 b", "0 c"]],
  ["a line that goes and comes again", ["a\nb\n", "a\n", "a\nb\n"], ["0 a", "2 b"]],
  ["a line end that comes", ["a\nb", "a\nb\n"], ["0 a", "0 b"]],
  ["blank lines", ["\n\na\n", "\na\n\n"], ["0 ", "0 a", "1 "]],
])("%s", (_, versions, lines) => {
  expect(told(versions)).toEqual(lines);
});

test("texts with too little in common to compare keep what they begin and end with", () => {
  const body = (seed: number) => Array.from({ length: 3_000 }, (_, n) => `${seed} ${n}\n`).join("");
  const lines = told([`first\n${body(1)}last\n`, `first\n${body(2)}last\n`]);
  expect([lines[0], lines[1], lines.at(-1), lines.length]).toEqual(["0 first", "1 2 0", "0 last", 3_002]);
});

test("the lines are those of the last version, each from one that has it", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "c", ""), { maxLength: 6 })
    .map((lines) => lines.map((line) => `${line}\n`).join(""));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (versions) => {
      const lines = lineOrigins(versions);
      expect(lines.map((line) => `${line.text}\n`).join("")).toBe(versions.at(-1));
      for (const { text: line, version } of lines) expect(versions[version]?.split("\n")).toContain(line);
    }),
  );
});
