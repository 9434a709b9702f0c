// What a search loads of a site's stories, as much as there is room for: how large a file is shows only when it has come.

import { markOf, type TextBlock } from "../search/postings.ts";
import { type BlockKind, rowsKey, type SearchRow, textsKey } from "../search/search-row.ts";
import { type LoadedBlock, loadedBlock } from "./text-search.ts";

/** What a first search may load, in bytes as they come over the wire: rows alone, rows and texts. */
const rowBudget = 600_000;
const textBudget = 1_300_000;
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
   * Rows of the newest blocks first, then their texts, as long as there is room; `everything`: whatever its size. Tells whether anything
   * has come.
   */
  load(wishes: readonly Wish[], withTexts: boolean, everything: boolean): Promise<boolean>;
}

interface Load {
  readonly what: "rows" | "texts";
  readonly stories: number;
  readonly budget: number;
}

/** Null for a file that says beforehand that it has more bytes than that. */
type Fetch = <T>(path: string, most: number) => Promise<Fetched<T> | null>;

export function loading(fetched: Fetch): Loading {
  const rows = new Map<string, LoadedBlock>();
  /** Bytes of a story, as it was in what came; of rows at first as many as they hardly are, since it is they that everything waits for. */
  const perStory: { rows: number; texts?: number } = { rows: 160 };
  /** Bytes that have come, and those that are on their way. */
  const loaded = { rows: 0, texts: 0 };
  const coming = new Map<Promise<unknown>, { readonly what: Load["what"]; readonly guess: number }>();

  const spent = (what: Load["what"]) => loaded.rows + (what === "texts" ? loaded.texts : 0);

  /** What a file holds, or null when it may be too large; what comes first comes whatever its size. */
  async function take<T>(path: string, { what, stories, budget }: Load): Promise<T | null> {
    let guess: number;
    for (;;) {
      // Rows make room for nothing: whatever is searched, they are needed.
      const ahead = [...coming.values()].filter((other) => what === "texts" || other.what === "rows");
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
    const work = fetched<T>(path, left === budget && coming.size === 0 ? everyByte : left);
    coming.set(work, { what, guess });
    try {
      const found = await work;
      if (!found) return null;
      loaded[what] += found.bytes;
      perStory[what] = found.bytes / stories;
      return found.value;
    } finally {
      coming.delete(work);
    }
  }

  async function load(wishes: readonly Wish[], withTexts: boolean, everything: boolean): Promise<boolean> {
    const before = spent("texts");
    const rowsCome = new Map<string, Promise<void>>();
    const budget = (most: number) => (everything ? everyByte : most);
    const loadRows = async ({ block, kind, stories }: Wish) => {
      const key = rowsKey(block, kind);
      if (rows.has(key)) return;
      const work = take<SearchRow[]>(key, { what: "rows", stories, budget: budget(rowBudget) }).then((found) => {
        if (found) rows.set(key, loadedBlock(found));
      });
      rowsCome.set(key, work);
      await work;
    };
    const loadTexts = async ({ block, kind, stories }: Wish) => {
      const key = rowsKey(block, kind);
      await rowsCome.get(key);
      const there = rows.get(key);
      if (!there || there.texts) return;
      const texts = await take<TextBlock>(textsKey(block, kind), {
        what: "texts",
        stories,
        budget: budget(textBudget),
      });
      // Else the site was changed in between: these are the texts of other stories.
      if (texts?.stories === markOf(there.rows.map(([id]) => id))) there.texts = texts;
    };
    const steps = [loadRows, ...(withTexts ? [loadTexts] : [])].flatMap((step) =>
      wishes.map((wish) => () => step(wish)),
    );
    await eachInTurn(steps, (step) => step());
    return spent("texts") > before;
  }

  return { rows, load };
}

/** So many files are on their way together: a browser asks one server for no more. */
const atOnce = 6;

/** Does work for each in their order, some at a time, until it is told to stop. */
export async function eachInTurn<T>(items: readonly T[], work: (item: T) => Promise<void>, isOver = () => false) {
  let next = 0;
  const one = async () => {
    while (next < items.length && !isOver()) {
      next += 1;
      await work(items[next - 1] as T);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}
