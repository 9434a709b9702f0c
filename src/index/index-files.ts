// The catalogue of files alone, in memory: no commit, no history; what it says of times comes from the records themselves.

import { loadFields } from "../tracker/tracker.ts";
import type { TreeFiles } from "../tracker/tree-files.ts";
import type { Catalogue } from "./catalogue.ts";
import { openDatabase } from "./database.ts";
import { schemaVersion, tables } from "./schema.ts";
import { sqliteCatalogue } from "./sqlite-catalogue.ts";
import { fill } from "./update.ts";

export async function indexFiles(files: TreeFiles): Promise<Catalogue> {
  const db = openDatabase(":memory:");
  db.exec(`PRAGMA user_version = ${schemaVersion};${tables}`);
  const fields = () => loadFields(files);
  await fill(db, { objects: null, past: null, commit: null, files, dirty: [], fields, now: 0 }, () => undefined, null);
  return sqliteCatalogue(db, files);
}
