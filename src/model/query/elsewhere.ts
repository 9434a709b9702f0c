// What was meant by what no query knows: a name that is nearly the same, or what GitHub, GitLab, Launchpad and Bugzilla call it, whose users
// write that at first.

import { nearest } from "../../text/nearest.ts";

const fields: Readonly<Record<string, string>> = {
  ...{ label: "tag", labels: "tag", tags: "tag", keyword: "tag", keywords: "tag", state: "status" },
  ...{ reporter: "author", owner: "assignee", repo: "project", component: "project" },
  ...{ severity: "priority", importance: "priority", version: "branch" },
};

/** By what stands before the colon: of some values a whole term means the same. */
const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  is: { open: "is:active", closed: "-is:active" },
  status: {
    ...{ open: "status:active", new: "is:untriaged", closed: "status:merged,invalid" },
    ...{ done: "status:merged", fixed: "status:merged", resolved: "status:merged", wontfix: "reason:wontfix" },
    ...{ todo: "task:todo", inprogress: "task:inprogress", review: "task:review", "in-progress": "task:inprogress" },
  },
  task: { open: "task:todo,inprogress,review", closed: "task:merged,invalid", done: "task:merged" },
  no: { assignee: "assignee:none", label: "tag:none", milestone: "milestone:none", project: "project:none" },
};

/** What to write instead of a value that a field does not know: `known` are those that it does. */
export function valueHint(field: string, value: string, known: readonly string[]): string {
  const guess = nearest(value, known);
  const term = termMeant(field, value) ?? (guess && `${field}:${guess}`);
  return term ? `did you mean "${term}"?` : `expected one of ${known.join(", ")}`;
}

/** The same of a field that there is not, with the value that it was to have. */
export function fieldHint(field: string, value: string, known: readonly string[]): string {
  const guess = ownField(field) ?? nearest(field, known);
  const alias = trackers.has(field) && /\d/.test(value) ? `alias:${field}:${value}` : undefined;
  const term = alias ?? termMeant(field, value) ?? (guess && `${guess}:`);
  return term ? `did you mean "${term}"?` : "put the word in quotes to look for it as text";
}

/** Where stories have come from: what is written like their aliases means one. */
const trackers: ReadonlySet<string> = new Set(["launchpad", "storyboard", "github", "maniphest", "bugzilla"]);

const ownField = (name: string) => (Object.hasOwn(fields, name) ? fields[name] : undefined);

function termMeant(field: string, value: string): string | undefined {
  const own = ownField(field) ?? field;
  const terms = Object.hasOwn(values, own) ? values[own] : undefined;
  return terms && Object.hasOwn(terms, value) ? terms[value] : undefined;
}
