// Atom feeds: the stories that a page tells of, the tracker's changes, or what happened on one story, the last changed first.

import type { Catalogue, ChangeEvent, StoryDetail, StoryRow } from "../index/catalogue.ts";
import { commentAnchor, eventAnchor, feedKey, fileOf, linkBetween, type PageKey, storyKey } from "./addresses.ts";
import { escapeXml } from "./escape.ts";
import { plainText } from "./markdown/render.ts";
import type { FeedSource, Page } from "./page.ts";
import type { Rendered } from "./render.ts";
import { queryOf, type Site, siteTitle } from "./site.ts";
import type { EventEntry, LineView, StreamEntry, TurnView } from "./views/story-stream.ts";

export const atomType = "application/atom+xml; charset=utf-8";

/** Entries of one feed. */
const mostEntries = 30;

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly published: string;
  readonly author: string;
  readonly key: PageKey;
  readonly summary: string;
  readonly categories: readonly string[];
}

/** The feed beside a page that has one. */
export function renderFeed(site: Site, page: Page, source: FeedSource): Rendered {
  const entries = entriesOf(site, source);
  const key = page.key.replace(/~\d+$/, "");
  const self = feedKey(key);
  // Links are absolute where it is known where the site is; else they count from the feed's own address.
  const link = (target: PageKey) =>
    site.base === null
      ? linkBetween(self, target)
      : `${site.base}/${target.replace(/^([^?#]*)/, (path) => fileOf(path))}`;
  const began = source.kind === "stream" ? source.of.story.data.created : "2000-01-01T00:00:00Z";
  const updated = [began, ...entries.map((entry) => entry.updated)].sort().at(-1);
  const title =
    page.title === siteTitle(site) ? page.title : `${page.title.replace(/, page \d+$/, "")} · ${siteTitle(site)}`;
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `<id>${escapeXml(tagOf(site, key))}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<updated>${updated}</updated>`,
    `<author><name>${escapeXml(siteTitle(site))}</name></author>`,
    '<generator uri="https://storytree.dev/">Storytree</generator>',
    ...(site.base === null ? [] : [`<link rel="self" type="application/atom+xml" href="${escapeXml(link(self))}"/>`]),
    `<link rel="alternate" type="text/html" href="${escapeXml(link(key))}"/>`,
    ...entries.flatMap((entry) => [
      "<entry>",
      `<id>${escapeXml(tagOf(site, entry.id))}</id>`,
      `<title>${escapeXml(entry.title || "(no title)")}</title>`,
      `<updated>${entry.updated}</updated>`,
      `<published>${entry.published}</published>`,
      `<author><name>${escapeXml(entry.author || "nobody")}</name></author>`,
      `<link rel="alternate" type="text/html" href="${escapeXml(link(entry.key))}"/>`,
      ...entry.categories.map((category) => `<category term="${escapeXml(category)}"/>`),
      `<summary>${escapeXml(entry.summary)}</summary>`,
      "</entry>",
    ]),
    "</feed>",
  ];
  return { contentType: atomType, body: `${lines.join("\n")}\n` };
}

/** An id that stays: of the address that tracker.yaml gives, wherever a copy of the site may be. */
function tagOf(site: Site, path: string): string {
  const url = site.config?.url;
  const host = url ? /^https?:\/\/(?:[^@/]*@)?([^/:]+)/i.exec(url)?.[1]?.toLowerCase() : undefined;
  const name = siteTitle(site)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `tag:${host ?? `${name || "tracker"}.invalid`},2026:${path.replace(/[^A-Za-z0-9/._~=&?-]/g, encodeURIComponent)}`;
}

function entriesOf(site: Site, source: FeedSource): readonly Entry[] {
  const { catalogue } = site;
  if (source.kind === "changes")
    return catalogue.changes({ limit: mostEntries, offset: 0 }).map((event) => changeEntry(catalogue, event));
  if (source.kind === "stories") return site.rows(source.ids.slice(0, mostEntries)).map(storyEntry);
  if (source.kind === "stream") return streamEntries(source.of, source.stream);
  const query = queryOf(site, `${source.query.replace(/(?:^|\s)sort:\S+/g, "")} sort:updated`.trim());
  return query ? catalogue.stories(query, { limit: mostEntries, offset: 0 }).rows.map(storyEntry) : [];
}

const time = (row: StoryRow) => row.updated ?? row.created;

function storyEntry(row: StoryRow): Entry {
  const facts = [
    row.untriaged ? "untriaged" : row.status,
    row.priority === null ? "" : `priority ${row.priority}`,
    row.projects.join(", "),
    row.assignees.length === 0 ? "" : `assigned to ${row.assignees.join(", ")}`,
    row.comments === 0 ? "" : `${row.comments} ${row.comments === 1 ? "comment" : "comments"}`,
  ];
  return {
    id: storyKey(row.id),
    title: row.title,
    updated: time(row),
    // What was imported may have been reported after the last commit's clock.
    published: [row.created, time(row)].sort()[0] ?? row.created,
    author: row.author,
    key: storyKey(row.id),
    summary: facts.filter((fact) => fact !== "").join("; "),
    categories: row.tags,
  };
}

function changeEntry(catalogue: Catalogue, event: ChangeEvent): Entry {
  const [story] = event.touched;
  // The page of a story that cannot be read tells of no commits.
  const hasPage = event.stories === 1 && story !== undefined && catalogue.rows([story]).length > 0;
  return {
    id: `changes/${event.commit}`,
    title: event.subject,
    updated: event.time,
    published: event.time,
    author: event.author,
    key: `${hasPage ? storyKey(story) : "changes"}#${eventAnchor(event.commit)}`,
    summary: event.stories === 1 ? `Story ${story}` : `${event.stories} stories`,
    categories: [],
  };
}

/** Characters of a comment. */
const mostOfComment = 500;

function streamEntries({ story, comments }: StoryDetail, stream: readonly StreamEntry[]): readonly Entry[] {
  const bodies = new Map(comments.map(({ name, body }) => [commentAnchor(name), body]));
  const told = stream.filter((entry) => entry.kind === "event" || !entry.hidden);
  return told
    .slice(-mostEntries)
    .reverse()
    .map((entry) => {
      const { time, author, anchor } = entry;
      const what = entry.kind === "comment" ? `${author} commented` : entry.subject;
      const summary =
        entry.kind === "comment" ? plainText(bodies.get(anchor) ?? "", mostOfComment) : changesInWords(entry);
      const key = `${storyKey(story.id)}#${anchor}`;
      return {
        id: `${storyKey(story.id)}/${entry.kind === "comment" ? anchor : `commit-${entry.commit.id}`}`,
        title: what,
        ...{ updated: time, published: time, author, key, summary, categories: [] },
      };
    });
}

function changesInWords({ turns, lines }: EventEntry): string {
  const nameOf = ({ task, project }: TurnView | LineView) => (task === 0 ? "story" : (project ?? `task ${task}`));
  return [
    ...turns.map((turn) => `${nameOf(turn)}${turn.from === null ? " added, " : `: ${turn.from} → `}${turn.to}`),
    ...lines.map((line) => `${nameOf(line)}: ${line.words}`),
  ].join("; ");
}
