// The answer to a query: which stories or tasks it finds, and in which order.

import type { Expression, Query } from "../model/query/query.ts";
import { textTerms } from "../model/query/query.ts";
import { type Bits, both, countOf, eachBit, either, equalTo, hasBit, without } from "./bits.ts";
import type { Page } from "./catalogue.ts";
import { type Columns, columnsOf } from "./columns.ts";
import type { Database } from "./database.ts";
import { rowsOf, storiesOf } from "./evaluate.ts";
import { orderBy, pick } from "./order.ts";
import { type SoughtText, scoresOfFew } from "./rank-few.ts";
import { bestMatches, matchOf, rowsWithText } from "./words.ts";

/** When so many stories hold the words, ranking costs more than it tells: the newest come first instead. */
const rankingLimit = 20_000;
/** So few stories are ranked by themselves, however many others hold the words. */
const few = 150;

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
  const ranked = rankingOf(db, columns, query.where, stories);
  // Of what comes first only so many need be known as are shown; as a second key relevance is that of all.
  const scores = rank(db, ranked, sort[0]?.field === "relevance" ? page.offset + page.limit : Number.MAX_SAFE_INTEGER);
  if (!scores) return { total, rows: pick(stories, orderBy(db, columns, []), page), byRecency: true };
  return { total, rows: pick(stories, orderBy(db, columns, sort, scores), page), byRecency: false };
}

interface Ranking {
  readonly terms: readonly SoughtText[];
  /** What FTS5 is asked; all that is ranked answers to it. */
  readonly match: string;
  /** How many stories answer to it. */
  readonly holding: number;
  /** The stories of the answer that do. */
  readonly wanted: Bits;
  readonly all: number;
}

function rankingOf(db: Database, columns: Columns, where: Expression, stories: Bits): Ranking {
  const held = textTerms(where).map((term) => ({
    ...term,
    stories: both(rowsWithText(db, columns, term.words, term.prefix), columns.ends),
  }));
  // Where all the words must be there, only those that have all of them are looked at.
  const needed = where.kind === "and" ? where.parts.filter((part) => part.kind === "text").length : 0;
  const isAll = held.length > 1 && needed === held.length;
  const holding = held.map((term) => term.stories).reduce(isAll ? both : either);
  return {
    terms: held.map((term) => ({ words: term.words, prefix: term.prefix, holding: countOf(term.stories) })),
    match: held.map((term) => matchOf(term.words, term.prefix)).join(isAll ? " AND " : " OR "),
    holding: countOf(holding),
    wanted: both(holding, stories),
    all: countOf(both(columns.live, columns.ends)),
  };
}

/** How well stories fit, at least the `most` that come first; null when too many hold the words. */
function rank(
  db: Database,
  { terms, match, holding, wanted, all }: Ranking,
  most: number,
): ReadonlyMap<number, number> | null {
  const count = countOf(wanted);
  if (count === 0) return new Map();
  if (count <= few && holding > 4 * count) return scoresOfFew(db, numbersOf(wanted), terms, all);
  if (holding > rankingLimit) return null;
  // The best of all that hold the words; as many as it is likely to take until enough of them are among the wanted.
  const likely = Math.ceil(((most * holding) / count) * 1.5) + 50;
  if (likely < holding && count < holding) {
    const best = bestMatches(db, match, likely);
    let found = 0;
    for (const row of best.keys()) if (hasBit(wanted, row)) found += 1;
    if (found >= Math.min(most, count)) return best;
  }
  return bestMatches(db, match, count === holding ? Math.min(holding, most) : holding);
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
  return {
    total: countOf(rows),
    rows: pick(rows, orderBy(db, columns, sort, undefined, "task"), page),
    byRecency: false,
  };
}

export function withTask(columns: Columns, rows: Bits): Bits {
  return without(rows, equalTo(columns.whole("task"), 0));
}
