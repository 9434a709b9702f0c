// What a push is about to bring where, as git tells its pre-push hook; and whether anything of it is for few eyes.

import { limits } from "../text/limits.ts";
import { commitFiles } from "./commit-files.ts";
import type { ObjectReader, Oid, Ref } from "./git/objects.ts";
import { type GitRun, runGit } from "./git/process.ts";
import { isOid } from "./git/revision.ts";
import { saysPublic } from "./open.ts";

export interface PushedRef {
  /** The name on the other side: refs/heads/main. */
  readonly ref: string;
  readonly oid: Oid;
  /** What the other side has there now; null when nothing. */
  readonly was: Oid | null;
}

/** The lines of a pre-push hook's input; what is deleted brings nothing and is left out. Undefined when they are not such lines. */
export function pushedRefs(input: string): readonly PushedRef[] | undefined {
  const refs: PushedRef[] = [];
  for (const line of input.split("\n").filter((each) => each !== "")) {
    const [, oid = "", ref = "", was = ""] = /^.+ (\S+) (\S+) (\S+)$/.exec(line) ?? [];
    if (!isOid(oid) || !isOid(was) || !ref.startsWith("refs/")) return undefined;
    if (/^0+$/.test(oid)) continue;
    refs.push({ ref, oid, was: /^0+$/.test(was) ? null : was });
  }
  return refs;
}

/**
 * Whether a commit, or any that comes along with it and that no ref has yet, holds a tracker.yaml that does not say it is public.
 * What was taken back later was there all the same, and whoever fetches gets it.
 */
export async function bringsRestrictedAnew(run: GitRun, objects: ObjectReader, commit: Oid): Promise<boolean> {
  return holdsRestricted(run, objects, commit, await objects.refs("refs/"));
}

/** Paths and blobs that come along with commits and that no ref has yet. */
export async function newBlobs(
  run: GitRun,
  commits: readonly Oid[],
): Promise<readonly { readonly path: string; readonly oid: Oid }[]> {
  const { output } = await runGit(run, ["rev-list", "--objects", "--stdin", "--not", "--all"], {
    input: `${commits.join("\n")}\n`,
    cap: 1 << 28,
  });
  return output
    .toString("utf8")
    .split("\n")
    .flatMap((line) => {
      const [oid = "", path = ""] = line.split(/ (.*)/s);
      return isOid(oid) && path !== "" ? [{ path, oid }] : [];
    });
}

/**
 * Whether a commit, or any that comes along with it and is not on that remote yet, holds a tracker.yaml that does not say it is
 * public. What merely has no tracker.yaml says nothing.
 */
export async function bringsRestricted(
  run: GitRun,
  objects: ObjectReader,
  commit: Oid,
  remote: string,
): Promise<boolean> {
  const known = (await objects.refs("refs/remotes/")).filter((each) => each.name.startsWith(`refs/remotes/${remote}/`));
  return holdsRestricted(run, objects, commit, known);
}

async function holdsRestricted(
  run: GitRun,
  objects: ObjectReader,
  commit: Oid,
  known: readonly Ref[],
): Promise<boolean> {
  const args = ["log", "--full-history", "-m", "--raw", "--no-abbrev", "--no-renames", "--no-ext-diff", "--format="];
  const { output } = await runGit(run, [...args, "--stdin", "--", "tracker.yaml"], {
    input: `${[commit, ...known.map((each) => `^${each.oid}`)].join("\n")}\n`,
  });
  // The last state of each of these changes, and the one that is there now.
  const versions = new Set<Oid>();
  for (const line of output.toString("latin1").split("\n")) {
    const after = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) /.exec(line)?.[1];
    if (after !== undefined && !/^0+$/.test(after)) versions.add(after);
  }
  if (await saysRestricted(objects, commit)) return true;
  if (versions.size === 0) return false;
  for await (const batch of objects.blobs([[...versions]], limits.fileBytes))
    if (batch.some(({ bytes }) => !(bytes && saysPublic(bytes)))) return true;
  return false;
}

/** Whether a commit has a tracker.yaml that does not say it is public. */
export async function saysRestricted(objects: ObjectReader, commit: Oid): Promise<boolean> {
  const file = await commitFiles(objects, commit).readPath("tracker.yaml", limits.fileBytes);
  return file !== null && !(file.bytes && saysPublic(file.bytes));
}

/** The lines of a pre-receive hook's input; what is deleted brings nothing and is left out. Undefined when they are not such lines. */
export function receivedRefs(input: string): readonly PushedRef[] | undefined {
  const refs: PushedRef[] = [];
  for (const line of input.split("\n").filter((each) => each !== "")) {
    const [was = "", oid = "", ref = "", ...more] = line.split(" ");
    if (!isOid(was) || !isOid(oid) || !ref.startsWith("refs/") || more.length > 0) return undefined;
    if (!/^0+$/.test(oid)) refs.push({ ref, oid, was: /^0+$/.test(was) ? null : was });
  }
  return refs;
}
