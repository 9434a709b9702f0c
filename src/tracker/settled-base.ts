// The base of a clone without a checkout as the repository's files say it: most commands ask git for nothing else, which takes longer
// to start than they do to answer.

import type { Oid } from "./git/objects.ts";
import { configFiles } from "./git/plain/config-files.ts";
import { keepsRefsInFiles, refFiles } from "./git/plain/ref-files.ts";
import type { GitRun } from "./git/process.ts";
import { proposalPrefix } from "./proposals.ts";

/**
 * The commit that origin/HEAD, else HEAD, stands for. Null where there is more to it, and git has to be asked: a base of another
 * name, refs in tables, proposals that are to be laid over it, or no commit yet.
 */
export function settledBase(run: GitRun, withProposals: boolean): Oid | null {
  const { repository } = run;
  if (!keepsRefsInFiles(repository)) return null;
  const settings = configFiles(run);
  // Of what a condition includes only git can tell whether it holds, unless it is about the repository's place.
  const isUnsure = [...settings.keys()].some((key) => /^includeif\.(?!gitdir)/.test(key));
  if (isUnsure || settings.has("storytree.base")) return null;
  const refs = refFiles(repository);
  if (withProposals && refs.list(proposalPrefix).length > 0) return null;
  return refs.read("refs/remotes/origin/HEAD") ?? refs.read("HEAD");
}
