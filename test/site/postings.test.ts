// The words of a block of stories: what is made from those before is what would be made anew, to the byte.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { StoryHeads } from "../../src/index/catalogue.ts";
import {
  countPositions,
  decodePositions,
  eachPosting,
  shardCount,
  shardOf,
  type WordShard,
} from "../../src/site/search/postings.ts";
import { perBlock, rowsAhead } from "../../src/site/search/search-files.ts";
import {
  CollectedWords,
  mostPositions,
  type StoryTexts,
  updatedShards,
  wordShards,
} from "../../src/site/search/word-shards.ts";

const word = fc.constantFrom("a", "ab", "b", "c", "zeit", "zeitig", "日", "é", "0", "__proto__");
const texts = fc.array(fc.array(word, { maxLength: 6 }), { maxLength: 3 });
/** Stories by their numbers, in the order of a block. */
const block = fc.uniqueArray(fc.tuple(fc.nat(99), texts), { selector: ([id]) => id, maxLength: 80 });

function anew(all: readonly (readonly [number, StoryTexts])[]): readonly WordShard[] {
  const words = new CollectedWords();
  for (const [place, [, own]] of all.entries()) words.add(place, own);
  return wordShards(
    all.map(([id]) => id),
    words,
  );
}

/** Of each word in the shards the stories by their places, and its positions. */
function read(shards: readonly WordShard[]): Map<string, [place: number, positions: readonly number[]][]> {
  const found = new Map<string, [number, readonly number[]][]>();
  for (const [at, { words, places }] of shards.entries()) {
    const lists = places.split("\n");
    for (const [line, each] of (words === "" ? [] : words.split("\n")).entries()) {
      expect(shardOf(each, shards.length)).toBe(at);
      const list = lists[line] ?? "";
      const held: [number, readonly number[]][] = [];
      eachPosting(list, (place, encoded) => {
        const positions = decodePositions(encoded);
        expect(countPositions(encoded)).toBe(positions.length);
        held.push([place, positions]);
      });
      found.set(each, held);
    }
  }
  return found;
}

test("stories that come, go, change their words or their places", () => {
  const compared = fc.tuple(block, block, fc.func(fc.boolean()));
  const ofOneSize = compared.filter(([before, after]) => shardCount(before.length) === shardCount(after.length));
  fc.assert(
    fc.property(ofOneSize, ([before, after, isSame]) => {
      const old = new Map(before);
      // What keeps its words is not made anew.
      const now = after.map(([id, made]) => [id, (isSame(id) && old.get(id)) || made] as const);
      const fresh = new Map(now.filter(([id, made]) => old.get(id) !== made));
      const ids = (all: readonly (readonly [number, StoryTexts])[]) => all.map(([id]) => id);
      expect(updatedShards(anew(before), ids(before), ids(now), fresh)).toEqual(anew(now));
    }),
    { numRuns: 500 },
  );
});

test("every word is in the one shard where it is looked for, with all its stories and its positions", () => {
  fc.assert(
    fc.property(block, (stories) => {
      const known = new Map<string, [number, number[]][]>();
      for (const [place, [, texts]] of stories.entries()) {
        // A gap between texts: no phrase runs from one into the next.
        const positions = texts.flatMap((text) => [...text, null]);
        for (const [position, each] of positions.entries()) {
          if (each === null) continue;
          const own = known.get(each) ?? [];
          known.set(each, own);
          if (own.at(-1)?.[0] === place) own.at(-1)?.[1].push(position);
          else own.push([place, [position]]);
        }
      }
      expect(read(anew(stories))).toEqual(known);
    }),
  );
});

test("what a search begins with: rows of the newest open stories, no more than there is room for", () => {
  const ahead = (...open: number[]) => {
    const heads = { length: (open.length - 1) * perBlock + 10, activeIn: (from: number) => open[from / perBlock] ?? 0 };
    return rowsAhead({ heads: () => heads as unknown as StoryHeads }).map((file) => Number(/\d+/.exec(file)?.[0]));
  };
  expect(ahead(900, 1400, 17)).toEqual([2, 1]);
  expect(ahead(900, 400, 0, 100)).toEqual([3, 1, 0]);
  expect(ahead(10, 2000)).toEqual([1]);
  expect(ahead(0)).toEqual([]);
});

test("words that begin with the same three letters are in one shard", () => {
  for (const each of ["storyboard", "sto", "日本語", "éàü"])
    expect(shardOf(`${each}more`, 64)).toBe(shardOf(each.slice(0, 3), 64));
  expect(shardOf("ab", 1)).toBe(0);
});

test("places and positions are read as they were written, near ones and far ones", () => {
  const distances = [0, 1, 13, 14, 15, 31, 32, 33, 195, 196, 197, 1_023, 1_024, 40_000];
  const text = distances.flatMap((distance) => [...Array<string>(distance).fill("x"), "word"]);
  const positions = distances.map((_, at) => distances.slice(0, at + 1).reduce((sum, each) => sum + each + 1, -1));
  const holding = [0, 1, 15, 30, 226, 423, 2_999];
  const shards = anew(Array.from({ length: 3_000 }, (_, id) => [id, holding.includes(id) ? [text] : []] as const));
  expect(read(shards).get("word")).toEqual(holding.map((place) => [place, positions]));
});

test("of a word that one story has thousands of times the first positions are known, and the list stays short", () => {
  const text = Array<string>(300_000).fill("again");
  const [shard] = anew([[1, [text, ["other"]]]]);
  const known = read(shard ? [shard] : []);
  expect(known.get("again")).toEqual([[0, Array.from({ length: mostPositions }, (_, at) => at)]]);
  expect(known.get("other")).toEqual([[0, [300_001]]]);
  expect(shard?.places.length).toBeLessThan(mostPositions + 20);
});
