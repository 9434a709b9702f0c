// A story's rows into the columns: one for each task, with what its story says in all of them.

import { titleKey } from "../model/query/tokens.ts";
import type { Task } from "../model/record.ts";
import { flags, numberLists, titleStart } from "./columns.ts";
import type { Packer } from "./pack.ts";
import { type StoryFiles, type Summary, valuesOf } from "./summary.ts";

/** `last`: the story's last row; those of its other tasks stand before it. */
export function packStory(pack: Packer, files: StoryFiles, summary: Summary, last: number): void {
  const { story, tasks, comments } = files;
  const { data } = story;
  const values = valuesOf(files);
  const created = Date.parse(data.created);
  // The earliest of its rows.
  const days = tasks.length > 0 ? tasks.map((task) => task.data.due ?? data.due) : [data.due];
  const storyDue = dayTime(days.filter((day) => day !== undefined).sort()[0]);
  const has = new Set(values.flatMap(({ field, value }) => (field === "has" ? [value] : [])));
  const set =
    (summary.untriaged ? flags.untriaged : 0) |
    (comments.length > 0 ? flags.comment : 0) |
    (has.has("attachment") ? flags.attachment : 0) |
    (has.has("patch") ? flags.patch : 0);
  const start = titleStart(titleKey(data.title));
  const rows: readonly (Task | null)[] = tasks.length > 0 ? tasks : [null];
  const rowOf = new Map<number | null, number>();
  for (const [index, task] of rows.entries()) {
    const row = last - rows.length + 1 + index;
    if (task) rowOf.set(task.id, row);
    pack.whole("story", row, story.id);
    pack.whole("task", row, task?.id ?? 0);
    pack.whole("duplicate_of", row, data.duplicate_of ?? 0);
    pack.whole("rank", row, summary.rank === null ? 0 : summary.rank + 1);
    pack.whole("flags", row, set);
    pack.word("status", row, summary.status);
    pack.word("type", row, data.type ?? "bug");
    pack.word("triage", row, data.triage ?? "new");
    pack.word("author", row, data.author);
    pack.word("story_milestone", row, data.milestone ?? null);
    pack.word("first_project", row, summary.projects[0] ?? null);
    pack.word("task_status", row, task?.data.status ?? null);
    pack.word("project", row, task?.data.project ?? null);
    pack.word("branch", row, task?.data.branch ?? null);
    pack.word("assignee", row, task?.data.assignee ?? null);
    pack.word("priority", row, task ? (task.data.priority ?? "medium") : null);
    pack.word("milestone", row, task?.data.milestone ?? data.milestone ?? null);
    pack.word("reason", row, task?.data.reason ?? null);
    pack.value("created", row, created);
    pack.value("updated", row, created);
    pack.value("closed", row, null);
    pack.value("due", row, dayTime(task?.data.due ?? data.due));
    pack.value("story_due", row, storyDue);
    pack.value("task_created", row, task ? Date.parse(task.data.created) : null);
    pack.value("points", row, task?.data.points ?? null);
    pack.value("title", row, start.first);
    pack.value("title_more", row, start.more);
  }
  for (const { task, field, value } of values) {
    if (field === "has") continue;
    const row = task === null ? last : (rowOf.get(task) ?? last);
    pack.add(field, row, task !== null, numberLists.has(field) ? Number(value) : pack.code(field, value));
  }
}

function dayTime(day: string | undefined): number | null {
  return day === undefined ? null : Date.parse(`${day}T00:00:00Z`);
}
