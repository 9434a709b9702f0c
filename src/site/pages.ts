// From a key to its page, and all the keys there are: build writes them, serve answers them, with the same functions.

import { type NamedKind, namedKinds } from "../model/place.ts";
import {
  attachmentKey,
  indexKey,
  namedKey,
  nameOfFile,
  type PageKey,
  pagedKey,
  storyKey,
  tagKey,
} from "./addresses.ts";
import type { Page } from "./page.ts";
import { queryOf, type Site } from "./site.ts";
import { boardPage } from "./views/board.ts";
import { namedPage, rowsPerPage, standingKeys, standingPage, tagPage } from "./views/collection.ts";
import { homePage } from "./views/home.ts";
import { changesPage, repairPage, searchPage } from "./views/lookups.ts";
import { indexedKinds, namesPage, tagsPage } from "./views/names.ts";
import { rulesPage } from "./views/rules.ts";
import { storyPage } from "./views/story.ts";

const kindOfFolder = new Map<string, NamedKind>(namedKinds.map((kind) => [indexKey(kind), kind]));

/** The page of a key, or null when there is none. */
export function pageOf(site: Site, key: PageKey): Page | null {
  const [, base = key, digits] = /^(.*?)(?:~([1-9]\d{0,5}))?$/.exec(key) ?? [];
  const number = Number(digits ?? 1);
  // The first page has one address, the one without a number.
  if (digits === "1") return null;
  const slash = base.indexOf("/");
  if (slash === -1) return digits !== undefined && !standingKeys.includes(base) ? null : topPage(site, base, number);
  const folder = base.slice(0, slash);
  const rest = base.slice(slash + 1);
  if (folder === "stories")
    return digits === undefined && /^[1-9]\d{0,7}$/.test(rest) ? storyPage(site, Number(rest)) : null;
  // A tag's name may itself end like a page number.
  if (folder === "tags")
    return tagOf(site, key.slice("tags/".length)) ?? (digits === undefined ? null : tagOf(site, rest, number));
  const kind = kindOfFolder.get(folder);
  if (!kind) return null;
  return kind === "board" ? (digits === undefined ? boardPage(site, rest) : null) : namedPage(site, kind, rest, number);
}

function tagOf(site: Site, file: string, number = 1): Page | null {
  const tag = nameOfFile(file);
  return tag === undefined ? null : tagPage(site, tag, number);
}

function topPage(site: Site, key: PageKey, number: number): Page | null {
  switch (key) {
    case "index":
      return homePage(site);
    case "search":
      return searchPage(site, null);
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
      if (kind && indexedKinds.includes(kind) && key !== "stories") return namesPage(site, kind);
      return standingPage(site, key, number);
    }
  }
}

/** Every page there is, stories last. */
export function* pageKeys(site: Site): Iterable<PageKey> {
  yield* ["index", "search", "changes", "repair", "rules", "tags"];
  for (const kind of indexedKinds) yield indexKey(kind);
  for (const key of standingKeys) yield* withFollowing(site, key);
  for (const kind of indexedKinds) {
    for (const { name } of site.catalogue.allNamed(kind))
      yield* kind === "board" ? [namedKey(kind, name)] : withFollowing(site, namedKey(kind, name));
  }
  const tags = new Set([
    ...site.catalogue.tagCounts().map((each) => each.tag),
    ...Object.keys(site.catalogue.config?.data.tags ?? {}),
  ]);
  for (const tag of tags) yield* withFollowing(site, tagKey(tag));
  const seen = new Set<number>();
  for (const id of allStories(site)) {
    seen.add(id);
    yield storyKey(id);
  }
  // A story that cannot be read has a page as well.
  for (const { path } of site.catalogue.broken()) {
    const id = Number(/^stories\/\d{3}\/([1-9]\d{0,7})\//.exec(path)?.[1] ?? 0);
    if (id === 0 || seen.has(id)) continue;
    seen.add(id);
    yield storyKey(id);
  }
}

/** A list's page and those that follow it. */
function* withFollowing(site: Site, key: PageKey): Iterable<PageKey> {
  yield key;
  const first = pageOf(site, key);
  const total = (first?.json as { total?: number } | undefined)?.total ?? 0;
  for (let page = 2; page <= Math.ceil(total / rowsPerPage); page += 1) yield pagedKey(key, page);
}

/** The numbers of all stories, in order, read in portions. */
export function* allStories(site: Site): Iterable<number> {
  const query = queryOf(site, "sort:id-asc");
  if (!query) return;
  for (let offset = 0; ; offset += 1_000) {
    const { rows } = site.catalogue.stories(query, { limit: 1_000, offset });
    for (const row of rows) yield row.id;
    if (rows.length < 1_000) return;
  }
}

/** The attachments that are published: key, story and name of each. */
export function* attachments(
  site: Site,
): Iterable<{ readonly key: PageKey; readonly story: number; readonly name: string }> {
  for (const story of allStories(site)) {
    for (const { name } of site.catalogue.story(story)?.attachments ?? [])
      yield { key: attachmentKey(story, name), story, name };
  }
}
