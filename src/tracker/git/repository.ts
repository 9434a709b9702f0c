// Where a repository is: found by reading files, without starting git.

import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { Failure } from "../../text/failure.ts";

export interface Repository {
  readonly gitDir: string;
  /** Where objects and refs are: the same, except in a linked work tree. */
  readonly commonDir: string;
  /** The folder of the files, or null in a bare repository. */
  readonly workTree: string | null;
  readonly objectFormat: "sha1" | "sha256";
  /** History is cut off: what lies before is not known here. */
  readonly shallow: boolean;
  /** Only some of the files are checked out. */
  readonly sparse: boolean;
  /** Objects that are not here are fetched when they are needed: `git clone --filter`. */
  readonly partial: boolean;
  /** Several users write to it, so that git gives its files other modes than the user's own. */
  readonly shared: boolean;
}

/** The repository that a folder lies in, or null. */
export function findRepository(folder: string): Repository | null {
  let at: string;
  try {
    at = realpathSync(resolve(folder));
  } catch {
    throw new Failure("no-such-folder", `there is no folder "${folder}"`, { hint: "check the path given with -C" });
  }
  if (!statSync(at).isDirectory()) throw new Failure("no-such-folder", `"${folder}" is not a folder`);
  for (;;) {
    const found = repositoryAt(at);
    if (found) return found;
    const parent = dirname(at);
    if (parent === at) return null;
    at = parent;
  }
}

/** The repository whose work tree or git directory this very folder is, or null. */
export function repositoryAt(folder: string): Repository | null {
  const dotGit = join(folder, ".git");
  const kind = kindOf(dotGit);
  if (kind === "folder" && looksLikeGitDir(dotGit)) return describe(dotGit, folder);
  if (kind === "file") {
    const target = /^gitdir: (.+?)\s*$/.exec(readFileSync(dotGit, "utf8"))?.[1];
    const gitDir = target && (isAbsolute(target) ? target : resolve(folder, target));
    if (gitDir && looksLikeGitDir(gitDir)) return describe(gitDir, folder);
  }
  return looksLikeGitDir(folder) ? describe(folder, null) : null;
}

function describe(gitDir: string, workTree: string | null): Repository {
  const common = readOr(join(gitDir, "commondir"), "").trim();
  const commonDir = common === "" ? gitDir : resolve(gitDir, common);
  const config = readOr(join(commonDir, "config"), "");
  const bareWorkTree = gitDir.endsWith("/.git") && workTree === null ? dirname(gitDir) : workTree;
  return {
    gitDir,
    commonDir,
    workTree: /^\s*bare\s*=\s*true/im.test(config) && commonDir === gitDir ? null : bareWorkTree,
    objectFormat: /^\s*objectformat\s*=\s*sha256/im.test(config) ? "sha256" : "sha1",
    shallow: kindOf(join(commonDir, "shallow")) === "file",
    sparse: /^\s*sparsecheckout\s*=\s*true/im.test(`${config}\n${readOr(join(gitDir, "config.worktree"), "")}`),
    shared: /^\s*sharedrepository\s*=/im.test(config),
    partial: /^\s*(?:promisor\s*=\s*true|partialclone\s*=)/im.test(config),
  };
}

function looksLikeGitDir(folder: string): boolean {
  if (kindOf(join(folder, "HEAD")) === null) return false;
  const isFull = kindOf(join(folder, "objects")) === "folder" && kindOf(join(folder, "refs")) === "folder";
  return isFull || kindOf(join(folder, "commondir")) === "file";
}

function kindOf(path: string): "file" | "folder" | null {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch {
    return null;
  }
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return otherwise;
  }
}
