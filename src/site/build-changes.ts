// What changed in a tracker since the commit that a built site shows: stories on both sides, and other records.

import { type NamedKind, placeOf } from "../model/place.ts";
import type { Comment, Named, Story, Task, TrackerRecord } from "../model/record.ts";
import { type StoryStatus, storyStatus } from "../model/story-status.ts";
import { commitFiles } from "../tracker/commit-files.ts";
import type { ObjectReader, Oid } from "../tracker/git/objects.ts";
import { recordsAt } from "../tracker/records-at.ts";
import { loadFields } from "../tracker/tracker.ts";
import type { Site } from "./site.ts";

/** One side of a story: what other pages say of it. */
export interface StorySide {
  readonly story: Story;
  readonly tasks: readonly Task[];
  readonly comments: readonly Comment[];
  readonly status: StoryStatus;
}

export interface StoryChange {
  readonly id: number;
  readonly before: StorySide | null;
  readonly after: StorySide | null;
}

export interface NamedChange {
  readonly kind: NamedKind;
  readonly name: string;
  readonly before: Named | null;
  readonly after: Named | null;
}

export interface SiteChanges {
  /** Those that were made since, whatever they touched. */
  readonly commits: ReadonlySet<Oid>;
  readonly stories: readonly StoryChange[];
  readonly named: readonly NamedChange[];
}

/** Longer histories, and more stories, are built anew: it takes less time than finding out what may stay. */
const mostCommits = 2_000;
const mostStories = 2_000;

/** What the commits after `from` touched; null when `from` is not behind what the site shows, or too much changed. */
export async function changesSince(site: Site, from: Oid | null, objects: ObjectReader): Promise<SiteChanges | null> {
  const to = site.catalogue.commit;
  if (from === null || to === null) return null;
  const touched = await touchedSince(objects, from, to);
  if (touched === null || touched.paths.has("tracker.yaml")) return null;
  const { commits, paths } = touched;
  const stories = new Set<number>();
  const named = new Map<string, { kind: NamedKind; name: string }>();
  for (const path of paths) {
    const place = placeOf(path);
    if (place.kind === "story") stories.add(place.id);
    else if ("story" in place) stories.add(place.story);
    else if ("name" in place) named.set(path, { kind: place.kind as NamedKind, name: place.name });
    else {
      const story = /^stories\/\d{3}\/([1-9]\d{0,7})\//.exec(path)?.[1];
      if (story) stories.add(Number(story));
    }
  }
  if (stories.size > mostStories || stories.size > site.heads().length / 5 + 10) return null;
  const files = commitFiles(objects, from);
  const fields = await loadFields(files);
  const folders = [...stories].map((id) => `stories/${String(id % 1000).padStart(3, "0")}/${id}`);
  const records = await recordsAt(files, [...folders, ...named.keys()], fields);
  const sides = sidesOf(records.values());
  return {
    commits,
    stories: [...stories].map((id) => ({ id, before: sides.get(id) ?? null, after: sideNow(site, id) })),
    named: [...named].map(([path, { kind, name }]) => ({
      ...{ kind, name },
      before: (records.get(path) as Named | undefined) ?? null,
      after: site.catalogue.named(kind, name) ?? null,
    })),
  };
}

/** The commits after one up to the other, and every path that they touched, what was taken back included: it is part of the history. */
async function touchedSince(
  objects: ObjectReader,
  from: Oid,
  to: Oid,
): Promise<{ readonly commits: ReadonlySet<Oid>; readonly paths: ReadonlySet<string> } | null> {
  const [commits, paths] = [new Set<Oid>(), new Set<string>()];
  if (from === to) return { commits, paths };
  let last: readonly Oid[] = [];
  try {
    for await (const batch of objects.history(to, from)) {
      for (const { commit, changes } of batch) {
        last = commit.parents;
        commits.add(commit.oid);
        for (const { path } of changes) paths.add(path);
      }
      if (commits.size > mostCommits) return null;
    }
  } catch {
    // The old commit is gone, or the clone does not reach back to it.
    return null;
  }
  return last[0] === from ? { commits, paths } : null;
}

function sidesOf(records: Iterable<TrackerRecord>): Map<number, StorySide> {
  const stories = new Map<number, Story>();
  const tasks = new Map<number, Task[]>();
  const comments = new Map<number, Comment[]>();
  const add = <T>(map: Map<number, T[]>, story: number, record: T) =>
    map.set(story, [...(map.get(story) ?? []), record]);
  for (const record of records) {
    if (record.kind === "story") stories.set(record.id, record);
    else if (record.kind === "task") add(tasks, record.story, record);
    else if (record.kind === "comment") add(comments, record.story, record);
  }
  const sides = [...stories].map(([id, story]): [number, StorySide] => [
    id,
    sideOf(story, tasks.get(id) ?? [], comments.get(id) ?? []),
  ]);
  return new Map(sides);
}

function sideNow(site: Site, id: number): StorySide | null {
  const detail = site.catalogue.story(id);
  return detail ? sideOf(detail.story, detail.tasks, detail.comments) : null;
}

function sideOf(story: Story, tasks: readonly Task[], comments: readonly Comment[]): StorySide {
  const byId = [...tasks].sort((a, b) => a.id - b.id);
  return {
    story,
    tasks: byId,
    comments,
    status: storyStatus(
      byId.map((task) => task.data.status),
      story.data,
    ),
  };
}
