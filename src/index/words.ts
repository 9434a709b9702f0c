// Which rows hold words, and how well they fit: questions to the full text index, which knows stories by their last rows.

import { type Bits, bitsFor, setBit, wholeRuns } from "./bits.ts";
import type { Columns } from "./columns.ts";
import type { Database } from "./database.ts";

/** What FTS5 is asked: words are letters and digits only, so quotes suffice to keep them words. */
export function matchOf(words: readonly string[], prefix: boolean): string {
  return `"${words.join(" ")}"${prefix ? " *" : ""}`;
}

/** The rows of all stories that hold these words one after the other; with `prefix` the last one only begins so. */
export function rowsWithText(db: Database, columns: Columns, words: readonly string[], prefix: boolean): Bits {
  const match = matchOf(words, prefix);
  return columns.remember(`text ${match}`, () => {
    const found = db.prepare("SELECT json_group_array(rowid) AS rows FROM words WHERE words MATCH ?").get(match);
    const ends = bitsFor(columns.size);
    for (const row of JSON.parse(String(found?.rows ?? "[]")) as number[]) setBit(ends, row);
    return wholeRuns(ends, columns.ends);
  });
}

/** The stories that fit best, the best first, and how well: the lower the score the better. */
export function bestMatches(db: Database, match: string, most: number): ReadonlyMap<number, number> {
  const rows = db
    .prepare(
      "SELECT rowid AS row, bm25(words, 8.0, 1.0) AS score FROM words WHERE words MATCH ? ORDER BY score, rowid DESC LIMIT ?",
    )
    .all(match, most);
  return new Map(rows.map(({ row, score }) => [Number(row), Number(score)]));
}
