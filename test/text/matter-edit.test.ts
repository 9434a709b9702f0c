import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits, type TextEdit } from "../../src/text/edit.ts";
import type { Plain } from "../../src/text/emit.ts";
import { type Matter, readMatterText } from "../../src/text/matter.ts";
import { addItem, removeField, removeItem, type Shape, setBody, setField } from "../../src/text/matter-edit.ts";

const shape: Shape = {
  keys: ["title", "author", "type", "tags", "aliases", "milestone", "depends_on", "due", "links"],
  isTime: (pointer) => pointer === "/due",
};

function read(text: string): Matter {
  const { value, diagnostics } = readMatterText("story.md", text);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
}
const edited = (text: string, edits: (matter: Matter) => TextEdit[]) => applyEdits(text, edits(read(text)));

const odd = `---
title:   "Odd: but fine"   # keep me
author: alice
# a comment of its own
type: 'bug'
tags: # why these
  - b   # two
  - d

aliases: [a:1, "b:2"]
milestone:
due:   # soon
x-mine:
    deep: 1
---
Body --- stays.
`;

describe("an edit touches only what it means to", () => {
  test.each<[string, (m: Matter) => TextEdit[], [string, string]]>([
    ["a quoted scalar", (m) => setField(m, "title", "New", shape), ['"Odd: but fine"', "New"]],
    ["a scalar that needs quotes", (m) => setField(m, "author", "a: b", shape), ["author: alice", 'author: "a: b"']],
    ["an empty value", (m) => setField(m, "milestone", "m1", shape), ["milestone:", "milestone: m1"]],
    [
      "an empty value before a comment",
      (m) => setField(m, "due", "2026-01-02", shape),
      ["due:   #", "due: 2026-01-02   #"],
    ],
    ["emptying", (m) => setField(m, "type", null, shape), ["type: 'bug'", "type:"]],
    ["an item in order", (m) => addItem(m, "tags", "c", true, shape), ["  - d\n", "  - c\n  - d\n"]],
    ["an item at the front", (m) => addItem(m, "tags", "a", true, shape), ["  - b ", "  - a\n  - b "]],
    ["an item at the end", (m) => addItem(m, "tags", "e", true, shape), ["  - d\n", "  - d\n  - e\n"]],
    ["an item in brackets", (m) => addItem(m, "aliases", "c:3", true, shape), ['"b:2"]', '"b:2", c:3]']],
    ["taking an item away", (m) => removeItem(m, "tags", "b"), ["  - b   # two\n", ""]],
    [
      "a key that is missing",
      (m) => setField(m, "depends_on", [1], shape),
      ["due:   #", "depends_on:\n  - 1\ndue:   #"],
    ],
    [
      "a missing list's first item",
      (m) => addItem(m, "depends_on", 7, true, shape),
      ["due:   #", "depends_on:\n  - 7\ndue:   #"],
    ],
    ["removing a key", (m) => removeField(m, "x-mine"), ["x-mine:\n    deep: 1\n", ""]],
    ["the body", (m) => setBody(m, "New"), ["Body --- stays.\n", "New\n"]],
  ])("%s", (_, edit, [before, now]) => {
    expect(odd).toContain(before);
    expect(edited(odd, edit)).toBe(odd.replace(before, () => now));
  });

  test("nothing to do is no edit", () => {
    expect(addItem(read(odd), "tags", "b", true, shape)).toEqual([]);
    expect(removeItem(read(odd), "tags", "zz")).toEqual([]);
    expect(setField(read(odd), "milestone", null, shape)).toEqual([]);
    expect(setBody(read(odd), "Body --- stays.\n")).toEqual([]);
  });

  test("the last item gone, the key stays", () => {
    const text = "---\ntags:\n  - a\naliases: [b]\n---\n";
    expect(edited(text, (m) => removeItem(m, "tags", "a"))).toBe("---\ntags:\naliases: [b]\n---\n");
    expect(edited(text, (m) => removeItem(m, "aliases", "b"))).toBe("---\ntags:\n  - a\naliases:\n---\n");
    const explained = "---\ntags: [ a ]   # why\naliases:\n---\n";
    expect(edited(explained, (m) => removeItem(m, "tags", "a"))).toBe(explained.replace(" [ a ]", ""));
  });

  test("a title with a dollar sign is a title with a dollar sign", () => {
    expect(edited("---\ntitle: x\n---\n", (m) => setField(m, "title", "$1 or $15,000 $&", shape))).toBe(
      "---\ntitle: $1 or $15,000 $&\n---\n",
    );
  });
});

describe("any value set anywhere", () => {
  const text = fc.string({ unit: "grapheme-ascii" }).filter((s) => !/[\n\r\t]/.test(s));
  const value: fc.Arbitrary<Plain> = fc.oneof(text, fc.integer(), fc.constant(null), fc.array(text, { maxLength: 3 }));
  const file = fc.constantFrom(
    odd,
    "---\n---\n",
    "---\ntitle:\n---",
    "---\ntags: []\nlinks:\n  - url: x\n    title: y\n---\nb\n",
  );

  test("reads back, and every other key is as it was", () => {
    fc.assert(
      fc.property(file, fc.constantFrom(...shape.keys), value, (before, key, wanted) => {
        const matter = read(before);
        const now = read(applyEdits(before, setField(matter, key, wanted, shape)));
        const empty = wanted === null || (Array.isArray(wanted) && wanted.length === 0);
        expect(now.data[key] ?? null).toEqual(empty ? null : wanted);
        const others = (data: Matter["data"]) => Object.entries(data).filter(([name]) => name !== key);
        expect(others(now.data)).toEqual(others(matter.data));
        expect(now.body).toBe(matter.body);
      }),
      { numRuns: 3_000, seed: 5 },
    );
  });

  test("an item added and taken away leaves the bytes as they were", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { maxLength: 5 }),
        fc.stringMatching(/^[a-z]{5}$/),
        (tags, tag) => {
          const sorted = tags.sort();
          const before = `---\ntitle: x\ntags:\n${sorted.map((t) => `  - ${t}\n`).join("")}aliases:\n---\nbody\n`;
          const added = applyEdits(before, addItem(read(before), "tags", tag, true, shape));
          expect(read(added).data.tags).toEqual([...tags, tag].sort());
          expect(applyEdits(added, removeItem(read(added), "tags", tag))).toBe(before);
        },
      ),
      { seed: 9 },
    );
  });
});
