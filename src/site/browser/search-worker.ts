// The search of a site without a server, in a thread of the browser: open stories are loaded first, closed ones when they are asked for.

import { tokens } from "../../model/query/tokens.ts";
import { shownFacets } from "../search/facets.ts";
import { headingsOf, isByReport } from "../search/headings.ts";
import { type BlockKind, type SearchIndex, type SearchRow, searchIndexKey } from "../search/search-row.ts";
import { asksForClosed, facetOf, judge, phrasesIn, readQuery, unanswerable } from "./judge.ts";
import { type Fetched, type Loading, loading, type Wish } from "./loading.ts";
import { shownRow } from "./shown-row.ts";
import { hasWordsFor } from "./text-search.ts";

interface Question {
  readonly id: number;
  readonly query?: string;
  /** Titles like this one are wanted. */
  readonly like?: string;
  readonly now: number;
  /** What there is to search. */
  readonly index: SearchIndex;
  /** Files that the page has asked for already, since a worker takes a while to start: each comes in a message of its own. */
  readonly ahead?: readonly string[];
  /** Closed stories are wanted as well, as far as there is room. */
  readonly all?: boolean;
  /** Load what is missing, whatever its size. */
  readonly everything?: boolean;
  /** So many rows are wanted. */
  readonly most?: number;
  /** What narrows it down is wanted as well. */
  readonly narrow?: boolean;
}

/** One of those; null when it could not be loaded. */
interface FileAhead {
  readonly path: string;
  readonly file: ArrayBuffer | null;
  readonly bytes: number;
}

const here = globalThis as unknown as {
  postMessage(answer: unknown): void;
  addEventListener(type: "message", listen: (event: { readonly data: Question | FileAhead }) => void): void;
};

interface Known {
  readonly index: SearchIndex;
  readonly loading: Loading;
}

let known: Known | undefined;

const ahead = new Map<string, { readonly file: Promise<FileAhead>; readonly come: (file: FileAhead) => void }>();

/** It may come before the question does that says so. */
function fileAhead(path: string) {
  let come: (file: FileAhead) => void = () => {};
  const file = new Promise<FileAhead>((resolve) => {
    come = resolve;
  });
  const known = ahead.get(path) ?? { file, come };
  ahead.set(path, known);
  return known;
}

here.addEventListener("message", async ({ data }) => {
  if ("path" in data) return fileAhead(data.path).come(data);
  for (const path of data.ahead ?? []) fileAhead(path);
  try {
    known ??= { index: data.index, loading: loading(fetched) };
    here.postMessage({ id: data.id, ...(await answered(data)) });
  } catch {
    here.postMessage({ id: data.id, failed: true });
  }
});

/** Where the site was changed since the first of its files came, all of them are loaded again, once. */
async function answered(question: Question): Promise<object> {
  const answer = question.like === undefined ? search : similar;
  const before = known as Known;
  const found = await answer(question, before).catch(() => null);
  if (found && !before.loading.isMixed()) return found;
  // Somebody else may have asked meanwhile, and begun again.
  if (known === before) {
    const index = await fetched<SearchIndex>(searchIndexKey, Number.MAX_SAFE_INTEGER);
    known = { index: index?.value ?? before.index, loading: loading(fetched) };
  }
  return await answer(question, known as Known);
}

async function fetched<T>(path: string, most: number): Promise<Fetched<T> | null> {
  const { file = null, bytes = 0 } = (await ahead.get(path)?.file) ?? {};
  // Once: if the site changed meanwhile, it is loaded again.
  ahead.delete(path);
  if (file) return { value: JSON.parse(new TextDecoder().decode(file)) as T, bytes };
  const leave = new AbortController();
  // Of files that a browser has kept some may be of another state of the site: the server is asked whether they are still so.
  const response = await fetch(path, { signal: leave.signal, cache: "no-cache" });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const said = Number(response.headers.get("content-length") ?? 0);
  if (said > most) {
    leave.abort();
    return null;
  }
  const value = (await response.json()) as T;
  const entries = performance.getEntriesByName(response.url) as unknown as readonly {
    readonly encodedBodySize?: number;
  }[];
  const entry = entries.at(-1);
  return { value, bytes: entry?.encodedBodySize ?? said };
}

async function search(
  { query: text = "", now, all: withClosedOnes = false, everything = false, most = 100, narrow = false }: Question,
  { index: all, loading: { rows, load } }: Known,
): Promise<object> {
  const read = readQuery(text, all, now);
  if ("problem" in read) return { problem: read.problem };
  const beyond = unanswerable(read.query.where);
  if (beyond !== null)
    return { problem: { message: `${beyond} is known to a server only`, span: { start: 0, end: 0 } } };
  const phrases = phrasesIn(read.query.where);
  const loadAll = (kinds: readonly BlockKind[]) =>
    load(
      kinds.flatMap((kind) => wishesOf(all, kind)),
      phrases,
      everything,
    );
  const judged = () => judge(read.query, [...rows.values()], all);
  const total = all.blocks.reduce((sum, [open, closed]) => sum + open + closed, 0);
  // Of a small tracker there is no reason to leave any out.
  const isSmall = total <= all.perBlock;
  await loadAll(
    everything || withClosedOnes || isSmall || asksForClosed(read.query.where) ? ["open", "closed"] : ["open"],
  );
  let found = judged();
  // What is not among the open stories may be done already: who looks for it shall not read that it is not there.
  if (found.length === 0 && (await loadAll(["closed"]))) found = judged();
  const counts = { stories: 0, texts: 0 };
  for (const block of rows.values()) {
    counts.stories += block.rows.length;
    if (phrases.every((phrase) => hasWordsFor(block, phrase))) counts.texts += block.rows.length;
  }
  const withClosed = [...rows.keys()].some((key) => key.includes("closed"));
  const searched = { ...counts, total, withClosed };
  const ofReports = isByReport(text);
  const shown = {
    headings: headingsOf(text),
    byReport: ofReports,
    rows: found.slice(0, most).map((row) => shownRow(row, ofReports)),
    total: found.length,
    searched,
  };
  if (!narrow) return shown;
  const valuesOf = facetOf(read.query, [...rows.values()], all);
  return { ...shown, facets: shownFacets(read.query, text, found.length, valuesOf) };
}

/** Of the words of both titles, or of those that were typed so far, so many have to be the same. */
const enough = { ofBoth: 0.3, ofTyped: 0.6 };

/** Stories whose titles share most of their words with this one; what is closed already may be the answer. */
async function similar(
  { like: title = "" }: Question,
  { index: all, loading: { rows, load } }: Known,
): Promise<object> {
  const words = [...new Set(tokens(title))].filter((word) => word.length > 2);
  if (words.length === 0) return { rows: [] };
  await load([...wishesOf(all, "open"), ...wishesOf(all, "closed")], [], false);
  const found: { row: SearchRow; likeness: number }[] = [];
  for (const block of rows.values()) {
    block.rows.forEach((row, at) => {
      const others = new Set(block.title(at).filter((word) => word.length > 2));
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
      .map(({ row }) => shownRow(row, false)),
  };
}

/** The blocks that hold any such stories, the newest first. */
function wishesOf(all: SearchIndex, kind: BlockKind): readonly Wish[] {
  const wishes = all.blocks.map(
    ([open, closed], block): Wish => ({
      ...{ block, kind },
      stories: kind === "open" ? open : closed,
      all: open + closed,
    }),
  );
  return wishes.filter(({ stories }) => stories > 0).reverse();
}
