// Pages that list stories: of a project, group, team, person, tag, milestone or list, and the standing queries.

import type { NamedKind } from "../../model/place.ts";
import type { Named } from "../../model/record.ts";
import { indexKey, namedKey, pagedKey, tagKey } from "../addresses.ts";
import { safeUrl } from "../escape.ts";
import { plainText } from "../markdown/render.ts";
import type { Page } from "../page.ts";
import { namedJson } from "../record-json.ts";
import { known, personOrTeam, queryOf, type Site } from "../site.ts";
import { markdownFor } from "./markdown.ts";
import { milestoneProgress, type Progress } from "./progress.ts";

/** Stories on one page of a long list. */
export const rowsPerPage = 100;

/** Pages of one list: who looks for more searches, or goes through the archive; and a change of one story moves no more than these. */
const mostPages = 10;

export interface Fact {
  readonly name: string;
  readonly text?: string;
  readonly time?: string;
  readonly links?: readonly { readonly text: string; readonly key?: string; readonly url?: string }[];
}

interface Collection {
  readonly key: string;
  readonly title: string;
  readonly kind: string;
  readonly query: string;
  readonly facts: readonly Fact[];
  readonly body: string;
  readonly progress?: Progress;
  readonly json?: Record<string, unknown>;
  readonly description: string;
  readonly section?: string;
  /** Only the first page is shown. */
  readonly onePage?: boolean;
  /** The rows in an order that no query gives. */
  readonly ids?: readonly number[];
}

/** One page of a collection; null when the page number is past the end. */
export function collectionPage(site: Site, collection: Collection, number: number): Page | null {
  const query = collection.ids ? null : queryOf(site, collection.query);
  const offset = (number - 1) * rowsPerPage;
  const ids = collection.ids;
  const found = ids
    ? { total: ids.length, rows: site.rows(ids.slice(offset, offset + rowsPerPage)) }
    : query
      ? site.catalogue.stories(query, { limit: rowsPerPage, offset })
      : { total: 0, rows: [] };
  const pages = Math.min(collection.onePage ? 1 : mostPages, Math.max(1, Math.ceil(found.total / rowsPerPage)));
  if (number > pages) return null;
  const { facts, body, kind, progress } = collection;
  const view = {
    kind,
    facts: number === 1 ? facts : [],
    body: number === 1 ? body : "",
    progress: progress ?? null,
    rows: found.rows,
    total: found.total,
    query: collection.query === "" ? null : collection.query.replace(/ ?sort:\S+/g, ""),
    more: found.total > pages * rowsPerPage ? pages * rowsPerPage : null,
    pages:
      pages > 1
        ? Array.from({ length: pages }, (_, index) => ({ number: index + 1, key: pagedKey(collection.key, index + 1) }))
        : [],
    page: number,
  };
  const json = { ...collection.json, total: found.total, page: number, pages, stories: found.rows };
  const title = number === 1 ? collection.title : `${collection.title}, page ${number}`;
  return {
    key: pagedKey(collection.key, number),
    title,
    description: collection.description,
    template: "collection",
    view,
    json,
    feed: ids ? { kind: "stories", ids } : { kind: "query", query: collection.query },
    ...(collection.section ? { section: collection.section } : {}),
  };
}

const openFirst = "sort:status sort:updated";

/** Names as links, where there is a page to lead to. */
const links = (site: Site, names: readonly string[] | undefined, kind?: NamedKind) =>
  (names ?? []).map((name) => {
    const of = kind ?? personOrTeam(site, name);
    return known(site, of).has(name) ? { text: name, key: namedKey(of, name) } : { text: name };
  });

function fact(name: string, links: Fact["links"]): Fact[] {
  return links && links.length > 0 ? [{ name, links }] : [];
}

/** The page of a record that has a name. */
export function namedPage(site: Site, kind: NamedKind, name: string, number: number): Page | null {
  const record = site.catalogue.named(kind, name);
  const describe = record && describers[kind];
  if (!record || !describe) return null;
  const key = namedKey(kind, name);
  const { title, query, facts, ...rest } = describe(site, record as never);
  return collectionPage(
    site,
    {
      key,
      kind,
      title,
      query,
      facts,
      body: markdownFor(site, key)(record.body, `${kind}-`),
      json: namedJson(record),
      description: plainText(record.body, 160) || `${title}: its stories.`,
      section: indexKey(kind),
      ...rest,
    },
    number,
  );
}

interface Description {
  readonly title: string;
  readonly query: string;
  readonly facts: readonly Fact[];
  readonly progress?: Progress;
  readonly ids?: readonly number[];
}

type Describers = { readonly [K in NamedKind]?: (site: Site, record: Named<K>) => Description };

const describers: Describers = {
  project: (site, { name, data }) => ({
    title: data.title ?? name,
    query: `project:"${name}" ${openFirst}`,
    ids: site.inOrder(site.catalogue.storiesWith("project", name)),
    facts: [
      { name: "Name", text: name },
      ...fact("Flow", [{ text: "Report", key: `reports/${namedKey("project", name)}` }]),
      ...fact(
        "Repository",
        data.repository && safeUrl(data.repository) ? [{ text: data.repository, url: data.repository }] : [],
      ),
      ...fact("Milestones", links(site, plannedFor(site, name), "milestone")),
      ...fact("Team", links(site, data.team ? [data.team] : [], "team")),
      ...fact("Maintainers", links(site, data.maintainers)),
      ...fact("Groups", links(site, groupsOf(site, name, data.groups), "group")),
      ...(data.branches?.length
        ? [
            {
              name: "Branches",
              text: data.branches
                .map((branch) => (branch.eol ? `${branch.name} (until ${branch.eol})` : branch.name))
                .join(", "),
            },
          ]
        : []),
      ...(data.retired ? [{ name: "State", text: "retired" }] : []),
    ],
  }),
  person: (site, { name, data }) => ({
    title: data.name,
    query: `(assignee:"${name}" OR author:"${name}" OR commenter:"${name}") ${openFirst}`,
    ids: site.inOrder(
      (["assignee", "author", "commenter"] as const).flatMap((field) => site.catalogue.storiesWith(field, name)),
    ),
    facts: [
      { name: "Name here", text: name },
      ...((data.identities ?? []).some(isShown)
        ? [{ name: "Elsewhere", text: (data.identities ?? []).filter(isShown).join(", ") }]
        : []),
      ...(data.disabled ? [{ name: "State", text: "gone" }] : []),
    ],
  }),
  team: (site, { name, data }) => ({
    title: data.title,
    ids: site.inOrder([
      ...site.catalogue.storiesWith("assignee", name),
      ...site.catalogue
        .allNamed("project")
        .filter((project) => project.data.team === name)
        .flatMap((project) => site.catalogue.storiesWith("project", project.name)),
    ]),
    query: `(assignee:"${name}" OR team:"${name}") ${openFirst}`,
    facts: [
      ...fact("Members", links(site, data.members, "person")),
      ...fact(
        "Projects",
        links(
          site,
          site.catalogue
            .allNamed("project")
            .filter((each) => each.data.team === name)
            .map((each) => each.name),
          "project",
        ),
      ),
    ],
  }),
  group: (site, { name, data }) => ({
    title: data.title,
    query: `group:"${name}" ${openFirst}`,
    ids: site.inOrder(
      projectsOf(site, name, data.projects).flatMap((project) => site.catalogue.storiesWith("project", project)),
    ),
    facts: fact("Projects", links(site, projectsOf(site, name, data.projects), "project")),
  }),
  milestone: (site, { name, data }) => ({
    title: data.title,
    query: `milestone:"${name}" ${openFirst}`,
    ids: site.inOrder(site.catalogue.storiesWith("milestone", name)),
    progress: milestoneProgress(site, name),
    facts: [
      ...(data.date ? [{ name: "Due", time: data.date }] : []),
      ...fact("Flow", [{ text: "Report", key: `reports/${namedKey("milestone", name)}` }]),
      ...(data.closed ? [{ name: "State", text: "closed" }] : []),
      ...fact("Projects", links(site, data.projects, "project")),
    ],
  }),
  list: (site, { data }) => ({
    title: data.title,
    query: `${data.query ?? ""} ${data.sort ? `sort:${data.sort}` : ""}`.trim(),
    facts: [
      ...fact("Kept by", links(site, data.owner ? [data.owner] : [])),
      ...(data.query
        ? [{ name: "Query", links: [{ text: data.query, key: `search?q=${encodeURIComponent(data.query)}` }] }]
        : []),
    ],
    ...(data.query ? {} : { ids: (data.items ?? []).map((id) => site.catalogue.storyOfTask(id) ?? id) }),
  }),
};

/** The milestones that open tasks of a project are planned for. */
function plannedFor(site: Site, project: string): string[] {
  const open = queryOf(site, `project:"${project}" task:todo,inprogress,review`);
  const found = open ? site.catalogue.facet(open, "milestone", mostMilestones) : [];
  return found.map(({ value }) => value).sort();
}

const mostMilestones = 12;

/** An address hashed for recognition is nothing a reader could use. */
function isShown(identity: string): boolean {
  return !identity.startsWith("mail:") && !identity.startsWith("oidc:");
}

/** The groups that a project is in. */
export function groupsOf(site: Site, project: string, named: readonly string[] | undefined): string[] {
  const listing = site.catalogue.allNamed("group").filter((group) => group.data.projects?.includes(project));
  return [...new Set([...(named ?? []), ...listing.map((group) => group.name)])].sort();
}

function projectsOf(site: Site, group: string, named: readonly string[] | undefined): string[] {
  const naming = site.catalogue.allNamed("project").filter((project) => project.data.groups?.includes(group));
  return [...new Set([...(named ?? []), ...naming.map((project) => project.name)])].sort();
}

/** The page of a tag; null when no story carries it and tracker.yaml does not describe it. */
export function tagPage(site: Site, tag: string, number: number): Page | null {
  const tags = site.catalogue.config?.data.tags ?? {};
  const described = Object.hasOwn(tags, tag) ? tags[tag] : undefined;
  if (!described && site.catalogue.storiesWith("tag", tag).length === 0) return null;
  const facts = [
    ...(described?.description ? [{ name: "Meaning", text: described.description }] : []),
    ...fact("Set by", links(site, described?.reserved ? [described.reserved] : [], "team")),
  ];
  const description = described?.description ?? `Stories tagged ${tag}.`;
  const collection = {
    key: tagKey(tag),
    kind: "tag",
    title: tag,
    query: `tag:"${tag}" ${openFirst}`,
    ids: site.inOrder(site.catalogue.storiesWith("tag", tag)),
    facts,
    body: "",
    description,
    section: "tags",
  };
  return collectionPage(site, { ...collection, json: { id: tag, kind: "tag" } }, number);
}

const standing: ReadonlyMap<string, { title: string; query: string; says: string }> = new Map([
  ["stories", { title: "Stories", query: "sort:updated", says: "The last changed first." }],
  [
    "untriaged",
    {
      title: "Untriaged",
      query: "is:untriaged sort:created",
      says: "Reports that nobody has looked at yet, the newest first.",
    },
  ],
  [
    "stale",
    { title: "Stale", query: "is:stale sort:updated-asc", says: "Open, and nothing has happened for half a year." },
  ],
]);

/** A page that is always there: all stories, untriaged, stale. */
export function standingPage(site: Site, key: string, number: number): Page | null {
  const page = standing.get(key);
  if (!page) return null;
  const { title, query, says } = page;
  return collectionPage(
    site,
    {
      ...{ key, kind: "query", title, query, facts: [], body: `<p>${says}</p>`, description: says, section: key },
      onePage: key === "stories",
    },
    number,
  );
}

export const standingKeys: readonly string[] = [...standing.keys()];
