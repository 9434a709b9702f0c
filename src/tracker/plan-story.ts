// New stories, tasks and comments as planned changes.

import type { CommentData, StoryData, TaskData } from "../model/generated/types.ts";
import { pathOf } from "../model/place.ts";
import { newFile } from "../model/write-record.ts";
import { quote } from "../text/quote.ts";
import type { Change, FileChange } from "./change.ts";

export interface NewTask {
  readonly id: number;
  readonly data: TaskData;
  readonly body: string;
}

/** A story and the tasks it begins with. */
export function planStory(id: number, data: StoryData, body: string, tasks: readonly NewTask[]): Change {
  const story: FileChange = {
    path: pathOf({ kind: "story", id }),
    before: null,
    after: newFile("story", data, body),
  };
  return {
    files: [story, ...tasks.map((task) => taskFile(id, task))],
    message: `story ${id}: ${quote(data.title)}\n`,
  };
}

/** One more task of a story that is there. */
export function planTask(story: number, task: NewTask): Change {
  return { files: [taskFile(story, task)], message: `story ${story}: task ${task.id} on ${task.data.project}\n` };
}

function taskFile(story: number, { id, data, body }: NewTask): FileChange {
  return { path: pathOf({ kind: "task", id, story }), before: null, after: newFile("task", data, body) };
}

/** A comment of this name on a story. */
export function planComment(story: number, name: string, data: CommentData, body: string): Change {
  return {
    files: [{ path: pathOf({ kind: "comment", name, story }), before: null, after: newFile("comment", data, body) }],
    message: `story ${story}: comment by ${data.author}\n`,
  };
}

/** The name of a comment written at an instant such as "2026-03-01T09:12:33Z". */
export function commentName(instant: string, suffix: string): string {
  return `${instant.replace(/[-:]/g, "")}-${suffix}`;
}
