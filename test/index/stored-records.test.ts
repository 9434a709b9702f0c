// What the index keeps of a folder's files, and gives back.

import fc from "fast-check";
import { expect, test } from "vitest";
import { openDatabase } from "../../src/index/database.ts";
import { packFolder, type StoredFile, searchedTexts, unpackFolder } from "../../src/index/stored-records.ts";

const text = fc.string({ unit: fc.constantFrom("a", "\n", '"', "\\", "\0", "é", "𝒜", "\u2028") });
const paths = { story: "story.md", task: "tasks/1.md", comment: "comments/a.md", attachment: "attachments/a.png" };
const file: fc.Arbitrary<StoredFile> = fc
  .record(
    {
      kind: fc.constantFrom("story", "task", "comment", "attachment"),
      size: fc.nat(),
      data: fc.constantFrom({ title: "x" }, { title: "\0" }, { title: "y", hidden: true }),
      body: text,
    },
    { requiredKeys: ["kind", "size"] },
  )
  .map((each) => ({ ...each, path: paths[each.kind] }));

test("whatever a file's text holds comes back from SQLite as it was", () => {
  const db = openDatabase(":memory:");
  db.exec("CREATE TABLE folder (files TEXT, bodies TEXT)");
  fc.assert(
    fc.property(fc.array(file, { maxLength: 5 }), (files) => {
      const { files: packed, bodies } = packFolder(files);
      db.exec("DELETE FROM folder");
      db.prepare("INSERT INTO folder (files, bodies) VALUES (?, ?)").run(packed, bodies);
      const row = db.prepare("SELECT files, bodies FROM folder").get();
      expect(row && unpackFolder(row)).toEqual(files);
    }),
  );
  db.close();
});

test("the texts of many stories are those of each, the story's first", () => {
  const db = openDatabase(":memory:");
  db.exec(
    "CREATE TABLE story (id INTEGER PRIMARY KEY, last INTEGER); CREATE TABLE folder (last INTEGER, searched, bodies)",
  );
  const textsOf = (files: readonly StoredFile[]) => {
    const read = files.filter((each) => each.data !== undefined);
    const of = (kind: string) => read.filter((each) => each.kind === kind);
    const titles = (each: StoredFile) => (each.kind === "task" ? [(each.data as { title: string }).title] : []);
    const isHidden = ({ kind, data }: StoredFile) => kind === "comment" && (data as { hidden?: true }).hidden === true;
    if (of("story").length === 0) return [];
    return ["story", "task", "comment"]
      .flatMap((kind) => of(kind).flatMap((each) => [...titles(each), isHidden(each) ? "" : (each.body ?? "")]))
      .filter((each) => each !== "");
  };
  fc.assert(
    fc.property(fc.array(fc.array(file, { maxLength: 5 }), { maxLength: 5 }), (folders) => {
      db.exec("DELETE FROM story; DELETE FROM folder");
      for (const [nth, files] of folders.entries()) {
        const { searched, bodies } = packFolder(files);
        db.prepare("INSERT INTO story (id, last) VALUES (?, ?)").run(nth + 1, 10 - nth);
        db.prepare("INSERT INTO folder (last, searched, bodies) VALUES (?, ?, ?)").run(10 - nth, searched, bodies);
      }
      const asked = folders.map((_, nth) => nth + 1).reverse();
      const texts = searchedTexts(db, asked);
      expect(asked.map((id) => texts.get(id))).toEqual(asked.map((id) => textsOf(folders[id - 1] ?? [])));
    }),
  );
  expect(searchedTexts(db, []).get(1)).toBeUndefined();
  db.close();
});
