// Everything a reader of git says about a repository, as one value: two readers are equal when these are.

import { createHash } from "node:crypto";
import type { ObjectReader, Oid } from "../../src/tracker/git/objects.ts";

/** An answer, or the code of the failure that came instead. */
export async function answer<T>(work: () => Promise<T>): Promise<T | { readonly failure: string }> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (typeof code !== "string") throw error;
    return { failure: code };
  }
}

export async function all<T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> {
  const items: T[] = [];
  for await (const batch of batches) items.push(...batch);
  return items;
}

export interface Questions {
  /** Resolved, and asked for their trees, histories and each other's differences. */
  readonly revisions: readonly string[];
  /** Paths to list and to compare below. */
  readonly paths?: readonly string[];
  /** Ids of which nothing is known. */
  readonly oids?: readonly Oid[];
  /** Larger blobs are not read. */
  readonly cap?: number;
}

export async function answers(reader: ObjectReader, { revisions, paths = [], oids = [], cap = 1 << 20 }: Questions) {
  const resolved = await Promise.all(revisions.map((revision) => answer(() => reader.resolve(revision))));
  const stride = 1 + Math.floor(resolved.length / 8);
  const commits = [...new Set(resolved.filter((each) => typeof each === "string"))];
  const trees = [];
  const blobs = new Set<Oid>(oids);
  for (const commit of commits) {
    const entries = await answer(() => all(reader.tree(commit)));
    if (Array.isArray(entries)) for (const entry of entries) blobs.add(entry.oid);
    const under = await Promise.all(paths.map((path) => answer(() => all(reader.tree(commit, path)))));
    const several = await answer(() => all(reader.tree(commit, paths)));
    trees.push({ commit, entries, under, several: paths.length > 0 ? several : [] });
  }
  // Every question is a process to the one reader: not each with each, but enough of them.
  const pairs = [null, ...commits].flatMap((before, at) =>
    commits.filter((_, other) => (at + other) % stride === 0).map((after) => ({ before, after })),
  );
  const changes = [];
  for (const [at, { before, after }] of pairs.entries()) {
    const below = await Promise.all(
      (at < 4 ? paths : []).map((path) => answer(() => all(reader.changes(before, after, path)))),
    );
    changes.push({ before, after, changes: await answer(() => all(reader.changes(before, after))), below });
  }
  const histories = [];
  for (const { before: since, after: from } of pairs)
    histories.push({ from, since, history: await answer(() => all(reader.history(from, since))) });
  const read = await answer(() => all(reader.blobs([[...blobs].slice(0, 3), [], [...blobs].slice(3)], cap)));
  return {
    resolved,
    commits: await Promise.all([...commits, ...oids].map((oid) => answer(() => reader.commit(oid)))),
    trees,
    changes,
    histories,
    blobs: Array.isArray(read)
      ? read.map(({ oid, size, bytes }) => ({
          oid,
          size,
          bytes: bytes && createHash("sha256").update(bytes).digest("hex"),
        }))
      : read,
    refs: await Promise.all(
      ["refs/", "refs/heads/", "refs/heads/main", "refs/tags/", "refs/remotes/", "refs/heads/none"].map((prefix) =>
        answer(() => reader.refs(prefix)),
      ),
    ),
  };
}
