// A proposal that the writing commands made without a checkout: one commit, its numbers free, its message complete.

import { Failure } from "../../text/failure.ts";
import { limits } from "../../text/limits.ts";
import { dropCommit, landCommit, type Person, writeCommit } from "../../tracker/commit-change.ts";
import { commitFiles } from "../../tracker/commit-files.ts";
import type { ObjectReader } from "../../tracker/git/objects.ts";
import { isTrue } from "../../tracker/git/settings.ts";
import { type Proposal, proposalPrefix } from "../../tracker/proposals.ts";
import { changeIdIn, changeIdOf } from "../../tracker/review-host.ts";
import type { ExitCode } from "../command.ts";
import { signingOf, type Writing } from "../write.ts";
import { messageBetween, withTrailers } from "./message.ts";
import { hostOf, type Prepared, type ProposalWish, pushedKey } from "./push-proposal.ts";
import { redrawn } from "./redrawn.ts";

export async function prepareBranch(writing: Writing, wish: ProposalWish): Promise<Prepared | ExitCode> {
  const { context, tracker, settings } = writing;
  const { run, objects, commit: base } = tracker;
  if (!run || !objects || base === null) throw new Error("a proposal without a repository");
  const proposal = chosen(tracker.proposals, wish.topic ?? settings.get("storytree.topic"));
  const { topic, tip, fork, commits } = proposal;
  const pushed = settings.get(pushedKey(topic)) ?? null;
  if (pushed !== null && !wish.amend) {
    const same = pushed === tip;
    throw new Failure("proposed-already", `proposal/${topic} was pushed already${same ? " as it is" : ""}`, {
      hint: same ? "change something, then propose it with --amend" : "update it with --amend",
    });
  }
  const [newest] = commits;
  const replaced = commits.at(-1);
  if (!newest || !replaced) throw new Error("a proposal without a commit");
  const files = await proposedFiles(objects, proposal);
  const changes = await redrawn(writing, {
    base: commitFiles(objects, base),
    files,
    isNew: (path) => proposal.changes.get(path)?.before === null,
  });
  const signing = signingOf(context, settings);
  const { author } = commits.length === 1 ? replaced : { author: { ...signing.author, time: signing.now } };
  const common = {
    author,
    authored: author.time ?? signing.now,
    committer: signing.committer,
    committed: signing.now,
  };
  // With its final files but not yet its message: the message says what they mean.
  const draft = await writeCommit(run, {
    ...common,
    change: { files: changes, message: "" },
    parent: fork,
    tree: newest.tree,
    message: newest.message,
  });
  const { tree } = await objects.commit(draft.oid);
  await dropCommit(run, draft);
  const said = wish.message ?? settings.get(`branch.proposal/${topic}.description`);
  const text = said ?? (await messageBetween(objects, fork, draft.oid));
  const host = await hostOf(writing, base);
  const known = changeIdIn(newest.message) ?? changeIdIn(replaced.message);
  const signedOff = wish.signoff || isTrue(settings.get("format.signoff")) || isTrue(settings.get("storytree.signoff"));
  const message = withTrailers(text, {
    changeId: host.kind === "gerrit" ? (known ?? changeIdOf(tree, fork, text, signing.now)) : undefined,
    signedOffBy: signedOff ? signing.committer : undefined,
  });
  if (commits.length === 1 && message === newest.message && tree === newest.tree && pushed === null && isDone(settings))
    return { topic, base, commit: tip, message, replaces: null };
  const whole = { parent: fork, tree, change: { files: [], message: "" }, message };
  const written = isTrue(settings.get("commit.gpgsign"))
    ? { oid: await signed(writing, { tree, parents: [fork], message }, common), ref: null }
    : await writeCommit(run, { ...common, ...whole });
  const commit = written.oid;
  if (writing.dryRun) await dropCommit(run, written);
  else await landCommit(run, written, `${proposalPrefix}${topic}`, tip);
  if (wish.message !== undefined && !writing.dryRun) {
    const { configure } = await import("../../tracker/porcelain.ts");
    // Git's own place for what a branch is about; later changes of the proposal keep it.
    await configure(tracker.root, context.terminal.variables, `branch.proposal/${topic}.description`, wish.message);
  }
  return { topic, base, commit, message, replaces: pushed };
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

/** Signing makes a commit of its own each time. */
function isDone(settings: Writing["settings"]): boolean {
  return !isTrue(settings.get("commit.gpgsign"));
}

function chosen(proposals: readonly Proposal[], topic: string | undefined): Proposal {
  const [only] = proposals;
  if (!only) throw new Failure("nothing-pending", "there is nothing to propose", { hint: "change something first" });
  if (topic !== undefined) {
    const found = proposals.find((proposal) => proposal.topic === topic);
    if (found) return found;
  } else if (proposals.length === 1) return only;
  const names = proposals.map((proposal) => proposal.topic).slice(0, 10);
  throw new Failure(
    "which-proposal",
    topic === undefined ? "several proposals are pending" : `there is no proposal "${topic}"`,
    { hint: `name one with --topic: ${names.join(", ")}` },
  );
}

/** The content of every file that the proposal leaves changed. */
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
