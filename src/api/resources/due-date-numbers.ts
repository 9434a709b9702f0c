// Due dates as StoryBoard has them are objects with a number; ours are days of stories and tasks, and milestones with a date.

import { derivedNumber } from "../derived-number.ts";
import type { ApiState } from "../state.ts";

export function numberOfDay(day: string): number {
  return derivedNumber("due_date", `due/${day}`);
}

export function numberOfDatedMilestone(milestone: string): number {
  return derivedNumber("due_date", `milestones/${milestone}.md`);
}

/** The due dates that a story or task with this day and milestone is on. */
export function dueDateNumbers(state: ApiState, due: string | null, milestone: string | null): readonly number[] {
  const isDated = milestone !== null && datedMilestones(state).has(milestone);
  return [...(due === null ? [] : [numberOfDay(due)]), ...(isDated ? [numberOfDatedMilestone(milestone)] : [])];
}

/** The milestones that have a date, by name. */
export function datedMilestones(
  state: ApiState,
): ReadonlyMap<string, { readonly title: string; readonly date: string }> {
  return state.memo("dated milestones", () => {
    const dated = state.catalogue.allNamed("milestone").flatMap(({ name, data }) => {
      return data.date === undefined ? [] : [[name, { title: data.title, date: data.date }] as const];
    });
    return new Map(dated);
  });
}
