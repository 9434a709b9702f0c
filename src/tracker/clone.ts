// A clone fit for the tracker's size: all files on disk when there are few, else no checkout, and texts fetched when they are asked for.

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Failure } from "../text/failure.ts";
import { limits } from "../text/limits.ts";
import { quote } from "../text/quote.ts";
import { gitObjects } from "./git/git-objects.ts";
import type { ObjectReader, Oid } from "./git/objects.ts";
import type { GitProgram } from "./git/process.ts";
import { repositoryAt } from "./git/repository.ts";
import { sweepLeftovers } from "./leftovers.ts";
import { gitAsUser, type Variables } from "./porcelain.ts";
import { checkRemoteUrl, shownUrl } from "./remote-url.ts";

export interface CloneWish {
  readonly url: string;
  /** Where it is to lie; nothing may be there yet, or an empty folder. */
  readonly folder: string;
  /** Whether files may be written to disk at all. */
  readonly checkout: boolean;
  readonly variables: Variables;
  readonly git: GitProgram;
  /** Told git's progress, a line at a time. */
  readonly progress?: (line: string) => void;
  readonly stop?: AbortSignal;
}

export interface Cloned {
  readonly folder: string;
  /** How many files the tracker has; of a large one, more than this. */
  readonly files: number;
  readonly isLarge: boolean;
  readonly isCheckedOut: boolean;
}

/** Clones a tracker. It is made beside its place and renamed when it is complete: nobody ever finds half a clone. */
export async function cloneTracker(wish: CloneWish): Promise<Cloned> {
  const { folder } = wish;
  const url = checkRemoteUrl(wish.url);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Failure("folder-taken", `there is something in ${quote(folder)} already`, {
      hint: "name another folder",
    });
  }
  const parent = dirname(folder);
  mkdirSync(parent, { recursive: true });
  sweepLeftovers(parent, /^\.storytree-clone-(\d+)-/);
  const partial = join(parent, `.storytree-clone-${process.pid}-${basename(folder)}`);
  try {
    const found = await fill(partial, { ...wish, url });
    renameSync(partial, folder);
    return { folder, ...found };
  } catch (error) {
    if (wish.stop?.aborted) throw new Failure("interrupted", "the clone was interrupted; nothing is left of it");
    throw error;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

async function fill(partial: string, wish: CloneWish & { readonly url: string }): Promise<Omit<Cloned, "folder">> {
  const { url, variables, git } = wish;
  // Texts are most of a tracker: without them even a large one is here in seconds, and then its size is known.
  const ignored = await clone(partial, wish, ["--no-checkout", "--filter=blob:none"]);
  const repository = repositoryAt(partial);
  if (!repository) throw new Error("git made a clone that is none");
  const objects = gitObjects({ git, repository });
  const head = await objects.resolve("HEAD").catch(() => null);
  if (head === null || !(await hasFile(objects, head, "tracker.yaml"))) {
    throw new Failure("not-a-tracker", `there is no tracker in ${quote(shownUrl(url))}`, {
      hint: 'a tracker has a file tracker.yaml on the branch that HEAD names; "storytree init" makes one',
    });
  }
  const files = await countFiles(objects, head, limits.checkoutFiles + 1);
  const isLarge = files > limits.checkoutFiles;
  if (isLarge || !wish.checkout) {
    if (!isLarge && !ignored) await again(partial, wish, ["--no-checkout"]);
    return { files, isLarge, isCheckedOut: false };
  }
  if (ignored) await gitAsUser(partial, variables, ["reset", "--quiet", "--hard"]);
  else await again(partial, wish, []);
  return { files, isLarge, isCheckedOut: true };
}

/** A small tracker is had whole, so that all of it can be read where there is no network. */
async function again(partial: string, wish: CloneWish, how: readonly string[]): Promise<void> {
  rmSync(partial, { recursive: true, force: true });
  await clone(partial, wish, how);
}

/** True when the server knows nothing of filters, and has sent everything. */
async function clone(
  partial: string,
  { url, variables, progress, stop }: CloneWish,
  how: readonly string[],
): Promise<boolean> {
  let ignored = false;
  const said = (text: string) => {
    if (/filtering not recognized/.test(text)) ignored = true;
    const line = text.split(/[\r\n]/).findLast((each) => each.trim() !== "");
    if (line) progress?.(line.replace(/^remote: /, "").trim());
  };
  const args = ["clone", "--origin=origin", "--no-recurse-submodules", "--progress", ...how, "--", url, partial];
  await gitAsUser(dirname(partial), variables, args, { said, ...(stop ? { stop } : {}) });
  if (!ignored) return false;
  // What was sent is all there is, so nothing is promised.
  for (const key of ["promisor", "partialclonefilter"])
    await gitAsUser(partial, variables, ["config", "--local", "--unset-all", `remote.origin.${key}`]);
  return true;
}

async function hasFile(objects: ObjectReader, commit: Oid, path: string): Promise<boolean> {
  for await (const batch of objects.tree(commit, path)) if (batch.some((entry) => entry.path === path)) return true;
  return false;
}

async function countFiles(objects: ObjectReader, commit: Oid, most: number): Promise<number> {
  let count = 0;
  for await (const batch of objects.tree(commit)) {
    count += batch.length;
    if (count >= most) break;
  }
  return Math.min(count, most);
}
