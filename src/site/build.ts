// The site as files: whole, beside its place, and then put there; or, where a build of an earlier commit lies, only what changed since.

import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Failure } from "../text/failure.ts";
import type { ObjectReader } from "../tracker/git/objects.ts";
import { sweepLeftovers } from "../tracker/leftovers.ts";
import { fileOf } from "./addresses.ts";
import { updateFolder } from "./build-update.ts";
import { fileList } from "./file-list.ts";
import { madeFrom } from "./made-from.ts";
import { manifestName, writeManifest } from "./manifest.ts";
import { readManifest, refuseForbidden, refuseStrangers, swap } from "./out-folder.ts";
import { brokenStories, topKeys } from "./pages.ts";
import { nameRedirects, pagesAmong, redirectPage, redirects } from "./redirects.ts";
import { blockCount, searchIndexFile } from "./search/search-files.ts";
import type { Site } from "./site.ts";
import { sitemapFiles, standingFiles } from "./site-files.ts";
import { renderPart, type SitePart } from "./site-parts.ts";
import { beginLikeShown, showNext, versionsOf } from "./versions.ts";
import { type BuildSummary, type Written, writerInto } from "./written.ts";

export { manifestName };

export interface BuildOptions {
  readonly out: string;
  /** The tracker's own folders: nothing is built into them, or around them. */
  readonly keepOut: readonly string[];
  readonly progress?: (pages: number) => void;
  /** Which program builds: another one builds everything anew. */
  readonly edition?: string;
  /** Where the commit of an earlier build can be compared with this one; absent when what is shown is no commit. */
  readonly objects?: ObjectReader | undefined;
  /** Builds everything anew. */
  readonly full?: boolean;
  /** Keeps two versions beside each other and makes `out` a link that is switched over; once it is one, that goes on by itself. */
  readonly switched?: boolean;
  /** Renders parts of the site into a folder, several at a time; without it they are rendered here, one by one. */
  readonly workers?: Workers | undefined;
}

export interface Workers {
  render(parts: readonly SitePart[], folder: string, done: (written: Written) => void): Promise<void>;
}

/**
 * Builds the site. With two versions, readers see one commit's site or the other's. In one folder, a whole site takes the old one's place
 * by two renamings, between which there is none; one that is brought up to date is changed file by file, in an order in which each file
 * is whole and every link leads somewhere, while pages of both commits stand side by side for a moment.
 */
export async function buildSite(site: Site, options: BuildOptions): Promise<BuildSummary> {
  const out = resolve(options.out);
  const real = await refuseForbidden(out, options.keepOut);
  return orFailure(async () => {
    const versions = await versionsOf(out, options.switched === true);
    const place = versions?.next ?? real;
    return withStaging(place, async (folder) => {
      if (versions && !options.full) await beginLikeShown(versions, folder);
      const summary = await buildInto(site, { out, place, folder }, options);
      if (versions) await showNext(versions, folder);
      return summary;
    });
  });
}

interface Places {
  /** What the user calls it. */
  readonly out: string;
  readonly place: string;
  /** A folder beside it, for what is not ready. */
  readonly folder: string;
}

async function buildInto(site: Site, { out, place, folder }: Places, options: BuildOptions): Promise<BuildSummary> {
  const manifest = await readManifest(out, place);
  const made = madeFrom(site, options.edition ?? "");
  const commit = options.objects ? site.catalogue.commit : null;
  const staging = join(folder, "site");
  await mkdir(staging);
  if (manifest && options.objects && !options.full && manifest.made === made) {
    const updated = await updateFolder(site, { place, staging, manifest, objects: options.objects });
    if (updated) return updated;
  }
  if (manifest) await refuseStrangers(out, place, manifest);
  const { files, bytes } = await writeWhole(site, staging, options);
  const pages = pagesAmong(files);
  await writeManifest(staging, { commit, made, pages, files: fileList(files) });
  await swap(staging, place);
  return { pages, files: files.length, bytes, written: files.length, removed: 0, whole: true };
}

/** A folder beside the site's place that is gone in the end, whatever happens; those of builds that were killed go as well. */
async function withStaging<T>(place: string, work: (folder: string) => Promise<T>): Promise<T> {
  const beside = dirname(place);
  await mkdir(beside, { recursive: true });
  const folder = await mkdtemp(join(beside, `.storytree-build-${process.pid}-`));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
    // Last, since there may be a whole site to take away.
    sweepLeftovers(beside, /^\.storytree-build-(\d+)-\w{6}$/);
  }
}

/** What the disk refuses is nobody's fault here. */
async function orFailure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (error instanceof Failure || !code || !syscall) throw error;
    throw new Failure("output-failed", `the site could not be written: ${code}`, {
      hint: "make room or mend the permissions, and build again",
      cause: error,
    });
  }
}

async function writeWhole(
  site: Site,
  folder: string,
  { workers, progress }: BuildOptions,
): Promise<Pick<Written, "files" | "bytes">> {
  const files: string[] = [];
  let [pages, bytes] = [0, 0];
  const count = (written: Written) => {
    files.push(...written.files);
    pages += written.pages;
    bytes += written.bytes;
    progress?.(pages);
  };
  const parts = partsOf(site);
  if (workers) await workers.render(parts, folder, count);
  else for (const part of parts) count(await renderPart(site, part, writerInto(folder)));
  const write = writerInto(folder);
  const rest = [...standingFiles(site), ...sitemapFiles(site), searchIndexFile(site)];
  const moved = [...redirects(site.catalogue), ...nameRedirects(site.catalogue)].map((each) => ({
    file: fileOf(each.key),
    body: redirectPage(each),
  }));
  for (const { file, body } of [...rest, ...moved]) {
    bytes += write(file, body);
    files.push(file);
  }
  return { files, bytes };
}

/** Portions of about the same size, the largest first, so that several workers end at about the same time. */
function partsOf(site: Site): SitePart[] {
  const blocks = Array.from({ length: blockCount(site) }, (_, block): SitePart => ({ kind: "block", block }));
  const keys = [...topKeys(site)];
  const lists: SitePart[] = [];
  for (let start = 0; start < keys.length; start += 20)
    lists.push({ kind: "pages", keys: keys.slice(start, start + 20) });
  return [...blocks, ...lists, { kind: "stories", ids: brokenStories(site) }];
}
