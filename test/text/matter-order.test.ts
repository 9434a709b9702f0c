import fc from "fast-check";
import { expect, test } from "vitest";
import { readMatterText, valuesOf } from "../../src/text/matter.ts";
import { orderKeys } from "../../src/text/matter-order.ts";

const keys = ["title", "author", "tags", "due"];
const ordered = (text: string) => {
  const matter = readMatterText("a.md", text).value;
  if (!matter) throw new Error("broken");
  return orderKeys(matter, keys, ["title", "tags"]);
};

test("keys move with their lines and the comments above them", () => {
  const text =
    "---\n# why it is due\ndue: 2026-01-01   # soon\nx-mine: {a: 1}\ntags:   # two\n  - b\n\n  - a\n# who\nauthor: 'bob'\n---\nBody\n---\n";
  expect(ordered(text)).toBe(
    "---\ntitle:\n# who\nauthor: 'bob'\ntags:   # two\n  - b\n\n  - a\n# why it is due\ndue: 2026-01-01   # soon\nx-mine: {a: 1}\n---\nBody\n---\n",
  );
});

test("ordering is idempotent, and every line and value survives", () => {
  const line = fc.constantFrom(
    "title: A",
    "author: b",
    "due: 2026-01-01",
    "x-a: 1",
    "tags:\n  - a\n  - b",
    "tags: [a, b]",
    "# note",
    "x-b: |\n  long\n  text",
    "",
  );
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 8 }),
      fc.string({ unit: fc.constantFrom("a", "\n", "-", " ") }),
      (lines, body) => {
        const text = `---\n${lines.map((each) => `${each}\n`).join("")}---\n${body}`;
        const matter = readMatterText("a.md", text).value;
        if (!matter) return;
        const once = ordered(text);
        expect(ordered(once)).toBe(once);
        const after = readMatterText("a.md", once).value;
        expect(after && valuesOf(after)).toEqual({ title: null, tags: null, ...valuesOf(matter) });
        expect(after?.body).toBe(matter.body);
        const sorted = (whole: string) =>
          whole
            .split("\n")
            .filter((each) => each !== "title:" && each !== "tags:")
            .sort();
        expect(sorted(once)).toEqual(sorted(text));
      },
    ),
    { numRuns: 2_000, seed: 43 },
  );
});
