// Proposals that are being prepared here: branches named proposal/<topic>, each what it changes of the base.

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { limits } from "../text/limits.ts";
import type { Commit, ObjectReader, Oid, TreeEntry } from "./git/objects.ts";
import { type GitRun, runGit } from "./git/process.ts";
import type { Overlay } from "./overlay-files.ts";

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
      commits.push(commit);
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

/** What proposals lay over the base: what is in the base already is left out, what both changed is merged, the base's lines first. */
export async function overlayOf(
  run: GitRun,
  objects: ObjectReader,
  base: Oid,
  proposals: readonly Proposal[],
): Promise<Overlay> {
  const overlay = new Map<string, Uint8Array | null>();
  const paths = [...new Set(proposals.flatMap((proposal) => [...proposal.changes.keys()]))];
  if (paths.length === 0) return overlay;
  const now = new Map<string, TreeEntry>();
  for await (const batch of objects.tree(base, paths)) for (const entry of batch) now.set(entry.path, entry);
  const wanted: { path: string; before: Oid | null; after: Oid; current: Oid | null }[] = [];
  for (const { changes } of proposals) {
    for (const [path, { before, after }] of changes) {
      const current = now.get(path)?.oid ?? null;
      if (current === (after?.oid ?? null)) continue;
      if (after === null) {
        if (current === before?.oid) overlay.set(path, null);
      } else wanted.push({ path, before: before?.oid ?? null, after: after.oid, current });
    }
  }
  const blobs = await readBlobs(
    objects,
    wanted.flatMap(({ before, after, current }) => [before, after, current].filter((oid) => oid !== null)),
  );
  for (const { path, before, after, current } of wanted) {
    const bytes = blobs.get(after);
    if (!bytes) continue;
    if (current === before) overlay.set(path, bytes);
    // Where the base has moved on, its lines win: a proposal that has merged as another commit must not hide what came after it.
    else {
      const merged = await mergeTexts(run, blobs.get(before ?? ""), blobs.get(current ?? ""), bytes);
      const same = blobs.get(current ?? "");
      if (!same || Buffer.compare(merged, same) !== 0) overlay.set(path, merged);
    }
  }
  return overlay;
}

async function readBlobs(objects: ObjectReader, oids: readonly Oid[]): Promise<Map<Oid, Uint8Array>> {
  const found = new Map<Oid, Uint8Array>();
  for await (const batch of objects.blobs([[...new Set(oids)]], limits.attachmentBytes)) {
    // The bytes belong to the reader's chunk, which goes on being used.
    for (const { oid, bytes } of batch) if (bytes) found.set(oid, Buffer.from(bytes));
  }
  return found;
}

/** A three-way merge of one file's texts in which `ours` wins where both changed. */
async function mergeTexts(
  run: GitRun,
  base: Uint8Array | undefined,
  ours: Uint8Array | undefined,
  theirs: Uint8Array,
): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "storytree-merge-"));
  try {
    const [a, b, c] = ["ours", "base", "theirs"].map((name) => join(folder, name)) as [string, string, string];
    await Promise.all([writeFile(a, ours ?? ""), writeFile(b, base ?? ""), writeFile(c, theirs)]);
    await runGit(run, ["merge-file", "--ours", "--quiet", a, b, c]);
    return await readFile(a);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
