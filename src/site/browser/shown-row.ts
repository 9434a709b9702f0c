// A story as a table of the search shows it.

import { priorities } from "../../model/query/fields.ts";
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
  readonly assignees: readonly string[];
  /** An instant; "" where it is not known. */
  readonly updated: string;
  /** The story's own due day while it is active; else "". */
  readonly due: string;
}

export function shownRow(row: SearchRow): ShownRow {
  const [id, title, status, , , , , updated, , tags, , due, tasks, facts] = row;
  const each = (values: readonly string[]) => [...new Set(values)].filter((value) => value !== "").sort();
  return {
    ...{ id, title, tags },
    status: facts.includes("untriaged") ? "untriaged" : status,
    priority: priorities[rankOf(row) ?? -1] ?? "",
    projects: each(tasks.map(([, project]) => project)),
    assignees: each(tasks.map(([, , , assignee]) => assignee)),
    due: status === "active" ? due : "",
    updated: updated === 0 ? "" : `${new Date(updated * 1000).toISOString().slice(0, 19)}Z`,
  };
}
