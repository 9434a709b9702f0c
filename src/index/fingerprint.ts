// What tells one state of an index from another: the commit it shows, and what was read from the working tree on top.

import { createHash } from "node:crypto";
import { placeOf } from "../model/place.ts";
import type { Database } from "./database.ts";
import { getMeta } from "./meta.ts";

export function fingerprint(db: Database): string {
  const commit = getMeta(db, "commit");
  const hash = createHash("sha256").update(commit ?? "");
  const add = (rows: Iterable<Readonly<Record<string, unknown>>>) => {
    for (const row of rows) hash.update(JSON.stringify(Object.values(row)));
  };
  const [file, broken] = ["SELECT path, size, data, body FROM file", "SELECT path, diagnostics FROM broken"];
  const folder = "SELECT id, files FROM story";
  // Without commits everything was read from files; with them, what lies on top is named.
  if (commit === null) {
    for (const all of [`${file} ORDER BY path`, `${broken} ORDER BY path`, `${folder} ORDER BY id`])
      add(db.prepare(all).iterate());
  } else {
    const stories = new Set<number>();
    for (const path of JSON.parse(getMeta(db, "overlay") ?? "[]") as string[]) {
      hash.update(path);
      add(db.prepare(`${file} WHERE path = ?`).all(path));
      add(db.prepare(`${broken} WHERE path = ?`).all(path));
      const place = placeOf(path);
      if (place.kind === "story") stories.add(place.id);
      else if ("story" in place) stories.add(place.story);
    }
    for (const story of stories) add(db.prepare(`${folder} WHERE id = ?`).all(story));
  }
  return hash.digest("base64url").slice(0, 22);
}
