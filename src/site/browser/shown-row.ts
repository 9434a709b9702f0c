// A story as a table of the search shows it.

import { priorities } from "../../model/query/fields.ts";
import { isOpen, type TaskStatus } from "../../model/story-status.ts";
import type { SearchRow } from "../search/search-row.ts";
import { rankOf } from "./judge.ts";

export interface ShownRow {
  readonly id: number;
  readonly title: string;
  /** Or "untriaged". */
  readonly status: string;
  readonly tags: readonly string[];
  /** "" is none. */
  readonly priority: string;
  readonly projects: readonly string[];
  /** To whom it is assigned; in the order of reporting, who reported it. */
  readonly who: readonly string[];
  /** When it last changed, or was reported, as an instant; "" where it is not known. */
  readonly time: string;
  readonly comments: number;
  /** The earliest due day of what is open; "" when there is none. */
  readonly nextDue: string;
}

export function shownRow(row: SearchRow, isByReport: boolean): ShownRow {
  const [id, title, status, , , author, created, updated, , tags, , , tasks, facts, , comments] = row;
  const time = isByReport ? created : updated;
  const each = (values: readonly string[]) => [...new Set(values)].filter((value) => value !== "").sort();
  return {
    ...{ id, title, tags, comments },
    status: facts.includes("untriaged") ? "untriaged" : status,
    priority: priorities[rankOf(row) ?? -1] ?? "",
    projects: each(tasks.map(([, project]) => project)),
    who: isByReport ? [author] : each(tasks.map(([, , , assignee]) => assignee)),
    nextDue: status === "active" ? nextDue(row) : "",
    time: time === 0 ? "" : `${new Date(time * 1000).toISOString().slice(0, 19)}Z`,
  };
}

/** Where a task's own day comes before the story's. */
function nextDue([, , , , , , , , , , , due, tasks]: SearchRow): string {
  const open = tasks.filter(([, , status]) => isOpen(status as TaskStatus));
  const days = open.length > 0 ? open.map((task) => task[7] || due) : [due];
  return days.filter((day) => day !== "").sort()[0] ?? "";
}
