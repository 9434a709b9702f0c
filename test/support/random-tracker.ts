// Trackers and queries made at random, and the rows that a tracker has, told the slow and obvious way.

import fc from "fast-check";
import { instantOf } from "../../src/model/instant.ts";
import { pathOf, shardOf } from "../../src/model/place.ts";
import type { QueryRow } from "../../src/model/query/row.ts";
import type { Story } from "../../src/model/record.ts";
import { isOpen, isUntriaged, storyStatus } from "../../src/model/story-status.ts";
import { newFile } from "../../src/model/write-record.ts";
import type { OpenTracker } from "../../src/tracker/open.ts";
import type { Tracker } from "../../src/tracker/tracker.ts";
import type { TreeFiles } from "../../src/tracker/tree-files.ts";

export const now = Date.parse("2026-06-01T12:00:00Z");
const day = 86_400_000;
const people = ["alice", "bob", "carol"];
// One of them is called as what every object has.
const projects = ["acme/engine", "acme/wheels", "constructor"];
const words = ["migration", "Grüße", "time", "out", "Zeit", "tim", "日本", "42"];

const config = `format: 1
name: Acme
visibility: public
fields:
  severity: {on: [story], schema: {type: string, enum: [low, high]}}
  effort: {on: [story], schema: {type: integer}}
  seen: {on: [story], schema: {type: string, format: day}}
  places: {on: [story], schema: {type: array, items: {type: string}}}
  area: {on: [task], schema: {type: string}}
  hours: {on: [story, task], schema: {type: integer}}
  sizes: {on: [story], schema: {type: array, items: {type: integer}}}
`;

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const dayOf = fc.integer({ min: -40, max: 40 }).map((days) => instantOf(new Date(now + days * day)).slice(0, 10));
const prose = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(" "));
const task = fc.record({
  project: fc.constantFrom(...projects),
  status: fc.constantFrom("todo", "inprogress", "review", "merged", "invalid") as fc.Arbitrary<"todo">,
  assignee: maybe(fc.constantFrom(...people)),
  priority: maybe(fc.constantFrom("critical", "high", "medium", "low")) as fc.Arbitrary<"high" | undefined>,
  milestone: maybe(fc.constantFrom("m1", "m2")),
  branch: maybe(fc.constantFrom("main", "stable")),
  due: maybe(dayOf),
  points: maybe(fc.integer({ min: 0, max: 5 })),
  title: maybe(prose),
  body: fc.oneof(fc.constant(""), prose),
  reason: maybe(fc.constantFrom("wontfix", "duplicate")),
  aliases: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 1 }),
  area: maybe(fc.constantFrom("front", "back", "frontier")),
  hours: maybe(fc.integer({ min: -3, max: 30 })),
  waits: maybe(fc.nat(5)),
});
/** A story with all that lies in its folder. */
export const story = fc.record({
  title: prose,
  body: prose,
  author: fc.constantFrom(...people),
  type: maybe(fc.constantFrom("bug", "feature")),
  triage: maybe(fc.constantFrom("new", "confirmed", "rejected")) as fc.Arbitrary<"new" | undefined>,
  age: fc.integer({ min: 0, max: 400 }),
  // One of them ends as the file of a page does.
  tags: fc.uniqueArray(fc.constantFrom("slow", "docs", "ui", "slow.json"), { maxLength: 2 }),
  milestone: maybe(fc.constantFrom("m1", "m2")),
  due: maybe(dayOf),
  duplicate: maybe(fc.nat(5)),
  waits: maybe(fc.nat(5)),
  tasks: fc.array(task, { maxLength: 3 }),
  comments: fc.array(fc.record({ author: fc.constantFrom(...people), body: prose, hidden: fc.boolean() }), {
    maxLength: 2,
  }),
  affects: fc.uniqueArray(fc.constantFrom(...people), { maxLength: 2 }),
  aliases: fc.uniqueArray(fc.integer({ min: 41, max: 80 }), { maxLength: 2 }),
  cve: fc.uniqueArray(fc.constantFrom("CVE-2026-0001", "CVE-2026-0002"), { maxLength: 1 }),
  attachment: maybe(fc.boolean()),
  severity: maybe(fc.constantFrom("low", "high")),
  effort: maybe(fc.integer({ min: 0, max: 20 })),
  hours: maybe(fc.integer({ min: -3, max: 30 })),
  sizes: fc.option(fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 3 }), { nil: undefined }),
  seen: maybe(dayOf),
  places: fc.uniqueArray(fc.constantFrom("north", "south", "northwest"), { maxLength: 2 }),
});

const term = fc.constantFrom(
  ...[
    "status:active",
    "status:merged",
    "task:todo",
    "task:review,merged",
    "triage:new",
    "type:bug",
    "project:acme/engine",
    "project:acme/*",
  ],
  ...[
    "assignee:alice",
    "assignee:none",
    "author:bob",
    "commenter:carol",
    "affects:alice",
    "affects:none",
    "tag:slow",
    "tag:none",
    "tag:d*",
  ],
  ...[
    "priority:high",
    "priority:none",
    "milestone:m1",
    "milestone:none",
    "branch:stable",
    "branch:none",
    "branch:s*",
    "points:>=2",
    "points:1..3",
    "points:none",
  ],
  ...[
    "created:<90d",
    "created:>2026-01-01",
    "created:2025-12-01..2026-03-31",
    "due:<7d",
    "due:>7d",
    "due:none",
    "due:2026-06-01",
    "updated:<30d",
    "created:30d..90d",
    "created:90d..30d",
    "created:..90d",
    "created:90d..",
    "created:>90d",
    "created:<=90d",
    "due:3d..20d",
  ],
  ...[
    "is:active",
    "is:untriaged",
    "is:unassigned",
    "is:duplicate",
    "is:blocked",
    "is:overdue",
    "is:stale",
    "is:merged",
    "group:all",
    "team:core",
  ],
  ...[
    "has:task",
    "has:comment",
    "has:milestone",
    "duplicate_of:none",
    "depends_on:none",
    ...["alias:none", "alias:launchpad:*", "alias:launchpad:42", "cve:none", "cve:CVE-2026-0001", "reason:wontfix"],
    ...[
      "reason:none",
      "has:attachment",
      "has:patch",
      "has:cve",
      "is:invalid",
      "is:private",
      "id:10000000",
      "id:10001001",
      "id:20000000",
      "id:20001000",
    ],
    ...["closed:none", "closed:<90d", "list:chosen", "list:asked", "board:all", "watcher:alice", "depends_on:10000000"],
    ...["severity:high", "severity:none", "effort:>=7", "effort:..3", "effort:none", "seen:<20d", "seen:none"],
    ...[
      "area:front",
      "area:front*",
      "area:none",
      "hours:<0",
      "hours:2..12",
      "hours:none",
      "places:north*",
      "places:south",
      "sizes:4",
      "sizes:>8",
      "sizes:2..5",
      "sizes:none",
    ],
    ...[
      '"zeit tim"',
      '"out mig"*',
      "zzz",
      "group:none",
      "team:none",
      "task:none",
      "project:none",
      "duplicate_of:10001001",
    ],
    "migration",
    "grusse",
    '"time out"',
    "tim*",
    "日本",
    "42",
  ],
);
/** Any query, of any depth. */
export const query = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    term,
    term.map((each) => `-${each}`),
    fc.tuple(tie("expression"), tie("expression")).map(([a, b]) => `${a} ${b}`),
    fc.tuple(tie("expression"), tie("expression")).map(([a, b]) => `(${a} OR ${b})`),
    tie("expression").map((each) => `-(${each})`),
  ),
})).expression;

/** The files of a tracker that holds these stories. */
export function filesOf(
  stories: readonly (typeof story extends fc.Arbitrary<infer T> ? T : never)[],
): Map<string, string> {
  const ids = stories.map((_, index) => 10_000_000 + index * 1_001);
  const idAt = (index: number | undefined) => (index === undefined ? undefined : ids[index % ids.length]);
  const files = new Map<string, string>([
    ["tracker.yaml", config],
    [
      "people/alice.md",
      newFile("person", { name: "Alice", watch: [{ query: "tag:slow" }, { query: "is:blocked" }] }, ""),
    ],
    ["people/bob.md", newFile("person", { name: "Bob" }, "")],
    ["people/carol.md", newFile("person", { name: "Carol" }, "")],
    [
      "lists/chosen.md",
      newFile("list", { title: "Chosen", items: [ids[0] as number, ...(ids[2] ? [ids[2]] : [])] }, ""),
    ],
    ["lists/asked.md", newFile("list", { title: "Asked", query: "priority:high OR tim*" }, "")],
    [
      "boards/all.md",
      newFile(
        "board",
        {
          title: "All",
          lanes: [
            { title: "A", list: "chosen" },
            { title: "B", query: "task:review" },
          ],
        },
        "",
      ),
    ],
    ["groups/all.md", newFile("group", { title: "All", projects: ["acme/engine"] }, "")],
    ["projects/acme/wheels.md", newFile("project", { team: "core", groups: ["all"], default_branch: "stable" }, "")],
    ["projects/constructor.md", newFile("project", { groups: ["all"], default_branch: "main" }, "")],
  ]);
  for (const [index, each] of stories.entries()) {
    const id = ids[index] as number;
    const created = instantOf(new Date(now - each.age * day));
    const waits = idAt(each.waits);
    const duplicate = idAt(each.duplicate);
    const { title, author, type, triage, tags, milestone, due } = each;
    const data = {
      title,
      author,
      created,
      tags,
      ...(type ? { type } : {}),
      ...(triage ? { triage } : {}),
      ...(milestone ? { milestone } : {}),
    };
    const more = {
      ...(due ? { due } : {}),
      ...(waits && waits !== id ? { depends_on: [waits] } : {}),
      ...(duplicate && duplicate !== id ? { duplicate_of: duplicate } : {}),
    };
    const { severity, effort, seen, places, attachment, sizes } = each;
    const found = {
      aliases: each.aliases.map((number) => `launchpad:${number}`),
      cve: each.cve,
      ...(attachment === undefined ? {} : { attachments: [{ file: "a.txt", ...(attachment ? { patch: true } : {}) }] }),
    };
    const text = newFile("story", { ...data, ...more, ...found }, each.body);
    files.set(
      pathOf({ kind: "story", id }),
      withKeys(text, { severity, effort, seen, places, hours: each.hours, sizes }),
    );
    if (attachment !== undefined) files.set(pathOf({ kind: "attachment", story: id, name: "a.txt" }), "text\n");
    for (const [nth, { waits: taskWaits, body, aliases, area, hours, ...rest }] of each.tasks.entries()) {
      const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as typeof rest;
      const on = idAt(taskWaits);
      const taskId = 20_000_000 + nth * 1_000 + index * 100_000 + Number(shardOf(id));
      const named = { aliases: aliases.map((number) => `launchpad:${number}`) };
      const taskData = { ...given, ...named, author, created, ...(on && on !== id ? { depends_on: [on] } : {}) };
      const written = newFile("task", taskData as never, body);
      files.set(pathOf({ kind: "task", id: taskId, story: id }), withKeys(written, { area, hours }));
    }
    for (const [nth, comment] of each.comments.entries()) {
      files.set(
        pathOf({ kind: "comment", story: id, name: `20260101T00000${nth}Z-abcd` }),
        newFile(
          "comment",
          {
            author: comment.author,
            ...(comment.hidden ? { hidden: true } : {}),
            // Somebody forgot to add it.
            ...(nth === 1 ? { attachments: [{ file: "gone.txt" }] } : {}),
          },
          comment.body,
        ),
      );
    }
    for (const name of each.affects)
      files.set(pathOf({ kind: "affects", story: id, name }), newFile("affects", { created }, ""));
  }
  return files;
}

/** A file with keys of the tracker's own behind the others. */
function withKeys(
  text: string,
  values: Readonly<Record<string, string | number | readonly (string | number)[] | undefined>>,
): string {
  const lines = Object.entries(values).map(([key, value]) => {
    if (value === undefined) return "";
    return typeof value === "object" ? `${key}: [${value.join(", ")}]\n` : `${key}: ${value}\n`;
  });
  return text.replace(/\n---\n/, `\n${lines.join("")}---\n`);
}

/** A tracker that is these files, and has no repository. */
export function opened(files: TreeFiles): OpenTracker {
  const none = { repository: null, run: null, objects: null, commit: null, head: null, settings: null };
  return { root: "/", files, ...none, visibility: "public", proposals: [], branches: [], overlay: new Map() };
}

/** The last that the files of a story tell of: of what there is no history of, or has none of its own, it is all there is to know. */
export function lastToldOf(tracker: Tracker, story: Story): number {
  const comments = tracker.commentsOf(story.id).map(({ name }) => {
    const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(name) ?? [];
    return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  });
  const created = [story, ...tracker.tasksOf(story.id)].map(({ data }) => Date.parse(data.created));
  return Math.max(...created, ...comments);
}

/** A row a task, a row for a story without. Without history a story was never closed. */
export function rowsOf(tracker: Tracker): QueryRow[] {
  const groupsOf = (project: string) => [
    ...(tracker.named("project", project)?.data.groups ?? []),
    ...tracker
      .allNamed("group")
      .filter((group) => group.data.projects?.includes(project))
      .map((group) => group.name),
  ];
  const statusOf = (id: number) => {
    const found = tracker.stories.get(id);
    return (
      found &&
      storyStatus(
        tracker.tasksOf(id).map((each) => each.data.status),
        found.data,
      )
    );
  };
  return [...tracker.stories.values()].flatMap((each) => {
    const tasks = tracker.tasksOf(each.id);
    const comments = tracker.commentsOf(each.id);
    const statuses = tasks.map((one) => one.data.status);
    return (tasks.length > 0 ? tasks : [null]).map((one): QueryRow => {
      const own = each.data as unknown as Readonly<Record<string, unknown>>;
      const ofTask = (one?.data ?? {}) as Readonly<Record<string, unknown>>;
      const waits = [...(each.data.depends_on ?? []), ...(one?.data.depends_on ?? [])];
      const milestone = one?.data.milestone ?? each.data.milestone;
      const due = one?.data.due ?? each.data.due;
      const single = (value: unknown) => (value === undefined ? [] : [String(value)]);
      const values: Record<string, readonly string[]> = {
        id: [String(each.id), ...single(one?.id)],
        status: single(statusOf(each.id)),
        task: single(one?.data.status),
        triage: [each.data.triage ?? "new"],
        type: [each.data.type ?? "bug"],
        project: single(one?.data.project),
        group: one ? groupsOf(one.data.project) : [],
        team: one ? single(tracker.named("project", one.data.project)?.data.team) : [],
        assignee: single(one?.data.assignee),
        author: [each.data.author],
        commenter: comments.map((comment) => comment.data.author),
        affects: tracker.affectsOf(each.id).map((person) => person.name),
        tag: each.data.tags ?? [],
        priority: one ? [one.data.priority ?? "medium"] : [],
        milestone: single(milestone),
        branch: one ? single(one.data.branch ?? tracker.named("project", one.data.project)?.data.default_branch) : [],
        depends_on: waits.map(String),
        duplicate_of: single(each.data.duplicate_of),
        alias: [...(each.data.aliases ?? []), ...(one?.data.aliases ?? [])],
        cve: each.data.cve ?? [],
        reason: single(one?.data.reason),
        severity: single(own.severity),
        places: (own.places as string[] | undefined) ?? [],
        area: single(ofTask.area),
      };
      const facts = new Set<string>();
      if (isUntriaged(statuses, each.data)) facts.add("untriaged");
      if (
        waits.some(
          (id) =>
            statusOf(id) === "active" ||
            (tracker.tasks.get(id) && isOpen(tracker.tasks.get(id)?.data.status as "todo")),
        )
      )
        facts.add("blocked");
      if (one) facts.add("has:task");
      if (comments.length > 0) facts.add("has:comment");
      if (milestone) facts.add("has:milestone");
      if (each.data.cve?.length) facts.add("has:cve");
      // What lies there is attached, named or not.
      if (tracker.attachmentsOf(each.id).length > 0) facts.add("has:attachment");
      if (each.data.attachments?.some((file) => file.patch)) facts.add("has:patch");
      const known = (time: number | null | undefined) => (time === null || time === undefined ? [] : [time]);
      const startOf = (text: unknown) => (text === undefined ? [] : [Date.parse(`${text}T00:00:00Z`)]);
      const times: Record<string, readonly number[]> = {
        created: [Date.parse(each.data.created)],
        updated: known(lastToldOf(tracker, each)),
        due: startOf(due),
        seen: startOf(own.seen),
      };
      return {
        story: each.id,
        task: one?.id ?? null,
        values: (field) => values[field] ?? [],
        times: (field) => times[field] ?? [],
        numbers: (field) => {
          const numbers: Record<string, readonly unknown[]> = {
            points: [one?.data.points],
            effort: [own.effort],
            hours: [own.hours, ofTask.hours],
            sizes: (own.sizes as number[] | undefined) ?? [],
          };
          return (numbers[field] ?? []).filter((value) => typeof value === "number");
        },
        facts,
        texts: [
          each.data.title,
          each.body,
          ...tasks.flatMap((of) => [of.data.title ?? "", of.body]),
          ...comments.filter((comment) => !comment.data.hidden).map((comment) => comment.body),
        ],
      };
    });
  });
}
