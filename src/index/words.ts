// Which rows hold words: questions to the full text index, which knows stories by their last rows.

import { type Bits, bitsFor, setBit, wholeRuns } from "./bits.ts";
import type { Columns } from "./columns.ts";
import type { Database } from "./database.ts";

/** What FTS5 is asked: words are letters and digits only, so quotes suffice to keep them words. */
export function matchOf(words: readonly string[], prefix: boolean): string {
  return `"${words.join(" ")}"${prefix ? " *" : ""}`;
}

/** The rows of all stories that hold these words one after the other, or do so in their titles; with `prefix` the last one only begins so. */
export function rowsWithText(
  db: Database,
  columns: Columns,
  words: readonly string[],
  prefix: boolean,
  where: "anywhere" | "title" = "anywhere",
): Bits {
  const match = `${where === "title" ? "title : " : ""}${matchOf(words, prefix)}`;
  return columns.remember(`text ${match}`, () => {
    const found = db.prepare("SELECT json_group_array(rowid) AS rows FROM words WHERE words MATCH ?").get(match);
    const ends = bitsFor(columns.size);
    for (const row of JSON.parse(String(found?.rows ?? "[]")) as number[]) setBit(ends, row);
    return wholeRuns(ends, columns.ends);
  });
}
