// What a tracker is made of: one record per file, its place and its front matter's values.

import type {
  AffectsData,
  BoardData,
  CommentData,
  GroupData,
  ListData,
  MilestoneData,
  PersonData,
  ProjectData,
  StoryData,
  TaskData,
  TeamData,
  TemplateData,
  TrackerData,
} from "./generated/types.ts";
import type { Kind, NamedKind } from "./place.ts";

export interface DataOf {
  tracker: TrackerData;
  person: PersonData;
  team: TeamData;
  project: ProjectData;
  group: GroupData;
  milestone: MilestoneData;
  list: ListData;
  board: BoardData;
  template: TemplateData;
  story: StoryData;
  task: TaskData;
  comment: CommentData;
  affects: AffectsData;
}

interface FileOf<K extends Kind> {
  readonly kind: K;
  readonly path: string;
  /** The front matter; an empty value is absent. */
  readonly data: DataOf[K];
  /** The Markdown below it, as it stands in the file. */
  readonly body: string;
}

export type TrackerFile = FileOf<"tracker">;

export type Named<K extends NamedKind = NamedKind> = K extends NamedKind
  ? FileOf<K> & { readonly name: string }
  : never;

export interface Story extends FileOf<"story"> {
  readonly id: number;
}

export interface Task extends FileOf<"task"> {
  readonly id: number;
  readonly story: number;
}

export interface Comment extends FileOf<"comment"> {
  /** The file's name without `.md`; its time is in it. */
  readonly name: string;
  readonly story: number;
}

export interface Affects extends FileOf<"affects"> {
  /** The person. */
  readonly name: string;
  readonly story: number;
}

export type TrackerRecord = TrackerFile | Named | Story | Task | Comment | Affects;

export type RecordOf<K extends Kind> = Extract<TrackerRecord, { kind: K }>;
