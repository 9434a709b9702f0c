// What the index keeps of a folder's files, and gives back.

import fc from "fast-check";
import { expect, test } from "vitest";
import { openDatabase } from "../../src/index/database.ts";
import { packFolder, type StoredFile, unpackFolder } from "../../src/index/stored-records.ts";

const text = fc.string({ unit: fc.constantFrom("a", "\n", '"', "\\", "\0", "é", "𝒜", "\u2028") });
const file: fc.Arbitrary<StoredFile> = fc.record(
  {
    path: fc.constantFrom("story.md", "tasks/1.md", "files/a.png"),
    kind: fc.constantFrom("story", "task", "attachment"),
    size: fc.nat(),
    data: fc.constantFrom({ title: "x" }, { title: "\0" }),
    body: text,
  },
  { requiredKeys: ["path", "kind", "size"] },
);

test("whatever a file's text holds comes back from SQLite as it was", () => {
  const db = openDatabase(":memory:");
  db.exec("CREATE TABLE story (files TEXT, bodies TEXT)");
  fc.assert(
    fc.property(fc.array(file, { maxLength: 5 }), (files) => {
      const { files: packed, bodies } = packFolder(files);
      db.exec("DELETE FROM story");
      db.prepare("INSERT INTO story (files, bodies) VALUES (?, ?)").run(packed, bodies);
      const row = db.prepare("SELECT files, bodies FROM story").get();
      expect(row && unpackFolder(row)).toEqual(files);
    }),
  );
  db.close();
});
