// What the lanes of a board show: the cards placed by hand, or those that a list or query finds.

import type { BoardData } from "../model/generated/types.ts";
import type { Query } from "../model/query/query.ts";
import type { Task } from "../model/record.ts";
import type { Catalogue, StoryRow } from "./catalogue.ts";

export type Lane = NonNullable<BoardData["lanes"]>[number];

export interface Card {
  readonly row: StoryRow;
  /** The task, when the lane holds tasks. */
  readonly task: {
    readonly id: number;
    readonly title: string;
    readonly project: string;
    readonly assignee: string | null;
    readonly status: string;
    readonly priority: string;
    /** Its own, else the story's. */
    readonly due: string | null;
  } | null;
}

export interface LaneCards {
  /** How many there are in all. */
  readonly total: number;
  readonly cards: readonly Card[];
  /** What they were asked for by; null where somebody placed them by hand. */
  readonly query: string | null;
}

/** The first `limit` cards of a lane. `parse`: a query as the reader of the board means it; null when it is wrong. */
export function laneCards(
  catalogue: Catalogue,
  lane: Lane,
  parse: (text: string) => Query | null,
  limit: number,
): LaneCards {
  if (lane.items) return handPlaced(catalogue, lane.items, limit);
  const list = lane.list === undefined ? undefined : catalogue.named("list", lane.list);
  if (list?.data.items && !list.data.query) return handPlaced(catalogue, list.data.items, limit);
  const text = lane.query ?? list?.data.query ?? null;
  const query = text === null ? null : parse(text);
  if (text === null || !query) return { total: 0, cards: [], query: text };
  // A query that asks for tasks means tasks, one card each; a story that has none stands for itself.
  if (/\b(?:task|assignee|branch|project|is:unassigned)\b/.test(text)) {
    const found = catalogue.cards(query, { limit, offset: 0 });
    const cards = found.rows.map(({ task, story }) => ({ row: story, task: task && taskCard(task, story) }));
    return { total: found.total, cards, query: text };
  }
  const found = catalogue.stories(query, { limit, offset: 0 });
  return { total: found.total, cards: found.rows.map((row) => ({ row, task: null })), query: text };
}

function handPlaced(catalogue: Catalogue, items: readonly number[], limit: number): LaneCards {
  const cards = items.flatMap((id): Card[] => {
    const [story] = catalogue.rows([id]);
    if (story) return [{ row: story, task: null }];
    const owner = catalogue.storyOfTask(id);
    const detail = owner === undefined ? undefined : catalogue.story(owner);
    const task = detail?.tasks.find((each) => each.id === id);
    return detail && task ? [{ row: detail.row, task: taskCard(task, detail.row) }] : [];
  });
  return { total: cards.length, cards: cards.slice(0, limit), query: null };
}

function taskCard({ id, data }: Pick<Task, "id" | "data">, row: StoryRow): Card["task"] {
  const { title = row.title, project, assignee = null, status, priority = "medium", due = row.due } = data;
  return { id, title, project, assignee, status, priority, due };
}
