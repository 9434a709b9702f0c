// What a tracker's policy says to a change: `auto`, `review` or `deny`, judged on the base alone.

import type { FieldChange } from "./field-changes.ts";
import type { TrackerData } from "./generated/types.ts";
import { neverAuto } from "./policy-least.ts";
import { type Actor, fits, type Ground } from "./policy-match.ts";

export type Approval = "auto" | "review" | "deny";

export type PolicyRule = NonNullable<TrackerData["policy"]>[number];

export interface Decision {
  readonly path: string;
  readonly field: string;
  readonly approval: Approval;
  /** The rule that decided, by its place in the policy; absent when none fits. */
  readonly rule?: number;
  /** Why it is denied, or why it needs review although a rule would let it pass. */
  readonly reason?: string;
  /** Of a review: who must approve, as "project/NAME" for its maintainers or "team/NAME". */
  readonly reviewers: readonly string[];
}

const rank: Readonly<Record<Approval, number>> = { auto: 0, review: 1, deny: 2 };

/** The strictest of several approvals; of none, `auto`: there is nothing to approve. */
export function strictest(approvals: Iterable<Approval>): Approval {
  let found: Approval = "auto";
  for (const approval of approvals) if (rank[approval] > rank[found]) found = approval;
  return found;
}

/**
 * What one change needs: the first rule that fits decides, and no rule means review. A change that concerns several projects (a
 * story's tasks, a task that moves from one to another) is judged for each, and the strictest counts.
 */
export function decide(change: FieldChange, ground: Ground, actor: Actor | undefined): Decision {
  const projects = projectsOf(change, ground);
  const single = (projects.length === 0 ? [undefined] : projects).map((project) =>
    decideFor(change, project, ground, actor),
  );
  const approval = strictest(single.map((each) => each.approval));
  const decisive = single.filter((each) => each.approval === approval);
  const reviewers = [...new Set(decisive.flatMap((each) => each.reviewers))].sort();
  return { ...(decisive[0] as Decision), reviewers };
}

function decideFor(
  change: FieldChange,
  project: string | undefined,
  ground: Ground,
  actor: Actor | undefined,
): Decision {
  const index = ground.policy.findIndex((rule) => fits(rule, change, project, ground, actor));
  const rule = ground.policy[index];
  const own = { path: change.path, field: change.field, ...(rule ? { rule: index } : {}) };
  if (rule?.approval === "deny")
    return { ...own, approval: "deny", reason: rule.reason ?? "the tracker's policy denies it", reviewers: [] };
  const least = rule?.approval === "auto" ? neverAuto(change, ground, actor) : undefined;
  if (rule?.approval === "auto" && least === undefined) return { ...own, approval: "auto", reviewers: [] };
  const reason = least ?? rule?.reason;
  return {
    ...own,
    approval: "review",
    ...(reason === undefined ? {} : { reason }),
    reviewers: reviewersOf(rule?.approval === "review" ? rule.reviewers : undefined, change, project, ground),
  };
}

function reviewersOf(
  named: string | undefined,
  change: FieldChange,
  project: string | undefined,
  ground: Ground,
): readonly string[] {
  if (named?.startsWith("team:")) return [`team/${named.slice(5)}`];
  const found = project === undefined ? undefined : ground.project(project);
  // Who keeps a project is not for its own keepers to review.
  const keeps = change.place.kind === "project";
  const kept = (found?.maintainers?.length ?? 0) > 0 || found?.team !== undefined;
  if (project !== undefined && kept && !(keeps && named === undefined)) return [`project/${project}`];
  return ground.team === undefined ? [] : [`team/${ground.team}`];
}

/** The projects a change concerns, as the base has them; a new task is its project's from the start. */
function projectsOf({ place, field, was, is, before, after }: FieldChange, ground: Ground): readonly string[] {
  switch (place.kind) {
    case "task": {
      if (field === "project") return [String(before), String(after)];
      const task = was ?? is;
      return task?.kind === "task" ? [task.data.project] : [];
    }
    case "story":
      return ground.projectsOfStory(place.id);
    case "comment":
    case "affects":
    case "attachment":
      return ground.projectsOfStory(place.story);
    case "project":
      return [place.name];
    default:
      return [];
  }
}
