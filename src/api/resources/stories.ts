// Stories: the list, StoryBoard's search, one story, and what lies in it.

import { storySortFields, taskSortFields } from "../../index/selection.ts";
import { meantNumber } from "../numbers.ts";
import { holds, isAmong, listed, orderAsked } from "../paging.ts";
import { type Asked, type Parameters, paging, parameter, sorting } from "../parameters.ts";
import { ApiProblem, notFound } from "../problem.ts";
import type { Json, Resource } from "../route.ts";
import { ref } from "../shape.ts";
import type { ApiState } from "../state.ts";
import { all, searchWords, storyFilter } from "./filters.ts";
import { projectsOfGroup } from "./projects.ts";
import { jsonOf, rowsListed } from "./rows.ts";
import { storyShapes, storyStatuses } from "./story-json.ts";
import { allTags } from "./tags.ts";
import { taskParameters } from "./tasks.ts";

const filters: Parameters = {
  status: parameter.choices(storyStatuses, "the story's status"),
  assignee_id: parameter.id("a task of it is assigned to this user"),
  creator_id: parameter.id("this user reported it"),
  project_group_id: parameter.id("a task of it is in a project of this group"),
  project_id: parameter.id("a task of it is in this project"),
  subscriber_id: parameter.id("this user watches it"),
  milestone_id: parameter.id("it, or a task of it, is planned for this milestone"),
  tags: parameter.texts("it has this tag"),
  tags_filter_type: parameter.choice(["all", "any"], "whether every tag must be there, which is the default, or any"),
  updated_since: parameter.instant("it changed at this time or later"),
};

/** The story of a request, by its number here or in StoryBoard. */
export function storyAsked(state: ApiState, asked: Asked, name = "story_id"): number {
  const id = meantNumber(state, "story", asked.id(name) ?? 0);
  if (state.catalogue.rows([id]).length === 0) throw notFound();
  return id;
}

function oneStory(state: ApiState, id: number): Json {
  const [story] = jsonOf(state, "story", [id]);
  if (!story) throw notFound();
  return story;
}

export const stories: Resource = {
  name: "stories",
  description: "What has been reported or planned; the work is in its tasks.",
  shapes: storyShapes,
  routes: [
    {
      path: "/stories",
      summary: "List stories",
      parameters: {
        title: parameter.text("a part of the title"),
        description: parameter.text("a part of the text"),
        ...filters,
        q: parameter.text("a query in the tracker's query language, without sort:, since sort_field says the order"),
        ...paging,
        ...sorting(storySortFields),
      },
      shape: ref("Story"),
      isList: true,
      answer(state, asked) {
        const [title, body] = [asked.text("title"), asked.text("description")];
        const contains = { ...(title ? { title: [title] } : {}), ...(body ? { body: [body] } : {}) };
        const where = storyFilter(state, asked);
        return rowsListed(state, "story", asked, { where, contains }, orderAsked(asked, storySortFields));
      },
    },
    {
      path: "/stories/search",
      summary: "Search stories by words, as StoryBoard does",
      parameters: {
        q: parameter.text("words of the title or text; the last one may be unfinished"),
        ...filters,
        ...paging,
        ...sorting(storySortFields),
      },
      shape: ref("Story"),
      isList: true,
      answer(state, asked) {
        const where = all([searchWords(asked.text("q")), storyFilter(state, withoutQuery(asked))]);
        return rowsListed(state, "story", asked, { where, contains: {} }, orderAsked(asked, storySortFields), true);
      },
    },
    {
      path: "/stories/{story_id}",
      summary: "Get a story",
      parameters: {},
      shape: ref("Story"),
      answer: (state, asked) => oneStory(state, storyAsked(state, asked)),
    },
    {
      path: "/stories/{story_id}/tasks",
      summary: "List the tasks of a story",
      parameters: taskParameters,
      shape: ref("Task"),
      isList: true,
      answer(state, asked) {
        const tasks = tasksOf(state, storyAsked(state, asked));
        const [statuses, priorities] = [asked.texts("status"), asked.texts("priority")];
        const kept = tasks.filter(
          (task) =>
            holds(task.title, asked.text("title")) &&
            holds(task.link, asked.text("link")) &&
            isAmong(task.assignee_id, asked.ids("assignee_id")) &&
            isAmong(task.project_id, asked.ids("project_id")) &&
            isAmong(task.branch_id, asked.ids("branch_id")) &&
            isAmong(task.milestone_id, asked.ids("milestone_id")) &&
            (statuses.length === 0 || statuses.includes(String(task.status))) &&
            (priorities.length === 0 ||
              priorities.includes(String(task.priority)) ||
              priorities.includes(String(task.full_priority))) &&
            isInGroup(state, task, asked),
        );
        return listed(asked, kept, { sortFields: [...taskSortFields, "branch_id", "link"] });
      },
    },
    {
      path: "/stories/{story_id}/tasks/{task_id}",
      summary: "Get a task of a story",
      parameters: {},
      shape: ref("Task"),
      answer(state, asked) {
        const story = storyAsked(state, asked);
        const [task] = jsonOf(state, "task", [meantNumber(state, "task", asked.id("task_id") ?? 0)]);
        if (!task) throw notFound();
        if (task.story_id !== oneStory(state, story).id) throw mismatch("task", "story");
        return task;
      },
    },
    {
      path: "/stories/{story_id}/tags",
      summary: "List the tags of a story",
      parameters: { name: parameter.text("a part of the name"), ...paging, ...sorting(["id", "name", "popularity"]) },
      shape: ref("Tag"),
      isList: true,
      answer(state, asked) {
        const own = oneStory(state, storyAsked(state, asked)).tags as readonly string[];
        const tags = allTags(state).filter(
          (tag) => own.includes(String(tag.name)) && holds(tag.name, asked.text("name")),
        );
        return listed(asked, tags, { sortFields: ["id", "name", "popularity"] });
      },
    },
  ],
};

/** A part that is there, but not in this whole. */
export function mismatch(part: string, whole: string): ApiProblem {
  return new ApiProblem(400, `the ${part} does not belong to this ${whole}`);
}

function tasksOf(state: ApiState, story: number): readonly Json[] {
  const ids = (state.catalogue.story(story)?.tasks ?? []).map((task) => task.id);
  return jsonOf(state, "task", ids);
}

function isInGroup(state: ApiState, task: Json, asked: Asked): boolean {
  const wanted = asked.id("project_group_id");
  return wanted === undefined || projectsOfGroup(state, wanted).includes(String(task.project));
}

/** In StoryBoard's search `q` is words, not a query. */
function withoutQuery(asked: Asked): Asked {
  return { ...asked, text: (name) => (name === "q" ? undefined : asked.text(name)) };
}
