// A whole tracker in memory: every record by its name, and every fault that was met on the way.

import { declareFields } from "../model/custom-fields.ts";
import { type NamedKind, namedKinds, type Place } from "../model/place.ts";
import { readRecord } from "../model/read-record.ts";
import type { Affects, Comment, Named, RecordOf, Story, Task, TrackerFile, TrackerRecord } from "../model/record.ts";
import { type DeclaredFields, noFields, unknownFields } from "../model/schema-diagnostics.ts";
import type { Diagnostic } from "../text/diagnostic.ts";
import { limits } from "../text/limits.ts";
import { type Loaded, loadRecords } from "./load-records.ts";
import type { TreeFiles } from "./tree-files.ts";

export interface Attachment {
  readonly path: string;
  readonly story: number;
  readonly name: string;
  readonly size: number;
}

export interface Tracker {
  /** tracker.yaml; absent when it is missing or broken. */
  readonly config: TrackerFile | undefined;
  readonly fields: DeclaredFields;
  readonly stories: ReadonlyMap<number, Story>;
  readonly tasks: ReadonlyMap<number, Task>;
  named<K extends NamedKind>(kind: K, name: string): Named<K> | undefined;
  allNamed<K extends NamedKind>(kind: K): readonly Named<K>[];
  /** The records inside one story's folder, in the order of their paths. */
  tasksOf(story: number): readonly Task[];
  commentsOf(story: number): readonly Comment[];
  affectsOf(story: number): readonly Affects[];
  attachmentsOf(story: number): readonly Attachment[];
  /** The numbers of all stories that have a folder, with a story.md in it or not. */
  storyFolders(): Iterable<number>;
  /** Whether there is a file for a record of this name or number, broken or not. */
  has(kind: NamedKind, name: string): boolean;
  hasStory(id: number): boolean;
  hasTask(id: number): boolean;
  names(kind: NamedKind): readonly string[];
  /** The records that have aliases. */
  readonly aliased: readonly TrackerRecord[];
  /** The paths of files that are there but could not be read. */
  readonly broken: ReadonlySet<string>;
  /** Numbers that two files claim, with both paths. */
  readonly clashes: readonly { readonly id: number; readonly paths: readonly [string, string] }[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads everything; always succeeds for content. */
export async function loadTracker(files: TreeFiles): Promise<Tracker> {
  const fields = await loadFields(files);
  const builder = trackerBuilder(fields);
  for await (const batch of loadRecords(files, fields)) for (const loaded of batch) builder.add(loaded);
  return builder.tracker;
}

/** The custom fields that the tracker.yaml among these files declares; any, when it is there and cannot be read. */
export async function loadFields(files: TreeFiles, config?: TrackerFile): Promise<DeclaredFields> {
  const found = config ?? (await loadConfig(files));
  if (found) return declareFields(found.data);
  return (await files.readPath("tracker.yaml", limits.fileBytes)) ? unknownFields : noFields;
}

/** tracker.yaml alone. */
export async function loadConfig(files: TreeFiles): Promise<TrackerFile | undefined> {
  const found = await files.readPath("tracker.yaml", limits.fileBytes);
  if (!found?.bytes) return undefined;
  return readRecord("tracker.yaml", { kind: "tracker" }, found.bytes).value as TrackerFile | undefined;
}

export interface TrackerBuilder {
  add(loaded: Loaded): void;
  /** Takes note that a record is there, without its content. */
  note(path: string, place: Place): void;
  readonly tracker: Tracker;
}

/** Collects loaded files into a tracker, which may be read at any time. */
export function trackerBuilder(fields: DeclaredFields): TrackerBuilder {
  const stories = new Map<number, Story>();
  const tasks = new Map<number, Task>();
  const named = new Map<NamedKind, Map<string, Named>>(namedKinds.map((kind) => [kind, new Map()]));
  const inStory = { task: grouping<Task>(), comment: grouping<Comment>(), affects: grouping<Affects>() };
  const attachments = grouping<Attachment>();
  const aliased: TrackerRecord[] = [];
  const broken = new Set<string>();
  const present = new Set<string>();
  const folders = new Set<number>();
  // Numbers of files that are there without their content.
  const noted = { story: new Map<number, string>(), task: new Map<number, string>() };
  const clashes = new Map<string, { id: number; paths: readonly [string, string] }>();
  const diagnostics: Diagnostic[] = [];
  let config: TrackerFile | undefined;

  const addRecord = (record: TrackerRecord) => {
    if ("aliases" in record.data && record.data.aliases) aliased.push(record);
    switch (record.kind) {
      case "tracker":
        config = record;
        return;
      case "story":
        stories.set(record.id, record);
        return;
      case "task":
        tasks.set(record.id, record);
        inStory.task.add(record.story, record);
        return;
      case "comment":
        inStory.comment.add(record.story, record);
        return;
      case "affects":
        inStory.affects.add(record.story, record);
        return;
      default:
        named.get(record.kind)?.set(record.name, record);
    }
  };

  const pathOfNumber = (id: number) =>
    stories.get(id)?.path ?? tasks.get(id)?.path ?? noted.story.get(id) ?? noted.task.get(id);

  const note = (path: string, place: Place, isRecord = false) => {
    if ("story" in place) folders.add(place.story);
    if (place.kind === "story" || place.kind === "task") {
      const other = pathOfNumber(place.id);
      if (other !== undefined && other !== path) {
        const paths = other < path ? ([other, path] as const) : ([path, other] as const);
        clashes.set(paths.join("\n"), { id: place.id, paths });
      }
      if (!isRecord) noted[place.kind].set(place.id, path);
      if (place.kind === "story") folders.add(place.id);
    } else if ("name" in place && !("story" in place)) present.add(`${place.kind} ${place.name}`);
  };

  return {
    note,
    add({ file, place, record, size, diagnostics: found }) {
      for (const diagnostic of found) diagnostics.push(diagnostic);
      if (place) note(file.path, place, record !== undefined);
      if (record) addRecord(record);
      else if (place?.kind === "attachment") {
        attachments.add(place.story, { path: file.path, story: place.story, name: place.name, size });
      } else if (found.length > 0) broken.add(file.path);
    },
    get tracker(): Tracker {
      return {
        config,
        fields,
        stories,
        tasks,
        named: (kind, name) => named.get(kind)?.get(name) as RecordOf<typeof kind> as never,
        allNamed: (kind) => [...(named.get(kind)?.values() ?? [])] as never,
        tasksOf: inStory.task.of,
        commentsOf: inStory.comment.of,
        affectsOf: inStory.affects.of,
        attachmentsOf: attachments.of,
        storyFolders: () => folders,
        has: (kind, name) => present.has(`${kind} ${name}`),
        hasStory: (id) => stories.has(id) || noted.story.has(id),
        hasTask: (id) => tasks.has(id) || noted.task.has(id),
        names: (kind) =>
          [...present].flatMap((key) => (key.startsWith(`${kind} `) ? [key.slice(kind.length + 1)] : [])),
        aliased,
        broken,
        clashes: [...clashes.values()],
        diagnostics,
      };
    },
  };
}

function grouping<T>() {
  const groups = new Map<number, T[]>();
  return {
    add(story: number, item: T) {
      const group = groups.get(story);
      if (group) group.push(item);
      else groups.set(story, [item]);
    },
    of: (story: number): readonly T[] => groups.get(story) ?? [],
  };
}
