// What history keeps of one version of a file: whether a task or a story is open, and where a list or board holds its cards.

import type { Misplaced, NamedKind, Place } from "../model/place.ts";
import { readMatter } from "../text/matter.ts";

/**
 * Of a task its status, of a story whether triage has closed it. "unread" when the version cannot be read: nothing is known to have
 * changed then.
 */
export type Standing = "open" | "closed" | "todo" | "inprogress" | "review" | "merged" | "invalid" | "gone" | "unread";

/** Of a list or board: the lanes in which each card lies. */
export type Cards = ReadonlyMap<number, string>;

/** "missing": a version that has not been fetched. */
export type FileState = Standing | Cards | "missing";

export type KeptPlace =
  | Extract<Place, { kind: "story" | "task" }>
  | { readonly kind: Extract<NamedKind, "list" | "board">; readonly name: string };

/** Whether versions of a file there tell something that is kept. */
export function isKept(place: Place | Misplaced): place is Place & KeptPlace {
  return place.kind === "story" || place.kind === "task" || place.kind === "list" || place.kind === "board";
}

/** The state that a version of a file tells; read leniently, since old versions follow the rules of their own day. */
export function stateOf(place: KeptPlace, path: string, bytes: Uint8Array | null): FileState {
  const data = bytes ? readMatter(path, bytes).value?.data : undefined;
  if (!data) return "unread";
  return place.kind === "list" || place.kind === "board" ? cardsOf(data) : standingOf(place.kind, data);
}

/** The same of front matter that has been read. */
export function standingOf(kind: "story" | "task", data: Readonly<Record<string, unknown>>): Standing {
  if (kind === "story") return data.triage === "rejected" || typeof data.duplicate_of === "number" ? "closed" : "open";
  const status = data.status;
  return typeof status === "string" && statuses.has(status) ? (status as Standing) : "unread";
}

/** What a place without a file is. */
export function absent(place: KeptPlace): FileState {
  return place.kind === "list" || place.kind === "board" ? none : "gone";
}

/** The cards that come, go, or lie in another lane. */
function movedCards(before: Cards, after: Cards): readonly number[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((card) => before.get(card) !== after.get(card));
}

/** Stands for cards of which it is not known whether they moved, since a version of their list or board has not been fetched. */
export const unknownCard = 0;

/** The same of two states as they were read. */
export function cardsMoved(before: FileState, after: FileState): readonly number[] {
  if (before === "missing" || after === "missing") return [unknownCard];
  return typeof before === "object" && typeof after === "object" ? movedCards(before, after) : [];
}

const none: Cards = new Map();
const statuses = new Set(["todo", "inprogress", "review", "merged", "invalid"]);

function cardsOf({ items, lanes }: Readonly<Record<string, unknown>>): Cards {
  const cards = new Map<number, string>();
  const put = (list: unknown, lane: string) => {
    if (!Array.isArray(list)) return;
    for (const item of list) if (Number.isSafeInteger(item)) cards.set(item, `${cards.get(item) ?? ""}${lane}\n`);
  };
  put(items, "");
  if (Array.isArray(lanes)) for (const lane of lanes) put(lane?.items, String(lane?.title));
  return cards;
}
