// Where git keeps what a push brought while a pre-receive hook judges it: seen by the repository it was pushed to, and by no other.

import { lstatSync, realpathSync } from "node:fs";
import { basename, delimiter, dirname, join } from "node:path";
import type { GitRun } from "./process.ts";

// The names that git gives such a folder, the older and the newer.
const named = /^(?:tmp_objdir-)?incoming-[A-Za-z0-9]{6}$/;

/**
 * The quarantine of a push that is being judged, or null. The environment may name one from anywhere; only a real folder right
 * inside the object store of the repository that is read counts.
 */
export function quarantineOf({ git, repository }: GitRun): string | null {
  if (git.quarantine === undefined || !named.test(basename(git.quarantine))) return null;
  try {
    if (!lstatSync(git.quarantine).isDirectory()) return null;
    const place = realpathSync(git.quarantine);
    return dirname(place) === realpathSync(join(repository.commonDir, "objects")) ? place : null;
  } catch {
    return null;
  }
}

/** A folder as an entry of GIT_ALTERNATE_OBJECT_DIRECTORIES: quoted, since the entries stand between colons. */
export function alternateEntry(folder: string): string {
  return folder.includes(delimiter) || folder.startsWith('"') ? `"${folder.replace(/["\\]/g, "\\$&")}"` : folder;
}
