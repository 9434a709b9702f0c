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
    const found = db.prepare("SELECT group_concat(rowid) AS rows FROM words WHERE words MATCH ?").get(match);
    const ends = bitsFor(columns.size);
    eachNumber(String(found?.rows ?? ""), (row) => setBit(ends, row));
    return wholeRuns(ends, columns.ends);
  });
}

/** Calls for every whole number of a list as SQLite writes it, with commas between; of a hundred thousand JSON would make an array first. */
export function eachNumber(list: string, call: (number: number) => void): void {
  if (list === "") return;
  let number = 0;
  for (let index = 0; index < list.length; index += 1) {
    const digit = list.charCodeAt(index) - 48;
    if (digit >= 0) number = number * 10 + digit;
    else {
      call(number);
      number = 0;
    }
  }
  call(number);
}
