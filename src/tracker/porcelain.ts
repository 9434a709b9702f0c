// Git as the user would run it in their own clone: their configuration, identity, hooks and signing apply. The room of simple-git.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type SimpleGit, simpleGit } from "simple-git";
import { Failure } from "../text/failure.ts";
import type { Person } from "./commit-change.ts";
import { gitMissing } from "./git/program.ts";
import { shownUrl } from "./remote-url.ts";

/** The environment git runs in: the user's own, without the variables that would point it at another repository. */
export type Variables = Readonly<Record<string, string | undefined>>;

export interface AskOptions {
  /** Told what git writes to its standard error, as it comes: progress. */
  readonly said?: (text: string) => void;
  /** Ends git when it fires. */
  readonly stop?: AbortSignal;
}

/** Runs git with these arguments and returns what it printed. Failure "git-failed" with its first line. */
export function gitAsUser(
  folder: string,
  variables: Variables,
  args: readonly string[],
  { said, stop }: AskOptions = {},
): Promise<string> {
  const git = gitIn(folder, variables, stop);
  if (said) git.outputHandler((_command, _out, err) => err.on("data", (part: Buffer) => said(part.toString("utf8"))));
  return asFailure(() => git.raw([...args]));
}

/** Makes a repository in a folder, on branch `main`; one that is there already is left as it is. */
export async function initRepository(folder: string, variables: Variables): Promise<void> {
  await asFailure(() => gitIn(folder, variables).raw(["init", "--quiet", "--initial-branch=main"]));
}

/** A value of git's configuration as the user sees it in this folder, or undefined. */
export async function configured(folder: string, variables: Variables, key: string): Promise<string | undefined> {
  try {
    const value = await gitIn(folder, variables).raw(["config", "--get", key]);
    return value.trim() || undefined;
  } catch {
    return undefined;
  }
}

export interface CommitOptions {
  /** Who commits when git has not been told; without it git's own refusal is the answer. */
  readonly fallback?: Person;
  readonly amend?: boolean;
  readonly signoff?: boolean;
}

/** Commits exactly these paths of a work tree, whatever else is staged or edited. Returns the new commit's id. */
export async function commitPaths(
  folder: string,
  variables: Variables,
  paths: readonly string[],
  message: string,
  { fallback, amend, signoff }: CommitOptions = {},
): Promise<string> {
  const list = await mkdtemp(join(tmpdir(), "storytree-"));
  const git = gitIn(folder, variables);
  try {
    const pathspec = join(list, "paths");
    const words = join(list, "message");
    await writeFile(pathspec, paths.map((path) => `:(literal,top)${path}\0`).join(""));
    await writeFile(words, message);
    const from = [`--pathspec-from-file=${pathspec}`, "--pathspec-file-nul"];
    const identity =
      fallback && !(await configured(folder, variables, "user.email"))
        ? ["-c", `user.name=${fallback.name}`, "-c", `user.email=${fallback.email}`]
        : [];
    const how = ["--quiet", "--cleanup=whitespace", ...(amend ? ["--amend"] : []), ...(signoff ? ["--signoff"] : [])];
    await asFailure(async () => {
      if (paths.length > 0) await git.raw(["add", "--force", ...from]);
      const only = paths.length > 0 ? from : ["--only"];
      await git.raw([...identity, "commit", ...how, `--file=${words}`, ...only]);
    });
    return (await git.raw(["rev-parse", "HEAD"])).trim();
  } finally {
    await rm(list, { recursive: true, force: true });
  }
}

/** The same commit, signed as the user's git is configured. Returns its id. */
export async function signedCommit(
  folder: string,
  variables: Variables,
  commit: { readonly tree: string; readonly parents: readonly string[]; readonly message: string },
  signing: {
    readonly author: Person;
    readonly authored: number;
    readonly committer: Person;
    readonly committed: number;
  },
): Promise<string> {
  const list = await mkdtemp(join(tmpdir(), "storytree-"));
  try {
    const words = join(list, "message");
    await writeFile(words, commit.message);
    const { author, authored, committer, committed } = signing;
    const git = gitIn(folder, {
      ...variables,
      GIT_AUTHOR_NAME: author.name,
      GIT_AUTHOR_EMAIL: author.email,
      GIT_AUTHOR_DATE: `${authored} +0000`,
      GIT_COMMITTER_NAME: committer.name,
      GIT_COMMITTER_EMAIL: committer.email,
      GIT_COMMITTER_DATE: `${committed} +0000`,
    });
    const parents = commit.parents.flatMap((parent) => ["-p", parent]);
    return (await asFailure(() => git.raw(["commit-tree", "-S", ...parents, "-F", words, commit.tree]))).trim();
  } finally {
    await rm(list, { recursive: true, force: true });
  }
}

/** Makes a branch here, or begins one that is over anew, and goes to it; what is edited comes along. */
export async function switchToNew(
  folder: string,
  variables: Variables,
  branch: string,
  { start, anew }: { readonly start: string | undefined; readonly anew: boolean },
): Promise<void> {
  const from = start === undefined ? [] : [start];
  const how = ["switch", "--quiet", "--no-track", anew ? "-C" : "-c", branch];
  await asFailure(() => gitIn(folder, variables).raw([...how, ...from]));
}

/** Gives the branch one is on another name. */
export async function renameBranch(folder: string, variables: Variables, branch: string): Promise<void> {
  await asFailure(() => gitIn(folder, variables).raw(["branch", "--move", branch]));
}

/** Sets a value in the repository's own configuration. */
export async function configure(folder: string, variables: Variables, key: string, value: string): Promise<void> {
  await asFailure(() => gitIn(folder, variables).raw(["config", "--local", key, value]));
}

/** The commit that a ref of a remote is at now, or null. Failure "push-refused" when it cannot be asked. */
export async function remoteCommit(
  folder: string,
  variables: Variables,
  remote: string,
  ref: string,
): Promise<string | null> {
  try {
    const answer = await gitIn(folder, variables).raw(["ls-remote", "--quiet", remote, ref]);
    return /^([0-9a-f]+)\t/.exec(answer)?.[1] ?? null;
  } catch (cause) {
    throw refusedPush(cause, "");
  }
}

/** Pushes; what the other side said comes back. Failure "push-refused" with what it said. */
export async function push(folder: string, variables: Variables, args: readonly string[]): Promise<string> {
  let said = "";
  const git = gitIn(folder, variables).outputHandler((_command, _out, err) => {
    err.on("data", (part: Buffer) => {
      if (said.length < 64 * 1024) said += part.toString("utf8");
    });
  });
  try {
    await git.raw(["push", "--porcelain", ...args]);
    return said;
  } catch (cause) {
    throw refusedPush(cause, said);
  }
}

function refusedPush(cause: unknown, said: string): Failure {
  const text = `${said}\n${cause instanceof Error ? cause.message : ""}`;
  return new Failure("push-refused", "the push was refused", { cause, data: { said: text } });
}

const quietly = ["--quiet", "--no-tags", "--no-write-fetch-head", "--recurse-submodules=no"];

/** Fetches objects by their ids from where a partial clone gets them. */
export async function fetchObjects(
  folder: string,
  variables: Variables,
  remote: string,
  oids: readonly string[],
): Promise<void> {
  const how = ["-c", "fetch.negotiationAlgorithm=noop", "fetch", ...quietly, "--filter=blob:none", remote];
  // No more than fits on a command line.
  for (let at = 0; at < oids.length; at += 2_000)
    await gitAsUser(folder, variables, [...how, ...oids.slice(at, at + 2_000)]);
}

/** Fetches everything that a remote's HEAD reaches, which for very many objects is far quicker than asking for each. */
export async function fetchEverything(folder: string, variables: Variables, remote: string): Promise<void> {
  await gitAsUser(folder, variables, ["fetch", ...quietly, "--refetch", "--no-filter", remote, "HEAD"]);
}

function gitIn(folder: string, variables: Variables, abort?: AbortSignal): SimpleGit {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined || (name.startsWith("GIT_") && !passed.has(name))) continue;
    env[name] = value;
  }
  // The guard is against environments that strangers fill; this one is the user's own.
  const unsafe = {
    allowUnsafeAskPass: true,
    allowUnsafeConfigPaths: true,
    allowUnsafeEditor: true,
    allowUnsafePager: true,
    allowUnsafeSshCommand: true,
  };
  const how = { baseDir: folder, trimmed: true, allowEnvironment: Object.keys(env), unsafe };
  return simpleGit(abort ? { ...how, abort } : how).env({
    ...env,
    LC_ALL: "C",
  });
}

// Who commits and when, and how a server is reached, is the user's to say; which repository is meant is not.
const passed = new Set([
  ...["GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_AUTHOR_DATE", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"],
  ...[
    "GIT_COMMITTER_DATE",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_SYSTEM",
    "GIT_SSH",
    "GIT_SSH_COMMAND",
    "GIT_ASKPASS",
    "GIT_TERMINAL_PROMPT",
  ],
]);

async function asFailure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    if (/\bspawn git\b.*\bENOENT\b/.test(said)) throw gitMissing(error);
    const lines = said.split(/[\r\n]/).filter((each) => each.trim() !== "");
    // Before what went wrong stands what was being done.
    const line = lines.find((each) => /^(?:fatal|error):/.test(each)) ?? lines[0] ?? "no reason given";
    throw new Failure("git-failed", `git said: ${shownUrl(line.trim())}`, { cause: error });
  }
}
