// Page values to bytes: HTML through the templates, JSON as it is, and the few files that are no pages.

import type { NamedKind } from "../model/place.ts";
import { linkBetween, namedKey, type PageKey, storyKey, tagKey } from "./addresses.ts";
import { escapeHtml } from "./escape.ts";
import type { Page } from "./page.ts";
import { known, personOrTeam, type Site, siteTitle } from "./site.ts";

/** A finished file of the site. */
export interface Rendered {
  readonly contentType: string;
  readonly body: string | Uint8Array;
}

export const htmlType = "text/html; charset=utf-8";
export const jsonType = "application/json; charset=utf-8";

export function renderHtml(site: Site, page: Page): Rendered {
  const to = (key: PageKey) => linkBetween(page.key, key);
  const named = (kind: NamedKind, name: string, words = name) =>
    known(site, kind).has(name)
      ? `<a href="${escapeHtml(to(namedKey(kind, name)))}">${escapeHtml(words)}</a>`
      : escapeHtml(words);
  const it = {
    ...page,
    siteTitle: siteTitle(site),
    navigation,
    to,
    toStory: (id: number) => to(storyKey(id)),
    toTag: (tag: string) => to(tagKey(tag)),
    toNamed: (kind: NamedKind, name: string) => to(namedKey(kind, name)),
    toSearch: (query: string) => to(`search?q=${encodeURIComponent(query)}`),
    named,
    who: (name: string) => named(personOrTeam(site, name), name),
    story(id: number) {
      const row = site.catalogue.rows([id])[0];
      return row ? `<a href="${to(storyKey(id))}" title="${escapeHtml(row.title)}">#${id}</a>` : `#${id}`;
    },
    commit: commitLink,
    words,
    time,
    snippet,
    count: (number: number, one: string, many = `${one}s`) =>
      `${number.toLocaleString("en")} ${number === 1 ? one : many}`,
    json: page.json === undefined ? null : to(`${page.key}.json`),
  };
  const content = site.templates.render(page.template, it);
  return { contentType: htmlType, body: site.templates.render("layout", { ...it, content }) };
}

export function renderJson(page: Page): Rendered {
  return { contentType: jsonType, body: `${JSON.stringify(page.json ?? null, null, 2)}\n` };
}

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
];

/** An instant or day: absolute in the page, made relative by the script where there is one. */
function time(instant: string): string {
  const shown = instant.length === 10 ? instant : `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
  return `<time datetime="${escapeHtml(instant)}">${escapeHtml(shown)}</time>`;
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
