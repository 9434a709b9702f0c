// Which stories of a block hold which words: made when the site is built, read by the script that searches it.

/** The words of a block's stories in order, one a line; and of each the stories that hold it, by their places in the block. */
export interface TextBlock {
  /** Told from the stories, so that nobody takes these texts for those of others: a file is newer than another while a site is changed. */
  readonly stories: number;
  /** How many words each story has, repetitions counted. */
  readonly lengths: readonly number[];
  readonly words: string;
  readonly places: string;
}

export interface TextDocument {
  /** Each once. */
  readonly words: readonly string[];
  readonly length: number;
}

const digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";

/** A number that tells one list of stories from another. */
export function markOf(stories: readonly number[]): number {
  let mark = 0x811c9dc5;
  for (const story of stories) mark = Math.imul(mark ^ story, 0x01000193) >>> 0;
  return mark;
}

export function encodeTexts(stories: readonly number[], documents: readonly TextDocument[]): TextBlock {
  const held = heldWords(documents.entries());
  return {
    stories: markOf(stories),
    lengths: documents.map(({ length }) => length),
    words: held.map(({ word }) => word).join("\n"),
    places: held.map(({ places }) => encodePlaces(places)).join("\n"),
  };
}

interface HeldWord {
  readonly word: string;
  readonly places: readonly number[];
}

/** The words of some stories of a block in order, each with the places of those that hold it. */
function heldWords(texts: Iterable<readonly [place: number, text: TextDocument]>): readonly HeldWord[] {
  const held = new Map<string, number[]>();
  for (const [place, { words }] of texts) {
    for (const word of words) {
      const places = held.get(word);
      if (places) places.push(place);
      else held.set(word, [place]);
    }
  }
  return [...held.keys()].sort().map((word) => ({ word, places: held.get(word) ?? [] }));
}

/** The distance from one place to the next, five bits a character, the sixth says that more follow. */
function encodePlaces(places: ArrayLike<number> & Iterable<number>): string {
  let text = "";
  let last = -1;
  for (const place of places) {
    let distance = place - last - 1;
    last = place;
    while (distance > 31) {
      text += digits[32 + (distance & 31)];
      distance >>= 5;
    }
    text += digits[distance];
  }
  return text;
}

/** By the code of a character; what is none of ours counts as the first. */
const values = new Uint8Array(128);
for (const [value, digit] of [...digits].entries()) values[digit.charCodeAt(0)] = value;

export function decodePlaces(text: string): number[] {
  const places = new Int32Array(text.length);
  return [...places.subarray(0, readPlaces(text, places))];
}

/** Writes the places into what has room for as many as there may be, and tells how many they are. */
function readPlaces(text: string, places: Int32Array): number {
  let count = 0;
  let place = -1;
  let distance = 0;
  let shift = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = values[text.charCodeAt(at)] ?? 0;
    distance |= (value & 31) << shift;
    if (value > 31) {
      shift += 5;
      continue;
    }
    place += distance + 1;
    places[count] = place;
    count += 1;
    distance = 0;
    shift = 0;
  }
  return count;
}

/**
 * What `encodeTexts` makes of stories most of which a block holds already, from that block: `before` are its stories, and `fresh` has the
 * texts of those among `stories` that are not in it, or have other words now. Both lists are in the same order.
 */
export function updatedTexts(
  block: TextBlock,
  before: readonly number[],
  stories: readonly number[],
  fresh: ReadonlyMap<number, TextDocument>,
): TextBlock {
  const places = new Map(stories.map((story, place) => [story, place]));
  const moved = Int32Array.from(before, (story) => (fresh.has(story) ? -1 : (places.get(story) ?? -1)));
  const firstMoved = moved.findIndex((to, from) => to !== from);
  const own = new Map(before.map((story, place) => [story, place]));
  const added = heldWords(
    stories.flatMap((story, place) => {
      const text = fresh.get(story);
      return text ? [[place, text] as const] : [];
    }),
  );
  const words: string[] = [];
  const lists: string[] = [];
  const put = (word: string, list: string) => {
    words.push(word);
    lists.push(list);
  };
  let next = 0;
  const oldLists = block.places.split("\n");
  const found = new Int32Array(before.length + stories.length);
  for (const [at, word] of (block.words === "" ? [] : block.words.split("\n")).entries()) {
    for (; next < added.length && (added[next] as HeldWord).word < word; next += 1)
      put(...alone(added[next] as HeldWord));
    const also = added[next]?.word === word ? (added[next] as HeldWord).places : undefined;
    if (also) next += 1;
    const list = oldLists[at] ?? "";
    const count = readPlaces(list, found);
    // Most words stand in few stories, and those before the first that came or went are where they were.
    if (!also && (firstMoved === -1 || (found[count - 1] ?? 0) < firstMoved)) {
      put(word, list);
      continue;
    }
    let [all, isInOrder] = [0, !also];
    for (let index = 0; index < count; index += 1) {
      const place = moved[found[index] as number] ?? -1;
      if (place === -1) continue;
      if (all > 0 && place < (found[all - 1] as number)) isInOrder = false;
      found[all] = place;
      all += 1;
    }
    for (const place of also ?? []) {
      found[all] = place;
      all += 1;
    }
    const left = found.subarray(0, all);
    if (!isInOrder) left.sort();
    if (all > 0) put(word, encodePlaces(left));
  }
  for (; next < added.length; next += 1) put(...alone(added[next] as HeldWord));
  return {
    stories: markOf(stories),
    lengths: stories.map((story) => fresh.get(story)?.length ?? block.lengths[own.get(story) ?? -1] ?? 0),
    words: words.join("\n"),
    places: lists.join("\n"),
  };
}

function alone({ word, places }: HeldWord): [word: string, list: string] {
  return [word, encodePlaces(places)];
}
