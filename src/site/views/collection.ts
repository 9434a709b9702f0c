// Pages that list stories: how they are made of a query and facts; those of tags, and the standing ones. `named.ts` has those of records.

import type { HeadValue, Page as Range, StoryHead, StoryRow } from "../../index/catalogue.ts";
import { withoutMarks } from "../../index/snippet.ts";
import type { NamedKind } from "../../model/place.ts";
import { textTerms } from "../../model/query/query.ts";
import { compareText } from "../../text/diagnostic.ts";
import { namedKey, pagedKey, tagKey } from "../addresses.ts";
import type { Page } from "../page.ts";
import { isByReport, withoutOrder } from "../search/headings.ts";
import {
  calledHere,
  known,
  type ListedRow,
  parsedQuery,
  personOrTeam,
  queryOf,
  type Site,
  type WrongQuery,
  wrongQuery,
} from "../site.ts";
import type { Progress } from "./progress.ts";

/** Stories on one page of a long list. */
export const rowsPerPage = 100;

/** Pages of one list: who looks for more searches, or goes through the archive; and a change of one story moves no more than these. */
const mostPages = 10;

export interface Fact {
  readonly name: string;
  readonly text?: string;
  readonly time?: string;
  /** By then it should be done. */
  readonly isAhead?: boolean;
  readonly links?: readonly { readonly text: string; readonly key?: string; readonly url?: string }[];
}

export interface Collection {
  readonly key: string;
  readonly title: string;
  readonly kind: string;
  readonly query: string;
  readonly facts: readonly Fact[];
  readonly body: string;
  readonly progress?: Progress;
  readonly json?: Record<string, unknown>;
  readonly description: string;
  readonly section?: string;
  /** Only the first page is shown. */
  readonly onePage?: boolean;
  /** The rows in an order that no query gives; and by when they changed, the last one first, for its feed. */
  readonly ids?: readonly number[];
  readonly changed?: readonly number[];
  /** How many of them are open, where that is known. */
  readonly open?: number;
  /** How many stories there are of each status is told beside their number. */
  readonly byStatus?: boolean;
}

/** One page of a collection; null when the page number is past the end. */
export function collectionPage(site: Site, collection: Collection, number: number): Page | null {
  const found = rowsIn(site, collection, { offset: (number - 1) * rowsPerPage, limit: rowsPerPage });
  return number > pagesOf(collection, found.total) ? null : pageOf(site, collection, found, number);
}

/** All pages of a collection: what it holds is asked for once. */
export function* collectionPages(site: Site, collection: Collection): Iterable<Page> {
  const limit = (collection.onePage ? 1 : mostPages) * rowsPerPage;
  const { rows, ...found } = rowsIn(site, collection, { offset: 0, limit });
  for (let number = 1; number <= pagesOf(collection, found.total); number += 1) {
    const own = rows.slice((number - 1) * rowsPerPage, number * rowsPerPage);
    yield pageOf(site, collection, { ...found, rows: own }, number);
  }
}

interface RowsFound {
  readonly total: number;
  readonly rows: readonly ListedRow[];
  /** Why nothing is found; absent when nothing is wrong. */
  readonly wrong?: WrongQuery | null;
}

function rowsIn(site: Site, { key, ids, query: text }: Collection, page: Range): RowsFound {
  if (ids) return { total: ids.length, rows: site.listed(key, ids.slice(page.offset, page.offset + page.limit)) };
  const parsed = parsedQuery(site, text);
  if (!parsed.ok) return { total: 0, rows: [], wrong: wrongQuery(parsed) };
  const { query } = parsed;
  // What was found in a story is told beside it there, and nowhere else.
  if (textTerms(query.where).length > 0) return site.catalogue.stories(query, page);
  const found = site.catalogue.storyIds(query, page);
  return { total: found.total, rows: site.listed(key, found.rows, isByReport(text)) };
}

/** A row as programs get it: where words matched is marked for pages only. */
export function asData(row: ListedRow): ListedRow {
  return "snippet" in row && row.snippet !== undefined ? { ...row, snippet: withoutMarks(row.snippet) } : row;
}

function pagesOf({ onePage }: Collection, total: number): number {
  return Math.min(onePage ? 1 : mostPages, Math.max(1, Math.ceil(total / rowsPerPage)));
}

function statusesIn(site: Site, text: string) {
  const query = queryOf(site, text);
  return query ? site.catalogue.facet(query, "status", 5) : [];
}

function pageOf(site: Site, collection: Collection, found: RowsFound, number: number): Page {
  const pages = pagesOf(collection, found.total);
  const { facts, body, kind, progress, changed, open, byStatus } = collection;
  const view = {
    kind,
    facts: number === 1 ? facts : [],
    body: number === 1 ? body : "",
    progress: progress ?? null,
    rows: found.rows,
    total: found.total,
    open: open ?? null,
    statuses: byStatus ? statusesIn(site, collection.query) : [],
    wrong: found.wrong ?? null,
    query: collection.query === "" ? null : withoutOrder(collection.query),
    // Those that we put in order ourselves are in none that a heading could show.
    order: collection.query === "" ? null : collection.ids ? withoutOrder(collection.query) : collection.query,
    more: found.total > pages * rowsPerPage ? pages * rowsPerPage : null,
    pages:
      pages > 1
        ? Array.from({ length: pages }, (_, index) => ({ number: index + 1, key: pagedKey(collection.key, index + 1) }))
        : [],
    page: number,
  };
  const { total, rows, wrong } = found;
  const json = wrong
    ? { ...collection.json, error: wrong.message, at: wrong.at - 1 }
    : { ...collection.json, total, page: number, pages, stories: rows.map(asData) };
  const title = number === 1 ? collection.title : `${collection.title}, page ${number}`;
  return {
    key: pagedKey(collection.key, number),
    title,
    description: collection.description,
    template: "collection",
    view,
    json,
    feed: changed ? { kind: "stories", ids: changed } : { kind: "query", query: collection.query },
    ...(collection.section ? { section: collection.section } : {}),
  };
}

export const openFirst = "sort:status sort:updated";

export const urgentFirst = "sort:status sort:priority sort:updated";

/** The stories that have one of some values, in the order of lists: open ones first, then the most urgent if that is wanted, then the last changed. */
export function listedWith(
  site: Site,
  values: readonly HeadValue[],
  order = openFirst,
): Required<Pick<Collection, "ids" | "changed" | "open">> {
  const heads = [...site.catalogue.headsWith(values)].sort(
    (a, b) => (b.updated ?? b.created) - (a.updated ?? a.created) || b.id - a.id,
  );
  const isOpen = ({ status }: StoryHead) => status === "active";
  const open = heads.filter(isOpen);
  const urgency = ({ rank }: StoryHead) => rank ?? Number.MAX_VALUE;
  if (order === urgentFirst) open.sort((a, b) => urgency(a) - urgency(b));
  const ids = [...open, ...heads.filter((head) => !isOpen(head))].map(({ id }) => id);
  return { ids, changed: heads.map(({ id }) => id), open: open.length };
}

/** Stories as somebody put them in order. */
export function listedByHand(site: Site, ids: readonly number[]): Required<Pick<Collection, "ids" | "changed">> {
  const time = (row: StoryRow) => row.updated ?? row.created;
  const rows = [...site.rows([...new Set(ids)])].sort((a, b) => compareText(time(b), time(a)) || b.id - a.id);
  return { ids, changed: rows.map(({ id }) => id) };
}

/** Names as links, where there is a page to lead to. */
export const links = (site: Site, names: readonly string[] | undefined, kind?: NamedKind) =>
  (names ?? []).map((name) => {
    const of = kind ?? personOrTeam(site, name);
    return known(site, of).has(name) ? { text: calledHere(site, of, name), key: namedKey(of, name) } : { text: name };
  });

export function fact(name: string, links: Fact["links"]): Fact[] {
  return links && links.length > 0 ? [{ name, links }] : [];
}

/** What the page of a tag lists; null when no story carries it and tracker.yaml does not describe it. */
export function tagCollection(site: Site, tag: string): Collection | null {
  const tags = site.config?.tags ?? {};
  const described = Object.hasOwn(tags, tag) ? tags[tag] : undefined;
  const listed = listedWith(site, [{ field: "tag", value: tag }]);
  if (!described && listed.ids.length === 0) return null;
  const facts = [
    ...(described?.description ? [{ name: "Meaning", text: described.description }] : []),
    ...fact("Set by", links(site, described?.reserved ? [described.reserved] : [], "team")),
  ];
  const description = described?.description ?? `Stories tagged ${tag}.`;
  return {
    key: tagKey(tag),
    kind: "tag",
    title: tag,
    query: `tag:"${tag}" ${openFirst}`,
    ...listed,
    facts,
    body: "",
    description,
    section: "tags",
    json: { id: tag, kind: "tag" },
  };
}

const standing: ReadonlyMap<string, { title: string; query: string; says: string }> = new Map([
  ["stories", { title: "Stories", query: "sort:updated", says: "The last changed first." }],
  [
    "untriaged",
    {
      title: "Untriaged",
      query: "is:untriaged sort:created",
      says: "Reports without a task, or not triaged yet, the newest first.",
    },
  ],
  [
    "stale",
    { title: "Stale", query: "is:stale sort:updated-asc", says: "Open, and nothing has happened for half a year." },
  ],
]);

/** What a page lists that is always there: all stories, untriaged, stale. */
export function standingCollection(key: string): Collection | null {
  const page = standing.get(key);
  if (!page) return null;
  const { title, query, says } = page;
  return {
    ...{ key, kind: "query", title, query, facts: [], body: `<p>${says}</p>`, description: says, section: key },
    onePage: key === "stories",
    byStatus: key === "stories",
  };
}

export const standingKeys: readonly string[] = [...standing.keys()];
