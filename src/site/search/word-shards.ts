// The words of a block's stories, made of their texts, or of what there was before some of them changed.

import {
  type EncodedPositions,
  eachPosting,
  markOf,
  placeText,
  positionText,
  shardCount,
  shardOf,
  type WordShard,
} from "./postings.ts";

/** The words of each text of a story that is searched, its title apart. */
export type StoryTexts = readonly (readonly string[])[];

/** A word, and the stories that hold it, as a shard has them. */
interface HeldWord {
  readonly word: string;
  readonly list: string;
}

/**
 * So many positions of one word are known in one story. Only texts of megabytes have more, and a list of all would be as long as they are;
 * words beside the later ones are not found as a phrase.
 */
export const mostPositions = 2 ** 14;

/** Where words stand in some stories of a block. Each word is a number here: thousands of stories are held at once. */
export class CollectedWords {
  readonly #numbers = new Map<string, number>();
  readonly #stories: StoryPositions[] = [];

  /** Stories come in the order of their places. */
  add(place: number, texts: StoryTexts): void {
    const [words, positions]: [number[], number[]] = [[], []];
    const length = texts.reduce((sum, text) => sum + text.length, 0);
    const times = length > mostPositions ? new Map<string, number>() : null;
    let position = 0;
    for (const text of texts) {
      for (const word of text) {
        const before = times?.get(word) ?? 0;
        if (before < mostPositions) {
          words.push(this.#numberOf(word));
          positions.push(position);
          times?.set(word, before + 1);
        }
        position += 1;
      }
      // No phrase runs from one text into the next.
      position += 1;
    }
    this.#stories.push({ place, words: Int32Array.from(words), positions: Int32Array.from(positions) });
  }

  #numberOf(word: string): number {
    const number = this.#numbers.get(word) ?? this.#numbers.size;
    this.#numbers.set(word, number);
    return number;
  }

  /** By their shards the words in order. */
  inShards(shards: number): readonly (readonly HeldWord[])[] {
    const { starts, places, positions } = this.#byWords();
    const found: HeldWord[][] = Array.from({ length: shards }, () => []);
    for (const word of [...this.#numbers.keys()].sort()) {
      const number = this.#numbers.get(word) as number;
      const end = starts[number + 1] as number;
      const list: string[] = [];
      let last = -1;
      for (let at = starts[number] as number; at < end; ) {
        const place = places[at] as number;
        let text = placeText(place - last);
        last = place;
        for (let position = 0; at < end && places[at] === place; at += 1) {
          text += positionText((positions[at] as number) - position);
          position = positions[at] as number;
        }
        list.push(text);
      }
      found[shardOf(word, shards)]?.push({ word, list: list.join("") });
    }
    return found;
  }

  /** Where all words stand, those of each word one after the other: from `starts` of its number to that of the next. */
  #byWords() {
    const starts = new Int32Array(this.#numbers.size + 1);
    for (const { words } of this.#stories)
      for (const word of words) starts[word + 1] = (starts[word + 1] as number) + 1;
    for (let word = 0; word < this.#numbers.size; word += 1)
      starts[word + 1] = (starts[word + 1] as number) + (starts[word] as number);
    const next = starts.slice();
    const all = starts[this.#numbers.size] as number;
    const [places, positions] = [new Int32Array(all), new Int32Array(all)];
    for (const { place, words, positions: own } of this.#stories) {
      for (let from = 0; from < words.length; from += 1) {
        const word = words[from] as number;
        const at = next[word] as number;
        next[word] = at + 1;
        places[at] = place;
        positions[at] = own[from] as number;
      }
    }
    return { starts, places, positions };
  }
}

/** The words of a story that are kept, by their numbers, each with where it stands. */
interface StoryPositions {
  readonly place: number;
  readonly words: Int32Array;
  readonly positions: Int32Array;
}

/** The shards of a block, of which all stories were collected. */
export function wordShards(stories: readonly number[], words: CollectedWords): readonly WordShard[] {
  const mark = markOf(stories);
  return words.inShards(shardCount(stories.length)).map((held) => ({
    stories: mark,
    words: held.map(({ word }) => word).join("\n"),
    places: held.map(({ list }) => list).join("\n"),
  }));
}

/**
 * What `wordShards` makes of stories most of which a block holds already, from its shards: `before` are its stories, and `fresh` has the
 * texts of those among `stories` that are not in it, or have other words now. Both lists are in the same order, and make equally many
 * shards.
 */
export function updatedShards(
  shards: readonly WordShard[],
  before: readonly number[],
  stories: readonly number[],
  fresh: ReadonlyMap<number, StoryTexts>,
): readonly WordShard[] {
  const mark = markOf(stories);
  const added = new CollectedWords();
  const places = new Map<number, number>();
  for (const [place, story] of stories.entries()) {
    const texts = fresh.get(story);
    if (texts) added.add(place, texts);
    else places.set(story, place);
  }
  const moved = Int32Array.from(before, (story) => places.get(story) ?? -1);
  const more = added.inShards(shards.length);
  return shards.map((shard, at) => ({ stories: mark, ...updatedShard(shard, moved, more[at] ?? []) }));
}

/** `moved` has where each place is now, or -1. */
function updatedShard(shard: WordShard, moved: Int32Array, added: readonly HeldWord[]): Omit<WordShard, "stories"> {
  const words: string[] = [];
  const lists: string[] = [];
  const put = ({ word, list }: HeldWord) => {
    words.push(word);
    lists.push(list);
  };
  const oldWords = shard.words === "" ? [] : shard.words.split("\n");
  const oldLists = shard.places.split("\n");
  let next = 0;
  for (const [at, word] of oldWords.entries()) {
    for (let held = added[next]; held && held.word < word; held = added[next]) {
      put(held);
      next += 1;
    }
    const also = added[next]?.word === word ? added[next]?.list : undefined;
    if (also !== undefined) next += 1;
    const list = movedList(oldLists[at] ?? "", moved, also ?? "");
    if (list !== "") put({ word, list });
  }
  for (const held of added.slice(next)) put(held);
  return { words: words.join("\n"), places: lists.join("\n") };
}

/** What a list is when its stories are elsewhere now, or gone, and those of another came. */
function movedList(list: string, moved: Int32Array, also: string): string {
  let isSame = also === "";
  if (isSame)
    eachPosting(list, (place) => {
      if (moved[place] !== place) isSame = false;
    });
  // Most words stand in few stories.
  if (isSame) return list;
  const held: { readonly place: number; readonly positions: EncodedPositions }[] = [];
  eachPosting(list, (place, positions) => {
    const now = moved[place] ?? -1;
    if (now !== -1) held.push({ place: now, positions });
  });
  eachPosting(also, (place, positions) => held.push({ place, positions }));
  held.sort((a, b) => a.place - b.place);
  return held.map(({ place, positions }, at) => placeText(place - (held[at - 1]?.place ?? -1)) + positions).join("");
}
