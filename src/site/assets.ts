// The files beside the pages: style sheet, scripts, icon.

import type { PageKey } from "./addresses.ts";
import type { Rendered } from "./render.ts";
import type { Site } from "./site.ts";

// What is looked up by an address is a Map: an object would also answer to "constructor".
const assets: ReadonlyMap<string, string> = new Map([
  ["style.css", "text/css; charset=utf-8"],
  ["script.js", "text/javascript; charset=utf-8"],
  ["search-worker.js", "text/javascript; charset=utf-8"],
  ["icon.svg", "image/svg+xml"],
]);

/** Their keys. */
export const assetKeys: readonly string[] = [...assets.keys()];

export function assetOf(site: Site, key: PageKey): Rendered | null {
  const contentType = assets.get(key);
  return contentType === undefined ? null : { contentType, body: site.templates.asset(key) };
}
