// Cards that a commit put on lists and boards, took off them, or moved from lane to lane.

import type { TouchedFile } from "../../model/field-changes.ts";
import type { TrackerRecord } from "../../model/record.ts";

export interface CardMove {
  readonly kind: "list" | "board";
  readonly name: string;
  /** The story or task. */
  readonly card: number;
  /** The lane's title, of a list its name; null is not there. */
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * The moves in one file, of the cards that are asked for, or of all. `renumbered`: what tasks that moved to another story in the same
 * commit are called since; a list that follows that has not moved them.
 */
export function cardMoves(
  { place, before, after }: TouchedFile,
  cards?: ReadonlySet<number>,
  renumbered: ReadonlyMap<number, number> = new Map(),
): readonly CardMove[] {
  if (place.kind !== "list" && place.kind !== "board") return [];
  // A side that cannot be read tells nothing, and certainly not that everything was taken off.
  if ((before && !before.record) || (after && !after.record)) return [];
  const [old, is] = [lanesIn(before?.record), lanesIn(after?.record)];
  const was = new Map([...old].map(([card, lane]) => [is.has(card) ? card : (renumbered.get(card) ?? card), lane]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((card): CardMove[] => {
    const [from, to] = [was.get(card) ?? null, is.get(card) ?? null];
    if (from === to || (cards && !cards.has(card))) return [];
    return [{ kind: place.kind, name: place.name, card, from, to } as CardMove];
  });
}

/** Whether two states of a board differ in more than where cards lie. */
export function sameLanes(before: unknown, after: unknown): boolean {
  return JSON.stringify(withoutItems(before)) === JSON.stringify(withoutItems(after));
}

function withoutItems(lanes: unknown): unknown {
  return Array.isArray(lanes) ? lanes.map((lane) => ({ ...lane, items: undefined })) : [];
}

/** In which lane each card lies; in several, their titles together. */
function lanesIn(record: TrackerRecord | undefined): ReadonlyMap<number, string> {
  const lanes = new Map<number, string>();
  if (record?.kind === "list") for (const item of record.data.items ?? []) lanes.set(item, record.name);
  if (record?.kind === "board") {
    for (const { title, items } of record.data.lanes ?? [])
      for (const item of items ?? []) lanes.set(item, lanes.has(item) ? `${lanes.get(item)}, ${title}` : title);
  }
  return lanes;
}
