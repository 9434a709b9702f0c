// What a first search loads on a site of plain files: never much more than it may, whatever the sizes of the files turn out to be.

import fc from "fast-check";
import { expect, test } from "vitest";
import { loading } from "../../src/site/browser/loading.ts";
import { hasWordsFor, type Phrase } from "../../src/site/browser/text-search.ts";
import { markOf, shardOf } from "../../src/site/search/postings.ts";

const stories = 1_200;
const shards = 128;
const wishes = Array.from({ length: 20 }, (_, at) => ({ block: 19 - at, kind: "open" as const, stories }));
const phraseOf = (text: string): Phrase => ({ words: text.split(" "), prefix: false });
const word = phraseOf("lantern");
const blockOf = (path: string) => Number(/^search\/(\d+)-/.exec(path)?.[1]);
const idsOf = (block: number) => Array.from({ length: stories }, (_, at) => 10_000_000 + block * 2000 + at);

interface Sizes {
  readonly rows: number;
  /** Of a story in any file of words. */
  readonly words: number;
}

/** A server whose rows and words take so many bytes a story, and which answers in any order. */
function served(
  perStory: Sizes,
  {
    saysSizes = false,
    broken = "",
    mark = markOf,
    waits = [] as readonly number[],
    heavy = [] as readonly number[],
  } = {},
) {
  const asked: string[] = [];
  let bytes = 0;
  const fetched = async <T>(path: string, most: number) => {
    asked.push(path);
    const wait = waits[asked.length % waits.length] ?? (path.length * 7 + asked.length * 5) % 13;
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (path === broken) throw new Error("404");
    const ids = idsOf(blockOf(path));
    const shard = /-words-(\d+)/.exec(path)?.[1];
    const isHeavy = heavy.includes(Number(shard));
    // No two are of the same size.
    const some = stories - ((path.length + asked.length) % 7);
    const size = shard === undefined ? some * perStory.rows : some * perStory.words * (isHeavy ? 9 : 1);
    if (saysSizes && size > most) return null;
    bytes += size;
    const value =
      shard === undefined
        ? { stories: markOf(ids), shards, places: ids.keys(), lengths: ids, rows: ids.map((id) => [id, "title"]) }
        : { stories: mark(ids), words: "", places: "" };
    return { value: value as T, bytes: size };
  };
  return { fetched, asked, bytes: () => bytes };
}

const blocksWith = (rows: ReturnType<typeof loading>["rows"], phrase = word) =>
  [...rows].filter(([, block]) => hasWordsFor(block, phrase)).map(([key]) => blockOf(key));

test("as usual sizes are: all rows there is room for, and the words of all of them", async () => {
  const server = served({ rows: 90, words: 12 });
  const { rows, load } = loading(server.fetched);
  await load(wishes, [word], false);
  expect(rows.size).toBe(5);
  expect(server.asked.slice(0, 3)).toEqual(["search/19-open.json", "search/18-open.json", "search/17-open.json"]);
  expect(blocksWith(rows).sort()).toEqual([15, 16, 17, 18, 19]);
  const shard = shardOf("lantern", shards);
  expect(server.asked.filter((path) => path.includes("words")).sort()).toEqual(
    [15, 16, 17, 18, 19].map((block) => `search/${block}-words-${shard}.json`),
  );
});

test("where files are larger than most, fewer of them; where they are small, more", async () => {
  const sizes = [
    { rows: 20, words: 10 },
    { rows: 80, words: 200 },
    { rows: 90, words: 500 },
    { rows: 200, words: 300 },
  ];
  const found: unknown[] = [];
  for (const size of sizes) {
    const server = served(size);
    const { rows, load } = loading(server.fetched);
    await load(wishes, [word], false);
    found.push([rows.size, blocksWith(rows).length]);
    expect(server.bytes()).toBeLessThanOrEqual(1_500_000);
  }
  expect(found).toEqual([
    [20, 20],
    [6, 3],
    [5, 1],
    [3, 1],
  ]);
});

test("words far longer than was thought are left where the server says how large they are", async () => {
  const loadedFrom = async (saysSizes: boolean) => {
    const server = served({ rows: 80, words: 3_000 }, { saysSizes });
    const { rows, load } = loading(server.fetched);
    await load(wishes, [word], false);
    return [blocksWith(rows).length, server.bytes()];
  };
  const [none, rowsOnly = 0] = await loadedFrom(true);
  expect([none, Math.round(rowsOnly / 100_000)]).toEqual([0, 6]);
  // Else the first of them shows it.
  const [one, both = 0] = await loadedFrom(false);
  expect([one, Math.round(both / 100_000)]).toEqual([1, 42]);
});

test("in whatever order they come, and whatever more or less each has", async () => {
  const jitter = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 12, maxLength: 12 });
  const size = fc.integer({ min: 5, max: 60 });
  await fc.assert(
    fc.asyncProperty(jitter, size, fc.integer({ min: 4, max: 16 }), async (waits, words, blocks) => {
      const phrase = phraseOf("the common words");
      const heavy = [shardOf("the", shards) ?? 0];
      const server = served({ rows: 90, words }, { waits, heavy });
      const { rows, load } = loading(server.fetched);
      await load(wishes.slice(0, blocks), [phrase], false);
      expect(rows.size).toBe(Math.min(blocks, 5));
      expect(blocksWith(rows, phrase).length).toBeGreaterThan(0);
      expect(server.bytes()).toBeLessThanOrEqual(1_350_000);
    }),
    { numRuns: 60 },
  );
});

test("what is there is not loaded again, and everything is loaded for who wants it", async () => {
  const server = served({ rows: 80, words: 12 });
  const { rows, load } = loading(server.fetched);
  await load(wishes, [], false);
  expect(blocksWith(rows)).toEqual([]);
  expect(await load(wishes, [word], false)).toBe(true);
  expect(await load(wishes, [word], false)).toBe(false);
  expect(await load(wishes, [word], true)).toBe(true);
  expect([rows.size, blocksWith(rows).length]).toEqual([20, 20]);
  expect(server.asked.length).toBe(new Set(server.asked).size);
});

test("open and closed stories of a block share its words", async () => {
  const server = served({ rows: 20, words: 12 });
  const { rows, load } = loading(server.fetched);
  const both = (["open", "closed"] as const).map((kind) => ({ block: 3, kind, stories }));
  await load(both, [word, phraseOf("two words")], false);
  expect([...rows.values()].map((block) => hasWordsFor(block, phraseOf("two words")))).toEqual([true, true]);
  expect(server.asked.length).toBe(new Set(server.asked).size);
});

test("a beginning of few letters may be in any file: they are loaded for who wants everything", async () => {
  const server = served({ rows: 20, words: 2 });
  const { rows, load } = loading(server.fetched);
  const beginning = { words: ["la"], prefix: true };
  await load(wishes.slice(0, 1), [beginning], false);
  expect(blocksWith(rows, beginning)).toEqual([]);
  await load(wishes.slice(0, 1), [beginning], true);
  expect(server.asked.length).toBe(1 + shards);
  expect(blocksWith(rows, beginning)).toEqual([19]);
});

test("words of other stories, since the site was changed meanwhile, are none", async () => {
  const server = served({ rows: 20, words: 2 }, { mark: () => 7 });
  const { rows, load } = loading(server.fetched);
  await load(wishes, [word], false);
  expect([rows.size, blocksWith(rows)]).toEqual([20, []]);
});

test("a file that is not there is said, and what has come stays", async () => {
  const server = served({ rows: 80, words: 12 }, { broken: `search/18-words-${shardOf("lantern", shards)}.json` });
  const { rows, load } = loading(server.fetched);
  await expect(load(wishes, [word], false)).rejects.toThrow("404");
  await load(wishes, [], false);
  expect(rows.get("search/19-open.json")?.rows.length).toBe(stories);
});
