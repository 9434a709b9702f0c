// What a rule is: one reason, no I/O, no YAML. It speaks in fields; the place is found later, for what is printed.

import type { TrackerRecord } from "../model/record.ts";
import type { Severity } from "../text/diagnostic.ts";
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
  /** Judges one record by itself, with its body. */
  readonly record?: (record: TrackerRecord, context: RecordContext) => Iterable<Finding>;
  /** Judges the records among each other; bodies are gone by then. */
  readonly tracker?: (tracker: Tracker) => Iterable<Finding>;
}

export interface RecordContext {
  readonly visibility: "public" | "restricted";
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
