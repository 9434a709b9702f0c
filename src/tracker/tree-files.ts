// The files of a tracker wherever they are: a working tree, or any commit of a repository; one way to list and read them.

import type { Oid } from "./git/objects.ts";

/** Of a folder of a working tree that may not be read. */
export const forbiddenMode = "000000";

export interface TreeFile {
  readonly path: string;
  /** As git writes it: "100644" a file, "100755" executable, "120000" a symbolic link, "160000" a submodule; or `forbiddenMode`. */
  readonly mode: string;
  /** The blob's id; in a working tree unknown. */
  readonly oid: Oid | null;
  /** The path's bytes are not UTF-8; `path` shows them escaped. */
  readonly badPath?: boolean;
}

/** A file and its bytes; null when there are none to be had: not a regular file, missing, or larger than the cap asked for. */
export interface ReadFile<F extends TreeFile = TreeFile> {
  readonly file: F;
  readonly bytes: Uint8Array | null;
  /** The size in bytes, -1 when the file could not be read at all. */
  readonly size: number;
}

export interface TreeFiles {
  /** Every file, in batches, in git's order. */
  list(): AsyncIterable<readonly TreeFile[]>;
  /** The files in some folders, or at some paths; where listing all is as quick, it may be missing. */
  listUnder?(paths: readonly string[]): AsyncIterable<readonly TreeFile[]>;
  /** The paths `folder/<any>/rest` that are there; where listing the folder is as quick, it may be missing. */
  across?(folder: string, rest: string): Promise<readonly string[]>;
  /** The bytes of files, none larger than `cap`; in the order asked, but for what lies over others, which comes last. */
  read<F extends TreeFile>(
    files: AsyncIterable<readonly F[]> | Iterable<readonly F[]>,
    cap: number,
  ): AsyncIterable<readonly ReadFile<F>[]>;
  /** One file by its path, or null when it is not there. */
  readPath(path: string, cap: number): Promise<ReadFile | null>;
}
