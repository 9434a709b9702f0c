// What was said and what happened on a story, in one stream: its comments, and the commits that changed it.

import type { Catalogue, ChangeEvent, StoryDetail, StoryEvent } from "../../index/catalogue.ts";
import type { TrackerData } from "../../model/generated/types.ts";
import type { Comment } from "../../model/record.ts";
import { attachmentKey, commentAnchor, eventAnchor, timeOfComment } from "../addresses.ts";
import { type ChangedLine, mostEvents } from "../changed-fields.ts";
import { commitPage } from "../review-pages.ts";
import type { Site } from "../site.ts";

export interface CommitView {
  readonly id: string;
  readonly url: string | null;
}

export interface TurnView {
  readonly task: number;
  readonly project: string | null;
  readonly from: string | null;
  readonly to: string;
}

export interface LineView extends ChangedLine {
  readonly project: string | null;
}

export interface CommentEntry {
  readonly kind: "comment";
  readonly anchor: string;
  readonly time: string;
  readonly author: string;
  readonly hidden: boolean;
  readonly answers: { readonly anchor: string; readonly author: string } | null;
  readonly body: string;
  /** How long it is, when only its beginning is shown at first. */
  readonly lines: number | null;
  readonly attachments: readonly { readonly title: string; readonly key: string | null }[];
  readonly path: string;
  readonly commit: CommitView | null;
  readonly eventAnchor: string | null;
}

export interface EventEntry {
  readonly kind: "event";
  readonly anchor: string;
  readonly time: string;
  readonly author: string;
  readonly subject: string;
  /** Its one turn says all that its subject does. */
  readonly isTurn: boolean;
  readonly others: number;
  readonly turns: readonly TurnView[];
  /** What else it changed, but for what its subject says. */
  readonly lines: readonly LineView[];
  readonly commit: CommitView;
}

export type StreamEntry = CommentEntry | EventEntry;

/** Commits with no word between them, of which the page shows the last and folds the others away. */
export interface Run {
  readonly kind: "run";
  readonly events: readonly EventEntry[];
}

type Markdown = (text: string, prefix: string, headingLevel: number) => string;

/** Oldest first. */
export function storyStream(
  { catalogue, config, histories }: Site,
  detail: StoryDetail,
  markdown: Markdown,
): readonly StreamEntry[] {
  const { story, comments } = detail;
  const history = histories.get(story.id);
  const events = [...(history?.events ?? catalogue.changesOf(story.id, { limit: mostEvents, offset: 0 }))].reverse();
  const turns = turnsByCommit(catalogue, detail);
  const commitOf = commitsOfComments(comments, events);
  const told = new Set([...commitOf.values()].map((event) => event.commit));
  const firstOf = new Map([...commitOf].map(([name, event]) => [event.commit, name]));
  const byName = new Map(comments.map((comment) => [comment.name, comment]));
  const there = new Set(detail.attachments.map(({ name }) => name));
  const said = comments.map((comment) => {
    const commit = commitOf.get(comment.name);
    const answers = byName.get(comment.data.in_reply_to ?? "");
    return {
      ...commentView(comment, answers, there, markdown),
      commit: commit ? commitView(config, commit.commit) : null,
      // Feeds lead to the commit; of several comments that it brought, to the first.
      eventAnchor: commit && firstOf.get(commit.commit) === comment.name ? eventAnchor(commit.commit) : null,
    };
  });
  const projects = new Map(detail.tasks.map((task) => [task.id, task.data.project]));
  const linesBy = ({ commit, subject }: ChangeEvent) =>
    (history?.fields.get(commit) ?? [])
      .filter(({ words }) => !subject.includes(words))
      .map((line): LineView => ({ ...line, project: projects.get(line.task) ?? null }));
  const happened = events.flatMap((event): StreamEntry[] =>
    told.has(event.commit)
      ? []
      : [eventView(config, event, story.id, { turns: turns.get(event.commit) ?? [], lines: linesBy(event) })],
  );
  // A comment and the commit of one second: what was said comes first. Both lists are in order already.
  return [...said, ...happened].sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}

/** So many commits are no longer read on the way from one comment to the next; so many of them stay in sight. */
const run = { least: 6, shown: 2 };

/** Long runs of commits folded, so that what people say is found between them. */
export function inRuns(stream: readonly StreamEntry[]): readonly (StreamEntry | Run)[] {
  const parts: (StreamEntry | Run)[] = [];
  let events: EventEntry[] = [];
  const endRun = () => {
    const folded = events.length < run.least ? 0 : events.length - run.shown;
    if (folded > 0) parts.push({ kind: "run", events: events.slice(0, folded) });
    parts.push(...events.slice(folded));
    events = [];
  };
  for (const entry of stream) {
    if (entry.kind === "event") events.push(entry);
    else {
      endRun();
      parts.push(entry);
    }
  }
  endRun();
  return parts;
}

/** A subject that begins with the story it is about need not say so on that story's page. */
function ownSubject(subject: string, story: number): string {
  const [rest = "", named] = /^story #?(\d+): *(?=\S)/i.exec(subject) ?? [];
  return named === String(story) ? subject.slice(rest.length) : subject;
}

/** Our own words for one task's new status, which stand beside it in colour. */
function isOneTurn(subject: string, turns: readonly TurnView[]): boolean {
  const [, task, to] = /^task #?(\d+): status (?:\w+ )?→ (\w+)$/.exec(subject) ?? [];
  return turns.length === 1 && String(turns[0]?.task) === task && turns[0]?.to === to;
}

function eventView(
  config: TrackerData | undefined,
  { commit, time, author, subject, stories }: ChangeEvent,
  story: number,
  { turns, lines }: Pick<EventEntry, "turns" | "lines">,
): StreamEntry {
  return {
    kind: "event",
    anchor: eventAnchor(commit),
    time,
    author,
    subject: ownSubject(subject, story),
    isTurn: lines.length === 0 && isOneTurn(subject, turns),
    others: stories - 1,
    // The fields themselves tell what became of the story.
    turns: lines.some(({ task }) => task === 0) ? turns.filter(({ task }) => task !== 0) : turns,
    lines,
    commit: commitView(config, commit),
  };
}

function commitView(config: TrackerData | undefined, oid: string): CommitView {
  return { id: oid, url: commitPage(config, oid) };
}

/** `there`: the names of the attachments that lie in the story's folder; what a comment names beside them leads nowhere. */
function commentView(comment: Comment, answers: Comment | undefined, there: ReadonlySet<string>, markdown: Markdown) {
  const anchor = commentAnchor(comment.name);
  const hidden = comment.data.hidden === true;
  return {
    kind: "comment" as const,
    anchor,
    time: timeOfComment(comment.name),
    author: comment.data.author,
    hidden,
    answers: answers ? { anchor: commentAnchor(answers.name), author: answers.data.author } : null,
    body: hidden ? "" : markdown(comment.body, `${anchor}-`, 3),
    lines: hidden ? null : linesOf(comment.body, mostLines),
    attachments: (hidden ? [] : (comment.data.attachments ?? [])).map((file) => ({
      title: file.title ?? file.file,
      key: there.has(file.file) ? attachmentKey(comment.story, file.file) : null,
    })),
    path: comment.path,
  };
}

/** Whoever reads a discussion goes past a whole log in one step. */
const mostLines = 80;
const lineLength = 90;

/** The lines that a text takes, roughly, when those are more than `most`. */
export function linesOf(text: string, most: number): number | null {
  const lines = text
    .trimEnd()
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lineLength)), 0);
  return lines > most ? lines : null;
}

/** The commits that brought comments and nothing else: the comments themselves tell of them. */
function commitsOfComments(
  comments: readonly Comment[],
  events: readonly StoryEvent[],
): ReadonlyMap<string, ChangeEvent> {
  const found = new Map<string, ChangeEvent>();
  // The newest first: what was imported has comments older than any such commit.
  let last = comments.length - 1;
  for (const event of [...events].reverse()) {
    if (event.said === 0 || event.stories !== 1) continue;
    while (last >= 0 && timeOfComment((comments[last] as Comment).name) > event.time) last -= 1;
    for (let left = event.said; left > 0 && last >= 0; left -= 1, last -= 1)
      found.set((comments[last] as Comment).name, event);
  }
  return found;
}

/** What became of tasks in each commit; how they stood when the story came is no news. */
function turnsByCommit(catalogue: Catalogue, { story, tasks }: StoryDetail): Map<string, TurnView[]> {
  const projects = new Map(tasks.map((task) => [task.id, task.data.project]));
  const standings = new Map<number, string>();
  const found = new Map<string, TurnView[]>();
  let first: string | undefined;
  for (const { commit, task, standing } of catalogue.turns(story.id)) {
    first ??= commit;
    if (standing === "unread") continue;
    const from = standings.get(task) ?? null;
    standings.set(task, standing);
    if (commit === first || (task === 0 && from === null)) continue;
    const turn = { task, project: projects.get(task) ?? null, from, to: standing === "gone" ? "removed" : standing };
    found.set(commit, [...(found.get(commit) ?? []), turn]);
  }
  return found;
}
