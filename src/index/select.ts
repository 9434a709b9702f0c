// The answer to a query: which stories or tasks it finds, and in which order.

import type { Query } from "../model/query/query.ts";
import { textTerms } from "../model/query/query.ts";
import { type Bits, both, countOf, either, equalTo, without } from "./bits.ts";
import type { Page } from "./catalogue.ts";
import { type Columns, columnsOf } from "./columns.ts";
import type { Database } from "./database.ts";
import { rowsOf, storiesOf } from "./evaluate.ts";
import { orderBy } from "./order.ts";
import { pick } from "./pick.ts";
import { scoresOf } from "./rank.ts";
import { rowsWithText } from "./words.ts";

/** When so many stories are found by words, ranking costs more than it tells: the newest come first instead. */
const rankingLimit = 20_000;

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
  const holding = terms.map(({ words, prefix }) => rowsWithText(db, columns, words, prefix)).reduce(either);
  const ranked = both(holding, stories);
  const byRecency = countOf(ranked) > rankingLimit;
  const order = byRecency ? orderBy(db, columns, []) : orderBy(db, columns, sort, scoresOf(db, columns, terms, ranked));
  return { total, rows: pick(stories, order, page), byRecency };
}

export function selectTasks(db: Database, query: Query, page: Page): Selected {
  return select(db, query, page, withTask);
}

/** Tasks, and the stories that have none. */
export function selectRows(db: Database, query: Query, page: Page): Selected {
  return select(db, query, page, (_columns, rows) => rows);
}

function select(db: Database, query: Query, page: Page, wanted: (columns: Columns, rows: Bits) => Bits): Selected {
  const columns = columnsOf(db);
  const rows = wanted(columns, rowsOf(db, query.where, query.now));
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
