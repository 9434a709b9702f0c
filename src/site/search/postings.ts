// Where the words of a block's stories stand: how that is written, and how the script that searches a site reads it.

/**
 * Some of the words of a block's stories in order, one a line; and of each the stories that hold it, by their places in the block, and
 * where in their texts.
 */
export interface WordShard {
  /** Told from the stories, so that nobody takes these words for those of others: a file is newer than another while a site is changed. */
  readonly stories: number;
  readonly words: string;
  readonly places: string;
}

/** A number that tells one list of numbers from another. */
export function markOf(numbers: Iterable<number>): number {
  let mark = 0x811c9dc5;
  for (const number of numbers) mark = Math.imul(mark ^ number, 0x01000193) >>> 0;
  return mark;
}

/** So many shards have the words of a block of so many stories: who looks for one word loads as much as a few stories have. */
export function shardCount(stories: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(stories / 16)));
}

/** Words that begin with so many letters that are the same are in one shard. */
export const sharedLetters = 3;

export function shardOf(word: string, shards: number): number {
  const letters = Array.from({ length: sharedLetters }, (_, at) => word.charCodeAt(at) || 0);
  return (markOf(letters) >>> 4) % shards;
}

/** Digits of numbers: the second half of them says that more follow. */
const placeDigits = "!#$%&'()*+,./:;<=>?@[]^`{|}~";
const positionDigits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";

/** The lowest digit first. None of them takes two characters in JSON. */
function inDigits(number: number, digits: string): string {
  const base = digits.length / 2;
  let [text, rest] = ["", number];
  for (; rest >= base; rest = Math.floor(rest / base)) text += digits[base + (rest % base)];
  return text + digits[rest];
}

/** How far the next place is behind the one before. */
export const placeText = (distance: number): string => inDigits(distance - 1, placeDigits);
/** How far the next position in a text is behind the one before, or behind the beginning. */
export const positionText = (distance: number): string => inDigits(distance, positionDigits);

/** By the code of a character; what is none of ours counts as the first digit of a position. */
const values = new Uint8Array(128);
for (const [value, digit] of [...positionDigits].entries()) values[digit.charCodeAt(0)] = value;
const placeValues = positionDigits.length;
for (const [value, digit] of [...placeDigits].entries()) values[digit.charCodeAt(0)] = placeValues + value;
const valueAt = (text: string, at: number): number => values[text.charCodeAt(at)] ?? 0;

/** The distances from one position of a word in a story's texts to the next, in digits. */
export type EncodedPositions = string;

/** Calls with each story's place, and with the word's positions there. */
export function eachPosting(text: string, look: (place: number, positions: EncodedPositions) => void): void {
  const base = placeDigits.length / 2;
  let [at, place] = [0, -1];
  while (at < text.length) {
    let [distance, unit] = [0, 1];
    for (; at < text.length; unit *= base) {
      const value = valueAt(text, at) - placeValues;
      // Positions without a place are none of ours: they count as the next story's.
      if (value < 0) break;
      at += 1;
      distance += (value % base) * unit;
      if (value < base) break;
    }
    place += distance + 1;
    const from = at;
    while (at < text.length && valueAt(text, at) < placeValues) at += 1;
    look(place, text.slice(from, at));
  }
}

export function countPositions(text: EncodedPositions): number {
  const base = positionDigits.length / 2;
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (valueAt(text, at) < base) count += 1;
  return count;
}

export function decodePositions(text: EncodedPositions): readonly number[] {
  const base = positionDigits.length / 2;
  const positions: number[] = [];
  let [last, distance, unit] = [0, 0, 1];
  for (let at = 0; at < text.length; at += 1) {
    const value = valueAt(text, at);
    distance += (value % base) * unit;
    unit *= base;
    if (value >= base) continue;
    last += distance;
    positions.push(last);
    [distance, unit] = [0, 1];
  }
  return positions;
}
