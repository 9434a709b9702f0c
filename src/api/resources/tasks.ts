// Tasks: the list, StoryBoard's search, one task, and the five statuses.

import { taskSortFields } from "../../index/selection.ts";
import { taskStatuses } from "../../model/story-status.ts";
import { meantNumber } from "../numbers.ts";
import { listed, orderAsked } from "../paging.ts";
import { type Parameters, paging, parameter, sorting } from "../parameters.ts";
import { notFound } from "../problem.ts";
import type { Resource } from "../route.ts";
import { object, oneOf, ref, text } from "../shape.ts";
import { taskFilter } from "./filters.ts";
import { allPriorities } from "./priorities.ts";
import { jsonOf, rowsListed } from "./rows.ts";
import { taskStatusKeys } from "./story-json.ts";
import { taskShapes } from "./task-json.ts";

const filters: Parameters = {
  assignee_id: parameter.id("it is assigned to this user"),
  project_id: parameter.id("it is in this project"),
  project_group_id: parameter.id("it is in a project of this group"),
  branch_id: parameter.id("it is about this branch"),
  milestone_id: parameter.id("it, or its story, is planned for this milestone"),
  status: parameter.choices(taskStatuses, "its status"),
  priority: parameter.choices(allPriorities, "its priority"),
};

/** What the tasks of one story can be asked for; of all stories, the story as well. */
export const taskParameters: Parameters = {
  title: parameter.text("a part of the title"),
  link: parameter.text("a part of the address of its review"),
  ...filters,
  ...paging,
  ...sorting([...taskSortFields, "branch_id", "link"]),
};

const names: Readonly<Record<string, string>> = {
  todo: "Todo",
  merged: "Merged",
  invalid: "Invalid",
  review: "Review",
  inprogress: "Progress",
};

export const tasks: Resource = {
  name: "tasks",
  description: "The work of a story, one for each project and branch that it concerns.",
  shapes: {
    ...taskShapes,
    TaskStatus: object("a status that a task can have", {
      key: oneOf(taskStatusKeys, "as it is in `status`"),
      name: text("as it is shown"),
    }),
  },
  routes: [
    {
      path: "/tasks",
      summary: "List tasks",
      parameters: {
        story_id: parameter.id("it belongs to this story"),
        q: parameter.text("a query in the tracker's query language, without sort:, since sort_field says the order"),
        subscriber_id: parameter.id("this user watches it"),
        ...taskParameters,
        ...sorting(taskSortFields),
      },
      shape: ref("Task"),
      isList: true,
      answer(state, asked) {
        const [title, link] = [asked.text("title"), asked.text("link")];
        const contains = { ...(title ? { title: [title] } : {}), ...(link ? { link: [link] } : {}) };
        const where = taskFilter(state, asked);
        return rowsListed(state, "task", asked, { where, contains }, orderAsked(asked, taskSortFields));
      },
    },
    {
      path: "/tasks/search",
      summary: "Search tasks by words of their title, as StoryBoard does",
      parameters: {
        q: parameter.text("words of the title"),
        story_id: parameter.id("it belongs to this story"),
        ...filters,
        ...paging,
        ...sorting(taskSortFields),
      },
      shape: ref("Task"),
      isList: true,
      answer(state, asked) {
        const words = (asked.text("q") ?? "").match(/[\p{L}\p{N}]+/gu) ?? [];
        const where = taskFilter(state, { ...asked, text: (name) => (name === "q" ? undefined : asked.text(name)) });
        const filter = { where, contains: words.length > 0 ? { title: words } : {} };
        return rowsListed(state, "task", asked, filter, orderAsked(asked, taskSortFields), true);
      },
    },
    {
      path: "/tasks/{task_id}",
      summary: "Get a task",
      parameters: {},
      shape: ref("Task"),
      answer(state, asked) {
        const [task] = jsonOf(state, "task", [meantNumber(state, "task", asked.id("task_id") ?? 0)]);
        if (!task) throw notFound();
        return task;
      },
    },
    {
      path: "/task_statuses",
      summary: "List the statuses of tasks",
      parameters: { name: parameter.text("a part of the name"), ...paging },
      shape: ref("TaskStatus"),
      isList: true,
      answer(_state, asked) {
        const part = (asked.text("name") ?? "").toLowerCase();
        const statuses = taskStatusKeys.map((key, at) => ({ key, name: names[key] ?? key, id: at }));
        const kept = statuses.filter((status) => status.name.toLowerCase().includes(part));
        const page = listed(asked, kept);
        return { ...page, items: (page.items as typeof kept).map(({ key, name }) => ({ key, name })) };
      },
    },
  ],
};
