// The timeline of a record: what became of it, when, by whom and through which review; one entry a commit of the base branch.

import type { Catalogue, ChangeEvent } from "../../index/catalogue.ts";
import { ownerOf } from "../../index/reference.ts";
import type { TouchedFile } from "../../model/field-changes.ts";
import { instantOfSeconds } from "../../model/instant.ts";
import { type NamedKind, pathOf, storyFolder } from "../../model/place.ts";
import type { TrackerRecord } from "../../model/record.ts";
import type { ObjectReader } from "../../tracker/git/objects.ts";
import { writerOf } from "../../tracker/git/tips.ts";
import { meaningOf, type RecordMeaning } from "../meaning.ts";
import { originsIn } from "../origins.ts";
import { type CardMove, cardMoves, sameLanes } from "./card-moves.ts";
import { personFinder } from "./people.ts";
import { type Review, revertedBy, reviewOf } from "./review.ts";
import { type Step, stepsOf } from "./steps.ts";

export interface HistorySource {
  readonly catalogue: Catalogue;
  readonly objects: ObjectReader;
}

export type HistoryTarget =
  | { readonly kind: "story" | "task"; readonly id: number }
  | { readonly kind: NamedKind; readonly name: string };

/** Who changed something, when, and in which commit. */
export interface CommitFacts {
  readonly commit: string;
  /** The committer date, never earlier than its parent's. */
  readonly time: string;
  /** What the commit's own clock says, when that was overruled; null otherwise. */
  readonly clock: string | null;
  /** The commit's author, of a merge its branch tip's, as they call themselves. */
  readonly author: string;
  /** The person of the tracker that the author is. */
  readonly person: string | null;
  readonly subject: string;
  readonly review: Review | null;
  /** The commit that it takes back. */
  readonly reverts: string | null;
  /** How many stories it touched in all. */
  readonly stories: number;
}

export interface TimelineEntry extends CommitFacts {
  readonly records: readonly RecordMeaning[];
  readonly cards: readonly CardMove[];
}

/** What became of a story and everything in it, or of any other record; newest first. */
export async function timelineOf(source: HistorySource, target: HistoryTarget): Promise<readonly TimelineEntry[]> {
  const factsOf = factsFinder(source.catalogue);
  if (target.kind === "story") return storyTimeline(source, target.id, factsOf);
  const versions = await versionsOf(source, target);
  return versions.map(({ step, file, path }): TimelineEntry => {
    const records = recordsIn(step, new Set([path])).map(withoutCards);
    return { ...factsOf(step), records, cards: cardMoves(file) };
  });
}

async function storyTimeline(
  source: HistorySource,
  id: number,
  factsOf: FactsFinder,
): Promise<readonly TimelineEntry[]> {
  const { catalogue, objects } = source;
  const now = (catalogue.story(id)?.tasks ?? []).map((task) => task.id);
  const ever = catalogue.turns(id).flatMap(({ task }) => (task === 0 ? [] : task));
  const cards = new Set([id, ...now, ...ever]);
  const placing = new Set(catalogue.history({ cards: [...cards] }).map((event) => event.commit));
  const folder = storyFolder(id);
  // Lists and boards are read only in commits that moved one of the cards.
  const events = catalogue.history({ story: id, cards: [...cards] });
  const steps = recalled(await stepsOf(objects, events, [folder, "lists", "boards"]));
  // Going back in time: which tasks were the story's after each commit.
  const own = new Set([id, ...now]);
  return steps.flatMap((step): TimelineEntry[] => {
    const files = step.files.filter(({ path }) => path.startsWith(`${folder}/`));
    const records = recordsIn(step, new Set(files.map(({ path }) => path)));
    const around = new Set(own);
    for (const { place, before } of files) {
      if (place.kind !== "task") continue;
      around.add(place.id);
      if (before === null) own.delete(place.id);
      else own.add(place.id);
    }
    const renumbered = new Map(
      records.flatMap((record) => (record.from?.id && record.id ? [[record.from.id, record.id] as const] : [])),
    );
    const moves = placing.has(step.commit.oid) ? step.files.flatMap((file) => cardMoves(file, around, renumbered)) : [];
    return records.length + moves.length === 0 ? [] : [{ ...factsOf(step), records, cards: moves }];
  });
}

/** Steps, newest first, where what became of a file that could not be read is told by what it said when it last could. */
function recalled(steps: readonly Step[]): readonly Step[] {
  const known = new Map<string, TrackerRecord>();
  const recall = (file: TouchedFile): TouchedFile => {
    const { path, before, after } = file;
    const record = before && !before.record ? known.get(path) : undefined;
    if (after?.record) known.set(path, after.record);
    else if (before?.record && after) known.set(path, before.record);
    return record ? { ...file, before: { record } } : file;
  };
  return [...steps]
    .reverse()
    .map((step) => ({ ...step, files: step.files.map(recall) }))
    .reverse();
}

/** A version of a record: the commit that made it, and what it says on both sides. */
export interface Version {
  readonly step: Step;
  readonly path: string;
  readonly file: TouchedFile;
  /** What it was before it moved here or got this name. */
  readonly origin: TrackerRecord | undefined;
}

/** The versions of one file, newest first; of a task that moved and a record that was renamed also those before. */
export async function versionsOf(source: HistorySource, target: HistoryTarget): Promise<readonly Version[]> {
  const versions: Version[] = [];
  let path: string | undefined = pathOfTarget(source.catalogue, target);
  let before: ChangeEvent | undefined;
  while (path !== undefined) {
    const here: string = path;
    const events = eventsOf(source.catalogue, here);
    const moved = events.findIndex((each) => each.commit === before?.commit);
    const older = before === undefined ? events : moved === -1 ? [] : events.slice(moved + 1);
    path = undefined;
    for (const step of recalled(await stepsOf(source.objects, older, [here]))) {
      const file = step.files.find((each) => each.path === here);
      if (!file) continue;
      const origin = file.before === null ? originsIn([...step.files, ...step.elsewhere]).get(here) : undefined;
      versions.push({ step, path: here, file, origin });
      if (!origin) continue;
      // What had this name before was another one, or this one before it was renamed back: each turn goes on with older commits only.
      before = step.event;
      path = origin.path;
      break;
    }
  }
  return versions;
}

function pathOfTarget(catalogue: Catalogue, target: HistoryTarget): string | undefined {
  if (target.kind === "story") return pathOf({ kind: "story", id: target.id });
  if (!("id" in target)) return pathOf({ kind: target.kind, name: target.name });
  const story = ownerOf(catalogue, target.id);
  return story === undefined ? undefined : pathOf({ kind: "task", id: target.id, story });
}

function eventsOf(catalogue: Catalogue, path: string): readonly ChangeEvent[] {
  const story = /^stories\/\d+\/(\d+)\//.exec(path)?.[1];
  return catalogue.history(story === undefined ? { path } : { story: Number(story) });
}

/** What a step means for some of its files; a task that went elsewhere counts as one of them. */
function recordsIn(step: Step, paths: ReadonlySet<string>): readonly RecordMeaning[] {
  const own = step.files.filter((file) => paths.has(file.path));
  return meaningOf([...own, ...step.elsewhere]).records.filter(
    ({ path, from }) => paths.has(path) || (from !== undefined && paths.has(from.path)),
  );
}

/** Where cards lie on a list or board is told card by card. */
function withoutCards(record: RecordMeaning): RecordMeaning {
  if (record.what !== "changed" || (record.kind !== "list" && record.kind !== "board")) return record;
  const fields = record.fields.filter(
    ({ field, before, after }) => field !== "items" && !(field === "lanes" && sameLanes(before, after)),
  );
  return { ...record, fields };
}

export type FactsFinder = (step: Step) => CommitFacts;

/** What is said of each commit. */
export function factsFinder(catalogue: Catalogue): FactsFinder {
  const personOf = personFinder(catalogue.allNamed("person"));
  return ({ event, commit, tips }) => {
    const { signature } = writerOf(commit, tips);
    const messages = [commit, ...tips].map(({ message }) => message);
    const own = commit.committer.time === null ? null : instantOfSeconds(commit.committer.time);
    return {
      commit: commit.oid,
      time: event.time,
      clock: own === event.time ? null : own,
      author: event.author,
      person: (signature && personOf(signature)) ?? null,
      subject: event.subject,
      review: reviewOf(commit.message) ?? messages.map(reviewOf).find((review) => review !== null) ?? null,
      reverts: revertedBy(commit.message),
      stories: event.stories,
    };
  };
}
