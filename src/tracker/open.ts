// Opening a tracker: finding it from a folder, choosing the commit or the working tree, and knowing who may see it.

import { existsSync, realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Failure } from "../text/failure.ts";
import { limits } from "../text/limits.ts";
import { readMatter } from "../text/matter.ts";
import { commitFiles } from "./commit-files.ts";
import { ignoredPaths, keepsAnyIn } from "./dirty-paths.ts";
import type { FetchMissing } from "./git/git-objects.ts";
import type { ObjectReader, Oid } from "./git/objects.ts";
import type { GitProgram, GitRun } from "./git/process.ts";
import { objectReader } from "./git/reader.ts";
import { findRepository, type Repository } from "./git/repository.ts";
import { readSettings, type Settings } from "./git/settings.ts";
import { keptConfig } from "./kept-config.ts";
import { type Overlay, overlayFiles } from "./overlay-files.ts";
import { localProposals, type Proposal, type ProposalRef, proposalRefs } from "./proposals.ts";
import { settledBase } from "./settled-base.ts";
import type { TreeFiles } from "./tree-files.ts";
import { worktreeFiles } from "./worktree-files.ts";

/** Unknown or missing visibility is private. */
export type Visibility = "public" | "restricted";

export interface OpenTracker {
  /** Where it was found: the work tree's top, a plain folder, or the git directory of a bare repository. */
  readonly root: string;
  readonly repository: Repository | null;
  readonly run: GitRun | null;
  readonly objects: ObjectReader | null;
  /** The commit that is read, or null for a working tree as it lies on disk; then `head` is what it is based on. */
  readonly commit: Oid | null;
  readonly head: Oid | null;
  readonly files: TreeFiles;
  readonly visibility: Visibility;
  /** Without a checkout, and only for who asked for them: the proposals that are being prepared here, and what they lay over the commit. */
  readonly proposals: readonly Proposal[];
  /** The branches of all proposals as they were at that moment, also of those that are over. */
  readonly branches: readonly ProposalRef[];
  readonly overlay: Overlay;
  /** What git's configuration says, where it had to be asked; null where it was not. */
  readonly settings: Settings | null;
}

/** How a tracker is to be opened. */
export interface OpenOptions {
  /** Where there is no checkout: with the proposals that are being prepared here. Never for what others get to see. */
  readonly withProposals?: boolean;
  /** The tracker.yaml that is kept beside the index will do. Never for what others get to see, which only the commit itself may allow. */
  readonly withKeptConfig?: boolean;
  /** Fetches what a partial clone has not brought yet. */
  readonly fetchMissing?: FetchMissing;
}

declare const opened: unique symbol;

/** A tracker that said it is public when it was opened. Nothing but `asPublic` makes one. */
export type PublicTracker = OpenTracker & { readonly [opened]: "public" };

/** Opens the tracker that `folder` lies in; with `revision`, that commit of it. */
export async function openTracker(
  folder: string,
  git: GitProgram,
  revision?: string,
  options: OpenOptions = {},
): Promise<OpenTracker> {
  const around = findRepository(folder);
  const root = folderWithTracker(realpathSync(resolve(folder)));
  // A tracker is a repository of its own; one that lies inside another repository is a plain folder.
  const repository =
    around && root !== null && root !== around.workTree && root.startsWith(`${around.workTree}/`) ? null : around;
  const run = repository && { git, repository };
  const objects = run && (await objectReader(run, options.fetchMissing));
  if (revision !== undefined) {
    if (!objects) throw notATracker(folder);
    const [commit, head] = await Promise.all([objects.resolve(revision), headOf(objects)]);
    const place = repository?.workTree ?? repository?.gitDir ?? folder;
    return opening(place, commitFiles(objects, commit), { repository, run, objects, commit, head });
  }
  if (root !== null && (repository === null || (root === repository.workTree && !repository.sparse))) {
    const head = objects && (await headOf(objects));
    const ignored = async () => (run && objects ? ignoredPaths(run, objects) : new Set<string>());
    const keepsAny = async (folder: string) => run !== null && keepsAnyIn(run, folder);
    return opening(root, worktreeFiles(root, ignored, keepsAny), { repository, run, objects, commit: null, head });
  }
  // A bare repository, or a clone without a (whole) checkout: its base is what there is to read.
  const settled = run && settledBase(run, options.withProposals === true);
  if (settled && repository) {
    const config = options.withKeptConfig ? keptConfig(repository, settled) : null;
    const files = commitFiles(objects as ObjectReader, settled, config);
    const place = repository.workTree ?? repository.gitDir;
    // What is not there as its name says is git's to judge.
    if (await files.readPath("tracker.yaml", limits.fileBytes).catch(() => null)) {
      await refuseHalf(repository, objects as ObjectReader);
      return opening(place, files, { repository, run, objects, commit: settled, head: settled });
    }
  }
  // Asked side by side, the process that answers most of what follows first: each takes longer to start than to answer.
  const asked =
    run &&
    objects &&
    ([
      resolveOr(objects, "refs/remotes/origin/HEAD"),
      headOf(objects),
      readSettings(run),
      options.withProposals ? proposalRefs(objects) : Promise.resolve([]),
    ] as const);
  const settings = asked && (await asked[2]);
  const named = settings?.get("storytree.base");
  const base = asked && objects && (named ? await objects.resolve(named) : ((await asked[0]) ?? (await asked[1])));
  if (run && objects && base && repository) {
    const below = commitFiles(objects, base);
    const branches = asked ? await asked[3] : [];
    const local = await localProposals(objects, base, branches);
    const { overlay, open: proposals } =
      local.length === 0
        ? { overlay: new Map(), open: [] }
        : await (await import("./lay-over.ts")).layOver(run, objects, base, local);
    const files = overlay.size > 0 ? overlayFiles(below, overlay) : below;
    if (await below.readPath("tracker.yaml", limits.fileBytes)) {
      await refuseHalf(repository, objects);
      const found = { repository, run, objects, commit: base, head: base };
      const place = repository.workTree ?? repository.gitDir;
      return { ...(await opening(place, files, found)), proposals, branches, overlay, settings };
    }
  }
  throw notATracker(folder);
}

/**
 * The commit that proposals are made against: the one that git's storytree.base names, else origin/HEAD, else HEAD; null when
 * there is no commit yet. Failure "unknown-revision" when what storytree.base names is not there.
 */
export async function baseOf(run: GitRun, objects: ObjectReader, settings?: Settings): Promise<Oid | null> {
  const asked = (settings ?? (await readSettings(run))).get("storytree.base");
  if (asked !== undefined) return objects.resolve(asked);
  return (await resolveOr(objects, "refs/remotes/origin/HEAD")) ?? headOf(objects);
}

/** The same tracker as one that may be published; Failure with exit 5 for any that did not say "visibility: public". */
export function asPublic(tracker: OpenTracker): PublicTracker {
  if (tracker.visibility === "public") return tracker as PublicTracker;
  throw new Failure("private-in-public", "this tracker is not public, so nothing of it is published", {
    exit: 5,
    hint: 'a public tracker says "visibility: public" in tracker.yaml',
  });
}

type Found = Pick<OpenTracker, "repository" | "run" | "objects" | "commit" | "head">;

async function opening(root: string, files: TreeFiles, found: Found): Promise<OpenTracker> {
  if (!(await files.readPath("tracker.yaml", limits.fileBytes))) throw notATracker(root);
  return {
    root,
    files,
    ...found,
    visibility: await visibilityOf(files),
    proposals: [],
    branches: [],
    overlay: new Map(),
    settings: null,
  };
}

/** Who may see the tracker that these files are. */
export async function visibilityOf(files: TreeFiles): Promise<Visibility> {
  const config = await files.readPath("tracker.yaml", limits.fileBytes);
  return config?.bytes && saysPublic(config.bytes) ? "public" : "restricted";
}

/**
 * Whether tracker.yaml says that everyone may see the tracker. Read leniently: a fault elsewhere in the file must not close a
 * public site; but it must say so, in so many words, and nothing else.
 */
export function saysPublic(bytes: Uint8Array): boolean {
  const matter = readMatter("tracker.yaml", bytes).value;
  if (matter) return matter.data.visibility === "public";
  const lines = Buffer.from(bytes)
    .toString("latin1")
    .split("\n")
    .filter((line) => /visibility/i.test(line));
  return lines.length > 0 && lines.every((line) => line === "visibility: public");
}

function notATracker(folder: string): Failure {
  return new Failure("not-a-tracker", `there is no tracker in "${folder}"`, {
    hint: 'make one with "storytree init", or name its folder with -C',
  });
}

/** A checkout of a tracker whose tracker.yaml is gone is none; what is edited there would be passed over in silence. */
async function refuseHalf({ workTree, sparse }: Repository, objects: ObjectReader): Promise<void> {
  if (!workTree || sparse || !existsSync(join(workTree, "stories"))) return;
  // What is checked out may be something else: a site that was built, or code.
  const head = await headOf(objects);
  if (head === null || !(await commitFiles(objects, head).readPath("tracker.yaml", limits.fileBytes))) return;
  throw new Failure("no-configuration", `"${workTree}" has stories, and its tracker.yaml is gone`, {
    hint: "git restore tracker.yaml",
  });
}

function folderWithTracker(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, "tracker.yaml"))) return at;
    if (at === dirname(at)) return null;
  }
}

function headOf(objects: ObjectReader): Promise<Oid | null> {
  return resolveOr(objects, "HEAD");
}

async function resolveOr(objects: ObjectReader, revision: string): Promise<Oid | null> {
  try {
    return await objects.resolve(revision);
  } catch (error) {
    if (error instanceof Failure && error.code === "unknown-revision") return null;
    throw error;
  }
}
