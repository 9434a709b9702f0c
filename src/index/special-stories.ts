// Stories that are special by what lies around them: what is prepared here changes them, or not everyone may see them.

import { placeOf } from "../model/place.ts";
import type { Database } from "./database.ts";
import { overlayOf } from "./overlay.ts";
import { unpackFolder } from "./stored-records.ts";

/** Those that proposals which are being prepared here change, or edits that are not committed. */
export function proposedStories(db: Database): readonly number[] {
  const ids = [...overlayOf(db).keys()].flatMap((path) => {
    const place = placeOf(path);
    return place.kind === "story" ? [place.id] : "story" in place ? [place.story] : [];
  });
  return [...new Set(ids)];
}

/** Of a tracker that is not public all but those that were disclosed; what does not say that it is public is private. */
export function privateStories(db: Database): readonly number[] {
  const config = db.prepare("SELECT data FROM file WHERE path = 'tracker.yaml'").get()?.data;
  const { visibility } = JSON.parse(String(config ?? "{}")) as { readonly visibility?: unknown };
  if (visibility === "public") return [];
  return db
    .prepare("SELECT id, files, '' AS bodies FROM story JOIN folder USING (last)")
    .all()
    .flatMap((row) => {
      const story = unpackFolder(row).find(({ kind }) => kind === "story")?.data as
        | { readonly disclosed?: unknown }
        | undefined;
      return story?.disclosed === undefined || story.disclosed === null ? [Number(row.id)] : [];
    });
}
