// The commit that a checkout's edits become: made once, by git with the user's hooks and signing, with its whole message.

import { commitFiles } from "../../tracker/commit-files.ts";
import type { Commit, Oid } from "../../tracker/git/objects.ts";
import { entriesOf } from "../../tracker/record-file.ts";
import { changeIdIn, changeIdOf } from "../../tracker/review-host.ts";
import type { TouchedPath } from "../../tracker/touched-files.ts";
import type { TreeFile, TreeFiles } from "../../tracker/tree-files.ts";
import { signingOf, type Writing } from "../write.ts";
import { keptTrailers, messageOf, ownWords, signsOff, withTrailers } from "./message.ts";
import { hostOf, type ProposalWish } from "./push-proposal.ts";

/** Commits these paths, or gives the commit that is there what its host wants of it. Returns the commit that is proposed. */
export async function commitPending(
  writing: Writing,
  wish: ProposalWish,
  base: Oid,
  pending: readonly string[],
): Promise<Oid> {
  const { context, tracker, settings } = writing;
  const { objects } = tracker;
  if (!objects) throw new Error("a proposal without a repository");
  const head = await objects.commit(await objects.resolve("HEAD"));
  const host = await hostOf(writing, base);
  // What Gerrit would refuse for want of a Change-Id gets one, whoever has committed it.
  const lacksId = host.kind === "gerrit" && changeIdIn(head.message) === undefined;
  const isOwn = head.oid !== base;
  if (pending.length === 0 && wish.message === undefined && !(isOwn && lacksId)) return head.oid;
  const amend = isOwn && (wish.amend || pending.length === 0);
  const old = amend ? head : null;
  const from = old ? (old.parents[0] ?? base) : head.oid;
  const text = wish.message ?? (await wordsOf(writing, old, from, pending));
  const signing = signingOf(context, settings);
  const changeId = (old && changeIdIn(old.message)) ?? changeIdOf(head.tree, from, text, signing.now);
  const message = withTrailers(text, [
    ...(host.kind === "gerrit" ? [`Change-Id: ${changeId}`] : []),
    ...(old ? keptTrailers(old.message) : []),
  ]);
  const { commitPaths } = await import("../../tracker/porcelain.ts");
  const signoff = wish.signoff || signsOff(settings);
  return commitPaths(tracker.root, context.terminal.variables, pending, message, { amend, signoff });
}

/** What its author has said of it, else what it means. */
async function wordsOf(
  { tracker }: Writing,
  old: Commit | null,
  from: Oid,
  pending: readonly string[],
): Promise<string> {
  const { objects, files } = tracker;
  if (!objects) throw new Error("a proposal without a repository");
  const own = old && (await ownWords(objects, from, old));
  if (own) return own;
  const committed: string[] = [];
  if (old) for await (const batch of objects.changes(from, old.oid)) committed.push(...batch.map((each) => each.path));
  const before = commitFiles(objects, from);
  return messageOf(before, files, await touchedOnDisk(before, files, [...new Set([...pending, ...committed])]));
}

/** What stood at some paths, and what lies there on disk now. */
async function touchedOnDisk(before: TreeFiles, after: TreeFiles, paths: readonly string[]): Promise<TouchedPath[]> {
  const [was, is] = [await entriesByPath(before, paths), await entriesByPath(after, paths)];
  return paths.map((path) => ({ path, before: was.get(path) ?? null, after: is.get(path) ?? null }));
}

async function entriesByPath(files: TreeFiles, paths: readonly string[]): Promise<Map<string, TreeFile>> {
  const found = new Map<string, TreeFile>();
  for await (const batch of entriesOf(files, paths)) for (const file of batch) found.set(file.path, file);
  return found;
}
