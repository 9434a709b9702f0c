// The fields of the query language, in one table: the parser, completion, suggestions and the reference page are made from it.

import { storyStatuses, taskStatuses } from "../story-status.ts";

export type FieldType = "word" | "choice" | "id" | "date" | "number";

export interface QueryField {
  readonly name: string;
  readonly type: FieldType;
  /** Of a choice: the values. */
  readonly choices?: readonly string[];
  readonly description: string;
  readonly example: string;
  /** A later day is the usual one, so "<7d" means within the next seven days. */
  readonly ahead?: boolean;
}

const word = (name: string, description: string, example: string): QueryField => ({
  name,
  type: "word",
  description,
  example,
});
const date = (name: string, description: string, example: string, ahead = false): QueryField => ({
  name,
  type: "date",
  description,
  example,
  ...(ahead ? { ahead } : {}),
});
const choice = (name: string, choices: readonly string[], description: string, example: string): QueryField => ({
  name,
  type: "choice",
  choices,
  description,
  example,
});

export const priorities: readonly string[] = ["critical", "high", "medium", "low", "wishlist"];
export const triages: readonly string[] = ["new", "incomplete", "confirmed", "triaged", "rejected"];

export const queryFields: readonly QueryField[] = [
  { name: "id", type: "id", description: "The number of a story, or of this task of it.", example: "id:48213377" },
  word("alias", "A name the story or task had elsewhere.", "alias:launchpad:1834567"),
  choice("status", storyStatuses, "The story's status, derived from its tasks.", "status:active"),
  choice("task", taskStatuses, "The status of a task.", "task:review"),
  choice("triage", triages, "How far triage has come.", "triage:confirmed"),
  word("type", "The story's type.", "type:bug"),
  word("project", "The project of a task; a trailing * stands for the rest of a name.", "project:openstack/*"),
  word("group", "A project group that the task's project belongs to.", "group:storage"),
  word("team", "The team that looks after the task's project.", "team:compute"),
  word("assignee", "Who does the task: a person or a team.", "assignee:bob"),
  word("author", "Who reported the story.", "author:alice"),
  word("commenter", "Somebody who commented on the story.", "commenter:alice"),
  word("watcher", "Somebody whose watches match the story, or this task of it.", "watcher:alice"),
  word("affects", "Somebody who said that the story affects them too.", "affects:carol"),
  word("tag", "A tag of the story.", "tag:live-migration"),
  choice("priority", priorities, "The task's priority; medium when it has none.", "priority:critical"),
  word("milestone", "The task's milestone, else the story's.", "milestone:dalmatian-1"),
  word("branch", "The task's branch, else the default one that its project names.", "branch:stable/2026.1"),
  word("cve", "A CVE number of the story.", "cve:CVE-2026-1234"),
  word("reason", "Why a task is invalid.", "reason:wontfix"),
  { name: "depends_on", type: "id", description: "What the story or task waits for.", example: "depends_on:48213377" },
  {
    name: "duplicate_of",
    type: "id",
    description: "The story that this one repeats.",
    example: "duplicate_of:48213377",
  },
  word("list", "A list that holds the story, or this task of it.", "list:next"),
  word("board", "A board that shows the story, or this task of it.", "board:release"),
  date("created", "When the story was reported.", "created:>2026-01-01"),
  date(
    "updated",
    "When the story, or anything in it, last changed; of what was imported and left as it was, in the tracker that it came from.",
    "updated:<30d",
  ),
  date("closed", "When the last task of a closed story was closed.", "closed:2026-03-01..2026-03-31"),
  date("due", "The task's due day, else the story's.", "due:<7d", true),
  { name: "points", type: "number", description: "How big the task is.", example: "points:>=3" },
];

/** What follows `is:`. */
export const conditions: Readonly<Record<string, string>> = {
  active: "The story has an open task, or none yet.",
  merged: "The story is done.",
  invalid: "The story will not be done.",
  untriaged: "Nobody has triaged it: open, and without tasks or with triage new.",
  unassigned: "An open task that nobody does.",
  duplicate: "The story repeats another.",
  blocked: "It waits for a story or task that is still open, whatever has become of itself.",
  overdue: "Open, and its due day has passed.",
  private: "It is not for everyone to see: in a restricted tracker, and not disclosed.",
  stale: "Open, and nothing has happened for 180 days.",
  proposed: "An open proposal changes it, or an edit here that is not committed.",
};

/** What follows `has:`. */
export const possessions: Readonly<Record<string, string>> = {
  task: "The story has a task.",
  comment: "Somebody commented, be the comment hidden now.",
  attachment: "A file is attached, to the story or to a comment.",
  patch: "An attachment is a patch.",
  cve: "A CVE number is assigned.",
  milestone: "It is planned for a milestone.",
};

/** What follows `sort:`, beside "relevance"; each with "-asc" or "-desc" behind it. */
export const sortFields: readonly string[] = [
  ...["id", "title", "status", "type", "triage", "priority", "project", "author", "milestone"],
  ...["created", "updated", "closed", "due"],
];

/** Fields that sort by how far something has come, and not by the alphabet. A story's statuses are among those of tasks, but for the open one. */
export const inTurn: Readonly<Record<string, readonly string[]>> = {
  status: ["active", ...taskStatuses],
  triage: triages,
};

/** Fields that sort downwards unless told otherwise: the newest first. */
export const newestFirst: readonly string[] = ["created", "updated", "closed", "relevance"];

/** An open story is stale after this many milliseconds without a change. */
export const staleAfter = 180 * 86_400_000;
