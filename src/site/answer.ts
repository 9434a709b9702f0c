// What the site says to an address: a page, its JSON, a file, a redirect, or nothing. The server asks; nothing here knows HTTP's verbs.

import { attachmentName, fileOf, linkBetween } from "./addresses.ts";
import { assetOf } from "./assets.ts";
import { readChangedFields } from "./changed-fields.ts";
import { renderFeed } from "./feed.ts";
import { pageOf } from "./pages.ts";
import { redirectOf } from "./redirects.ts";
import { jsonType, type Rendered, renderHtml, renderJson } from "./render.ts";
import { searchFile } from "./search/search-files.ts";
import { parsedQuery, type Site, wrongQuery } from "./site.ts";
import { robotsFile, sitemapFile, xmlType } from "./sitemap.ts";
import { problemPage, searchFeedPage, searchPage } from "./views/lookups.ts";
import { imageName } from "./views/markdown.ts";

const textType = "text/plain; charset=utf-8";

export interface SiteAnswer extends Rendered {
  readonly status: number;
  readonly location?: string;
  /** Save it under this name, do not show it. */
  readonly download?: string;
}

/** The answer to a path that begins with "/", already decoded; null when there is none. */
export async function answerOf(site: Site, path: string, query: URLSearchParams): Promise<SiteAnswer | null> {
  const asked = path === "/" ? "index" : path.slice(1);
  const key = asked.replace(/\.html$/, "");
  const asset = assetOf(site, asked);
  if (asset) return { status: 200, ...asset };
  if (asked.startsWith("search/")) {
    const body = searchFile(site, asked);
    return body === null ? null : { status: 200, contentType: jsonType, body };
  }
  const attachment = /^stories\/([1-9]\d{0,7})\/attachments\/([^/]+)$/.exec(asked);
  if (attachment) return attachmentAnswer(site, Number(attachment[1]), attachment[2] ?? "");
  if (key === "search" || asked === "search.json") {
    // A number alone means a story or task, if there is one.
    const alone = /^\s*#?([1-9]\d{0,7})\s*$/.exec(query.get("q") ?? "")?.[1];
    const target = alone === undefined ? null : redirectOf(site.catalogue, `/stories/${alone}`);
    if (target !== null && asked !== "search.json")
      return { status: 302, contentType: textType, body: "", location: linkBetween(key, target) };
    const number = Number(/^[1-9]\d{0,5}$/.exec(query.get("page") ?? "1")?.[0] ?? 1);
    const page = searchPage(site, query.get("q"), number, query.has("narrow"));
    const status = page.isWrong ? 400 : 200;
    return { status, ...(asked === "search.json" ? renderJson(page) : renderHtml(site, page)) };
  }
  const story = /^stories\/([1-9]\d{0,7})(?:\.html|\.atom)?$/.exec(asked)?.[1];
  if (story) await readChangedFields(site, [Number(story)]);
  if (asked === "robots.txt") return { status: 200, contentType: textType, body: robotsFile(site) };
  if (asked.endsWith(".xml")) {
    const body = sitemapFile(site, asked);
    return body === null ? null : { status: 200, contentType: xmlType, body };
  }
  if (asked.endsWith(".atom")) {
    const of = asked.slice(0, -".atom".length);
    const wrong = of === "search" ? wrongQuery(parsedQuery(site, query.get("q") ?? "")) : null;
    // A reader of feeds takes what is not there for gone.
    if (wrong) {
      const body = `${wrong.message}, at character ${wrong.at}${wrong.hint === undefined ? "" : `; ${wrong.hint}`}\n`;
      return { status: 400, contentType: textType, body };
    }
    const page =
      of === "search" ? searchFeedPage(site, query.get("q")) : /~(?:[2-9]|10)$/.test(of) ? null : pageOf(site, of);
    return page?.feed === undefined ? null : { status: 200, ...renderFeed(site, page, page.feed) };
  }
  if (asked.endsWith(".json")) {
    const page = pageOf(site, asked.slice(0, -".json".length));
    return page?.json === undefined ? null : { status: 200, ...renderJson(page) };
  }
  const page = pageOf(site, key);
  if (page) return { status: 200, ...renderHtml(site, page) };
  const target = redirectOf(site.catalogue, `/${key}`);
  if (target === null || fileOf(target) === asked) return null;
  return { status: 301, contentType: textType, body: "", location: linkBetween(key, target) };
}

/** The page that says what went wrong at a path: its links lead on from there, however deep it lies. */
export function problemAnswer(site: Site, status: number, sentence: string, path = "/"): SiteAnswer {
  // Deeper than any page of ours by far; a path of slashes alone makes no page of links alone.
  const depth = Math.min(32, Math.max(0, path.split("/").length - 2));
  const key = `${"-/".repeat(depth)}problem`;
  return { status, ...renderHtml(site, { ...problemPage(status, sentence), key }) };
}

async function attachmentAnswer(site: Site, story: number, file: string): Promise<SiteAnswer | null> {
  const name = attachmentName(file);
  const body = name === undefined ? null : await site.catalogue.attachment(story, name);
  return body === null || name === undefined ? null : { status: 200, ...attachmentFile(name, body) };
}

const imageTypes: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
};

/** Pictures are shown, text is shown as text, everything else is saved: nothing a stranger attached runs here. */
export function attachmentFile(name: string, body: Uint8Array): Rendered & { readonly download?: string } {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  if (imageName.test(name)) return { contentType: imageTypes[ending] ?? "application/octet-stream", body };
  if (/^(?:txt|log|patch|diff)$/.test(ending)) return { contentType: textType, body };
  return { contentType: "application/octet-stream", body, download: name };
}
