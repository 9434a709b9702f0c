// A card moved to another lane of a board, as a planned change: what the lane is made of says which files change.

import type { BoardData, TrackerData } from "../model/generated/types.ts";
import { shapeOf } from "../model/write-record.ts";
import { applyEdits } from "../text/edit.ts";
import { Failure } from "../text/failure.ts";
import { readMatterText, textOf } from "../text/matter.ts";
import { addItem, removeItem } from "../text/matter-edit.ts";
import { nearest } from "../text/nearest.ts";
import { quote } from "../text/quote.ts";
import type { FileChange } from "./change.ts";
import { type Assignment, assign } from "./plan-set.ts";
import type { RecordFile } from "./record-file.ts";

export type Lane = NonNullable<BoardData["lanes"]>[number];

/** The lane with this title, or with a title that begins so when only one does. Failure "no-such-lane". */
export function laneNamed(board: BoardData, title: string): number {
  const lanes = board.lanes ?? [];
  const wanted = title.toLowerCase();
  const exact = lanes.findIndex((lane) => lane.title.toLowerCase() === wanted);
  if (exact !== -1) return exact;
  const beginning = lanes.flatMap((lane, index) => (lane.title.toLowerCase().startsWith(wanted) ? [index] : []));
  if (beginning.length === 1) return beginning[0] as number;
  const titles = lanes.map((lane) => lane.title);
  const guess = nearest(title, titles);
  throw new Failure("no-such-lane", `the board has no lane ${quote(title)}`, {
    hint: guess ? `did you mean "${guess}"?` : `it has ${titles.map((each) => `"${each}"`).join(", ")}`,
  });
}

export interface MoveWish {
  readonly board: RecordFile;
  readonly lane: number;
  /** The story or task that the card stands for. */
  readonly card: RecordFile;
  readonly id: number;
  /** The list that the lane shows, when it shows one by hand. */
  readonly list: RecordFile | undefined;
  readonly config: TrackerData | undefined;
}

/** The card leaves the lanes it was placed in by hand, joins the new one, and gets the fields that standing there means. */
export function planMove({ board, lane: index, card, id, list, config }: MoveWish): FileChange[] {
  if (board.record.kind !== "board") throw new Error("a card moves on a board");
  const lanes = board.record.data.lanes ?? [];
  const lane = lanes[index] as Lane;
  const shape = shapeOf("board");
  let matter = board.matter;
  const edit = (edits: ReturnType<typeof addItem>) => {
    if (edits.length === 0) return;
    const read = readMatterText(board.path, applyEdits(textOf(matter), edits)).value;
    if (!read) throw new Error(`moving a card broke ${board.path}`);
    matter = read;
  };
  for (const [other, { items }] of lanes.entries()) {
    if (other !== index && items?.includes(id)) edit(removeItem(matter, `lanes/${other}/items`, id));
  }
  const isByHand = lane.query === undefined && lane.list === undefined;
  if (isByHand) edit(addItem(matter, `lanes/${index}/items`, id, false, shape));
  const files: FileChange[] = [{ path: board.path, before: board.text, after: textOf(matter) }];
  if (list) {
    const after = applyEdits(list.text, addItem(list.matter, "items", id, false, shapeOf("list")));
    files.push({ path: list.path, before: list.text, after });
  }
  const assignments = Object.entries(lane.set ?? {}).map(([key, value]): Assignment => {
    return { key, operator: "=", text: value === null ? "" : String(value) };
  });
  if (assignments.length > 0) files.push(assign(card, assignments, config));
  else if (!isByHand && !list) {
    throw new Failure("lane-by-query", `lane ${quote(lane.title)} shows what a query finds: cards are not put there`, {
      hint: 'give the lane a "set" that says what moving a card there means, or change the card\'s fields',
    });
  }
  return files;
}
