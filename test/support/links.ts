// Where the links of a built page lead.

import { posix } from "node:path";

export interface Link {
  /** As it stands in the page. */
  readonly link: string;
  /** The file of the site that it leads to. */
  readonly file: string;
  readonly anchor: string;
}

/** The links of a page at a path of the site, but for those that lead elsewhere. */
export function linksOf(path: string, html: string): Link[] {
  const found: Link[] = [];
  for (const [, link = ""] of html.matchAll(/ (?:href|src|action)="([^"]*)"/g)) {
    if (/^(?:https?|mailto):/.test(link)) continue;
    const [, address = "", anchor = ""] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(link.replaceAll("&amp;", "&")) ?? [];
    found.push({
      link,
      file:
        address === ""
          ? path
          : posix.join(address.startsWith("/") ? "" : posix.dirname(path), address).replace(/^\//, ""),
      anchor,
    });
  }
  return found;
}
