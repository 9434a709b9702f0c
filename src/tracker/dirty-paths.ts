// Which paths of a working tree differ from its commit, and which git does not know yet.

import { type GitRun, gitText, withoutFilters } from "./git/process.ts";

/** Runs no filter of the repository's configuration: a path may be named whose content turns out to be the same. */
export async function dirtyPaths(run: GitRun): Promise<readonly string[]> {
  const options = { inWorkTree: true, config: await withoutFilters(run) };
  const [changed, untracked] = await Promise.all([
    gitText(
      run,
      ["diff-index", "--name-only", "-z", "--no-ext-diff", "--no-textconv", "--no-renames", "HEAD"],
      options,
    ),
    gitText(run, ["ls-files", "--others", "--exclude-standard", "-z"], options),
  ]);
  return [...new Set(`${changed}\0${untracked}`.split("\0").filter((path) => path !== ""))];
}
