// What proposals lay over their base, and which of them are over: merged as themselves, or as another commit.

import { limits } from "../text/limits.ts";
import { commitFiles } from "./commit-files.ts";
import { mergeFile } from "./git/merge-file.ts";
import type { ObjectReader, Oid } from "./git/objects.ts";
import { type GitRun, runGit } from "./git/process.ts";
import { isInstalled } from "./git/program.ts";
import type { Overlay } from "./overlay-files.ts";
import type { Proposal } from "./proposals.ts";
import { entriesOf } from "./record-file.ts";
import type { TreeFiles } from "./tree-files.ts";

/** Proposals over their base. */
export interface LaidOver {
  /** What is in the base already is left out; where both changed the same lines, the base's stand. */
  readonly overlay: Overlay;
  /** Those that the base does not have all of; the others are over. */
  readonly open: readonly Proposal[];
}

/** One path that a proposal changes, while the base has something else there than the proposal. */
interface Differing {
  readonly proposal: Proposal;
  readonly path: string;
  readonly before: Oid | null;
  readonly after: Oid | null;
  readonly current: Oid | null;
}

export async function layOver(
  run: GitRun,
  objects: ObjectReader,
  base: Oid,
  proposals: readonly Proposal[],
): Promise<LaidOver> {
  const overlay = new Map<string, Uint8Array | null>();
  const open = new Set<Proposal>();
  const differing = await differingPaths(commitFiles(objects, base), proposals);
  const moved = differing.filter(({ before, current }) => before !== current);
  const history = isInstalled(run.git)
    ? await versionsSince(run, base, moved)
    : await versionsRead(objects, base, moved);
  const blobs = await readBlobs(
    objects,
    differing.flatMap(({ before, after, current }) => [before, after, current].filter((oid) => oid !== null)),
  );
  for (const each of differing) {
    const { proposal, path, before, after, current } = each;
    const versions = history.get(each) ?? [];
    // It was there as it is: what the base made of it since is the base's.
    if (versions.includes(after)) continue;
    const content = after === null ? null : blobs.get(after);
    if (content === undefined) continue;
    if (current === before) {
      open.add(proposal);
      overlay.set(path, content);
      continue;
    }
    const [was, is] = [blobs.get(before ?? ""), blobs.get(current ?? "")];
    // One side took it away and the other changed it.
    if (content === null || (before !== null && !is)) {
      open.add(proposal);
      continue;
    }
    const merged = await mergeFile(run, was ?? nothing, is ?? nothing, content);
    const changes = !is || Buffer.compare(merged.bytes, is) !== 0;
    if (!changes && !merged.conflicts) continue;
    if (merged.conflicts && (await wasMerged(run, objects, versions, was ?? nothing, content))) continue;
    open.add(proposal);
    if (changes) overlay.set(path, merged.bytes);
  }
  return { overlay, open: proposals.filter((proposal) => open.has(proposal)) };
}

const nothing = new Uint8Array();

async function differingPaths(base: TreeFiles, proposals: readonly Proposal[]): Promise<Differing[]> {
  const paths = [...new Set(proposals.flatMap((proposal) => [...proposal.changes.keys()]))];
  if (paths.length === 0) return [];
  const now = new Map<string, Oid | null>();
  for await (const batch of entriesOf(base, paths)) for (const entry of batch) now.set(entry.path, entry.oid);
  return proposals.flatMap((proposal) =>
    [...proposal.changes].flatMap(([path, { before, after }]) => {
      const current = now.get(path) ?? null;
      if (current === (after?.oid ?? null)) return [];
      return [{ proposal, path, before: before?.oid ?? null, after: after?.oid ?? null, current }];
    }),
  );
}

/** More paths than this are picked out of the whole history: git compares each with every path it meets. */
const manyPaths = 500;

/** What stood at each path in the base since its proposal began; null for a time when nothing did. */
async function versionsSince(
  run: GitRun,
  base: Oid,
  wanted: readonly Differing[],
): Promise<ReadonlyMap<Differing, readonly (Oid | null)[]>> {
  const found = new Map<Differing, (Oid | null)[]>();
  for (const fork of new Set(wanted.map((each) => each.proposal.fork))) {
    const own = new Map(
      wanted.filter((each) => each.proposal.fork === fork).map((each) => [each.path, [] as Differing[]]),
    );
    for (const each of wanted) if (each.proposal.fork === fork) own.get(each.path)?.push(each);
    const args = [
      "log",
      "--first-parent",
      "-m",
      "--format=",
      "--raw",
      "-z",
      "--no-abbrev",
      "--no-renames",
      "--no-ext-diff",
    ];
    const only = own.size > manyPaths ? [] : ["--", ...own.keys()];
    const { output } = await runGit(run, [...args, "--end-of-options", base, `^${fork}`, ...only], {
      cap: Number.POSITIVE_INFINITY,
    });
    const parts = output.toString("utf8").split("\0");
    for (const [at, part] of parts.entries()) {
      const to = /^:\d{6} \d{6} [0-9a-f]+ ([0-9a-f]+) [A-Z]$/.exec(part.trim())?.[1];
      if (to === undefined) continue;
      for (const each of own.get(parts[at + 1] ?? "") ?? []) {
        const versions = found.get(each) ?? [];
        versions.push(/^0+$/.test(to) ? null : to);
        found.set(each, versions);
      }
    }
  }
  return found;
}

/** The same without the git program: commit after commit. */
async function versionsRead(
  objects: ObjectReader,
  base: Oid,
  wanted: readonly Differing[],
): Promise<ReadonlyMap<Differing, readonly (Oid | null)[]>> {
  const found = new Map<Differing, (Oid | null)[]>(wanted.map((each) => [each, []]));
  for (const fork of new Set(wanted.map((each) => each.proposal.fork))) {
    const own = wanted.filter((each) => each.proposal.fork === fork);
    for await (const batch of objects.history(base, fork))
      for (const { path, after } of batch.flatMap(({ changes }) => changes))
        for (const each of own) if (each.path === path) found.get(each)?.push(after?.oid ?? null);
  }
  return found;
}

/** Whether the base had, at some time, all that this file was to become: merging it into that would change nothing. */
async function wasMerged(
  run: GitRun,
  objects: ObjectReader,
  versions: readonly (Oid | null)[],
  before: Uint8Array,
  after: Uint8Array,
): Promise<boolean> {
  const blobs = await readBlobs(
    objects,
    versions.filter((oid) => oid !== null),
  );
  for (const version of blobs.values()) {
    const merged = await mergeFile(run, before, version, after);
    if (!merged.conflicts && Buffer.compare(merged.bytes, version) === 0) return true;
  }
  return false;
}

async function readBlobs(objects: ObjectReader, oids: readonly Oid[]): Promise<Map<Oid, Uint8Array>> {
  const found = new Map<Oid, Uint8Array>();
  for await (const batch of objects.blobs([[...new Set(oids)]], limits.attachmentBytes)) {
    // The bytes belong to the reader's chunk, which goes on being used.
    for (const { oid, bytes } of batch) if (bytes) found.set(oid, Buffer.from(bytes));
  }
  return found;
}
