// Which of some stories hold words, and how well they fit: postings tell the first, lunr the second.

import lunr from "lunr";
import { tokens } from "../../model/query/tokens.ts";
import { decodePlaces, type TextBlock } from "../search/postings.ts";
import type { SearchRow } from "../search/search-row.ts";

/** Some stories that were loaded together; their texts perhaps not yet. */
export interface LoadedBlock {
  readonly rows: readonly SearchRow[];
  readonly titles: readonly (readonly string[])[];
  texts: TextIndex | null;
}

export interface TextIndex {
  readonly lengths: readonly number[];
  readonly words: readonly string[];
  readonly places: readonly string[];
}

export function textIndex(block: TextBlock): TextIndex {
  return { lengths: block.lengths, words: block.words.split("\n"), places: block.places.split("\n") };
}

export function loadedBlock(rows: readonly SearchRow[]): LoadedBlock {
  return { rows, titles: rows.map((row) => tokens(row[1])), texts: null };
}

export interface Phrase {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

/** The places in a block of the stories that hold a phrase in the title, or all its words in their texts. */
export function holders(block: LoadedBlock, { words, prefix }: Phrase): ReadonlySet<number> {
  const found = new Set<number>();
  block.titles.forEach((title, place) => {
    if (holdsPhrase(title, words, prefix)) found.add(place);
  });
  if (!block.texts) return found;
  const { texts } = block;
  const [first = [], ...others] = words.map((word, at) =>
    placesOf(texts, word, prefix && at === words.length - 1).flat(),
  );
  const sets = others.map((places) => new Set(places));
  for (const place of first) if (sets.every((set) => set.has(place))) found.add(place);
  return found;
}

function holdsPhrase(title: readonly string[], words: readonly string[], prefix: boolean): boolean {
  return title.some((_, start) =>
    words.every((word, at) => {
      const here = title[start + at];
      return prefix && at === words.length - 1 ? here?.startsWith(word) === true : here === word;
    }),
  );
}

/** The lists of stories of every word that fits. */
function placesOf({ words, places }: TextIndex, word: string, prefix: boolean): number[][] {
  const found: number[][] = [];
  for (let at = firstFrom(words, word); at < words.length; at += 1) {
    const here = words[at] as string;
    if (prefix ? !here.startsWith(word) : here !== word) break;
    found.push(decodePlaces(places[at] ?? ""));
  }
  return found;
}

function firstFrom(words: readonly string[], word: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as string) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How well each candidate fits the words, by story number: an index of no other words and stories is made for the question. */
export function scores(
  blocks: readonly LoadedBlock[],
  phrases: readonly Phrase[],
  candidates: ReadonlySet<number>,
): ReadonlyMap<number, number> {
  const terms = [...new Set(phrases.flatMap(({ words }) => words))].sort();
  const total = blocks.reduce((sum, block) => sum + block.rows.length, 0);
  const inverted: Record<string, { _index: number; title: object; text: object }> = Object.create(null);
  const vectors: Record<string, number[]> = Object.create(null);
  terms.forEach((term, index) => {
    const isPrefix = phrases.some(({ words, prefix }) => prefix && words.at(-1) === term);
    const entry = { _index: index, title: Object.create(null), text: Object.create(null) };
    inverted[term] = entry;
    const matches = blocks.map((block) => ({
      block,
      title: titlesWith(block, term, isPrefix),
      text: textsWith(block, term, isPrefix),
    }));
    const rarity = (count: number) => Math.log(1 + Math.max(0, (total - count + 0.5) / (count + 0.5)));
    for (const field of ["title", "text"] as const) {
      const weight = rarity(matches.reduce((sum, each) => sum + each[field].size, 0));
      for (const { block, [field]: places } of matches) {
        for (const place of places) {
          const id = block.rows[place]?.[0] ?? 0;
          if (!candidates.has(id)) continue;
          entry[field][id] = Object.create(null);
          const length =
            field === "title" ? (block.titles[place]?.length ?? 1) / 8 : (block.texts?.lengths[place] ?? 200) / 200;
          const vector = vectors[`${field}/${id}`] ?? [];
          vector.push(index, (weight * 2.2) / (1 + 1.2 * (0.25 + 0.75 * length)));
          vectors[`${field}/${id}`] = vector;
        }
      }
    }
  });
  const index = new lunr.Index({
    invertedIndex: inverted,
    fieldVectors: Object.fromEntries(
      Object.entries(vectors).map(([name, elements]) => [name, new lunr.Vector(elements)]),
    ),
    tokenSet: lunr.TokenSet.fromArray(terms),
    fields: ["title", "text"],
    pipeline: new lunr.Pipeline(),
  });
  const results = index.query((query) => {
    for (const term of terms) {
      query.term(term, { fields: ["title"], boost: 8, usePipeline: false });
      query.term(term, { fields: ["text"], boost: 1, usePipeline: false });
    }
  });
  return new Map(results.map(({ ref, score }) => [Number(ref), score]));
}

function titlesWith(block: LoadedBlock, term: string, prefix: boolean): ReadonlySet<number> {
  const found = new Set<number>();
  block.titles.forEach((title, place) => {
    if (title.some((word) => (prefix ? word.startsWith(term) : word === term))) found.add(place);
  });
  return found;
}

function textsWith({ texts }: LoadedBlock, term: string, prefix: boolean): ReadonlySet<number> {
  return new Set(texts ? placesOf(texts, term, prefix).flat() : []);
}
