// The folder that a site is built into: whose it is, what is in it, and how a new one takes its place.

import { existsSync } from "node:fs";
import { cp, readdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { Failure } from "../text/failure.ts";

export const manifestName = ".storytree-manifest.json";

/** What a build wrote. */
export interface Manifest {
  /** The commit it shows; null when it shows more than a commit. */
  readonly commit: string | null;
  /** Of everything else that the pages were made from: the program, its templates, the site's address. */
  readonly made: string;
  /** Every file, sorted, but for the manifest itself. */
  readonly files: readonly string[];
  /** A build that was killed before it had put everything in its place. */
  readonly begun?: Begun | undefined;
}

export interface Begun {
  /** What it was to show. */
  readonly commit: string;
  /** What it may have put there beside the files of the manifest. */
  readonly files: readonly string[];
}

const begunName = `${manifestName}.begun`;

/** Every file that a build may have written. */
export function ownFiles({ files, begun }: Manifest): ReadonlySet<string> {
  return new Set([...files, ...(begun?.files ?? [])]);
}

function manifestFrom(text: string): Manifest | null {
  if (!/^\{\s*"storytree": 1\b/.test(text)) return null;
  try {
    const { commit, made, files } = JSON.parse(text) as Partial<Manifest>;
    return isList(files) ? { commit: commit ?? null, made: made ?? "", files } : null;
  } catch {
    return null;
  }
}

function isList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((file) => typeof file === "string" && isInside(file));
}

function begunFrom(text: string): Begun | undefined {
  try {
    const { commit, files } = JSON.parse(text) as Partial<Begun>;
    return typeof commit === "string" && isList(files) ? { commit, files } : undefined;
  } catch {
    return undefined;
  }
}

/** What a manifest names may be removed: it lies in the folder. */
function isInside(file: string): boolean {
  return file !== "" && !/(?:^|\/)(?:\.{0,2})(?:\/|$)|\\/.test(file);
}

/** Writes the manifest of a folder; whoever reads it sees the old one or the new one. */
export async function writeManifest(folder: string, { commit, made, files }: Manifest): Promise<void> {
  const path = join(folder, manifestName);
  const lines = files.map((file) => JSON.stringify(file)).join(",\n    ");
  const text = `{\n  "storytree": 1,\n  "commit": ${JSON.stringify(commit)},\n  "made": ${JSON.stringify(made)},\n  "files": [\n    ${lines}\n  ]\n}\n`;
  await writeWhole(path, text);
  await rm(join(folder, begunName), { force: true });
}

/** Says what a build is about to put into a folder, until its manifest is written. */
export async function writeBegun(folder: string, begun: Begun): Promise<void> {
  await writeWhole(join(folder, begunName), JSON.stringify(begun));
}

async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}

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
  const text = await readFile(join(place, manifestName), "utf8").catch(() => null);
  const manifest = text === null ? null : manifestFrom(text);
  if (manifest) {
    const begun = begunFrom(await readFile(join(place, begunName), "utf8").catch(() => ""));
    // Killed after the manifest was written, it had ended.
    return begun && begun.commit !== manifest.commit ? { ...manifest, begun } : manifest;
  }
  throw new Failure("output-not-ours", `"${out}" holds files that no build of storytree wrote`, {
    hint: "empty it yourself, or choose another folder",
  });
}

/** A folder that is replaced as a whole holds nothing that is not ours. */
export async function refuseStrangers(out: string, place: string, manifest: Manifest): Promise<void> {
  const strangers = await strangersIn(place, ownFiles(manifest));
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

async function strangersIn(folder: string, files: ReadonlySet<string>): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((path) => !path.startsWith(manifestName) && !files.has(path));
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
