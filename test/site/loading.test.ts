// What a first search loads on a site of plain files: never much more than it may, whatever the sizes of the files turn out to be.

import fc from "fast-check";
import { expect, test } from "vitest";
import { loading, type Wish } from "../../src/site/browser/loading.ts";
import { hasWordsFor, type Phrase } from "../../src/site/browser/text-search.ts";
import { markOf, shardCount, shardOf } from "../../src/site/search/postings.ts";

const stories = 1_200;
const shards = 128;
/** Blocks of this many stories each, the last the newest; half of which are open where nothing else is said. */
const wishesFor = (all: readonly number[], open = all): Wish[] =>
  all.map((each, block) => ({ block, kind: "open" as const, stories: open[block] ?? each, all: each })).reverse();
const wishes = wishesFor(Array<number>(20).fill(stories));
const phraseOf = (text: string): Phrase => ({ words: text.split(" "), prefix: false });
const word = phraseOf("lantern");
const blockOf = (path: string) => Number(/^search\/(\d+)-/.exec(path)?.[1]);
const idsOf = (wish: Wish) => Array.from({ length: wish.all }, (_, at) => 10_000_000 + wish.block * 2000 + at);

interface Sizes {
  /** Bytes of a story. */
  readonly rows: number;
  /** Of a story in each of as many files of words as we have. */
  readonly words: number;
}

interface Server {
  readonly saysSizes?: boolean;
  readonly broken?: string;
  readonly mark?: typeof markOf;
  /** Told from which stories are open, by the path that is asked for. */
  readonly kinds?: (path: string) => number;
  readonly waits?: readonly number[];
  readonly heavy?: readonly number[];
  readonly blocks?: readonly Wish[];
}

/** A server whose rows and words take so many bytes a story, and which answers in any order. */
function served(
  perStory: Sizes,
  {
    saysSizes = false,
    broken = "",
    mark = markOf,
    kinds = () => 1,
    waits = [],
    heavy = [],
    blocks = wishes,
  }: Server = {},
) {
  const asked: string[] = [];
  let bytes = 0;
  const fetched = async <T>(path: string, most: number) => {
    asked.push(path);
    const wait = waits[asked.length % waits.length] ?? (path.length * 7 + asked.length * 5) % 13;
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (path === broken) throw new Error("404");
    const wish = blocks.find(({ block }) => block === blockOf(path)) as Wish;
    const ids = idsOf(wish);
    const count = wish.all === stories ? shards : shardCount(wish.all);
    const shard = /-words-(\d+)/.exec(path)?.[1];
    const isHeavy = heavy.includes(Number(shard));
    // No two are of the same size.
    const part = 1 - ((path.length + asked.length) % 7) / 1_200;
    const ofWords = ((wish.all * shards) / count) * perStory.words * (isHeavy ? 9 : 1);
    const size = Math.round(part * (shard === undefined ? wish.stories * perStory.rows : ofWords));
    if (saysSizes && size > most) return null;
    bytes += size;
    const own = ids.slice(0, wish.stories);
    const rows = {
      ...{ stories: markOf(ids), kinds: kinds(path), shards: count },
      ...{ places: [...own.keys()], lengths: own, rows: own.map((id) => [id, "title"]) },
    };
    return { value: (shard === undefined ? rows : { stories: mark(ids), words: "", places: "" }) as T, bytes: size };
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
  const both = (["open", "closed"] as const).map((kind) => ({ block: 3, kind, stories, all: stories }));
  await load(both, [word, phraseOf("two words")], false);
  expect([...rows.values()].map((block) => hasWordsFor(block, phraseOf("two words")))).toEqual([true, true]);
  expect(server.asked.length).toBe(new Set(server.asked).size);
});

test("the newest stories may be few, or few of them open: the words of all others are loaded as well", async () => {
  const many = Array<number>(5).fill(stories);
  for (const uneven of [wishesFor([...many, 17], [...many, 9]), wishesFor([...many, stories], [...many, 3])]) {
    const server = served({ rows: 90, words: 12 }, { blocks: uneven });
    const { rows, load } = loading(server.fetched);
    await load(uneven, [word, phraseOf("two words")], false);
    expect(blocksWith(rows).length).toBe(6);
    expect(blocksWith(rows, phraseOf("two words")).length).toBe(6);
    expect(server.bytes()).toBeLessThanOrEqual(1_350_000);
  }
});

test("a beginning of few letters may be in any file: all of them are loaded where there is room, and other words first", async () => {
  const beginning = { words: ["la"], prefix: true };
  const counts: unknown[] = [];
  for (const words of [2, 30]) {
    const server = served({ rows: 20, words });
    const { rows, load } = loading(server.fetched);
    await load(wishes.slice(0, 1), [beginning, word], false);
    counts.push([blocksWith(rows, beginning), blocksWith(rows)]);
    expect(server.bytes()).toBeLessThanOrEqual(1_500_000);
    await load(wishes.slice(0, 1), [beginning, word], true);
    expect(blocksWith(rows, beginning)).toEqual([19]);
    expect(server.asked.length).toBe(1 + shards);
  }
  expect(counts).toEqual([
    [[19], [19]],
    [[], [19]],
  ]);
});

test("a letter of a script without blanks is a word, and the beginning of no other", async () => {
  const server = served({ rows: 20, words: 30 });
  const { rows, load } = loading(server.fetched);
  const beginning = { words: ["日", "本"], prefix: true };
  await load(wishes.slice(0, 1), [beginning], false);
  expect(blocksWith(rows, beginning)).toEqual([19]);
  expect(server.asked.length).toBeLessThanOrEqual(3);
});

test("words of other stories, since the site was changed meanwhile, are none, and it is told", async () => {
  const server = served({ rows: 20, words: 2 }, { mark: () => 7 });
  const { rows, load, isMixed } = loading(server.fetched);
  await load(wishes, [], false);
  expect(isMixed()).toBe(false);
  await load(wishes, [word], false);
  expect([rows.size, blocksWith(rows), isMixed()]).toEqual([20, [], true]);
});

test("closed stories of another state than the open ones are none, and it is told", async () => {
  const server = served({ rows: 20, words: 2 }, { kinds: (path) => path.length });
  const { rows, load, isMixed } = loading(server.fetched);
  const both = (["open", "closed"] as const).map((kind) => ({ block: 3, kind, stories, all: stories }));
  await load(both, [word], false);
  expect([rows.size, isMixed()]).toEqual([1, true]);
});

test("another number of stories than the list of blocks has is told", async () => {
  const server = served({ rows: 20, words: 2 });
  const { load, isMixed } = loading(server.fetched);
  await load([{ block: 3, kind: "open", stories: stories - 1, all: stories }], [], false);
  expect(isMixed()).toBe(true);
});

test("two that ask at once load each file once", async () => {
  const server = served({ rows: 20, words: 2 });
  const { load } = loading(server.fetched);
  await Promise.all([load(wishes, [word], false), load(wishes, [word, phraseOf("two words")], true)]);
  expect(server.asked.length).toBe(new Set(server.asked).size);
});

test("a file that is not there is said, and what has come stays", async () => {
  const server = served({ rows: 80, words: 12 }, { broken: `search/18-words-${shardOf("lantern", shards)}.json` });
  const { rows, load } = loading(server.fetched);
  await expect(load(wishes, [word], false)).rejects.toThrow("404");
  await load(wishes, [], false);
  expect(rows.get("search/19-open.json")?.rows.length).toBe(stories);
});
