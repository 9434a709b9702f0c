// A work tree compared with its commit, without the git program: what is edited, what is new, what is ignored.

import { type BigIntStats, type Dirent, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { withoutBuiltSites } from "../../built-site.ts";
import { blobId, contentId, readRegular } from "../content-id.ts";
import type { ObjectReader, Oid } from "../objects.ts";
import type { GitRun } from "../process.ts";
import { repositoryAt } from "../repository.ts";
import { configFiles } from "./config-files.ts";
import { type IgnoreRules, ignoreRules } from "./ignore-rules.ts";
import { type IndexEntry, type IndexFile, type Moment, readIndexFile } from "./index-file.ts";

type Known = Pick<IndexEntry, "mode" | "oid"> & Partial<IndexEntry>;

/** Paths that differ from HEAD, and those that git does not know and was not told to ignore. A folder that is another repository ends in "/". */
export async function plainDirtyPaths(run: GitRun, objects: ObjectReader): Promise<readonly string[]> {
  const root = run.repository.workTree ?? "";
  const index = readIndexFile(run.repository.gitDir);
  const head = await objects.resolve("HEAD");
  const dirty: string[] = [];
  const committed = new Map<string, Known>();
  // The index says which tree it would make: most often the commit's, which need not be listed then.
  if (index === null || index.tree !== (await objects.commit(head)).tree)
    for await (const batch of objects.tree(head)) for (const entry of batch) committed.set(entry.path, entry);
  const compared = committed.size > 0 || !index ? committed : index.entries;
  const config = configFiles(run);
  const modes = {
    executable: !isFalse(config.get("core.filemode")),
    convertsEnds: convertsEnds(root, config.get("core.autocrlf")),
  };
  for (const [path, known] of compared) {
    const cached = index ? index.entries.get(path) : known;
    const isKept = cached?.oid === known.oid && cached.mode === known.mode;
    if (!cached || cached.unmerged) dirty.push(path);
    // What was staged since does not count: the file does.
    else if (isEdited(join(root, path), isKept ? cached : known, index, modes)) dirty.push(path);
  }
  const tracked = index?.entries ?? committed;
  for (const path of tracked.keys()) if (!compared.has(path) && isThere(join(root, path))) dirty.push(path);
  const others = [...untracked(root, "", ignoreRules(run), foldersOf(tracked.keys()), tracked, "others")];
  dirty.push(...withoutBuiltSites(others));
  return dirty;
}

/** Whether git keeps any file of a folder; without an index it is taken to. */
export function plainKeepsAnyIn(run: GitRun, folder: string): boolean {
  const index = readIndexFile(run.repository.gitDir);
  return index === null || [...index.entries.keys()].some((path) => path.startsWith(`${folder}/`));
}

/** What .gitignore leaves out and git does not keep anyway; a folder that holds nothing else ends in "/". */
export async function plainIgnoredPaths(run: GitRun, objects: ObjectReader): Promise<ReadonlySet<string>> {
  const tracked = new Map<string, unknown>(readIndexFile(run.repository.gitDir)?.entries);
  if (tracked.size === 0) {
    const head = await objects.resolve("HEAD").catch(() => null);
    if (head !== null)
      for await (const batch of objects.tree(head)) for (const { path } of batch) tracked.set(path, null);
  }
  const root = run.repository.workTree ?? "";
  return new Set(untracked(root, "", ignoreRules(run), foldersOf(tracked.keys()), tracked, "ignored"));
}

function isThere(path: string): boolean {
  return statusAt(path) !== null;
}

function isFalse(value: string | undefined): boolean {
  return value !== undefined && /^(?:false|no|off|0|)$/i.test(value);
}

/** What the configuration says of how files lie on disk. */
interface Modes {
  readonly executable: boolean;
  readonly convertsEnds: boolean;
}

function isEdited(path: string, known: Known, index: IndexFile | null, modes: Modes): boolean {
  if (known.assumed) return false;
  const status = statusAt(path);
  if (!status) return true;
  // Another repository's commit is not ours to compare.
  if (known.mode === "160000") return !status.isDirectory();
  const mode = status.isSymbolicLink() ? "120000" : status.isFile() ? regularMode(status) : "";
  const isSameKind = modes.executable ? mode === known.mode : mode.slice(0, 2) === known.mode.slice(0, 2);
  if (!isSameKind) return true;
  return !(isAsIndexed(status, known, index) || holds(path, mode, known.oid, modes.convertsEnds));
}

/** Null also where something else has taken the place of a folder on the way, or nobody may look. */
function statusAt(path: string): BigIntStats | null {
  try {
    return lstatSync(path, { bigint: true });
  } catch {
    return null;
  }
}

/** Whether a file's content is that of a blob; with `convertsEnds` also when git would commit it with other ends of lines. */
function holds(path: string, mode: string, oid: Oid, convertsEnds: boolean): boolean {
  try {
    if (contentId(path, mode) === oid) return true;
    if (!convertsEnds || mode === "120000") return false;
    const text = readRegular(path).toString("latin1");
    return text.includes("\r\n") && blobId(Buffer.from(text.replaceAll("\r\n", "\n"), "latin1")) === oid;
  } catch {
    return false;
  }
}

/** Whether git may write ends of lines otherwise than it keeps them. */
function convertsEnds(root: string, setting: string | undefined): boolean {
  if (/^(?:true|yes|on|1|input)$/i.test(setting ?? "")) return true;
  try {
    return /\s(?:text|text=auto|eol=\w+)(?:\s|$)/.test(readFileSync(join(root, ".gitattributes"), "utf8"));
  } catch {
    return false;
  }
}

function regularMode(status: BigIntStats): string {
  return status.mode & 0o100n ? "100755" : "100644";
}

/** Untouched since the index was written, as far as the disk can tell: what was written in the same moment is read. */
function isAsIndexed(status: BigIntStats, { modified, changed, size }: Known, index: IndexFile | null): boolean {
  if (!index || !modified || !changed || BigInt(size ?? -1) !== (status.size & 0xffffffffn)) return false;
  const isOlder = Number(status.mtimeNs / 1_000_000n) < Math.floor(index.written);
  return isOlder && isMoment(status.mtimeNs, modified) && (changed[0] === 0 || isMoment(status.ctimeNs, changed));
}

/** Some programs keep whole seconds only. */
function isMoment(time: bigint, [seconds, nanoseconds]: Moment): boolean {
  const rest = time % 1_000_000_000n;
  return time / 1_000_000_000n === BigInt(seconds) && (nanoseconds === 0 || rest === BigInt(nanoseconds));
}

function foldersOf(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      const folder = path.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

/** Entries that git does not keep: those it ignores, or the others. */
function* untracked(
  root: string,
  folder: string,
  rules: IgnoreRules,
  trackedFolders: ReadonlySet<string>,
  tracked: { readonly has: (path: string) => boolean },
  wanted: "ignored" | "others",
): Iterable<string> {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    return;
  }
  for (const entry of entries) {
    if (entry.name === ".git") continue;
    const path = folder + entry.name;
    if (tracked.has(path)) continue;
    const isFolder = entry.isDirectory();
    if (!isFolder && !entry.isFile() && !entry.isSymbolicLink()) continue;
    const isKept = isFolder && trackedFolders.has(path);
    // What lies in an ignored folder and is kept all the same is known; what else lies there is ignored.
    const ignored = rules.ignores(entry.name, isFolder);
    if (ignored && !isKept) {
      if (wanted === "ignored") yield isFolder ? `${path}/` : path;
    } else if (!isFolder) {
      if (wanted === "others") yield path;
    } else if (!isKept && repositoryAt(join(root, path))) {
      if (wanted === "others") yield `${path}/`;
    } else {
      const inside = ignored ? everything : rules.into(entry.name);
      yield* untracked(root, `${path}/`, inside, trackedFolders, tracked, wanted);
    }
  }
}

const everything: IgnoreRules = { ignores: () => true, into: () => everything };
