// What merging would give, without merging: the tree that both sides make together, or the paths where they cannot.

import { Failure } from "../../text/failure.ts";
import { gitObjects } from "./git-objects.ts";
import type { ObjectReader, Oid } from "./objects.ts";
import { type GitRun, runGit } from "./process.ts";
import { scratchOf } from "./scratch.ts";

export interface MergeResult {
  /** The commit at which the two sides parted. */
  readonly ancestor: Oid;
  /** The merged tree; where sides conflict it holds both, with markers. */
  readonly tree: Oid;
  readonly conflicts: readonly string[];
  /** Reads the result; what it read from is gone after `dispose`. */
  readonly objects: ObjectReader;
  readonly dispose: () => void;
}

/** Merges `head` into `base` virtually. Failure "shallow-clone" or "unrelated-histories" when they have no common commit here. */
export async function mergeResult(run: GitRun, base: Oid, head: Oid): Promise<MergeResult> {
  const common = await runGit(run, ["merge-base", base, head], { expect: [0, 1] });
  const ancestor = common.output.toString("latin1").trim();
  if (common.code !== 0) throw noCommonCommit(run);
  // Nothing happened on the base meanwhile: the result is the head itself.
  if (ancestor === base)
    return { ancestor, tree: head, conflicts: [], objects: gitObjects(run), dispose: () => undefined };
  const scratch = scratchOf(run);
  try {
    const args = ["merge-tree", "--write-tree", "-z", "--name-only", "--no-messages", base, head];
    const { output } = await runGit(scratch.run, args, { expect: [0, 1] });
    const [tree = "", ...paths] = output
      .toString("utf8")
      .split("\0")
      .filter((part) => part !== "");
    const conflicts = [...new Set(paths)].sort();
    return { ancestor, tree, conflicts, objects: gitObjects(scratch.run), dispose: scratch.dispose };
  } catch (error) {
    scratch.dispose();
    throw error;
  }
}

function noCommonCommit({ repository }: GitRun): Failure {
  return repository.shallow
    ? new Failure("shallow-clone", "this clone is shallow: it does not reach back to where the two sides parted", {
        hint: "fetch more of it: git fetch --unshallow (in CI, a fetch depth of 0)",
      })
    : new Failure("unrelated-histories", "the two sides have no commit in common", { hint: "is this the right base?" });
}
