// The timeline of a record: what became of it, when, by whom and through which review; one entry a commit of the base branch.

import type { Catalogue, ChangeEvent } from "../../index/catalogue.ts";
import type { TouchedFile } from "../../model/field-changes.ts";
import { instantOfSeconds } from "../../model/instant.ts";
import { type NamedKind, pathOf, storyFolder } from "../../model/place.ts";
import type { TrackerRecord } from "../../model/record.ts";
import type { Commit, ObjectReader, Signature } from "../../tracker/git/objects.ts";
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
  const cards = new Set([id, ...(catalogue.story(id)?.tasks ?? []).map((task) => task.id)]);
  const placing = new Set(catalogue.history({ cards: [...cards] }).map((event) => event.commit));
  const folder = storyFolder(id);
  // Lists and boards are read only in commits that moved one of the cards.
  const steps = await stepsOf(objects, catalogue.history({ story: id, cards: [...cards] }), [
    folder,
    "lists",
    "boards",
  ]);
  return steps.flatMap((step): TimelineEntry[] => {
    const own = new Set(step.files.flatMap(({ path }) => (path.startsWith(`${folder}/`) ? path : [])));
    const moves = placing.has(step.commit.oid) ? step.files.flatMap((file) => cardMoves(file, cards)) : [];
    const records = recordsIn(step, own);
    return records.length + moves.length === 0 ? [] : [{ ...factsOf(step), records, cards: moves }];
  });
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
    const steps = await stepsOf(source.objects, older, [here]);
    const last: Step | undefined = steps.at(-1);
    const origin = last && originsIn([...last.files, ...last.elsewhere]).get(here);
    for (const step of steps) {
      const file = step.files.find((each) => each.path === here);
      if (file) versions.push({ step, path: here, file, origin: step === last ? origin : undefined });
    }
    before = last?.event;
    // A circle of renames ends: each turn goes on with older commits only.
    path = origin?.path;
  }
  return versions;
}

function pathOfTarget(catalogue: Catalogue, target: HistoryTarget): string | undefined {
  if (target.kind === "story") return pathOf({ kind: "story", id: target.id });
  if (!("id" in target)) return pathOf({ kind: target.kind, name: target.name });
  const story = catalogue.storyOfTask(target.id);
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
    const author = onlyAuthor(tips) ?? commit.author;
    const messages = [commit, ...tips].map(({ message }) => message);
    const own = commit.committer.time === null ? null : instantOfSeconds(commit.committer.time);
    return {
      commit: commit.oid,
      time: event.time,
      clock: own === event.time ? null : own,
      author: event.author,
      person: (tips.length < 2 || onlyAuthor(tips) ? personOf(author) : undefined) ?? null,
      subject: event.subject,
      review: reviewOf(commit.message) ?? messages.map(reviewOf).find((review) => review !== null) ?? null,
      reverts: revertedBy(commit.message),
      stories: event.stories,
    };
  };
}

function onlyAuthor(tips: readonly Commit[]): Signature | undefined {
  const [first] = tips;
  return tips.every(({ author }) => author.email === first?.author.email) ? first?.author : undefined;
}
