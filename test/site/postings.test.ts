// The words of a block of stories: what is made from those before is what would be made anew, to the byte.

import fc from "fast-check";
import { expect, test } from "vitest";
import {
  decodePostings,
  encodeTexts,
  placeIn,
  type TextDocument,
  timesIn,
  updatedTexts,
} from "../../src/site/search/postings.ts";

const word = fc.constantFrom("a", "ab", "b", "c", "zeit", "日", "é", "0");
const times = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constantFrom(28, 29, 30, 57, 800, 4_095));
const words = fc
  .uniqueArray(fc.tuple(word, times), { selector: ([each]) => each, maxLength: 5 })
  .map((pairs) => new Map(pairs));
const document = fc.record({ words, length: fc.nat(50) });
/** Stories by their numbers, in the order of a block. */
const block = fc.uniqueArray(fc.tuple(fc.nat(60), document), { selector: ([id]) => id, maxLength: 50 });

test("stories that come, go, change their words or their places", () => {
  fc.assert(
    fc.property(block, block, fc.func(fc.boolean()), (before, after, isSame) => {
      const old = new Map(before);
      // What keeps its words is not made anew.
      const now = after.map(([id, made]) => [id, (isSame(id) && old.get(id)) || made] as const);
      const fresh = new Map(now.filter(([id, made]) => old.get(id) !== made));
      const anew = (all: readonly (readonly [number, TextDocument])[]) =>
        encodeTexts(
          all.map(([id]) => id),
          all.map(([, made]) => made),
        );
      const ids = (all: readonly (readonly [number, TextDocument])[]) => all.map(([id]) => id);
      expect(updatedTexts(anew(before), ids(before), ids(now), fresh)).toEqual(anew(now));
    }),
    { numRuns: 500 },
  );
});

test("places are read as they were written, near ones and far ones", () => {
  const stories = Array.from({ length: 3_000 }, (_, id) => id);
  const holding = [0, 1, 31, 32, 33, 64, 65, 1_100, 2_999];
  const { places } = encodeTexts(
    stories,
    stories.map((id) => ({ words: new Map(holding.includes(id) ? [["word", id + 1]] : []), length: 1 })),
  );
  const read = decodePostings(places);
  expect(read.map(placeIn)).toEqual(holding);
  expect(read.map(timesIn)).toEqual(holding.map((id) => id + 1));
});
