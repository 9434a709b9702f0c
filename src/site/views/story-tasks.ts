// The tasks of a story, project by project, with their counts; hundreds of them stay readable.

import type { Task } from "../../model/record.ts";
import { isOpen, type TaskStatus, taskStatuses } from "../../model/story-status.ts";
import { safeUrl } from "../escape.ts";

/** Above this many tasks, projects whose tasks are all done fold away; above the other, all do: the discussion is not a day's journey off. */
const foldAbove = 12;
const foldAllAbove = 60;

/** Above this many there is something to filter. */
const filterAbove = 8;

export type StatusCounts = readonly { readonly status: TaskStatus; readonly count: number }[];

/** `edit`: where a file of the tracker is edited, if anywhere. */
export function tasksView(
  tasks: readonly Task[],
  markdown: (text: string, prefix: string, level: number) => string,
  edit: (path: string) => string | null,
) {
  const groups = byProject(tasks).map(({ project, tasks: own }) => ({
    project,
    counts: countsOf(own),
    open: own.filter((task) => isOpen(task.data.status)).length,
    tasks: own.map((task) => ({
      id: task.id,
      data: task.data,
      isOpen: isOpen(task.data.status),
      changes: changeLinks(task.data.changes),
      edit: edit(task.path),
      body: markdown(task.body, `task-${task.id}-`, 4),
    })),
  }));
  return {
    total: tasks.length,
    counts: countsOf(tasks),
    groups: groups.map((group) => ({
      ...group,
      unfolded: tasks.length <= foldAbove || groups.length === 1 || (group.open > 0 && tasks.length <= foldAllAbove),
    })),
    filters: tasks.length > filterAbove,
  };
}

function countsOf(tasks: readonly Task[]): StatusCounts {
  return taskStatuses
    .map((status) => ({ status, count: tasks.filter((task) => task.data.status === status).length }))
    .filter(({ count }) => count > 0);
}

function byProject(tasks: readonly Task[]) {
  const groups = new Map<string, Task[]>();
  for (const task of tasks) {
    const group = groups.get(task.data.project);
    if (group) group.push(task);
    else groups.set(task.data.project, [task]);
  }
  // What is left to do comes first, and the rest in the order of their numbers.
  const inOrder = (a: Task, b: Task) => Number(isOpen(b.data.status)) - Number(isOpen(a.data.status)) || a.id - b.id;
  return [...groups]
    .map(([project, of]) => ({ project, tasks: of.sort(inOrder) }))
    .sort((a, b) => (a.project < b.project ? -1 : 1));
}

function changeLinks(urls: readonly string[] | undefined) {
  return (urls ?? []).flatMap((url) => (safeUrl(url) ? [{ url, name: changeName(url) }] : []));
}

/** A review's address as people call it: its number, or the beginning of a commit's id. */
function changeName(url: string): string {
  const last = url.replace(/\/+$/, "").split("/").at(-1) ?? url;
  return /^[0-9a-f]{12,}$/.test(last) ? last.slice(0, 10) : /^\d+$/.test(last) ? `#${last}` : last.slice(0, 24);
}
