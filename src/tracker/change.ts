// A planned change: which files become what, and the commit message; applying it is the dull part.

import { randomBytes } from "node:crypto";
import { lstat, mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { compareText } from "../text/diagnostic.ts";
import { Failure } from "../text/failure.ts";

/** One file as it was planned from, and as it shall be; null is "not there". */
export interface FileChange {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | Uint8Array | null;
}

export interface Change {
  readonly files: readonly FileChange[];
  /** Subject, blank line, body; without trailers. */
  readonly message: string;
}

/** Only the files that do become something else, in the order of their paths. */
export function effectiveFiles(change: Change): readonly FileChange[] {
  return change.files.filter((file) => file.before !== file.after).sort((a, b) => compareText(a.path, b.path));
}

/**
 * Writes a change into a working tree: all of it, or none. Every new content is written beside its place first, then all are
 * renamed. A file that is no longer as it was planned from refuses the change (Failure "concurrent-change").
 * Returns the paths that changed.
 */
export async function applyToWorktree(root: string, change: Change): Promise<readonly string[]> {
  const files = effectiveFiles(change);
  await refuseLinks(root, files);
  await refuseConcurrent(root, files);
  const suffix = `.storytree-${randomBytes(6).toString("hex")}`;
  const staged: FileChange[] = [];
  const done: FileChange[] = [];
  try {
    for (const file of files) {
      if (file.after === null) continue;
      staged.push(file);
      await writeNew(join(root, file.path) + suffix, file.after);
    }
    for (const file of files) {
      done.push(file);
      if (file.after === null) await rm(join(root, file.path));
      else await rename(join(root, file.path) + suffix, join(root, file.path));
    }
  } catch (cause) {
    await Promise.all(staged.map((file) => rm(join(root, file.path) + suffix, { force: true })));
    for (const file of done) await putBack(join(root, file.path), file.before);
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new Failure("write-failed", `the change could not be written: ${code ?? message}`, {
      hint: "make room or mend the permissions, then run it again",
      cause,
    });
  }
  return files.map((file) => file.path);
}

/** A link inside the tracker could lead a write out of it. */
async function refuseLinks(root: string, files: readonly FileChange[]): Promise<void> {
  const checked = new Set<string>();
  for (const file of files) {
    const parts = file.path.split("/");
    for (let length = 1; length <= parts.length; length += 1) {
      const path = parts.slice(0, length).join("/");
      if (checked.has(path)) continue;
      checked.add(path);
      const stat = await lstat(join(root, path)).catch(() => null);
      if (stat?.isSymbolicLink() || (stat && length < parts.length && !stat.isDirectory())) {
        throw new Failure("path-symlink", `"${path}" is not a plain ${length < parts.length ? "folder" : "file"}`, {
          hint: "a tracker holds no links; remove it first",
        });
      }
    }
  }
}

async function refuseConcurrent(root: string, files: readonly FileChange[]): Promise<void> {
  for (const file of files) {
    const now = await readFile(join(root, file.path), "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
      throw error;
    });
    if (now !== file.before) {
      throw new Failure("concurrent-change", `"${file.path}" has changed since it was read`, {
        hint: "run the command again",
        data: { path: file.path },
      });
    }
  }
}

async function writeNew(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, "wx", 0o644);
  try {
    await handle.writeFile(content);
  } finally {
    await handle.close();
  }
}

async function putBack(path: string, before: string | null): Promise<void> {
  const written = before === null ? rm(path, { force: true }) : writeFile(path, before);
  // The first failure is the one to tell; this one would hide it.
  await written.catch(() => undefined);
}
