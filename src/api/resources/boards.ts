// Boards: lanes of cards side by side, each lane a worklist.

import { namesOf } from "../names.ts";
import { holds, listed } from "../paging.ts";
import type { Asked } from "../parameters.ts";
import { notFound } from "../problem.ts";
import type { Json, Resource } from "../route.ts";
import { count, flag, id, list, object, orNull, ref, standing, text } from "../shape.ts";
import type { ApiState } from "../state.ts";
import { assigneeNumber, timesOf } from "./user-json.ts";
import { allWorklists, lanesOf, ownersOf, worklistJson } from "./worklist-json.ts";
import { asksForCards, boardParameters, hasCard, permissions, worklistSorts } from "./worklists.ts";

function boardJson(state: ApiState, name: string, resolved: boolean): Json {
  const record = state.catalogue.named("board", name);
  if (!record) throw notFound();
  const { path, data, body } = record;
  const boardId = namesOf(state).id("board", name);
  const times = timesOf(state, path);
  const byId = new Map(allWorklists(state).map((each) => [each.id, each]));
  return {
    id: boardId,
    ...times,
    title: data.title,
    description: body.trim(),
    creator_id: assigneeNumber(state, data.owner),
    project_id: null,
    permission_id: null,
    private: state.isPrivate,
    archived: data.archived === true,
    lanes: lanesOf(state, name).map(({ id: lane, list: listId, position }) => {
      const worklist = byId.get(listId);
      return {
        id: lane,
        ...times,
        board_id: boardId,
        list_id: listId,
        position,
        ...(worklist ? { worklist: worklistJson(state, worklist, resolved) } : {}),
      };
    }),
    due_dates: [],
    owners: ownersOf(state, data.owner),
    users: [],
    name,
    owner: data.owner ?? null,
  };
}

function boardAsked(state: ApiState, asked: Asked): string {
  const name = namesOf(state).name("board", asked.id("board_id") ?? 0);
  if (name === undefined) throw notFound();
  return name;
}

export const boards: Resource = {
  name: "boards",
  description: "Lanes of cards side by side.",
  shapes: {
    Board: object("a board", {
      ...standing,
      title: text("its title"),
      description: text("what it is for"),
      creator_id: orNull(id("whose it is")),
      project_id: { type: "null", description: "boards belong to no project" },
      permission_id: { type: "null", description: "nobody is permitted anything here" },
      private: flag("whether not everybody may see it, as on a restricted server"),
      archived: flag("whether it is of the past"),
      lanes: list(ref("Lane"), "its lanes from left to right"),
      due_dates: list(id("a due date"), "the due dates that it shows"),
      owners: list(id("a user"), "who looks after it"),
      users: list(id("a user"), "who else may move cards"),
      name: text("its name in the tracker's files"),
      owner: orNull(text("whose it is, by name")),
    }),
    Lane: object(
      "a lane of a board",
      {
        ...standing,
        board_id: id("its board"),
        list_id: id("the list that it shows"),
        position: count("its place from 0"),
        worklist: ref("Worklist"),
      },
      ["worklist"],
    ),
  },
  routes: [
    {
      path: "/boards",
      summary: "List boards",
      parameters: boardParameters,
      shape: ref("Board"),
      isList: true,
      answer(state, asked) {
        const [owner, member] = [asked.id("creator_id"), asked.id("user_id")];
        const byId = new Map(allWorklists(state).map((each) => [each.id, each]));
        const kept = state.catalogue.allNamed("board").filter(
          ({ name, data }) =>
            holds(data.title, asked.text("title")) &&
            (owner === undefined || assigneeNumber(state, data.owner) === owner) &&
            (member === undefined || ownersOf(state, data.owner).includes(member)) &&
            !asked.has("project_id") &&
            (data.archived === true) === (asked.flag("archived") ?? false) &&
            (!asksForCards(asked) ||
              lanesOf(state, name).some((lane) => {
                const worklist = byId.get(lane.list);
                return worklist !== undefined && hasCard(state, worklist, asked);
              })),
        );
        return listed(
          asked,
          kept.map(({ name }) => boardJson(state, name, false)),
          { sortFields: worklistSorts },
        );
      },
    },
    {
      path: "/boards/{board_id}",
      summary: "Get a board with its lanes and cards",
      parameters: {},
      shape: ref("Board"),
      answer: (state, asked) => boardJson(state, boardAsked(state, asked), true),
    },
    {
      path: "/boards/{board_id}/permissions",
      summary: "List what the client may do with a board",
      parameters: {},
      shape: permissions,
      isList: true,
      answer(state, asked) {
        boardAsked(state, asked);
        return { items: [] };
      },
    },
  ],
};
