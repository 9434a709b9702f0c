// A planned change: which files become what, and the commit message; applying it is the dull part.

import { lstat, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { compareText } from "../text/diagnostic.ts";
import { Failure } from "../text/failure.ts";
import { cannotWrite, withWriteRoom } from "./write-room.ts";

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
 * Writes a change into a working tree: all of it, or none, also when the process is killed in the middle. Every new content is
 * written elsewhere first, then all are moved to their places. A file that is no longer as it was planned from refuses the change
 * (Failure "concurrent-change"). Returns the paths that changed.
 */
export async function applyToWorktree(root: string, change: Change): Promise<readonly string[]> {
  const files = effectiveFiles(change);
  await refuseLinks(root, files);
  await mkdir(root, { recursive: true });
  await withWriteRoom(root, async (room) => {
    await refuseConcurrent(root, files);
    const done: FileChange[] = [];
    try {
      const steps = files.map(({ path, after }, index) => ({ path, staged: after === null ? null : String(index) }));
      for (const [index, { after }] of files.entries())
        if (after !== null) await writeFile(join(room.folder, String(index)), after);
      await room.decide(steps);
      for (const [index, file] of files.entries()) {
        done.push(file);
        const place = join(root, file.path);
        if (file.after === null) await rename(place, join(room.folder, `${index}-gone`));
        else {
          await mkdir(dirname(place), { recursive: true });
          await rename(join(room.folder, String(index)), place);
        }
      }
    } catch (cause) {
      await room.recall();
      for (const [index, file] of done.entries()) await putBack(root, file, join(room.folder, `${index}-gone`));
      throw cannotWrite(cause);
    }
  });
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

async function putBack(root: string, { path, before, after }: FileChange, gone: string): Promise<void> {
  const place = join(root, path);
  const back =
    after === null ? rename(gone, place) : before === null ? rm(place, { force: true }) : writeFile(place, before);
  // The first failure is the one to tell; this one would hide it.
  await back.catch(() => undefined);
}
