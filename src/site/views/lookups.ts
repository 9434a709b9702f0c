// Pages about the tracker itself: search, recent changes, files that need repair, and what to say when there is no page.

import { strangeNames } from "../../index/strange-names.ts";
import { type Query, textTerms } from "../../model/query/query.ts";
import { eventAnchor, searchKey } from "../addresses.ts";
import type { Page } from "../page.ts";
import { commitPage } from "../review-pages.ts";
import { byCount, type FacetField, type FacetValue, shownFacets, shownValues } from "../search/facets.ts";
import { rowsAhead } from "../search/search-files.ts";
import { oncePerSite, parsedQuery, type Site, wrongQuery } from "../site.ts";
import { asData, rowsPerPage } from "./collection.ts";
import { askableIn } from "./query-help.ts";

/** The search page; without a query it shows what can be asked. `narrow`: with the values that narrow the answer down. */
export function searchPage(site: Site, text: string | null, page = 1, narrow = false): Page {
  const asked = text?.trim() ?? "";
  const base = {
    asked,
    fields: askableIn(site),
    saved: savedQueries(site),
    problem: null,
    rows: [],
    total: 0,
    byRecency: false,
    strange: [],
    facets: null,
    page,
    pages: 1,
    ahead: asked === "" ? rowsAhead(site) : [],
  };
  const shell = {
    key: "search",
    title: "Search",
    description: "Search this tracker.",
    template: "search" as const,
    section: "search",
  };
  if (asked === "") return { ...shell, view: { ...base, answered: false } };
  const parsed = parsedQuery(site, asked);
  if (!parsed.ok) {
    const { message, hint, span } = parsed.problem;
    return {
      ...shell,
      isWrong: true,
      view: { ...base, answered: true, problem: wrongQuery(parsed) },
      json: { error: message, hint, at: span.start },
    };
  }
  // Who looks for words wants the best; who asks for fields wants them all.
  const perPage = textTerms(parsed.query.where).length > 0 ? matchesPerPage : rowsPerPage;
  const foundOn = (number: number) =>
    site.catalogue.stories(parsed.query, { limit: perPage, offset: (number - 1) * perPage });
  const asPages = (total: number) => Math.max(1, Math.ceil(total / perPage));
  const first = foundOn(page);
  const pages = asPages(first.total);
  // Beyond the end there is the last page.
  const shown = Math.min(page, pages);
  const found = shown === page ? first : foundOn(shown);
  const valuesOf = (field: FacetField) => facetIn(site, parsed.query, field);
  const view = {
    ...base,
    answered: true,
    rows: site.known(found.rows),
    total: found.total,
    byRecency: found.byRecency === true,
    strange: found.total === 0 ? strangeIn(site, asked, parsed.query) : [],
    // Counting them takes longer than the search does, and few look at them.
    facets: narrow ? shownFacets(parsed.query, asked, found.total, valuesOf) : null,
    page: shown,
    pages,
  };
  return {
    ...shell,
    asked: searchKey(asked),
    title: `Search: ${asked}`,
    view,
    json: { query: asked, total: found.total, page: shown, pages, stories: found.rows.map(asData) },
    feed: { kind: "query", query: asked },
  };
}

/** The commonest values of what a query finds, none among them. */
export function facetIn({ catalogue }: Site, query: Query, field: FacetField): readonly FacetValue[] {
  const where: Query["where"] = { kind: "and", parts: [query.where, { kind: "none", field }] };
  const count = catalogue.storyIds({ ...query, where }, { offset: 0, limit: 1 }).total;
  const values: FacetValue[] = [...catalogue.facet(query, field, shownValues)];
  if (count > 0) values.push({ value: null, count });
  return values.sort(byCount).slice(0, shownValues);
}

/** Names in a query that nothing has, each with the query that has the name that was meant instead. */
function strangeIn(site: Site, asked: string, { where }: Query) {
  return strangeNames(site.catalogue, where).map(({ name, message, guess }) => ({
    message: `${message[0]?.toUpperCase()}${message.slice(1)}`,
    guess,
    query: guess !== undefined && asked.includes(name) ? asked.replace(name, () => guess) : null,
  }));
}

const matchesPerPage = 20;

interface SavedQuery {
  readonly name: string;
  readonly title: string;
  readonly query: string;
}

const savedQueries = oncePerSite(({ catalogue }): readonly SavedQuery[] =>
  catalogue
    .allNamed("list")
    .flatMap(({ name, data }) => (data.query ? [{ name, title: data.title, query: data.query }] : [])),
);

/** The page whose feed tells of what a query finds; its key carries the query. Null for one that cannot be read. */
export function searchFeedPage(site: Site, text: string | null): Page | null {
  const page = searchPage(site, text);
  const asked = text?.trim() ?? "";
  return page.feed === undefined ? null : { ...page, key: searchKey(asked) };
}

/** Stories that are named beside a commit; it says how many there are. */
const shownStories = 6;

/** A longer history is in git. */
const shownChanges = 200;

export function changesPage(site: Site): Page {
  const events = site.catalogue.changes({ limit: shownChanges, offset: 0 });
  const titles = new Map(
    site.catalogue
      .rows([...new Set(events.flatMap((event) => event.touched.slice(0, shownStories)))])
      .map((row) => [row.id, row]),
  );
  const view = {
    most: shownChanges,
    events: events.map((event) => {
      const rows = event.touched.slice(0, shownStories).flatMap((id) => titles.get(id) ?? []);
      return {
        ...event,
        anchor: eventAnchor(event.commit),
        page: { id: event.commit, url: commitPage(site.config, event.commit) },
        rows,
        // Then its title below would be the same again.
        says: event.stories === 1 && rows[0] !== undefined && event.subject.includes(rows[0].title),
      };
    }),
  };
  return {
    key: "changes",
    title: "Recent changes",
    description: "What changed last.",
    template: "changes",
    view,
    json: events,
    feed: { kind: "changes" },
    section: "changes",
  };
}

export function repairPage(site: Site): Page {
  const files = site.catalogue.broken();
  const title = "Needs repair";
  return {
    key: "repair",
    title,
    description: "Files that cannot be read.",
    template: "repair",
    view: { files, story: null },
    json: files,
  };
}

/** The page for what is not there, or went wrong. */
export function problemPage(status: number, sentence: string): Page {
  const title = status === 404 ? "Not found" : `Error ${status}`;
  return { key: "404", title, description: sentence, template: "problem", view: { status, sentence } };
}
