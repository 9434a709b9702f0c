// What lists need to know of a story, made from its files: its derived status, its rows, its words.

import { facts } from "../model/generated/schema-facts.ts";
import type { CommentData, TaskData } from "../model/generated/types.ts";
import { priorities } from "../model/query/fields.ts";
import { priorityRank } from "../model/query/row.ts";
import { tokens } from "../model/query/tokens.ts";
import type { Affects, Comment, Story, Task } from "../model/record.ts";
import { isOpen, isUntriaged, type StoryStatus, storyStatus, type TaskStatus } from "../model/story-status.ts";
import type { StoryRow } from "./catalogue.ts";

/** Everything that lies in one story's folder. */
export interface StoryFiles {
  readonly story: Story;
  readonly tasks: readonly Task[];
  /** Tasks whose files cannot be read: nobody knows that they are done. */
  readonly unread: number;
  readonly comments: readonly Comment[];
  readonly affects: readonly Affects[];
  readonly attachments: number;
}

export interface Summary {
  readonly status: StoryStatus;
  readonly untriaged: boolean;
  readonly rank: number | null;
  readonly priority: string | null;
  readonly projects: readonly string[];
  readonly assignees: readonly string[];
  readonly counts: Readonly<Partial<Record<TaskStatus, number>>>;
  /** The earliest due day of what is open, where a task's own comes before the story's. */
  readonly nextDue: string | null;
}

export function summarise({ story, tasks, unread }: StoryFiles): Summary {
  const statuses: TaskStatus[] = [];
  const projects: string[] = [];
  const assignees: string[] = [];
  const counts: Partial<Record<TaskStatus, number>> = {};
  // The highest priority of open tasks, else of all.
  let [ofOpen, ofAll] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { data } of tasks) {
    const { status, project, assignee } = data;
    statuses.push(status);
    projects.push(project);
    if (assignee !== undefined) assignees.push(assignee);
    counts[status] = (counts[status] ?? 0) + 1;
    const rank = priorityRank(data.priority);
    ofAll = Math.min(ofAll, rank);
    if (isOpen(status)) ofOpen = Math.min(ofOpen, rank);
  }
  const all = [...statuses, ...Array<TaskStatus>(unread).fill("todo")];
  const best = ofOpen === Number.POSITIVE_INFINITY ? ofAll : ofOpen;
  const status = storyStatus(all, story.data);
  const rank = best === Number.POSITIVE_INFINITY ? null : best;
  return {
    status,
    untriaged: isUntriaged(all, story.data),
    rank,
    priority: rank === null ? null : (priorities[rank] ?? null),
    projects: unique(projects),
    assignees: unique(assignees),
    counts,
    nextDue: status === "active" ? nextDue(story, tasks) : null,
  };
}

function nextDue(story: Story, tasks: readonly Task[]): string | null {
  const open = tasks.filter(({ data }) => isOpen(data.status));
  const days = open.length > 0 ? open.map(({ data }) => data.due ?? story.data.due) : [story.data.due];
  return days.filter((day) => day !== undefined).sort()[0] ?? null;
}

/**
 * What lists show of a story, as it is kept: values by their places, since with names they would be half as long again, and are
 * read by the ten thousand. The times are with the columns: they change with the history.
 */
export type StoredSummary = readonly [
  id: number,
  title: string,
  status: StoryStatus,
  type: string,
  triage: string,
  author: string,
  created: string,
  milestone: string | null,
  comments: number,
  untriaged: 0 | 1,
  priority: string | null,
  projects: readonly string[],
  assignees: readonly string[],
  tasks: StoryRow["tasks"],
  tags: readonly string[],
  due: string | null,
  nextDue: string | null,
];

export function summaryText({ story, comments }: StoryFiles, summary: Summary): string {
  const { data } = story;
  const stored: StoredSummary = [
    story.id,
    data.title,
    summary.status,
    data.type ?? "bug",
    data.triage ?? "new",
    data.author,
    data.created,
    data.milestone ?? null,
    comments.length,
    summary.untriaged ? 1 : 0,
    summary.priority,
    summary.projects,
    summary.assignees,
    summary.counts,
    data.tags ?? [],
    data.due ?? null,
    summary.nextDue,
  ];
  return JSON.stringify(stored);
}

/** The row of a list that was kept so. By places, not taken apart by a pattern: that goes through an iterator each time. */
export function rowOfSummary(kept: StoredSummary, updated: string | null, closed: string | null): StoryRow {
  return {
    id: kept[0],
    title: kept[1],
    status: kept[2],
    type: kept[3],
    triage: kept[4],
    author: kept[5],
    created: kept[6],
    updated,
    closed,
    milestone: kept[7],
    comments: kept[8],
    untriaged: kept[9] === 1,
    priority: kept[10],
    projects: kept[11],
    assignees: kept[12],
    tasks: kept[13],
    tags: kept[14],
    due: kept[15],
    nextDue: kept[16],
  };
}

/** Stands between texts in the index of words: no query holds it, so no phrase runs from one text into the next. */
const between = " § ";

type Texts = Pick<StoryFiles, "story" | "tasks" | "comments">;

/** The words of the title, and of everything else, as the full text index takes them. */
export function wordsOf(files: Texts): { readonly title: string; readonly text: string } {
  const [title = "", ...rest] = textsOf(files);
  return { title: folded(title), text: rest.map(folded).join(between) };
}

/** The full text index cuts and folds ASCII as tokens.ts does; all else is folded here. */
function folded(text: string): string {
  return ascii.test(text) ? text : tokens(text).join(" ");
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
const ascii = /^[\x01-\x7f]*$/;

/** How many characters `wordsOf` makes of the title and the texts, each given with its words. */
export function charactersIn(texts: readonly (readonly [text: string, words: readonly string[]])[]): number {
  let sum = Math.max(0, texts.length - 2) * between.length;
  for (const [text, words] of texts) {
    if (ascii.test(text)) sum += text.length;
    else sum += words.reduce((all, word) => all + word.length, Math.max(0, words.length - 1));
  }
  return sum;
}

/** The texts that are searched: the title first. */
export function textsOf({ story, tasks, comments }: Texts): readonly string[] {
  return [story.data.title, ...[story, ...tasks, ...comments].flatMap(searchedIn)];
}

/** What is searched of a record of a story, but for the story's title. */
export function searchedIn({ kind, data, body = "" }: Searched): readonly string[] {
  if (kind === "comment") return body === "" || (data as CommentData).hidden === true ? [] : [body];
  const title = kind === "task" ? (data as TaskData).title : undefined;
  const texts = kind === "task" || kind === "story" ? [title ?? "", body] : [];
  return texts.filter((text) => text !== "");
}

export interface Searched {
  readonly kind: string;
  readonly data?: unknown;
  readonly body?: string | undefined;
}

export interface ListedValue {
  /** Null for the story's own. */
  readonly task: number | null;
  readonly field: string;
  readonly value: string;
}

/** Fields with several values, of the story or of one of its tasks. Written for speed: most of them are empty, and there are millions. */
export function valuesOf(files: StoryFiles): readonly ListedValue[] {
  const { story, tasks, comments, affects } = files;
  const values: ListedValue[] = [];
  const add = (task: number | null, field: string, all: readonly (string | number)[] | undefined) => {
    if (all) for (const value of all) values.push({ task, field, value: String(value) });
  };
  addOwn(story, null, add);
  add(null, "tag", story.data.tags);
  add(null, "cve", story.data.cve);
  add(null, "related", story.data.related);
  add(null, "commenter", unique(comments.map((comment) => comment.data.author)));
  if (affects.length > 0)
    add(
      null,
      "affects",
      affects.map((person) => person.name),
    );
  if (files.attachments > 0) add(null, "has", ["attachment"]);
  const hasPatch = (record: Story | Comment) => record.data.attachments?.some((file) => file.patch === true) === true;
  if (hasPatch(story) || comments.some(hasPatch)) add(null, "has", ["patch"]);
  for (const task of tasks) addOwn(task, task.id, add);
  return values;
}

function addOwn(
  record: Story | Task,
  task: number | null,
  add: (task: number | null, field: string, values: readonly (string | number)[] | undefined) => void,
): void {
  const { data } = record;
  add(task, "alias", data.aliases);
  add(task, "depends_on", data.depends_on);
  for (const key in data) {
    if (known.has(key) || key.startsWith("x-") || !Object.hasOwn(data, key)) continue;
    add(task, key, [(data as object as Readonly<Record<string, unknown>>)[key]].flat().map(String));
  }
}

const known: ReadonlySet<string> = new Set([...facts.story.keys, ...facts.task.keys]);

function unique(names: readonly string[]): string[] {
  return names.length < 2 ? [...names] : [...new Set(names)].sort();
}
