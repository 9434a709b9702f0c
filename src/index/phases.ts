// What a story was after each commit that touched it, told from the turns that are kept of it and its tasks.

import { storyStatus, type TaskStatus, taskStatuses } from "../model/story-status.ts";
import type { Standing } from "./file-state.ts";

/** What a story or task is at some time; of a story "started" means that one of its tasks is. */
export type Phase = "open" | "started" | "merged" | "invalid";
const phases: readonly Phase[] = ["open", "started", "merged", "invalid"];

export interface Turn {
  /** Of the commit. */
  readonly number: number;
  /** 0 is the story itself. */
  readonly task: number;
  readonly standing: Standing;
}

/** Of each commit that touched any of it, what the story was after all of it; `turns` in the order of commits. */
function phasesOf(turns: readonly Turn[]): readonly { readonly turn: Turn; readonly phase: Phase }[] {
  const standings = new Map<number, Standing>();
  const found: { turn: Turn; phase: Phase }[] = [];
  for (const [index, turn] of turns.entries()) {
    const { number, task, standing } = turn;
    if (standing === "gone") standings.delete(task);
    else standings.set(task, standing);
    if (turns[index + 1]?.number === number || !standings.has(0)) continue;
    const tasks = [...standings].flatMap(([id, each]) => (id !== 0 && isStatus(each) ? each : []));
    const status = storyStatus(tasks, standings.get(0) === "closed" ? { triage: "rejected" } : {});
    const isStarted = tasks.some((each) => each !== "todo");
    found.push({ turn, phase: status === "active" ? (isStarted ? "started" : "open") : status });
  }
  return found;
}

export function isStatus(standing: Standing): standing is TaskStatus {
  return (taskStatuses as readonly string[]).includes(standing);
}

/** The field under which the columns keep a story's phases; no custom field is called so. */
export const phaseList = "story phase";

/** The first phase of a story and those that differ from the one before, each with its commit as one number. */
export function packedPhases(turns: readonly Turn[]): readonly number[] {
  const all = phasesOf(turns);
  const kept = all.filter(({ phase }, at) => phase !== all[at - 1]?.phase);
  return kept.map(({ turn, phase }) => turn.number * 4 + phases.indexOf(phase));
}

export function phaseFrom(packed: number): { readonly number: number; readonly phase: Phase } {
  // A commit's number may be below zero.
  return { number: packed >> 2, phase: phases[packed & 3] as Phase };
}
