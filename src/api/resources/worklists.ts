// Worklists: ordered by hand or filled by a query; the lanes of boards are some of them.

import { limits } from "../../text/limits.ts";
import { namesOf } from "../names.ts";
import { meantNumber, shownNumber } from "../numbers.ts";
import { holds, listed } from "../paging.ts";
import { type Asked, type Parameters, paging, parameter, sorting } from "../parameters.ts";
import { notFound } from "../problem.ts";
import type { Resource } from "../route.ts";
import { count, flag, id, list, object, oneOf, orNull, ref, type Schema, standing, text } from "../shape.ts";
import type { ApiState } from "../state.ts";
import { assigneeNumber } from "./user-json.ts";
import { allWorklists, filtersOf, itemsOf, lanesOf, ownersOf, type Worklist, worklistJson } from "./worklist-json.ts";

export const worklistSorts = ["id", "title", "creator_id", "archived", "created_at", "updated_at"];

/** What lists and boards can both be asked for. */
export const boardParameters: Parameters = {
  title: parameter.text("a part of the title"),
  creator_id: parameter.id("it belongs to this user"),
  project_id: parameter.id("lists and boards belong to no project, so none has it"),
  archived: parameter.flag("whether it is of the past; false, unless said otherwise"),
  user_id: parameter.id("this user may move its cards"),
  story_id: parameter.id("this story, or a task of it, is on it"),
  task_id: parameter.id("this task is on it"),
  item_type: parameter.choice(["story", "task"], "it holds a card of this kind"),
  ...paging,
  ...sorting(worklistSorts),
};

function worklistAsked(state: ApiState, asked: Asked): Worklist {
  const worklist = allWorklists(state).find((each) => each.id === asked.id("worklist_id"));
  if (!worklist) throw notFound();
  return worklist;
}

/** Whether a worklist has a card as asked for. */
export function hasCard(state: ApiState, worklist: Worklist, asked: Asked): boolean {
  if (!asksForCards(asked)) return true;
  const [story, task, kind] = [asked.id("story_id"), asked.id("task_id"), asked.text("item_type")];
  const tasksOfStory = story === undefined ? [] : taskNumbers(state, story);
  return itemsOf(state, worklist, false).some(({ item_type, item_id }) => {
    const isOfStory = item_type === "story" ? item_id === story : tasksOfStory.includes(Number(item_id));
    return (
      (story === undefined || isOfStory) &&
      (task === undefined || (item_type === "task" && item_id === task)) &&
      (kind === undefined || item_type === kind)
    );
  });
}

export function asksForCards(asked: Asked): boolean {
  return asked.has("story_id") || asked.has("task_id") || asked.has("item_type");
}

function taskNumbers(state: ApiState, story: number): readonly number[] {
  const tasks = state.catalogue.story(meantNumber(state, "story", story))?.tasks ?? [];
  return tasks.map(({ id }) => shownNumber(state, "task", id));
}

export const permissions: Schema = { type: "string", description: "what the client may do; nothing, on this server" };

export const worklists: Resource = {
  name: "worklists",
  description: "Lists of stories and tasks, and the lanes of boards.",
  shapes: {
    Worklist: object("a list of stories and tasks", {
      ...standing,
      title: text("its title"),
      creator_id: orNull(id("whose it is")),
      project_id: { type: "null", description: "lists belong to no project" },
      permission_id: { type: "null", description: "nobody is permitted anything here" },
      private: flag("whether not everybody may see it, as on a restricted server"),
      archived: flag("whether it is of the past"),
      automatic: flag("whether a query fills it"),
      filters: list(ref("WorklistFilter"), "the query that fills it"),
      owners: list(id("a user"), "who looks after it"),
      users: list(id("a user"), "who else may move cards"),
      items: list(ref("WorklistItem"), `its cards in order, at most ${limits.pageSize}`),
      owner: orNull(text("whose it is, by name")),
      query: orNull(text("the query that fills it")),
      board_id: orNull(id("the board that it is a lane of")),
    }),
    WorklistItem: object(
      "a card",
      {
        ...standing,
        list_id: id("its list"),
        item_id: id("the story or task"),
        item_type: oneOf(["story", "task"], "which of the two"),
        list_position: count("its place from 0"),
        archived: { ...flag("cards that were taken off are gone"), const: false },
        display_due_date: orNull(id("the due date that it shows")),
        story: ref("Story"),
        task: ref("Task"),
        resolved_due_date: orNull(ref("Day")),
      },
      ["story", "task", "resolved_due_date"],
    ),
    WorklistFilter: object("what fills a list", {
      id: id("its number"),
      type: oneOf(["Story", "Task"], "what it finds"),
      list_id: id("its list"),
      filter_criteria: list(ref("FilterCriterion"), "what all must hold"),
    }),
    FilterCriterion: object("a condition", {
      id: id("its number"),
      title: text("as it is shown"),
      value: text("the value"),
      field: text('what it is compared with; "Query" is a whole query'),
      negative: flag("whether it must not hold"),
      filter_id: id("its filter"),
    }),
  },
  routes: [
    {
      path: "/worklists",
      summary: "List worklists",
      parameters: {
        ...boardParameters,
        hide_lanes: parameter.flag("whether lanes of boards are left out; true, unless said otherwise"),
        board_id: parameter.id("a lane of this board, whether the board is of the past or not"),
        subscriber_id: parameter.id("nobody subscribes to lists, so none has it"),
      },
      shape: ref("Worklist"),
      isList: true,
      answer(state, asked) {
        const [owner, member, board] = [asked.id("creator_id"), asked.id("user_id"), asked.id("board_id")];
        const hidesLanes = asked.flag("hide_lanes") ?? board === undefined;
        const kept = allWorklists(state).filter(
          (each) =>
            (!hidesLanes || each.board === null) &&
            (board === undefined || lanesOfNumber(state, board).includes(each.id)) &&
            holds(each.title, asked.text("title")) &&
            (owner === undefined || assigneeNumber(state, each.owner) === owner) &&
            (member === undefined || ownersOf(state, each.owner).includes(member)) &&
            !asked.has("project_id") &&
            !asked.has("subscriber_id") &&
            (board !== undefined || each.archived === (asked.flag("archived") ?? false)) &&
            hasCard(state, each, asked),
        );
        const rows = kept.map((each) => worklistJson(state, each, false));
        return listed(asked, rows, { sortFields: worklistSorts });
      },
    },
    {
      path: "/worklists/{worklist_id}",
      summary: "Get a worklist with its cards",
      parameters: {},
      shape: ref("Worklist"),
      answer: (state, asked) => worklistJson(state, worklistAsked(state, asked), true),
    },
    {
      path: "/worklists/{worklist_id}/items",
      summary: "List the cards of a worklist",
      parameters: { ...paging, ...sorting(["list_position", "id"]) },
      shape: ref("WorklistItem"),
      isList: true,
      answer(state, asked) {
        const items = itemsOf(state, worklistAsked(state, asked), true);
        const order = { field: "list_position", descending: false };
        return listed(asked, items, { sortFields: ["list_position", "id"], order });
      },
    },
    {
      path: "/worklists/{worklist_id}/filters",
      summary: "List what fills a worklist",
      parameters: { ...paging },
      shape: ref("WorklistFilter"),
      isList: true,
      answer: (state, asked) => listed(asked, filtersOf(state, worklistAsked(state, asked)), { sortFields: ["id"] }),
    },
    {
      path: "/worklists/{worklist_id}/filters/{filter_id}",
      summary: "Get what fills a worklist",
      parameters: {},
      shape: ref("WorklistFilter"),
      answer(state, asked) {
        const filter = filtersOf(state, worklistAsked(state, asked)).find((each) => each.id === asked.id("filter_id"));
        if (!filter) throw notFound();
        return filter;
      },
    },
    {
      path: "/worklists/{worklist_id}/permissions",
      summary: "List what the client may do with a worklist",
      parameters: {},
      shape: permissions,
      isList: true,
      answer(state, asked) {
        worklistAsked(state, asked);
        return { items: [] };
      },
    },
  ],
};

function lanesOfNumber(state: ApiState, board: number): readonly number[] {
  const name = namesOf(state).name("board", board);
  return name === undefined ? [] : lanesOf(state, name).map((lane) => lane.list);
}
