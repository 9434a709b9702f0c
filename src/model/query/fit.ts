// How well a story fits the words that were asked for: BM25, from how often it has each of them, and how long it is.

/** A word in the title counts as so many. */
const titleWeight = 8;
/** The usual constants of BM25. */
const [k1, b] = [1.2, 0.75];
/**
 * Of a word that more stories have or that stands in more places, as of phrases and beginnings, it only counts whether a story has it:
 * counting would take too long.
 */
export const mostCounted = { stories: 20_000, places: 50_000 };

/** How long texts of so many characters are: those that differ by less than a line are equally long. */
export function lengthOf(characters: number): number {
  return Math.ceil(characters / 80);
}

/** What a word tells that `count` of all stories have: next to nothing when nearly all have it, and never less. */
export function rarityOf(all: number, count: number): number {
  return Math.max(1e-6, Math.log((all - count + 0.5) / (count + 0.5)));
}

/** What a word adds: that stands `times` in a story, perhaps also in its title, whose length is so much beside that of all. */
export function fitOf(rarity: number, times: number, inTitle: boolean, relativeLength: number): number {
  const weight = times + (inTitle ? titleWeight - 1 : 0);
  return (rarity * weight * (k1 + 1)) / (weight + k1 * (1 - b + b * relativeLength));
}
