// How each private story stands: what is overdue, what is due, and the step that comes next.

import { withinEmbargo } from "../model/embargo.ts";
import type { Story } from "../model/record.ts";
import { compareText } from "../text/diagnostic.ts";
import type { Tracker } from "../tracker/tracker.ts";

/** overdue: the embargo is over · due: its hour has come · planned: its hour is set · open: it is not. */
export type EmbargoState = "overdue" | "due" | "planned" | "open";

export interface Embargo {
  readonly id: number;
  readonly title: string;
  readonly state: EmbargoState;
  /** The instants in its file; null where there is none. */
  readonly disclose_at: string | null;
  readonly embargo_until: string | null;
  /** What is to be done, one sentence. */
  readonly next: string;
}

const order: readonly EmbargoState[] = ["overdue", "due", "planned", "open"];

/** Every story that is not disclosed, the most urgent first. `now` in milliseconds since 1970. */
export function embargoes(tracker: Tracker, now: number): readonly Embargo[] {
  return [...tracker.stories.values()]
    .filter(({ data }) => data.disclosed === undefined)
    .map((story) => embargoOf(tracker, story, now))
    .sort(
      (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || compareText(whenOf(a), whenOf(b)) || a.id - b.id,
    );
}

/** The hour at which a story may be published: set, or the end of the embargo where none is. Null when neither is set. */
export function hourOf({ data }: Story): string | null {
  return data.disclose_at ?? data.embargo_until ?? null;
}

/** Whether its hour has come. */
export function isDue(story: Story, now: number): boolean {
  const hour = hourOf(story);
  return hour !== null && Date.parse(hour) <= now;
}

function embargoOf(tracker: Tracker, story: Story, now: number): Embargo {
  const { disclose_at = null, embargo_until = null, title } = story.data;
  const isOver = embargo_until !== null && Date.parse(embargo_until) <= now;
  const state = isOver ? "overdue" : isDue(story, now) ? "due" : disclose_at !== null ? "planned" : "open";
  return { id: story.id, title, state, disclose_at, embargo_until, next: nextStep(tracker, story, state) };
}

function whenOf({ disclose_at, embargo_until }: Embargo): string {
  return disclose_at ?? embargo_until ?? "9999";
}

/** The steps of the process in their order: the first that has left no mark on the story yet. */
function nextStep(tracker: Tracker, story: Story, state: EmbargoState): string {
  const { id, data } = story;
  if (state === "overdue") return `the embargo is over: storytree disclose ${id} --to DIR`;
  if (state === "due") return `its hour has come: storytree disclose ${id} --to DIR`;
  if (data.embargo_until === undefined) return `say when the embargo ends: storytree set ${id} embargo_until=INSTANT`;
  if (!withinEmbargo(data.created, data.embargo_until)) return "the embargo is longer than ninety days: shorten it";
  if ((data.triage ?? "new") === "new") return `triage it: storytree set ${id} triage=confirmed`;
  if ((data.access ?? []).length === 0) return `let the project's security team in: storytree set ${id} access+=TEAM`;
  const without = unpatchedBranches(tracker, story);
  if (without.length > 0) return `attach a patch for ${without.join(", ")}`;
  if ((data.cve ?? []).length === 0) return `ask for a CVE number: storytree set ${id} cve+=CVE-YYYY-NNNN`;
  if (data.disclose_at === undefined) return `set the hour, then give notice: storytree set ${id} disclose_at=INSTANT`;
  return `wait for ${data.disclose_at}`;
}

/** The branches of open tasks for which nobody has attached a patch; a branch that a task leaves out is its project's own. */
function unpatchedBranches(tracker: Tracker, story: Story): readonly string[] {
  const records = [story, ...tracker.commentsOf(story.id)];
  const patched = new Set(
    records.flatMap(({ data }) => (data.attachments ?? []).flatMap((each) => (each.patch ? [each.branch ?? ""] : []))),
  );
  const tasks = tracker.tasksOf(story.id).filter(({ data }) => data.status !== "invalid");
  const branches = tasks.flatMap(({ data }) => (data.project.endsWith("advisory") ? [] : [data.branch ?? ""]));
  const missing = [...new Set(branches)].filter((branch) => !patched.has(branch));
  return missing.map((branch) => (branch === "" ? "the default branch" : branch)).sort(compareText);
}
