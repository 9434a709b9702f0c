// What a first search loads on a site of plain files: never much more than it may, whatever the sizes of the files turn out to be.

import fc from "fast-check";
import { expect, test } from "vitest";
import { loading } from "../../src/site/browser/loading.ts";
import { markOf } from "../../src/site/search/postings.ts";

const stories = 600;
const wishes = Array.from({ length: 20 }, (_, at) => ({ block: 19 - at, kind: "open" as const, stories }));
const idsOf = (block: number) => Array.from({ length: stories }, (_, at) => 10_000_000 + block * 1000 + at);
const blockOf = (path: string) => Number(/^search\/(\d+)-/.exec(path)?.[1]);

/** A server whose rows and texts take so many bytes a story, and which answers in any order. */
function served(
  perStory: { rows: number; texts: number },
  { saysSizes = false, broken = "", waits = [] as readonly number[] } = {},
) {
  const asked: string[] = [];
  let bytes = 0;
  const fetched = async <T>(path: string, most: number) => {
    asked.push(path);
    const wait = waits[asked.length % waits.length] ?? (path.length * 7 + asked.length * 5) % 13;
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (path === broken) throw new Error("404");
    const ids = idsOf(blockOf(path));
    const isTexts = path.includes("-text");
    // No two are of the same size.
    const size = (stories - ((path.length + asked.length) % 7)) * perStory[isTexts ? "texts" : "rows"];
    if (saysSizes && size > most) return null;
    bytes += size;
    const value = isTexts
      ? { stories: markOf(ids), lengths: [], words: "", places: "" }
      : ids.map((id) => [id, "title"]);
    return { value: value as T, bytes: size };
  };
  return { fetched, asked, bytes: () => bytes };
}

const blocksWithTexts = (rows: ReturnType<typeof loading>["rows"]) =>
  [...rows.values()].filter(({ texts }) => texts).length;

test("as usual sizes are: all rows there is room for, then the newest texts", async () => {
  const server = served({ rows: 80, texts: 390 });
  const { rows, load } = loading(server.fetched);
  await load(wishes, true, false);
  expect(rows.size).toBe(12);
  expect(server.asked.slice(0, 3)).toEqual(["search/19-open.json", "search/18-open.json", "search/17-open.json"]);
  expect(blocksWithTexts(rows)).toBe(3);
  expect(
    [...rows]
      .filter(([, { texts }]) => texts)
      .map(([key]) => blockOf(key))
      .sort(),
  ).toEqual([17, 18, 19]);
  expect(server.bytes()).toBeLessThanOrEqual(1_300_000);
});

test("where stories are longer than most, fewer of them; where they are short, more", async () => {
  const sizes = [
    { rows: 20, texts: 40 },
    { rows: 100, texts: 800 },
    { rows: 150, texts: 600 },
    { rows: 200, texts: 1_200 },
  ];
  const found: unknown[] = [];
  for (const size of sizes) {
    const server = served(size);
    const { rows, load } = loading(server.fetched);
    await load(wishes, true, false);
    found.push([rows.size, blocksWithTexts(rows)]);
    expect(server.bytes()).toBeLessThanOrEqual(1_500_000);
  }
  expect(found).toEqual([
    [20, 20],
    [10, 1],
    [6, 2],
    [6, 1],
  ]);
});

test("texts far longer than was thought are left where the server says how large they are", async () => {
  const loadedFrom = async (saysSizes: boolean) => {
    const server = served({ rows: 80, texts: 5_000 }, { saysSizes });
    const { rows, load } = loading(server.fetched);
    await load(wishes, true, false);
    return [blocksWithTexts(rows), server.bytes()];
  };
  const [none, rowsOnly = 0] = await loadedFrom(true);
  expect([none, Math.round(rowsOnly / 100_000)]).toEqual([0, 6]);
  // Else the first of them shows it.
  const [one, both = 0] = await loadedFrom(false);
  expect([one, Math.round(both / 100_000)]).toEqual([1, 36]);
});

test("in whatever order they come, and whatever more or less each has", async () => {
  const jitter = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 12, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(jitter, fc.integer({ min: 4, max: 16 }), async (waits, blocks) => {
      const server = served({ rows: 90, texts: 330 }, { waits });
      const { rows, load } = loading(server.fetched);
      await load(wishes.slice(0, blocks), true, false);
      expect(rows.size).toBe(Math.min(blocks, 11));
      expect(blocksWithTexts(rows)).toBeGreaterThan(2);
      expect(server.bytes()).toBeLessThanOrEqual(1_310_000);
    }),
    { numRuns: 60 },
  );
});

test("what is there is not loaded again, and everything is loaded for who wants it", async () => {
  const server = served({ rows: 80, texts: 390 });
  const { rows, load } = loading(server.fetched);
  await load(wishes, false, false);
  expect(blocksWithTexts(rows)).toBe(0);
  expect(await load(wishes, true, false)).toBe(true);
  expect(await load(wishes, true, false)).toBe(false);
  expect(await load(wishes, true, true)).toBe(true);
  expect([rows.size, blocksWithTexts(rows)]).toEqual([20, 20]);
  expect(server.asked.length).toBe(new Set(server.asked).size);
});

test("a file that is not there is said, and what has come stays", async () => {
  const server = served({ rows: 80, texts: 390 }, { broken: "search/18-open-text.json" });
  const { rows, load } = loading(server.fetched);
  await expect(load(wishes, true, false)).rejects.toThrow("404");
  await load(wishes, false, false);
  expect(rows.get("search/19-open.json")?.rows.length).toBe(stories);
});
