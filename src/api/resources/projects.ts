// Projects and their groups, by number or by name.

import type { NamedKind } from "../../model/place.ts";
import { namesOf } from "../names.ts";
import { holds, listed, matchesWords } from "../paging.ts";
import { type Asked, paging, parameter, sorting } from "../parameters.ts";
import { notFound } from "../problem.ts";
import type { Json, Resource } from "../route.ts";
import { flag, id, list, object, orNull, ref, standing, text } from "../shape.ts";
import type { ApiState } from "../state.ts";
import { timesOf } from "./user-json.ts";
import { watchedNames } from "./watched.ts";

const projectSorts = ["id", "name", "description", "is_active", "created_at", "updated_at", "title"];
const groupSorts = ["id", "name", "title", "created_at", "updated_at"];

export function allProjects(state: ApiState): readonly Json[] {
  return state.memo("projects", () => {
    const names = namesOf(state);
    return state.catalogue.allNamed("project").map(({ name, path, data, body }) => ({
      id: names.id("project", name),
      ...timesOf(state, path),
      name,
      description: body.trim() || data.title || name,
      is_active: data.retired !== true,
      repo_url: data.repository ?? null,
      autocreate_branches: false,
      title: data.title ?? null,
      team: data.team ?? null,
      team_id: data.team === undefined ? null : names.id("team", data.team),
      groups: groupsOf(state, name),
      default_branch: data.default_branch ?? "master",
      maintainers: data.maintainers ?? [],
      aliases: data.aliases ?? [],
    }));
  });
}

/** A group names projects, and a project groups: either is enough. */
function membership(state: ApiState): ReadonlyMap<string, readonly string[]> {
  return state.memo("groups of projects", () => {
    const groups = new Map<string, Set<string>>();
    const add = (project: string, group: string) => groups.set(project, (groups.get(project) ?? new Set()).add(group));
    for (const { name, data } of state.catalogue.allNamed("group"))
      for (const project of data.projects ?? []) add(project, name);
    for (const { name, data } of state.catalogue.allNamed("project"))
      for (const group of data.groups ?? []) add(name, group);
    return new Map([...groups].map(([project, own]) => [project, [...own].sort()]));
  });
}

function groupsOf(state: ApiState, project: string): readonly string[] {
  return membership(state).get(project) ?? [];
}

/** The names of a group's projects; of no group, none. */
export function projectsOfGroup(state: ApiState, group: number): readonly string[] {
  const name = namesOf(state).name("group", group);
  if (name === undefined) return [];
  return [...membership(state)].flatMap(([project, groups]) => (groups.includes(name) ? project : []));
}

function allGroups(state: ApiState): readonly Json[] {
  return state.memo("project groups", () =>
    state.catalogue.allNamed("group").map(({ name, path, data }) => ({
      id: namesOf(state).id("group", name),
      ...timesOf(state, path),
      name,
      title: data.title,
      archived: data.archived === true,
    })),
  );
}

/** The one of these objects that a number, a name or a former name means. */
export function namedAsked(
  state: ApiState,
  kind: NamedKind,
  items: readonly Json[],
  asked: Asked,
  parameterName: string,
): Json {
  const wanted = asked.text(parameterName) ?? "";
  const byName = (name: string) => items.find((item) => item.name === name);
  const alias = state.catalogue.alias(`${kind}:${wanted}`);
  const found =
    (/^\d+$/.test(wanted) ? items.find((item) => item.id === Number(wanted)) : undefined) ??
    byName(wanted) ??
    (alias?.kind === kind ? byName(String(alias.id)) : undefined);
  if (!found) throw notFound();
  return found;
}

const nameOrNumber = (what: string) => ({ kind: "name", description: `the number or the name of ${what}` }) as const;

export const projects: Resource = {
  name: "projects",
  description: "What tasks are about: each is one repository of code.",
  shapes: {
    Project: object("a project", {
      ...standing,
      name: text("its name; a slash is part of it"),
      description: text("what it is"),
      is_active: flag("false when it is retired"),
      repo_url: orNull(text("where to clone its code")),
      autocreate_branches: { ...flag("branches are listed by hand"), const: false },
      title: orNull(text("a longer name")),
      team: orNull(text("the team that looks after it")),
      team_id: orNull(id("the same by number")),
      groups: list(text("a group"), "the groups it is in"),
      default_branch: text("the branch of tasks that name none"),
      maintainers: list(text("a person"), "who decides about it"),
      aliases: list(text("an alias"), "what it was called elsewhere, or before"),
    }),
  },
  routes: [
    {
      path: "/projects",
      summary: "List projects",
      parameters: {
        name: parameter.text("a part of the name"),
        description: parameter.text("a part of the description"),
        project_group_id: parameter.id("it is in this group"),
        subscriber_id: parameter.id("this user watches it"),
        ...paging,
        ...sorting(projectSorts),
      },
      shape: ref("Project"),
      isList: true,
      answer(state, asked) {
        const [group, subscriber] = [asked.id("project_group_id"), asked.id("subscriber_id")];
        const inGroup = group === undefined ? null : projectsOfGroup(state, group);
        const watched = subscriber === undefined ? null : watchedNames(state, subscriber, "project");
        const kept = allProjects(state).filter(
          (each) =>
            holds(each.name, asked.text("name")) &&
            holds(each.description, asked.text("description")) &&
            (inGroup === null || inGroup.includes(String(each.name))) &&
            (watched === null || watched.includes(String(each.name))),
        );
        return listed(asked, kept, { sortFields: projectSorts });
      },
    },
    {
      path: "/projects/search",
      summary: "Search projects by words",
      parameters: { q: parameter.text("words of the name or description"), ...paging, ...sorting(projectSorts) },
      shape: ref("Project"),
      isList: true,
      answer(state, asked) {
        const q = asked.text("q");
        const kept = allProjects(state).filter(
          (each) => matchesWords(`${each.name} ${each.description}`, q) || holds(each.name, q),
        );
        return listed(asked, kept, { sortFields: projectSorts, withoutTotal: true });
      },
    },
    {
      path: "/projects/{project+}",
      summary: "Get a project by its number or its name, with a plain or an escaped slash",
      parameters: {},
      inPath: { project: nameOrNumber("a project") },
      shape: ref("Project"),
      answer: (state, asked) => namedAsked(state, "project", allProjects(state), asked, "project"),
    },
  ],
};

export const projectGroups: Resource = {
  name: "project_groups",
  description: "Projects that belong together; a project may be in several.",
  shapes: {
    ProjectGroup: object("a group of projects", {
      ...standing,
      name: text("its name"),
      title: text("its title"),
      archived: flag("whether it is of the past"),
    }),
  },
  routes: [
    {
      path: "/project_groups",
      summary: "List project groups",
      parameters: {
        name: parameter.text("a part of the name"),
        title: parameter.text("a part of the title"),
        subscriber_id: parameter.id("this user watches it"),
        ...paging,
        ...sorting(groupSorts),
      },
      shape: ref("ProjectGroup"),
      isList: true,
      answer(state, asked) {
        const subscriber = asked.id("subscriber_id");
        const watched = subscriber === undefined ? null : watchedNames(state, subscriber, "group");
        const kept = allGroups(state).filter(
          (each) =>
            holds(each.name, asked.text("name")) &&
            holds(each.title, asked.text("title")) &&
            (watched === null || watched.includes(String(each.name))),
        );
        return listed(asked, kept, { sortFields: groupSorts });
      },
    },
    {
      path: "/project_groups/{group}",
      summary: "Get a project group by its number or its name",
      parameters: {},
      inPath: { group: nameOrNumber("a group") },
      shape: ref("ProjectGroup"),
      answer: (state, asked) => namedAsked(state, "group", allGroups(state), asked, "group"),
    },
    {
      path: "/project_groups/{group}/projects",
      summary: "List the projects of a group",
      parameters: { ...paging, ...sorting(projectSorts) },
      inPath: { group: nameOrNumber("a group") },
      shape: ref("Project"),
      isList: true,
      answer(state, asked) {
        const own = projectsOfGroup(state, Number(namedAsked(state, "group", allGroups(state), asked, "group").id));
        const kept = allProjects(state).filter((each) => own.includes(String(each.name)));
        return listed(asked, kept, { sortFields: projectSorts });
      },
    },
  ],
};
