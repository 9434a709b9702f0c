// A tree with some of its files changed: only the folders on the way to them are made anew.

import type { TreeReader } from "./few-entries.ts";
import type { Oid } from "./objects.ts";
import { oidOf, type TreeItem } from "./tree-object.ts";

/** Files by their path, each the id of its blob; null is one that goes away. */
export type TreeEdits = ReadonlyMap<string, Oid | null>;

/**
 * The id of the tree that `edits` make of `tree`, its folders written with `write`. A folder that is left empty goes away, and what
 * stands where a file or a folder has to be gives way to it. Undefined when a tree on the way cannot be read.
 */
export async function editTree(
  read: TreeReader,
  write: (tree: Buffer) => Oid,
  tree: string,
  edits: TreeEdits,
): Promise<Oid | undefined> {
  const items = await edited(
    read,
    write,
    tree,
    [...edits].map(([path, oid]) => ({ names: Buffer.from(path).toString("latin1").split("/"), oid })),
  );
  return items && write(treeBytes(items));
}

interface Edit {
  /** What is left of the path, each name as its bytes. */
  readonly names: readonly string[];
  readonly oid: Oid | null;
}

async function edited(
  read: TreeReader,
  write: (tree: Buffer) => Oid,
  tree: string | null,
  edits: readonly Edit[],
): Promise<readonly TreeItem[] | undefined> {
  const before = tree === null ? [] : await read(tree);
  if (!before) return undefined;
  const items = new Map(before.map((item) => [item.name, item]));
  const folders = new Map<string, Edit[]>();
  for (const { names, oid } of edits) {
    const [name = "", ...rest] = names;
    if (rest.length > 0) folders.set(name, [...(folders.get(name) ?? []), { names: rest, oid }]);
    else if (oid === null) items.delete(name);
    else items.set(name, { name, mode: "100644", id: idOf(oid) });
  }
  for (const [name, inside] of folders) {
    const item = items.get(name);
    const content = await edited(read, write, item?.mode === "040000" ? oidOf(item) : null, inside);
    if (!content) return undefined;
    if (content.length > 0) items.set(name, { name, mode: "040000", id: idOf(write(treeBytes(content))) });
    else if (item?.mode === "040000") items.delete(name);
  }
  return [...items.values()];
}

/** A tree object as git stores it: a folder sorts as if its name ended in "/". */
function treeBytes(items: readonly TreeItem[]): Buffer {
  const keyed = items.map((item) => ({ item, key: item.mode === "040000" ? `${item.name}/` : item.name }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const text = keyed.map(({ item }) => `${item.mode.replace(/^0/, "")} ${item.name}\0${item.id}`).join("");
  return Buffer.from(text, "latin1");
}

function idOf(oid: Oid): string {
  return Buffer.from(oid, "hex").toString("latin1");
}
