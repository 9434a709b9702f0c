// How well a few stories fit, from their texts: the full text index would look through all that hold the words to rank any of them.

import { tokens } from "../model/query/tokens.ts";
import type { Database } from "./database.ts";
import { type StoredFile, storyFrom } from "./stored-records.ts";
import { textsOf } from "./summary.ts";

export interface SoughtText {
  readonly words: readonly string[];
  readonly prefix: boolean;
  /** How many stories hold it. */
  readonly holding: number;
}

const weights = { title: 8, text: 1 };
/** The usual constants of BM25. */
const [k1, b] = [1.2, 0.75];

/** Scores of stories, given by their last rows: the lower the better, as FTS5 has it. `all`: how many stories there are. */
export function scoresOfFew(
  db: Database,
  stories: readonly number[],
  sought: readonly SoughtText[],
  all: number,
): ReadonlyMap<number, number> {
  const found = db
    .prepare("SELECT last, id, files FROM story WHERE last IN (SELECT value FROM json_each(?))")
    .all(JSON.stringify(stories))
    .flatMap((row) => {
      const story = storyFrom(Number(row.id), JSON.parse(String(row.files)) as StoredFile[]);
      if (!story) return [];
      const [title = [], ...rest] = textsOf(story).map(tokens);
      const length = rest.reduce((sum, text) => sum + text.length, title.length);
      const counts = sought.map(
        ({ words, prefix }) =>
          weights.title * occurrences(title, words, prefix) +
          weights.text * rest.reduce((sum, text) => sum + occurrences(text, words, prefix), 0),
      );
      return [{ last: Number(row.last), length, counts }];
    });
  const average = found.reduce((sum, { length }) => sum + length, 0) / Math.max(1, found.length);
  const rarity = sought.map(({ holding }) => Math.max(1e-6, Math.log((all - holding + 0.5) / (holding + 0.5))));
  return new Map(
    found.map(({ last, length, counts }) => {
      const bound = k1 * (1 - b + (b * length) / average);
      const score = counts.reduce(
        (sum, count, at) => sum + ((rarity[at] as number) * count * (k1 + 1)) / (count + bound),
        0,
      );
      return [last, -score];
    }),
  );
}

function occurrences(text: readonly string[], words: readonly string[], prefix: boolean): number {
  const [first = "", ...others] = words;
  const isSo = (at: number, word: string, isLast: boolean) =>
    prefix && isLast ? text[at]?.startsWith(word) === true : text[at] === word;
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!isSo(at, first, others.length === 0)) continue;
    if (others.every((word, index) => isSo(at + index + 1, word, index === others.length - 1))) count += 1;
  }
  return count;
}
