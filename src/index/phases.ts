// What a story was after each commit that touched it, told from the turns that are kept of it and its tasks.

import { storyStatus, type TaskStatus, taskStatuses } from "../model/story-status.ts";
import type { Standing } from "./file-state.ts";

/** What a story or task is at some time; of a story "started" means that one of its tasks is. */
export type Phase = "open" | "started" | "merged" | "invalid";
/** Two bits each, behind the number of a commit, which may be below zero. */
const phases: readonly Phase[] = ["open", "started", "merged", "invalid"];

export interface Turn {
  /** Of the commit. */
  readonly number: number;
  /** 0 is the story itself. */
  readonly task: number;
  readonly standing: Standing;
}

export function isStatus(standing: Standing): standing is TaskStatus {
  return (taskStatuses as readonly string[]).includes(standing);
}

export function isDone(standing: Standing): boolean {
  return standing === "merged" || standing === "invalid" || standing === "closed";
}

/** The field under which the columns keep a story's phases; no custom field is called so. */
export const phaseList = "story phase";

/** What the turns of a story tell. */
export interface Told {
  /** The number of the commit in which it last ceased to be active; null when after all of them it is. */
  readonly closed: number | null;
  /** Its first phase and those that differ from the one before, each with its commit as one number. */
  readonly phases: readonly number[];
  /** Something of it was closed already in the first of those commits. */
  readonly cameClosed: boolean;
}

/** `turns` in the order of commits: after all of a commit's the story is looked at. */
export function toldBy(turns: readonly Turn[]): Told {
  const standings = new Map<number, Standing>();
  const packed: number[] = [];
  let closed: number | null = null;
  let cameClosed = false;
  let last: Phase | undefined;
  for (const [index, { number, task, standing }] of turns.entries()) {
    if (standing === "gone") standings.delete(task);
    else standings.set(task, standing);
    if (number === turns[0]?.number && isDone(standing)) cameClosed = true;
    if (turns[index + 1]?.number === number) continue;
    const phase = phaseAfter(standings);
    // A story that is not there yet, or no more, is not closed either.
    if (phase === null || phase === "open" || phase === "started") closed = null;
    else closed ??= number;
    if (phase !== null && phase !== last) packed.push((number << 2) | phases.indexOf(phase));
    last = phase ?? last;
  }
  return { closed, phases: packed, cameClosed };
}

/** Null when there is no story. */
function phaseAfter(standings: ReadonlyMap<number, Standing>): Phase | null {
  const own = standings.get(0);
  if (own === undefined) return null;
  const tasks: TaskStatus[] = [];
  for (const [id, standing] of standings) if (id !== 0 && isStatus(standing)) tasks.push(standing);
  const status = storyStatus(tasks, own === "closed" ? { triage: "rejected" } : {});
  if (status !== "active") return status;
  // What was found to be no work has not been begun.
  return tasks.some((task) => task !== "todo" && task !== "invalid") ? "started" : "open";
}

export function phaseFrom(packed: number): { readonly number: number; readonly phase: Phase } {
  return { number: packed >> 2, phase: phases[packed & 3] as Phase };
}
