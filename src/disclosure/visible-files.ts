// A restricted tracker as somebody may see it: the files of what they may not see are gone before anything is made of them.

import { pathOf, placeOf } from "../model/place.ts";
import { readRecord } from "../model/read-record.ts";
import type { TrackerRecord } from "../model/record.ts";
import { kindsReferredTo, referencesOf } from "../model/references.ts";
import { newFile } from "../model/write-record.ts";
import { compareText } from "../text/diagnostic.ts";
import type { Tracker } from "../tracker/tracker.ts";
import type { ReadFile, TreeFile, TreeFiles } from "../tracker/tree-files.ts";
import { maySee, type Viewer } from "./viewer.ts";

/** The files that a viewer may see. */
export interface Visible {
  readonly files: TreeFiles;
  /** Equal for viewers who may see the same. */
  readonly key: string;
}

export function visibleTo(tracker: Tracker, files: TreeFiles, viewer: Viewer): Visible {
  if (viewer.isOfTeam) return { files, key: "team" };
  const seen = [...tracker.stories.values()].filter(({ data }) => maySee(viewer, data.access));
  const stories = new Set(seen.map(({ id }) => id));
  const named = namedBy(tracker, stories, viewer);
  const own = pathOf({ kind: "person", name: viewer.person });
  const isSeen = (path: string): boolean => {
    if (tracker.broken.has(path)) return false;
    const place = placeOf(path);
    if (place.kind === "tracker") return true;
    if (place.kind === "story") return stories.has(place.id);
    if ("story" in place) return stories.has(place.story);
    return named.has(path);
  };
  return {
    files: onlyFiles(files, isSeen, (path, bytes) => (path === own ? bytes : reduced(path, bytes))),
    key: [...[...stories].map(String), ...[...named].sort(compareText)].join("\n"),
  };
}

/** The named records that visible stories lead to, and oneself: a name alone can tell what somebody works on. */
function namedBy(tracker: Tracker, stories: ReadonlySet<number>, viewer: Viewer): ReadonlySet<string> {
  const paths = new Set([pathOf({ kind: "person", name: viewer.person })]);
  const follow = (record: TrackerRecord): void => {
    for (const { ref, value } of referencesOf(record)) {
      for (const kind of kindsReferredTo[ref] ?? []) {
        const found = tracker.named(kind, String(value));
        if (!found || paths.has(found.path)) continue;
        paths.add(found.path);
        if (found.kind === "project") follow(found);
      }
    }
  };
  for (const id of stories) {
    const story = tracker.stories.get(id);
    const parts = [tracker.tasksOf(id), tracker.commentsOf(id), tracker.affectsOf(id)].flat();
    for (const record of story ? [story, ...parts] : parts) follow(record);
    for (const { name } of tracker.affectsOf(id))
      if (tracker.named("person", name)) paths.add(pathOf({ kind: "person", name }));
  }
  return paths;
}

/** Of other people what they are called: how to reach them, what they watch and what is written of them may tell more than it seems. */
function reduced(path: string, bytes: Uint8Array): Uint8Array {
  const place = placeOf(path);
  if (place.kind !== "person") return bytes;
  const record = readRecord(path, place, bytes).value;
  if (record?.kind !== "person") return new Uint8Array();
  const { name, aliases, disabled } = record.data;
  const kept = { name, ...(aliases ? { aliases } : {}), ...(disabled === undefined ? {} : { disabled }) };
  return Buffer.from(newFile("person", kept, ""));
}

/** The files of some paths, whichever way they are asked for, with what `shown` leaves of them. */
function onlyFiles(
  files: TreeFiles,
  isSeen: (path: string) => boolean,
  shown: (path: string, bytes: Uint8Array) => Uint8Array,
): TreeFiles {
  const left = <F extends TreeFile>(read: ReadFile<F>): ReadFile<F> => {
    const bytes = read.bytes && shown(read.file.path, read.bytes);
    return bytes === read.bytes ? read : { ...read, bytes, size: bytes?.length ?? read.size };
  };
  async function* seen(batches: AsyncIterable<readonly TreeFile[]>): AsyncIterable<readonly TreeFile[]> {
    for await (const batch of batches) {
      const kept = batch.filter(({ path }) => isSeen(path));
      if (kept.length > 0) yield kept;
    }
  }
  async function* read<F extends TreeFile>(
    asked: AsyncIterable<readonly F[]> | Iterable<readonly F[]>,
    cap: number,
  ): AsyncIterable<readonly ReadFile<F>[]> {
    const allowed = async function* () {
      for await (const batch of asked) yield batch.filter(({ path }) => isSeen(path));
    };
    for await (const batch of files.read(allowed(), cap)) yield batch.map(left);
  }
  const { listUnder } = files;
  return {
    list: () => seen(files.list()),
    ...(listUnder ? { listUnder: (paths: readonly string[]) => seen(listUnder(paths)) } : {}),
    read,
    async readPath(path, cap) {
      const found = isSeen(path) ? await files.readPath(path, cap) : null;
      return found && left(found);
    },
  };
}
