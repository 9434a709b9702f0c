// The folder that a site is built into: whose it is, what is in it, and how a new one takes its place.

import { existsSync } from "node:fs";
import { cp, readdir, realpath, rename, rm } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { Failure } from "../text/failure.ts";
import { type Manifest, manifestIn, manifestName } from "./manifest.ts";

/** Nothing is built into the tracker's own folders, or around them. Returns where the folder really lies. */
export async function refuseForbidden(out: string, keepOut: readonly string[]): Promise<string> {
  const place = await realPlace(out);
  for (const kept of keepOut) {
    const folder = await realPlace(kept);
    const isGit = basename(folder) === ".git" || folder.endsWith(".git");
    const inside = !relative(folder, place).startsWith("..");
    const around = !relative(place, folder).startsWith("..");
    if (around || (isGit && inside) || (inside && isRecordFolder(relative(folder, place)))) {
      throw new Failure("output-forbidden", `"${out}" is part of the tracker itself`, {
        hint: "choose a folder of its own: --out ../site",
      });
    }
  }
  return place;
}

/** What is in the folder: null when it is missing or empty. Failure "output-not-ours" when no build wrote it. */
export async function readManifest(out: string, place: string): Promise<Manifest | null> {
  if (!existsSync(place)) return null;
  const entries = await readdir(place).catch(() => null);
  if (entries === null)
    throw new Failure("output-not-ours", `"${out}" is not a folder`, { hint: "choose another: --out DIR" });
  if (entries.length === 0) return null;
  const manifest = await manifestIn(place);
  if (manifest) return manifest;
  throw new Failure("output-not-ours", `"${out}" holds files that no build of storytree wrote`, {
    hint: "empty it yourself, or choose another folder",
  });
}

/** A folder that is replaced as a whole holds nothing that is not ours. */
export async function refuseStrangers(out: string, place: string, manifest: Manifest): Promise<void> {
  const strangers = await strangersIn(place, manifest);
  if (strangers.length > 0) {
    throw new Failure(
      "output-not-ours",
      `"${out}" holds files that no build of storytree wrote, such as "${strangers[0]}"`,
      {
        hint: "move them elsewhere: a build replaces the whole folder",
      },
    );
  }
}

function isRecordFolder(path: string): boolean {
  return /^(?:\.git|stories|people|teams|projects|groups|milestones|lists|boards|templates)(?:\/|$)/.test(path);
}

async function strangersIn(folder: string, manifest: Manifest): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const ours = new Set([...manifest.files, ...(manifest.begun?.files ?? [])]);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((path) => !path.startsWith(manifestName) && !ours.has(path));
}

/** Where a path really lies, links followed as far as it exists. */
async function realPlace(path: string): Promise<string> {
  const whole = resolve(path);
  try {
    return await realpath(whole);
  } catch {
    const parent = dirname(whole);
    return parent === whole ? whole : join(await realPlace(parent), basename(whole));
  }
}

/** Puts a finished folder in the place of the old one. */
export async function swap(staging: string, place: string): Promise<void> {
  if (!existsSync(place)) {
    await rename(staging, place);
    return;
  }
  const old = `${staging}-old`;
  await rename(place, old);
  try {
    await rename(staging, place);
  } catch (error) {
    await rename(old, place);
    // Another file system, or a mount point: then the files are copied over.
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    await cp(staging, place, { recursive: true });
  }
  await rm(old, { recursive: true, force: true });
}
