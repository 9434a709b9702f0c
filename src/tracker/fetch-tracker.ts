// Following where a clone came from: the branch that is read, and the open proposals of the review host.

import { configured, gitAsUser, type Variables } from "./porcelain.ts";

/** Where hosts keep what is proposed, for clones that are not told to fetch it. */
const proposals = [
  "+refs/changes/*:refs/changes/*",
  "+refs/pull/*:refs/pull/*",
  "+refs/merge-requests/*:refs/merge-requests/*",
];

/** Fetches from `origin`; where a work tree follows a branch of it and nothing stands in the way, it goes along. Failure "git-failed". */
export async function fetchTracker(folder: string, variables: Variables): Promise<void> {
  const mapped = await configured(folder, variables, "remote.origin.fetch");
  // A bare clone is not told by git which branches it follows: its own are those of the origin.
  const branches = mapped === undefined ? ["+refs/heads/*:refs/heads/*"] : [];
  const own = mapped?.startsWith("+refs/*:")
    ? []
    : [...branches, ...(mapped === undefined ? [] : [mapped]), ...proposals];
  await gitAsUser(folder, variables, [
    "fetch",
    "--quiet",
    "--prune",
    "--no-tags",
    "--end-of-options",
    "origin",
    ...own,
  ]);
  const isBare = (await gitAsUser(folder, variables, ["rev-parse", "--is-bare-repository"])).trim() === "true";
  if (isBare || mapped === undefined) return;
  const upstream = await gitAsUser(folder, variables, ["rev-parse", "--verify", "--quiet", "@{upstream}"]).catch(
    () => "",
  );
  if (upstream === "") return;
  // What is being edited here, or has been committed here, stays; the site goes on showing it.
  await gitAsUser(folder, variables, ["merge", "--quiet", "--ff-only", "@{upstream}"]).catch(() => undefined);
}
