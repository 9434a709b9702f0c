// What every page is made from: the tracker's catalogue, the moment it is looked at, and the words around the content.

import type { Catalogue, NamedCommit, StoryHeads, StoryRow, TagCount } from "../index/catalogue.ts";
import { queryContext } from "../index/expand-query.ts";
import type { TrackerData } from "../model/generated/types.ts";
import type { NamedKind } from "../model/place.ts";
import { type ParsedQuery, parseQuery } from "../model/query/parse.ts";
import type { Query } from "../model/query/query.ts";
import type { ObjectReader } from "../tracker/git/objects.ts";
import type { PublicTracker } from "../tracker/open.ts";
import type { PageKey } from "./addresses.ts";
import type { StoryHistory } from "./changed-fields.ts";
import { safeUrl } from "./escape.ts";
import type { Templates } from "./templates.ts";

export interface Site {
  readonly catalogue: Catalogue;
  /** Milliseconds since 1970: what "overdue" and "last week" are judged at. */
  readonly now: number;
  readonly templates: Templates;
  /** Where the site is published, without a slash at its end; null when nobody said. */
  readonly base: string | null;
  /** tracker.yaml, read once. */
  readonly config: TrackerData | undefined;
  readonly names: Map<NamedKind, ReadonlySet<string>>;
  /** Every story, in the order in which they were reported; read when it is first asked for. */
  readonly heads: () => StoryHeads;
  /** Tags with how many stories carry each, most first; counted when they are first asked for. */
  readonly tags: () => readonly TagCount[];
  /** Rows of stories, in the order asked; the same story is the same object, as long as there is room to remember it. */
  readonly rows: (ids: readonly number[]) => readonly StoryRow[];
  /**
   * The same for one list: of a story that has not changed since an earlier build, what that wrote there may stand instead, if it has the
   * same columns; `isByReport`: those of a list in the order of reporting.
   */
  readonly listed: (list: PageKey, ids: readonly number[], isByReport?: boolean) => readonly ListedRow[];
  /** The same rows as `rows` has of these stories, so that what was made of them is found again; those with a snippet as they are. */
  readonly known: (rows: readonly StoryRow[]) => readonly StoryRow[];
  /** Where commits can be read; null where that would show more than the catalogue does, or fetch it first. */
  readonly objects: ObjectReader | null;
  /** Of stories whose commits `readChangedFields` has read. */
  readonly histories: Map<number, StoryHistory>;
  /** The one commit of the tracker whose id begins with these seven digits or more. */
  readonly commit: (id: string) => NamedCommit | undefined;
}

/** A story in a list as it was written before: its line in the page's HTML and in its JSON. */
export interface WrittenRow {
  readonly id: number;
  readonly written: { readonly html: string; readonly json: string };
}

export type ListedRow = StoryRow | WrittenRow;

export interface SiteOptions {
  /** Only a public tracker can be published; the type says so. */
  readonly tracker: PublicTracker;
  readonly catalogue: Catalogue;
  readonly now: number;
  readonly templates: Templates;
  /** Where the site is published; without it what tracker.yaml says. */
  readonly url?: string | undefined;
}

export function siteOf({ tracker, ...options }: SiteOptions): Site {
  return { ...siteForReader(options), objects: tracker.repository?.partial ? null : tracker.objects };
}

/** What one reader of a restricted tracker sees: the catalogue holds nothing else. */
export function siteForReader({ catalogue, now, templates, url }: Omit<SiteOptions, "tracker">): Site {
  const config = catalogue.config?.data;
  let heads: StoryHeads | undefined;
  let tags: readonly TagCount[] | undefined;
  // By their first digits: few texts name any commit, and who does is not to look through all of them.
  let commits: ReadonlyMap<string, readonly NamedCommit[]> | undefined;
  const remembered = new Map<number, StoryRow>();
  return {
    ...{ catalogue, now, templates, config },
    base: baseOf(url ?? config?.url ?? undefined),
    names: new Map(),
    objects: null,
    histories: new Map(),
    heads() {
      heads ??= catalogue.heads();
      return heads;
    },
    tags() {
      tags ??= catalogue.tagCounts();
      return tags;
    },
    rows(ids) {
      const missing = ids.filter((id) => !remembered.has(id));
      if (remembered.size + missing.length > mostRemembered) {
        remembered.clear();
        return remember(remembered, catalogue, ids, ids);
      }
      return remember(remembered, catalogue, missing, ids);
    },
    listed(_list, ids) {
      return this.rows(ids);
    },
    known(rows) {
      if (remembered.size + rows.length > mostRemembered) remembered.clear();
      return rows.map((row) => {
        if (row.snippet !== undefined) return row;
        const same = remembered.get(row.id) ?? row;
        remembered.set(row.id, same);
        return same;
      });
    },
    commit(id) {
      commits ??= byFirstDigits(catalogue.commits());
      const found = (commits.get(id.slice(0, shortId)) ?? []).filter(({ commit }) => commit.startsWith(id));
      return found.length === 1 ? found[0] : undefined;
    },
  };
}

/** The fewest digits that name a commit. */
const shortId = 7;

function byFirstDigits(commits: readonly NamedCommit[]): ReadonlyMap<string, readonly NamedCommit[]> {
  const groups = new Map<string, NamedCommit[]>();
  for (const each of commits) {
    const digits = each.commit.slice(0, shortId);
    const group = groups.get(digits);
    if (group) group.push(each);
    else groups.set(digits, [each]);
  }
  return groups;
}

/** Rows that are kept for the next list. */
const mostRemembered = 20_000;

function remember(
  rows: Map<number, StoryRow>,
  catalogue: Catalogue,
  missing: readonly number[],
  ids: readonly number[],
): readonly StoryRow[] {
  for (const row of missing.length > 0 ? catalogue.rows(missing) : []) rows.set(row.id, row);
  return ids.flatMap((id) => rows.get(id) ?? []);
}

function baseOf(url: string | undefined): string | null {
  return url && /^https?:/i.test(url) && safeUrl(url) ? url.replace(/[?#].*$/s, "").replace(/\/+$/, "") : null;
}

/** The tracker's name. */
export function siteTitle(site: Site): string {
  return site.config?.name ?? "Tracker";
}

/** The names of a kind that have a page. */
export function known(site: Site, kind: NamedKind): ReadonlySet<string> {
  const there = site.names.get(kind);
  if (there) return there;
  const names = new Set(site.catalogue.allNamed(kind).map((record) => record.name));
  site.names.set(kind, names);
  return names;
}

/** What pages call it: a milestone by its title, of which its name is made; everything else by the name that queries take. */
export function calledHere(site: Site, kind: NamedKind, name: string): string {
  return (kind === "milestone" ? milestoneTitles(site).get(name) : undefined) ?? name;
}

const milestoneTitles = oncePerSite(
  ({ catalogue }) => new Map(catalogue.allNamed("milestone").map(({ name, data }) => [name, data.title])),
);

/** People and teams share their names. */
export function personOrTeam(site: Site, name: string): "person" | "team" {
  return known(site, "person").has(name) || !known(site, "team").has(name) ? "person" : "team";
}

/** A query of ours, of somebody who searches, or of the tracker's own lists and boards. */
export function parsedQuery(site: Site, text: string): ParsedQuery {
  return parseQuery(text, queryContext(site.catalogue, site.now));
}

/** The same, null when it cannot be read. */
export function queryOf(site: Site, text: string): Query | null {
  const parsed = parsedQuery(site, text);
  return parsed.ok ? parsed.query : null;
}

/** What is wrong with a query, for people: who does not say it shows an empty list, as if nothing were left to do. */
export interface WrongQuery {
  readonly message: string;
  readonly hint?: string | undefined;
  /** The character, from 1. */
  readonly at: number;
}

/** Null when nothing is. */
export function wrongQuery(parsed: ParsedQuery): WrongQuery | null {
  if (parsed.ok) return null;
  const { message, hint, at } = parsed.problem;
  return { message, hint, at };
}

/** For what many pages need and does not differ between them. */
export function oncePerSite<T>(make: (site: Site) => T): (site: Site) => T {
  const made = new WeakMap<Site, { readonly value: T }>();
  return (site) => {
    const known = made.get(site) ?? { value: make(site) };
    made.set(site, known);
    return known.value;
  };
}
