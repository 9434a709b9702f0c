// The reader for where there is no git program: the same answers from the repository's files, by way of isomorphic-git.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../../../text/failure.ts";
import { commitFrom } from "../commit-text.ts";
import type { Blob, Commit, HistoryEntry, ObjectReader, Oid, TreeChange, TreeEntry } from "../objects.ts";
import type { Repository } from "../repository.ts";
import { firstParents } from "./first-parents.ts";
import { loggedCommit } from "./logged-commit.ts";
import { objectStores } from "./object-stores.ts";
import { type Objects, objectsOf } from "./read-object.ts";
import { refFiles } from "./ref-files.ts";
import { peelTo, resolveRevision } from "./resolve-revision.ts";
import { type RawEntry, treeEntries } from "./tree-entries.ts";
import { type ReadTree, walkTrees } from "./walk-trees.ts";

/** Reads a repository without the git program; Failure "git-missing" for one that needs it. Blobs of a partial clone are not fetched. */
export function isomorphicObjects(repository: Repository): ObjectReader {
  if (repository.objectFormat !== "sha1")
    throw new Failure("git-missing", "this repository has SHA-256 ids, which only the git program can read", {
      hint: "install git",
    });
  const refs = refFiles(repository);
  const objects = objectsOf(objectStores(repository));
  const readTree = treeReader(objects);
  const cutOff = shallowCommits(repository);
  const logged = async (oid: Oid): Promise<Commit> => {
    const commit = loggedCommit(oid, await commitBytes(objects, oid));
    return cutOff.has(oid) ? { ...commit, parents: [] } : commit;
  };
  const parents = async (oid: Oid) => (await logged(oid)).parents;
  const treeOf = async (oid: Oid): Promise<Oid> => {
    const tree = await peelTo(objects, oid, "tree");
    if (tree === null) throw new Failure("git-failed", `${oid} is no tree and leads to none`);
    return tree;
  };
  const entryOf = async (commit: Commit, under?: readonly string[]): Promise<HistoryEntry> => {
    const parent = commit.parents[0];
    const before = parent === undefined ? null : (await logged(parent)).tree;
    const changes: TreeChange[] = [];
    for await (const batch of walkTrees(readTree, before, commit.tree, under)) changes.push(...batch);
    return { commit, changes };
  };
  return {
    resolve: (revision) => resolveRevision({ repository, objects, refs, parents }, revision),
    async commit(oid) {
      const peeled = await peelTo(objects, oid, "commit");
      return commitFrom(oid, (await commitBytes(objects, peeled ?? oid)).toString("utf8"));
    },
    async *tree(commit, under) {
      const paths = under === undefined ? undefined : [under].flat();
      for await (const batch of walkTrees(readTree, null, await treeOf(commit), paths))
        yield batch.flatMap(({ after }): TreeEntry[] => (after ? [after] : []));
    },
    async *blobs(oids, cap) {
      for await (const batch of oids) {
        for (let at = 0; at < batch.length; at += together) {
          const some = batch.slice(at, at + together);
          yield await Promise.all(some.map((oid) => readBlob(objects, oid, cap)));
        }
      }
    },
    async *changes(before, after, under) {
      const from = before === null ? null : await treeOf(before);
      yield* walkTrees(readTree, from, await treeOf(after), under === undefined ? undefined : [under]);
    },
    async *history(from, since) {
      for await (const commit of firstParents(logged, from, since ?? null)) yield [await entryOf(commit)];
    },
    async *entries(oids, { under, withChanges = true } = {}) {
      for (const oid of oids) {
        const entry = withChanges
          ? await entryOf(await logged(oid), under)
          : { commit: await logged(oid), changes: [] };
        if (under === undefined || entry.changes.length > 0) yield [entry];
      }
    },
    refs: async (prefix) => refs.list(prefix),
    close: () => undefined,
  };
}

/** Enough that waiting for files overlaps, few enough that their bytes do not add up. */
const together = 64;

async function readBlob(objects: Objects, oid: Oid, cap: number): Promise<Blob> {
  const header = await objects.header(oid);
  if (header?.type !== "blob") return { oid, size: -1, bytes: null };
  if (header.size > cap) return { oid, size: header.size, bytes: null };
  const object = await objects.read(oid);
  return object ? { oid, size: object.bytes.length, bytes: object.bytes } : { oid, size: -1, bytes: null };
}

const commitCap = 16 * 1024 * 1024;

async function commitBytes(objects: Objects, oid: Oid): Promise<Buffer> {
  const header = await objects.header(oid);
  if (header && header.size > commitCap)
    throw new Failure("git-too-much", `the commit ${oid} has more than ${commitCap} bytes`);
  const object = header?.type === "commit" ? await objects.read(oid) : null;
  if (!object) throw new Failure("git-failed", `there is no commit ${oid} here`);
  return object.bytes;
}

/** Trees come back often, in history commit after commit: so many entries of the latest are kept. */
const keptEntries = 200_000;

function treeReader(objects: Objects): ReadTree {
  const kept = new Map<Oid, readonly RawEntry[]>();
  let count = 0;
  return async (oid) => {
    const known = kept.get(oid);
    if (known) {
      kept.delete(oid);
      kept.set(oid, known);
      return known;
    }
    const object = await objects.read(oid);
    if (object?.type !== "tree") throw new Failure("git-failed", `there is no tree ${oid} here`);
    const entries = treeEntries(oid, object.bytes);
    kept.set(oid, entries);
    count += entries.length + 1;
    for (const [oldest, { length }] of kept) {
      if (count <= keptEntries) break;
      kept.delete(oldest);
      count -= length + 1;
    }
    return entries;
  };
}

/** The commits at which a shallow clone ends. */
function shallowCommits({ commonDir, shallow }: Repository): ReadonlySet<Oid> {
  if (!shallow) return new Set();
  return new Set(readFileSync(join(commonDir, "shallow"), "utf8").split("\n"));
}
