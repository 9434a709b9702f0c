// What is edited in a checkout, as a commit on a proposal branch, made by git as its user has set it up.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { placeOf } from "../../model/place.ts";
import { Failure } from "../../text/failure.ts";
import { applyToWorktree } from "../../tracker/change.ts";
import { commitFiles } from "../../tracker/commit-files.ts";
import { dirtyPaths } from "../../tracker/dirty-paths.ts";
import type { Oid } from "../../tracker/git/objects.ts";
import { gitText } from "../../tracker/git/process.ts";
import { baseOf } from "../../tracker/open.ts";
import { entriesOf } from "../../tracker/record-file.ts";
import { branchOf } from "../../tracker/review-host.ts";
import { topicFor } from "../../tracker/workspace.ts";
import type { ExitCode } from "../command.ts";
import type { Writing } from "../write.ts";
import { commitPending } from "./commit-pending.ts";
import type { Prepared, ProposalWish } from "./push-proposal.ts";
import { asItWasPushed, isInBase, pushedKey, pushedOf } from "./pushed.ts";
import { redrawn } from "./redrawn.ts";

const branchPrefix = "proposal/";

export async function prepareCheckout(writing: Writing, wish: ProposalWish): Promise<Prepared | ExitCode> {
  const { context, tracker, settings } = writing;
  const { run, objects, head } = tracker;
  if (!run || !objects || head === null)
    throw new Failure("not-a-repository", "a proposal needs a repository with a commit", { hint: "run it in a clone" });
  const base = (await baseOf(run, objects, settings)) ?? head;
  const branch = await gitText(run, ["symbolic-ref", "--quiet", "--short", "HEAD"], { expect: [0, 1] });
  const current = branch.startsWith(branchPrefix) ? branch.slice(branchPrefix.length) : null;
  const pending = await pendingPaths(writing);
  const given = wish.topic ?? settings.get("storytree.topic") ?? current;
  // With nothing to begin it with, it is a new name for what nobody has seen yet.
  // A new topic that begins on another's branch takes only what is not committed there.
  const isRenamed = current !== null && given !== current && pending.length === 0 && !settings.has(pushedKey(current));
  const takesCommits = current === null || given === current || isRenamed;
  const ahead = takesCommits ? await committedPaths(writing, base, head) : [];
  if (pending.length === 0 && ahead.length === 0)
    throw new Failure("nothing-pending", "there is nothing to propose", { hint: "change something first" });
  const topic = given ?? topicOf(writing, [...pending, ...ahead]);
  const pushed = await pushedOf(writing, base, topic);
  const open = pushed && !pushed.isOver ? pushed.commit : null;
  if (wish.amend && current !== topic) {
    throw new Failure("no-proposal", `--amend updates the proposal you are on, and this is ${branch || "no branch"}`, {
      hint: `git switch ${branchPrefix}${topic}`,
    });
  }
  if (open !== null && !wish.amend) {
    throw new Failure("proposed-already", `proposal/${topic} was pushed already`, {
      hint:
        current === topic
          ? "update it with --amend, or begin another one with --topic NAME"
          : `git switch ${branchPrefix}${topic}, then update it with --amend; or begin another one with --topic NAME`,
    });
  }
  if (writing.dryRun) {
    for (const path of pending) context.terminal.out(`${path}\n`);
    return 0;
  }
  if (isRenamed)
    await (await import("../../tracker/porcelain.ts")).renameBranch(
      tracker.root,
      context.terminal.variables,
      `${branchPrefix}${topic}`,
    );
  else await goTo(writing, { topic, current, base, isOver: pushed?.isOver === true && head === pushed.commit });
  const moved = await redrawInPlace(writing, base, new Set([...pending, ...ahead]));
  const commit = await commitPending(writing, wish, base, moved.length > 0 ? await pendingPaths(writing) : pending);
  if (commit === open) throw asItWasPushed(topic);
  const { message } = await objects.commit(commit);
  return { topic, base, commit, message, replaces: open, over: pushed?.isOver ? pushed.commit : null };
}

/** To the topic's branch, which begins at the base unless it takes along what was committed elsewhere than on a proposal. */
async function goTo(
  { context, tracker }: Writing,
  to: { readonly topic: string; readonly current: string | null; readonly base: Oid; readonly isOver: boolean },
): Promise<void> {
  const { objects, root } = tracker;
  const { topic, current, base, isOver } = to;
  if (!objects || (current === topic && !isOver)) return;
  const [there] = (await objects.refs(branchOf(topic))).filter((ref) => ref.name === branchOf(topic));
  if (there && current !== topic && !(await isInBase(tracker, base, there.oid))) {
    throw new Failure("topic-in-use", `proposal/${topic} holds other changes, which the base does not have`, {
      hint: `go on with them: git switch ${branchPrefix}${topic}; or choose another topic: --topic NAME`,
    });
  }
  const { switchToNew } = await import("../../tracker/porcelain.ts");
  const start = current === null ? undefined : base;
  await switchToNew(root, context.terminal.variables, `${branchPrefix}${topic}`, { start, anew: there !== undefined });
}

/** Records and attachments that are edited, new or gone, and not committed. */
async function pendingPaths({ tracker }: Writing): Promise<string[]> {
  const { run, objects } = tracker;
  if (!run || !objects) return [];
  const paths = await dirtyPaths(run, objects);
  return paths.filter((path) => !["misplaced", "support"].includes(placeOf(path).kind)).sort();
}

/** The paths that commits here change which the base does not have. */
async function committedPaths({ tracker }: Writing, base: string, head: string): Promise<string[]> {
  const paths = new Set<string>();
  if (!tracker.objects || base === head) return [];
  for await (const batch of tracker.objects.history(head, base))
    for (const { changes } of batch) for (const { path } of changes) paths.add(path);
  return [...paths];
}

function topicOf({ tracker }: Writing, paths: readonly string[]): string {
  const stories = paths.flatMap((path) => {
    const place = placeOf(path);
    return place.kind === "story" ? [place.id] : "story" in place ? [place.story] : [];
  });
  return topicFor(tracker, stories, undefined);
}

/** Gives the proposal's own new records other numbers where the base took theirs; returns the paths that changed. */
async function redrawInPlace(writing: Writing, base: string, touched: ReadonlySet<string>): Promise<readonly string[]> {
  const { tracker } = writing;
  const { run, objects } = tracker;
  if (!run || !objects) return [];
  const fork = (await gitText(run, ["merge-base", base, await objects.resolve("HEAD")], { expect: [0, 1] })) || base;
  const there = new Set<string>();
  const paths = [...touched];
  for await (const batch of entriesOf(commitFiles(objects, fork), paths)) for (const { path } of batch) there.add(path);
  const files = new Map<string, string | Uint8Array>();
  for (const path of paths) {
    const bytes = await readFile(join(tracker.root, path)).catch(() => null);
    if (bytes) files.set(path, path.endsWith(".md") ? bytes.toString("utf8") : bytes);
  }
  const baseFiles = commitFiles(objects, base);
  const changes = await redrawn(writing, { base: baseFiles, files, isNew: (path) => !there.has(path) });
  return changes.length === 0 ? [] : applyToWorktree(tracker.root, { files: changes, message: "" });
}
