// A query judged the slow, obvious way, one row at a time: what every faster way is tested against.

import { compareText } from "../../text/diagnostic.ts";
import { inTurn, priorities, staleAfter } from "./fields.ts";
import type { Expression, SortKey } from "./query.ts";
import { titleKey, tokens } from "./tokens.ts";

/** A task with its story's fields, or a story that has no task. */
export interface QueryRow {
  readonly story: number;
  readonly task: number | null;
  /** The values of a word, choice or id field; empty when it has none. */
  readonly values: (field: string) => readonly string[];
  /** The values of a date field in milliseconds, of a day its beginning; several where its story and its task have one. */
  readonly times: (field: string) => readonly number[];
  readonly numbers: (field: string) => readonly number[];
  /** Conditions that do not follow from the fields: "blocked", "private", "proposed", "untriaged", and what the story has. */
  readonly facts: ReadonlySet<string>;
  /** Title, body, tasks and comments of the story. */
  readonly texts: readonly string[];
}

export function matches(where: Expression, row: QueryRow, now: number): boolean {
  switch (where.kind) {
    case "all":
      return true;
    case "and":
      return where.parts.every((part) => matches(part, row, now));
    case "or":
      return where.parts.some((part) => matches(part, row, now));
    case "not":
      return !matches(where.part, row, now);
    case "text":
      return row.texts.some((text) => holdsPhrase(tokens(text), where.words, where.prefix));
    case "equals":
      return row
        .values(where.field)
        .some((value) => (where.prefix ? value.startsWith(where.value) : value === where.value));
    case "among":
      return where.ids.includes(row.story) || (row.task !== null && where.ids.includes(row.task));
    case "between": {
      const { field, from, to } = where;
      return row.times(field).some((time) => (from === null || time >= from) && (to === null || time < to));
    }
    case "number": {
      const { field, above, below } = where;
      return row.numbers(field).some((value) => {
        const high = above === null || (above.inclusive ? value >= above.value : value > above.value);
        return high && (below === null || (below.inclusive ? value <= below.value : value < below.value));
      });
    }
    case "none":
      return row.values(where.field).length + row.times(where.field).length + row.numbers(where.field).length === 0;
    case "has":
      return row.facts.has(`has:${where.what}`);
    case "is":
      return isSo(where.what, row, now);
  }
}

function isSo(what: string, row: QueryRow, now: number): boolean {
  const status = row.values("status")[0];
  const task = row.values("task")[0];
  const openTask = task === "todo" || task === "inprogress" || task === "review";
  switch (what) {
    case "active":
    case "merged":
    case "invalid":
      return status === what;
    case "unassigned":
      return openTask && row.values("assignee").length === 0;
    case "duplicate":
      return row.values("duplicate_of").length > 0;
    case "overdue": {
      const [due] = row.times("due");
      return due !== undefined && due + 86_400_000 <= now && (row.task === null ? status === "active" : openTask);
    }
    case "stale":
      return status === "active" && (row.times("updated")[0] ?? now) < now - staleAfter;
    default:
      return row.facts.has(what);
  }
}

function holdsPhrase(text: readonly string[], words: readonly string[], prefix: boolean): boolean {
  return text.some((_, start) =>
    words.every((word, index) => {
      const found = text[start + index];
      return prefix && index === words.length - 1 ? found?.startsWith(word) === true : found === word;
    }),
  );
}

/** The order of two stories' rows by one key; what has no value comes last either way. */
export function compareBy(key: SortKey, a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order = typeof a === "number" && typeof b === "number" ? a - b : compareWords(key.field, String(a), String(b));
  return key.descending ? -order : order;
}

/** The order of two words of a field. */
export function compareWords(field: string, a: string, b: string): number {
  if (field === "title") return compareText(titleKey(a), titleKey(b));
  const turns = inTurn[field];
  const place = (word: string) => (turns && turns.indexOf(word) + 1) || Number.MAX_SAFE_INTEGER;
  return place(a) - place(b) || compareText(a, b);
}

/** The place of a priority: critical is first. */
export function priorityRank(priority: string | null | undefined): number {
  const rank = priorities.indexOf(priority ?? "medium");
  return rank === -1 ? priorities.length : rank;
}
