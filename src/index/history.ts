// The first-parent history, read newest first: who changed which stories and records in a commit, and what became of statuses and cards.

import { placeOf } from "../model/place.ts";
import { limits } from "../text/limits.ts";
import type { Commit, HistoryEntry, ObjectReader, Oid, TreeChange } from "../tracker/git/objects.ts";
import { broughtBy, type Tips, tipsOf, writerOf } from "../tracker/git/tips.ts";
import { absent, cardsMoved, type FileState, isKept, type KeptPlace, type Standing, stateOf } from "./file-state.ts";

/** A task, or with task 0 the story itself, came to stand otherwise. */
export interface Turn {
  readonly story: number;
  readonly task: number;
  readonly standing: Standing;
}

/** A commit of the history; one with very many changes comes in several parts, one after the other. */
export interface PastCommit {
  readonly oid: Oid;
  /** The committer date in milliseconds, as the commit says it. */
  readonly time: number;
  /** The name of the commit's author, of a merge its branch tip's. */
  readonly author: string;
  readonly subject: string;
  /** The history is cut off here: what this commit changed is not known, only what there was. */
  readonly cut: boolean;
  readonly stories: readonly number[];
  /** How many comments it added to each of them, where it did nothing else there; else 0. */
  readonly said: readonly number[];
  /** The paths of the records that belong to no story. */
  readonly paths: readonly string[];
  readonly turns: readonly Turn[];
  /** Stories and tasks that were put on a list or board, taken off it, or moved between lanes; `unknownCard` where that is not known. */
  readonly cards: readonly number[];
}

export interface HistoryOptions {
  /** Ends the reading at a commit that is known already; it is not among the answers. */
  readonly isKnown?: (commit: Commit) => boolean;
  /** The state of a file as the newest commit has it, when that is known without reading it. */
  readonly latest?: (place: KeptPlace, path: string) => FileState | undefined;
}

type States = Map<string, FileState | null>;

/** So many commits, or changes, are looked at together: each look for the authors of merges is a process. */
const together = { commits: 4_096, changes: 40_000 };

/** The commits from `head` back, newest first. What was read is let go of with each part: histories are long. */
export async function* pastCommits(
  objects: ObjectReader,
  head: Oid,
  options: HistoryOptions = {},
): AsyncIterable<readonly PastCommit[]> {
  const states: States = new Map();
  for await (const chunk of chunks(objects, head, options.isKnown ?? (() => false))) {
    const tips = await tipsOf(objects, chunk);
    const waiting: Waiting[] = [];
    for (const entry of chunk)
      waiting.push(waitingOf(entry, tips, await isCut(objects, entry.commit), states, options.latest));
    const answers = await answersTo(
      objects,
      waiting.flatMap(({ questions }) => questions),
    );
    let taken = 0;
    yield waiting.map((item) => {
      const own = answers.slice(taken, taken + item.questions.length);
      taken += item.questions.length;
      return completed(item, own, states);
    });
  }
}

async function answersTo(objects: ObjectReader, questions: readonly Question[]): Promise<readonly FileState[]> {
  const answers: FileState[] = [];
  if (questions.length === 0) return answers;
  const oids = questions.map(({ oid }) => oid);
  for await (const blobs of objects.blobs([oids], limits.fileBytes)) {
    for (const { bytes, size } of blobs) {
      const { place, path } = questions[answers.length] as Question;
      answers.push(size === -1 ? "missing" : stateOf(place, path, bytes));
    }
  }
  return answers;
}

interface Question {
  readonly oid: Oid;
  readonly place: KeptPlace;
  readonly path: string;
}

interface Waiting {
  readonly commit: PastCommit;
  readonly changes: readonly { readonly change: TreeChange; readonly place: KeptPlace; readonly asksAfter: boolean }[];
  /** What must be read for it, of each change the newer side first. */
  readonly questions: readonly Question[];
}

async function* chunks(
  objects: ObjectReader,
  head: Oid,
  isKnown: (commit: Commit) => boolean,
): AsyncIterable<readonly HistoryEntry[]> {
  let chunk: HistoryEntry[] = [];
  let changes = 0;
  for await (const batch of objects.history(head)) {
    for (const entry of batch) {
      if (isKnown(entry.commit)) {
        if (chunk.length > 0) yield chunk;
        return;
      }
      chunk.push(entry);
      changes += entry.changes.length;
    }
    if (chunk.length < together.commits && changes < together.changes) continue;
    yield chunk;
    chunk = [];
    changes = 0;
  }
  if (chunk.length > 0) yield chunk;
}

/** Whether a commit without parents has some that a shallow clone left out. */
async function isCut(objects: ObjectReader, { oid, parents }: Commit): Promise<boolean> {
  return parents.length === 0 && (await objects.commit(oid)).parents.length > 0;
}

function waitingOf(
  { commit, changes }: HistoryEntry,
  tips: Tips,
  cut: boolean,
  states: States,
  latest: HistoryOptions["latest"],
): Waiting {
  // How many comments were added; none once anything else was done.
  const stories = new Map<number, number>();
  const paths: string[] = [];
  const kept: Waiting["changes"][number][] = [];
  const questions: Question[] = [];
  for (const change of changes) {
    const { path, before, after } = change;
    const place = placeOf(path);
    if (place.kind === "story") stories.set(place.id, 0);
    else if ("story" in place) {
      const said = stories.get(place.story);
      const isSaid = place.kind === "comment" && before === null && said !== 0;
      stories.set(place.story, isSaid ? (said ?? 0) + 1 : 0);
    } else if (place.kind !== "support" && place.kind !== "misplaced") paths.push(path);
    if (!isKept(place)) continue;
    const asksAfter = after !== null && !isStateKnown(states, place, path, latest);
    if (asksAfter) questions.push({ oid: after.oid, place, path });
    if (before) {
      questions.push({ oid: before.oid, place, path });
      // Marked: the commit before this one that touched it finds here what the file was after it.
      if (!states.has(path)) states.set(path, null);
    }
    kept.push({ change, place, asksAfter });
  }
  return {
    commit: {
      oid: commit.oid,
      time: (commit.committer.time ?? 0) * 1000,
      author: writerOf(commit, broughtBy(commit, tips)).name,
      subject: subjectOf(commit),
      cut,
      stories: [...stories.keys()],
      said: [...stories.values()],
      paths,
      turns: [],
      cards: [],
    },
    changes: kept,
    questions,
  };
}

function isStateKnown(states: States, place: KeptPlace, path: string, latest: HistoryOptions["latest"]): boolean {
  if (states.has(path)) return true;
  const state = latest?.(place, path);
  if (state === undefined) return false;
  states.set(path, state);
  return true;
}

function completed({ commit, changes }: Waiting, answers: readonly FileState[], states: States): PastCommit {
  const turns: Turn[] = [];
  const cards: number[] = [];
  let next = 0;
  for (const { change, place, asksAfter } of changes) {
    const read = asksAfter ? answers[next++] : states.get(change.path);
    const after = change.after ? (read ?? "unread") : absent(place);
    const before = change.before ? (answers[next++] ?? "unread") : absent(place);
    if (change.before) states.set(change.path, before);
    if (place.kind === "list" || place.kind === "board") cards.push(...cardsMoved(before, after));
    else if (place.kind === "story" || place.kind === "task") {
      if (before === after || after === "unread" || after === "missing") continue;
      const standing = after as Standing;
      turns.push(
        place.kind === "story"
          ? { story: place.id, task: 0, standing }
          : { story: place.story, task: place.id, standing },
      );
    }
  }
  return { ...commit, turns, cards };
}

function subjectOf({ message }: Commit): string {
  // Joined anew: a slice of the message would keep all of it in memory.
  return Buffer.from((message.split("\n", 1)[0] ?? "").slice(0, 300)).toString();
}
