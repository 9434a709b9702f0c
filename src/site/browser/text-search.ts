// Which of some stories hold words, and how well they fit: postings tell the first, lunr the second.

import lunr from "lunr";
import { fitOf, mostCounted, rarityOf } from "../../model/query/fit.ts";
import { tokens } from "../../model/query/tokens.ts";
import { decodePostings, placeIn, type TextBlock, timesIn } from "../search/postings.ts";
import type { SearchRow } from "../search/search-row.ts";

/** Some stories that were loaded together; their texts perhaps not yet. */
export interface LoadedBlock {
  readonly rows: readonly SearchRow[];
  readonly titles: readonly (readonly string[])[];
  texts: TextIndex | null;
  /** The words of each text of the stories that were read, by their places. */
  readonly read: Map<number, readonly (readonly string[])[]>;
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
  return { rows, titles: rows.map((row) => tokens(row[1])), texts: null, read: new Map() };
}

export interface Phrase {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

/** The places in a block of the stories that hold a phrase in the title or, as far as that is known, in a text. */
export function holders(block: LoadedBlock, phrase: Phrase): ReadonlySet<number> {
  const { words, prefix } = phrase;
  const found = new Set(titlesWith(block, phrase));
  for (const place of allWordsIn(block, phrase)) {
    const texts = words.length > 1 ? block.read.get(place) : undefined;
    if (!texts || texts.some((text) => holdsPhrase(text, words, prefix))) found.add(place);
  }
  return found;
}

/** Those that hold all words of a phrase in their texts, of which nobody has looked whether they stand together. */
export function doubtfulPlaces(block: LoadedBlock, phrase: Phrase): readonly number[] {
  const titles = titlesWith(block, phrase);
  return [...allWordsIn(block, phrase)].filter((place) => !titles.has(place) && !block.read.has(place));
}

/** The places of the stories that have all words of a phrase in their texts. */
function allWordsIn(block: LoadedBlock, phrase: Phrase): ReadonlySet<number> {
  const found = new Set<number>();
  const [first, ...others] = phrase.words.map((word, at) =>
    textsWith(block, word, phrase.prefix && at === phrase.words.length - 1),
  );
  for (const place of first?.keys() ?? []) if (others.every((places) => places.has(place))) found.add(place);
  return found;
}

function titlesWith(block: LoadedBlock, { words, prefix }: Phrase): ReadonlySet<number> {
  const found = new Set<number>();
  block.titles.forEach((title, place) => {
    if (holdsPhrase(title, words, prefix)) found.add(place);
  });
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

/** The places of the stories whose texts have a word, or one that begins so, and how often. */
function textsWith({ texts }: LoadedBlock, word: string, prefix: boolean): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  if (!texts) return found;
  const { words, places } = texts;
  for (let at = firstFrom(words, word); at < words.length; at += 1) {
    const here = words[at] as string;
    if (prefix ? !here.startsWith(word) : here !== word) break;
    for (const posting of decodePostings(places[at] ?? ""))
      found.set(placeIn(posting), (found.get(placeIn(posting)) ?? 0) + timesIn(posting));
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

/**
 * How well each candidate fits the words, by story number, as the index of a server tells it: what each word adds is worked out, and lunr,
 * with an index of no other words and stories, adds it up.
 */
export function scores(
  blocks: readonly LoadedBlock[],
  phrases: readonly Phrase[],
  candidates: ReadonlySet<number>,
): ReadonlyMap<number, number> {
  const terms = phrases.map((_, at) => String(at));
  const lengths = blocks.flatMap(({ rows, texts }) => rows.map((_, place) => texts?.lengths[place] ?? 1));
  const average = Math.max(1, lengths.reduce((sum, each) => sum + each, 0) / Math.max(1, lengths.length));
  const inverted: Record<string, { _index: number; story: object }> = Object.create(null);
  const vectors: Record<string, number[]> = Object.create(null);
  phrases.forEach((phrase, index) => {
    const entry = { _index: index, story: Object.create(null) };
    inverted[terms[index] as string] = entry;
    const holding = blocks.map((block) => ({
      block,
      places: holders(block, phrase),
      titles: titlesWith(block, phrase),
    }));
    const rarity = rarityOf(
      lengths.length,
      holding.reduce((sum, { places }) => sum + places.size, 0),
    );
    const timesOf = occurrences(blocks, phrase);
    for (const { block, places, titles } of holding) {
      for (const place of places) {
        const id = block.rows[place]?.[0] ?? 0;
        if (!candidates.has(id)) continue;
        entry.story[id] = Object.create(null);
        const length = (block.texts?.lengths[place] ?? 1) / average;
        const vector = vectors[`story/${id}`] ?? [];
        vector.push(index, fitOf(rarity, timesOf(block, place), titles.has(place), length));
        vectors[`story/${id}`] = vector;
      }
    }
  });
  const index = new lunr.Index({
    invertedIndex: inverted,
    fieldVectors: Object.fromEntries(
      Object.entries(vectors).map(([name, elements]) => [name, new lunr.Vector(elements)]),
    ),
    tokenSet: lunr.TokenSet.fromArray([...terms].sort()),
    fields: ["story"],
    pipeline: new lunr.Pipeline(),
  });
  const results = index.query((query) => {
    for (const term of terms) query.term(term, { fields: ["story"], boost: 1, usePipeline: false });
  });
  return new Map(results.map(({ ref, score }) => [Number(ref), score]));
}

/** How often a word stands in a story; once where that is not counted. */
function occurrences(
  blocks: readonly LoadedBlock[],
  { words, prefix }: Phrase,
): (block: LoadedBlock, place: number) => number {
  const [word = "", ...others] = words;
  if (others.length > 0 || prefix) return () => 1;
  const inTexts = new Map(blocks.map((block) => [block, textsWith(block, word, false)]));
  const timesAt = (block: LoadedBlock, place: number) =>
    (inTexts.get(block)?.get(place) ?? 0) + (block.titles[place] ?? []).filter((each) => each === word).length;
  let [stories, all] = [0, 0];
  for (const block of blocks) {
    for (const place of holders(block, { words, prefix })) {
      stories += 1;
      all += timesAt(block, place);
    }
  }
  return stories > mostCounted.stories || all > mostCounted.places ? () => 1 : timesAt;
}
