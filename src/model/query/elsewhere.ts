// What queries of other trackers call what these call otherwise: GitHub, GitLab, Launchpad and Bugzilla, whose users write them at first.

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

/** The field of ours that is meant by another's. */
export function fieldMeant(name: string): string | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** The term of ours that is meant by another's field and value. */
export function termMeant(field: string, value: string): string | undefined {
  const known = values[fieldMeant(field) ?? field];
  return known && Object.hasOwn(known, value) ? known[value] : undefined;
}
