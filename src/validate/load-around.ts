// As much of a tracker as judging some of its files takes: those files, their stories, and what they refer to.

import { pathOf, placeOf, shardOf, storyFolder } from "../model/place.ts";
import type { TrackerFile, TrackerRecord } from "../model/record.ts";
import { kindsReferredTo, referencesOf } from "../model/references.ts";
import type { DeclaredFields } from "../model/schema-diagnostics.ts";
import { limits } from "../text/limits.ts";
import { type Loaded, loadRead, refusal, refusedFile } from "../tracker/load-records.ts";
import { readOnce } from "../tracker/read-once.ts";
import { type Tracker, trackerBuilder } from "../tracker/tracker.ts";
import type { TreeFile, TreeFiles } from "../tracker/tree-files.ts";

export interface Around {
  readonly tracker: Tracker;
  /** The files asked for, as they were found. */
  readonly loaded: ReadonlyMap<string, Loaded>;
  readonly attachments: readonly TreeFile[];
  /** What was read because what was asked for led to it. */
  readonly ledTo: ReadonlySet<string>;
}

export interface AroundWish {
  readonly after: TreeFiles;
  readonly before: TreeFiles;
  /** What differs between the two. */
  readonly paths: readonly string[];
  readonly isNew: (path: string) => boolean;
  readonly fields: DeclaredFields;
  readonly config: TrackerFile | undefined;
}

/** Each answer is null when so much would be needed that all of it may as well be read. */
export interface AroundBoth {
  /** The side after the change alone. */
  after(): Promise<Around | null>;
  /**
   * Both sides, with the same files read on each: what one side's dependencies lead to is looked at on the other as well, so
   * that what differs is the change's doing.
   */
  both(): Promise<{ readonly after: Around; readonly before: Around } | null>;
}

export function aroundOf({ after, before, paths, isNew, fields, config }: AroundWish): AroundBoth {
  // What is only read on the way is the same on both sides: for its sake nobody's name need be known.
  const lookUp =
    paths.length <= manyPlaces && paths.every((path) => storyOf(path) !== undefined || path === "tracker.yaml");
  const asked = new Set<string>();
  const [onceAfter, onceBefore] = [readOnce(after), readOnce(before)];
  const load = (files: TreeFiles) => loadAround(files, paths, asked, isNew, fields, config, lookUp);
  return {
    after: () => load(onceAfter),
    async both() {
      for (;;) {
        const is = await load(onceAfter);
        const was = is && (await load(onceBefore));
        if (!is || !was) return null;
        const fresh = [...is.ledTo, ...was.ledTo].filter((path) => !(is.ledTo.has(path) && was.ledTo.has(path)));
        if (fresh.every((path) => asked.has(path))) return { after: is, before: was };
        for (const path of fresh) asked.add(path);
      }
    },
  };
}

/** Reading so much of it would be slower than reading everything. */
const tooMany = 200_000;
/** More places than this are picked out of a list of everything: asking for each would be slower. */
const manyPlaces = 300;

const named = ["people", "teams", "projects", "groups", "milestones", "lists", "boards"];

/** `also`: what is read as well. `lookUp`: names are looked up one by one, not listed. */
async function loadAround(
  files: TreeFiles,
  paths: readonly string[],
  also: ReadonlySet<string>,
  isNew: (path: string) => boolean,
  fields: DeclaredFields,
  config: TrackerFile | undefined,
  lookUp: boolean,
): Promise<Around | null> {
  if (!files.listUnder || paths.length > tooMany) return null;
  const builder = trackerBuilder(fields);
  const wanted = new Set(paths);
  const loaded = new Map<string, Loaded>();
  const attachments: TreeFile[] = [];
  const done = new Set<string>();
  const seen = new Map<string, string>();
  if (config)
    builder.add({
      file: { path: "tracker.yaml", mode: "100644", oid: null },
      place: { kind: "tracker" },
      record: config,
      size: 0,
      diagnostics: [],
    });
  done.add("tracker.yaml");

  const entriesOf = async (places: readonly string[]): Promise<TreeFile[]> => {
    const entries: TreeFile[] = [];
    if (places.length > manyPlaces) {
      const isIn = within(new Set(places));
      for await (const batch of files.list()) for (const file of batch) if (isIn(file.path)) entries.push(file);
    } else if (places.length > 0)
      for await (const batch of files.listUnder?.(places) ?? []) for (const file of batch) entries.push(file);
    return entries;
  };
  /** Reads files that have not been read; returns the new records. */
  const read = async (entries: readonly TreeFile[]): Promise<TrackerRecord[]> => {
    const toRead: TreeFile[] = [];
    const records: TrackerRecord[] = [];
    for (const file of entries) {
      if (done.has(file.path)) continue;
      done.add(file.path);
      const place = placeOf(file.path);
      const refused = refusal(file, seen);
      const early: Loaded | null = refused
        ? refusedFile(file, refused)
        : place.kind === "attachment"
          ? { file, place, size: -1, diagnostics: [] }
          : null;
      if (early) {
        if (wanted.has(file.path)) loaded.set(file.path, early);
        if (!refused && wanted.has(file.path)) attachments.push(file);
        builder.add(early);
      } else if (place.kind !== "support" && place.kind !== "misplaced") toRead.push(file);
    }
    for await (const batch of files.read([toRead], limits.fileBytes)) {
      for (const each of batch) {
        const result = loadRead(each, fields, false);
        if (wanted.has(result.file.path)) loaded.set(result.file.path, result);
        builder.add(result);
        if (result.record) records.push(result.record);
      }
    }
    return records;
  };

  const noted = new Set<string>();
  const noteAll = async (places: readonly string[]): Promise<void> => {
    for (const file of await entriesOf(places)) {
      const place = placeOf(file.path);
      noted.add(file.path);
      if (place.kind !== "misplaced") builder.note(file.path, place);
    }
  };
  const folders = new Set(paths.flatMap((path) => storyOf(path) ?? []));
  const others = paths.filter((path) => storyOf(path) === undefined && path !== "tracker.yaml");
  // People are judged among each other, by their identities; there are few enough to read them all.
  // Lists, boards and watches name what they like in queries; of stories and tasks only what their fields name is looked up.
  if (!lookUp) await noteAll(named);
  const everybody = others.some((path) => path.startsWith("people/")) ? ["people"] : [];
  const touched = await read(await entriesOf([...[...folders].map(storyFolder), ...others, ...everybody, ...also]));
  const ledTo = new Set<string>();
  let records: readonly TrackerRecord[] = config ? [config, ...touched] : touched;

  // What records refer to, and what that waits for in turn: a circle of dependencies closes somewhere.
  const shards = new Set<string>();
  const numbers = new Map<number, string>();
  // A number that was there before clashes with nothing that it did not clash with before.
  const fresh = paths.filter(isNew).map(placeOf);
  await listShards(
    fresh.flatMap((place) => (place.kind === "story" || place.kind === "task" ? shardOf(place.id) : [])),
  );
  async function listShards(names: readonly string[]): Promise<void> {
    const fresh = [...new Set(names)].filter((name) => !shards.has(name));
    for (const name of fresh) shards.add(name);
    for (const file of await entriesOf(fresh.map((name) => `stories/${name}`))) {
      const place = placeOf(file.path);
      if (place.kind !== "story" && place.kind !== "task") continue;
      builder.note(file.path, place);
      numbers.set(place.id, file.path);
    }
  }
  while (records.length > 0) {
    if (done.size > tooMany) return null;
    const projects: string[] = [];
    const ids: number[] = [];
    const followed: number[] = [];
    const namedHere = new Set<string>();
    for (const record of records) {
      for (const { ref, value, pointer } of referencesOf(record)) {
        for (const kind of (lookUp && kindsReferredTo[ref]) || []) namedHere.add(pathOf({ kind, name: String(value) }));
        if (ref === "project" && record.kind === "task")
          projects.push(pathOf({ kind: "project", name: String(value) }));
        if (typeof value !== "number") continue;
        ids.push(value);
        if (/^\/(?:depends_on|duplicate_of)/.test(pointer)) followed.push(value);
      }
    }
    await noteAll([...namedHere].filter((path) => !noted.has(path)));
    // What is not there was meant to be something else: for a guess all the names are needed.
    const missing = [...namedHere].filter((path) => !noted.has(path)).map((path) => path.slice(0, path.indexOf("/")));
    if (missing.length > 0) await noteAll([...new Set(missing)]);
    await listShards(ids.map(shardOf));
    const targets = followed.flatMap((id) => numbers.get(id) ?? []);
    const next = [...new Set([...projects, ...targets])].filter((path) => !done.has(path));
    if (next.length === 0) break;
    for (const path of next) ledTo.add(path);
    records = await read(await entriesOf(next));
  }
  return { tracker: builder.tracker, loaded, attachments, ledTo };
}

/** Whether a path, or a folder it lies in, is among these; neighbours share a folder, which is looked up once. */
export function within(places: ReadonlySet<string>): (path: string) => boolean {
  let folder = "";
  let folderIsIn = false;
  return (path) => {
    const end = path.lastIndexOf("/");
    if (end !== folder.length || !path.startsWith(folder)) {
      folder = path.slice(0, Math.max(0, end));
      folderIsIn = false;
      for (let at = end; at > 0 && !folderIsIn; at = path.lastIndexOf("/", at - 1))
        folderIsIn = places.has(path.slice(0, at));
    }
    return folderIsIn || places.has(path);
  };
}

function storyOf(path: string): number | undefined {
  const place = placeOf(path);
  if (place.kind === "story") return place.id;
  return "story" in place ? place.story : undefined;
}
