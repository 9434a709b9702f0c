// Which of some stories hold words, and how well they fit: postings tell the first, lunr the second.

import lunr from "lunr";
import { fitOf, mostCounted, rarityOf } from "../../model/query/fit.ts";
import { surelyLacks, tokens } from "../../model/query/tokens.ts";
import { decodePostings, placeIn, type TextBlock, timesIn } from "../search/postings.ts";
import type { SearchRow } from "../search/search-row.ts";

/** Some stories that were loaded together; their texts perhaps not yet. */
export interface LoadedBlock {
  readonly rows: readonly SearchRow[];
  /** The words of the title at a place. */
  readonly title: (place: number) => readonly string[];
  texts: TextBlock | null;
  /** The words of each text of the stories that were read, by their places. */
  readonly read: Map<number, readonly (readonly string[])[]>;
}

export function loadedBlock(rows: readonly SearchRow[]): LoadedBlock {
  const titles: (readonly string[] | undefined)[] = [];
  return {
    rows,
    // Of most titles nobody ever needs the words.
    title(place) {
      titles[place] ??= tokens(rows[place]?.[1] ?? "");
      return titles[place];
    },
    texts: null,
    read: new Map(),
  };
}

export interface Phrase {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

/** The stories of a block that hold a phrase, by their places. */
export interface Holders {
  readonly inTitle: ReadonlySet<number>;
  /** Those that have all its words in their texts; of a single word how often. */
  readonly inTexts: ReadonlyMap<number, number>;
  /** Those that hold it in the title or, as far as that is known, in a text. */
  readonly all: ReadonlySet<number>;
}

export function holders(block: LoadedBlock, phrase: Phrase): Holders {
  const { words, prefix } = phrase;
  const inTitle = titlesWith(block, phrase);
  const inTexts = textsWithAll(block, phrase);
  const all = new Set(inTitle);
  for (const place of inTexts.keys()) {
    const texts = words.length > 1 ? block.read.get(place) : undefined;
    if (!texts || texts.some((text) => holdsPhrase(text, words, prefix))) all.add(place);
  }
  return { inTitle, inTexts, all };
}

/** The same, looked for once however often it is asked. */
export function rememberedHolders(): typeof holders {
  const known = new Map<LoadedBlock, Map<string, Holders>>();
  return (block, phrase) => {
    const key = JSON.stringify([phrase.words, phrase.prefix]);
    const own = known.get(block) ?? new Map<string, Holders>();
    known.set(block, own);
    const found = own.get(key) ?? holders(block, phrase);
    own.set(key, found);
    return found;
  };
}

/** Those that hold all words of a phrase in their texts, of which nobody has looked whether they stand together. */
export function doubtfulPlaces(block: LoadedBlock, phrase: Phrase): readonly number[] {
  const { inTitle, inTexts } = holders(block, phrase);
  return [...inTexts.keys()].filter((place) => !inTitle.has(place) && !block.read.has(place));
}

function textsWithAll(block: LoadedBlock, phrase: Phrase): ReadonlyMap<number, number> {
  const [first, ...others] = phrase.words.map((word, at) =>
    textsWith(block, word, phrase.prefix && at === phrase.words.length - 1),
  );
  if (!first || others.length === 0) return first ?? new Map();
  return new Map([...first].filter(([place]) => others.every((places) => places.has(place))));
}

function titlesWith({ rows, title }: LoadedBlock, { words, prefix }: Phrase): ReadonlySet<number> {
  const found = new Set<number>();
  const [first = ""] = words;
  rows.forEach(([, text], place) => {
    if (!surelyLacks(text, first) && holdsPhrase(title(place), words, prefix)) found.add(place);
  });
  return found;
}

function holdsPhrase(text: readonly string[], words: readonly string[], prefix: boolean): boolean {
  const [first = ""] = words;
  if (words.length === 1 && !prefix) return text.includes(first);
  return text.some((_, start) =>
    words.every((word, at) => {
      const here = text[start + at];
      return prefix && at === words.length - 1 ? here?.startsWith(word) === true : here === word;
    }),
  );
}

/** The places of the stories whose texts have a word, or one that begins so, and how often. */
function textsWith({ texts }: LoadedBlock, word: string, prefix: boolean): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  if (!texts) return found;
  const { words, places } = texts;
  // Both are read as they lie: to cut them into their lines would take longer than to look for a few.
  let at = firstLineFrom(words, word);
  let own = lineOfNumber(places, linesBefore(words, at));
  for (; at < words.length; at = lineEnd(words, at) + 1) {
    const here = words.slice(at, lineEnd(words, at));
    if (prefix ? !here.startsWith(word) : here !== word) break;
    const end = lineEnd(places, own);
    for (const posting of decodePostings(places.slice(own, end)))
      found.set(placeIn(posting), (found.get(placeIn(posting)) ?? 0) + timesIn(posting));
    own = end + 1;
  }
  return found;
}

/** Where a line ends that has begun at a place. */
function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}

/** Where the first of sorted lines begins that does not come before a word. */
function firstLineFrom(lines: string, word: string): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    // Of the line around the middle.
    const begin = lines.lastIndexOf("\n", ((low + high) >> 1) - 1) + 1;
    const end = lineEnd(lines, begin);
    if (lines.slice(begin, end) < word) low = Math.min(end + 1, lines.length);
    else high = begin;
  }
  return low;
}

function linesBefore(text: string, place: number): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < place; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

function lineOfNumber(text: string, number: number): number {
  let at = 0;
  for (let left = number; left > 0; left -= 1) at = lineEnd(text, at) + 1;
  return at;
}

/**
 * How well each candidate fits the words, by story number, as the index of a server tells it: what each word adds is worked out, and lunr,
 * with an index of no other words and stories, adds it up.
 */
export function scores(
  blocks: readonly LoadedBlock[],
  phrases: readonly Phrase[],
  candidates: ReadonlySet<number>,
  held: typeof holders,
): ReadonlyMap<number, number> {
  const terms = phrases.map((_, at) => String(at));
  const lengths = blocks.flatMap(({ rows, texts }) => rows.map((_, place) => texts?.lengths[place] ?? 1));
  const average = Math.max(1, lengths.reduce((sum, each) => sum + each, 0) / Math.max(1, lengths.length));
  const inverted: Record<string, { _index: number; story: object }> = Object.create(null);
  const vectors: Record<string, number[]> = Object.create(null);
  phrases.forEach((phrase, index) => {
    const entry = { _index: index, story: Object.create(null) };
    inverted[terms[index] as string] = entry;
    const holding = blocks.map((block) => ({ block, ...held(block, phrase) }));
    const rarity = rarityOf(
      lengths.length,
      holding.reduce((sum, { all }) => sum + all.size, 0),
    );
    const timesOf = occurrences(holding, phrase);
    for (const each of holding) {
      const { block } = each;
      for (const place of each.all) {
        const id = block.rows[place]?.[0] ?? 0;
        if (!candidates.has(id)) continue;
        entry.story[id] = Object.create(null);
        const length = (block.texts?.lengths[place] ?? 1) / average;
        const vector = vectors[`story/${id}`] ?? [];
        vector.push(index, fitOf(rarity, timesOf(each, place), each.inTitle.has(place), length));
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

interface Holding extends Holders {
  readonly block: LoadedBlock;
}

/** How often a word stands in a story; once where that is not counted. */
function occurrences(holding: readonly Holding[], { words, prefix }: Phrase): (held: Holding, place: number) => number {
  const [word = "", ...others] = words;
  if (others.length > 0 || prefix) return () => 1;
  const timesAt = ({ block, inTexts, inTitle }: Holding, place: number) => {
    const titles = inTitle.has(place) ? block.title(place).filter((each) => each === word).length : 0;
    return (inTexts.get(place) ?? 0) + titles;
  };
  let [stories, all] = [0, 0];
  for (const held of holding) {
    for (const place of held.all) {
      stories += 1;
      all += timesAt(held, place);
    }
  }
  return stories > mostCounted.stories || all > mostCounted.places ? () => 1 : timesAt;
}
