// A story's rows into the columns: one for each task, with what its story says in all of them.

import { titleKey } from "../model/query/tokens.ts";
import type { Task } from "../model/record.ts";
import { flags, numberLists, titleStart } from "./columns.ts";
import type { Packer } from "./pack.ts";
import { type StoryFiles, type Summary, valuesOf } from "./summary.ts";
import { toldTime } from "./told-time.ts";

/** `last`: the story's last row; those of its other tasks stand before it. */
export function packStory(pack: Packer, files: StoryFiles, summary: Summary, last: number): void {
  const { story, tasks, comments } = files;
  const { data } = story;
  const listed = valuesOf(files);
  const [created, told] = [Date.parse(data.created), toldTime(files)];
  // The earliest of its rows.
  const days = tasks.length > 0 ? tasks.map((task) => task.data.due ?? data.due) : [data.due];
  const storyDue = dayTime(days.filter((day) => day !== undefined).sort()[0]);
  const has = new Set(listed.flatMap(({ field, value }) => (field === "has" ? [value] : [])));
  const set =
    (summary.untriaged ? flags.untriaged : 0) |
    (comments.length > 0 ? flags.comment : 0) |
    (has.has("attachment") ? flags.attachment : 0) |
    (has.has("patch") ? flags.patch : 0);
  const start = titleStart(titleKey(data.title));
  const rows: readonly (Task | null)[] = tasks.length > 0 ? tasks : [null];
  const rowOf = new Map<number | null, number>();
  const { wholes, values, words } = pack;
  // Of the story, the same in each of its rows.
  const status = words.status(summary.status);
  const type = words.type(data.type ?? "bug");
  const triage = words.triage(data.triage ?? "new");
  const author = words.author(data.author);
  const milestone = words.story_milestone(data.milestone);
  const firstProject = words.first_project(summary.projects[0]);
  for (const [index, task] of rows.entries()) {
    const row = last - rows.length + 1 + index;
    if (task) rowOf.set(task.id, row);
    wholes.story.set(row, story.id);
    wholes.duplicate_of.set(row, data.duplicate_of ?? 0);
    wholes.rank.set(row, summary.rank === null ? 0 : summary.rank + 1);
    wholes.flags.set(row, set);
    wholes.status.set(row, status);
    wholes.type.set(row, type);
    wholes.triage.set(row, triage);
    wholes.author.set(row, author);
    wholes.story_milestone.set(row, milestone);
    wholes.first_project.set(row, firstProject);
    wholes.task.set(row, task?.id ?? 0);
    wholes.task_status.set(row, words.task_status(task?.data.status));
    wholes.project.set(row, words.project(task?.data.project));
    wholes.branch.set(row, words.branch(task?.data.branch));
    wholes.assignee.set(row, words.assignee(task?.data.assignee));
    wholes.priority.set(row, words.priority(task && (task.data.priority ?? "medium")));
    wholes.milestone.set(row, words.milestone(task?.data.milestone ?? data.milestone));
    wholes.reason.set(row, words.reason(task?.data.reason));
    values.created.set(row, created);
    // Until its history is known.
    values.updated.set(row, told);
    values.closed.set(row, null);
    values.told.set(row, null);
    values.due.set(row, dayTime(task?.data.due ?? data.due));
    values.story_due.set(row, storyDue);
    values.task_created.set(row, task ? Date.parse(task.data.created) : null);
    values.points.set(row, task?.data.points ?? null);
    values.title.set(row, start.first);
    values.title_more.set(row, start.more);
  }
  for (const { task, field, value } of listed) {
    if (field === "has") continue;
    const row = task === null ? last : (rowOf.get(task) ?? last);
    pack.add(field, row, task !== null, numberLists.has(field) ? Number(value) : pack.code(field, value));
  }
}

function dayTime(day: string | undefined): number | null {
  return day === undefined ? null : Date.parse(`${day}T00:00:00Z`);
}
