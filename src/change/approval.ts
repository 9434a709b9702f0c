// Which approval a proposal needs: the strictest over all its field changes, each judged on the base, and who must give it.

import { fieldChanges, type TouchedFile } from "../model/field-changes.ts";
import { type Approval, type Decision, decide, strictest } from "../model/policy.ts";
import type { Actor, Ground } from "../model/policy-match.ts";
import { compareText } from "../text/diagnostic.ts";

export interface Reviewers {
  /** "project/NAME" for its maintainers, or "team/NAME". */
  readonly name: string;
  readonly people: readonly string[];
}

export interface ProposalApproval {
  readonly approval: Approval;
  /** Every change with what it needs, in the order of the paths. */
  readonly decisions: readonly Decision[];
  /** One of each must approve; empty when the tracker names nobody. */
  readonly reviewers: readonly Reviewers[];
}

/** Judges what a proposal does in total: how it is cut into commits does not count. Where it conflicts, it needs review. */
export function approvalOf(
  files: readonly TouchedFile[],
  ground: Ground,
  actor: Actor | undefined,
  conflicts: readonly string[] = [],
): ProposalApproval {
  const decisions = [
    ...conflicts.map(
      (path): Decision => ({
        path,
        field: "file",
        approval: "review",
        reason: "both sides changed the same lines",
        reviewers: [],
      }),
    ),
    ...files.flatMap((file) => fieldChanges(file).map((change) => decide(change, ground, actor))),
  ];
  const names = new Set(decisions.flatMap((each) => each.reviewers));
  return {
    approval: strictest(decisions.map((each) => each.approval)),
    decisions,
    reviewers: [...names].sort(compareText).map((name) => ({ name, people: peopleOf(name, ground) })),
  };
}

function peopleOf(name: string, ground: Ground): readonly string[] {
  const [kind, rest] = [name.slice(0, name.indexOf("/")), name.slice(name.indexOf("/") + 1)];
  if (kind === "team") return ground.members(rest);
  const { maintainers = [], team } = ground.project(rest) ?? {};
  return [...new Set([...maintainers, ...(team === undefined ? [] : ground.members(team))])].sort(compareText);
}
