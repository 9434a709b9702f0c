// What commands, pages and the API ask of an index: a tracker as of one state, read without loading it whole.

import type { NamedKind } from "../model/place.ts";
import type { Query } from "../model/query/query.ts";
import type { Affects, Comment, Named, Story, Task, TrackerFile } from "../model/record.ts";
import type { StoryStatus, TaskStatus } from "../model/story-status.ts";
import type { Diagnostic } from "../text/diagnostic.ts";
import type { Counted } from "./count-by.ts";
import type { Life, Unit } from "./lives.ts";
import type { Selection } from "./selection.ts";
import type { HistoryOf, Turn } from "./stored-history.ts";

/** A story in a list. */
export interface StoryRow {
  readonly id: number;
  readonly title: string;
  readonly status: StoryStatus;
  readonly type: string;
  readonly triage: string;
  readonly author: string;
  readonly created: string;
  /** The instant of the last change in git's history, of an uncommitted one the time the index was told; null when history is cut off before it. */
  readonly updated: string | null;
  /** The instant at which it was last active; null while it is, and when history is cut off before that. */
  readonly closed: string | null;
  readonly tags: readonly string[];
  readonly milestone: string | null;
  readonly due: string | null;
  /** The earliest due day of what is open, where a task's own comes before the story's; null when it is closed. */
  readonly nextDue: string | null;
  /** The projects of its tasks, sorted, once each. */
  readonly projects: readonly string[];
  /** The people and teams its tasks are assigned to, sorted, once each. */
  readonly assignees: readonly string[];
  /** The highest priority of its open tasks, else of all; null without tasks. */
  readonly priority: string | null;
  /** How many tasks have each status; only those above zero. */
  readonly tasks: Readonly<Partial<Record<TaskStatus, number>>>;
  readonly comments: number;
  readonly untriaged: boolean;
  /** Where the text matched, when the query held text: plain text with matches between \u0001 and \u0002. */
  readonly snippet?: string;
}

/** A task in a list, with the story it belongs to. */
export interface TaskRow {
  readonly id: number;
  readonly task: Task;
  readonly story: StoryRow;
  /** Its story's. */
  readonly updated: string | null;
}

export interface CardRow {
  readonly story: StoryRow;
  /** Null when the story has none. */
  readonly task: Task | null;
}

export interface StoryDetail {
  readonly row: StoryRow;
  readonly story: Story;
  readonly tasks: readonly Task[];
  readonly comments: readonly Comment[];
  readonly affects: readonly Affects[];
  readonly attachments: readonly { readonly name: string; readonly path: string; readonly size: number }[];
  /** Who points here: stories and tasks, by which field. */
  readonly backlinks: readonly {
    readonly kind: "story" | "task";
    readonly id: number;
    readonly story: number;
    readonly field: string;
  }[];
  /** Files of this story that could not be read. */
  readonly broken: readonly BrokenFile[];
}

/** A file that is there and cannot be read: it stays visible, with what is wrong with it. */
export interface BrokenFile {
  readonly path: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is told of every story at once. */
export interface StoryHead {
  readonly id: number;
  readonly status: StoryStatus;
  /** Milliseconds since 1970: there are many, and of few it is told. */
  readonly created: number;
  /** The same of StoryRow's; null where nobody knows, in a shallow clone. */
  readonly updated: number | null;
  /** Of the most urgent of its open tasks, or of all when none is open: 0 is the highest; null without tasks. */
  readonly rank: number | null;
}

/** Heads of many stories. */
export interface StoryHeads {
  readonly length: number;
  /** The numbers of all of them. */
  readonly ids: Int32Array;
  slice(from: number, to: number): readonly StoryHead[];
  /** How many of a slice are active. */
  activeIn(from: number, to: number): number;
}

export interface HeadValue {
  readonly field: "project" | "assignee" | "milestone" | "author" | "commenter" | "tag";
  readonly value: string;
}

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

export interface Found<T> {
  readonly total: number;
  readonly rows: readonly T[];
  /** True when ranking was given up for recency because too much matched. */
  readonly byRecency?: boolean;
}

/** What is found, to be gone through once: rows are read as they are asked for, and none is kept. */
export interface FoundInPieces {
  readonly total: number;
  readonly pieces: Iterable<readonly StoryRow[]>;
  readonly byRecency?: boolean;
}

/** Another name of a record, or its number or name elsewhere. */
export interface Aliased {
  readonly alias: string;
  readonly kind: "story" | "task" | NamedKind;
  /** The number of a story or task, the name of anything else. */
  readonly id: number | string;
}

/** A commit that changed records, newest first in lists. */
export interface ChangeEvent {
  readonly commit: string;
  readonly time: string;
  /** The name of the commit's author, of a merge its branch tip's; not a person of the tracker. */
  readonly author: string;
  readonly subject: string;
  /** The stories it touched, at most twenty; `stories` says how many in all. Among the changes of one story it is that one. */
  readonly touched: readonly number[];
  readonly stories: number;
}

/** A commit among the changes of a story. */
export interface StoryEvent extends ChangeEvent {
  /** How many comments it added, where it did nothing else to the story; else 0. */
  readonly said: number;
}

/** What an open proposal would change of a story. */
export interface StoryProposal {
  readonly story: number;
  /** The person of the tracker who proposes it; null when it is nobody who is known here. */
  readonly by: string | null;
  readonly time: string;
  /** How the review host calls it: "change 4711", "#12", "!3", or the name of its branch. */
  readonly topic: string;
  /** The commit. */
  readonly tip: string;
  /** Fields of the story and its tasks; null is no value. Prose is not told before somebody has read it. */
  readonly changes: readonly {
    readonly kind: "story" | "task";
    readonly id: number;
    readonly field: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

export interface NamedCommit {
  readonly commit: string;
  readonly subject: string;
}

export interface TagCount {
  readonly tag: string;
  readonly stories: number;
  readonly active: number;
}

export type Facet =
  | "status"
  | "type"
  | "triage"
  | "project"
  | "tag"
  | "milestone"
  | "assignee"
  | "author"
  | "priority"
  | "task";

export interface Catalogue {
  /** The commit that was indexed; null when there is none yet. */
  readonly commit: string | null;
  /** The committer date of that commit, or null. */
  readonly commitTime: string | null;
  /** tracker.yaml, when it can be read. */
  readonly config: TrackerFile | undefined;
  /** How many stories can be read. */
  readonly total: number;
  story(id: number): StoryDetail | undefined;
  /** The story a task belongs to; undefined when one of them cannot be read. */
  storyOfTask(task: number): number | undefined;
  /** The same of a task that cannot be read, or whose story cannot. */
  storyOfBroken(task: number): number | undefined;
  /** Rows of stories, in the order asked; unknown ids are left out. */
  rows(ids: readonly number[]): readonly StoryRow[];
  /** Every story, in the order in which they were reported. */
  heads(): StoryHeads;
  named<K extends NamedKind>(kind: K, name: string): Named<K> | undefined;
  allNamed<K extends NamedKind>(kind: K): readonly Named<K>[];
  /** What an alias stands for. */
  alias(alias: string): Aliased | undefined;
  /** The stories that have one of some values, each once, in no order; of a task's field those of which any task has it. */
  headsWith(values: readonly HeadValue[]): readonly StoryHead[];
  /** Who stories and tasks name there, in no order, but for those that are known. */
  strangersIn(field: "author" | "assignee" | "commenter", isKnown: (name: string) => boolean): readonly string[];
  /** Every alias of a story or task, or of any other record, in their order, with what it stands for. */
  aliases(of: "stories" | "others"): readonly Aliased[];
  /** The paths of all records that have an alias: more than one is a finding of validation, and happens all the same. */
  bearers(alias: string): readonly string[];
  /** Ids that begin with these digits, for completion; at most `limit`. */
  idsWithPrefix(digits: string, limit: number): readonly { readonly kind: "story" | "task"; readonly id: number }[];
  stories(query: Query, page: Page): Found<StoryRow>;
  /** The same by their numbers alone. */
  storyIds(query: Query, page: Page): Found<number>;
  /** The same rows, without snippets: for those, every story's texts would be read. */
  storiesInPieces(query: Query, page: Page): FoundInPieces;
  tasks(query: Query, page: Page): Found<TaskRow>;
  /** The rows themselves: tasks, and stories without any. */
  cards(query: Query, page: Page): Found<CardRow>;
  /** Every row that a query finds, by numbers; a story without tasks is one row. */
  rowNumbers(query: Query): readonly { readonly story: number; readonly task: number | null }[];
  /** How many stories of the query's answer have each value, most first. */
  facet(query: Query, facet: Facet, limit: number): readonly { readonly value: string; readonly count: number }[];
  /** How many stories or tasks of the query's answer have each value of any field, most first; see `countedFields`. */
  countBy(query: Query, field: string, unit: Unit): readonly Counted[];
  /** When each story or task of the query's answer came to be, was started, closed and opened again. */
  lives(query: Query, unit: Unit): readonly Life[];
  /** Tags, with the stories that carry each, most first. */
  tagCounts(): readonly TagCount[];
  broken(): readonly BrokenFile[];
  /** Changes of the tracker, newest first. */
  changes(page: Page): readonly ChangeEvent[];
  /** Those of one story. */
  changesOf(story: number, page: Page): readonly StoryEvent[];
  /** Every commit that touched something. */
  commits(): readonly NamedCommit[];
  /** When a story and its tasks came to stand otherwise, oldest first. */
  turns(story: number): readonly Turn[];
  /** All commits that touched something, newest first. */
  history(of: HistoryOf): readonly ChangeEvent[];
  /** The commit at which a shallow clone's history ends: when things changed before is unknown. Null when all of it is there. */
  readonly historyCut: { readonly commit: string; readonly time: string } | null;
  /** Open proposals, story by story, once somebody has looked for them: what "is:proposed" means. */
  proposals: readonly StoryProposal[];
  /** The same for the same content: the commit, and whatever edits of the working tree lie on top. */
  fingerprint(): string;
  /** Whether edits of the working tree lie on top of the commit. */
  readonly isEdited: boolean;
  /** Stories and tasks by columns, for the API. */
  readonly selection: Selection;
  /** The bytes of an attachment. */
  attachment(story: number, name: string): Promise<Uint8Array | null>;
  /** Whether its index was thrown away since: it was damaged, or is of another version now. */
  isReplaced(): boolean;
  close(): void;
}
