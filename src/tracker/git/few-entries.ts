// The entries at a few paths of a tree, found by reading the trees on the way: for some paths quicker than starting git to list them.

import { limits } from "../../text/limits.ts";
import type { ObjectSession } from "./object-session.ts";
import type { Oid, TreeEntry } from "./objects.ts";
import { entryAt, inFolder, oidOf, type TreeItem, treeItems } from "./tree-object.ts";

const mostTreeBytes = 64 * 1024 * 1024;

/** Trees by their id, or "<id>^{tree}"; undefined for what is none. */
export type TreeReader = (name: string) => Promise<readonly TreeItem[] | undefined>;

/** So many trees are remembered: the ones above what is looked at are asked for again and again. */
const remembered = 2_000;

/** Reads trees, each once; `idBytes` is 20, or 32 where ids are SHA-256. */
export function treeReader(session: ObjectSession, idBytes: number): TreeReader {
  const trees = new Map<string, Promise<readonly TreeItem[] | undefined>>();
  return (name) => {
    let found = trees.get(name);
    if (!found) {
      found = session.read(name, mostTreeBytes).then((object) => {
        return object?.type === "tree" && object.bytes ? treeItems(object.bytes, idBytes) : undefined;
      });
      if (trees.size >= remembered) trees.clear();
      trees.set(name, found);
      // What could not be read may be there the next time.
      found.catch(() => trees.delete(name));
    }
    return found;
  };
}

/** Where more trees than this lie below the paths, git lists them quicker. */
const mostTrees = 1_500;

/** Everything at and below the paths, in git's order; undefined when that is much, or something is there that only git can say. */
export async function fewEntries(
  read: TreeReader,
  root: Oid,
  paths: readonly string[],
): Promise<readonly TreeEntry[] | undefined> {
  let trees = 0;
  const below = async (folder: string, tree: Oid, depth: number): Promise<readonly TreeEntry[] | undefined> => {
    trees += 1;
    const items = depth > limits.treeDepth || trees > mostTrees ? undefined : await read(tree);
    if (!items) return undefined;
    const parts = await Promise.all(
      items.map(async (item) => {
        if (item.mode !== "040000") return [entryAt(folder, item)];
        return below(inFolder(folder, item.name), oidOf(item), depth + 1);
      }),
    );
    return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
  };
  const at = async (path: string): Promise<readonly TreeEntry[] | undefined> => {
    let tree = `${root}^{tree}`;
    const names = Buffer.from(path).toString("latin1").split("/");
    for (const [index, name] of names.entries()) {
      const items = await read(tree);
      if (!items) return undefined;
      const item = items.find((each) => each.name === name);
      if (!item) return [];
      if (index === names.length - 1) {
        if (item.mode === "040000") return below(names.join("/"), oidOf(item), index + 1);
        return [entryAt(names.slice(0, index).join("/"), item)];
      }
      if (item.mode !== "040000") return [];
      tree = oidOf(item);
    }
    return [];
  };
  // A path inside another one is listed with it.
  const given = new Set(paths);
  const outer = [...given].filter((path) => !foldersOf(path).some((folder) => given.has(folder)));
  const found = await Promise.all(outer.map(at));
  if (!found.every((entries) => entries !== undefined)) return undefined;
  return outer.length === 1 ? found.flat() : found.flat().sort((a, b) => compareBytes(a.path, b.path));
}

/** The folders directly inside one, whose names are plain ASCII; none when it is not there. */
export async function fewFolders(
  read: TreeReader,
  root: Oid,
  folder: string,
): Promise<readonly { readonly name: string; readonly oid: Oid }[]> {
  let items = await read(`${root}^{tree}`);
  for (const name of folder.split("/")) {
    const next = items?.find((item) => item.mode === "040000" && item.name === name);
    items = next && (await read(oidOf(next)));
  }
  return (items ?? [])
    .filter(({ mode, name }) => mode === "040000" && /^[\w.-]+$/.test(name))
    .map((item) => ({ name: item.name, oid: oidOf(item) }));
}

function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let end = path.indexOf("/"); end !== -1; end = path.indexOf("/", end + 1)) folders.push(path.slice(0, end));
  return folders;
}

/** Git's order of paths: by their bytes, not by UTF-16 units. */
function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
