// Branches of projects as objects with numbers: those a project lists, its default one, and those that tasks name.

import { derivedNumber } from "../derived-number.ts";
import type { ApiState } from "../state.ts";

export function branchNumber(project: string, branch: string): number {
  return derivedNumber("branch", `projects/${project}.md#${branch}`);
}

/** The branch that a task is about: its own, else its project's default. */
export function branchOfTask(state: ApiState, project: string, branch: string | undefined): string {
  return branch ?? defaultBranches(state).get(project) ?? "master";
}

export function defaultBranches(state: ApiState): ReadonlyMap<string, string> {
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
      const id = branchNumber(project, branch);
      if (!found.has(id)) found.set(id, { id, project, branch, eol });
    };
    for (const { name, data } of state.catalogue.allNamed("project")) {
      for (const branch of data.branches ?? []) add(name, branch.name, branch.eol ?? null);
      add(name, data.default_branch ?? "master", null);
    }
    for (const { project, branch } of state.catalogue.selection.branches()) add(project, branch, null);
    return [...found.values()];
  });
}
