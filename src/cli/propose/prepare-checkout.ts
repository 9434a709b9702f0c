// What is edited in a checkout, as a commit on a proposal branch, made by git as its user has set it up.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { placeOf } from "../../model/place.ts";
import { Failure } from "../../text/failure.ts";
import { applyToWorktree } from "../../tracker/change.ts";
import { commitFiles } from "../../tracker/commit-files.ts";
import { dirtyPaths } from "../../tracker/dirty-paths.ts";
import { gitText } from "../../tracker/git/process.ts";
import { isTrue } from "../../tracker/git/settings.ts";
import { baseOf } from "../../tracker/open.ts";
import { changeIdIn, changeIdOf } from "../../tracker/review-host.ts";
import { topicFor } from "../../tracker/workspace.ts";
import type { ExitCode } from "../command.ts";
import { signingOf, type Writing } from "../write.ts";
import { messageBetween, withTrailers } from "./message.ts";
import { hostOf, type Prepared, type ProposalWish, pushedKey } from "./push-proposal.ts";
import { redrawn } from "./redrawn.ts";

const branchPrefix = "proposal/";

export async function prepareCheckout(writing: Writing, wish: ProposalWish): Promise<Prepared | ExitCode> {
  const { context, tracker, settings } = writing;
  const { run, objects, head } = tracker;
  if (!run || !objects || head === null)
    throw new Failure("not-a-repository", "a proposal needs a repository with a commit", { hint: "run it in a clone" });
  const porcelain = await import("../../tracker/porcelain.ts");
  const { variables } = context.terminal;
  const base = (await baseOf(run, objects, settings)) ?? head;
  const branch = await gitText(run, ["symbolic-ref", "--quiet", "--short", "HEAD"], { expect: [0, 1] });
  const current = branch.startsWith(branchPrefix) ? branch.slice(branchPrefix.length) : null;
  let pending = await pendingPaths(writing);
  const given = wish.topic ?? settings.get("storytree.topic") ?? current;
  // A new topic that begins on another's branch takes only what is not committed there.
  const takesCommits = current === null || given === current;
  const ahead = takesCommits ? await committedPaths(writing, base, head) : [];
  if (pending.length === 0 && ahead.length === 0)
    throw new Failure("nothing-pending", "there is nothing to propose", { hint: "change something first" });
  const topic = given ?? topicOf(writing, [...pending, ...ahead]);
  topicFor(tracker, [], topic);
  const pushed = settings.get(pushedKey(topic)) ?? null;
  if (wish.amend && current !== topic) {
    throw new Failure("no-proposal", `--amend updates the proposal you are on, and this is ${branch || "no branch"}`, {
      hint: `git switch ${branchPrefix}${topic}`,
    });
  }
  if (pushed !== null && !wish.amend) {
    throw new Failure("proposed-already", `proposal/${topic} was pushed already`, {
      hint: "update it with --amend, or begin another one with --topic NAME",
    });
  }
  if (writing.dryRun) {
    for (const path of pending) context.terminal.out(`${path}\n`);
    return 0;
  }
  if (current !== topic) {
    // From another proposal a new one begins at the base; from anywhere else it takes along what was committed there.
    await porcelain.switchToNew(
      tracker.root,
      variables,
      `${branchPrefix}${topic}`,
      current === null ? undefined : base,
    );
  }
  const moved = await redrawInPlace(writing, base, new Set([...pending, ...ahead]));
  pending = [...new Set([...pending, ...moved])];
  const isAmended = wish.amend && (await objects.resolve("HEAD")) !== base;
  if (pending.length > 0 || wish.message !== undefined) {
    const before = isAmended ? ((await objects.commit(await objects.resolve("HEAD"))).parents[0] ?? base) : undefined;
    await commitPending(writing, wish, base, pending, { isAmended, before });
  }
  const commit = await objects.resolve("HEAD");
  const { message } = await objects.commit(commit);
  return { topic, base, commit, message, replaces: pushed };
}

/** Commits once with a plain message to know what it means, and puts the real one in its place. */
async function commitPending(
  writing: Writing,
  wish: ProposalWish,
  base: string,
  pending: readonly string[],
  { isAmended, before }: { readonly isAmended: boolean; readonly before: string | undefined },
): Promise<void> {
  const { context, tracker, settings } = writing;
  const { objects } = tracker;
  if (!objects) return;
  const porcelain = await import("../../tracker/porcelain.ts");
  const { variables } = context.terminal;
  const head = await objects.resolve("HEAD");
  const old = isAmended ? (await objects.commit(head)).message : "";
  const signoff = wish.signoff || isTrue(settings.get("format.signoff")) || isTrue(settings.get("storytree.signoff"));
  const host = await hostOf(writing, base);
  const signing = signingOf(context, settings);
  const draft = await porcelain.commitPaths(tracker.root, variables, pending, "Proposal\n", { amend: isAmended });
  const made = await objects.commit(draft);
  const from = before ?? made.parents[0] ?? base;
  const text = wish.message ?? (await messageBetween(objects, from, draft));
  // A hook of Gerrit's own may have given the draft its Change-Id.
  const known = changeIdIn(old) ?? changeIdIn(made.message);
  const changeId = host.kind === "gerrit" ? (known ?? changeIdOf(made.tree, from, text, signing.now)) : undefined;
  await porcelain.commitPaths(tracker.root, variables, [], withTrailers(text, { changeId }), { amend: true, signoff });
}

/** Records and attachments that are edited, new or gone, and not committed. */
async function pendingPaths({ tracker }: Writing): Promise<string[]> {
  if (!tracker.run) return [];
  const paths = await dirtyPaths(tracker.run);
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
  if (paths.length > 0)
    for await (const batch of objects.tree(fork, paths)) for (const { path } of batch) there.add(path);
  const files = new Map<string, string>();
  for (const path of paths.filter((each) => each.endsWith(".md"))) {
    const text = await readFile(join(tracker.root, path), "utf8").catch(() => null);
    if (text !== null) files.set(path, text);
  }
  const baseFiles = commitFiles(objects, base);
  const changes = await redrawn(writing, { base: baseFiles, files, isNew: (path) => !there.has(path) });
  return changes.length === 0 ? [] : applyToWorktree(tracker.root, { files: changes, message: "" });
}
