// What lists need to know of a story, made from its files: its derived status, its rows, its words.

import { priorities } from "../model/query/fields.ts";
import { priorityRank } from "../model/query/row.ts";
import { tokens } from "../model/query/tokens.ts";
import type { Affects, Comment, Story, Task } from "../model/record.ts";
import { isOpen, isUntriaged, type StoryStatus, storyStatus, type TaskStatus } from "../model/story-status.ts";

/** Everything that lies in one story's folder. */
export interface StoryFiles {
  readonly story: Story;
  readonly tasks: readonly Task[];
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
}

export function summarise({ story, tasks }: StoryFiles): Summary {
  const statuses = tasks.map((task) => task.data.status);
  const open = tasks.filter((task) => isOpen(task.data.status));
  const ranks = (open.length > 0 ? open : tasks).map((task) => priorityRank(task.data.priority));
  const rank = ranks.length > 0 ? Math.min(...ranks) : null;
  const counts: Partial<Record<TaskStatus, number>> = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return {
    status: storyStatus(statuses, story.data),
    untriaged: isUntriaged(statuses, story.data),
    rank,
    priority: rank === null ? null : (priorities[rank] ?? null),
    projects: unique(tasks.map((task) => task.data.project)),
    assignees: unique(tasks.flatMap((task) => task.data.assignee ?? [])),
    counts,
  };
}

/** What lists show of a story, as it is kept; the times are with the columns, since they change with the history. */
export function summaryText({ story, comments }: StoryFiles, summary: Summary): string {
  const { data } = story;
  return JSON.stringify({
    id: story.id,
    title: data.title,
    status: summary.status,
    type: data.type ?? "bug",
    triage: data.triage ?? "new",
    author: data.author,
    created: data.created,
    milestone: data.milestone ?? null,
    comments: comments.length,
    untriaged: summary.untriaged,
    priority: summary.priority,
    projects: summary.projects,
    assignees: summary.assignees,
    tasks: summary.counts,
    tags: data.tags ?? [],
    due: data.due ?? null,
  });
}

/** Stands between texts in the index of words: no query holds it, so no phrase runs from one text into the next. */
const between = " § ";

/** The words of the title, and of everything else, as the full text index takes them. */
export function wordsOf(files: StoryFiles): { readonly title: string; readonly text: string } {
  const [title = "", ...rest] = textsOf(files);
  return { title: folded(title), text: rest.map(folded).join(between) };
}

/** The full text index cuts and folds ASCII as tokens.ts does; all else is folded here. */
function folded(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
  return /^[\x01-\x7f]*$/.test(text) ? text : tokens(text).join(" ");
}

/** The texts that are searched: the title first. */
export function textsOf({ story, tasks, comments }: StoryFiles): readonly string[] {
  return [
    story.data.title,
    story.body,
    ...tasks.flatMap((task) => [task.data.title ?? "", task.body]),
    ...comments.filter((comment) => comment.data.hidden !== true).map((comment) => comment.body),
  ].filter((text, index) => index === 0 || text !== "");
}

/** Fields with several values, of the story or of one of its tasks. */
export function valuesOf(
  files: StoryFiles,
): readonly { readonly task: number | null; readonly field: string; readonly value: string }[] {
  const { story, tasks, comments, affects } = files;
  const of = (task: number | null, field: string, values: readonly (string | number)[] | undefined) =>
    (values ?? []).map((value) => ({ task, field, value: String(value) }));
  const own = (record: Story | Task, task: number | null) => [
    ...of(task, "alias", record.data.aliases),
    ...of(task, "depends_on", record.data.depends_on),
    ...customValues(record, task),
  ];
  const attached = [story, ...comments].flatMap((record) => record.data.attachments ?? []);
  return [
    ...own(story, null),
    ...of(null, "tag", story.data.tags),
    ...of(null, "cve", story.data.cve),
    ...of(null, "related", story.data.related),
    ...of(null, "commenter", unique(comments.map((comment) => comment.data.author))),
    ...of(
      null,
      "affects",
      affects.map((person) => person.name),
    ),
    ...of(null, "has", [
      ...(files.attachments > 0 ? ["attachment"] : []),
      ...(attached.some((file) => file.patch === true) ? ["patch"] : []),
    ]),
    ...tasks.flatMap((task) => own(task, task.id)),
  ];
}

const known = new Set([
  ...[
    "title",
    "author",
    "type",
    "created",
    "triage",
    "tags",
    "aliases",
    "milestone",
    "depends_on",
    "due",
    "duplicate_of",
    "related",
  ],
  ...[
    "cve",
    "links",
    "attachments",
    "locked",
    "access",
    "embargo_until",
    "disclose_at",
    "disclosed",
    "reporter_credit",
    "project",
  ],
  ...["status", "branch", "assignee", "priority", "changes", "reason", "points"],
]);

function customValues(record: Story | Task, task: number | null) {
  return Object.entries(record.data)
    .filter(([key]) => !known.has(key) && !key.startsWith("x-"))
    .flatMap(([field, value]) => [value].flat().map((each) => ({ task, field, value: String(each) })));
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
