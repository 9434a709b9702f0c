// The site as files: built beside its place and swapped in whole, with a manifest of exactly what it is.

import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { Failure } from "../text/failure.ts";
import { fileOf } from "./addresses.ts";
import { answerOf, assetKeys } from "./answer.ts";
import { attachments, pageKeys, pageOf } from "./pages.ts";
import { renderHtml, renderJson } from "./render.ts";
import type { Site } from "./site.ts";
import { problemPage, searchIndex } from "./views/lookups.ts";

export const manifestName = ".storytree-manifest.json";

export interface BuildOptions {
  readonly out: string;
  /** The tracker's own folders: nothing is built into them, or around them. */
  readonly keepOut: readonly string[];
  readonly progress?: (pages: number) => void;
}

export interface BuildSummary {
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
}

/** Builds the whole site; a reader of `out` sees the old one or the new one, never half of either. */
export async function buildSite(site: Site, options: BuildOptions): Promise<BuildSummary> {
  const out = resolve(options.out);
  await refuseForeign(out, options.keepOut);
  await mkdir(dirname(out), { recursive: true });
  const staging = await mkdtemp(join(dirname(out), `.${basename(out)}-`));
  try {
    const summary = await writeSite(site, staging, options.progress ?? (() => undefined));
    await swap(staging, out);
    return summary;
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (!code || !syscall) throw error;
    throw new Failure("output-failed", `the site could not be written: ${code}`, {
      hint: "make room or mend the permissions; what was there before is untouched",
      cause: error,
    });
  }
}

async function writeSite(site: Site, folder: string, progress: (pages: number) => void): Promise<BuildSummary> {
  const manifest: string[] = [];
  const folders = new Set<string>();
  let bytes = 0;
  let pages = 0;
  const write = async (file: string, body: string | Uint8Array) => {
    const path = join(folder, file);
    const parent = dirname(path);
    if (!folders.has(parent)) {
      await mkdir(parent, { recursive: true });
      folders.add(parent);
    }
    await writeFile(path, body);
    manifest.push(file);
    bytes += typeof body === "string" ? Buffer.byteLength(body) : body.length;
  };
  for (const key of pageKeys(site)) {
    const page = pageOf(site, key);
    if (!page) continue;
    await write(fileOf(key), renderHtml(site, page).body);
    if (page.json !== undefined) await write(`${key}.json`, renderJson(page).body);
    pages += 1;
    progress(pages);
  }
  for (const key of assetKeys) await write(key, (await answerOf(site, `/${key}`, new URLSearchParams()))?.body ?? "");
  await write("search-index.json", JSON.stringify(searchIndex(site)));
  await write("404.html", renderHtml(site, problemPage(404, "there is nothing at this address")).body);
  for (const { key, story, name } of attachments(site)) {
    const body = await site.catalogue.attachment(story, name);
    if (body) await write(key, body);
  }
  await writeFile(
    join(folder, manifestName),
    `${JSON.stringify({ storytree: 1, commit: site.catalogue.commit, files: manifest.sort() }, null, 2)}\n`,
  );
  return { pages, files: manifest.length, bytes };
}

/** Only a folder that is missing, empty or ours is written to. */
async function refuseForeign(out: string, keepOut: readonly string[]): Promise<void> {
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
  if (!existsSync(place)) return;
  const entries = await readdir(place).catch(() => null);
  if (entries === null)
    throw new Failure("output-not-ours", `"${out}" is not a folder`, { hint: "choose another: --out DIR" });
  if (entries.length === 0) return;
  const manifest = await readFile(join(place, manifestName), "utf8").catch(() => null);
  const ours = manifest !== null && /^\{\s*"storytree": 1\b/.test(manifest);
  if (!ours) {
    throw new Failure("output-not-ours", `"${out}" holds files that no build of storytree wrote`, {
      hint: "empty it yourself, or choose another folder",
    });
  }
  const files = new Set((JSON.parse(manifest) as { files: string[] }).files);
  const strangers = await strangersIn(place, files);
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
    .filter((path) => path !== manifestName && !files.has(path));
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

async function swap(staging: string, out: string): Promise<void> {
  const place = await realPlace(out);
  if (!existsSync(place)) {
    await rename(staging, place);
    return;
  }
  const old = `${staging}-${randomBytes(3).toString("hex")}`;
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
