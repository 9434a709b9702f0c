// An index as it was last brought up to date, for who cannot wait: nothing is written, nothing is made.

import { existsSync, statSync } from "node:fs";
import type { OpenTracker } from "../tracker/open.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Database } from "./database.ts";
import { openIndexFile } from "./index-file.ts";
import { indexPath } from "./open-index.ts";
import { sqliteCatalogue } from "./sqlite-catalogue.ts";

export interface LastIndex {
  readonly catalogue: Catalogue;
  /** When its file was last written, in milliseconds since 1970: what is newer than this it may not know. */
  readonly written: number;
}

/** Null where there is none that can be read. */
export function lastIndex(tracker: OpenTracker): LastIndex | null {
  const path = indexPath(tracker);
  if (path === null || !existsSync(path)) return null;
  let db: Database | undefined;
  try {
    const written = Math.max(
      ...[path, `${path}-wal`].map((each) => statSync(each, { throwIfNoEntry: false })?.mtimeMs ?? 0),
    );
    db = openIndexFile(path)?.db;
    if (db) return { catalogue: sqliteCatalogue(db, tracker.files), written };
  } catch {
    // Whoever brings it up to date says what is wrong with it.
    db?.close();
  }
  return null;
}
