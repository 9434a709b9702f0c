// What a build wrote, kept beside the site's files: which they are, what they show, and what a killed build may have left.

import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { builtSiteMark } from "../tracker/built-site.ts";
import { type FileList, fileList, fileListFrom } from "./file-list.ts";

export const manifestName = builtSiteMark;

/** What a build wrote. */
export interface Manifest {
  /** The commit it shows; null when it shows more than a commit. */
  readonly commit: string | null;
  /** Of everything else that the pages were made from: the program, its templates, the site's address. */
  readonly made: string;
  /** How many pages to read are among the files. */
  readonly pages: number;
  /** Every file but for the manifest itself. */
  readonly files: FileList;
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

/** Whether a build may have written a file. */
export function isOwn({ files, begun }: Manifest): (file: string) => boolean {
  const more = new Set(begun?.files);
  return (file) => more.has(file) || files.has(file);
}

/** The manifest of a folder; null when there is none that a build wrote. */
export async function manifestIn(folder: string): Promise<Manifest | null> {
  const text = await readFile(join(folder, manifestName), "utf8").catch(() => null);
  const manifest = text === null ? null : manifestFrom(text);
  if (!manifest) return null;
  const begun = begunFrom(await readFile(join(folder, begunName), "utf8").catch(() => ""));
  // Killed after the manifest was written, it had ended.
  return begun && begun.commit !== manifest.commit ? { ...manifest, begun } : manifest;
}

const listBegins = '"files": [\n    ';
const listEnds = "\n  ]\n}\n";

function manifestFrom(text: string): Manifest | null {
  if (!/^\{\s*"storytree": 1\b/.test(text)) return null;
  const begin = text.indexOf(listBegins) + listBegins.length;
  const written = text.slice(begin, -listEnds.length);
  const files = begin >= listBegins.length && text.endsWith(listEnds) ? fileListFrom(written) : null;
  // Of the list as we write it every path is judged at once: none has an empty part, or one that leads elsewhere.
  const asWritten = files && !/["/]\.{0,2}["/]/.test(written) ? files : null;
  try {
    const facts = JSON.parse(asWritten ? `${text.slice(0, begin)}]}` : text) as { [K in keyof Manifest]?: unknown };
    if (!asWritten && !isList(facts.files)) return null;
    const [commit, made, pages] = [facts.commit, facts.made, facts.pages];
    return {
      commit: typeof commit === "string" ? commit : null,
      // One without a number of pages is none that an update can begin with.
      made: typeof made === "string" && typeof pages === "number" ? made : "",
      pages: typeof pages === "number" ? pages : 0,
      files: asWritten ?? fileList(facts.files as string[]),
    };
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

/** What a manifest names may be removed: it lies in the folder. Nor do we write names that a list could not hold. */
function isInside(file: string): boolean {
  return file !== "" && !/(?:^|\/)(?:\.{0,2})(?:\/|$)|["\\\n]/.test(file);
}

/** Writes the manifest of a folder; whoever reads it sees the old one or the new one. */
export async function writeManifest(folder: string, { commit, made, pages, files }: Manifest): Promise<void> {
  const facts = `"storytree": 1,\n  "commit": ${JSON.stringify(commit)},\n  "made": ${JSON.stringify(made)},\n  "pages": ${pages}`;
  await writeWhole(join(folder, manifestName), `{\n  ${facts},\n  ${listBegins}${files.text}${listEnds}`);
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
