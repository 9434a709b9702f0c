import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseFull } from "../../src/text/yaml-full.ts";
import { type PlainMatter, parsePlain, plainOutline } from "../../src/text/yaml-plain.ts";

// Lines near the edge of the plain subset: the scan must refuse whatever the two libraries could read differently.
const fragment = fc.constantFrom(
  ...[
    "a",
    "B",
    "null",
    "true",
    "Yes",
    "~",
    "0",
    "-1",
    "1.5",
    "1e3",
    "0x1f",
    "0o7",
    "1_000",
    "007",
    ".inf",
    "2026-03-01",
  ],
  ...[
    "2026-03-01T09:12:33Z",
    "12345678901234567890",
    ":",
    ": ",
    " #",
    "#",
    "- ",
    "-",
    " ",
    "  ",
    "'",
    '"',
    "\\",
    ",",
    "[",
  ],
  ...[
    "]",
    "{",
    "}",
    "&a",
    "*a",
    "!t",
    "|",
    ">",
    "%",
    "@",
    "`",
    "?",
    "? ",
    "=",
    "<<",
    "---",
    "...",
    "é",
    "日本",
    "🙂",
    "\t",
  ],
);
const value = fc.array(fragment, { maxLength: 4 }).map((parts) => parts.join(""));
const key = fc.constantFrom("title", "tags", "x-y", "due", "a1", "Title", "a b", "1", "null", "true", "on");
const line = fc.oneof(
  fc.tuple(key, value).map(([k, v]) => `${k}: ${v}`),
  key.map((k) => `${k}:`),
  value.map((v) => `  - ${v}`),
  value.map((v) => `- ${v}`),
  fc.tuple(key, value).map(([k, v]) => `  - ${k}: ${v}`),
  fc.tuple(key, value).map(([k, v]) => `    ${k}: ${v}`),
  fc.constantFrom("", "# note", "  # note", " x: 1"),
);
const yamlText = fc.array(line, { maxLength: 5 }).map((lines) => lines.map((each) => `${each}\n`).join(""));

const whole = ({ data, empty }: PlainMatter) => ({ ...data, ...Object.fromEntries(empty.map((key) => [key, null])) });

describe("the plain reader", () => {
  test("reads exactly what yaml reads, or declines", () => {
    let admitted = 0;
    fc.assert(
      fc.property(yamlText, (text) => {
        const read = parsePlain(text);
        if (read === undefined) return;
        admitted += 1;
        expect(Object.keys(read.data).filter((key) => read.empty.includes(key))).toEqual([]);
        const plain = whole(read);
        expect(plain).toEqual(parse(text, { schema: "core", version: "1.2" }));
        const full = parseFull(text);
        expect(full).toMatchObject({ data: plain, faults: [] });
        expect(plainOutline(text)).toEqual(full.root);
      }),
      { numRuns: 30_000, seed: 7 },
    );
    expect(admitted).toBeGreaterThan(500);
  });

  test("admits what the tool writes most", () => {
    const story =
      "title: Live migration times out (again)\nauthor: alice\ntype: bug\ncreated: 2026-03-01T09:12:33Z\ntriage: confirmed\n" +
      "tags:\n  - live-migration\naliases:\n  - launchpad:1834567\nmilestone:\ndepends_on:\n  - 48213377\ndue: 2026-04-01\n" +
      "links:\n  - url: https://example.org/a\n    title: A page\n";
    const read = parsePlain(story);
    expect(read && whole(read)).toEqual(parse(story));
    expect(plainOutline(story)).toEqual(parseFull(story).root);
  });
});

describe("the full reader", () => {
  test("never throws and places every fault inside the text", () => {
    fc.assert(
      fc.property(
        fc.oneof(yamlText, fc.string({ maxLength: 200 }), fc.string({ unit: "binary", maxLength: 80 })),
        (text) => {
          const { data, faults } = parseFull(text);
          expect(data === undefined).toBe(faults.length > 0);
          for (const { span } of faults) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeLessThanOrEqual(text.length + 1);
          }
        },
      ),
      { numRuns: 5_000, seed: 11 },
    );
  });

  test.each(
    [
      ["a: &x 1\n", "yaml-anchor"],
      ["a: 1\nb: *a\n", "yaml-anchor"],
      ["<<: {a: 1}\n", "yaml-anchor"],
      ["a: !!binary aGk=\n", "yaml-tag"],
      ["a: !mine x\n", "yaml-tag"],
      ["__proto__: 1\n", "yaml-key"],
      ["a:\n  constructor: 1\n", "yaml-key"],
      ["? [a]\n: b\n", "yaml-key"],
      ["1: b\n", "yaml-key"],
      ["a: 1\nb: 2\na: 3\n", "yaml-duplicate-key"],
      ["a:\n  b: 1\n  b: 2\n", "yaml-duplicate-key"],
      ["a: 12345678901234567890\n", "yaml-number"],
      ["a: 1e3\n", "yaml-number"],
      ["a: .inf\n", "yaml-number"],
      ['a: "\\u0000"\n', "control-character"],
      ['a: "\\u202e"\n', "bidi-character"],
      ['a: "\\u200b"\n', "invisible-character"],
      ["- a\n", "yaml-not-a-mapping"],
      ["word\n", "yaml-not-a-mapping"],
      ['{"a": 1}\n', "yaml-not-a-mapping"],
      ["a: b\n...\nc: d\n", "yaml-syntax"],
      ["%YAML 1.2\na: b\n", "yaml-syntax"],
      ["a: b: c\n", "yaml-syntax"],
      ["a: @x\n", "yaml-syntax"],
      ["a:\n\t- b\n", "yaml-syntax"],
      [`a: ${"[".repeat(5000)}\n`, "front-matter-too-deep"],
      [Array.from({ length: 40 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join(""), "front-matter-too-deep"],
      [`${"- ".repeat(40)}a\n`, "front-matter-too-deep"],
      [Array.from({ length: 8000 }, (_, n) => `k${n}:\n`).join(""), "front-matter-too-long"],
    ].map(([text, code]) => [(text ?? "").slice(0, 30), text ?? "", code]),
  )("refuses %j", (_, text, code) => {
    expect(parseFull(text).faults[0]?.code).toBe(code);
  });

  test("places the second of two equal keys", () => {
    expect(parseFull("a: 1\nb: 2\na: 3\n").faults[0]?.span).toEqual({ start: 10, end: 11 });
  });
});

test("a number that is written in another way is shown as it is written here, where that is all of it", () => {
  const told = (number: string) => {
    const [first] = parseFull(`a: ${number}\n`).faults;
    return [first?.code, first?.hint];
  };
  for (const [number, written] of [
    ["1e3", "1000"],
    ["2.5E-2", "0.025"],
    ["-1.20e1", "-12"],
  ] as const)
    expect([number, ...told(number)]).toEqual([
      number,
      "yaml-number",
      `write ${written}, or put it in double quotes when it is text`,
    ]);
  for (const number of ["-1.5e-9", "1e21", "1e-400", "0xFFFFFFFFFFFFFF1", "1e400", "12345678901234567890"])
    expect([number, ...told(number)]).toEqual([number, "yaml-number", "put it in double quotes"]);
});
