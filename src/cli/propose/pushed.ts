// What was pushed of a proposal before: remembered in git's configuration, beside what git itself knows of the branch.

import { Failure } from "../../text/failure.ts";
import type { Oid } from "../../tracker/git/objects.ts";
import { layOver } from "../../tracker/lay-over.ts";
import { proposalOf } from "../../tracker/proposals.ts";
import type { Writing } from "../write.ts";

/** The key of git's configuration that remembers the commit; it goes when git deletes the branch. */
export function pushedKey(topic: string): string {
  return `branch.proposal/${topic}.storytreepushed`;
}

export interface Pushed {
  readonly commit: Oid;
  /** All of it is in the base by now, as whatever commit: the topic begins anew. */
  readonly isOver: boolean;
}

/** Failure "proposed-already" for a proposal that nothing was done to since. */
export function asItWasPushed(topic: string): Failure {
  return new Failure("proposed-already", `proposal/${topic} was pushed already as it is`, {
    hint: "change something, then propose it with --amend",
  });
}

/** The commit that was pushed last under a topic; null when none was. */
export async function pushedOf({ tracker, settings }: Writing, base: Oid, topic: string): Promise<Pushed | null> {
  const commit = settings.get(pushedKey(topic));
  return commit === undefined ? null : { commit, isOver: await isInBase(tracker, base, commit) };
}

/** Whether the base has everything that a commit changes, perhaps as another commit. */
export async function isInBase({ run, objects }: Writing["tracker"], base: Oid, commit: Oid): Promise<boolean> {
  if (!run || !objects) return false;
  try {
    const proposal = await proposalOf(objects, base, { topic: "", tip: commit });
    return proposal === undefined || (await layOver(run, objects, base, [proposal])).open.length === 0;
  } catch {
    // Git has thrown the commit away meanwhile, so nobody can tell.
    return false;
  }
}
