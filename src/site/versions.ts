// A site in two versions: readers see one of them through a link; the other is brought up to date, and then the link leads there, at once.

import { existsSync, linkSync, mkdirSync } from "node:fs";
import { mkdir, readlink, realpath, rename, rm, rmdir, symlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Failure } from "../text/failure.ts";
import { manifestName } from "./manifest.ts";
import { readManifest } from "./out-folder.ts";

export interface Versions {
  /** The link, where readers look. */
  readonly link: string;
  /** The folder that they see; null before the first build. */
  readonly shown: string | null;
  /** The folder that is built into. */
  readonly next: string;
}

/** The two versions of a site, when its place is a link to one of them or is wanted to be; else null, and it is one folder. */
export async function versionsOf(out: string, wanted: boolean): Promise<Versions | null> {
  const name = basename(out);
  const target = await readlink(out).catch(() => null);
  const names = [`.${name}.1`, `.${name}.2`] as const;
  const at = target === names[0] ? 0 : target === names[1] ? 1 : -1;
  if (at === -1 && !wanted) return null;
  if (at === -1 && target !== null)
    throw new Failure("output-not-ours", `"${out}" is a link that leads elsewhere`, {
      hint: "remove it, or build into the folder that it leads to",
    });
  await mkdir(dirname(out), { recursive: true });
  const folder = await realpath(dirname(out));
  const [link, first, second] = [join(folder, name), join(folder, names[0]), join(folder, names[1])];
  if (at !== -1) return at === 0 ? { link, shown: first, next: second } : { link, shown: second, next: first };
  if (!existsSync(link)) return { link, shown: null, next: first };
  const manifest = await readManifest(out, link);
  if (!manifest) {
    await rmdir(link);
    return { link, shown: null, next: first };
  }
  // The one moment without a site: a folder cannot become a link at once.
  await rename(link, first);
  await symlink(names[0], link);
  return { link, shown: first, next: second };
}

/** Makes the version that is built into like the one that is shown, where there is none yet. No file is copied: one that changes is a new one. */
export async function beginLikeShown({ shown, next }: Versions, staging: string): Promise<void> {
  if (shown === null || existsSync(next)) return;
  const manifest = await readManifest(shown, shown);
  if (!manifest) return;
  const folder = join(staging, "like-shown");
  try {
    const folders = new Set<string>();
    for (const file of [...manifest.files, manifestName]) {
      const parent = dirname(join(folder, file));
      if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
      folders.add(parent);
      linkSync(join(shown, file), join(folder, file));
    }
    await rename(folder, next);
  } catch (error) {
    // Some file systems have no second names for a file, and somebody may have taken one away: then all of it is built.
    if (!(error as NodeJS.ErrnoException).syscall) throw error;
    await rm(folder, { recursive: true, force: true });
  }
}

/** From here on readers see what was built: the whole of it, and nothing else. */
export async function showNext({ link, next }: Versions, staging: string): Promise<void> {
  const made = join(staging, "link");
  await symlink(basename(next), made);
  await rename(made, link);
}
