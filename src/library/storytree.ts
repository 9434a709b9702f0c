// What `import … from "storytree"` gives a program: a tracker to read, and the types of what it says.

export type { Blame, BlamedField, BlamedItem, BlamedLine } from "../change/history/blame.ts";
export type { CardMove } from "../change/history/card-moves.ts";
export type { Review } from "../change/history/review.ts";
export type { CommitFacts, TimelineEntry } from "../change/history/timeline.ts";
export type { FieldMeaning, RecordMeaning } from "../change/meaning.ts";
export type { BrokenFile, ChangeEvent, StoryDetail, StoryRow, TaskRow } from "../index/catalogue.ts";
export type { Counted } from "../index/count-by.ts";
export type { Durations, Flow, FlowRow, Interval } from "../index/flow.ts";
export type { Unit } from "../index/lives.ts";
export type { Target } from "../index/reference.ts";
export type * from "../model/generated/types.ts";
export type { NamedKind } from "../model/place.ts";
export type { Affects, Comment, Named, Story, Task } from "../model/record.ts";
export type { StoryStatus, TaskStatus } from "../model/story-status.ts";
export type { Diagnostic } from "../text/diagnostic.ts";
export { Failure as StorytreeError } from "../text/failure.ts";
export { openTracker } from "./open-tracker.ts";
export type { FlowWish, Found, OpenTrackerOptions, Page, Tracker } from "./tracker.ts";
