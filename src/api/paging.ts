// One engine for every list: filters, order, pages by marker, offset or cursor, as StoryBoard does them.

import { limits } from "../text/limits.ts";
import { quote } from "../text/quote.ts";
import type { Asked } from "./parameters.ts";
import { ApiProblem } from "./problem.ts";
import type { Json, Listed } from "./route.ts";

export interface Order {
  readonly field: string;
  readonly descending: boolean;
}

/** How a list is sorted; an ApiProblem 400 for a field that it has not. */
export function orderAsked(
  asked: Asked,
  fields: readonly string[],
  otherwise: Order = { field: "id", descending: false },
): Order {
  const field = asked.text("sort_field") ?? otherwise.field;
  if (!fields.includes(field)) {
    throw new ApiProblem(
      400,
      `sort_field is one of ${fields.join(", ")}, not ${quote(field.slice(0, 60))}`,
      "sort_field",
    );
  }
  const direction = asked.text("sort_dir");
  return { field, descending: direction === undefined ? otherwise.descending : direction === "desc" };
}

export interface PageAsked {
  /** Null is everything. */
  readonly limit: number | null;
  readonly offset: number | null;
  readonly marker: number | null;
  readonly cursor: Place | null;
}

/** A place in an order: the value that the row has there, and its number. */
export interface Place {
  readonly value: string | number | null;
  readonly id: number;
}

export function pageAsked(asked: Asked): PageAsked {
  const limit = asked.id("limit");
  const offset = asked.id("offset") ?? null;
  const cursor = asked.text("cursor");
  return {
    limit: limit === undefined ? null : Math.min(limit, limits.pageSize),
    offset,
    marker: offset === null && cursor === undefined ? (asked.id("marker") ?? null) : null,
    cursor: cursor === undefined ? null : readCursor(cursor),
  };
}

/** A place as a word for an address; the order belongs to it, so that it is not used with another. */
export function writeCursor(order: Order, { value, id }: Place): string {
  return Buffer.from(JSON.stringify([order.field, order.descending, value, id])).toString("base64url");
}

function readCursor(text: string): Place & { readonly order: Order } {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (Array.isArray(read) && read.length === 4) {
      const [field, descending, value, id] = read as unknown[];
      const isValue = value === null || typeof value === "string" || typeof value === "number";
      if (typeof field === "string" && typeof descending === "boolean" && isValue && Number.isSafeInteger(id))
        return { value: value as Place["value"], id: id as number, order: { field, descending } };
    }
  } catch {
    // Said below.
  }
  throw new ApiProblem(400, "cursor is not one that this server gave out", "cursor");
}

/** An ApiProblem 400 when a cursor was given out for another order. */
export function checkCursor(page: PageAsked, order: Order): void {
  const given = (page.cursor as (Place & { order?: Order }) | null)?.order;
  if (given && (given.field !== order.field || given.descending !== order.descending))
    throw new ApiProblem(400, "cursor was given out for another order: repeat sort_field and sort_dir", "cursor");
}

export interface ListOptions {
  readonly sortFields?: readonly string[];
  readonly order?: Order;
  /** StoryBoard's searches tell no total. */
  readonly withoutTotal?: boolean;
}

/** A part of a list that is in memory, in the order asked. */
export function listed(asked: Asked, items: readonly Json[], options: ListOptions = {}): Listed {
  const order = orderAsked(asked, options.sortFields ?? ["id"], options.order);
  const page = pageAsked(asked);
  checkCursor(page, order);
  const sorted = [...items].sort((a, b) => compare(placeOf(a, order), placeOf(b, order), order.descending));
  let from = page.offset ?? 0;
  let marker: number | undefined;
  if (page.marker !== null) {
    const at = sorted.findIndex((item) => item.id === page.marker);
    if (at !== -1) marker = page.marker;
    else if (order.field !== "id") throw lostMarker();
    // In the order of the numbers it is known where one stood that has gone.
    from = at === -1 ? firstAfter(sorted, { value: page.marker, id: page.marker }, order) : at + 1;
  }
  if (page.cursor) {
    from = firstAfter(sorted, page.cursor, order);
  }
  const shown = page.limit === null ? sorted.slice(from) : sorted.slice(from, from + page.limit);
  const last = shown.at(-1);
  const more = page.limit !== null && from + shown.length < sorted.length && last !== undefined;
  return {
    items: shown,
    ...(options.withoutTotal ? {} : { total: items.length }),
    ...(page.limit === null ? {} : { limit: page.limit }),
    ...(page.offset === null ? {} : { offset: page.offset }),
    ...(marker === undefined ? {} : { marker }),
    ...(more && last ? { cursor: writeCursor(order, placeOf(last, order)) } : {}),
  };
}

export function lostMarker(): ApiProblem {
  return new ApiProblem(400, "marker is not the number of an item of this list", "marker");
}

function firstAfter(sorted: readonly Json[], place: Place, order: Order): number {
  const at = sorted.findIndex((item) => compare(placeOf(item, order), place, order.descending) > 0);
  return at === -1 ? sorted.length : at;
}

function placeOf(item: Json, order: Order): Place {
  const value = item[order.field];
  const plain =
    typeof value === "boolean" ? Number(value) : typeof value === "number" || typeof value === "string" ? value : null;
  return { value: plain, id: Number(item.id ?? 0) };
}

/** What has no value comes last either way; ties go by number. */
function compare(a: Place, b: Place, descending: boolean): number {
  if (a.value === null || b.value === null) {
    if (a.value !== b.value) return a.value === null ? 1 : -1;
  } else if (a.value !== b.value) return a.value < b.value === descending ? 1 : -1;
  return descending ? b.id - a.id : a.id - b.id;
}

/** Whether a text holds another one, in any case, as StoryBoard's filters do. */
export function holds(text: unknown, part: string | undefined): boolean {
  return part === undefined || (typeof text === "string" && text.toLowerCase().includes(part.toLowerCase()));
}

/** Whether a number is one of those asked for; none asked for means any. */
export function isAmong(value: unknown, wanted: readonly number[]): boolean {
  return wanted.length === 0 || wanted.includes(value as number);
}

/** Whether every word of a search begins a word of the text. */
export function matchesWords(text: string, q: string | undefined): boolean {
  const words = (q ?? "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const own = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every((word) => own.some((each) => each.startsWith(word)));
}
