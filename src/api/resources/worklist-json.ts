// Lists of the tracker, and the lanes of its boards, as StoryBoard's worklists.

import { queryContext } from "../../index/expand-query.ts";
import { type Lane, laneCards } from "../../index/lane-cards.ts";
import { parseQuery } from "../../model/query/parse.ts";
import type { Query } from "../../model/query/query.ts";
import { limits } from "../../text/limits.ts";
import { derivedNumber } from "../derived-number.ts";
import { namesOf } from "../names.ts";
import { shownNumber } from "../numbers.ts";
import type { Json } from "../route.ts";
import type { ApiState } from "../state.ts";
import { numberOfDay } from "./due-date-numbers.ts";
import { jsonOf } from "./rows.ts";
import { assigneeNumber, teamNames, timesOf } from "./user-json.ts";

/** A worklist before its items are looked up. */
export interface Worklist {
  readonly id: number;
  readonly title: string;
  readonly path: string;
  /** What makes the numbers of its items stay. */
  readonly key: string;
  readonly owner: string | undefined;
  readonly archived: boolean;
  readonly lane: Lane;
  /** The number of the board that it is a lane of; null for a list of its own. */
  readonly board: number | null;
}

export function allWorklists(state: ApiState): readonly Worklist[] {
  return state.memo("worklists", () => {
    const lists = state.catalogue.allNamed("list").map(({ name, path, data }) => ({
      id: namesOf(state).id("list", name),
      title: data.title,
      path,
      key: path,
      owner: data.owner,
      archived: data.archived === true,
      lane: { title: data.title, list: name },
      board: null,
    }));
    const lanes = state.catalogue.allNamed("board").flatMap(({ name }) => lanesOf(state, name));
    return [...lists, ...lanes.flatMap(({ own }) => own ?? [])];
  });
}

export interface LaneOfBoard {
  readonly id: number;
  readonly list: number;
  readonly position: number;
  /** Where the lane is no list of the tracker's own. */
  readonly own: Worklist | null;
}

export function lanesOf(state: ApiState, board: string): readonly LaneOfBoard[] {
  const record = state.catalogue.named("board", board);
  if (!record) return [];
  const { path, data } = record;
  const id = namesOf(state).id("board", board);
  const seen = new Set<string>();
  return (data.lanes ?? []).map((lane, position) => {
    // A lane is known by its title; of two with the same, the later one by its place.
    const key = `${path}#${seen.has(lane.title) ? `${position}/` : ""}${lane.title}`;
    seen.add(lane.title);
    const list = derivedNumber("worklist", key);
    const own = {
      id: list,
      title: lane.title,
      path,
      key,
      owner: data.owner,
      archived: data.archived === true,
      lane,
      board: id,
    };
    const known = lane.list !== undefined && state.catalogue.named("list", lane.list) ? lane.list : undefined;
    return {
      id: derivedNumber("lane", key),
      list: known === undefined ? list : namesOf(state).id("list", known),
      position,
      own: known === undefined ? own : null,
    };
  });
}

function queryOf(state: ApiState, text: string): Query | null {
  const parsed = parseQuery(text, queryContext(state.catalogue, state.now));
  return parsed.ok ? parsed.query : null;
}

/** The query of a worklist that fills itself; undefined for one filled by hand. */
export function queryText(state: ApiState, { lane }: Worklist): string | undefined {
  if (lane.items) return undefined;
  return lane.query ?? (lane.list === undefined ? undefined : state.catalogue.named("list", lane.list)?.data.query);
}

/** The cards of a worklist; `resolved` with the story or task of each. */
export function itemsOf(state: ApiState, worklist: Worklist, resolved: boolean): readonly Json[] {
  const { cards } = laneCards(state.catalogue, worklist.lane, (text) => queryOf(state, text), limits.pageSize);
  const times = timesOf(state, worklist.path);
  const items = cards.map(({ row, task }, position) => {
    const kind = task ? "task" : "story";
    const own = task?.id ?? row.id;
    const json = { kind, own, due: task ? task.due : row.due } as const;
    return {
      json,
      item: {
        id: derivedNumber("worklist_item", `${worklist.key}#${kind}/${own}`),
        created_at: times.created_at,
        updated_at: null,
        list_id: worklist.id,
        item_id: shownNumber(state, kind, own),
        item_type: kind,
        list_position: position,
        archived: false,
        display_due_date: row.due === null ? null : numberOfDay(row.due),
      },
    };
  });
  if (!resolved) return items.map(({ item }) => item);
  const objects = { story: objectsBy(state, items, "story"), task: objectsBy(state, items, "task") };
  return items.map(({ item, json }) => ({
    ...item,
    [json.kind]: objects[json.kind].get(json.own),
    resolved_due_date: json.due === null ? null : dayJson(state, json.due),
  }));
}

function objectsBy(
  state: ApiState,
  items: readonly { readonly json: { readonly kind: string; readonly own: number } }[],
  kind: "story" | "task",
): ReadonlyMap<number, Json> {
  const ids = items.filter(({ json }) => json.kind === kind).map(({ json }) => json.own);
  return new Map(jsonOf(state, kind, ids).map((object) => [Number(object.number), object]));
}

/** A day as the least that StoryBoard tells of a due date. */
export function dayJson(state: ApiState, day: string): Json {
  return {
    id: numberOfDay(day),
    created_at: null,
    updated_at: null,
    name: day,
    date: `${day}T00:00:00+00:00`,
    private: state.isPrivate,
    creator_id: null,
  };
}

export function worklistJson(state: ApiState, worklist: Worklist, resolved: boolean): Json {
  const query = queryText(state, worklist);
  return {
    id: worklist.id,
    ...timesOf(state, worklist.path),
    title: worklist.title,
    creator_id: assigneeNumber(state, worklist.owner),
    project_id: null,
    permission_id: null,
    private: state.isPrivate,
    archived: worklist.archived,
    automatic: query !== undefined,
    filters: resolved ? filtersOf(state, worklist) : [],
    owners: ownersOf(state, worklist.owner),
    users: [],
    items: itemsOf(state, worklist, resolved),
    owner: worklist.owner ?? null,
    query: query ?? null,
    board_id: worklist.board,
  };
}

/** A team's members own what the team owns. */
export function ownersOf(state: ApiState, owner: string | undefined): readonly number[] {
  if (owner === undefined) return [];
  const names = namesOf(state);
  if (!teamNames(state).has(owner)) return [names.id("person", owner)];
  return (state.catalogue.named("team", owner)?.data.members ?? []).map((member) => names.id("person", member));
}

/** One filter that holds the whole query: StoryBoard's own criteria cannot say most of them. */
export function filtersOf(state: ApiState, worklist: Worklist): readonly Json[] {
  const query = queryText(state, worklist);
  if (query === undefined) return [];
  const id = derivedNumber("filter", worklist.key);
  const criterion = {
    id: derivedNumber("criterion", worklist.key),
    title: query,
    value: query,
    field: "Query",
    negative: false,
    filter_id: id,
  };
  return [{ id, type: "Story", list_id: worklist.id, filter_criteria: [criterion] }];
}
