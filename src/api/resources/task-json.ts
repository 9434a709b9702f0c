// A task as StoryBoard's clients know it, and what Storytree knows beyond that.

import type { SelectedTask } from "../../index/selection.ts";
import { taskStatuses } from "../../model/story-status.ts";
import { shownInstant, shownOrNull } from "../instants.ts";
import { namesOf } from "../names.ts";
import { shownNumber } from "../numbers.ts";
import type { Json } from "../route.ts";
import { day, id, list, number, object, oneOf, orNull, type Schema, standing, text } from "../shape.ts";
import type { ApiState } from "../state.ts";
import { branchNumber, branchOfTask } from "./branch-numbers.ts";
import { dueDateNumbers } from "./due-date-numbers.ts";
import { allPriorities, threePriorities } from "./priorities.ts";
import { customOf } from "./story-json.ts";
import { assigneeNumber } from "./user-json.ts";

export function taskJson(state: ApiState, selected: SelectedTask): Json {
  const { task, storyTitle, storyMilestone, storyDue, updated } = selected;
  const { data } = task;
  const names = namesOf(state);
  const priority = data.priority ?? "medium";
  const milestone = data.milestone ?? storyMilestone;
  const branch = branchOfTask(state, data.project, data.branch);
  return {
    id: shownNumber(state, "task", task.id),
    created_at: shownInstant(data.created),
    updated_at: shownOrNull(updated),
    title: data.title ?? storyTitle,
    status: data.status,
    creator_id: names.id("person", data.author),
    story_id: shownNumber(state, "story", task.story),
    link: data.changes?.[0] ?? null,
    project_id: names.id("project", data.project),
    assignee_id: assigneeNumber(state, data.assignee),
    priority: threePriorities[priority] ?? "medium",
    branch_id: branchNumber(state, data.project, branch),
    milestone_id: milestone === null ? null : names.id("milestone", milestone),
    due_dates: dueDateNumbers(state, data.due ?? storyDue, milestone),
    number: task.id,
    author: data.author,
    project: data.project,
    assignee: data.assignee ?? null,
    branch,
    milestone,
    full_priority: priority,
    reason: data.reason ?? null,
    points: data.points ?? null,
    due: data.due ?? storyDue,
    depends_on: data.depends_on ?? [],
    changes: data.changes ?? [],
    aliases: data.aliases ?? [],
    body: task.body,
    custom: customOf("task", data),
  };
}

export const taskShapes: Readonly<Record<string, Schema>> = {
  Task: object("a task: work of a story in one project and branch", {
    ...standing,
    title: text("its title, or its story's"),
    status: oneOf(taskStatuses, "how far it has come"),
    creator_id: id("the person who wrote it"),
    story_id: id("its story"),
    link: orNull(text("its first review or commit")),
    project_id: id("its project"),
    assignee_id: orNull(id("the person or team it is assigned to")),
    priority: oneOf(["low", "medium", "high"], "its priority, as far as StoryBoard tells them apart"),
    branch_id: id("its branch"),
    milestone_id: orNull(id("what it, or its story, is planned for")),
    due_dates: list(id("a due date"), "the due dates it is on"),
    number: id("its number in the tracker; `id` differs only where StoryBoard's number was taken"),
    author: text("the person who wrote it, by name"),
    project: text("its project, by name"),
    assignee: orNull(text("the person or team it is assigned to, by name")),
    branch: text("its branch, by name"),
    milestone: orNull(text("what it, or its story, is planned for, by name")),
    full_priority: oneOf(allPriorities, "its priority"),
    reason: orNull(text("why it is invalid")),
    points: orNull(number("how much work it is")),
    due: orNull(day("the day that it, or its story, is due")),
    depends_on: list(id("a story or task"), "what has to be done first"),
    changes: list(text("an address"), "its reviews and commits"),
    aliases: list(text("an alias"), "what it was called elsewhere"),
    body: text("its notes, Markdown"),
    custom: { type: "object", description: "fields that the tracker declares" },
  }),
};
