// The search of a site without a server, in a thread of the browser: open stories are loaded first, closed ones when they are asked for.

import type { Query } from "../../model/query/query.ts";
import { tokens } from "../../model/query/tokens.ts";
import { storyKey } from "../addresses.ts";
import { markOf, type TextBlock } from "../search/postings.ts";
import { type BlockKind, rowsKey, type SearchIndex, type SearchRow, textsKey } from "../search/search-row.ts";
import { type Doubt, doubtsOf, type StoryTexts, settle } from "./doubts.ts";
import { asksForClosed, hasText, judge, readQuery, unanswerable } from "./judge.ts";
import { shownRow } from "./shown-row.ts";
import { type LoadedBlock, loadedBlock } from "./text-search.ts";

interface Question {
  readonly id: number;
  readonly query?: string;
  /** Titles like this one are wanted. */
  readonly like?: string;
  readonly now: number;
  /** What there is to search. */
  readonly index: SearchIndex;
  /** Load what is missing, whatever its size. */
  readonly everything?: boolean;
  /** So many rows are wanted. */
  readonly most?: number;
}

const here = globalThis as unknown as {
  postMessage(answer: unknown): void;
  addEventListener(type: "message", listen: (event: { readonly data: Question }) => void): void;
};

/** What a first search may load, in bytes as they come over the wire: rows alone, rows and texts, and stories that are read for a phrase. */
const rowBudget = 600_000;
const textBudget = 1_300_000;
const storyBudget = 140_000;

const rows = new Map<string, LoadedBlock>();

here.addEventListener("message", async ({ data }) => {
  try {
    here.postMessage({
      id: data.id,
      ...(data.like === undefined ? await search(data) : await similar(data.like, data.index)),
    });
  } catch {
    here.postMessage({ id: data.id, failed: true });
  }
});

interface Fetched<T> {
  readonly value: T;
  /** As they came over the wire. */
  readonly bytes: number;
}

async function fetched<T>(path: string): Promise<Fetched<T>> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const value = (await response.json()) as T;
  const [entry] = performance.getEntriesByName(response.url) as unknown as readonly {
    readonly encodedBodySize?: number;
  }[];
  return { value, bytes: entry?.encodedBodySize ?? Number(response.headers.get("content-length") ?? 0) };
}

/** So many files are on their way together: a browser asks one server for no more. */
const atOnce = 6;

/** Does work for each in their order, some at a time, until it is told to stop. */
async function eachInTurn<T>(items: readonly T[], work: (item: T) => Promise<void>, isOver = () => false) {
  let next = 0;
  const one = async () => {
    while (next < items.length && !isOver()) {
      next += 1;
      await work(items[next - 1] as T);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

/** Bytes of a story: as it was in what came, at first as much as it hardly is. */
const perStory = { rows: 120, texts: 600 };
/** Bytes that have come, and those that are on their way. */
let loaded = 0;
const coming = new Map<Promise<unknown>, number>();

interface Load {
  readonly what: keyof typeof perStory;
  readonly stories: number;
  /** Infinite where everything is wanted. */
  readonly budget: number;
}

/** What a file holds, or null when it may be too large; what comes first comes whatever its size. */
async function take<T>(path: string, { what, stories, budget }: Load): Promise<T | null> {
  const guess = () => stories * perStory[what];
  for (;;) {
    const expected = [...coming.values()].reduce((sum, each) => sum + each, loaded);
    if (expected === 0 || expected + guess() <= budget) break;
    if (coming.size === 0) return null;
    // What is on its way may be less than was thought.
    await Promise.race(coming.keys());
  }
  const work = fetched<T>(path);
  coming.set(work, guess());
  try {
    const { value, bytes } = await work;
    loaded += bytes;
    perStory[what] = bytes / stories;
    return value;
  } finally {
    coming.delete(work);
  }
}

interface Wish {
  readonly block: number;
  readonly kind: BlockKind;
  readonly stories: number;
}

/** Rows of the newest blocks first, then their texts, as long as there is room. */
async function load(wishes: readonly Wish[], withTexts: boolean, everything: boolean): Promise<void> {
  const rowsCome = new Map<string, Promise<void>>();
  const budget = (most: number) => (everything ? Number.POSITIVE_INFINITY : most);
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
    const texts = await take<TextBlock>(textsKey(block, kind), { what: "texts", stories, budget: budget(textBudget) });
    // Else the site was changed in between: these are the texts of other stories.
    if (texts?.stories === markOf(there.rows.map(([id]) => id))) there.texts = texts;
  };
  const steps = [loadRows, ...(withTexts ? [loadTexts] : [])].flatMap((step) => wishes.map((wish) => () => step(wish)));
  await eachInTurn(steps, (step) => step());
}

async function search({
  query: text = "",
  now,
  index: all,
  everything = false,
  most = 100,
}: Question): Promise<object> {
  const read = readQuery(text, all, now);
  if ("problem" in read) return { problem: read.problem };
  const beyond = unanswerable(read.query.where);
  if (beyond !== null)
    return { problem: { message: `${beyond} is known to a server only`, span: { start: 0, end: 0 } } };
  const wants = hasText(read.query.where);
  const loadAll = (kinds: readonly BlockKind[]) =>
    load(
      kinds.flatMap((kind) => wishesOf(all, kind)),
      wants,
      everything,
    );
  await loadAll(everything || asksForClosed(read.query.where) ? ["open", "closed"] : ["open"]);
  let { found, unread } = await judged(read.query, all);
  if (found.length === 0) {
    // What is not among the open stories may be done already: who looks for it shall not read that it is not there.
    await loadAll(["closed"]);
    ({ found, unread } = await judged(read.query, all));
  }
  const blocks = [...rows.values()];
  const counts = { stories: 0, texts: 0 };
  for (const block of blocks) {
    counts.stories += block.rows.length;
    if (block.texts) counts.texts += block.rows.length;
  }
  const total = all.blocks.reduce((sum, [open, closed]) => sum + open + closed, 0);
  const withClosed = [...rows.keys()].some((key) => key.includes("closed"));
  const searched = { ...counts, total, needsTexts: wants, withClosed, unread };
  return { rows: found.slice(0, most).map(shownRow), total: found.length, searched };
}

/** So many stories are read for one question: of most phrases that is all of them. */
const mostRead = 30;

/** What is found among the stories that are loaded; `unread`: of how many only the words of a phrase are known to be there. */
async function judged(query: Query, all: SearchIndex): Promise<{ found: readonly SearchRow[]; unread: number }> {
  const blocks = [...rows.values()];
  let doubts = doubtsOf(query, blocks, []);
  // Of many it is those that would be shown first.
  if (doubts.length > mostRead) doubts = doubtsOf(query, blocks, judge(query, blocks, all)).slice(0, mostRead);
  let [bytes, isOver] = [0, false];
  const read = async (doubt: Doubt) => {
    try {
      const story = await fetched<StoryTexts>(`${storyKey(doubt.id)}.json`);
      bytes += story.bytes;
      settle(doubt, story.value);
    } catch {
      // Of a story that cannot be read, as when the site was changed in between, the doubt stays.
      isOver = true;
    }
  };
  await eachInTurn(doubts, read, () => isOver || bytes > storyBudget);
  const found = judge(query, blocks, all);
  if (doubts.length === 0) return { found, unread: 0 };
  const shown = new Set(found.map(([id]) => id));
  return { found, unread: doubtsOf(query, blocks, found).filter(({ id }) => shown.has(id)).length };
}

/** Of the words of both titles, or of those that were typed so far, so many have to be the same. */
const enough = { ofBoth: 0.3, ofTyped: 0.6 };

/** Stories whose titles share most of their words with this one; what is closed already may be the answer. */
async function similar(title: string, all: SearchIndex): Promise<object> {
  const words = [...new Set(tokens(title))].filter((word) => word.length > 2);
  if (words.length === 0) return { rows: [] };
  await load([...wishesOf(all, "open"), ...wishesOf(all, "closed")], false, false);
  const found: { row: SearchRow; likeness: number }[] = [];
  for (const block of rows.values()) {
    block.rows.forEach((row, place) => {
      const others = new Set(block.title(place).filter((word) => word.length > 2));
      const shared = words.filter((word) => others.has(word)).length;
      const ofBoth = shared / (words.length + others.size - shared);
      const ofTyped = shared > 1 ? shared / words.length : 0;
      if (ofBoth >= enough.ofBoth || ofTyped >= enough.ofTyped) found.push({ row, likeness: ofBoth + ofTyped });
    });
  }
  return {
    rows: found
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, 5)
      .map(({ row }) => shownRow(row)),
  };
}

/** The blocks that hold any such stories, the newest first. */
function wishesOf(all: SearchIndex, kind: BlockKind): readonly Wish[] {
  const wishes = all.blocks.map((counts, block): Wish => ({ block, kind, stories: counts[kind === "open" ? 0 : 1] }));
  return wishes.filter(({ stories }) => stories > 0).reverse();
}
