// Which stories of a block hold which words, and how often: made when the site is built, read by the script that searches it.

/** The words of a block's stories in order, one a line; and of each the stories that hold it, by their places in the block. */
export interface TextBlock {
  /** Told from the stories, so that nobody takes these texts for those of others: a file is newer than another while a site is changed. */
  readonly stories: number;
  /** How long the texts of each story are, its title among them: as `lengthOf` tells it. */
  readonly lengths: readonly number[];
  readonly words: string;
  readonly places: string;
}

export interface TextDocument {
  /** How often each word stands in it, its title apart. */
  readonly words: ReadonlyMap<string, number>;
  readonly length: number;
}

/** A place and how often the word stands there, as one number. */
export type Posting = number;
const room = 2 ** 12;
const postingOf = (place: number, times: number): Posting => place * room + Math.min(times, room - 1);
export const placeIn = (posting: Posting): number => Math.floor(posting / room);
export const timesIn = (posting: Posting): number => posting % room;

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
    places: held.map(({ postings }) => encodePostings(postings)).join("\n"),
  };
}

interface HeldWord {
  readonly word: string;
  readonly postings: readonly Posting[];
}

/** The words of some stories of a block in order, each with where it stands. */
function heldWords(texts: Iterable<readonly [place: number, text: TextDocument]>): readonly HeldWord[] {
  const held = new Map<string, Posting[]>();
  for (const [place, { words }] of texts) {
    for (const [word, times] of words) {
      const postings = held.get(word);
      if (postings) postings.push(postingOf(place, times));
      else held.set(word, [postingOf(place, times)]);
    }
  }
  return [...held.keys()].sort().map((word) => ({ word, postings: held.get(word) ?? [] }));
}

/** A digit of a distance; from the thirty-third on one that more follow. */
const digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
/** A digit of how often a word stands somewhere more than once; none of them takes two characters in JSON. */
const counts = "!#$%&'()*+,./:;<=>?@[]^`{|}~";

/** The distance from one place to the next, the lowest digit first, and behind it how often, where that is more than once. */
function encodePostings(postings: ArrayLike<Posting> & Iterable<Posting>): string {
  let text = "";
  let last = -1;
  for (const posting of postings) {
    const place = placeIn(posting);
    let distance = place - last - 1;
    last = place;
    while (distance > 31) {
      text += digits[32 + (distance & 31)];
      distance >>= 5;
    }
    text += digits[distance];
    for (let more = timesIn(posting) - 1; more > 0; more = Math.floor(more / counts.length))
      text += counts[more % counts.length];
  }
  return text;
}

/** By the code of a character; what is none of ours counts as the first digit. */
const values = new Uint8Array(128);
for (const [value, digit] of [...digits].entries()) values[digit.charCodeAt(0)] = value;
const isCount = 64;
for (const [value, digit] of [...counts].entries()) values[digit.charCodeAt(0)] = isCount + value;

export function decodePostings(text: string): readonly Posting[] {
  const postings = new Int32Array(text.length);
  return [...postings.subarray(0, readPostings(text, postings))];
}

/** Writes the postings into what has room for as many as there may be, and tells how many they are. */
function readPostings(text: string, postings: Int32Array): number {
  let [count, place, distance, shift, unit] = [0, -1, 0, 0, 1];
  for (let at = 0; at < text.length; at += 1) {
    const value = values[text.charCodeAt(at)] ?? 0;
    if (value >= isCount) {
      const more = (value - isCount) * unit;
      if (count > 0 && more < room) postings[count - 1] = (postings[count - 1] as number) + more;
      unit *= counts.length;
      continue;
    }
    unit = 1;
    distance |= (value & 31) << shift;
    if (value > 31) {
      shift += 5;
      continue;
    }
    place += distance + 1;
    postings[count] = postingOf(place, 1);
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
  const longest = oldLists.reduce((most, { length }) => Math.max(most, length), 0);
  const found = new Int32Array(longest + stories.length);
  for (const [at, word] of (block.words === "" ? [] : block.words.split("\n")).entries()) {
    for (; next < added.length && (added[next] as HeldWord).word < word; next += 1)
      put(...alone(added[next] as HeldWord));
    const also = added[next]?.word === word ? (added[next] as HeldWord).postings : undefined;
    if (also) next += 1;
    const list = oldLists[at] ?? "";
    const count = readPostings(list, found);
    // Most words stand in few stories, and those before the first that came or went are where they were.
    if (!also && (firstMoved === -1 || placeIn(found[count - 1] ?? 0) < firstMoved)) {
      put(word, list);
      continue;
    }
    let [all, isInOrder] = [0, !also];
    for (let index = 0; index < count; index += 1) {
      const posting = found[index] as Posting;
      const place = moved[placeIn(posting)] ?? -1;
      if (place === -1) continue;
      if (all > 0 && place < placeIn(found[all - 1] as Posting)) isInOrder = false;
      found[all] = postingOf(place, timesIn(posting));
      all += 1;
    }
    for (const posting of also ?? []) {
      found[all] = posting;
      all += 1;
    }
    const left = found.subarray(0, all);
    if (!isInOrder) left.sort();
    if (all > 0) put(word, encodePostings(left));
  }
  for (; next < added.length; next += 1) put(...alone(added[next] as HeldWord));
  return {
    stories: markOf(stories),
    lengths: stories.map((story) => fresh.get(story)?.length ?? block.lengths[own.get(story) ?? -1] ?? 0),
    words: words.join("\n"),
    places: lists.join("\n"),
  };
}

function alone({ word, postings }: HeldWord): [word: string, list: string] {
  return [word, encodePostings(postings)];
}
