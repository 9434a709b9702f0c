// Branches of projects, and milestones: in StoryBoard a milestone is where merged work landed, here it is also what work is planned for.

import { endOfDay } from "../../model/instant.ts";
import { shownOrNull } from "../instants.ts";
import { namesOf } from "../names.ts";
import { holds, isAmong, listed } from "../paging.ts";
import { paging, parameter, sorting } from "../parameters.ts";
import { notFound } from "../problem.ts";
import type { Json, Resource } from "../route.ts";
import { day, flag, id, instant, list, object, orNull, ref, standing, text } from "../shape.ts";
import type { ApiState } from "../state.ts";
import { allBranches } from "./branch-numbers.ts";
import { projectsOfGroup } from "./projects.ts";
import { timesOf } from "./user-json.ts";

const branchSorts = ["id", "name", "project_id", "expired", "expiration_date", "created_at", "updated_at"];
const milestoneSorts = ["id", "name", "expired", "expiration_date", "created_at", "updated_at", "date"];

/** A day ends at midnight, which belongs to the next one. */
function ending(
  state: ApiState,
  last: string | null,
  isOver = false,
): { expired: boolean; expiration_date: string | null } {
  const end = last === null ? null : endOfDay(last);
  return { expired: isOver || (end !== null && end <= state.now), expiration_date: shownOrNull(end) };
}

function branchesOf(state: ApiState): readonly Json[] {
  return state.memo("branch objects", () =>
    allBranches(state).map((branch) => ({
      id: branch.id,
      ...timesOf(state, `projects/${branch.project}.md`),
      name: branch.branch,
      project_id: namesOf(state).id("project", branch.project),
      ...ending(state, branch.eol),
      autocreated: false,
      restricted: false,
      project: branch.project,
    })),
  );
}

function milestonesOf(state: ApiState): readonly Json[] {
  return state.memo("milestone objects", () =>
    state.catalogue.allNamed("milestone").map(({ name, path, data, body }) => ({
      id: namesOf(state).id("milestone", name),
      ...timesOf(state, path),
      name,
      branch_id: null,
      ...ending(state, data.date ?? null, data.closed === true),
      title: data.title,
      date: data.date ?? null,
      closed: data.closed === true,
      projects: data.projects ?? [],
      description: body.trim(),
    })),
  );
}

const expiring = {
  expired: flag("whether it is over"),
  expiration_date: orNull(instant("when it is over")),
};

export const branches: Resource = {
  name: "branches",
  description: "Branches of the projects' code that tasks are about.",
  shapes: {
    Branch: object("a branch of a project", {
      ...standing,
      name: text("its name"),
      project_id: id("its project"),
      ...expiring,
      autocreated: { ...flag("branches are listed by hand"), const: false },
      restricted: { ...flag("none is"), const: false },
      project: text("its project, by name"),
    }),
  },
  routes: [
    {
      path: "/branches",
      summary: "List branches",
      parameters: {
        name: parameter.text("a part of the name"),
        project_id: parameter.id("a branch of this project"),
        project_group_id: parameter.id("a branch of a project in this group"),
        ...paging,
        ...sorting(branchSorts),
      },
      shape: ref("Branch"),
      isList: true,
      answer(state, asked) {
        const group = asked.id("project_group_id");
        const inGroup = group === undefined ? null : projectsOfGroup(state, group);
        const kept = branchesOf(state).filter(
          (each) =>
            holds(each.name, asked.text("name")) &&
            isAmong(each.project_id, asked.ids("project_id")) &&
            (inGroup === null || inGroup.includes(String(each.project))),
        );
        return listed(asked, kept, { sortFields: branchSorts });
      },
    },
    {
      path: "/branches/{branch_id}",
      summary: "Get a branch",
      parameters: {},
      shape: ref("Branch"),
      answer(state, asked) {
        const branch = branchesOf(state).find((each) => each.id === asked.id("branch_id"));
        if (!branch) throw notFound();
        return branch;
      },
    },
  ],
};

export const milestones: Resource = {
  name: "milestones",
  description: "What work is planned for; they belong to no branch here.",
  shapes: {
    Milestone: object("a milestone", {
      ...standing,
      name: text("its name"),
      branch_id: { type: "null", description: "milestones belong to no branch" },
      ...expiring,
      title: text("its title"),
      date: orNull(day("the day it is due")),
      closed: flag("whether it is done"),
      projects: list(text("a project"), "the projects it is of; none means all"),
      description: text("what it is about"),
    }),
  },
  routes: [
    {
      path: "/milestones",
      summary: "List milestones",
      parameters: {
        name: parameter.text("a part of the name"),
        branch_id: parameter.id("milestones belong to no branch, so none has it"),
        ...paging,
        ...sorting(milestoneSorts),
      },
      shape: ref("Milestone"),
      isList: true,
      answer(state, asked) {
        const kept = milestonesOf(state).filter(
          (each) => holds(each.name, asked.text("name")) && !asked.has("branch_id"),
        );
        return listed(asked, kept, { sortFields: milestoneSorts });
      },
    },
    {
      path: "/milestones/{milestone_id}",
      summary: "Get a milestone",
      parameters: {},
      shape: ref("Milestone"),
      answer(state, asked) {
        const milestone = milestonesOf(state).find((each) => each.id === asked.id("milestone_id"));
        if (!milestone) throw notFound();
        return milestone;
      },
    },
  ],
};
