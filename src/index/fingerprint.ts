// What tells one state of an index from another: the commit it shows, and what was read from the working tree on top.

import { createHash } from "node:crypto";
import type { Database } from "./database.ts";
import { getMeta } from "./meta.ts";
import { overlayOf } from "./overlay.ts";

export function fingerprint(db: Database): string {
  const commit = getMeta(db, "commit");
  const hash = createHash("sha256").update(commit ?? "");
  const add = (rows: Iterable<Readonly<Record<string, unknown>>>) => {
    for (const row of rows) hash.update(JSON.stringify(Object.values(row)));
  };
  const [file, broken] = ["SELECT path, size, data, body FROM file", "SELECT path, diagnostics FROM broken"];
  const folder = "SELECT id, files, bodies FROM story JOIN folder USING (last)";
  // Without commits everything was read from files; with them, what lies on top is named.
  if (commit === null) {
    for (const all of [`${file} ORDER BY path`, `${broken} ORDER BY path`, `${folder} ORDER BY id`])
      add(db.prepare(all).iterate());
  } else {
    for (const entry of overlayOf(db)) hash.update(JSON.stringify(entry));
  }
  return hash.digest("base64url").slice(0, 22);
}
