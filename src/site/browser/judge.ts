// A query on the stories that were loaded: conditions first, then words; in the order asked, else the best fit first.

import { customQueryFields } from "../../model/query/custom-query-fields.ts";
import { parseQuery } from "../../model/query/parse.ts";
import type { Expression, Query, QueryProblem, SortKey } from "../../model/query/query.ts";
import { textTerms } from "../../model/query/query.ts";
import { compareBy, matches, priorityRank, type QueryRow } from "../../model/query/row.ts";
import { withSaved } from "../../model/query/saved.ts";
import { isOpen, type TaskStatus } from "../../model/story-status.ts";
import { byCount, type FacetValue } from "../search/facets.ts";
import type { SearchIndex, SearchRow } from "../search/search-row.ts";
import { queryRows } from "./query-row.ts";
import { type LoadedBlock, type Phrase, rememberedHolders, scores } from "./text-search.ts";

export function readQuery(text: string, index: SearchIndex, now: number): { query: Query } | { problem: QueryProblem } {
  const customFields = customQueryFields({ fields: index.fields } as Parameters<typeof customQueryFields>[0]);
  const context = withSaved(
    { now, customFields },
    {
      // What everybody watches would have to be loaded by everybody who searches.
      names: (field) =>
        field === "watcher"
          ? [""]
          : Object.keys(index.saved).flatMap((key) => (key.startsWith(`${field}:`) ? key.slice(field.length + 1) : [])),
      find(field, name) {
        if (field === "watcher") return { kind: "equals", field, value: name, prefix: false };
        const key = `${field}:${name}`;
        return Object.hasOwn(index.saved, key) ? index.saved[key] : undefined;
      },
    },
  );
  const parsed = parseQuery(text, context);
  return parsed.ok ? { query: parsed.query } : { problem: parsed.problem };
}

/** Conditions that need to know more than the stories that were loaded. */
export function unanswerable(where: Expression): string | null {
  if (where.kind === "equals" && where.field === "watcher") return "watcher:";
  if (where.kind === "is" && ["blocked", "private", "proposed"].includes(where.what)) return `is:${where.what}`;
  if (where.kind === "and" || where.kind === "or")
    return where.parts.map(unanswerable).find((part) => part !== null) ?? null;
  return where.kind === "not" ? unanswerable(where.part) : null;
}

/** Whether it asks for closed stories, so that those have to be loaded. */
export function asksForClosed(where: Expression): boolean {
  if (where.kind === "and" || where.kind === "or") return where.parts.some(asksForClosed);
  if (where.kind === "is") return where.what === "merged" || where.what === "invalid" || where.what === "duplicate";
  if (where.kind === "among") return true;
  if (where.kind === "between") return where.field === "closed";
  return (
    where.kind === "equals" &&
    (where.field === "status" ? where.value !== "active" : where.field === "id" || where.field === "alias")
  );
}

/** What is looked for in texts, also what must not stand there. */
export function phrasesIn(where: Expression): readonly Phrase[] {
  if (where.kind === "and" || where.kind === "or") return where.parts.flatMap(phrasesIn);
  if (where.kind === "not") return phrasesIn(where.part);
  return where.kind === "text" ? [where] : [];
}

export function judge(query: Query, blocks: readonly LoadedBlock[], index: SearchIndex): readonly SearchRow[] {
  const found: SearchRow[] = [];
  const held = rememberedHolders();
  eachFound(query, blocks, index, held, (row) => found.push(row));
  const terms = textTerms(query.where);
  const asked = query.sort.length === 0 && terms.length > 0 ? [{ field: "relevance", descending: true }] : query.sort;
  const isRanked = asked.some(({ field }) => field === "relevance");
  const fit = isRanked ? scores(blocks, terms, new Set(found.map((row) => row[0])), held) : new Map<number, number>();
  const keys = [...asked, { field: "updated", descending: true }];
  // What rows are compared by is worked out once for each, not for each pair.
  const sortedBy = (row: SearchRow, field: string) =>
    field === "relevance" ? (fit.get(row[0]) ?? null) : sortValue(row, field);
  const inOrder = found.map((row) => ({ row, values: keys.map(({ field }) => sortedBy(row, field)) }));
  inOrder.sort((a, b) => {
    for (let at = 0; at < keys.length; at += 1) {
      const order = compareBy(keys[at] as SortKey, a.values[at] ?? null, b.values[at] ?? null);
      if (order !== 0) return order;
    }
    return b.row[0] - a.row[0];
  });
  return inOrder.map(({ row }) => row);
}

/** How many of the stories that a query finds have each value of a field in a row that fits; the commonest first. */
export function facetOf(
  query: Query,
  blocks: readonly LoadedBlock[],
  index: SearchIndex,
): (field: string) => readonly FacetValue[] {
  const found: (readonly QueryRow[])[] = [];
  eachFound(query, blocks, index, rememberedHolders(), (_, fitting) => found.push(fitting()));
  return (field) => {
    const counts = new Map<string | null, number>();
    const valuesIn = (row: QueryRow): readonly (string | null)[] => {
      const values = row.values(field);
      return values.length > 0 ? values : [null];
    };
    for (const rows of found)
      for (const value of new Set(rows.flatMap(valuesIn))) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].map(([value, count]) => ({ value, count })).sort(byCount);
  };
}

/** Calls for each story that a query finds, with what tells which of its rows fit. */
function eachFound(
  query: Query,
  blocks: readonly LoadedBlock[],
  index: SearchIndex,
  held: ReturnType<typeof rememberedHolders>,
  call: (row: SearchRow, fitting: () => readonly QueryRow[]) => void,
): void {
  const phrases: Phrase[] = [];
  const where = withoutText(query.where, phrases);
  for (const block of blocks) {
    const holding = phrases.map((phrase) => held(block, phrase).all);
    block.rows.forEach((row, at) => {
      const decided = decidedByTexts(where, (nth) => holding[nth]?.has(at) === true);
      const rows = () => {
        const facts = new Set(holding.flatMap((own, nth) => (own.has(at) ? [`has:${textFact(nth)}`] : [])));
        return queryRows(row, index.projects, facts);
      };
      const fits = (each: QueryRow) => matches(where, each, query.now);
      if (decided ?? rows().some(fits)) call(row, () => (decided ? rows() : rows().filter(fits)));
    });
  }
}

const textFact = (phrase: number): string => `text:${phrase}`;

/** Words become facts, which are looked up before a story is judged. */
function withoutText(where: Expression, phrases: Phrase[]): Expression {
  switch (where.kind) {
    case "text":
      phrases.push(where);
      return { kind: "has", what: textFact(phrases.length - 1) };
    case "and":
    case "or":
      return { ...where, parts: where.parts.map((part) => withoutText(part, phrases)) };
    case "not":
      return { kind: "not", part: withoutText(where.part, phrases) };
    default:
      return where;
  }
}

/** What the words alone decide, which of most stories is all; undefined where something else does. */
function decidedByTexts(where: Expression, holds: (phrase: number) => boolean): boolean | undefined {
  if (where.kind === "has") {
    const phrase = /^text:(\d+)$/.exec(where.what)?.[1];
    return phrase === undefined ? undefined : holds(Number(phrase));
  }
  if (where.kind === "not") {
    const part = decidedByTexts(where.part, holds);
    return part === undefined ? undefined : !part;
  }
  if (where.kind !== "and" && where.kind !== "or") return undefined;
  // One part is enough to refuse all of an "and", and to take all of an "or".
  const enough = where.kind === "or";
  let isOpen = false;
  for (const part of where.parts) {
    const decided = decidedByTexts(part, holds);
    if (decided === enough) return enough;
    if (decided === undefined) isOpen = true;
  }
  return isOpen ? undefined : !enough;
}

function sortValue(row: SearchRow, field: string): string | number | null {
  switch (field) {
    case "id":
      return row[0];
    case "title":
      return row[1];
    case "status":
      return row[2];
    case "type":
      return row[3];
    case "triage":
      return row[4];
    case "author":
      return row[5];
    case "created":
      return row[6];
    case "updated":
      return row[7] || null;
    case "closed":
      return row[8] || null;
    case "milestone":
      return row[10] || null;
    case "due":
      return (
        (row[12].length > 0 ? row[12].map((task) => task[7] || row[11]) : [row[11]]).filter(Boolean).sort()[0] ?? null
      );
    case "project":
      return row[12].map((task) => task[1]).sort()[0] ?? null;
    case "priority":
      return rankOf(row);
    default:
      return null;
  }
}

/** The place of the highest priority of its open tasks, or of all when none is open; null when there are none. */
export function rankOf(row: SearchRow): number | null {
  const open = row[12].filter((task) => isOpen(task[2] as TaskStatus));
  const ranks = (open.length > 0 ? open : row[12]).map((task) => priorityRank(task[4] || null));
  return ranks.length > 0 ? Math.min(...ranks) : null;
}
