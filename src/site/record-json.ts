// Records as programs get them from the command line and the site: the front matter's keys as they are, and what follows from it.

import type { Catalogue, StoryDetail, TaskRow } from "../index/catalogue.ts";
import { facts } from "../model/generated/schema-facts.ts";
import { commentTime, type Kind } from "../model/place.ts";
import type { Comment, Named, Task } from "../model/record.ts";

/** Every key of the kind in canonical order, empty ones as null or []; then the keys that are not the format's own. */
export function dataJson(kind: Kind, data: object): Record<string, unknown> {
  const given = data as Readonly<Record<string, unknown>>;
  const { keys, always, lists } = facts[kind];
  const result: Record<string, unknown> = {};
  for (const key of keys) {
    if (given[key] !== undefined) result[key] = given[key];
    else if (always.includes(key)) result[key] = lists.includes(key) ? [] : null;
  }
  for (const [key, value] of Object.entries(given)) if (!(key in result)) result[key] = value;
  return result;
}

export function storyJson(detail: StoryDetail): Record<string, unknown> {
  const { story, row, tasks, comments } = detail;
  return {
    id: story.id,
    kind: "story",
    path: story.path,
    ...dataJson("story", story.data),
    status: row.status,
    updated: row.updated,
    body: story.body,
    tasks: tasks.map((task) => taskJson(task)),
    comments: comments.map(commentJson),
    affects: detail.affects.map((person) => person.name),
  };
}

export function taskJson(task: Task): Record<string, unknown> {
  return {
    id: task.id,
    kind: "task",
    path: task.path,
    story: task.story,
    ...dataJson("task", task.data),
    body: task.body,
  };
}

export function taskRowJson({ task, updated, story }: TaskRow): Record<string, unknown> {
  return { ...taskJson(task), updated, story_title: story.title, story_status: story.status };
}

export function commentJson(comment: Comment): Record<string, unknown> {
  const isHidden = comment.data.hidden === true;
  // Of a hidden one, only that there was one.
  const data = dataJson("comment", comment.data);
  return {
    id: comment.name,
    kind: "comment",
    path: comment.path,
    story: comment.story,
    created: commentTime(comment.name),
    ...(isHidden && data.attachments ? { ...data, attachments: [] } : data),
    body: isHidden ? "" : comment.body,
  };
}

export function namedJson(record: Named): Record<string, unknown> {
  return {
    id: record.name,
    kind: record.kind,
    path: record.path,
    ...dataJson(record.kind, record.data),
    body: record.body,
  };
}

/** Whatever a reference on the command line led to. */
export function targetJson(
  catalogue: Catalogue,
  target: { kind: Kind; id?: number; name?: string },
): Record<string, unknown> | undefined {
  if (target.kind === "story" && target.id !== undefined) {
    const detail = catalogue.story(target.id);
    return detail && storyJson(detail);
  }
  if (target.kind === "task" && target.id !== undefined) {
    const story = catalogue.storyOfTask(target.id);
    const task = story === undefined ? undefined : catalogue.story(story)?.tasks.find((each) => each.id === target.id);
    return task && taskJson(task);
  }
  const record = target.name === undefined ? undefined : catalogue.named(target.kind as Named["kind"], target.name);
  return record && namedJson(record);
}
