// What is found before a change and after it: by judging the whole tracker, or as much of it as the change can affect.

import { placeOf } from "../model/place.ts";
import type { TrackerRecord } from "../model/record.ts";
import type { Diagnostic } from "../text/diagnostic.ts";
import { limits } from "../text/limits.ts";
import { withBeyond } from "../tracker/beyond.ts";
import type { Visibility } from "../tracker/open.ts";
import type { Tracker } from "../tracker/tracker.ts";
import type { TreeFiles } from "../tracker/tree-files.ts";
import { type Found, judgeAttachments, judgeRecord, judgeTracker } from "./judge.ts";
import type { Around, AroundBoth } from "./load-around.ts";
import { namedIn } from "./references.ts";
import type { RecordContext } from "./rule.ts";
import { judgeAll } from "./validate.ts";

export interface Sides {
  readonly tracker: Tracker;
  readonly before: readonly Found[];
  readonly after: readonly Found[];
  readonly readBefore: readonly Diagnostic[];
  readonly readAfter: readonly Diagnostic[];
  readonly recordBefore: (path: string) => TrackerRecord | undefined;
  readonly recordAfter: (path: string) => TrackerRecord | undefined;
  readonly count: number;
}

export interface SidesOptions {
  readonly visibility: Visibility;
  /** Of a restricted tracker: the public files in which what it refers to may be. */
  readonly beyond?: TreeFiles | undefined;
  readonly progress?: (files: number) => void;
}

export interface States {
  readonly before: TreeFiles;
  readonly after: TreeFiles;
  /** What differs between them. */
  readonly paths: readonly string[];
  /** What could be read of these paths before. */
  readonly recordsBefore: ReadonlyMap<string, TrackerRecord>;
  /** The side whose tracker.yaml counts. */
  readonly configFrom: TreeFiles;
}

/** One side, judged. */
type Side = Pick<Sides, "tracker" | "after" | "readAfter" | "recordAfter" | "count">;

// Where nothing is wrong afterwards it makes no difference what was wrong before: that side need not be read.
function nothingWrong({ recordsBefore }: States, side: Side): Sides | undefined {
  if (side.after.length > 0 || side.readAfter.length > 0) return undefined;
  return { ...side, before: [], readBefore: [], recordBefore: (path) => recordsBefore.get(path) };
}

export async function wholeSides(options: SidesOptions, states: States): Promise<Sides> {
  const { visibility, beyond, progress } = options;
  const judge = (files: TreeFiles, configFrom: TreeFiles) =>
    judgeAll(files, { visibility, configFrom, beyond, ...(progress ? { progress } : {}) });
  const is = await judge(states.after, states.configFrom);
  const side: Side = {
    tracker: is.wide,
    after: is.found,
    readAfter: is.tracker.diagnostics,
    recordAfter: (path) => recordIn(is.tracker, path),
    count: is.count,
  };
  const clean = nothingWrong(states, side);
  if (clean) return clean;
  // What the new configuration finds wrong was not wrong before.
  const was = await judge(states.before, states.before);
  return {
    ...side,
    before: was.found,
    readBefore: was.tracker.diagnostics,
    recordBefore: (path) => recordIn(was.tracker, path),
  };
}

/** Null when so much would have to be read that all of it may as well be. `alone` is the side after the change. */
export async function partSides(
  options: SidesOptions,
  around: AroundBoth,
  alone: Around,
  states: States,
): Promise<Sides | null> {
  const context: RecordContext = { visibility: options.visibility, limit: limits.attachmentBytes };
  const judge = async (part: Around, files: TreeFiles): Promise<Side> => {
    const { tracker, loaded, attachments } = part;
    const wide = options.beyond ? await withBeyond(tracker, options.beyond, namedIn(tracker)) : tracker;
    return {
      tracker: wide,
      after: [
        ...[...loaded.values()].flatMap((each) => [...judgeRecord(each, context)]),
        ...(await judgeAttachments(files, attachments, context)),
        ...judgeTracker(wide),
      ],
      readAfter: tracker.diagnostics,
      recordAfter: (path) => loaded.get(path)?.record,
      count: loaded.size,
    };
  };
  const clean = nothingWrong(states, await judge(alone, states.after));
  if (clean) return clean;
  const both = await around.both();
  if (!both) return null;
  const [was, is] = [await judge(both.before, states.before), await judge(both.after, states.after)];
  return { ...is, before: was.after, readBefore: was.readAfter, recordBefore: was.recordAfter };
}

function recordIn(tracker: Tracker, path: string): TrackerRecord | undefined {
  const place = placeOf(path);
  switch (place.kind) {
    case "tracker":
      return tracker.config;
    case "story":
      return tracker.stories.get(place.id);
    case "task":
      return tracker.tasks.get(place.id);
    case "comment":
      return tracker.commentsOf(place.story).find((comment) => comment.name === place.name);
    case "affects":
      return tracker.affectsOf(place.story).find((person) => person.name === place.name);
    case "attachment":
    case "support":
    case "misplaced":
      return undefined;
    default:
      return tracker.named(place.kind, place.name);
  }
}
