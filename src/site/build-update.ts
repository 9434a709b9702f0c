// A built site brought from one commit to another: only pages that may be different are rendered, and only files that are get written.

import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { Failure } from "../text/failure.ts";
import type { ObjectReader } from "../tracker/git/objects.ts";
import { fileOf, type PageKey } from "./addresses.ts";
import { type Affected, affectedBy } from "./build-affected.ts";
import { changesSince } from "./build-changes.ts";
import { withHistories } from "./changed-fields.ts";
import type { FileList } from "./file-list.ts";
import { isOwn, type Manifest, writeBegun, writeManifest } from "./manifest.ts";
import { isOldAddress, nameRedirects, pagesAmong, redirectPage, redirects } from "./redirects.ts";
import { searchIndexFile } from "./search/search-files.ts";
import { updatedBlockFiles } from "./search/update-block.ts";
import type { Site } from "./site.ts";
import {
  attachmentsOfStory,
  filesOfPage,
  filesOfStory,
  pageOfFile,
  type SiteFile,
  sitemapFiles,
} from "./site-files.ts";
import { isStillWhole } from "./still-whole.ts";
import { type BuildSummary, writerInto } from "./written.ts";
import { withWrittenRows } from "./written-rows.ts";

export interface UpdateOptions {
  /** Where the site lies. */
  readonly place: string;
  /** An empty folder beside it. */
  readonly staging: string;
  /** What lies there. */
  readonly manifest: Manifest;
  readonly objects: ObjectReader;
}

/**
 * Null when the whole site has to be built: the two commits are not one history, too much is different, files of the site are gone, or a
 * build of yet another commit was killed on the way.
 */
export async function updateFolder(
  site: Site,
  { place, staging, manifest, objects }: UpdateOptions,
): Promise<BuildSummary | null> {
  const { begun } = manifest;
  const { commit } = site.catalogue;
  if (commit === null || (begun && begun.commit !== commit)) return null;
  const tops = topFiles(manifest.files);
  const others = tops.map(({ file }) => file);
  // A build that was killed may have taken some away already.
  if (!begun && !isStillWhole(place, manifest.files, others)) return null;
  const changes = await changesSince(site, manifest.commit, objects);
  const affected = changes && affectedBy(site, changes, new Set(tops.map(({ key }) => key)));
  if (!affected) return null;
  const own = isOwn(manifest);
  const stage = writerInto(staging);
  const rendered = new Set<string>();
  /** Where what goes to a file lies until then. */
  const staged = new Map<string, string>();
  const fresh = new Set<string>();
  let bytes = 0;
  const put = ({ file, body }: SiteFile) => {
    rendered.add(file);
    const wanted = Buffer.from(body as Uint8Array);
    const path = join(place, file);
    const present = existsSync(path) ? readFileSync(path) : null;
    if (present?.equals(wanted)) return;
    if (present && !own(file)) throw stranger(file);
    // In one folder, however deep its place is: to make folders that are left again takes as long as to write the files.
    const name = String(staged.size);
    bytes += stage(name, wanted);
    staged.set(file, join(staging, name));
    if (!present) fresh.add(file);
  };
  // Should a build have been killed, files of two commits stand there: nothing is made from them.
  const shown = begun ? site : withWrittenRows(site, place, affected.changed);
  const readBefore = (file: string) =>
    begun || !existsSync(join(place, file)) ? null : readFileSync(join(place, file), "utf8");
  await renderAffected(shown, affected, readBefore, put, (file) => rendered.add(file));
  const stale = [...filesOf(affected, manifest.files, tops)].filter((file) => !rendered.has(file));
  const more = [...rendered].filter((file) => !manifest.files.has(file)).sort();
  const files = manifest.files.changed(more, new Set(stale));
  const pages = manifest.pages + pagesAmong(more) - pagesAmong(stale);
  // Should we be stopped halfway, the next build begins at the same commit, and knows what of us may lie there.
  if (staged.size + stale.length > 0) await writeBegun(place, { commit, files: more });
  for (const file of inOrder([...staged.keys()], fresh)) {
    if (fresh.has(file)) mkdirSync(dirname(join(place, file)), { recursive: true });
    renameSync(staged.get(file) as string, join(place, file));
  }
  for (const file of stale) rmSync(join(place, file), { force: true });
  removeEmpty(place, stale);
  await writeManifest(place, { commit, made: manifest.made, pages, files });
  return {
    pages,
    files: files.count,
    bytes,
    written: staged.size,
    removed: stale.length,
    whole: false,
  };
}

/** Folders whose last file went. */
function removeEmpty(place: string, gone: readonly string[]): void {
  const folders = new Set<string>();
  for (const file of gone)
    for (let folder = dirname(file); folder !== "."; folder = dirname(folder)) folders.add(folder);
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) {
    try {
      rmdirSync(join(place, folder));
    } catch {
      // It holds other files.
    }
  }
}

async function renderAffected(
  site: Site,
  affected: Affected,
  readBefore: (file: string) => string | null,
  put: (file: SiteFile) => void,
  keep: (file: string) => void,
): Promise<void> {
  for await (const id of withHistories(site, [...affected.stories])) {
    const detail = site.catalogue.story(id);
    for (const file of filesOfStory(site, id, detail)) put(file);
    if (detail) for await (const file of attachmentsOfStory(site, detail)) put(file);
  }
  for (const key of affected.pages) for (const file of filesOfPage(site, key)) put(file);
  for (const block of affected.blocks) {
    for (const { file, body } of updatedBlockFiles(site, block, affected, readBefore)) {
      if (body === null) keep(file);
      else put({ file, body });
    }
  }
  put(searchIndexFile(site));
  for (const file of sitemapFiles(site, ["sitemap.xml", "sitemap-pages.xml", ...affected.sitemaps])) put(file);
  // Of names there are few, and a page of that name comes and goes.
  const moved = [...(affected.redirects ? redirects(site.catalogue) : []), ...nameRedirects(site.catalogue)];
  for (const each of moved) put({ file: fileOf(each.key), body: redirectPage(each) });
}

/** Files that are neither a story's, nor search's, nor at an old address of most trackers: not many, however many stories there are. */
function topFiles(files: FileList): readonly TopFile[] {
  const folders = ["bugs/", "search/", "stories/"];
  const after = (folder: string) => folder.replace("/", "0");
  const found = ["", ...folders.map(after)].flatMap((from, at) => files.between(from, folders[at] ?? "\uffff"));
  return found.map((file) => ({ file, key: pageOfFile(file) }));
}

interface TopFile {
  readonly file: string;
  /** Of its page. */
  readonly key: PageKey;
}

/** The files of the old site that are rendered anew, if they are there still. */
function* filesOf(affected: Affected, files: FileList, tops: readonly TopFile[]): Iterable<string> {
  for (const id of affected.stories)
    for (const start of [".html", ".json", ".atom", "/attachments/"]) yield* files.under(`stories/${id}${start}`);
  const isOfBlock = (block: number) => affected.blocks.has(block) || block >= affected.blockCount;
  for (const file of files.under("search/")) if (isOfBlock(Number(/^search\/(\d+)-/.exec(file)?.[1] ?? -1))) yield file;
  const isGone = ({ file, key }: TopFile) => affected.gone.has(key) || affected.lostSitemaps.has(file);
  const isRendered = ({ file, key }: TopFile) => affected.pages.has(key) || affected.sitemaps.has(file);
  for (const each of tops)
    if (isRendered(each) || isGone(each) || (affected.redirects && isOldAddress(each.file))) yield each.file;
  if (affected.redirects) yield* files.under("bugs/");
}

/**
 * What is new comes first, for no old page leads there; then every page that is changed leads to what is there. Of those stories come
 * before lists, the home page last. What is stale goes in the end, when no page leads there any more.
 */
function inOrder(files: readonly string[], fresh: ReadonlySet<string>): string[] {
  const rank = (file: string) =>
    fresh.has(file) ? 0 : file === "index.html" ? 4 : file.startsWith("stories/") ? 1 : file.includes("/") ? 2 : 3;
  return [...files].sort((a, b) => rank(a) - rank(b));
}

function stranger(file: string): Failure {
  return new Failure("output-not-ours", `"${file}" in the folder was not written by a build of storytree`, {
    hint: "move it elsewhere: a page of the site needs its place",
  });
}
