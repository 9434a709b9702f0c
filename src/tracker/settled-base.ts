// The base of a clone without a checkout as the repository's files say it: most commands ask git for nothing else, which takes longer
// to start than they do to answer.

import { readFileSync, statSync } from "node:fs";
import type { Oid } from "./git/objects.ts";
import { filesOf } from "./git/plain/config-files.ts";
import { keepsRefsInFiles, refFiles } from "./git/plain/ref-files.ts";
import type { GitRun } from "./git/process.ts";
import { proposalPrefix } from "./proposals.ts";

/**
 * The commit that origin/HEAD, else HEAD, stands for. Null where there is more to it, and git has to be asked: a repository of somebody
 * else, which git may refuse, a base of another name, refs in tables, proposals that are to be laid over it, or no commit yet.
 */
export function settledBase(run: GitRun, withProposals: boolean): Oid | null {
  const { repository } = run;
  if (!isOwn(repository.gitDir) || !keepsRefsInFiles(repository) || !filesOf(run).every(namesNoBase)) return null;
  const refs = refFiles(repository);
  if (withProposals && refs.list(proposalPrefix).length > 0) return null;
  return refs.read("refs/remotes/origin/HEAD") ?? refs.read("HEAD");
}

function isOwn(folder: string): boolean {
  return process.geteuid === undefined || statSync(folder).uid === process.geteuid();
}

/**
 * Whether a file of git's configuration certainly names no base, here or in a file that it leads to. Told from its text: how git
 * reads what it includes, or files that it finds broken, only git knows.
 */
function namesNoBase(path: string): boolean {
  try {
    return !/\bbase\b|include|worktreeconfig/i.test(readFileSync(path, "utf8"));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT";
  }
}
