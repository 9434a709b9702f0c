// The examples of docs/query.md: queries of the demo tracker. Every field, condition and order has one at least, or the page is not made.

/** By field, as the table in src/model/query/fields.ts names them. */
export const ofFields = {
  id: ["id:48213377", "id:22312377"],
  alias: ["alias:launchpad:1834567", "alias:launchpad:*"],
  status: ["status:active", "status:merged,invalid"],
  task: ["task:review"],
  triage: ["triage:incomplete,confirmed"],
  type: ["type:feature", "type:audit"],
  project: ["project:lantern/docs", "project:lantern/co*"],
  group: ["group:storage"],
  team: ["team:compute-core"],
  assignee: ["assignee:bjorn", "assignee:none is:active"],
  author: ["author:amina"],
  commenter: ["commenter:bjorn"],
  watcher: ["watcher:lucia"],
  affects: ["affects:farid"],
  tag: ["tag:security", "tag:doc*", "-tag:none"],
  priority: ["priority:critical", "priority:high,critical task:todo"],
  milestone: ["milestone:2026-2", "milestone:none status:active"],
  branch: ["branch:stable/2026.1"],
  cve: ["cve:*"],
  reason: ["reason:wontfix", "reason:duplicate,expired"],
  depends_on: ["depends_on:31847206", "-depends_on:none"],
  duplicate_of: ["duplicate_of:84027613"],
  list: ["list:next-up"],
  board: ["board:release"],
  created: ["created:2026-03-01", "created:>2026-10-01", "created:2026-05-01..2026-06-30"],
  updated: ["updated:<30d", "updated:>180d status:active"],
  closed: ["closed:2026-03-01..2026-05-31", "closed:<60d"],
  due: ["due:<7d", "due:2026-12-01..", "due:<=2026-11-20"],
  points: ["points:>=3", "points:1..3"],
};

/** Fields that the demo's tracker.yaml declares itself. */
export const ofCustomFields = ["severity:high", "effort:>=10", "effort:..10", "severity:none type:bug"];

export const ofConditions = {
  active: ["is:active"],
  merged: ["is:merged"],
  invalid: ["is:invalid"],
  untriaged: ["is:untriaged"],
  unassigned: ["is:unassigned"],
  duplicate: ["is:duplicate"],
  blocked: ["is:blocked"],
  overdue: ["is:overdue"],
  private: ["is:private"],
  stale: ["is:stale"],
  proposed: ["is:proposed"],
};

export const ofPossessions = {
  task: ["has:task", "-has:task"],
  comment: ["has:comment"],
  attachment: ["has:attachment"],
  patch: ["has:patch"],
  cve: ["has:cve"],
  milestone: ["has:milestone"],
};

export const ofText = [
  "migration",
  '"live migration"',
  "migrat*",
  '"boot from vol"*',
  "migration -destination",
  "MIGRATION",
];

export const ofStructure = [
  "status:active priority:critical",
  "priority:critical OR milestone:2027-1",
  "(tag:flaky OR tag:security) project:lantern/ci",
  "status:active -tag:cross-project NOT has:comment",
  "type:bug,feature assignee:none",
  'title-of-nothing OR tag:"live-migration"',
  "project:lantern/compute -assignee:bjorn",
];

/** Every order is shown on the first of these. */
export const ofOrders = [
  "milestone:2026-2",
  "sort:priority-desc sort:created-asc milestone:2026-2",
  "sort:relevance migration",
];

/** Wrong, each in its way: what is said of them stands on the page. */
export const wrong = [
  "stauts:active",
  "status:opne",
  "is:open",
  "created:soon",
  "created:2026-02-30",
  "sort:size",
  "points:many",
  "(tag:flaky",
  '"live migration',
  "tag:",
  "list:nothing",
  "-",
];

/** Nothing in the demo answers to these. */
export const mayFindNothing = ["is:private", "is:proposed", "points:>=3", "points:1..3"];
