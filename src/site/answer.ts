// What the site says to an address: a page, its JSON, a file, a redirect, or nothing. The server asks; nothing here knows HTTP's verbs.

import { attachmentName, fileOf, linkBetween, type PageKey } from "./addresses.ts";
import { pageOf } from "./pages.ts";
import { redirectOf } from "./redirects.ts";
import { jsonType, type Rendered, renderHtml, renderJson } from "./render.ts";
import type { Site } from "./site.ts";
import { problemPage, searchIndex, searchPage } from "./views/lookups.ts";
import { imageName } from "./views/markdown.ts";

export interface SiteAnswer extends Rendered {
  readonly status: number;
  readonly location?: string;
  /** Save it under this name, do not show it. */
  readonly download?: string;
}

// What is looked up by an address is a Map: an object would also answer to "constructor".
const assets: ReadonlyMap<string, string> = new Map([
  ["style.css", "text/css; charset=utf-8"],
  ["script.js", "text/javascript; charset=utf-8"],
  ["icon.svg", "image/svg+xml"],
]);

/** The files beside the pages, by their key. */
export const assetKeys: readonly string[] = [...assets.keys()];

export function assetOf(site: Site, key: PageKey): Rendered | null {
  const contentType = assets.get(key);
  return contentType === undefined ? null : { contentType, body: site.templates.asset(key) };
}

/** The answer to a path that begins with "/", already decoded; null when there is none. */
export async function answerOf(site: Site, path: string, query: URLSearchParams): Promise<SiteAnswer | null> {
  const asked = path === "/" ? "index" : path.slice(1);
  const key = asked.replace(/\.html$/, "");
  const asset = assetOf(site, asked);
  if (asset) return { status: 200, ...asset };
  if (asked === "search-index.json")
    return { status: 200, contentType: jsonType, body: JSON.stringify(searchIndex(site)) };
  const attachment = /^stories\/([1-9]\d{0,7})\/attachments\/([^/]+)$/.exec(asked);
  if (attachment) return attachmentAnswer(site, Number(attachment[1]), attachment[2] ?? "");
  if (key === "search" || asked === "search.json") {
    const number = Number(/^[1-9]\d{0,5}$/.exec(query.get("page") ?? "1")?.[0] ?? 1);
    const page = searchPage(site, query.get("q"), number);
    return { status: 200, ...(asked === "search.json" ? renderJson(page) : renderHtml(site, page)) };
  }
  if (asked.endsWith(".json")) {
    const page = pageOf(site, asked.slice(0, -".json".length));
    return page?.json === undefined ? null : { status: 200, ...renderJson(page) };
  }
  const page = pageOf(site, key);
  if (page) return { status: 200, ...renderHtml(site, page) };
  const target = redirectOf(site.catalogue, `/${key}`);
  if (target === null || fileOf(target) === asked) return null;
  return { status: 301, contentType: "text/plain; charset=utf-8", body: "", location: linkBetween(key, target) };
}

/** The page that says what went wrong. */
export function problemAnswer(site: Site, status: number, sentence: string): SiteAnswer {
  return { status, ...renderHtml(site, problemPage(status, sentence)) };
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
  if (/^(?:txt|log|patch|diff)$/.test(ending)) return { contentType: "text/plain; charset=utf-8", body };
  return { contentType: "application/octet-stream", body, download: name };
}
