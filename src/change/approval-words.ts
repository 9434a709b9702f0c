// An approval in words: what is needed, by whom, and why.

import { compareText } from "../text/diagnostic.ts";
import type { ProposalApproval, Reviewers } from "./approval.ts";

/** "needs review", "merges by itself" … */
export function approvalWords({ approval, decisions }: ProposalApproval): string {
  if (decisions.length === 0) return "changes nothing";
  const strict = decisions.filter((each) => each.approval === approval).length;
  const part = strict === decisions.length ? "" : `: ${strict} of ${decisions.length} changes`;
  return { auto: "needs no review", review: `needs review${part}`, deny: `is denied${part}` }[approval];
}

/** "the maintainers of acme/engine (mia, tom)" */
export function reviewerWords({ name, people }: Reviewers): string {
  const who = name.startsWith("project/") ? `the maintainers of ${name.slice(8)}` : name.replace("/", " ");
  const shown = people.slice(0, 10);
  const more = people.length > shown.length ? `, and ${people.length - shown.length} more` : "";
  return people.length === 0 ? who : `${who} (${shown.join(", ")}${more})`;
}

/** Why, each reason once, with the paths it is for; only those of the strictest approval. */
export function reasonsOf({ approval, decisions }: ProposalApproval): readonly { reason: string; paths: string[] }[] {
  const reasons = new Map<string, Set<string>>();
  for (const { reason, path, approval: own } of decisions) {
    if (reason === undefined || own !== approval || own === "auto") continue;
    reasons.set(reason, (reasons.get(reason) ?? new Set()).add(path));
  }
  return [...reasons]
    .map(([reason, paths]) => ({ reason, paths: [...paths].sort(compareText) }))
    .sort((a, b) => compareText(a.reason, b.reason));
}
