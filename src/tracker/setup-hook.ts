// The pre-push hook of a clone: put in its place, kept up to date, taken away; one of the user's own is never touched.

import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { repositoryAt } from "./git/repository.ts";
import { gitAsUser, type Variables } from "./porcelain.ts";

const mark = "# Installed by storytree setup, and taken away by storytree setup --remove.";

/** Where git config's storytree.program names none, the PATH has it; without the program nothing is pushed. */
const call = '"$(git config storytree.program || echo storytree)" hook pre-push "$@"';
const script = `#!/bin/sh\n${mark}\nexec ${call}\n`;

/** What a user's own hook is to be given, before it reads its input. */
export const hookLine = `${call} || exit`;

/**
 * installed: it was put there now · there: it was there already, or the user's own hook runs it · own: the user has one that does
 * not · edited: ours was changed by somebody · elsewhere: git looks for hooks in a folder that is not this clone's alone.
 */
export type HookState = "installed" | "there" | "own" | "edited" | "elsewhere";

export interface KnownHook {
  /** Relative to the git directory, where it lies in it. */
  readonly path: string;
  /** SHA-256 of what was written. */
  readonly hash: string;
}

export async function installHook(
  folder: string,
  variables: Variables,
  known: KnownHook | undefined,
): Promise<{ readonly state: HookState; readonly now?: KnownHook }> {
  const place = await hookPlace(folder, variables);
  const text = readOr(place);
  const now = { path: withinGitDir(folder, place), hash: hashOf(script) };
  const isOurs = text === script || (text !== null && hashOf(text) === known?.hash);
  if (text !== null && !isOurs) {
    if (text.includes(mark)) return { state: "edited", ...(known ? { now: known } : {}) };
    return { state: /^[^#\n]*\bhook pre-push\b/m.test(text) ? "there" : "own" };
  }
  if (!(await isOwnFolder(folder, variables, place))) return { state: "elsewhere" };
  if (text === script) return { state: "there", now };
  mkdirSync(dirname(place), { recursive: true });
  if (text !== null) rmSync(place);
  // Only where nothing is: a link that leads nowhere would be written through.
  writeFileSync(place, script, { flag: "wx" });
  chmodSync(place, 0o755);
  return { state: "installed", now };
}

/** Removes the hook when it is still what was written. */
export function removeHook(folder: string, { path, hash }: KnownHook): "removed" | "none" | HookState {
  const place = isAbsolute(path) ? path : join(gitDirOf(folder), path);
  const text = readOr(place);
  if (text === null) return "none";
  if (hashOf(text) !== hash) return text.includes(mark) ? "edited" : "own";
  rmSync(place);
  return "removed";
}

/** Where git looks for it, core.hooksPath respected. */
async function hookPlace(folder: string, variables: Variables): Promise<string> {
  const path = (await gitAsUser(folder, variables, ["rev-parse", "--git-path", "hooks/pre-push"])).trim();
  return resolve(folder, path);
}

/** False for hooks that many repositories share, and for those that are files of the tracker's own tree. */
async function isOwnFolder(folder: string, variables: Variables, place: string): Promise<boolean> {
  const gitDir = gitDirOf(folder);
  if (place.startsWith(`${gitDir}/`)) return true;
  const asked = ["config", "--show-scope", "--get", "core.hooksPath"];
  const scope = await gitAsUser(folder, variables, asked).catch(() => "");
  const workTree = repositoryAt(folder)?.workTree;
  return /^(?:local|worktree)\t/.test(scope) && !(workTree && place.startsWith(`${workTree}/`));
}

function withinGitDir(folder: string, place: string): string {
  const gitDir = gitDirOf(folder);
  return place.startsWith(`${gitDir}/`) ? place.slice(gitDir.length + 1) : place;
}

function gitDirOf(folder: string): string {
  return repositoryAt(folder)?.commonDir ?? folder;
}

function readOr(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
