// A list that is one text answers as a sorted array would.

import fc from "fast-check";
import { expect, test } from "vitest";
import { fileList, fileListFrom } from "../../src/site/file-list.ts";

const path = fc
  .array(fc.constantFrom("a", "b", "stories", "1", "12", "~", ".html", ".json"), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join("/"));
const paths = fc.uniqueArray(path, { maxLength: 12 });
const sorted = (files: Iterable<string>) => [...new Set(files)].sort();

test("it holds what it was made of, in order, and its text makes it again", () => {
  fc.assert(
    fc.property(paths, path, path, (files, one, other) => {
      const list = fileList(files);
      for (const same of [list, fileListFrom(list.text)]) {
        if (!same) throw new Error(`not read again: ${list.text}`);
        expect([...same]).toEqual(sorted(files));
        expect(same.count).toBe(files.length);
        expect(JSON.parse(`[${same.text}]`)).toEqual(sorted(files));
        for (const file of [...files, one]) expect(same.has(file)).toBe(files.includes(file));
        expect(same.between(one, other)).toEqual(sorted(files).filter((file) => file >= one && file < other));
        expect(same.under(one)).toEqual(sorted(files).filter((file) => file.startsWith(one)));
      }
    }),
  );
});

test("files come and go", () => {
  fc.assert(
    fc.property(paths, paths, paths, (files, more, gone) => {
      const left = files.filter((file) => !gone.includes(file));
      const added = more.filter((file) => !gone.includes(file));
      expect([...fileList(files).changed(added, new Set(gone))]).toEqual(sorted([...left, ...added]));
    }),
  );
});

test.each([
  '"a", "b"',
  '"a",\n    "b',
  '"a",\n  "b"',
  '"a"b"',
  '"a\\"",\n    "b"',
  '"a",\n\n    "b"',
  '"',
  "a",
  '"a",\n    b"',
])("a text that is laid out otherwise is no list: %j", (text) => {
  expect(fileListFrom(text)).toBeNull();
});
