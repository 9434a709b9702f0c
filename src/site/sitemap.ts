// What search engines are told: which pages there are, and when each changed. Both need to know where the site is.

import { instantOfSeconds } from "../model/instant.ts";
import { fileOf, type PageKey, storyKey } from "./addresses.ts";
import { escapeXml } from "./escape.ts";
import { topKeys } from "./pages.ts";
import type { Site } from "./site.ts";

/** Stories of one file: its neighbours stay as they are when one of them changes. */
export const storiesPerSitemap = 10_000;

export const xmlType = "application/xml; charset=utf-8";

/** The keys of the sitemap's files; none when nobody said where the site is. */
export function sitemapKeys(site: Site): readonly PageKey[] {
  if (site.base === null) return [];
  const parts = Math.ceil(site.heads().length / storiesPerSitemap);
  return ["sitemap.xml", "sitemap-pages.xml", ...Array.from({ length: parts }, (_, at) => `sitemap-${at + 1}.xml`)];
}

export function sitemapFile(site: Site, key: PageKey): string | null {
  if (site.base === null) return null;
  if (key === "sitemap.xml") {
    const parts = sitemapKeys(site).slice(1);
    return xml(
      "sitemapindex",
      parts.map((part) => `<sitemap><loc>${escapeXml(`${site.base}/${part}`)}</loc></sitemap>`),
    );
  }
  if (key === "sitemap-pages.xml")
    return xml(
      "urlset",
      [...topKeys(site)].map((page) => urlOf(site, page, null)),
    );
  const part = Number(/^sitemap-([1-9]\d{0,4})\.xml$/.exec(key)?.[1] ?? 0);
  const heads = part === 0 ? [] : site.heads().slice((part - 1) * storiesPerSitemap, part * storiesPerSitemap);
  if (heads.length === 0) return null;
  return xml(
    "urlset",
    heads.map(({ id, updated }) =>
      urlOf(site, storyKey(id), updated === null ? null : instantOfSeconds(updated / 1000)),
    ),
  );
}

function urlOf(site: Site, page: PageKey, changed: string | null): string {
  const loc = `${site.base}/${page === "index" ? "" : fileOf(page)}`;
  return `<url><loc>${escapeXml(loc)}</loc>${changed === null ? "" : `<lastmod>${changed}</lastmod>`}</url>`;
}

function xml(root: string, lines: readonly string[]): string {
  const schema = "http://www.sitemaps.org/schemas/sitemap/0.9";
  return `<?xml version="1.0" encoding="utf-8"?>\n<${root} xmlns="${schema}">\n${lines.join("\n")}\n</${root}>\n`;
}

export function robotsFile(site: Site): string {
  const map = site.base === null ? "" : `\nSitemap: ${site.base}/sitemap.xml\n`;
  return `User-agent: *\nDisallow: /search\n${map}`;
}
