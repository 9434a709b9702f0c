// Branches of projects as objects with numbers: those a project lists, its default one, and those that tasks name.

import { derivedNumber } from "../derived-number.ts";
import { namesOf } from "../names.ts";
import type { ApiState } from "../state.ts";

/** By the project's number, which it keeps when it is renamed. */
export function branchNumber(state: ApiState, project: string, branch: string): number {
  return derivedNumber("branch", `${namesOf(state).id("project", project)}#${branch}`);
}

/** The branch that a task is about: its own, else its project's default. */
export function branchOfTask(state: ApiState, project: string, branch: string | undefined): string {
  return branch ?? defaultBranches(state).get(nameNow(state, project)) ?? "master";
}

function nameNow(state: ApiState, project: string): string {
  const names = namesOf(state);
  return names.name("project", names.id("project", project)) ?? project;
}

function defaultBranches(state: ApiState): ReadonlyMap<string, string> {
  return state.memo("default branches", () => {
    const projects = state.catalogue.allNamed("project");
    return new Map(projects.map(({ name, data }) => [name, data.default_branch ?? "master"]));
  });
}

export interface BranchFacts {
  readonly id: number;
  readonly project: string;
  readonly branch: string;
  /** The day on which it ends. */
  readonly eol: string | null;
}

export function allBranches(state: ApiState): readonly BranchFacts[] {
  return state.memo("branches", () => {
    const found = new Map<number, BranchFacts>();
    const add = (project: string, branch: string, eol: string | null) => {
      const id = branchNumber(state, project, branch);
      if (!found.has(id)) found.set(id, { id, project: nameNow(state, project), branch, eol });
    };
    for (const { name, data } of state.catalogue.allNamed("project")) {
      for (const branch of data.branches ?? []) add(name, branch.name, branch.eol ?? null);
      add(name, data.default_branch ?? "master", null);
    }
    for (const { project, branch } of state.catalogue.selection.branches()) add(project, branch, null);
    return [...found.values()];
  });
}
