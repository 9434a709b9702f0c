// A story of the search files as the rows that queries are judged on.

import type { QueryRow } from "../../model/query/row.ts";
import type { SearchIndex, SearchRow, SearchTask } from "../search/search-row.ts";

const none: readonly string[] = [];
const one = (value: string | undefined): readonly string[] => (value === undefined || value === "" ? none : [value]);

/** One row a task; a story without tasks is one row. `facts`: what else is so, as "has:text:0". */
export function queryRows(row: SearchRow, projects: SearchIndex["projects"], facts: ReadonlySet<string>): QueryRow[] {
  const tasks: readonly (SearchTask | null)[] = row[12].length > 0 ? row[12] : [null];
  return tasks.map((task) => new LoadedRow(row, task, projects, facts));
}

/** Of thousands of stories each is judged once, on one or two of its fields: nothing is worked out before it is asked for. */
class LoadedRow implements QueryRow {
  readonly texts = none;
  readonly #row: SearchRow;
  readonly #task: SearchTask | null;
  readonly #projects: SearchIndex["projects"];
  readonly #facts: ReadonlySet<string>;
  #own: ReadonlySet<string> | undefined;

  constructor(row: SearchRow, task: SearchTask | null, projects: SearchIndex["projects"], facts: ReadonlySet<string>) {
    this.#row = row;
    this.#task = task;
    this.#projects = projects;
    this.#facts = facts;
  }

  get story() {
    return this.#row[0];
  }

  get task() {
    return this.#task?.[0] ?? null;
  }

  values(field: string): readonly string[] {
    const [row, task] = [this.#row, this.#task];
    switch (field) {
      case "id":
        return [String(row[0]), ...(task ? [String(task[0])] : none)];
      case "status":
        return one(row[2]);
      case "type":
        return one(row[3]);
      case "triage":
        return one(row[4]);
      case "author":
        return one(row[5]);
      case "tag":
        return row[9];
      case "milestone":
        return one(this.#milestone);
      case "project":
        return one(task?.[1]);
      case "task":
        return one(task?.[2]);
      case "assignee":
        return one(task?.[3]);
      case "priority":
        return task ? [task[4] || "medium"] : none;
      case "branch":
        return one(task?.[6] || this.#project?.branch || undefined);
      case "reason":
        return one(task?.[8]);
      case "group":
        return this.#project?.groups ?? none;
      case "team":
        return one(this.#project?.team ?? undefined);
      default:
        return isTime(field) ? none : this.#more(field);
    }
  }

  times(field: string): readonly number[] {
    const row = this.#row;
    switch (field) {
      case "created":
        return [row[6] * 1000];
      case "updated":
        return row[7] ? [row[7] * 1000] : [];
      case "closed":
        return row[8] ? [row[8] * 1000] : [];
      case "due": {
        const due = this.#task?.[7] || row[11];
        return due ? [Date.parse(`${due}T00:00:00Z`)] : [];
      }
      default:
        return this.#more(field).map(Date.parse).filter(isKnown);
    }
  }

  numbers(field: string): readonly number[] {
    return this.#more(field).map(Number).filter(isKnown);
  }

  get facts(): ReadonlySet<string> {
    this.#own ??= this.#allFacts();
    return this.#own;
  }

  #allFacts(): ReadonlySet<string> {
    const own = new Set([...this.#facts, ...this.#row[13]]);
    if (this.#task) own.add("has:task");
    if (this.#row[14].cve) own.add("has:cve");
    if (this.#milestone) own.add("has:milestone");
    return own;
  }

  get #milestone() {
    return this.#task?.[5] || this.#row[10];
  }

  /** A project may be called as what every object has. */
  get #project() {
    const name = this.#task?.[1];
    return name !== undefined && Object.hasOwn(this.#projects, name) ? this.#projects[name] : undefined;
  }

  #more(name: string): readonly string[] {
    const more = this.#row[14];
    return [...(more[name] ?? none), ...(this.#task ? (more[`${name}@${this.#task[0]}`] ?? none) : none)].map(String);
  }
}

const isTime = (field: string): boolean =>
  field === "created" || field === "updated" || field === "closed" || field === "due";

const isKnown = (number: number): boolean => !Number.isNaN(number);
