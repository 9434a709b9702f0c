// Which of some stories hold words, and how well they fit: postings tell the first, lunr the second.

import lunr from "lunr";
import { fitOf, mostCounted, rarityOf } from "../../model/query/fit.ts";
import { standsAlone, surelyLacks, tokens } from "../../model/query/tokens.ts";
import {
  countPositions,
  decodePositions,
  type EncodedPositions,
  eachPosting,
  shardOf,
  sharedLetters,
  type WordShard,
} from "../search/postings.ts";
import type { SearchRows } from "../search/search-row.ts";

/** The open or the closed stories of a block; of its words those that were needed so far. */
export interface LoadedBlock extends SearchRows {
  /** The words of the title of a row. */
  readonly title: (at: number) => readonly string[];
  /** By their numbers; the same for open and closed stories. */
  readonly words: ReadonlyMap<number, WordShard>;
}

export function loadedBlock(found: SearchRows, words: ReadonlyMap<number, WordShard>): LoadedBlock {
  const titles: (readonly string[] | undefined)[] = [];
  return {
    ...found,
    // Of most titles nobody ever needs the words.
    title(at) {
      titles[at] ??= tokens(found.rows[at]?.[1] ?? "");
      return titles[at];
    },
    words,
  };
}

export interface Phrase {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

/** The numbers of the shards that tell where a phrase stands; null when it ends with so few letters that it may be in any. */
export function shardsFor({ words, prefix }: Phrase, shards: number): readonly number[] | null {
  const last = words.at(-1) ?? "";
  if (prefix && last.length < sharedLetters && shards > 1 && !standsAlone(last)) return null;
  return words.map((word) => shardOf(word, shards));
}

/** Whether of a phrase everything is known: else its texts count as none. */
export function hasWordsFor({ words, shards }: LoadedBlock, phrase: Phrase): boolean {
  const needed = shardsFor(phrase, shards);
  return needed ? needed.every((shard) => words.has(shard)) : words.size === shards;
}

/** The stories of a block that hold a phrase, by their rows. */
export interface Holders {
  readonly inTitle: ReadonlySet<number>;
  /** How often. */
  readonly inTexts: ReadonlyMap<number, number>;
  readonly all: ReadonlySet<number>;
}

export function holders(block: LoadedBlock, phrase: Phrase): Holders {
  const inTitle = titlesWith(block, phrase);
  const inTexts = textsWith(block, phrase);
  return { inTitle, inTexts, all: new Set([...inTitle, ...inTexts.keys()]) };
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

function textsWith(block: LoadedBlock, phrase: Phrase): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  if (!hasWordsFor(block, phrase)) return found;
  const { words, prefix } = phrase;
  // A phrase may have the same word again and again.
  const known = new Map<string, Standing>();
  const standingOf = (word: string): Standing => {
    const found = known.get(word) ?? standing(block, word, false);
    known.set(word, found);
    return found;
  };
  const [first, ...others] = words.map((word, at) =>
    prefix && at === words.length - 1 ? standing(block, word, true) : standingOf(word),
  );
  block.places.forEach((place, at) => {
    const times = first ? timesTogether(place, first, others) : 0;
    if (times > 0) found.set(at, times);
  });
  return found;
}

/** How often words stand one behind the other in the texts of a story. */
function timesTogether(place: number, first: Standing, others: readonly Standing[]): number {
  const pieces = first.get(place) ?? [];
  // How often a single word stands there is told without knowing where.
  if (others.length === 0) return pieces.reduce((sum, piece) => sum + countPositions(piece), 0);
  let starts = pieces.flatMap(decodePositions);
  const known = new Map<Standing, ReadonlySet<number>>();
  for (const [at, other] of others.entries()) {
    if (starts.length === 0) break;
    const positions = known.get(other) ?? new Set(other.get(place)?.flatMap(decodePositions));
    known.set(other, positions);
    starts = starts.filter((start) => positions.has(start + at + 1));
  }
  return starts.length;
}

function titlesWith({ rows, title }: LoadedBlock, { words, prefix }: Phrase): ReadonlySet<number> {
  const found = new Set<number>();
  const [first = ""] = words;
  rows.forEach(([, text], at) => {
    if (!surelyLacks(text, first) && holdsPhrase(title(at), words, prefix)) found.add(at);
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

/** By their places in the block the stories whose texts have a word, or words that begin so; and the positions of each. */
type Standing = ReadonlyMap<number, readonly EncodedPositions[]>;

function standing(block: LoadedBlock, word: string, prefix: boolean): Standing {
  const found = new Map<number, EncodedPositions[]>();
  const needed = shardsFor({ words: [word], prefix }, block.shards) ?? block.words.keys();
  for (const shard of needed) {
    const { words, places } = block.words.get(shard) as WordShard;
    // Both are read as they lie: to cut them into their lines would take longer than to look for a few.
    let at = firstLineFrom(words, word);
    let own = lineOfNumber(places, linesBefore(words, at));
    for (; at < words.length; at = lineEnd(words, at) + 1) {
      const here = words.slice(at, lineEnd(words, at));
      if (prefix ? !here.startsWith(word) : here !== word) break;
      const end = lineEnd(places, own);
      eachPosting(places.slice(own, end), (place, positions) => {
        const others = found.get(place);
        if (others) others.push(positions);
        else found.set(place, [positions]);
      });
      own = end + 1;
    }
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
  const lengths = blocks.flatMap((block) => block.lengths);
  const average = Math.max(1, lengths.reduce((sum, each) => sum + each, 0) / Math.max(1, lengths.length));
  /** Of each story the numbers of the phrases that it holds, each with what it adds. */
  const vectors = new Map<number, number[]>();
  phrases.forEach((phrase, index) => {
    const holding = blocks.map((block) => ({ block, ...held(block, phrase) }));
    const rarity = rarityOf(
      lengths.length,
      holding.reduce((sum, { all }) => sum + all.size, 0),
    );
    const timesOf = occurrences(holding, phrase);
    for (const each of holding) {
      const { block } = each;
      for (const at of each.all) {
        const id = block.rows[at]?.[0] ?? 0;
        if (!candidates.has(id)) continue;
        const vector = vectors.get(id) ?? [];
        vectors.set(id, vector);
        const length = (block.lengths[at] ?? 0) / average;
        vector.push(index, fitOf(rarity, timesOf(each, at), each.inTitle.has(at), length));
      }
    }
  });
  return sums(vectors, phrases.length);
}

/** The thousands of stories that hold one word are of a few hundred kinds: lunr sees one of each. */
function sums(vectors: ReadonlyMap<number, readonly number[]>, terms: number): ReadonlyMap<number, number> {
  const kinds = new Map<string, { readonly vector: readonly number[]; readonly ids: number[] }>();
  for (const [id, vector] of vectors) {
    const key = vector.join(" ");
    const kind = kinds.get(key) ?? { vector, ids: [] };
    kinds.set(key, kind);
    kind.ids.push(id);
  }
  const names = Array.from({ length: terms }, (_, at) => String(at));
  const inverted: Record<string, { _index: number; story: object }> = Object.create(null);
  for (const [at, name] of names.entries()) inverted[name] = { _index: at, story: Object.create(null) };
  const fieldVectors: Record<string, InstanceType<typeof lunr.Vector>> = Object.create(null);
  const all = [...kinds.values()];
  for (const [kind, { vector }] of all.entries()) {
    fieldVectors[`story/${kind}`] = new lunr.Vector([...vector]);
    for (let at = 0; at < vector.length; at += 2)
      (inverted[String(vector[at])]?.story as Record<number, object>)[kind] = Object.create(null);
  }
  const index = new lunr.Index({
    invertedIndex: inverted,
    fieldVectors,
    tokenSet: lunr.TokenSet.fromArray([...names].sort()),
    fields: ["story"],
    pipeline: new lunr.Pipeline(),
  });
  const results = index.query((query) => {
    for (const name of names) query.term(name, { fields: ["story"], boost: 1, usePipeline: false });
  });
  return new Map(results.flatMap(({ ref, score }) => (all[Number(ref)]?.ids ?? []).map((id) => [id, score])));
}

interface Holding extends Holders {
  readonly block: LoadedBlock;
}

/** How often a word stands in a story; once where that is not counted. */
function occurrences(holding: readonly Holding[], { words, prefix }: Phrase): (held: Holding, at: number) => number {
  const [word = "", ...others] = words;
  if (others.length > 0 || prefix) return () => 1;
  const timesAt = ({ block, inTexts, inTitle }: Holding, at: number) => {
    const titles = inTitle.has(at) ? block.title(at).filter((each) => each === word).length : 0;
    return (inTexts.get(at) ?? 0) + titles;
  };
  let [stories, all] = [0, 0];
  for (const held of holding) {
    for (const at of held.all) {
      stories += 1;
      all += timesAt(held, at);
    }
  }
  return stories > mostCounted.stories || all > mostCounted.places ? () => 1 : timesAt;
}
