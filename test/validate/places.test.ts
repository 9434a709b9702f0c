// Where a finding points: a wrong value at the value as it is written, an unknown key at the key, a missing key at the first line, the second of two keys.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/text/diagnostic.ts";
import { judgeStrange, storyPath, textAt } from "../support/findings.ts";

const taskPath = "stories/377/48213377/tasks/59011377.md";

/** Values that are wrong wherever they stand, as they are written. */
const wrong = {
  story: {
    title: ['""', "[a]", "12", "{a: b}"],
    author: ['"Alice B"', "'A b'", "7", "true", "Alice#1"],
    created: ["2026-02-30T00:00:00Z", '"yesterday"', "2026-03-01", "2026"],
    type: ["Bug", "'two words'", "3"],
    triage: ["nwe", '"confirmed "', "[new]"],
    tags: ["slow", '"a, b"', "1"],
    milestone: ["M 1", "2026", '"ü"'],
    due: ["2026-13-01", '"2026-02-29"', "tomorrow"],
    locked: ['"yes"', "1", "maybe"],
    duplicate_of: ["1.5", "-3", '"48213377"', "#x"],
  },
  task: {
    project: ["Acme", '"a b"', "a/b/c", "12"],
    status: ["opne", "'todo '", "5", "true"],
    branch: ['"a b"', "[x]"],
    priority: ["urgent", '"High"', "1"],
    points: ["-1", '"3"', "many"],
    due: ["2026-02-30"],
  },
} as const;

const complete = {
  story: { title: "T", author: "alice", created: "2026-03-01T09:12:33Z" },
  task: { project: "acme", status: "todo", author: "alice", created: "2026-03-01T09:12:33Z" },
} as const;

const choices = (["story", "task"] as const).flatMap((kind) =>
  Object.entries(wrong[kind]).map(([key, values]) => ({ kind, key, values: values as readonly string[] })),
);
const comment = fc.constantFrom("", "# a note\n", "# a note\n# and another\n");
const after = fc.constantFrom("", "   ", " # why");
const scalar = (text: string) => !/^[[{]/.test(text) && !text.startsWith("#");

const story = `---\ntitle: T\nauthor: alice\ncreated: 2026-03-01T09:12:33Z\n---\n`;
const judge = async (kind: "story" | "task", text: string): Promise<readonly Diagnostic[]> =>
  judgeStrange(kind === "story" ? { [storyPath]: text } : { [storyPath]: story, [taskPath]: text });

describe("a place", () => {
  test("of a wrong value is the value, with its quotes and without what follows it", async () => {
    const which = fc
      .constantFrom(...choices)
      .chain((choice) => fc.tuple(fc.constant(choice), fc.constantFrom(...choice.values)));
    await fc.assert(
      fc.asyncProperty(
        which,
        comment,
        after,
        fc.string({ maxLength: 5 }),
        async ([{ kind, key }, value], note, tail, prose) => {
          fc.pre(scalar(value) && !/[\0\r]/.test(prose));
          const others = Object.entries(complete[kind]).filter(([name]) => name !== key);
          const lines = [...others.map(([name, text]) => `${name}: ${text}\n`)];
          lines.splice(1, 0, `${note}${key}: ${value}${tail}\n`);
          const text = `---\n${lines.join("")}---\n${prose}`;
          const found = await judge(kind, text);
          expect(
            found.map((each) => [each.code, textAt(text, each)]),
            text,
          ).toEqual([[`${kind}-${key.replaceAll("_", "-")}`, value]]);
        },
      ),
      { numRuns: 600, seed: 3 },
    );
  });

  test("of an unknown key is the key, of a missing one the first line, of a double one the second", async () => {
    const keyName = fc.stringMatching(/^[b-z]{2}[a-z_]{3,8}q$/);
    await fc.assert(
      fc.asyncProperty(keyName, fc.constantFrom("", '"'), comment, async (name, mark, note) => {
        const text = `---\ntitle: T\nauthor: alice\n${note}${mark}${name}${mark}: x\n---\n`;
        const found = await judge("story", text);
        const places = found.map((each) => [each.code, each.range?.start.line, textAt(text, each)]);
        expect(places).toEqual([
          ["missing-key", 2, "title: T"],
          ["unknown-key", 4 + note.split("\n").length - 1, `${mark}${name}${mark}`],
        ]);
        const double = `---\ntitle: T\n${note}${mark}title${mark}: U\nauthor: alice\n---\n`;
        const [second] = await judge("story", double);
        expect([second?.code, second?.range?.start.line, textAt(double, second as Diagnostic)]).toEqual([
          "yaml-duplicate-key",
          3 + note.split("\n").length - 1,
          `${mark}title${mark}`,
        ]);
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  test("of an item is the item, of an entry's field the field", async () => {
    const text = `${story.slice(0, -4)}tags:\n  - fine\n  - "Not Fine"\nlinks:\n  - url: https://example.org\n  - title: No address\n  - url: "ftp://example.org" # old\n---\n`;
    const found = await judge("story", text);
    expect(found.map((each) => [each.code, each.range?.start.line, textAt(text, each)])).toEqual([
      ["story-tags", 7, '"Not Fine"'],
      ["missing-key", 10, "title: No address"],
      ["story-links", 11, '"ftp://example.org"'],
    ]);
  });
});

test("several findings come in one pass and always in the same order", async () => {
  const files = {
    [storyPath]: "---\ntitel: x\nauthor: nobody\ncreated: 2026-02-30T00:00:00Z\ntriage: nwe\n---\n>>>\u202e\n",
    [taskPath]: "---\nproject: gone\nstatus: opne\nauthor: nobody\ncreated: x\n---\n",
    "people/Zed.md": "",
    "people/bob.md": "no\n",
  };
  const key = (each: Diagnostic) =>
    `${each.path}:${each.range?.start.line ?? 0}:${each.range?.start.column ?? 0} ${each.code}`;
  const first = (await judgeStrange(files)).map(key);
  expect(first.length).toBeGreaterThan(8);
  const reversed = Object.fromEntries(Object.entries(files).reverse());
  expect((await judgeStrange(reversed)).map(key)).toEqual(first);
  const place = (text: string) =>
    /^(.*):(\d+):(\d+) /
      .exec(text)
      ?.slice(1)
      .map((part) => part.padStart(8, "0")) ?? [];
  const paths = first.map((text) => text.replace(/:\d+:\d+ .*/, ""));
  expect(paths).toEqual([...paths].sort());
  for (const path of new Set(paths)) {
    const within = first.filter((text) => text.startsWith(`${path}:`)).map((text) => place(text).slice(1).join(":"));
    expect(within).toEqual([...within].sort());
  }
});
