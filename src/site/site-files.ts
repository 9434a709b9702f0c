// The files that a page becomes, and those that are no pages: what build writes and serve answers with, byte for byte.

import type { StoryDetail } from "../index/catalogue.ts";
import { attachmentKey, feedKey, fileOf, type PageKey } from "./addresses.ts";
import { assetKeys, assetOf } from "./assets.ts";
import { renderFeed } from "./feed.ts";
import type { Page } from "./page.ts";
import { pagesFrom } from "./pages.ts";
import { renderHtml, renderJson } from "./render.ts";
import type { Site } from "./site.ts";
import { robotsFile, sitemapFile, sitemapKeys } from "./sitemap.ts";
import { problemPage } from "./views/lookups.ts";
import { storyPage } from "./views/story.ts";

export interface SiteFile {
  /** Its path in the site. */
  readonly file: string;
  readonly body: string | Uint8Array;
}

/** A page and those that follow it, each with its JSON, the first with its feed. */
export function* filesOfPage(site: Site, key: PageKey): Iterable<SiteFile> {
  for (const page of pagesFrom(site, key)) yield* filesOf(site, page, key);
}

/** A story's page, its JSON and its feed. `detail`: the story, when it has been read already. */
export function* filesOfStory(site: Site, id: number, detail: StoryDetail | undefined): Iterable<SiteFile> {
  const page = storyPage(site, id, detail);
  if (page) yield* filesOf(site, page, page.key);
}

/** `first`: the key of the page that has the feed. */
function* filesOf(site: Site, page: Page, first: PageKey): Iterable<SiteFile> {
  yield { file: fileOf(page.key), body: renderHtml(site, page).body };
  if (page.json !== undefined) yield { file: `${page.key}.json`, body: renderJson(page).body };
  if (page.feed !== undefined && page.key === first)
    yield { file: feedKey(first), body: renderFeed(site, page, page.feed).body };
}

/** The key of the page that a file belongs to, as `filesOfPage` or `attachmentsOfStory` gave it. */
export function pageOfFile(file: string): PageKey {
  const story = /^(stories\/\d+)(?:\.(?:html|json|atom)$|\/attachments\/)/.exec(file)?.[1];
  // A name's escapes are two hexadecimal digits, never of a control character: what looks like a page's number is one.
  return story ?? file.replace(/\.(?:html|json|atom)$/, "").replace(/~(?:[2-9]|10)$/, "");
}

/** The attachments of a story. */
export async function* attachmentsOfStory(site: Site, { story, attachments }: StoryDetail): AsyncIterable<SiteFile> {
  for (const { name } of attachments) {
    const body = await site.catalogue.attachment(story.id, name);
    if (body) yield { file: attachmentKey(story.id, name), body };
  }
}

/** What does not depend on the stories: the style sheet, the scripts, the page for what is not there. */
export function* standingFiles(site: Site): Iterable<SiteFile> {
  for (const key of assetKeys) yield { file: key, body: assetOf(site, key)?.body ?? "" };
  yield { file: "robots.txt", body: robotsFile(site) };
  yield { file: "404.html", body: renderHtml(site, problemPage(404, "there is nothing at this address")).body };
}

/** The parts of the sitemap, all of them or those named. */
export function* sitemapFiles(site: Site, keys: Iterable<PageKey> = sitemapKeys(site)): Iterable<SiteFile> {
  for (const key of keys) {
    const body = sitemapFile(site, key);
    if (body !== null) yield { file: key, body };
  }
}
