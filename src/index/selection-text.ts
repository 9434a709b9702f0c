// Parts of texts, in any case, as StoryBoard's clients ask for them: no words, so the index of words does not help.

import { type Bits, bitsFor, eachBit, hasBit, setBit } from "./bits.ts";
import { columnsOf } from "./columns.ts";
import type { Database } from "./database.ts";
import type { TextColumn, Wish } from "./selection.ts";
import { readStoryFiles } from "./stored-records.ts";

/** Of these rows, those whose story or task holds every one of the texts. */
export function holdingTexts(db: Database, of: "story" | "task", rows: Bits, contains: Wish["contains"]): Bits {
  const wanted = Object.entries(contains).flatMap(([column, texts]) =>
    texts.map((text) => ({ column: column as TextColumn, text: text.toLowerCase() })),
  );
  if (wanted.length === 0) return rows;
  const holds = (texts: Readonly<Record<TextColumn, string>>) =>
    wanted.every(({ column, text }) => texts[column].toLowerCase().includes(text));
  const found = bitsFor(rows.length * 32);
  if (of === "story" && wanted.every(({ column }) => column === "title")) {
    for (const { last, title } of db.prepare("SELECT last, title FROM story").iterate()) {
      if (hasBit(rows, Number(last)) && holds({ title: String(title), body: "", link: "" }))
        setBit(found, Number(last));
    }
    return found;
  }
  const columns = columnsOf(db);
  const [story, task] = [columns.whole("story"), columns.whole("task")];
  let last: { readonly id: number; readonly files: ReturnType<typeof readStoryFiles> } | undefined;
  eachBit(rows, (row) => {
    const id = story[row] as number;
    if (last?.id !== id) last = { id, files: readStoryFiles(db, id) };
    const files = last.files;
    if (!files) return;
    const { title } = files.story.data;
    if (of === "story") {
      if (holds({ title, body: files.story.body, link: "" })) setBit(found, row);
      return;
    }
    const own = files.tasks.find((each) => each.id === task[row]);
    const link = (own?.data.changes ?? []).join("\n");
    if (own && holds({ title: own.data.title ?? title, body: own.body, link })) setBit(found, row);
  });
  return found;
}
