// Git as the user would run it in their own clone: their configuration, identity, hooks and signing apply. The room of simple-git.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type SimpleGit, simpleGit } from "simple-git";
import { Failure } from "../text/failure.ts";

/** The environment git runs in: the user's own, without the variables that would point it at another repository. */
export type Variables = Readonly<Record<string, string | undefined>>;

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

/** Commits exactly these paths of a work tree, whatever else is staged or edited. Returns the new commit's id. */
export async function commitPaths(
  folder: string,
  variables: Variables,
  paths: readonly string[],
  message: string,
  fallback: { readonly name: string; readonly email: string },
): Promise<string> {
  const list = await mkdtemp(join(tmpdir(), "storytree-"));
  const git = gitIn(folder, variables);
  try {
    const pathspec = join(list, "paths");
    const words = join(list, "message");
    await writeFile(pathspec, paths.map((path) => `:(literal,top)${path}\0`).join(""));
    await writeFile(words, message);
    const from = [`--pathspec-from-file=${pathspec}`, "--pathspec-file-nul"];
    const identity = (await configured(folder, variables, "user.email"))
      ? []
      : ["-c", `user.name=${fallback.name}`, "-c", `user.email=${fallback.email}`];
    await asFailure(async () => {
      await git.raw(["add", "--force", ...from]);
      await git.raw([...identity, "commit", "--quiet", `--file=${words}`, ...from]);
    });
    return (await git.raw(["rev-parse", "HEAD"])).trim();
  } finally {
    await rm(list, { recursive: true, force: true });
  }
}

function gitIn(folder: string, variables: Variables): SimpleGit {
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
  return simpleGit({ baseDir: folder, trimmed: true, allowEnvironment: Object.keys(env), unsafe }).env({
    ...env,
    LC_ALL: "C",
  });
}

// Who commits and when, and how a server is reached, is the user's to say; which repository is meant is not.
const passed = new Set([
  ...["GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_AUTHOR_DATE", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"],
  ...["GIT_COMMITTER_DATE", "GIT_CONFIG_NOSYSTEM", "GIT_SSH", "GIT_SSH_COMMAND", "GIT_ASKPASS", "GIT_TERMINAL_PROMPT"],
]);

async function asFailure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const line = said.split("\n").find((each) => each.trim() !== "") ?? "no reason given";
    throw new Failure("git-failed", `git said: ${line.trim()}`, { cause: error });
  }
}
