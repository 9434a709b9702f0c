// What differs between two trees, folder by folder, in git's order. Listing one tree is the difference from nothing.

import type { Oid, TreeChange, TreeEntry } from "../objects.ts";
import { pathFromBytes } from "../path-bytes.ts";
import { compareEntries, folderMode, type RawEntry } from "./tree-entries.ts";

export type ReadTree = (oid: Oid) => Promise<readonly RawEntry[]>;

interface Frame {
  /** The folder's path with "/" behind it; "" at the top. */
  readonly prefix: string;
  readonly before: readonly RawEntry[];
  readonly after: readonly RawEntry[];
  left: number;
  right: number;
}

const batchSize = 1000;

/** Changes between two trees (null is the empty one), in batches; only at and below the paths given, when some are. */
export async function* walkTrees(
  read: ReadTree,
  before: Oid | null,
  after: Oid | null,
  under?: readonly string[],
): AsyncIterable<readonly TreeChange[]> {
  if (before === after) return;
  const paths = under?.map((path) => Buffer.from(path.replace(/\/+$/, "")).toString("latin1"));
  const open = async (prefix: string, a: Oid | null, b: Oid | null): Promise<Frame> => ({
    prefix,
    before: a === null ? [] : await read(a),
    after: b === null ? [] : await read(b),
    left: 0,
    right: 0,
  });
  // A stack of our own: three thousand levels are a tree too.
  const stack = [await open("", before, after)];
  let batch: TreeChange[] = [];
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const [a, b] = nextPair(frame);
    const entry = a ?? b;
    if (!entry) {
      stack.pop();
      continue;
    }
    if (a && b && a.oid === b.oid && a.mode === b.mode) continue;
    const path = frame.prefix + entry.name;
    const isFolder = entry.mode === folderMode;
    if (paths && !paths.some((wanted) => meets(wanted, path, isFolder))) continue;
    if (isFolder) {
      stack.push(await open(`${path}/`, a?.oid ?? null, b?.oid ?? null));
      continue;
    }
    batch.push(changeAt(path, a, b));
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The entry that comes next: on one side, or on both when they stand at the same place. */
function nextPair(frame: Frame): readonly [RawEntry | undefined, RawEntry | undefined] {
  const a = frame.before[frame.left];
  const b = frame.after[frame.right];
  const order = !a ? 1 : !b ? -1 : compareEntries(a, b);
  if (order <= 0) frame.left += 1;
  if (order >= 0) frame.right += 1;
  return [order <= 0 ? a : undefined, order >= 0 ? b : undefined];
}

/** The path is what is wanted, lies in it, or is a folder on the way there. */
function meets(wanted: string, path: string, isFolder: boolean): boolean {
  return path === wanted || path.startsWith(`${wanted}/`) || (isFolder && wanted.startsWith(`${path}/`));
}

function changeAt(bytes: string, a: RawEntry | undefined, b: RawEntry | undefined): TreeChange {
  const path = pathFromBytes(bytes);
  const side = (entry: RawEntry | undefined): TreeEntry | null =>
    entry ? { ...path, mode: entry.mode, oid: entry.oid } : null;
  return { path: path.path, before: side(a), after: side(b) };
}
