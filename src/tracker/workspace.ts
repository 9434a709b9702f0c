// Where a change goes: into the files of a checkout, or as a commit on a proposal branch where there is none.

import { pathOf, placeOf } from "../model/place.ts";
import type { TrackerFile } from "../model/record.ts";
import type { DeclaredFields } from "../model/schema-diagnostics.ts";
import { Failure } from "../text/failure.ts";
import { quote } from "../text/quote.ts";
import { applyToWorktree, type Change, effectiveFiles } from "./change.ts";
import { type CommitGround, moveRef, type Person, writeCommit } from "./commit-change.ts";
import { commitFiles } from "./commit-files.ts";
import type { Commit, Oid } from "./git/objects.ts";
import { isRefName } from "./git/revision.ts";
import type { OpenTracker } from "./open.ts";
import { type Proposal, proposalPrefix } from "./proposals.ts";
import { loadConfig, loadFields } from "./tracker.ts";
import type { TreeFiles } from "./tree-files.ts";

export interface Workspace {
  readonly tracker: OpenTracker;
  /** What changes are planned from. */
  readonly files: TreeFiles;
  readonly config: TrackerFile | undefined;
  readonly fields: DeclaredFields;
  /** The branch that takes the commit; null in a checkout. */
  readonly branch: ProposalBranch | null;
}

export interface ProposalBranch {
  readonly topic: string;
  readonly ref: string;
  /** What it holds already; null when it begins with the next commit. */
  readonly proposal: Proposal | null;
  /** The commit the ref is at now, which it must still be at when it moves; null when there is none. */
  readonly was: Oid | null;
}

/**
 * The topic of a change that touches these stories: the one given, else that of the proposal which holds them already, else the
 * first number. Failure "in-another-proposal" for a story that only another one has.
 */
export function topicFor(tracker: OpenTracker, stories: readonly number[], given: string | undefined): string {
  if (given !== undefined && !isTopic(given)) {
    throw new Failure("bad-topic", `${quote(given)} cannot be the name of a topic`, {
      hint: "use letters, digits, dots and dashes",
    });
  }
  const wanted = new Set(stories);
  const holding = tracker.proposals.filter(({ changes }) =>
    [...changes.keys()].some((path) => {
      const place = placeOf(path);
      return wanted.has(place.kind === "story" ? place.id : "story" in place ? place.story : -1);
    }),
  );
  const topic = given ?? (holding.length === 1 ? (holding[0] as Proposal).topic : String(stories[0] ?? "records"));
  for (const other of holding) {
    if (other.topic === topic) continue;
    const id = stories.find((story) => other.changes.get(pathOf({ kind: "story", id: story }))?.before === null);
    if (id === undefined) continue;
    throw new Failure(
      "in-another-proposal",
      `story ${id} is new in proposal/${other.topic}, and not in proposal/${topic}`,
      {
        hint: `change it there: --topic ${other.topic}`,
      },
    );
  }
  return topic;
}

function isTopic(name: string): boolean {
  return name.length <= 100 && isRefName(name);
}

/** The workspace for a topic; in a checkout topics come with `propose`. */
export async function openWorkspace(tracker: OpenTracker, topic: string): Promise<Workspace> {
  const { run, objects, commit } = tracker;
  if (commit === null || !run || !objects) {
    const config = await loadConfig(tracker.files);
    return { tracker, files: tracker.files, config, fields: await loadFields(tracker.files, config), branch: null };
  }
  const ref = `${proposalPrefix}${topic}`;
  // What has merged meanwhile, perhaps as another commit, is over: the topic begins anew.
  const proposal = tracker.proposals.find((each) => each.topic === topic) ?? null;
  // As it was when the tracker was opened: what somebody else has put there since is not written over.
  const was = tracker.branches.find((each) => each.topic === topic)?.tip ?? null;
  const files = commitFiles(objects, proposal?.tip ?? commit);
  const config = await loadConfig(files);
  const fields = await loadFields(files, config);
  return { tracker, files, config, fields, branch: { topic, ref, proposal, was } };
}

export interface Signing {
  readonly author: Person;
  readonly committer: Person;
  /** Seconds since 1970. */
  readonly now: number;
}

/** The message of a commit: of one that is new, and of one that takes the place of a proposal's only commit. */
export interface Messages {
  readonly fresh: () => Promise<string>;
  readonly replaced: (proposal: Proposal, old: Commit) => Promise<string>;
}

/** Writes a change where it belongs, all of it or none. Returns the paths, and the commit when there is one. */
export async function carryOut(
  workspace: Workspace,
  change: Change,
  messages: Messages,
  signing: () => Signing,
): Promise<{ readonly paths: readonly string[]; readonly commit: Oid | null }> {
  const { tracker, branch } = workspace;
  if (branch === null) return { paths: await applyToWorktree(tracker.root, change), commit: null };
  const { run, objects, commit: base } = tracker;
  if (!run || !objects || base === null) throw new Error("a proposal without a repository");
  // Git, which moves the branch, starts while the commit is being made.
  const ground = { run, objects, base, proposal: branch.proposal };
  const written = Promise.resolve().then(() => write(ground, change, messages, signing()));
  await moveRef(run, branch.ref, written, branch.was);
  return { paths: effectiveFiles(change).map((file) => file.path), commit: await written };
}

/** Where a topic's next commit is made. */
interface TopicGround extends CommitGround {
  readonly base: Oid;
  readonly proposal: Proposal | null;
}

async function write(
  ground: TopicGround,
  change: Change,
  messages: Messages,
  { author, committer, now }: Signing,
): Promise<Oid> {
  const common = { change, author, authored: now, committer, committed: now };
  const { base, proposal } = ground;
  const [only, ...more] = proposal?.commits ?? [];
  if (!proposal || !only || more.length > 0)
    return writeCommit(ground, { ...common, parent: only?.oid ?? base, tree: null, message: await messages.fresh() });
  // A proposal that is one commit stays one: what reviewers see is what it means, not how it came about.
  return writeCommit(ground, {
    ...common,
    author: only.author,
    authored: only.author.time ?? now,
    parent: proposal.fork,
    tree: only.tree,
    message: await messages.replaced(proposal, only),
  });
}
