// The reader that uses the git program: a child process per question, streams for what is large.

import { Failure } from "../../text/failure.ts";
import { catBlobs } from "./cat-file.ts";
import { commitFrom } from "./commit-text.ts";
import { fewChanges } from "./few-changes.ts";
import { fewEntries, fewFolders, treeReader } from "./few-entries.ts";
import { logEntries } from "./log-entries.ts";
import { nulRecords } from "./nul-records.ts";
import { type GitObject, type ObjectSession, objectSession } from "./object-session.ts";
import type { Blob, ObjectReader, Oid, Ref, TreeChange, TreeEntry } from "./objects.ts";
import { pathFromBytes } from "./path-bytes.ts";
import { type GitRun, gitText, runGit, streamGit } from "./process.ts";
import { changeFrom } from "./raw-diff.ts";
import { checkRevision, isOid, unknownRevision } from "./revision.ts";
import { scratchOf } from "./scratch.ts";

/** Brings objects that a partial clone has been promised. */
export type FetchMissing = (oids: readonly Oid[]) => Promise<void>;

/** Reads objects of a repository with the git program. Of a partial clone, blobs that are not here are fetched first, all at once. */
export function gitObjects(run: GitRun, fetchMissing?: FetchMissing): ObjectReader {
  const session = remembering(objectSession(run));
  const readTree = treeReader(session, run.repository.objectFormat === "sha256" ? 32 : 20);
  const across: ObjectReader["across"] = async (commit, folder, rest) => {
    const at = await fewFolders(readTree, commit, folder);
    const found = await Promise.all(
      at.map(async ({ name, oid }) => {
        const object = await session.read(`${oid}:${rest}`, 0);
        return object?.type === "blob" ? [`${folder}/${name}/${rest}`] : [];
      }),
    );
    return found.flat();
  };
  const emptyTree = run.repository.objectFormat === "sha256" ? emptyTree256 : emptyTree1;
  return {
    async resolve(revision) {
      const checked = checkRevision(revision);
      const object = await session.read(`${checked}^{commit}`, mostCommitBytes);
      if (object?.type === "commit") return object.oid;
      throw unknownRevision(run.repository, revision);
    },
    async commit(oid) {
      const object = await session.read(`${oid}^{commit}`, mostCommitBytes);
      if (object?.type === "commit" && object.bytes) return commitFrom(oid, object.bytes.toString("utf8"));
      throw new Failure("git-failed", `there is no commit ${oid} here`);
    },
    async *tree(commit, under) {
      const paths = under === undefined ? null : [under].flat();
      if (paths?.length === 0) return;
      const few = paths && paths.length <= fewPaths ? await fewEntries(readTree, commit, paths) : undefined;
      if (few === undefined) yield* listTree(run, commit, under);
      else if (few.length > 0) yield few;
    },
    // A partial clone may not have the file itself, and would end the process that is asked for it.
    ...(run.repository.partial ? {} : { across, trees: readTree }),
    blobs: (oids, cap) => {
      if (fetchMissing) return promisedBlobs(run, oids, cap, fetchMissing);
      return run.repository.partial ? presentBlobs(run, oids, cap) : fewOrMany(run, session, oids, cap);
    },
    async *changes(before, after, under) {
      const few = before && under === undefined ? await fewChanges(readTree, before, after) : undefined;
      if (few) {
        if (few.length > 0) yield few;
        return;
      }
      const range = ["--end-of-options", before ?? emptyTree, after];
      const path = under === undefined ? [] : ["--", under];
      const args = [
        "diff-tree",
        "-r",
        "--raw",
        "-z",
        "--no-renames",
        "--no-ext-diff",
        "--no-textconv",
        ...range,
        ...path,
      ];
      let header: string | null = null;
      for await (const records of nulRecords(streamGit(run, args))) {
        const changes: TreeChange[] = [];
        for (const record of records) {
          if (header === null) header = record.toString("latin1");
          else {
            changes.push(changeFrom(header, record));
            header = null;
          }
        }
        if (changes.length > 0) yield changes;
      }
    },
    history: (from, since) => logEntries(run, ["--end-of-options", from, ...(since ? [`^${since}`] : [])]),
    async *entries(oids, { under, withChanges = true } = {}) {
      if (oids.length === 0) return;
      const asked = [...oids, ...(under ? ["--", ...under] : [])];
      const args = ["--no-walk=unsorted", "--stdin", ...(withChanges ? [] : ["--no-patch"])];
      yield* logEntries(run, args, `${asked.join("\n")}\n`);
    },
    async refs(prefix): Promise<readonly Ref[]> {
      const text = await gitText(run, ["for-each-ref", "--format=%(objectname) %(refname)", "--", prefix]);
      return text.split("\n").flatMap((line) => {
        const [oid = "", name = ""] = line.split(" ");
        return isOid(oid) ? [{ name, oid }] : [];
      });
    },
    close: () => session.close(),
  };
}

/** Asked in the partial clone itself, git would end at the first that is missing. */
async function* presentBlobs(
  run: GitRun,
  ...[oids, cap]: Parameters<ObjectReader["blobs"]>
): ReturnType<ObjectReader["blobs"]> {
  const scratch = scratchOf(run);
  try {
    yield* catBlobs(scratch.run, oids, cap);
  } finally {
    scratch.dispose();
  }
}

async function* promisedBlobs(
  run: GitRun,
  oids: AsyncIterable<readonly Oid[]> | Iterable<readonly Oid[]>,
  cap: number,
  fetchMissing: FetchMissing,
): AsyncIterable<readonly Blob[]> {
  const wanted: Oid[] = [];
  for await (const batch of oids) for (const oid of batch) wanted.push(oid);
  if (wanted.length === 0) return;
  // What is fetched in bulk may leave out a few, which are fetched by themselves then.
  for (const _round of [1, 2]) {
    const missing = await missingOf(run, wanted);
    if (missing.length === 0) break;
    await fetchMissing(missing);
  }
  yield* catBlobs(run, [wanted], cap);
}

/** Those that are not here. Asked in the partial clone itself, git would end at the first of them. */
async function missingOf(run: GitRun, wanted: readonly Oid[]): Promise<Oid[]> {
  const scratch = scratchOf(run);
  const { output } = await runGit(scratch.run, ["cat-file", "--batch-check"], {
    input: `${wanted.join("\n")}\n`,
    cap: Number.POSITIVE_INFINITY,
  }).finally(scratch.dispose);
  const missing = [...output.toString("latin1").matchAll(/^([0-9a-f]+) missing$/gm)].map((match) => match[1] ?? "");
  return [...new Set(missing)];
}

const emptyTree1 = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
const emptyTree256 = "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321";

/** Up to so many paths are looked up tree by tree, and so many blobs read one by one; more are git's to stream. */
const fewPaths = 300;
const fewBlobs = 100;
const mostCommitBytes = 16 * 1024 * 1024;

/** So many small objects are remembered: the configuration, for one, is asked for by each part of a command. */
const remembered = 500;
const rememberedBytes = 16 * 1024;

/** The same session; small objects that were asked for by their whole id are not asked for twice. */
function remembering(session: ObjectSession): ObjectSession {
  const objects = new Map<Oid, GitObject>();
  return {
    async read(name, cap) {
      const known = objects.get(name);
      if (known) return known.size <= cap ? known : { ...known, bytes: null };
      const object = await session.read(name, cap);
      if (object?.bytes && object.oid === name && object.size <= rememberedBytes) {
        if (objects.size >= remembered) objects.clear();
        objects.set(name, object);
      }
      return object;
    },
    close: () => session.close(),
  };
}

/** Small batches are answered by the process that is there already; from the first large one on git streams. */
async function* fewOrMany(
  run: GitRun,
  session: ObjectSession,
  oids: AsyncIterable<readonly Oid[]> | Iterable<readonly Oid[]>,
  cap: number,
): AsyncIterable<readonly Blob[]> {
  const batches = Symbol.asyncIterator in oids ? oids[Symbol.asyncIterator]() : oids[Symbol.iterator]();
  let read = 0;
  for (;;) {
    const next = await batches.next();
    if (next.done) return;
    read += next.value.length;
    if (read > fewBlobs) {
      yield* catBlobs(run, rest(next.value, batches), cap);
      return;
    }
    yield await Promise.all(
      next.value.map(async (oid): Promise<Blob> => {
        const object = await session.read(oid, cap);
        if (object?.type !== "blob") return { oid, size: -1, bytes: null };
        return { oid, size: object.size, bytes: object.bytes };
      }),
    );
  }
}

async function* rest(
  first: readonly Oid[],
  batches: AsyncIterator<readonly Oid[]> | Iterator<readonly Oid[]>,
): AsyncIterable<readonly Oid[]> {
  yield first;
  for (let next = await batches.next(); !next.done; next = await batches.next()) yield next.value;
}

async function* listTree(
  run: GitRun,
  commit: Oid,
  under?: string | readonly string[],
): AsyncIterable<readonly TreeEntry[]> {
  const args = [
    "ls-tree",
    "-r",
    "-z",
    "--full-tree",
    "--end-of-options",
    commit,
    ...(under === undefined ? [] : ["--", ...[under].flat()]),
  ];
  let rest = "";
  for await (const chunk of streamGit(run, args)) {
    // A character a byte: most paths are ASCII, and cutting one string up is far cheaper than decoding each.
    const text = rest + chunk.toString("latin1");
    const entries: TreeEntry[] = [];
    let start = 0;
    for (let end = text.indexOf("\0"); end !== -1; end = text.indexOf("\0", start)) {
      entries.push(entryFrom(text, start, end));
      start = end + 1;
    }
    rest = text.slice(start);
    if (entries.length > 0) yield entries;
  }
}

/** "100644 blob <oid>\t<path>" */
function entryFrom(text: string, start: number, end: number): TreeEntry {
  const tab = text.indexOf("\t", start);
  const blank = text.indexOf(" ", start + 7);
  const mode = text.startsWith("100644", start) ? "100644" : text.slice(start, start + 6);
  const oid = text.slice(blank + 1, tab);
  const found = pathFromBytes(text.slice(tab + 1, end));
  return found.badPath ? { ...found, mode, oid } : { path: found.path, mode, oid };
}
