// The orders that the API knows, and where in an order a place is.

import { priorities } from "../model/query/fields.ts";
import { priorityRank } from "../model/query/row.ts";
import { titleKey } from "../model/query/tokens.ts";
import type { Task } from "../model/record.ts";
import { compareText } from "../text/diagnostic.ts";
import { valueIn } from "./bits.ts";
import { columnsOf, type ValueColumn, type WholeColumn } from "./columns.ts";
import type { Database } from "./database.ts";
import { placesOf } from "./order.ts";
import type { RowOrder } from "./pick.ts";
import type { After } from "./selection.ts";
import { readStoryFiles } from "./stored-records.ts";

export const storySorts: readonly string[] = [
  ...["id", "title", "created_at", "updated_at", "closed_at", "status", "triage", "type", "due", "priority"],
  ...["is_bug", "creator_id", "milestone_id"],
];
export const taskSorts: readonly string[] = [
  ...["id", "title", "story_id", "status", "created_at", "updated_at", "project_id", "assignee_id", "creator_id"],
  ...["milestone_id", "priority", "due", "points"],
];

/** What rows are sorted by: a value of each, of which most are told apart by a number alone. */
export interface SelectionOrder {
  readonly descending: boolean;
  readonly id: (row: number) => number;
  /** Null is none, and comes last either way. */
  readonly value: (row: number) => string | number | null;
  readonly first: (row: number) => number;
  readonly compare: RowOrder;
}

interface Key {
  readonly value: (row: number) => string | number | null;
  /** A number that never contradicts the value's order; infinite for none. */
  readonly first: (row: number) => number;
}

const times: Readonly<Record<"story" | "task", Readonly<Record<string, ValueColumn>>>> = {
  story: { created_at: "created", updated_at: "updated", closed_at: "closed", due: "story_due" },
  task: { created_at: "task_created", updated_at: "updated", due: "due", points: "points" },
};
const words: Readonly<Record<"story" | "task", Readonly<Record<string, WholeColumn>>>> = {
  story: { status: "status", triage: "triage", type: "type" },
  task: { status: "task_status" },
};
/** Names, which the API shows as numbers and sorts by them. */
const names: Readonly<Record<"story" | "task", Readonly<Record<string, WholeColumn>>>> = {
  story: { creator_id: "author", milestone_id: "story_milestone" },
  task: { project_id: "project", assignee_id: "assignee", milestone_id: "milestone" },
};

/** `numbers`: those of the names that the sort is by, where it is by names. */
export function selectionOrder(
  db: Database,
  of: "story" | "task",
  sort: string,
  descending: boolean,
  numbers: Readonly<Record<string, number>>,
): SelectionOrder {
  const ids = columnsOf(db).whole(of);
  const id = (row: number) => ids[row] as number;
  const key = keyOf(db, of, sort, numbers);
  const sign = descending ? -1 : 1;
  const first = (row: number) => {
    const value = key.first(row);
    return value === Number.POSITIVE_INFINITY ? value : sign * value;
  };
  const compare: RowOrder = (a, b) => {
    const [left, right] = [first(a), first(b)];
    if (left !== right) return left < right ? -1 : 1;
    return compareValues(key.value(a), key.value(b), descending) || sign * (id(a) - id(b));
  };
  return { descending, id, value: key.value, first, compare };
}

/** Whether a row comes after a place that was reached before. */
export function isAfter(order: SelectionOrder, row: number, after: After): boolean {
  const compared = compareValues(order.value(row), after.value, order.descending);
  if (compared !== 0) return compared > 0;
  return order.descending ? order.id(row) < after.id : order.id(row) > after.id;
}

function compareValues(a: string | number | null, b: string | number | null, descending: boolean): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  const compared = typeof a === "number" && typeof b === "number" ? a - b : compareText(String(a), String(b));
  return descending ? -compared : compared;
}

function keyOf(db: Database, of: "story" | "task", sort: string, numbers: Readonly<Record<string, number>>): Key {
  const columns = columnsOf(db);
  const time = times[of][sort];
  if (time !== undefined) {
    const column = columns.values(time);
    return numeric((row) => {
      const value = valueIn(column, row);
      return Number.isNaN(value) ? null : value;
    });
  }
  const name = names[of][sort];
  if (name !== undefined) {
    const column = columns.whole(name);
    const known = columns.terms(name).map((term) => numbers[term] ?? null);
    return numeric((row) => known[column[row] as number] ?? null);
  }
  const word = words[of][sort];
  if (word !== undefined) {
    const [column, terms] = [columns.whole(word), columns.terms(word)];
    const places = placesOf(terms);
    return {
      value: (row) => terms[column[row] as number] || null,
      first: (row) => places[column[row] as number] as number,
    };
  }
  if (sort === "priority" && of === "task") {
    const [column, ranks] = [columns.whole("priority"), columns.terms("priority").map(priorityRank)];
    // Upwards is to the more important.
    return numeric((row) => (column[row] === 0 ? null : priorities.length - 1 - (ranks[column[row] as number] ?? 0)));
  }
  if (sort === "priority") {
    const rank = columns.whole("rank");
    return numeric((row) => (rank[row] === 0 ? null : (rank[row] as number) - 1));
  }
  if (sort === "is_bug") {
    const [type, feature] = [columns.whole("type"), columns.code("type", "feature")];
    return numeric((row) => (feature !== 0 && type[row] === feature ? 0 : 1));
  }
  if (sort === "title")
    return of === "story" ? storyTitles(db) : fromTask(db, ({ title }, story) => titleKey(title ?? story));
  if (sort === "creator_id") return fromTask(db, ({ author }) => numbers[author] ?? null);
  const ids = columns.whole(sort === "story_id" ? "story" : of);
  return numeric((row) => ids[row] as number);
}

function numeric(value: (row: number) => number | null): Key {
  return { value, first: (row) => value(row) ?? Number.POSITIVE_INFINITY };
}

function storyTitles(db: Database): Key {
  const columns = columnsOf(db);
  const [story, start] = [columns.whole("story"), columns.values("title")];
  const select = db.prepare("SELECT title FROM story WHERE id = ?");
  const titles = new Map<number, string>();
  return {
    first: (row) => valueIn(start, row),
    value(row) {
      const id = story[row] as number;
      const title = titles.get(id) ?? titleKey(String(select.get(id)?.title ?? ""));
      titles.set(id, title);
      return title;
    },
  };
}

/** What stands in tasks and in no column. */
function fromTask(db: Database, read: (data: Task["data"], storyTitle: string) => string | number | null): Key {
  const columns = columnsOf(db);
  const [story, task] = [columns.whole("story"), columns.whole("task")];
  const values = new Map<number, string | number | null>();
  const value = (row: number): string | number | null => {
    const id = task[row] as number;
    if (!values.has(id)) {
      const files = readStoryFiles(db, story[row] as number);
      for (const each of files?.tasks ?? []) values.set(each.id, read(each.data, files?.story.data.title ?? ""));
      if (!values.has(id)) values.set(id, null);
    }
    return values.get(id) ?? null;
  };
  return {
    value,
    first(row) {
      const known = value(row);
      // Texts are compared as texts.
      return known === null ? Number.POSITIVE_INFINITY : typeof known === "number" ? known : 0;
    },
  };
}
