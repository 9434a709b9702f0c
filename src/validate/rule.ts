// What a rule is: one reason, no I/O, no YAML. It speaks in fields; the place is found later, for what is printed.

import type { Kind } from "../model/place.ts";
import type { TrackerRecord } from "../model/record.ts";
import type { Severity } from "../text/diagnostic.ts";
import type { Matter } from "../text/matter.ts";
import type { Span } from "../text/position.ts";
import type { Tracker } from "../tracker/tracker.ts";

export interface Finding {
  readonly path: string;
  /** The field, as a JSON pointer; "" is the front matter's first line; absent means the whole file. */
  readonly pointer?: string;
  /** The key instead of the value. */
  readonly atKey?: boolean;
  /** A place in the body instead of a field. */
  readonly body?: Span;
  readonly message: string;
  readonly hint?: string;
}

export interface Rule {
  /** Stable slug, never reused. */
  readonly code: string;
  /** What holds in a good tracker, one sentence. */
  readonly summary: string;
  /** Why it matters, for the one who is told to change something. */
  readonly why: string;
  readonly severity?: Severity;
  /** Something private stands where it does not belong: validation ends with exit 5. */
  readonly confidential?: boolean;
  /** Judges a body. */
  readonly text?: TextCheck;
  /** Judges the fields of one file by themselves, also those that its schema refuses. */
  readonly fields?: FieldsCheck;
  /** Judges the names and numbers that records refer to, each once however many refer to it. */
  readonly reference?: ReferenceCheck;
  /** Judges the records among each other; their bodies are not there. */
  readonly tracker?: (tracker: Tracker) => Iterable<Finding>;
  /** Judges one attachment by its name, its size and its content. */
  readonly attachment?: (file: AttachmentFile, context: RecordContext) => Iterable<Finding>;
  /** Judges what a proposal does to one record, on the base's terms. */
  readonly change?: (change: RecordChange, context: ChangeContext) => Iterable<Finding>;
}

export interface TextCheck {
  /** What a body must hold for `judge` to be asked: one search answers for all rules. */
  readonly sign: RegExp | readonly string[];
  readonly judge: (path: string, body: string, context: RecordContext) => Iterable<Finding>;
}

export interface FieldsCheck {
  /** Whether `judge` needs to be asked: cheap, for nearly all files are clean. */
  readonly when: (file: FieldsOf) => boolean;
  readonly judge: (file: FieldsOf, context: RecordContext) => Iterable<Finding>;
}

/** The front matter of one file as it stands there. */
export interface FieldsOf {
  readonly kind: Kind;
  readonly matter: Matter;
  /** Whether its schema lets it be a record. */
  readonly fits: boolean;
}

export interface ReferenceCheck {
  /** The sorts of reference it is about, as `x-ref` in the schemas says. */
  readonly to: readonly string[];
  /** What is named, as a person would say it. */
  readonly what: string;
  readonly exists: (tracker: Tracker, value: string | number) => boolean;
  /** What could have been meant. */
  readonly names?: (tracker: Tracker) => readonly string[];
}

/** A record before and after; undefined is "not there", or no record. */
export interface RecordChange {
  readonly path: string;
  readonly before: TrackerRecord | undefined;
  readonly after: TrackerRecord | undefined;
}

export interface ChangeContext {
  /** The tracker as the proposal would leave it, as far as it was read; its configuration is the base's. */
  readonly tracker: Tracker;
  /** Who proposes, as the review host vouches for them; undefined when nobody said. */
  readonly actor: string | undefined;
  /** Whether the actor belongs to a team. */
  readonly isMember: (team: string) => boolean;
  /** The day of the judgement, such as 2026-03-01. */
  readonly today: string;
  /** A story as it is in the base. */
  readonly storyBefore: (id: number) => TrackerRecord | undefined;
  /** What the base's policy denies of the changes to a file: the field and the reason. */
  readonly denied: (path: string) => readonly { readonly field: string; readonly reason: string }[];
}

export interface RecordContext {
  readonly visibility: "public" | "restricted";
  /** The most bytes an attachment may have. */
  readonly limit: number;
}

export interface AttachmentFile {
  readonly path: string;
  readonly name: string;
  readonly size: number;
  /** What is in it; empty when the file is over the limit. */
  readonly bytes: Uint8Array;
}

/** Every record that has front matter, in memory. */
export function* recordsOf(tracker: Tracker): Iterable<TrackerRecord> {
  if (tracker.config) yield tracker.config;
  for (const kind of ["person", "team", "project", "group", "milestone", "list", "board", "template"] as const) {
    yield* tracker.allNamed(kind);
  }
  yield* tracker.stories.values();
  yield* tracker.tasks.values();
  for (const story of tracker.storyFolders()) {
    yield* tracker.commentsOf(story);
    yield* tracker.affectsOf(story);
  }
}
