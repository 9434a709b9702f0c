// The files of a working tree or a plain folder, as they lie on disk now, committed or not.

import { constants, lstatSync } from "node:fs";
import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { compareText } from "../text/diagnostic.ts";
import { limits } from "../text/limits.ts";
import { builtSiteMark } from "./built-site.ts";
import { forbiddenMode, type ReadFile, type TreeFile, type TreeFiles } from "./tree-files.ts";

/** Paths that git was told to leave out; a folder ends in "/". Asked for only when everything is listed: git looks at every folder. */
export type Ignored = () => Promise<ReadonlySet<string>>;

/** Whether git keeps any file of a folder: then it is no site that was built here, whatever it holds. */
export type KeepsAnyIn = (folder: string) => Promise<boolean>;

export function worktreeFiles(root: string, ignored: Ignored, keepsAnyIn: KeepsAnyIn): TreeFiles {
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
      yield* walk({ root, ignored: await ignored(), keepsAnyIn }, "", 0);
    },
    async *listUnder(paths) {
      for (const path of paths) {
        const file = placedAt(root, path);
        if (file?.mode === folderMode)
          yield* walk({ root, ignored: new Set(), keepsAnyIn }, path, path.split("/").length);
        else if (file) yield [file];
      }
    },
    async across(folder, rest) {
      const names = await readdir(join(root, folder)).catch(() => []);
      const paths = names.map((name) => `${folder}/${name}/${rest}`);
      return paths.filter((path) => {
        const file = placedAt(root, path);
        return file !== null && file.mode !== folderMode;
      });
    },
    async *read(files, cap) {
      for await (const batch of files) {
        yield await Promise.all(batch.map((file) => read(file, cap)));
      }
    },
    async readPath(path, cap) {
      const file = placedAt(root, path);
      return file ? read(file, cap) : null;
    },
  };
}

const folderMode = "040000";

interface Walk {
  readonly root: string;
  readonly ignored: ReadonlySet<string>;
  readonly keepsAnyIn: KeepsAnyIn;
}

async function* walk(of: Walk, folder: string, depth: number): AsyncIterable<readonly TreeFile[]> {
  const { root, ignored, keepsAnyIn } = of;
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
    if (folder === "" || !isForbidden(error)) throw error;
    return null;
  });
  if (!entries) {
    yield [{ path: folder, mode: forbiddenMode, oid: null }];
    return;
  }
  const isMarked = folder !== "" && entries.some(({ name }) => name === builtSiteMark);
  if (isMarked && !(await keepsAnyIn(folder))) return;
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
  for (const inner of folders) yield* walk(of, inner, depth + 1);
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
  } catch (error) {
    // It may be there: what cannot be looked at is not taken for gone.
    return isForbidden(error) ? { path, mode: "100644", oid: null } : null;
  }
}

/** The same of a path that somebody named: behind a link there is nothing of the tracker. */
function placedAt(root: string, path: string): TreeFile | null {
  for (let end = path.indexOf("/"); end !== -1; end = path.indexOf("/", end + 1)) {
    const folder = fileAt(root, path.slice(0, end));
    if (folder?.mode === "120000" || folder === null) return null;
  }
  return fileAt(root, path);
}

function isForbidden(error: unknown): boolean {
  return ["EACCES", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "");
}
