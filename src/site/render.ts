// Page values to bytes: HTML through the templates, JSON as it is, and the few files that are no pages.

import type { StoryRow } from "../index/catalogue.ts";
import type { NamedKind } from "../model/place.ts";
import {
  feedKey,
  fileOf,
  jsonKey,
  linkBetween,
  namedKey,
  type PageKey,
  searchKey,
  storyKey,
  tagKey,
} from "./addresses.ts";
import { writtenPolicy } from "./content-policy.ts";
import { escapeHtml } from "./escape.ts";
import type { Page } from "./page.ts";
import { repositoryPage } from "./review-pages.ts";
import { headingsOf, isByReport } from "./search/headings.ts";
import { calledHere, known, type ListedRow, personOrTeam, type Site, siteTitle, type WrittenRow } from "./site.ts";

/** A finished file of the site. */
export interface Rendered {
  readonly contentType: string;
  readonly body: string | Uint8Array;
}

export const htmlType = "text/html; charset=utf-8";
export const jsonType = "application/json; charset=utf-8";

export function renderHtml(site: Site, page: Page): Rendered {
  const to = linksFrom(site, page);
  const named = (kind: NamedKind, name: string, words = calledHere(site, kind, name)) =>
    known(site, kind).has(name)
      ? `<a href="${escapeHtml(to(namedKey(kind, name)))}">${escapeHtml(words)}</a>`
      : escapeHtml(words);
  const feedOf = page.feed === undefined ? page.feedOf : (page.asked ?? page.key);
  const it = {
    ...page,
    siteTitle: siteTitle(site),
    source: repositoryPage(site.config),
    policy: writtenPolicy,
    navigation,
    to,
    toStory: (id: number) => to(storyKey(id)),
    toTag: (tag: string) => to(tagKey(tag)),
    toNamed: (kind: NamedKind, name: string) => to(namedKey(kind, name)),
    toSearch: (query: string) => to(searchKey(query)),
    named,
    who: (name: string) => named(personOrTeam(site, name), name),
    story(id: number) {
      const row = site.catalogue.rows([id])[0];
      return row ? `<a href="${to(storyKey(id))}" title="${escapeHtml(row.title)}">#${id}</a>` : `#${id}`;
    },
    commit: commitLink,
    words,
    time,
    day,
    snippet,
    /** Of a table, before its rows. `order`: the query of its list. */
    headings(order: string | null) {
      inRow.isByReport = isByReport(order);
      return headingsOf(order);
    },
    row(row: ListedRow) {
      if ("written" in row) return row.written.html;
      const html = () => {
        inRow.one = row;
        return site.templates.render("row", inRow);
      };
      // What a search found in it is shown only there.
      return row.snippet === undefined && !inRow.isByReport ? rendered(site, page.key, row, html) : html();
    },
    /** A part that says the same of `what` on every page. */
    part: (name: string, what: object) =>
      rendered(site, page.key, what, () => site.templates.render(name, { ...it, one: what })),
    number: inThousands,
    count: (number: number, one: string, many = `${one}s`) => `${inThousands(number)} ${number === 1 ? one : many}`,
    json: page.json === undefined ? null : to(jsonKey(page.asked ?? page.key)),
    atom: feedOf === undefined ? null : to(feedKey(feedOf)),
    canonical:
      site.base === null || page.template === "problem"
        ? null
        : `${site.base}/${page.key === "index" ? "" : fileOf(page.key)}`,
  };
  // One for all rows: a copy for each would take longer than what is made of it.
  const inRow = { ...it, one: null as StoryRow | null, isByReport: false };
  const content = site.templates.render(page.template, it);
  return { contentType: htmlType, body: site.templates.render("layout", { ...it, content }) };
}

/** A host shows the file 404.html at any depth: its links begin at the root, that of the host where nothing else is known. */
function linksFrom(site: Site, page: Page): (key: PageKey) => string {
  if (page.key !== "404") return (key) => linkBetween(page.key, key);
  const root = site.base === null ? "/" : new URL(`${site.base}/`).pathname;
  return (key) => root + linkBetween("index", key);
}

/** What is made of something that many pages show, such as a story in a list: in those of one depth it is the same. */
function rendered(site: Site, key: PageKey, what: object, html: () => string): string {
  const depth = key.split("/").length;
  const known = partsOf(site).get(what) ?? [];
  const made = known[depth] ?? html();
  known[depth] = made;
  partsOf(site).set(what, known);
  return made;
}

/** What was rendered of something, by the depth of the page. A site's links follow its names, so that every site has its own. */
function partsOf(site: Site): WeakMap<object, string[]> {
  const there = renderedParts.get(site) ?? new WeakMap<object, string[]>();
  renderedParts.set(site, there);
  return there;
}

const renderedParts = new WeakMap<Site, WeakMap<object, string[]>>();

/** Lists of stories have a story a line. */
export function renderJson(page: Page): Rendered {
  const json = page.json as { readonly stories?: unknown } | null | undefined;
  if (!json || !Array.isArray(json.stories))
    return { contentType: jsonType, body: `${JSON.stringify(json ?? null, null, 2)}\n` };
  const { stories, ...rest } = json as { readonly stories: readonly object[] };
  const head = JSON.stringify(rest, null, 2).replace(/\n?\}$/, "");
  const rows = stories.map((row) => `\n    ${rowJson(row)}`).join(",");
  const comma = head === "{" ? "" : ",";
  return { contentType: jsonType, body: `${head}${comma}\n  "stories": [${rows}${rows === "" ? "" : "\n  "}]\n}\n` };
}

function rowJson(row: object): string {
  if ("written" in row) return (row as WrittenRow).written.json;
  const known = jsonRows.get(row) ?? JSON.stringify(row);
  jsonRows.set(row, known);
  return known;
}

const jsonRows = new WeakMap<object, string>();

const navigation: readonly (readonly [key: string, title: string])[] = [
  ["index", "Home"],
  ["stories", "Stories"],
  ["untriaged", "Untriaged"],
  ["projects", "Projects"],
  ["milestones", "Milestones"],
  ["boards", "Boards"],
  ["people", "People"],
  ["tags", "Tags"],
  ["changes", "Changes"],
  ["report", "Progress"],
];

/** A whole number as English writes it. Asking the language for it takes fifty milliseconds the first time. */
export function inThousands(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** An instant or day: absolute in the page, made relative by the script where there is one. */
function time(instant: string): string {
  const shown = instant.length === 10 ? instant : `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
  return `<time datetime="${escapeHtml(instant)}">${escapeHtml(shown)}</time>`;
}

/** The day of an instant, which the page knows to the second. */
function day(instant: string): string {
  return `<time datetime="${escapeHtml(instant)}">${escapeHtml(instant.slice(0, 10))}</time>`;
}

/** A title: plain text, but for `code` between backticks. */
function words(title: string): string {
  return escapeHtml(title).replace(/`([^`]+)`/g, "<code>$1</code>");
}

/** A commit's id, leading to the review host where its page there is known. */
function commitLink({ id, url }: { readonly id: string; readonly url: string | null }): string {
  const short = `<code title="${escapeHtml(id)}">${escapeHtml(id.slice(0, 8))}</code>`;
  return url === null ? short : `<a class="id" href="${escapeHtml(url)}" rel="noopener noreferrer">${short}</a>`;
}

/** A piece of text with its matches marked. */
function snippet(text: string): string {
  return escapeHtml(text).replaceAll("\u0001", "<mark>").replaceAll("\u0002", "</mark>");
}
