// The page of a board: its lanes side by side, each a list, a query, or cards placed by hand.

import type { StoryRow } from "../../index/catalogue.ts";
import type { BoardData } from "../../model/generated/types.ts";
import { namedKey } from "../addresses.ts";
import type { Page } from "../page.ts";
import { namedJson } from "../record-json.ts";
import { queryOf, type Site } from "../site.ts";
import { markdownFor } from "./markdown.ts";

type Lane = NonNullable<BoardData["lanes"]>[number];

/** Cards that one lane shows; it says how many there are. */
const cardsPerLane = 50;

interface Card {
  readonly row: StoryRow;
  /** The task, when the lane holds tasks. */
  readonly task: {
    readonly id: number;
    readonly title: string;
    readonly project: string;
    readonly assignee: string | null;
    readonly status: string;
  } | null;
}

export function boardPage(site: Site, name: string): Page | null {
  const board = site.catalogue.named("board", name);
  if (!board) return null;
  const key = namedKey("board", name);
  const lanes = (board.data.lanes ?? []).map((lane) => {
    const { total, cards } = laneCards(site, lane);
    return {
      title: lane.title,
      limit: lane.limit ?? null,
      total,
      cards,
      over: lane.limit !== undefined && total > lane.limit,
      from: lane.list ?? null,
    };
  });
  const view = { lanes, body: markdownFor(site, key)(board.body, "board-"), name };
  const json = {
    ...namedJson(board),
    lanes: lanes.map(({ title, total, cards }) => ({
      title,
      total,
      cards: cards.map((card) => card.task?.id ?? card.row.id),
    })),
  };
  return {
    key,
    title: board.data.title,
    description: `${board.data.title}: a board.`,
    template: "board",
    view,
    json,
    section: "boards",
  };
}

function laneCards(site: Site, lane: Lane): { total: number; cards: Card[] } {
  if (lane.items) return handPlaced(site, lane.items);
  const list = lane.list === undefined ? undefined : site.catalogue.named("list", lane.list);
  if (list?.data.items && !list.data.query) return handPlaced(site, list.data.items);
  const text = lane.query ?? list?.data.query;
  const query = text === undefined ? null : queryOf(site, text);
  if (!query) return { total: 0, cards: [] };
  // A query that asks for tasks means tasks; one card each.
  if (/\b(?:task|assignee|branch|project|is:unassigned)\b/.test(text ?? "")) {
    const found = site.catalogue.tasks(query, { limit: cardsPerLane, offset: 0 });
    return {
      total: found.total,
      cards: found.rows.map(({ task, story }) => ({ row: story, task: taskCard(task, story) })),
    };
  }
  const found = site.catalogue.stories(query, { limit: cardsPerLane, offset: 0 });
  return { total: found.total, cards: found.rows.map((row) => ({ row, task: null })) };
}

function handPlaced(site: Site, items: readonly number[]): { total: number; cards: Card[] } {
  const cards = items.flatMap((id): Card[] => {
    const [story] = site.catalogue.rows([id]);
    if (story) return [{ row: story, task: null }];
    const owner = site.catalogue.storyOfTask(id);
    const detail = owner === undefined ? undefined : site.catalogue.story(owner);
    const task = detail?.tasks.find((each) => each.id === id);
    return detail && task ? [{ row: detail.row, task: taskCard(task, detail.row) }] : [];
  });
  return { total: cards.length, cards };
}

function taskCard(
  task: { id: number; data: { title?: string; project: string; assignee?: string; status: string } },
  row: StoryRow,
): Card["task"] {
  const { title = row.title, project, assignee = null, status } = task.data;
  return { id: task.id, title, project, assignee, status };
}
