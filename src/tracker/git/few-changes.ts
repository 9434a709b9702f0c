// What differs between two trees, by reading only the folders that differ: of a proposal that is a handful of them.

import type { TreeReader } from "./few-entries.ts";
import type { Oid, TreeChange } from "./objects.ts";
import { entryAt, type TreeItem } from "./tree-object.ts";

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

  const compare = async (folder: Buffer, one: string | null, two: string | null): Promise<TreeChange[] | undefined> => {
    folders += 1;
    if (folders > mostFolders) return undefined;
    const [was, is] = [await itemsOf(one), await itemsOf(two)];
    if (!was || !is || hasTwins(was) || hasTwins(is)) return undefined;
    const changes: TreeChange[] = [];
    for (const [left, right] of pairs(was, is)) {
      if (left && right && left.oid === right.oid && left.mode === right.mode) continue;
      // A folder that becomes a file, or the other way round, is both: one goes, the other comes.
      const [leftTree, rightTree] = [treeOf(left), treeOf(right)];
      if (leftTree !== null || rightTree !== null) {
        const name = (left ?? right)?.name ?? Buffer.alloc(0);
        const inside = await compare(join(folder, name), leftTree, rightTree);
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
  const found = await compare(Buffer.alloc(0), `${before}^{tree}`, `${after}^{tree}`);
  return found?.sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
}

/** A tree made to deceive may hold a name twice. */
function hasTwins(items: readonly TreeItem[]): boolean {
  return new Set(items.map((item) => item.name.toString("latin1"))).size < items.length;
}

/** Entries of equal names side by side. */
function* pairs(
  was: readonly TreeItem[],
  is: readonly TreeItem[],
): Iterable<readonly [TreeItem | undefined, TreeItem | undefined]> {
  const before = new Map(was.map((item) => [item.name.toString("latin1"), item]));
  for (const right of is) {
    const name = right.name.toString("latin1");
    yield [before.get(name), right];
    before.delete(name);
  }
  for (const left of before.values()) yield [left, undefined];
}

function treeOf(item: TreeItem | undefined): Oid | null {
  return item?.mode === "040000" ? item.oid : null;
}

function join(folder: Buffer, name: Buffer): Buffer {
  return folder.length === 0 ? name : Buffer.concat([folder, Buffer.from("/"), name]);
}
