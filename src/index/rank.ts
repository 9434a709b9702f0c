// How well stories fit the words that were asked for, from what the full text index knows of each word.

import { fitOf, mostCounted, rarityOf } from "../model/query/fit.ts";
import { type Bits, bitsFor, both, countOf, eachBit, hasBit, setBit, type Wholes } from "./bits.ts";
import type { Columns } from "./columns.ts";
import type { Database } from "./database.ts";
import { eachNumber, matchOf, rowsWithText } from "./words.ts";

export interface Sought {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

/** How well stories fit, by their last rows: the lower the better. What none of the words are in has no score. */
export interface Scores {
  get(row: number): number | undefined;
}

/** The scores of the stories in `wanted`, given by their last rows. */
export function scoresOf(db: Database, columns: Columns, sought: readonly Sought[], wanted: Bits): Scores {
  const lengths = columns.whole("length");
  const stories = both(columns.live, columns.ends);
  const all = countOf(stories);
  const average = columns.remember("average length", () => averageOf(lengths, stories))[0] as number;
  const scores = new Float64Array(columns.size);
  for (const term of sought) {
    const holding = both(rowsWithText(db, columns, term.words, term.prefix), columns.ends);
    const rarity = rarityOf(all, countOf(holding));
    const { title, places } = occurrencesOf(db, columns, term, holding);
    const add = (row: number, times: number) => {
      const fit = fitOf(rarity, times, hasBit(title, row), (lengths[row] as number) / average);
      scores[row] = (scores[row] as number) - fit;
    };
    for (let at = 0; at < places.length; ) {
      const row = places[at] as number;
      let times = 1;
      while (places[at + times] === row) times += 1;
      at += times;
      if (hasBit(wanted, row)) add(row, times);
    }
  }
  return { get: (row) => scores[row] || undefined };
}

interface Occurrences {
  /** The stories that have it in their titles. */
  readonly title: Bits;
  /** A story's last row for each time that it stands there, in the order of rows; once where that was not counted. */
  readonly places: Int32Array;
}

function occurrencesOf(db: Database, columns: Columns, { words, prefix }: Sought, holding: Bits): Occurrences {
  const [word = "", ...others] = words;
  const isOne = others.length === 0 && !prefix;
  return columns.remember(`occurrences ${matchOf(words, prefix)}`, () => {
    const counted = isOne && countOf(holding) <= mostCounted.stories ? countedPlaces(db, columns, word) : null;
    return counted ?? { title: rowsWithText(db, columns, words, prefix, "title"), places: rowsIn(holding) };
  });
}

/** Every place where a word stands; null when they are too many. */
function countedPlaces(db: Database, columns: Columns, word: string): Occurrences | null {
  // A number for each, with the title told from the text in its last bit: both in one go, which is what takes the time.
  const few = "SELECT 2 * doc + (col = 'title') AS place FROM word_places WHERE term = ? LIMIT ?";
  const select = db.prepare(`SELECT count(*) AS n, group_concat(place) AS places FROM (${few})`);
  const found = select.get(word, mostCounted.places + 1);
  const count = Number(found?.n ?? 0);
  if (count > mostCounted.places) return null;
  const title = bitsFor(columns.size);
  const places = new Int32Array(count);
  let at = 0;
  eachNumber(String(found?.places ?? ""), (place) => {
    const row = place >>> 1;
    if ((place & 1) === 1) setBit(title, row);
    places[at] = row;
    at += 1;
  });
  return { title, places };
}

function rowsIn(bits: Bits): Int32Array {
  const rows = new Int32Array(countOf(bits));
  let at = 0;
  eachBit(bits, (row) => {
    rows[at] = row;
    at += 1;
  });
  return rows;
}

function averageOf(lengths: Wholes, stories: Bits): Float64Array {
  let sum = 0;
  eachBit(stories, (row) => {
    sum += lengths[row] as number;
  });
  return Float64Array.of(Math.max(1, sum / Math.max(1, countOf(stories))));
}
