// Which pages a change of some records may make different. Too many costs time; one too few is a stale page, and a test that fails.

import type { StoryHeads } from "../index/catalogue.ts";
import { isDone } from "../index/phases.ts";
import { textsOf } from "../index/summary.ts";
import { toldTime } from "../index/told-time.ts";
import { tokens } from "../model/query/tokens.ts";
import type { Named } from "../model/record.ts";
import { indexKey, namedKey, type PageKey, tagKey } from "./addresses.ts";
import type { NamedChange, SiteChanges, StoryChange, StorySide } from "./build-changes.ts";
import {
  bodiesHolding,
  linkedWith,
  mentioning,
  numbersOf,
  pagesNaming,
  sideOf,
  storiesNaming,
} from "./build-mentions.ts";
import { loneKeys, standingPageKeys, topKeys } from "./pages.ts";
import { blockCount, perBlock } from "./search/search-files.ts";
import { known, type Site } from "./site.ts";
import { sitemapKeys, storiesPerSitemap } from "./sitemap.ts";
import { archiveKey, archivePartAt } from "./views/archive.ts";
import { groupsOf } from "./views/named.ts";
import { reportKey } from "./views/report.ts";

export interface Affected {
  readonly stories: ReadonlySet<number>;
  /** Those of them whose own files changed. */
  readonly changed: ReadonlySet<number>;
  /** Those of them of which other words are searched now. */
  readonly reworded: ReadonlySet<number>;
  readonly pages: ReadonlySet<PageKey>;
  /** Pages that were there and are no more. */
  readonly gone: ReadonlySet<PageKey>;
  readonly blocks: ReadonlySet<number>;
  readonly blockCount: number;
  readonly sitemaps: ReadonlySet<PageKey>;
  readonly lostSitemaps: ReadonlySet<PageKey>;
  readonly redirects: boolean;
}

/** Above this many pages everything is built anew. */
const mostStories = 5_000;

/** `before`: the keys of the pages that were there, stories apart. Null when so much is affected that the whole site is built. */
export function affectedBy(site: Site, changes: SiteChanges, before: ReadonlySet<PageKey>): Affected | null {
  const stories = new Set<number>();
  const pages = new Set<PageKey>();
  const reports = new Set<PageKey>();
  const changed = new Map<number, StoryChange>(changes.stories.map((change) => [change.id, change]));
  for (const change of changes.named) {
    // Whoever names what comes or goes links to it, or does so no more, and by its title: to those pages it is a change like any other.
    if (shownOf(change.before) !== shownOf(change.after)) {
      for (const id of storiesNaming(site, change)) {
        const side = changed.has(id) ? null : sideOf(site, id);
        if (side) changed.set(id, { id, before: side, after: side });
      }
      for (const key of pagesNaming(site, change.name)) pages.add(key);
    }
    for (const key of pagesOfNamed(site, change)) pages.add(key);
    if (change.kind === "person") for (const id of mentioning(site, [tokens(change.name)])) stories.add(id);
    for (const key of bodiesHolding(site, [change.name])) pages.add(key);
  }
  for (const { id, before: old, after } of changed.values()) {
    stories.add(id);
    for (const side of [old, after]) if (side) for (const key of collectionsOf(site, side)) pages.add(key);
    if (livesOtherwise(site, { id, before: old, after }, changes.commits))
      for (const side of [old, after]) if (side) for (const key of reportsOn(side)) reports.add(key);
    if (shownElsewhere(old) !== shownElsewhere(after)) {
      const ids = numbersOf([old, after]);
      for (const other of [
        ...mentioning(
          site,
          ids.map((each) => [String(each)]),
        ),
        ...linkedWith(site, id, [old, after]),
      ])
        stories.add(other);
      for (const key of bodiesHolding(site, ids.map(String))) pages.add(key);
    }
  }
  if (stories.size > mostStories) return null;
  addStanding(site, pages, [...changed.values()], changes.named);
  for (const key of reports) pages.add(key);
  // It leads to all the others.
  if (reports.size > 0 || changes.named.length > 0) pages.add("report");
  const { blocks, sitemaps } = addPlaces(site, pages, [...changed.values()]);
  const now = new Set(topKeys(site));
  for (const key of now) if (!before.has(key)) pages.add(key);
  for (const key of pages) if (!now.has(key)) pages.delete(key);
  const maps = new Set(sitemapKeys(site));
  return {
    ...{ stories, pages, blocks, sitemaps },
    changed: new Set(changed.keys()),
    reworded: new Set(
      [...changed.values()]
        .filter((change) => textOf(change.before) !== textOf(change.after))
        .map((change) => change.id),
    ),
    gone: new Set([...before].filter((key) => !now.has(key) && isListed(key))),
    blockCount: blockCount(site),
    lostSitemaps: new Set([...before].filter((key) => key.startsWith("sitemap") && !maps.has(key))),
    redirects: changes.stories.some(({ before: old, after }) => aliasesOf(old) !== aliasesOf(after)),
  };
}

/** What links to it show: whether it is there, and what milestones are called. */
function shownOf(record: Named | null): string | null {
  if (record === null) return null;
  return record.kind === "milestone" ? `: ${(record as Named<"milestone">).data.title}` : "";
}

/** Keys of lists; assets and old addresses are none. */
function isListed(key: PageKey): boolean {
  return /^(?:people|teams|projects|groups|milestones|lists|boards|tags|archive|reports)\//.test(key);
}

/** The lists that a story is in. */
function collectionsOf(site: Site, { story, tasks, comments }: StorySide): Set<PageKey> {
  const keys = new Set<PageKey>();
  const person = (name: string | undefined) => {
    if (name === undefined) return;
    keys.add(namedKey("person", name));
    keys.add(namedKey("team", name));
  };
  const milestone = (name: string | undefined) => {
    if (name !== undefined) keys.add(namedKey("milestone", name));
  };
  person(story.data.author);
  milestone(story.data.milestone);
  for (const { data } of comments) person(data.author);
  for (const tag of story.data.tags ?? []) keys.add(tagKey(tag));
  for (const { data } of tasks) {
    person(data.assignee);
    milestone(data.milestone);
    keys.add(namedKey("project", data.project));
    const project = known(site, "project").has(data.project)
      ? site.catalogue.named("project", data.project)
      : undefined;
    if (project?.data.team) keys.add(namedKey("team", project.data.team));
    for (const group of groupsOf(site, data.project, project?.data.groups)) keys.add(namedKey("group", group));
  }
  return keys;
}

/** The reports that a story is in. */
function reportsOn({ story, tasks }: StorySide): Set<PageKey> {
  const milestones = [story.data.milestone, ...tasks.map(({ data }) => data.milestone)];
  return new Set<PageKey>([
    "report",
    ...tasks.map(({ data }) => reportKey("project", data.project)),
    ...milestones.flatMap((name) => (name === undefined ? [] : reportKey("milestone", name))),
  ]);
}

const everyCommit = 1_000_000;

/** Whether reports tell of a story otherwise than before: it or a task of it has turned, or is counted elsewhere. */
function livesOtherwise(site: Site, { id, before, after }: StoryChange, commits: ReadonlySet<string>): boolean {
  const place = (side: StorySide | null) =>
    JSON.stringify(
      side && [
        ...[side.story.data.created, side.story.data.milestone],
        ...side.tasks.map((task) => [task.id, task.data.project, task.data.milestone, task.data.created]),
      ],
    );
  const turns = site.catalogue.turns(id);
  if (place(before) !== place(after) || turns.some((turn) => commits.has(turn.commit))) return true;
  // When what came closed was closed is told by its files, of those that were left as they came by all of them.
  if (!turns.some(({ commit, standing }) => commit === turns[0]?.commit && isDone(standing))) return false;
  const events = site.catalogue.changesOf(id, { limit: everyCommit, offset: 0 });
  const came = Date.parse(events.at(-1)?.time ?? "");
  const wasLeft = events.slice(0, -1).every(({ commit }) => commits.has(commit));
  const told = before && (wasLeft ? Math.min(toldTime(before), came) : toldTime(before, came));
  return told !== (after && toldTime(after, came));
}

/** What links to a story show of it, as one word. */
function shownElsewhere(side: StorySide | null): string {
  if (!side) return "";
  const { story, tasks, status } = side;
  const { title, depends_on, related, duplicate_of } = story.data;
  return JSON.stringify([
    title,
    status,
    depends_on,
    related,
    duplicate_of,
    tasks.map(({ id, data }) => [id, data.depends_on]),
  ]);
}

function textOf(side: StorySide | null): string {
  return JSON.stringify(side && textsOf(side));
}

function aliasesOf(side: StorySide | null): string {
  return JSON.stringify(side && [side.story.data.aliases, side.tasks.map(({ id, data }) => [id, data.aliases])]);
}

/** Pages that show a record itself. */
function pagesOfNamed(site: Site, { kind, name, before, after }: NamedChange): readonly PageKey[] {
  const own = [namedKey(kind, name), indexKey(kind), `reports/${namedKey(kind, name)}`];
  // Which projects are whose is said on either side, and who is in what on their own page as well.
  if (kind !== "project" && kind !== "group" && kind !== "team") return own;
  const people = [before, after].flatMap((side) => peopleIn(side)).map((each) => namedKey("person", each));
  const around = (["group", "team"] as const).flatMap((each) =>
    [...known(site, each)].map((other) => namedKey(each, other)),
  );
  const projects = [before, after].flatMap((side) => projectsIn(side)).map((each) => namedKey("project", each));
  return [...own, ...people, ...around, ...projects];
}

/** The members of a team, the maintainers of a project. */
function peopleIn(record: Named | null): readonly string[] {
  const { members = [], maintainers = [] } = (record?.data ?? {}) as Readonly<Record<string, readonly string[]>>;
  return [...members, ...maintainers];
}

/** The projects that a group says are its own; nothing else has such. */
function projectsIn(record: Named | null): readonly string[] {
  const { projects } = (record?.data ?? {}) as { readonly projects?: readonly string[] };
  return projects ?? [];
}

/** Pages that tell of the whole tracker. */
function addStanding(
  site: Site,
  pages: Set<PageKey>,
  changed: readonly StoryChange[],
  named: readonly NamedChange[],
): void {
  for (const key of ["index", ...loneKeys, ...standingPageKeys]) pages.add(key);
  for (const key of ["rules", "format", "report"]) pages.delete(key);
  for (const kind of ["list", "board"] as const) for (const name of known(site, kind)) pages.add(namedKey(kind, name));
  const counted = changed.some(({ before, after }) => countsOf(before) !== countsOf(after));
  if (counted || named.length > 0)
    for (const kind of ["project", "person", "team", "milestone"] as const) pages.add(indexKey(kind));
}

/** What is counted by project, person and milestone, as one word. */
function countsOf(side: StorySide | null): string {
  return JSON.stringify(
    side && [
      ...[side.status, side.story.data.author, side.story.data.milestone],
      side.tasks.map(({ data }) => [data.project, data.status, data.assignee, data.milestone]),
    ],
  );
}

/** Parts that stories stand in by the order in which they were reported. */
function addPlaces(site: Site, pages: Set<PageKey>, changed: readonly StoryChange[]) {
  const heads = site.heads();
  const ids = new Set(changed.map((change) => change.id));
  const moved = changed.some(({ before, after }) => before?.story.data.created !== after?.story.data.created);
  const places = [...ids].map((id) => heads.ids.indexOf(id)).filter((place) => place !== -1);
  // Who comes or goes moves all who were reported later.
  const first = moved ? firstMoved(heads, changed) : heads.length;
  const all = [...places, ...Array.from({ length: heads.length - first }, (_, at) => first + at)];
  // The page before a new one gets a link to it.
  if (moved && first > 0) all.push(first - 1);
  for (const place of all) pages.add(archiveKey(archivePartAt(place)));
  return {
    blocks: new Set(all.map((place) => Math.floor(place / perBlock))),
    sitemaps: new Set(all.map((place) => `sitemap-${Math.floor(place / storiesPerSitemap) + 1}.xml`)),
  };
}

function firstMoved(heads: StoryHeads, changed: readonly StoryChange[]): number {
  const times = changed
    .filter(({ before, after }) => before?.story.data.created !== after?.story.data.created)
    .flatMap(({ before, after }) => [before?.story.data.created, after?.story.data.created])
    .flatMap((time) => (time === undefined ? [] : Date.parse(time)));
  const first = Math.min(...times);
  let [low, high] = [0, heads.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((heads.slice(middle, middle + 1)[0]?.created ?? first) < first) low = middle + 1;
    else high = middle;
  }
  return low;
}
