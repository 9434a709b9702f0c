// A story of the search files as the rows that queries are judged on.

import type { QueryRow } from "../../model/query/row.ts";
import type { SearchIndex, SearchRow, SearchTask } from "../search/search-row.ts";

const none: readonly string[] = [];
const one = (value: string | undefined): readonly string[] => (value === undefined || value === "" ? none : [value]);

/** One row a task; a story without tasks is one row. `facts`: what else is so, as "has:text:0". */
export function queryRows(row: SearchRow, projects: SearchIndex["projects"], facts: ReadonlySet<string>): QueryRow[] {
  const tasks: readonly (SearchTask | null)[] = row[12].length > 0 ? row[12] : [null];
  return tasks.map((task): QueryRow => {
    // A project may be called as what every object has.
    const project = task && Object.hasOwn(projects, task[1]) ? projects[task[1]] : undefined;
    const milestone = task?.[5] || row[10];
    const due = task?.[7] || row[11];
    const more = (name: string) =>
      [...(row[14][name] ?? none), ...(task ? (row[14][`${name}@${task[0]}`] ?? none) : none)].map(String);
    const values: Readonly<Record<string, () => readonly string[]>> = {
      id: () => [String(row[0]), ...(task ? [String(task[0])] : none)],
      status: () => one(row[2]),
      type: () => one(row[3]),
      triage: () => one(row[4]),
      author: () => one(row[5]),
      tag: () => row[9],
      milestone: () => one(milestone),
      project: () => one(task?.[1]),
      task: () => one(task?.[2]),
      assignee: () => one(task?.[3]),
      priority: () => (task ? [task[4] || "medium"] : none),
      branch: () => one(task?.[6] || project?.branch || undefined),
      reason: () => one(task?.[8]),
      group: () => project?.groups ?? none,
      team: () => one(project?.team ?? undefined),
    };
    const times: Readonly<Record<string, number | null>> = {
      created: row[6] * 1000,
      updated: row[7] ? row[7] * 1000 : null,
      closed: row[8] ? row[8] * 1000 : null,
      due: due ? Date.parse(`${due}T00:00:00Z`) : null,
    };
    const own = new Set([...facts, ...row[13]]);
    if (task) own.add("has:task");
    if (row[14].cve) own.add("has:cve");
    if (milestone) own.add("has:milestone");
    return {
      story: row[0],
      task: task?.[0] ?? null,
      values: (field) => values[field]?.() ?? (field in times ? none : more(field)),
      time: (field) => (field in times ? (times[field] ?? null) : (more(field).map(Date.parse)[0] ?? null)),
      number(field) {
        const [text] = more(field);
        return text === undefined || Number.isNaN(Number(text)) ? null : Number(text);
      },
      facts: own,
      texts: none,
    };
  });
}
