// What a search loads of a site's stories, as much as there is room for: how large a file is shows only when it has come.

import type { WordShard } from "../search/postings.ts";
import { type BlockKind, rowsKey, type SearchRows, wordsKey } from "../search/search-row.ts";
import { type LoadedBlock, loadedBlock, type Phrase, shardsFor } from "./text-search.ts";

/** What a first search may load, in bytes as they come over the wire: rows alone, rows and words. */
const rowBudget = 600_000;
const wordBudget = 1_300_000;
const everyByte = Number.MAX_SAFE_INTEGER;
/** So many files of a block are asked for together. */
const mostFiles = 32;

export interface Fetched<T> {
  readonly value: T;
  /** As they came over the wire. */
  readonly bytes: number;
}

export interface Wish {
  readonly block: number;
  readonly kind: BlockKind;
  /** So many stories of the kind are in the block, and so many in all. */
  readonly stories: number;
  readonly all: number;
}

export interface Loading {
  /** What has come, by the keys of their rows; all of it is of one state of its block. */
  readonly rows: ReadonlyMap<string, LoadedBlock>;
  /** Whether something came that is not: then the site has changed since the first came. */
  isMixed(): boolean;
  /**
   * Rows of the newest blocks first, then where the phrases' words stand in them, as long as there is room; `everything`: whatever its
   * size. Tells whether anything has come.
   */
  load(wishes: readonly Wish[], phrases: readonly Phrase[], everything: boolean): Promise<boolean>;
}

interface Load {
  readonly what: "rows" | "words";
  /** Files of one sort have about the same size for each story. */
  readonly sort: string;
  /** About how many stories' rows or words are in all of the files. */
  readonly stories: number;
  readonly budget: number;
}

/** Null for a file that says beforehand that it has more bytes than that. */
type Fetch = <T>(path: string, most: number) => Promise<Fetched<T> | null>;

export function loading(fetched: Fetch): Loading {
  const rows = new Map<string, LoadedBlock>();
  const words = new Map<number, Map<number, WordShard>>();
  /** Bytes of a story, as it was in what came of a sort; of rows at first as many as they hardly are, since everything waits for them. */
  const perStory = new Map([["rows", 160]]);
  /** Bytes and files that have come, and bytes that are on their way. */
  const loaded = { rows: 0, words: 0, files: 0 };
  const coming = new Map<Promise<unknown>, Load & { readonly guess: number }>();
  let mixed = false;

  const spent = (what: Load["what"]) => loaded.rows + (what === "words" ? loaded.words : 0);

  /**
   * What files of a block hold, null for each that says itself too large; null when all of them may be too large together. What comes first
   * comes whatever its size.
   */
  async function take<T>(paths: readonly string[], load: Load): Promise<readonly (T | null)[] | null> {
    const { what, sort, stories, budget } = load;
    let guess: number;
    for (;;) {
      // Rows make room for nothing: whatever is searched, they are needed.
      const ahead = [...coming.values()].filter((other) => what === "words" || other.what === "rows");
      const room = ahead.reduce((left, other) => left - other.guess, budget - spent(what));
      const size = perStory.get(sort);
      // The first of its sort comes alone: it may be as large as there is room, and shows how large the others are.
      guess = size === undefined ? Math.max(1, room) : stories * size;
      const isAlone = ahead.every((other) => other.sort !== sort);
      if (room === budget || (guess <= room && (size !== undefined || isAlone))) break;
      if (ahead.length === 0) return null;
      // What is on its way may be less than was thought.
      await Promise.race(coming.keys());
    }
    const left = budget - spent(what);
    const most = left === budget && coming.size === 0 ? everyByte : left;
    const work = Promise.all(paths.map((path) => fetched<T>(path, most)));
    coming.set(work, { ...load, guess });
    try {
      const found = await work;
      const come = found.filter((file) => file !== null);
      const bytes = come.reduce((sum, file) => sum + file.bytes, 0);
      loaded[what] += bytes;
      loaded.files += come.length;
      if (come.length === found.length) perStory.set(sort, bytes / stories);
      return found.map((file) => file?.value ?? null);
    } finally {
      coming.delete(work);
    }
  }

  const lines = new Map<string, Promise<unknown>>();
  /** Does what concerns one thing in its turn: what came meanwhile is not asked for twice. */
  function inLine(thing: string, work: () => Promise<void>): Promise<void> {
    const own = (lines.get(thing) ?? Promise.resolve()).then(work, work);
    lines.set(thing, own);
    return own;
  }

  async function load(wishes: readonly Wish[], phrases: readonly Phrase[], everything: boolean): Promise<boolean> {
    const before = loaded.files;
    // Who asks again, since nothing was found, needs no words twice: more rows have their room.
    const rowRoom = rows.size === 0 ? rowBudget : Math.max(rowBudget, wordBudget - loaded.words);
    const budget = (most: number) => (everything ? everyByte : most);
    const loadRows = ({ block, kind, stories }: Wish) =>
      inLine(rowsKey(block, kind), async () => {
        const key = rowsKey(block, kind);
        if (rows.has(key)) return;
        const wanted = { what: "rows", sort: "rows", stories, budget: budget(rowRoom) } as const;
        const [found] = (await take<SearchRows>([key], wanted)) ?? [];
        const others = rows.get(rowsKey(block, kind === "open" ? "closed" : "open"));
        if (!found) return;
        const isApart = others !== undefined && (others.stories !== found.stories || others.kinds !== found.kinds);
        mixed ||= isApart || found.rows.length !== stories;
        if (!isApart) rows.set(key, loadedBlock(found, wordsOf(block)));
      });
    const loadWords = async ({ block, kind, all }: Wish) => {
      const key = rowsKey(block, kind);
      await lines.get(key);
      // The other stories of the block have the same words.
      await inLine(`words ${block}`, async () => {
        const there = rows.get(key);
        if (!there) return;
        const shards = phrases.map((phrase) => shardsFor(phrase, there.shards));
        const missing = (some: Iterable<number>) => [...new Set(some)].filter((shard) => !there.words.has(shard));
        /** Whether all of them have come. */
        const takeWords = async (some: readonly number[]) => {
          if (some.length === 0) return true;
          const stories = (some.length * all) / there.shards;
          const paths = some.map((shard) => wordsKey(block, shard));
          // In few files the commonest words are among more others.
          const sort = `words in ${there.shards}`;
          const found = await take<WordShard>(paths, { what: "words", sort, stories, budget: budget(wordBudget) });
          for (const [at, shard] of some.entries()) {
            const file = found?.[at];
            if (file && file.stories !== there.stories) mixed = true;
            else if (file) wordsOf(block).set(shard, file);
          }
          return missing(some).length === 0;
        };
        if (!(await takeWords(missing(shards.flatMap((some) => some ?? []))))) return;
        if (!shards.includes(null)) return;
        // Of all of them a few at first: they show how large the others are.
        const rest = missing(Array(there.shards).keys());
        for (let some = everything ? mostFiles : 1; rest.length > 0; some = Math.min(2 * some, mostFiles))
          if (!(await takeWords(rest.splice(0, some)))) return;
      });
    };
    const steps = [loadRows, ...(phrases.length > 0 ? [loadWords] : [])].flatMap((step) =>
      wishes.map((wish) => () => step(wish)),
    );
    await inTurn(steps);
    return loaded.files > before;
  }

  function wordsOf(block: number): Map<number, WordShard> {
    const own = words.get(block) ?? new Map<number, WordShard>();
    words.set(block, own);
    return own;
  }

  return { rows, isMixed: () => mixed, load };
}

/** So many blocks are loaded together: a browser has no more connections to most servers. */
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
