import fc from "fast-check";
import matter from "gray-matter";
import { expect, test } from "vitest";
import { badInValue } from "../../src/text/characters.ts";
import { emitMatter, type Plain } from "../../src/text/emit.ts";
import { readMatterText } from "../../src/text/matter.ts";

const word = fc.constantFrom(
  ...[
    "a",
    "null",
    "true",
    "no",
    "0",
    "1:30",
    "0x1f",
    "1_000",
    "2026-03-01",
    "2026-03-01T09:12:33Z",
    ": ",
    " #",
    "-",
    "- ",
  ],
  ...[
    "'",
    '"',
    "\\",
    "[",
    "{",
    "&",
    "*",
    "!",
    "|",
    ">",
    "%",
    "@",
    "`",
    "?",
    "=",
    "<<",
    "---",
    "...",
    "é",
    "日本",
    "🙂",
    " ",
    ",",
  ],
);
const string = fc
  .oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(word, { maxLength: 5 }).map((parts) => parts.join("")),
  )
  .filter((text) => badInValue(text) === undefined && text.isWellFormed());
const scalar = fc.oneof(string, fc.integer(), fc.boolean());
const value: fc.Arbitrary<Plain> = fc.oneof(
  scalar,
  fc.array(scalar, { minLength: 1, maxLength: 3 }),
  fc.array(fc.record({ url: string, title: string }), { minLength: 1, maxLength: 2 }),
);

test("what is written reads back the same through our reader and through gray-matter", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z_-]{1,8}$/), value, { maxKeys: 5 }),
      fc.string(),
      (data, text) => {
        const body = text.replace(/[\0\r\u202a-\u202e\u2066-\u2069]/g, "");
        if (!body.isWellFormed() || Object.hasOwn(data, "__proto__")) return;
        const written = emitMatter(data, body, () => false);
        const read = readMatterText("a.md", written);
        expect(read.diagnostics).toEqual([]);
        expect(read.value?.data).toEqual({ ...data });
        expect(read.value?.body).toBe(body === "" || body.endsWith("\n") ? body : `${body}\n`);
        // The empty options defeat gray-matter's cache.
        const theirs = matter(written, {});
        expect(theirs.data).toEqual({ ...data });
        expect(theirs.content).toBe(read.value?.body);
      },
    ),
    { numRuns: 3_000, seed: 3 },
  );
});

test("instants and days stay unquoted where the format says so", () => {
  const written = emitMatter({ title: "2026-03-01", created: "2026-03-01T09:12:33Z" }, "", (p) => p === "/created");
  expect(written).toBe('---\ntitle: "2026-03-01"\ncreated: 2026-03-01T09:12:33Z\n---\n');
});
