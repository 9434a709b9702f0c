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
  const holders = new Map<string, number[]>();
  documents.forEach(({ words }, place) => {
    for (const word of words) {
      const places = holders.get(word);
      if (places) places.push(place);
      else holders.set(word, [place]);
    }
  });
  const words = [...holders.keys()].sort();
  return {
    stories: markOf(stories),
    lengths: documents.map(({ length }) => length),
    words: words.join("\n"),
    places: words.map((word) => encodePlaces(holders.get(word) ?? [])).join("\n"),
  };
}

/** The distance from one place to the next, five bits a character, the sixth says that more follow. */
function encodePlaces(places: readonly number[]): string {
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
  const places: number[] = [];
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
    places.push(place);
    distance = 0;
    shift = 0;
  }
  return places;
}

/** The documents that a block was made from. */
export function decodeTexts({ lengths, words, places }: TextBlock): TextDocument[] {
  const found = lengths.map((length) => ({ length, words: [] as string[] }));
  if (words === "") return found;
  const lists = places.split("\n");
  words.split("\n").forEach((word, at) => {
    for (const place of decodePlaces(lists[at] ?? "")) found[place]?.words.push(word);
  });
  return found;
}
