// What is private about a restricted tracker, as what it is recognised by: words, runs of words, numbers, hashes, file names.

import { placeOf } from "../model/place.ts";
import type { Story, TrackerRecord } from "../model/record.ts";
import { Failure } from "../text/failure.ts";
import { limits } from "../text/limits.ts";
import { type GitRun, gitText } from "../tracker/git/process.ts";
import { isOid } from "../tracker/git/revision.ts";
import type { Tracker } from "../tracker/tracker.ts";
import type { TreeFile, TreeFiles } from "../tracker/tree-files.ts";
import { textsIn } from "../validate/field-texts.ts";
import { planDisclosure } from "./plan-disclosure.ts";
import { taskTaker } from "./still-private.ts";
import { isTelling, runsOf, wordsOf } from "./words.ts";

/** A "packed file" is one that is packed in a way that nobody here can look into. */
export type Sort = "word" | "text" | "number" | "hash" | "file name" | "packed file";

/** What is looked for, each by its sort. */
export interface Needles {
  readonly words: ReadonlySet<string>;
  readonly runs: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  /** Full object ids. */
  readonly hashes: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

/** What everybody says, and is therefore no sign: texts that come with the program, and what the public tracker said before. */
export interface Commonplace {
  readonly words: ReadonlySet<string>;
  readonly runs: ReadonlySet<string>;
}

export function commonplace(texts: Iterable<string>): Commonplace {
  const [words, runs] = [new Set<string>(), new Set<string>()];
  for (const text of texts) {
    for (const each of wordsOf(text)) words.add(each);
    for (const each of runsOf(text)) runs.add(each);
  }
  return { words, runs };
}

/**
 * `beyond`: the public tracker, when it is known: what of a disclosed story is public by right is no leak. `cannotSay` is told of a
 * disclosed story of which that cannot be told any more: all of it counts as private then.
 */
export async function needlesOf(
  tracker: Tracker,
  files: TreeFiles,
  beyond: TreeFiles | undefined,
  common: Commonplace,
  run: GitRun | null,
  cannotSay: (story: number, why: string) => void = () => undefined,
): Promise<Needles> {
  const words = new Set<string>();
  const runs = new Set<string>();
  const numbers = new Set<string>();
  const names = new Set<string>();
  const takes = beyond && taskTaker(beyond);
  const free = await published(tracker, files, beyond, cannotSay);
  const isFree = (kind: keyof Commonplace, value: string) => common[kind].has(value) || free[kind].has(value);
  const runsIn = (text: string) => {
    for (const each of runsOf(text)) if (!isFree("runs", each)) runs.add(each);
  };
  const wordsIn = (text: string, said?: ReadonlySet<string>) => {
    for (const each of wordsOf(text))
      if (isTelling(each) && !isFree("words", each) && !said?.has(each)) words.add(each);
  };
  for (const story of tracker.stories.values()) {
    if (story.data.disclosed === undefined) {
      numbers.add(String(story.id));
      for (const task of tracker.tasksOf(story.id)) numbers.add(String(task.id));
    } else if (takes) {
      for (const task of tracker.tasksOf(story.id)) if (!(await takes(task))) numbers.add(String(task.id));
    }
    for (const record of recordsOf(tracker, story)) for (const text of textsOf(record)) runsIn(text);
    for (const { name } of tracker.attachmentsOf(story.id)) {
      const lower = name.toLowerCase();
      if (isTelling(lower) && !isFree("words", lower)) names.add(lower);
    }
  }
  // Words are taken from the files as they are: a remark in front matter, a broken file and an attachment are private as well.
  for await (const batch of files.read(privateFiles(files), limits.attachmentBytes)) {
    for (const { file, bytes } of batch) {
      // What the public tracker says at the same place, of a person or a project, is nobody's secret.
      const there = file.path.startsWith("stories/") ? null : await beyond?.readPath(file.path, limits.fileBytes);
      const said = there?.bytes ? new Set(wordsOf(contentText(there.bytes))) : undefined;
      if (!said) wordsIn(nameOf(file.path));
      wordsIn(contentText(bytes), said);
    }
  }
  const publicNames = new Set(wordsOf((await peopleTexts(beyond)).join("\n")));
  for (const text of run ? await historyTexts(run) : []) wordsIn(text, publicNames);
  return { words, runs, numbers, names, hashes: run ? await hashesOf(run, free.blobs) : new Set() };
}

/** Everything that a record says, its address lists too. */
function* textsOf(record: TrackerRecord): Iterable<string> {
  for (const [, text] of textsIn(record.data as unknown as Readonly<Record<string, unknown>>)) yield text;
  yield record.body;
}

function recordsOf(tracker: Tracker, story: Story): readonly TrackerRecord[] {
  const { id } = story;
  return [story, ...tracker.tasksOf(id), ...tracker.commentsOf(id), ...tracker.affectsOf(id)];
}

/** The files that the tool does not write alike into every tracker. */
async function* privateFiles(files: TreeFiles): AsyncIterable<readonly TreeFile[]> {
  for await (const batch of files.list()) yield batch.filter(({ path }) => placeOf(path).kind !== "support");
}

/** What commits say, but for who signed and reviewed them, and what branches and tags are called. */
async function historyTexts(run: GitRun): Promise<readonly string[]> {
  const refs = await gitText(run, ["for-each-ref", "--format=%(refname)"], { cap: 1 << 28 });
  const said = await gitText(run, ["log", "--all", "--format=%B", "HEAD", "--"], { cap: 1 << 30, expect: [0, 128] });
  return [
    refs.replace(/^refs\/(?:heads|tags|notes|remotes\/[^/\n]+|[^/\n]+)\//gm, ""),
    said.replace(/^(?:[A-Za-z-]+-by|Change-Id): .*$/gim, ""),
  ];
}

/** What the public tracker says of its people: those who work on both sides are named in the messages of both. */
async function peopleTexts(beyond: TreeFiles | undefined): Promise<readonly string[]> {
  if (!beyond) return [];
  const people = async function* () {
    for await (const batch of beyond.listUnder?.(["people"]) ?? beyond.list())
      yield batch.filter(({ path }) => path.startsWith("people/"));
  };
  const texts: string[] = [];
  for await (const batch of beyond.read(people(), limits.fileBytes))
    for (const { file, bytes } of batch) texts.push(nameOf(file.path), contentText(bytes));
  return texts;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, "");
}

function contentText(content: string | Uint8Array | null): string {
  if (content === null || typeof content === "string") return content ?? "";
  return Buffer.from(content.buffer, content.byteOffset, content.length).toString("utf8");
}

/** What disclosed stories have made public, as it was published. */
async function published(
  tracker: Tracker,
  files: TreeFiles,
  beyond: TreeFiles | undefined,
  cannotSay: (story: number, why: string) => void,
) {
  const texts: string[] = [];
  const blobs = new Set<string>();
  for (const { id, data } of tracker.stories.values()) {
    if (data.disclosed === undefined || !beyond) continue;
    const planned = await planDisclosure(tracker, files, beyond, id).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      cannotSay(id, error.message);
      return null;
    });
    for (const { path, after } of planned?.files ?? []) {
      texts.push(nameOf(path), contentText(after));
      if (typeof after !== "string") blobs.add(path);
    }
  }
  return { ...commonplace(texts), blobs };
}

/** The ids of all objects of the restricted repository but those of published attachments, and of trees and blobs without content. */
async function hashesOf(run: GitRun, publishedPaths: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const hashes = new Set<string>();
  const listed = await gitText(run, ["rev-list", "--objects", "--all", "HEAD", "--"], {
    cap: 1 << 30,
    expect: [0, 128],
  });
  for (const line of listed.split("\n")) {
    const [oid = "", path = ""] = line.split(/ (.*)/s);
    const isRecord = path === "" || /^(?:stories|people|teams|milestones|lists|boards)(?:\/|$)/.test(path);
    if (isOid(oid) && isRecord && !publishedPaths.has(path)) hashes.add(oid);
  }
  return hashes;
}
