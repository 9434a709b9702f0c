// The search of a site without a server, in a thread of the browser: open stories are loaded first, closed ones when they are asked for.

import type { Query } from "../../model/query/query.ts";
import { tokens } from "../../model/query/tokens.ts";
import { storyKey } from "../addresses.ts";
import { markOf, type TextBlock } from "../search/postings.ts";
import {
  type BlockKind,
  rowsKey,
  type SearchIndex,
  type SearchRow,
  searchIndexKey,
  textsKey,
} from "../search/search-row.ts";
import { type Doubt, doubtsOf, type StoryTexts, settle } from "./doubts.ts";
import { asksForClosed, hasText, judge, readQuery, unanswerable } from "./judge.ts";
import { shownRow } from "./shown-row.ts";
import { type LoadedBlock, loadedBlock, textIndex } from "./text-search.ts";

interface Question {
  readonly id: number;
  readonly query?: string;
  /** Titles like this one are wanted. */
  readonly like?: string;
  readonly now: number;
  /** Load what is missing, whatever its size. */
  readonly everything?: boolean;
  /** So many rows are wanted. */
  readonly most?: number;
}

const here = globalThis as unknown as {
  postMessage(answer: unknown): void;
  addEventListener(type: "message", listen: (event: { readonly data: Question }) => void): void;
};

/** What a first search may load, in bytes as they come over the wire: rows, then texts. */
const rowBudget = 600_000;
const textBudget = 1_200_000;
const atOnce = 4;

let index: Promise<SearchIndex> | undefined;
let loaded = 0;
const rows = new Map<string, LoadedBlock>();

here.addEventListener("message", async ({ data }) => {
  try {
    here.postMessage({ id: data.id, ...(data.like === undefined ? await search(data) : await similar(data.like)) });
  } catch {
    index = undefined;
    here.postMessage({ id: data.id, failed: true });
  }
});

/** `counts`: towards what a search may load. */
async function fetched<T>(path: string, counts = true): Promise<T> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const value = (await response.json()) as T;
  if (!counts) return value;
  const [entry] = performance.getEntriesByName(response.url) as unknown as readonly {
    readonly encodedBodySize?: number;
  }[];
  loaded += entry?.encodedBodySize ?? Number(response.headers.get("content-length") ?? 0);
  return value;
}

/** The newest blocks first, as long as there is room. */
async function load(blocks: readonly number[], kind: BlockKind, what: "rows" | "texts", budget: number): Promise<void> {
  const missing = blocks.filter((block) => {
    const there = rows.get(rowsKey(block, kind));
    return what === "rows" ? !there : there && !there.texts;
  });
  for (let start = 0; start < missing.length && loaded < budget; start += atOnce) {
    await Promise.all(
      missing.slice(start, start + atOnce).map(async (block) => {
        const key = rowsKey(block, kind);
        if (what === "rows") rows.set(key, loadedBlock(await fetched<SearchRow[]>(key)));
        else {
          const texts = await fetched<TextBlock>(textsKey(block, kind));
          const there = rows.get(key);
          // Else the site was changed in between: these are the texts of other stories.
          if (there && texts.stories === markOf(there.rows.map(([id]) => id))) there.texts = textIndex(texts);
        }
      }),
    );
  }
}

async function search({ query: text = "", now, everything = false, most = 100 }: Question): Promise<object> {
  index ??= fetched<SearchIndex>(searchIndexKey);
  const all = await index;
  const read = readQuery(text, all, now);
  if ("problem" in read) return { problem: read.problem };
  const beyond = unanswerable(read.query.where);
  if (beyond !== null)
    return { problem: { message: `${beyond} is known to a server only`, span: { start: 0, end: 0 } } };
  const wants = hasText(read.query.where);
  const loadAll = async (kinds: readonly BlockKind[]) => {
    for (const kind of kinds)
      await load(blocksOf(all, kind), kind, "rows", everything ? Number.POSITIVE_INFINITY : rowBudget);
    if (!wants) return;
    for (const kind of kinds)
      await load(blocksOf(all, kind), kind, "texts", everything ? Number.POSITIVE_INFINITY : textBudget);
  };
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

/** So many stories are read for one question, a few at a time: of most phrases that is all of them. */
const mostRead = 60;
const readAtOnce = 12;

/** What is found among the stories that are loaded; `unread`: of how many only the words of a phrase are known to be there. */
async function judged(query: Query, all: SearchIndex): Promise<{ found: readonly SearchRow[]; unread: number }> {
  const blocks = [...rows.values()];
  let found = judge(query, blocks, all);
  let doubts = doubtsOf(query, blocks, found);
  // Of a story that cannot be read, as when the site was changed in between, the doubt stays.
  let left = mostRead;
  const read = (doubt: Doubt) =>
    fetched<StoryTexts>(`${storyKey(doubt.id)}.json`, false).then(
      (json) => settle(doubt, json),
      () => {
        left = 0;
      },
    );
  for (; left > 0 && doubts.length > 0; left -= readAtOnce) {
    await Promise.all(doubts.slice(0, readAtOnce).map(read));
    found = judge(query, blocks, all);
    doubts = doubtsOf(query, blocks, found);
  }
  const shown = new Set(found.map(([id]) => id));
  return { found, unread: doubts.filter(({ id }) => shown.has(id)).length };
}

/** Of the words of both titles, or of those that were typed so far, so many have to be the same. */
const enough = { ofBoth: 0.3, ofTyped: 0.6 };

/** Stories whose titles share most of their words with this one; what is closed already may be the answer. */
async function similar(title: string): Promise<object> {
  const words = [...new Set(tokens(title))].filter((word) => word.length > 2);
  if (words.length === 0) return { rows: [] };
  index ??= fetched<SearchIndex>(searchIndexKey);
  const all = await index;
  for (const kind of ["open", "closed"] as const) await load(blocksOf(all, kind), kind, "rows", rowBudget);
  const found: { row: SearchRow; likeness: number }[] = [];
  for (const block of rows.values()) {
    block.rows.forEach((row, place) => {
      const others = new Set((block.titles[place] ?? []).filter((word) => word.length > 2));
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
function blocksOf(all: SearchIndex, kind: BlockKind): number[] {
  return all.blocks.flatMap((counts, block) => (counts[kind === "open" ? 0 : 1] > 0 ? [block] : [])).reverse();
}
