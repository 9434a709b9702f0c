// The pages of projects, groups, teams, people, milestones and lists: what is told of each, and its stories.

import type { HeadValue } from "../../index/catalogue.ts";
import type { NamedKind } from "../../model/place.ts";
import type { Named } from "../../model/record.ts";
import { indexKey, namedKey, newKey, searchKey } from "../addresses.ts";
import { safeUrl } from "../escape.ts";
import { plainText } from "../markdown/render.ts";
import { namedJson } from "../record-json.ts";
import { oncePerSite, queryOf, type Site } from "../site.ts";
import {
  type Collection,
  type Fact,
  fact,
  links,
  listedByHand,
  listedWith,
  openFirst,
  urgentFirst,
} from "./collection.ts";
import { markdownFor } from "./markdown.ts";
import { milestoneProgress, type Progress } from "./progress.ts";

/** What the page of a record that has a name tells, and lists. */
export function namedCollection(site: Site, kind: NamedKind, name: string): Collection | null {
  const record = site.catalogue.named(kind, name);
  const describe = record && describers[kind];
  if (!record || !describe) return null;
  const key = namedKey(kind, name);
  const { title, query, facts, ...rest } = describe(site, record as never);
  return {
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
  };
}

/** The teams of each person, and the projects that they maintain. */
const placesOf = oncePerSite(({ catalogue }) => {
  const [teams, projects] = [new Map<string, string[]>(), new Map<string, string[]>()];
  const add = (to: Map<string, string[]>, people: readonly string[] | undefined, name: string) => {
    for (const person of people ?? []) to.set(person, [...(to.get(person) ?? []), name]);
  };
  for (const { name, data } of catalogue.allNamed("team")) add(teams, data.members, name);
  for (const { name, data } of catalogue.allNamed("project")) add(projects, data.maintainers, name);
  return { teams, projects };
});

interface Description {
  readonly title: string;
  readonly query: string;
  readonly facts: readonly Fact[];
  readonly progress?: Progress;
  readonly ids?: readonly number[];
  readonly changed?: readonly number[];
  readonly open?: number;
}

type Describers = { readonly [K in NamedKind]?: (site: Site, record: Named<K>) => Description };

const describers: Describers = {
  project: (site, { name, data }) => ({
    title: data.title ?? name,
    query: `project:"${name}" ${openFirst}`,
    ...listedWith(site, [{ field: "project", value: name }]),
    facts: [
      { name: "Name", text: name },
      ...fact("Progress", [{ text: "chart and numbers", key: `reports/${namedKey("project", name)}` }]),
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
      ...(data.retired
        ? [{ name: "State", text: "retired" }]
        : fact("Report", [{ text: "a story for this project", key: newKey(name) }])),
    ],
  }),
  person: (site, { name, data }) => ({
    title: data.name,
    query: `(assignee:"${name}" OR author:"${name}" OR commenter:"${name}") ${openFirst}`,
    ...listedWith(
      site,
      (["assignee", "author", "commenter"] as const).map((field) => ({ field, value: name })),
    ),
    facts: [
      { name: "Name here", text: name },
      ...((data.identities ?? []).some(isShown)
        ? [{ name: "Elsewhere", text: (data.identities ?? []).filter(isShown).join(", ") }]
        : []),
      ...fact("Teams", links(site, placesOf(site).teams.get(name), "team")),
      ...fact("Maintains", links(site, placesOf(site).projects.get(name), "project")),
      ...fact("Stories", [
        { text: "assigned and open", key: searchKey(`assignee:"${name}" task:todo,inprogress,review`) },
        { text: "reported", key: searchKey(`author:"${name}"`) },
        { text: "commented on", key: searchKey(`commenter:"${name}"`) },
      ]),
      ...(data.disabled ? [{ name: "State", text: "gone" }] : []),
    ],
  }),
  team: (site, { name, data }) => ({
    title: data.title,
    ...listedWith(site, ofTeam(site, name)),
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
    ...listedWith(
      site,
      projectsOf(site, name, data.projects).map((project) => ({ field: "project", value: project })),
    ),
    facts: fact("Projects", links(site, projectsOf(site, name, data.projects), "project")),
  }),
  milestone: (site, { name, data }) => ({
    title: data.title,
    query: `milestone:"${name}" ${urgentFirst}`,
    ...listedWith(site, [{ field: "milestone", value: name }], urgentFirst),
    progress: milestoneProgress(site, name),
    facts: [
      ...(data.date ? [{ name: "Due", time: data.date, isAhead: !data.closed }] : []),
      ...fact("Progress", [{ text: "chart and numbers", key: `reports/${namedKey("milestone", name)}` }]),
      ...(data.closed ? [{ name: "State", text: "closed" }] : []),
      ...fact("Projects", links(site, data.projects, "project")),
      ...fact("Open tasks by project", left(site, name, "project")),
      ...fact("Open tasks by person", left(site, name, "assignee")),
    ],
  }),
  list: (site, { data }) => ({
    title: data.title,
    // What is put in order by hand is found by no query.
    query: data.query ? `${data.query} ${data.sort ? `sort:${data.sort}` : ""}`.trim() : "",
    facts: [
      ...fact("Kept by", links(site, data.owner ? [data.owner] : [])),
      ...(data.query ? [{ name: "Query", links: [{ text: data.query, key: searchKey(data.query) }] }] : []),
    ],
    ...(data.query
      ? {}
      : listedByHand(
          site,
          (data.items ?? []).map((id) => site.catalogue.storyOfTask(id) ?? id),
        )),
  }),
};

/** What is a team's: assigned to it, or in a project that it looks after. */
export function ofTeam(site: Site, team: string): readonly HeadValue[] {
  const projects = site.catalogue.allNamed("project").filter(({ data }) => data.team === team);
  return [
    { field: "assignee", value: team },
    ...projects.map(({ name }): HeadValue => ({ field: "project", value: name })),
  ];
}

/** How many open tasks of a milestone each project or person has, the most first; each leads to them. */
function left(site: Site, milestone: string, field: "project" | "assignee"): Fact["links"] {
  const query = `milestone:"${milestone}" task:todo,inprogress,review`;
  const open = queryOf(site, query);
  const counts = open ? site.catalogue.countBy(open, field, "task") : [];
  const shown = counts.slice(0, mostLeft).map(({ value, count }) => ({
    text: `${value ?? "nobody"} ${count}`,
    key: searchKey(`${query} ${field}:${value === null ? "none" : `"${value}"`}`),
  }));
  const more = counts.length - shown.length;
  return more > 0 ? [...shown, { text: `${more} more`, key: searchKey(query) }] : shown;
}

const mostLeft = 8;

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
