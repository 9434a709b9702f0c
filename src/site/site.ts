// What every page is made from: the tracker's catalogue, the moment it is looked at, and the words around the content.

import type { Catalogue } from "../index/catalogue.ts";
import { queryContext } from "../index/expand-query.ts";
import { parseQuery } from "../model/query/parse.ts";
import type { Query } from "../model/query/query.ts";
import type { PublicTracker } from "../tracker/open.ts";
import type { Templates } from "./templates.ts";

export interface Site {
  readonly catalogue: Catalogue;
  /** Milliseconds since 1970: what "overdue" and "last week" are judged at. */
  readonly now: number;
  readonly templates: Templates;
}

export interface SiteOptions {
  /** Only a public tracker can be published; the type says so. */
  readonly tracker: PublicTracker;
  readonly catalogue: Catalogue;
  readonly now: number;
  readonly templates: Templates;
}

export function siteOf({ catalogue, now, templates }: SiteOptions): Site {
  return { catalogue, now, templates };
}

/** The tracker's name. */
export function siteTitle(site: Site): string {
  return site.catalogue.config?.data.name ?? "Tracker";
}

/** A query of ours, or of the tracker's own lists and boards; null when it cannot be read. */
export function queryOf(site: Site, text: string): Query | null {
  const parsed = parseQuery(text, queryContext(site.catalogue, site.now));
  return parsed.ok ? parsed.query : null;
}
