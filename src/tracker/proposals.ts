// Proposals that are being prepared here: branches named proposal/<topic>, each what it changes of the base.

import type { Commit, ObjectReader, Oid, TreeEntry } from "./git/objects.ts";

export const proposalPrefix = "refs/heads/proposal/";

export interface Proposal {
  readonly topic: string;
  readonly tip: Oid;
  /** Newest first; none of them is in the base. */
  readonly commits: readonly Commit[];
  /** The commit it begins at. */
  readonly fork: Oid;
  /** What it changes of that commit, all in all. */
  readonly changes: ReadonlyMap<string, { readonly before: TreeEntry | null; readonly after: TreeEntry | null }>;
}

export interface ProposalRef {
  readonly topic: string;
  readonly tip: Oid;
}

/** The branches that proposals are prepared on. */
export async function proposalRefs(objects: ObjectReader): Promise<readonly ProposalRef[]> {
  const refs = await objects.refs(proposalPrefix);
  return refs.map((ref) => ({ topic: ref.name.slice(proposalPrefix.length), tip: ref.oid }));
}

/** The proposals that hold something the base does not, by topic. */
export async function localProposals(
  objects: ObjectReader,
  base: Oid,
  refs: readonly ProposalRef[],
): Promise<Proposal[]> {
  return (await Promise.all(refs.map((each) => proposalOf(objects, base, each)))).flatMap((found) => found ?? []);
}

/** A commit as a proposal; undefined when the base has it already. */
export async function proposalOf(
  objects: ObjectReader,
  base: Oid,
  { topic, tip }: ProposalRef,
): Promise<Proposal | undefined> {
  const newest = await objects.commit(tip);
  const [parent, ...more] = newest.parents;
  // As the writing commands make them: one commit on the base. Then its history need not be asked for.
  if (parent === base && more.length === 0) {
    const own = new Map<string, { before: TreeEntry | null; after: TreeEntry | null }>();
    for await (const batch of objects.changes(base, tip))
      for (const { path, before, after } of batch) own.set(path, { before, after });
    return { topic, tip, commits: [newest], fork: base, changes: own };
  }
  const commits: Commit[] = [];
  const changes = new Map<string, { before: TreeEntry | null; after: TreeEntry | null }>();
  for await (const batch of objects.history(tip, base)) {
    for (const { commit, changes: own } of batch) {
      if (commits.at(-1)?.oid !== commit.oid) commits.push(commit);
      // Newest first: what a path became is known by its first mention, what it was by its last.
      for (const { path, before, after } of own) {
        const later = changes.get(path);
        changes.set(path, { before, after: later ? later.after : after });
      }
    }
  }
  const fork = commits.at(-1)?.parents[0];
  return fork === undefined ? undefined : { topic, tip, commits, fork, changes };
}
