// What a program may ask of a tracker. Instants are "2026-03-01T09:12:33Z", days "2026-03-01", both UTC, as in the files.

import type { Blame } from "../change/history/blame.ts";
import type { TimelineEntry } from "../change/history/timeline.ts";
import type { BrokenFile, ChangeEvent, StoryDetail, StoryRow, TaskRow } from "../index/catalogue.ts";
import type { Counted } from "../index/count-by.ts";
import type { Flow, Interval } from "../index/flow.ts";
import type { Unit } from "../index/lives.ts";
import type { Target } from "../index/reference.ts";
import type { NamedKind } from "../model/place.ts";
import type { Named } from "../model/record.ts";

export interface OpenTrackerOptions {
  /** A branch, tag or commit to read; without it the files of a checkout as they lie there, else the base branch. */
  readonly rev?: string;
  /** Opens a tracker that did not say "visibility: public". Without it such a tracker is refused before anything of it is read. */
  readonly restricted?: boolean;
  /** Without a checkout: shows the proposals that are being prepared here on top of the base branch. */
  readonly proposals?: boolean;
  /** Fetches from `origin`, with the user's own git, what a partial clone left out. Without it nothing is ever fetched. */
  readonly fetch?: boolean;
  /** The moment at which "overdue", "stale" and "30d" are judged, in milliseconds since 1970; by default now, with `rev` that commit's time. */
  readonly now?: () => number;
}

export interface Page {
  /** At most so many rows; 100 unless said, and any number will do. */
  readonly limit?: number;
  /** How many rows to leave out first. */
  readonly offset?: number;
}

export interface Found<T> {
  /** How many the query finds in all. */
  readonly total: number;
  readonly rows: readonly T[];
  /** The `offset` of the next page; null when this is the last one. */
  readonly next: number | null;
  /** Too much matched a text to rank it: the newest come first. */
  readonly byRecency: boolean;
}

export interface FlowWish {
  /** Stories unless said. */
  readonly of?: Unit;
  /** Milliseconds since 1970: [since, until). From the first to now unless said. */
  readonly since?: number;
  readonly until?: number;
  /** What fits the time unless said. */
  readonly interval?: Interval;
}

/**
 * A tracker as it was when it was opened, or last refreshed. Every method may throw a `StorytreeError`: "bad-argument" for what is not
 * of its type; those that take a query "bad-query" (`data.span` has the place), those that take a REF "ambiguous-reference".
 */
export interface Tracker {
  /** The folder, or the git directory of a bare repository. */
  readonly root: string;
  /** As tracker.yaml calls it; null when that cannot be read. */
  readonly name: string | null;
  readonly visibility: "public" | "restricted";
  /** The commit that is read, of a checkout the one it is based on; null where there is none. */
  readonly commit: string | null;
  /** Where a shallow clone's history ends: what happened before is unknown. Null when all of it is there. */
  readonly historyCut: { readonly commit: string; readonly time: string } | null;

  /** Stories that a query finds (docs/query.md), in its order; "" finds all, the last changed first. */
  stories(query?: string, page?: Page): Found<StoryRow>;
  /** The same for tasks. */
  tasks(query?: string, page?: Page): Found<TaskRow>;
  /** How many stories or tasks of a query's answer have each value of a field, most first; null is none. */
  count(query: string, field: string, of?: Unit): readonly Counted[];
  /** What came and what was closed over time, lead and cycle times, the age of what is open. */
  flow(query: string, wish?: FlowWish): Flow;

  /** A story with its tasks, comments, attachments and who points at it; undefined when there is none. A hidden comment's body is "". */
  story(id: number): StoryDetail | undefined;
  /** The story that a task belongs to. */
  storyOfTask(task: number): number | undefined;
  /** A person, team, project, group, milestone, list, board or template. */
  record<K extends NamedKind>(kind: K, name: string): Named<K> | undefined;
  /** All of a kind, by name. */
  records<K extends NamedKind>(kind: K): readonly Named<K>[];
  /** What a REF stands for: "48213377", "launchpad:1834567", "person/alice", an old number or name. */
  find(ref: string): Target | undefined;
  /** Files that are there and cannot be read, with what is wrong with them: what they hold is missing from every answer. */
  broken(): readonly BrokenFile[];
  /** The bytes of an attachment of a story; null when there is none. */
  attachment(story: number, name: string): Promise<Uint8Array | null>;

  /** What became of a record, newest first. "not-found" when nothing answers to the REF, "no-history" without commits. */
  timeline(ref: string): Promise<readonly TimelineEntry[]>;
  /** Who set each field of a record, and in which commit; null when no commit that is here has written it. */
  blame(ref: string): Promise<Blame | null>;
  /** Commits that changed the tracker, newest first. */
  changes(page?: Page): readonly ChangeEvent[];

  /** Looks again: what was written or committed since shows from then on. */
  refresh(): Promise<void>;
  /** Afterwards every question ends in "closed". Closing twice is no fault. */
  close(): void;
}
