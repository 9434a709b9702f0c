// What Storytree asks of git: objects by id, in bulk. Two readers answer it, the git program and isomorphic-git.

import type { TreeReader } from "./few-entries.ts";

/** A full object id, SHA-1 or SHA-256, lower case. */
export type Oid = string;

export interface TreeEntry {
  readonly path: string;
  /** "100644", "100755", "120000" a symbolic link, "160000" a submodule. */
  readonly mode: string;
  readonly oid: Oid;
  /** The path's bytes are not UTF-8; `path` shows the bad ones as \xNN. */
  readonly badPath?: boolean;
}

export interface TreeChange {
  readonly path: string;
  readonly before: TreeEntry | null;
  readonly after: TreeEntry | null;
}

export interface Blob {
  readonly oid: Oid;
  /** In bytes; -1 when the object is missing or no blob. */
  readonly size: number;
  /** Null when it is missing, or larger than the cap asked for. */
  readonly bytes: Uint8Array | null;
}

export interface Signature {
  readonly name: string;
  readonly email: string;
  /** Seconds since 1970; null when it cannot be read. */
  readonly time: number | null;
}

export interface Commit {
  readonly oid: Oid;
  readonly tree: Oid;
  readonly parents: readonly Oid[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

/**
 * A commit and what it changed against its first parent (of a root commit: everything). One that changed very much comes in
 * several entries, one after the other, each with some of the changes.
 */
export interface HistoryEntry {
  readonly commit: Commit;
  readonly changes: readonly TreeChange[];
}

export interface Ref {
  readonly name: string;
  readonly oid: Oid;
}

export interface ObjectReader {
  /** A revision to the id of a commit; Failure "bad-revision" or "unknown-revision". */
  resolve(revision: string): Promise<Oid>;
  commit(oid: Oid): Promise<Commit>;
  /** Every entry of a commit's tree, or of folders and files in it, in git's order, in batches. */
  tree(commit: Oid, under?: string | readonly string[]): AsyncIterable<readonly TreeEntry[]>;
  /** The paths `folder/<any>/rest` that are files of a commit; where listing the folder is as quick, it may be missing. */
  across?(commit: Oid, folder: string, rest: string): Promise<readonly string[]>;
  /** Single trees as they are stored; may be missing. */
  readonly trees?: TreeReader;
  /** Blobs in the order asked, in batches; one larger than `cap` is never held in memory. */
  blobs(oids: AsyncIterable<readonly Oid[]> | Iterable<readonly Oid[]>, cap: number): AsyncIterable<readonly Blob[]>;
  /** What differs between two commits' trees, renames as a removal and an addition; null is the empty tree. */
  changes(before: Oid | null, after: Oid, under?: string): AsyncIterable<readonly TreeChange[]>;
  /** First-parent history, newest first, down to but without `since`. */
  history(from: Oid, since?: Oid | null): AsyncIterable<readonly HistoryEntry[]>;
  /**
   * Single commits and what each changed against its first parent, in the order asked; with `under` only what lies in these
   * folders or is one of these files, and only the commits that changed any of it; `withChanges` false spares comparing trees.
   */
  entries(
    oids: readonly Oid[],
    options?: { readonly under?: readonly string[]; readonly withChanges?: boolean },
  ): AsyncIterable<readonly HistoryEntry[]>;
  /** The refs below a prefix such as "refs/heads/", sorted by name. */
  refs(prefix: string): Promise<readonly Ref[]>;
  /** Ends what was started for reading. */
  close(): void;
}
