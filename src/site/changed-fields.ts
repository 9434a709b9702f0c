// What commits changed in stories and their tasks, field by field: read from git before their pages are made, which wait for nothing.

import { readVersions } from "../change/history/versions.ts";
import { meaningOf, type RecordMeaning } from "../change/meaning.ts";
import { fieldWords } from "../change/words.ts";
import type { StoryEvent } from "../index/catalogue.ts";
import type { TouchedFile } from "../model/field-changes.ts";
import { placeOf, storyFolder } from "../model/place.ts";
import type { TreeChange } from "../tracker/git/objects.ts";
import type { Site } from "./site.ts";

/** What became of a story (task 0) or of one of its tasks: "assignee none → bob, priority medium → high". */
export interface ChangedLine {
  readonly task: number;
  readonly words: string;
}

/** What is known of a story's commits. */
export interface StoryHistory {
  /** The newest first. */
  readonly events: readonly StoryEvent[];
  /** By the commit. */
  readonly fields: ReadonlyMap<string, readonly ChangedLine[]>;
}

/** Commits of a story that its page shows; a longer history is in git. */
export const mostEvents = 1_000;
/** Commits of a story that are read, the newest; and a commit that touches more stories is an import or a clean-up. */
const most = { commits: 200, stories: 200 };
/** Of so many stories it is remembered: a page, its JSON and its feed are asked for one after the other. */
const mostRemembered = 500;

/** So many stories are asked about at a time. */
const together = 100;

/** Stories one after the other, what git tells of each read before it comes. */
export async function* withHistories(site: Site, ids: readonly number[]): AsyncIterable<number> {
  for (let from = 0; from < ids.length; from += together) {
    const some = ids.slice(from, from + together);
    await readChangedFields(site, some);
    yield* some;
  }
}

/** Reads it for some stories, so that `site.histories` has it. A reader of a restricted tracker, and a partial clone, have none. */
export async function readChangedFields(site: Site, ids: readonly number[]): Promise<void> {
  const { objects, catalogue, histories } = site;
  if (!objects) return;
  const missing = ids.filter((id) => !histories.has(id));
  const asked = new Map<string, Set<number>>();
  const found = new Map<
    number,
    { readonly events: readonly StoryEvent[]; readonly fields: Map<string, readonly ChangedLine[]> }
  >();
  for (const id of missing) {
    const events = catalogue.changesOf(id, { limit: mostEvents, offset: 0 });
    found.set(id, { events, fields: new Map() });
    // How it stood when it came is no news.
    for (const { commit, stories, said } of events.slice(0, Math.min(most.commits, events.length - 1))) {
      // The comments themselves tell of a commit that brought nothing else.
      if (said > 0 || stories > most.stories) continue;
      asked.set(commit, (asked.get(commit) ?? new Set()).add(id));
    }
  }
  const [only] = missing;
  const under = only !== undefined && missing.length === 1 ? { under: [storyFolder(only)] } : {};
  // Whoever asks meanwhile finds nothing yet, and reads it as well.
  const remember = () => {
    for (const [id, history] of found) histories.set(id, history);
    // What has just been read is asked for at once.
    for (const id of histories.keys()) {
      if (histories.size <= mostRemembered) break;
      histories.delete(id);
    }
  };
  if (asked.size === 0) return remember();
  const changes: { readonly commit: string; readonly story: number; readonly change: TreeChange }[] = [];
  for await (const batch of objects.entries([...asked.keys()], under)) {
    for (const { commit, changes: all } of batch) {
      for (const change of all) {
        const story = storyOf(change.path);
        if (story !== undefined && asked.get(commit.oid)?.has(story))
          changes.push({ commit: commit.oid, story, change });
      }
    }
  }
  const read = await readVersions(
    objects,
    changes.flatMap(({ change }) => [change.before, change.after]),
  );
  const files = new Map<string, TouchedFile[]>();
  for (const { commit, story, change } of changes) {
    const { path, before, after } = change;
    const key = `${commit} ${story}`;
    files.set(key, [
      ...(files.get(key) ?? []),
      { path, place: placeOf(path), before: read(before), after: read(after) },
    ]);
  }
  for (const [key, own] of files) {
    // A story that came back.
    if (own.some(({ place, before }) => place.kind === "story" && before === null)) continue;
    const [commit = "", story] = key.split(" ");
    found.get(Number(story))?.fields.set(commit, meaningOf(own).records.flatMap(linesOf));
  }
  remember();
}

function storyOf(path: string): number | undefined {
  const place = placeOf(path);
  if (place.kind === "story") return place.id;
  return place.kind === "task" ? place.story : undefined;
}

/** What becomes of a task's status stands beside it already. */
function linesOf({ what, kind, id = 0, fields }: RecordMeaning): readonly ChangedLine[] {
  const told = what === "changed" ? fields.filter(({ field }) => kind !== "task" || field !== "status") : [];
  return told.length === 0 ? [] : [{ task: kind === "task" ? id : 0, words: told.map(fieldWords).join(", ") }];
}
