// A query over the columns: every part of it is a set of rows, judged exactly as src/model/query/row.ts judges one row.

import { staleAfter } from "../model/query/fields.ts";
import type { Expression } from "../model/query/query.ts";
import {
  type Bits,
  bitsFor,
  both,
  eachBit,
  either,
  endsOfRuns,
  equalTo,
  flagged,
  markedIn,
  setBit,
  type Wholes,
  wholeRuns,
  within,
  without,
} from "./bits.ts";
import { type Columns, columnsOf, flags, numberLists, type ValueColumn, type WholeColumn } from "./columns.ts";
import type { Database } from "./database.ts";
import { idSet } from "./id-set.ts";
import { rowsAmong, rowsListing } from "./rows-listing.ts";
import { privateStories, proposedStories } from "./special-stories.ts";
import { rowsWithText } from "./words.ts";

/** Fields of one word, and the column that holds each. */
export const fieldColumns: Readonly<Record<string, WholeColumn>> = {
  status: "status",
  triage: "triage",
  type: "type",
  author: "author",
  task: "task_status",
  project: "project",
  branch: "branch",
  assignee: "assignee",
  priority: "priority",
  milestone: "milestone",
  reason: "reason",
};
const times: Readonly<Record<string, ValueColumn>> = {
  created: "created",
  updated: "updated",
  closed: "closed",
  due: "due",
};
const openStatuses: readonly string[] = ["todo", "inprogress", "review"];
const dayLength = 86_400_000;

/** The rows that a query finds. */
export function rowsOf(db: Database, where: Expression, now: number): Bits {
  return new Evaluation(db, columnsOf(db), now).rows(where);
}

class Evaluation {
  readonly #db: Database;
  readonly #columns: Columns;
  readonly #now: number;

  constructor(db: Database, columns: Columns, now: number) {
    this.#db = db;
    this.#columns = columns;
    this.#now = now;
  }

  rows(where: Expression): Bits {
    const { live } = this.#columns;
    switch (where.kind) {
      case "all":
        return live;
      case "and":
        return where.parts.map((part) => this.rows(part)).reduce(both, live);
      case "or":
        return where.parts.map((part) => this.rows(part)).reduce(either, this.#none());
      case "not":
        return without(live, this.rows(where.part));
      case "text":
        return rowsWithText(this.#db, this.#columns, where.words, where.prefix);
      case "equals":
        return this.#remembered(where, () => this.#equals(where.field, where.value, where.prefix));
      case "among":
        return this.#columns.remember(`among ${where.ids.join(" ")}`, () => rowsAmong(this.#columns, where.ids));
      case "between":
        return this.#between(where.field, where.from, where.to);
      case "number":
        return this.#number(where);
      case "none":
        return this.#remembered(where, () => without(live, this.#some(where.field)));
      case "has":
        return this.#remembered(where, () => this.#has(where.what));
      case "is":
        return this.#is(where.what);
    }
  }

  #remembered(where: Expression, make: () => Bits): Bits {
    return this.#columns.remember(JSON.stringify(where), make);
  }

  #none(): Bits {
    return bitsFor(this.#columns.size);
  }

  #equals(field: string, value: string, prefix: boolean): Bits {
    const columns = this.#columns;
    const column = fieldColumns[field];
    const isMeant = (name: string) => isSo(name, value, prefix);
    if (field === "branch") return either(this.#word("branch", value, prefix), this.#onDefaultBranch(isMeant));
    if (column) return this.#word(column, value, prefix);
    if (field === "id")
      return either(equalTo(columns.whole("story"), Number(value)), equalTo(columns.whole("task"), Number(value)));
    if (field === "duplicate_of") return equalTo(columns.whole("duplicate_of"), Number(value));
    if (field === "group" || field === "team") return this.#inProjects(field, isMeant);
    if (numberLists.has(field)) return rowsListing(this.#columns, field, Number(value));
    if (!prefix) {
      const code = columns.code(field, value);
      return code === 0 ? this.#none() : rowsListing(this.#columns, field, code);
    }
    return rowsListing(
      this.#columns,
      field,
      marks(columns.terms(field), (term) => term.startsWith(value)),
    );
  }

  #word(column: WholeColumn, value: string, prefix: boolean): Bits {
    const columns = this.#columns;
    if (prefix)
      return markedIn(
        columns.whole(column),
        marks(columns.terms(column), (term) => term.startsWith(value)),
      );
    return columns.remember(`${column} ${value}`, () => {
      const code = columns.code(column, value);
      return code === 0 ? this.#none() : equalTo(columns.whole(column), code);
    });
  }

  #anyWord(column: WholeColumn, values: readonly string[]): Bits {
    return values.map((value) => this.#word(column, value, false)).reduce(either, this.#none());
  }

  /** Rows that name no branch, whose project has such a one. */
  #onDefaultBranch(test: (name: string) => boolean): Bits {
    return both(equalTo(this.#columns.whole("branch"), 0), this.#inProjects("branch", test));
  }

  /** Rows whose project belongs to a group or team of such a name, or has such a default branch. */
  #inProjects(kind: string, test: (name: string) => boolean): Bits {
    const rows = this.#db.prepare("SELECT DISTINCT name, project FROM member WHERE kind = ?").all(kind);
    const projects = new Set(rows.filter(({ name }) => test(String(name))).map(({ project }) => String(project)));
    const table = marks(this.#columns.terms("project"), (term) => projects.has(term));
    return markedIn(this.#columns.whole("project"), table);
  }

  #between(field: string, from: number | null, to: number | null): Bits {
    const [low, high] = [from ?? Number.NEGATIVE_INFINITY, to ?? Number.POSITIVE_INFINITY];
    const column = times[field];
    if (column) return within(this.#columns.values(column), low, high);
    const marked = marks(this.#columns.terms(field), (term) => {
      const time = Date.parse(term);
      return time >= low && time < high;
    });
    return rowsListing(this.#columns, field, marked);
  }

  #number({ field, above, below }: Extract<Expression, { kind: "number" }>): Bits {
    const from = above === null ? Number.NEGATIVE_INFINITY : above.inclusive ? above.value : nextNumber(above.value);
    const to = below === null ? Number.POSITIVE_INFINITY : below.inclusive ? nextNumber(below.value) : below.value;
    if (field === "points") return within(this.#columns.values("points"), from, to);
    const marked = marks(
      this.#columns.terms(field),
      (term) => term !== "" && Number(term) >= from && Number(term) < to,
    );
    return rowsListing(this.#columns, field, marked);
  }

  /** Rows that have any value of a field. */
  #some(field: string): Bits {
    const columns = this.#columns;
    const column = fieldColumns[field] ?? (field === "duplicate_of" ? "duplicate_of" : undefined);
    if (column) {
      const own = without(columns.live, equalTo(columns.whole(column), 0));
      if (field === "branch")
        return either(
          own,
          this.#onDefaultBranch(() => true),
        );
      return own;
    }
    const time = times[field] ?? (field === "points" ? "points" : undefined);
    if (time) return within(columns.values(time), Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    if (field === "id") return columns.live;
    if (field === "group" || field === "team") return this.#inProjects(field, () => true);
    return rowsListing(this.#columns, field, null);
  }

  #has(what: string): Bits {
    const columns = this.#columns;
    switch (what) {
      case "task":
        return without(columns.live, equalTo(columns.whole("task"), 0));
      case "milestone":
        return this.#some("milestone");
      case "cve":
        return this.#some("cve");
      case "comment":
        return flagged(columns.whole("flags"), flags.comment);
      default:
        return flagged(columns.whole("flags"), what === "patch" ? flags.patch : flags.attachment);
    }
  }

  #is(what: string): Bits {
    const columns = this.#columns;
    switch (what) {
      case "untriaged":
        return flagged(columns.whole("flags"), flags.untriaged);
      case "unassigned":
        return both(this.#anyWord("task_status", openStatuses), equalTo(columns.whole("assignee"), 0));
      case "duplicate":
        return this.#some("duplicate_of");
      case "blocked":
        return columns.remember("blocked", () => this.#blocked());
      case "overdue": {
        // The day ends before now: up to the very moment, so the bound itself belongs to it.
        const past = within(columns.values("due"), Number.NEGATIVE_INFINITY, this.#now - dayLength + 1);
        const withoutTask = both(equalTo(columns.whole("task"), 0), this.#word("status", "active", false));
        return both(past, either(this.#anyWord("task_status", openStatuses), withoutTask));
      }
      case "stale": {
        const old = within(columns.values("updated"), Number.NEGATIVE_INFINITY, this.#now - staleAfter);
        return both(old, this.#word("status", "active", false));
      }
      case "private":
        return this.#special(privateStories);
      case "proposed":
        return this.#special(proposedStories);
      default:
        return this.#word("status", what, false);
    }
  }

  /** All rows of some stories. */
  #special(stories: (db: Database) => readonly number[]): Bits {
    const columns = this.#columns;
    const last = this.#db.prepare("SELECT last FROM story WHERE id = ?");
    const ends = this.#none();
    for (const id of stories(this.#db)) {
      const row = last.get(id)?.last;
      if (row !== undefined) setBit(ends, Number(row));
    }
    // A story whose own file cannot be read has a number, and no rows.
    return wholeRuns(both(ends, columns.ends), columns.ends);
  }

  /** Rows that wait for a story that is active, or for a task that is open; what they wait for is their own or their story's. */
  #blocked(): Bits {
    const columns = this.#columns;
    const pairs = columns.pairs("depends_on");
    const most = pairs.reduce((sum, { values }) => sum + values.length, 0);
    const [wanted, open] = [idSet(most), idSet(most)];
    for (const { values } of pairs) for (const id of values) wanted.add(id);
    const ids = (column: Wholes, rows: Bits) =>
      eachBit(rows, (row) => {
        const id = column[row] as number;
        if (wanted.has(id)) open.add(id);
      });
    ids(columns.whole("story"), both(this.#word("status", "active", false), columns.ends));
    ids(columns.whole("task"), this.#anyWord("task_status", openStatuses));
    return rowsListing(this.#columns, "depends_on", open);
  }
}

/** Stories, by their last rows, of which a row is among these. */
export function storiesOf(columns: Columns, rows: Bits): Bits {
  return endsOfRuns(rows, columns.ends);
}

function isSo(text: string, value: string, prefix: boolean): boolean {
  return prefix ? text.startsWith(value) : text === value;
}

/** The least number above a number. */
function nextNumber(value: number): number {
  const number = Float64Array.of(value + 0);
  const bits = new BigInt64Array(number.buffer);
  bits[0] = (bits[0] as bigint) + (value < 0 ? -1n : 1n);
  return number[0] as number;
}

/** Which terms pass a test, by their number. */
function marks(terms: readonly string[], test: (term: string) => boolean): Uint8Array {
  const table = new Uint8Array(terms.length);
  for (let code = 1; code < terms.length; code += 1) if (test(terms[code] as string)) table[code] = 1;
  return table;
}
