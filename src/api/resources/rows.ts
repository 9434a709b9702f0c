// Lists of stories and tasks, straight from the index: pages of any order, or all of them in portions.

import type { Wish } from "../../index/selection.ts";
import type { StoryData } from "../../model/generated/types.ts";
import type { Expression } from "../../model/query/query.ts";
import { namesOf } from "../names.ts";
import { meantNumber, shownNumber } from "../numbers.ts";
import { checkCursor, lostMarker, type Order, pageAsked, writeCursor } from "../paging.ts";
import type { Asked } from "../parameters.ts";
import type { Json, Listed } from "../route.ts";
import type { ApiState } from "../state.ts";
import { storyJson } from "./story-json.ts";
import { taskJson } from "./task-json.ts";

export interface Filter {
  readonly where: Expression;
  readonly contains: Wish["contains"];
}

/** So many at a time: what is held in memory while everything is written. */
const portion = 1_000;

const orderedKinds = {
  creator_id: "person",
  assignee_id: "person",
  project_id: "project",
  milestone_id: "milestone",
} as const;

/** A list of stories or tasks as asked. */
export function rowsListed(
  state: ApiState,
  kind: "story" | "task",
  asked: Asked,
  filter: Filter,
  order: Order,
  withoutTotal = false,
): Listed {
  const { selection } = state.catalogue;
  const page = pageAsked(asked);
  checkCursor(page, order);
  const of = orderedKinds[order.field as keyof typeof orderedKinds];
  const numbers = of && namesOf(state).order(of);
  const sort = { sort: order.field, descending: order.descending, ...(numbers ? { order: numbers } : {}) };
  const marker = page.marker === null ? undefined : meantNumber(state, kind, page.marker);
  const markerPlace = marker === undefined ? undefined : selection.sortValue(kind, marker, order.field, numbers);
  if (marker !== undefined && !markerPlace && order.field !== "id") throw lostMarker();
  const after = page.cursor ?? markerPlace ?? (marker === undefined ? undefined : { value: marker, id: marker });
  const found = (kind === "story" ? selection.stories : selection.tasks)({
    ...filter,
    now: state.now,
    ...sort,
    ...(after ? { after } : {}),
    limit: page.limit === null ? null : page.limit + 1,
    offset: page.offset ?? 0,
  });
  const ids = page.limit === null ? found.ids : found.ids.slice(0, page.limit);
  const last = ids.at(-1);
  const lastPlace =
    ids.length < found.ids.length && last !== undefined
      ? selection.sortValue(kind, last, order.field, numbers)
      : undefined;
  return {
    items: ids.length > 2 * portion ? inPortions(state, kind, ids) : jsonOf(state, kind, ids),
    ...(withoutTotal ? {} : { total: found.total }),
    ...(page.limit === null ? {} : { limit: page.limit }),
    ...(page.offset === null ? {} : { offset: page.offset }),
    ...(markerPlace && marker !== undefined ? { marker: shownNumber(state, kind, marker) } : {}),
    ...(lastPlace ? { cursor: writeCursor(order, lastPlace) } : {}),
  };
}

async function* inPortions(
  state: ApiState,
  kind: "story" | "task",
  ids: readonly number[],
): AsyncIterable<readonly Json[]> {
  for (let from = 0; from < ids.length; from += portion) {
    yield jsonOf(state, kind, ids.slice(from, from + portion));
    // Others are answered between two portions.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Stories or tasks as objects, in the order of the numbers; what is not there is left out. */
export function jsonOf(state: ApiState, kind: "story" | "task", ids: readonly number[]): readonly Json[] {
  if (kind === "task") return state.catalogue.selection.tasksById(ids).map((selected) => taskJson(state, selected));
  const bodies = state.catalogue.selection.bodies(ids);
  return state.catalogue.rows(ids).flatMap((row) => {
    const stored = bodies.get(row.id);
    return stored ? [storyJson(state, row, stored.data as StoryData, stored.body)] : [];
  });
}
