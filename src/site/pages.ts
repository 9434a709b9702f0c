// From a key to its page, and all the keys there are: build writes them, serve answers them, with the same functions.

import { type NamedKind, namedKinds } from "../model/place.ts";
import { indexKey, namedKey, nameInKey, nameOfFile, type PageKey, tagKey } from "./addresses.ts";
import type { Page } from "./page.ts";
import { known, type Site } from "./site.ts";
import { archiveKey, archivePage, archivePartPage, archiveParts } from "./views/archive.ts";
import { boardPage } from "./views/board.ts";
import {
  type Collection,
  collectionPage,
  collectionPages,
  standingCollection,
  standingKeys,
  tagCollection,
} from "./views/collection.ts";
import { formatPage } from "./views/format.ts";
import { homePage } from "./views/home.ts";
import { changesPage, repairPage, searchPage } from "./views/lookups.ts";
import { namedCollection } from "./views/named.ts";
import { indexedKinds, namesPage, tagsPage } from "./views/names.ts";
import { namedReport, reportedKinds, reportKey, reportPage } from "./views/report.ts";
import { rulesPage } from "./views/rules.ts";
import { storyPage } from "./views/story.ts";
import { newPage } from "./views/take-part.ts";

/** Pages that are always there. */
export const loneKeys: readonly PageKey[] = [
  "search",
  "archive",
  "changes",
  "repair",
  "rules",
  "format",
  "tags",
  "new",
  "report",
];

const kindOfFolder = new Map<string, NamedKind>(namedKinds.map((kind) => [indexKey(kind), kind]));

/** Pages of standing queries: all stories, untriaged, stale. */
export const standingPageKeys: readonly PageKey[] = standingKeys;

/** The page of a key, or null when there is none. */
export function pageOf(site: Site, key: PageKey): Page | null {
  const [, base = key, digits] = /^(.*?)(?:~([1-9]\d{0,5}))?$/.exec(key) ?? [];
  const number = Number(digits ?? 1);
  // The first page has one address, the one without a number.
  if (digits === "1") return null;
  // A tag's name may itself end like a page number.
  const collection = collectionOf(site, key);
  if (collection) return collectionPage(site, collection, 1);
  if (digits !== undefined) {
    const long = collectionOf(site, base);
    return long && collectionPage(site, long, number);
  }
  const slash = base.indexOf("/");
  if (slash === -1) return topPage(site, base);
  const folder = base.slice(0, slash);
  const rest = nameInKey(base.slice(slash + 1));
  if (folder === "archive") return /^[1-9]\d{0,5}$/.test(rest) ? archivePartPage(site, Number(rest)) : null;
  if (folder === "stories") return /^[1-9]\d{0,7}$/.test(rest) ? storyPage(site, Number(rest)) : null;
  if (folder === "reports") return reportOf(site, rest);
  return kindOfFolder.get(folder) === "board" ? boardPage(site, rest) : null;
}

/** What a page lists whose first one has this key; null where it is no list, or of nothing that is there. */
function collectionOf(site: Site, key: PageKey): Collection | null {
  const slash = key.indexOf("/");
  if (slash === -1) return standingCollection(key);
  const [folder, rest] = [key.slice(0, slash), nameInKey(key.slice(slash + 1))];
  if (folder === "tags") {
    const tag = nameOfFile(rest);
    return tag === undefined ? null : tagCollection(site, tag);
  }
  const kind = kindOfFolder.get(folder);
  return kind && kind !== "board" ? namedCollection(site, kind, rest) : null;
}

function reportOf(site: Site, rest: string): Page | null {
  const slash = rest.indexOf("/");
  const kind = kindOfFolder.get(rest.slice(0, slash));
  return kind ? namedReport(site, kind, rest.slice(slash + 1)) : null;
}

function topPage(site: Site, key: PageKey): Page | null {
  switch (key) {
    case "index":
      return homePage(site);
    case "search":
      return searchPage(site, null);
    case "format":
      return formatPage(site);
    case "report":
      return reportPage(site);
    case "new":
      return newPage(site);
    case "archive":
      return archivePage(site);
    case "changes":
      return changesPage(site);
    case "repair":
      return repairPage(site);
    case "rules":
      return rulesPage();
    case "tags":
      return tagsPage(site);
    default: {
      const kind = kindOfFolder.get(key);
      return kind && indexedKinds.includes(kind) ? namesPage(site, kind) : null;
    }
  }
}

/** Every page that is no story's; of a long list the first one. */
export function* topKeys(site: Site): Iterable<PageKey> {
  yield* ["index", ...loneKeys];
  for (const kind of indexedKinds) yield indexKey(kind);
  yield* standingKeys;
  for (const kind of indexedKinds) for (const name of known(site, kind)) yield namedKey(kind, name);
  for (const kind of reportedKinds) for (const name of known(site, kind)) yield reportKey(kind, name);
  for (const tag of tagNames(site)) yield tagKey(tag);
  for (let part = 1; part <= archiveParts(site); part += 1) yield archiveKey(part);
}

/** Stories of which something is there and story.md cannot be read: they have a page that says so. */
export function brokenStories(site: Site): readonly number[] {
  const readable = new Set(site.heads().ids);
  const found = new Set<number>();
  for (const { path } of site.catalogue.broken()) {
    const id = Number(/^stories\/\d{3}\/([1-9]\d{0,7})\//.exec(path)?.[1] ?? 0);
    if (id !== 0 && !readable.has(id)) found.add(id);
  }
  return [...found];
}

/** A page and, of a long list, those that follow it. */
export function* pagesFrom(site: Site, key: PageKey): Iterable<Page> {
  const collection = collectionOf(site, key);
  if (collection) return yield* collectionPages(site, collection);
  const page = pageOf(site, key);
  if (page) yield page;
}

/** The tags that stories carry or tracker.yaml describes. */
export function tagNames(site: Site): ReadonlySet<string> {
  return new Set([...site.tags().map((each) => each.tag), ...Object.keys(site.config?.tags ?? {})]);
}
