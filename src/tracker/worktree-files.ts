// The files of a working tree or a plain folder, as they lie on disk now, committed or not.

import { constants, lstatSync } from "node:fs";
import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { compareText } from "../text/diagnostic.ts";
import { limits } from "../text/limits.ts";
import { builtSiteMark } from "./built-site.ts";
import type { ReadFile, TreeFile, TreeFiles } from "./tree-files.ts";

/** Paths that git was told to leave out; a folder ends in "/". Asked for only when everything is listed: git looks at every folder. */
export type Ignored = () => Promise<ReadonlySet<string>>;

export function worktreeFiles(root: string, ignored: Ignored = async () => new Set()): TreeFiles {
  const read = async <F extends TreeFile>(file: F, cap: number): Promise<ReadFile<F>> => {
    if (!file.mode.startsWith("100")) return { file, bytes: null, size: -1 };
    try {
      // A link put there since the listing is not followed.
      const handle = await open(
        join(root, file.path),
        constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
      );
      try {
        const { size } = await handle.stat();
        return { file, bytes: size > cap ? null : await handle.readFile(), size };
      } finally {
        await handle.close();
      }
    } catch {
      return { file, bytes: null, size: -1 };
    }
  };
  return {
    async *list() {
      yield* walk(root, "", await ignored(), 0);
    },
    async *listUnder(paths) {
      for (const path of paths) {
        const file = fileAt(root, path);
        if (file?.mode === folderMode) yield* walk(root, path, new Set(), path.split("/").length);
        else if (file) yield [file];
      }
    },
    async across(folder, rest) {
      const names = await readdir(join(root, folder)).catch(() => []);
      const paths = names.map((name) => `${folder}/${name}/${rest}`);
      return paths.filter((path) => {
        const file = fileAt(root, path);
        return file !== null && file.mode !== folderMode;
      });
    },
    async *read(files, cap) {
      for await (const batch of files) {
        yield await Promise.all(batch.map((file) => read(file, cap)));
      }
    },
    async readPath(path, cap) {
      const file = fileAt(root, path);
      return file ? read(file, cap) : null;
    },
  };
}

const folderMode = "040000";

async function* walk(
  root: string,
  folder: string,
  ignored: ReadonlySet<string>,
  depth: number,
): AsyncIterable<readonly TreeFile[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  if (folder !== "" && entries.some(({ name }) => name === builtSiteMark)) return;
  const files: TreeFile[] = [];
  const folders: string[] = [];
  for (const entry of entries.sort((a, b) => compareText(a.name, b.name))) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (folder === "" && (entry.name === ".git" || entry.name.startsWith(".storytree-writing"))) continue;
    if (ignored.has(path) || ignored.has(`${path}/`)) continue;
    if (entry.isDirectory() && depth < limits.treeDepth) folders.push(path);
    else {
      const file = fileAt(root, path);
      if (file) files.push(file);
    }
  }
  if (files.length > 0) yield files;
  for (const inner of folders) yield* walk(root, inner, ignored, depth + 1);
}

/** Asked at once: a promise for each of a thousand files would take ten times as long as the answers. */
function fileAt(root: string, path: string): TreeFile | null {
  try {
    const stat = lstatSync(join(root, path));
    const mode = stat.isSymbolicLink()
      ? "120000"
      : stat.isFile()
        ? stat.mode & 0o100
          ? "100755"
          : "100644"
        : folderMode;
    return { path, mode, oid: null };
  } catch {
    return null;
  }
}
