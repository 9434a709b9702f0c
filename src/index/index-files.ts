// The catalogue of files alone, in memory: no commit, no history; what it says of times comes from the records themselves.

import { commentTime } from "../model/place.ts";
import { loadFields } from "../tracker/tracker.ts";
import type { TreeFiles } from "../tracker/tree-files.ts";
import { valueIn } from "./bits.ts";
import type { Catalogue } from "./catalogue.ts";
import { columnsOf, forgetColumns } from "./columns.ts";
import { type Database, openDatabase } from "./database.ts";
import { packer } from "./pack.ts";
import { schemaVersion, tables } from "./schema.ts";
import { sqliteCatalogue } from "./sqlite-catalogue.ts";
import { storyFrom, unpackFolder } from "./stored-records.ts";
import { fill } from "./update.ts";

export async function indexFiles(files: TreeFiles): Promise<Catalogue> {
  const db = openDatabase(":memory:");
  db.exec(`PRAGMA user_version = ${schemaVersion};${tables}`);
  const fields = () => loadFields(files);
  await fill(db, { objects: null, past: null, commit: null, files, dirty: [], fields, now: 0 }, () => undefined, null);
  datesFromRecords(db);
  return sqliteCatalogue(db, files);
}

/** A story counts as changed when its youngest record was written. */
function datesFromRecords(db: Database): void {
  const created = columnsOf(db).values("created");
  const pack = packer(db, false);
  for (const row of db.prepare("SELECT id, last, rows, files, bodies FROM story JOIN folder USING (last)").iterate()) {
    const { id, last, rows } = row;
    const found = storyFrom(Number(id), unpackFolder(row));
    if (!found) continue;
    const times = [
      ...found.tasks.map(({ data }) => Date.parse(data.created)),
      ...found.comments.map(({ name }) => Date.parse(commentTime(name))),
    ].filter((time) => !Number.isNaN(time));
    const updated = Math.max(valueIn(created, Number(last)), ...times);
    for (let at = Number(last) - Number(rows) + 1; at <= Number(last); at += 1) pack.values.updated.set(at, updated);
  }
  pack.flush();
  forgetColumns(db);
}
