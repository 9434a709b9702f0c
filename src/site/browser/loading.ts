// What a search loads of a site's stories, as much as there is room for: how large a file is shows only when it has come.

import type { WordShard } from "../search/postings.ts";
import { type BlockKind, rowsKey, type SearchRows, wordsKey } from "../search/search-row.ts";
import { type LoadedBlock, loadedBlock, type Phrase, shardsFor } from "./text-search.ts";

/** What a first search may load, in bytes as they come over the wire: rows alone, rows and words. */
const rowBudget = 600_000;
const wordBudget = 1_300_000;
/** So many files of a block's words: a beginning of few letters, whose words stand in all of them, is looked for by who wants everything. */
const mostFiles = 64;
const everyByte = Number.MAX_SAFE_INTEGER;

export interface Fetched<T> {
  readonly value: T;
  /** As they came over the wire. */
  readonly bytes: number;
}

export interface Wish {
  readonly block: number;
  readonly kind: BlockKind;
  readonly stories: number;
}

export interface Loading {
  /** What has come, by the keys of their rows. */
  readonly rows: ReadonlyMap<string, LoadedBlock>;
  /**
   * Rows of the newest blocks first, then where the phrases' words stand in them, as long as there is room; `everything`: whatever its
   * size. Tells whether anything has come.
   */
  load(wishes: readonly Wish[], phrases: readonly Phrase[], everything: boolean): Promise<boolean>;
}

interface Load {
  readonly what: "rows" | "words";
  readonly stories: number;
  readonly budget: number;
}

/** Null for a file that says beforehand that it has more bytes than that. */
type Fetch = <T>(path: string, most: number) => Promise<Fetched<T> | null>;

export function loading(fetched: Fetch): Loading {
  const rows = new Map<string, LoadedBlock>();
  const words = new Map<number, Map<number, WordShard>>();
  /** Bytes of a story, as it was in what came; of rows at first as many as they hardly are, since it is they that everything waits for. */
  const perStory: { rows: number; words?: number } = { rows: 160 };
  /** Bytes that have come, and those that are on their way. */
  const loaded = { rows: 0, words: 0 };
  const coming = new Map<Promise<unknown>, Load & { readonly guess: number }>();

  const spent = (what: Load["what"]) => loaded.rows + (what === "words" ? loaded.words : 0);

  /** What files of a block hold, or null when they may be too large; what comes first comes whatever its size. */
  async function take<T>(paths: readonly string[], file: Load): Promise<readonly T[] | null> {
    const { what, stories, budget } = file;
    let guess: number;
    for (;;) {
      // Rows make room for nothing: whatever is searched, they are needed.
      const ahead = [...coming.values()].filter((other) => what === "words" || other.what === "rows");
      const room = ahead.reduce((left, other) => left - other.guess, budget - spent(what));
      const size = perStory[what];
      // The first of its sort comes alone: it may be as large as there is room, and shows how large the others are.
      guess = size === undefined ? Math.max(1, room) : stories * size;
      const isAlone = ahead.every((other) => other.what !== what);
      if (room === budget || (guess <= room && (size !== undefined || isAlone))) break;
      if (ahead.length === 0) return null;
      // What is on its way may be less than was thought.
      await Promise.race(coming.keys());
    }
    const left = budget - spent(what);
    const most = left === budget && coming.size === 0 ? everyByte : left;
    const work = Promise.all(paths.map((path) => fetched<T>(path, most)));
    coming.set(work, { ...file, guess });
    try {
      const found = await work;
      const bytes = found.reduce((sum, each) => sum + (each?.bytes ?? 0), 0);
      loaded[what] += bytes;
      if (found.includes(null)) return null;
      perStory[what] = bytes / stories;
      return found.map((each) => (each as Fetched<T>).value);
    } finally {
      coming.delete(work);
    }
  }

  async function load(wishes: readonly Wish[], phrases: readonly Phrase[], everything: boolean): Promise<boolean> {
    const before = spent("words");
    // Who asks again, since nothing was found, needs no words twice: more rows have their room.
    const rowRoom = rows.size === 0 ? rowBudget : Math.max(rowBudget, wordBudget - loaded.words);
    const budget = (most: number) => (everything ? everyByte : most);
    const rowsCome = new Map<string, Promise<void>>();
    const loadRows = async ({ block, kind, stories }: Wish) => {
      const key = rowsKey(block, kind);
      if (rows.has(key)) return;
      const work = take<SearchRows>([key], { what: "rows", stories, budget: budget(rowRoom) }).then((found) => {
        if (found?.[0]) rows.set(key, loadedBlock(found[0], wordsOf(block)));
      });
      rowsCome.set(key, work);
      await work;
    };
    const wordsCome = new Map<number, Promise<void>>();
    const loadWords = async ({ block, kind, stories }: Wish) => {
      const key = rowsKey(block, kind);
      await rowsCome.get(key);
      // The other stories of the block have the same.
      await wordsCome.get(block);
      const there = rows.get(key);
      if (!there) return;
      const needed = new Set(phrases.flatMap((phrase) => shardsFor(phrase, there.shards)));
      // Else the site was changed in between: these are the words of other stories.
      const isThere = (shard: number) => wordsOf(block).get(shard)?.stories === there.stories;
      const missing = [...needed].filter((shard) => !isThere(shard));
      if (missing.length === 0 || (missing.length > mostFiles && !everything)) return;
      const paths = missing.map((shard) => wordsKey(block, shard));
      const work = take<WordShard>(paths, { what: "words", stories, budget: budget(wordBudget) }).then((found) => {
        for (const [at, shard] of missing.entries()) if (found?.[at]) wordsOf(block).set(shard, found[at]);
      });
      wordsCome.set(block, work);
      await work;
    };
    const steps = [loadRows, ...(phrases.length > 0 ? [loadWords] : [])].flatMap((step) =>
      wishes.map((wish) => () => step(wish)),
    );
    await inTurn(steps);
    return spent("words") > before;
  }

  function wordsOf(block: number): Map<number, WordShard> {
    const own = words.get(block) ?? new Map<number, WordShard>();
    words.set(block, own);
    return own;
  }

  return { rows, load };
}

/** So many files are on their way together: a browser asks one server for no more. */
const atOnce = 6;

/** Does all work in its order, some at a time. */
async function inTurn(steps: readonly (() => Promise<void>)[]): Promise<void> {
  let next = 0;
  const one = async () => {
    while (next < steps.length) {
      next += 1;
      await steps[next - 1]?.();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}
