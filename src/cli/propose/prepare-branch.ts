// A proposal that the writing commands made without a checkout: one commit, its numbers free, its message complete.

import { Failure } from "../../text/failure.ts";
import { limits } from "../../text/limits.ts";
import type { FileChange } from "../../tracker/change.ts";
import { moveRef, type Person, writeCommit } from "../../tracker/commit-change.ts";
import { commitFiles } from "../../tracker/commit-files.ts";
import type { Commit, ObjectReader, Oid } from "../../tracker/git/objects.ts";
import { isTrue } from "../../tracker/git/settings.ts";
import { layOver } from "../../tracker/lay-over.ts";
import { type Proposal, proposalPrefix } from "../../tracker/proposals.ts";
import { changeIdIn, changeIdOf } from "../../tracker/review-host.ts";
import type { ExitCode } from "../command.ts";
import { signingOf, type Writing } from "../write.ts";
import { keptTrailers, messageBetween, ownWords, signOff, signsOff, withTrailers } from "./message.ts";
import { hostOf, type Prepared, type ProposalWish } from "./push-proposal.ts";
import { asItWasPushed, pushedOf } from "./pushed.ts";
import { redrawn } from "./redrawn.ts";

export async function prepareBranch(writing: Writing, wish: ProposalWish): Promise<Prepared | ExitCode> {
  const { context, tracker, settings } = writing;
  const { run, objects, commit: base } = tracker;
  if (!run || !objects || base === null) throw new Error("a proposal without a repository");
  const { proposal, topic } = chosen(writing, wish.topic ?? settings.get("storytree.topic"));
  const { tip } = proposal;
  const pushed = await pushedOf(writing, base, topic);
  const open = pushed && !pushed.isOver ? pushed.commit : null;
  if (open !== null && !wish.amend) {
    if (open === tip) throw asItWasPushed(topic);
    throw new Failure("proposed-already", `proposal/${topic} was pushed already`, { hint: "update it with --amend" });
  }
  const ground = pushed?.isOver ? await remainder(writing, base, proposal) : asItIs(proposal);
  const { old, parent, tree: from } = ground;
  const changes = await redrawn(writing, {
    base: commitFiles(objects, base),
    files: await ground.files(objects),
    isNew: (path) => proposal.changes.get(path)?.before === null,
  });
  const signing = signingOf(context, settings);
  const author = old?.author ?? { ...signing.author, time: signing.now };
  const common = {
    author,
    authored: author.time ?? signing.now,
    committer: signing.committer,
    committed: signing.now,
  };
  // With its final files but not yet its message: the message says what they mean.
  const draft = await writeCommit(
    { run, objects },
    {
      ...common,
      change: { files: [...ground.changes, ...changes], message: "" },
      parent,
      tree: from,
      message: "Proposal\n",
    },
  );
  const { tree } = await objects.commit(draft);
  const kept = old && (await ownWords(objects, parent, old));
  const text = wish.message ?? kept ?? (await messageBetween(objects, parent, draft));
  const host = await hostOf(writing, base);
  const changeId = (old && changeIdIn(old.message)) ?? changeIdOf(tree, parent, text, signing.now);
  const message = withTrailers(text, [
    ...(host.kind === "gerrit" ? [`Change-Id: ${changeId}`] : []),
    ...(old ? keptTrailers(old.message) : []),
    ...(wish.signoff || signsOff(settings) ? [signOff(signing.committer)] : []),
  ]);
  const prepared = { topic, base, message, replaces: open, over: pushed?.isOver ? pushed.commit : null };
  const isSigned = isTrue(settings.get("commit.gpgsign"));
  const isSame = old?.oid === tip && message === old.message && tree === old.tree && topic === proposal.topic;
  if (isSame && open === tip) throw asItWasPushed(topic);
  // Signing makes a commit of its own each time; what waits for its push is as good as it was.
  if (isSame && (!isSigned || (await isSignedCommit(writing, tip)))) return { ...prepared, commit: tip };
  const commit = isSigned
    ? await signed(writing, { tree, parents: [parent], message }, common)
    : await writeCommit({ run, objects }, { ...common, change: { files: [], message: "" }, parent, tree, message });
  if (!writing.dryRun) {
    await moveRef(run, `${proposalPrefix}${topic}`, commit, topic === proposal.topic ? tip : null);
    if (topic !== proposal.topic) await moveRef(run, `${proposalPrefix}${proposal.topic}`, null, tip);
  }
  return { ...prepared, commit };
}

async function signed(
  { context, tracker }: Writing,
  commit: { readonly tree: string; readonly parents: readonly string[]; readonly message: string },
  signing: {
    readonly author: Person;
    readonly authored: number;
    readonly committer: Person;
    readonly committed: number;
  },
): Promise<string> {
  const { signedCommit } = await import("../../tracker/porcelain.ts");
  return signedCommit(tracker.root, context.terminal.variables, commit, signing);
}

/** What the commit is made of. */
interface Ground {
  /** The commit that it takes the place of. */
  readonly old: Commit | null;
  readonly parent: Oid;
  /** The tree that the changes are made in; null for the parent's. */
  readonly tree: Oid | null;
  readonly changes: readonly FileChange[];
  /** The content of every file that the proposal leaves changed. */
  readonly files: (objects: ObjectReader) => Promise<ReadonlyMap<string, string | Uint8Array>>;
}

/** Several commits become one, with the author who proposes. */
function asItIs(proposal: Proposal): Ground {
  const { fork, commits } = proposal;
  const [newest] = commits;
  if (!newest) throw new Error("a proposal without a commit");
  return {
    old: commits.length === 1 ? newest : null,
    parent: fork,
    tree: newest.tree,
    changes: [],
    files: (objects) => proposedFiles(objects, proposal),
  };
}

/** What is left of a proposal whose pushed part has merged: it stands on the base, as a proposal of its own. */
async function remainder({ tracker }: Writing, base: Oid, proposal: Proposal): Promise<Ground> {
  const { run, objects } = tracker;
  if (!run || !objects) throw new Error("a proposal without a repository");
  const [only, ...more] = proposal.commits;
  // Begun on the merged base, it is one already.
  if (only && more.length === 0 && proposal.fork === base) return asItIs(proposal);
  const { overlay } = await layOver(run, objects, base, [proposal]);
  const files = new Map<string, string | Uint8Array>();
  const changes = [...overlay].map(([path, after]): FileChange => {
    const content = after !== null && path.endsWith(".md") ? Buffer.from(after).toString("utf8") : after;
    if (content !== null) files.set(path, content);
    return { path, before: content === null ? "" : null, after: content };
  });
  return { old: null, parent: base, tree: null, changes, files: async () => files };
}

/** The proposal that is meant; the only one, which nobody has seen yet, may get the topic that is given now. */
function chosen({ tracker, settings }: Writing, topic: string | undefined): { proposal: Proposal; topic: string } {
  const { proposals } = tracker;
  const [only] = proposals;
  if (!only) throw new Failure("nothing-pending", "there is nothing to propose", { hint: "change something first" });
  if (topic === undefined && proposals.length === 1) return { proposal: only, topic: only.topic };
  const found = proposals.find((proposal) => proposal.topic === topic);
  if (found) return { proposal: found, topic: found.topic };
  const isSeen = settings.has(`branch.proposal/${only.topic}.storytreepushed`);
  if (topic !== undefined && proposals.length === 1 && !isSeen) return { proposal: only, topic };
  const names = proposals.map((proposal) => proposal.topic).slice(0, 10);
  throw new Failure(
    "which-proposal",
    topic === undefined ? "several proposals are pending" : `there is no proposal "${topic}"`,
    { hint: `name one with --topic: ${names.join(", ")}` },
  );
}

async function isSignedCommit({ tracker }: Writing, commit: Oid): Promise<boolean> {
  if (!tracker.run) return false;
  const { runGit } = await import("../../tracker/git/process.ts");
  const { output } = await runGit(tracker.run, ["cat-file", "commit", commit]);
  return /^gpgsig/m.test(output.toString("latin1").split("\n\n")[0] ?? "");
}

async function proposedFiles(
  objects: ObjectReader,
  proposal: Proposal,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  const entries = [...proposal.changes.values()].flatMap(({ after }) => after ?? []);
  for await (const batch of commitFiles(objects, proposal.tip).read([entries], limits.attachmentBytes)) {
    for (const { file, bytes } of batch) {
      if (!bytes) continue;
      const isText = file.path.endsWith(".md");
      files.set(file.path, isText ? Buffer.from(bytes).toString("utf8") : Buffer.from(bytes));
    }
  }
  return files;
}
