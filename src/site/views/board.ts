// The page of a board: its lanes side by side, each a list, a query, or cards placed by hand.

import { laneCards } from "../../index/lane-cards.ts";
import { namedKey, searchKey } from "../addresses.ts";
import type { Page } from "../page.ts";
import { namedJson } from "../record-json.ts";
import { parsedQuery, queryOf, type Site, wrongQuery } from "../site.ts";
import { markdownFor } from "./markdown.ts";

/** Cards that a lane shows of a query's; it says how many there are, and leads to the rest. */
const cardsPerLane = 50;

export function boardPage(site: Site, name: string): Page | null {
  const board = site.catalogue.named("board", name);
  if (!board) return null;
  const key = namedKey("board", name);
  const lanes = (board.data.lanes ?? []).map((lane) => {
    // Cards that somebody placed by hand are not to be found elsewhere.
    const most = lane.items ? lane.items.length : cardsPerLane;
    const { total, cards, query } = laneCards(site.catalogue, lane, (text) => queryOf(site, text), most);
    const isList = lane.list !== undefined && site.catalogue.named("list", lane.list) !== undefined;
    return {
      title: lane.title,
      limit: lane.limit ?? null,
      total,
      cards,
      over: lane.limit !== undefined && total > lane.limit,
      wrong: query === null ? null : wrongQuery(parsedQuery(site, query)),
      all: isList ? namedKey("list", lane.list as string) : query === null ? null : searchKey(query),
    };
  });
  const view = { lanes, body: markdownFor(site, key)(board.body, "board-"), name };
  const json = {
    ...namedJson(board),
    lanes: lanes.map(({ title, total, cards, wrong }) => ({
      title,
      ...(wrong ? { error: wrong.message } : { total, cards: cards.map((card) => card.task?.id ?? card.row.id) }),
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
