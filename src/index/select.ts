// The answer to a query: which stories or tasks it finds, and in which order.

import type { Query } from "../model/query/query.ts";
import { textTerms } from "../model/query/query.ts";
import { type Bits, bitsFor, both, countOf, eachBit, either, equalTo, without } from "./bits.ts";
import type { Page } from "./catalogue.ts";
import { type Columns, columnsOf } from "./columns.ts";
import type { Database } from "./database.ts";
import { rowsOf, storiesOf } from "./evaluate.ts";
import { orderBy, pick } from "./order.ts";
import { bestMatches, matchOf, rowsWithText, scoresOf } from "./words.ts";

/** When so many stories hold the words, ranking costs more than it tells: the newest come first instead. */
const rankingLimit = 20_000;
/** So few stories are ranked one by one, however many others hold the words. */
const few = 300;

export interface Selected {
  readonly total: number;
  /** Rows of the index: a story's last one, or a task's. */
  readonly rows: readonly number[];
  /** True when ranking was given up for recency because too much matched. */
  readonly byRecency: boolean;
}

export function selectStories(db: Database, query: Query, page: Page): Selected {
  const columns = columnsOf(db);
  const stories = storiesOf(columns, rowsOf(db, query.where, query.now));
  const total = countOf(stories);
  const terms = textTerms(query.where);
  const isRanked =
    terms.length > 0 && (query.sort.length === 0 || query.sort.some(({ field }) => field === "relevance"));
  const sort = query.sort.length === 0 && isRanked ? [{ field: "relevance", descending: true }] : query.sort;
  if (!isRanked) return { total, rows: pick(stories, orderBy(db, columns, sort), page), byRecency: false };
  const match = terms.map((term) => matchOf(term.words, term.prefix)).join(" OR ");
  const withText = terms
    .map((term) => rowsWithText(db, columns, term.words, term.prefix))
    .reduce(either, bitsFor(columns.size));
  const scores = rank(
    db,
    match,
    both(storiesOf(columns, withText), stories),
    countOf(both(withText, columns.ends)),
    page,
  );
  if (!scores) return { total, rows: pick(stories, orderBy(db, columns, []), page), byRecency: true };
  return { total, rows: pick(stories, orderBy(db, columns, sort, scores), page), byRecency: false };
}

/** How well stories fit, at least those that come first; null when too many hold the words. */
function rank(
  db: Database,
  match: string,
  ranked: Bits,
  holding: number,
  { offset, limit }: Page,
): ReadonlyMap<number, number> | null {
  const wanted = countOf(ranked);
  if (wanted === 0) return new Map();
  if (holding > rankingLimit) return wanted > few ? null : scoresOf(db, match, numbersOf(ranked));
  if (wanted < holding / 50 && wanted <= few) return scoresOf(db, match, numbersOf(ranked));
  // The best of all that hold the words; as many as it is likely to take until enough of them are among the wanted.
  const share = wanted / holding;
  const likely = Math.ceil(((offset + limit) / share) * 1.5) + 50;
  if (likely < holding) {
    const best = bestMatches(db, match, likely);
    let found = 0;
    for (const row of best.keys()) if (((ranked[row >>> 5] as number) >>> (row & 31)) & 1) found += 1;
    if (found >= Math.min(offset + limit, wanted)) return best;
  }
  return bestMatches(db, match, holding);
}

function numbersOf(rows: Bits): number[] {
  const numbers: number[] = [];
  eachBit(rows, (row) => numbers.push(row));
  return numbers;
}

export function selectTasks(db: Database, query: Query, page: Page): Selected {
  const columns = columnsOf(db);
  const rows = withTask(columns, rowsOf(db, query.where, query.now));
  const sort = query.sort.filter(({ field }) => field !== "relevance");
  return { total: countOf(rows), rows: pick(rows, orderBy(db, columns, sort), page), byRecency: false };
}

export function withTask(columns: Columns, rows: Bits): Bits {
  return without(rows, equalTo(columns.whole("task"), 0));
}
