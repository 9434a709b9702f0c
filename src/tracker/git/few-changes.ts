// What differs between two trees, by reading only the folders that differ: of a proposal that is a handful of them.

import type { TreeReader } from "./few-entries.ts";
import type { Oid, TreeChange } from "./objects.ts";
import { entryAt, inFolder, oidOf, type TreeItem } from "./tree-object.ts";

/** When more folders than this differ, git is quicker. */
const mostFolders = 60;

/** The changes in git's order; undefined when there are many, or something is there that only git can say. */
export async function fewChanges(
  read: TreeReader,
  before: Oid,
  after: Oid,
): Promise<readonly TreeChange[] | undefined> {
  let folders = 0;
  const itemsOf = async (tree: string | null): Promise<readonly TreeItem[] | undefined> =>
    tree === null ? [] : read(tree);

  const compare = async (folder: string, one: string | null, two: string | null): Promise<TreeChange[] | undefined> => {
    folders += 1;
    if (folders > mostFolders) return undefined;
    const [was, is] = await Promise.all([itemsOf(one), itemsOf(two)]);
    if (!was || !is || hasTwins(was) || hasTwins(is)) return undefined;
    const changes: TreeChange[] = [];
    for (const [left, right] of pairs(was, is)) {
      // A folder that becomes a file, or the other way round, is both: one goes, the other comes.
      const [leftTree, rightTree] = [treeOf(left), treeOf(right)];
      if (leftTree !== null || rightTree !== null) {
        const inside = await compare(inFolder(folder, (left ?? right)?.name ?? ""), leftTree, rightTree);
        if (!inside) return undefined;
        changes.push(...inside);
      }
      const gone = left && leftTree === null ? entryAt(folder, left) : null;
      const come = right && rightTree === null ? entryAt(folder, right) : null;
      const path = (gone ?? come)?.path;
      if (path !== undefined) changes.push({ path, before: gone, after: come });
    }
    return changes;
  };
  const found = await compare("", `${before}^{tree}`, `${after}^{tree}`);
  return found?.sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
}

/** A tree made to deceive may hold a name twice. */
function hasTwins(items: readonly TreeItem[]): boolean {
  return new Set(items.map((item) => item.name)).size < items.length;
}

/** Entries of equal names side by side, those that are the same left out. */
function pairs(
  was: readonly TreeItem[],
  is: readonly TreeItem[],
): (readonly [TreeItem | undefined, TreeItem | undefined])[] {
  // Of a folder of a thousand, nearly all that comes before and after a change is the same.
  let start = 0;
  while (start < was.length && isSame(was[start], is[start])) start += 1;
  let end = 0;
  while (end < was.length - start && isSame(was.at(-1 - end), is.at(-1 - end))) end += 1;
  const before = new Map(was.slice(start, was.length - end).map((item) => [item.name, item]));
  const found: (readonly [TreeItem | undefined, TreeItem | undefined])[] = [];
  for (const right of is.slice(start, is.length - end)) {
    const left = before.get(right.name);
    before.delete(right.name);
    if (!isSame(left, right)) found.push([left, right]);
  }
  for (const left of before.values()) found.push([left, undefined]);
  return found;
}

function isSame(one: TreeItem | undefined, two: TreeItem | undefined): boolean {
  return one !== undefined && one.name === two?.name && one.id === two.id && one.mode === two.mode;
}

function treeOf(item: TreeItem | undefined): Oid | null {
  return item?.mode === "040000" ? oidOf(item) : null;
}
