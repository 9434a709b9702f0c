// The page of a board: its lanes side by side, each a list, a query, or cards placed by hand.

import { laneCards } from "../../index/lane-cards.ts";
import { namedKey } from "../addresses.ts";
import type { Page } from "../page.ts";
import { namedJson } from "../record-json.ts";
import { queryOf, type Site } from "../site.ts";
import { markdownFor } from "./markdown.ts";

/** Cards that one lane shows; it says how many there are. */
const cardsPerLane = 50;

export function boardPage(site: Site, name: string): Page | null {
  const board = site.catalogue.named("board", name);
  if (!board) return null;
  const key = namedKey("board", name);
  const lanes = (board.data.lanes ?? []).map((lane) => {
    const { total, cards } = laneCards(site.catalogue, lane, (text) => queryOf(site, text), cardsPerLane);
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
    feed: { kind: "query", query: `board:"${name}"` },
    section: "boards",
  };
}
