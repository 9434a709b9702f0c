// The index answers queries from columns of numbers; here it is held to the slow and obvious way, on random trackers and random queries.

import fc from "fast-check";
import { expect, test } from "vitest";
import { queryContext } from "../../src/index/expand-query.ts";
import { openIndex } from "../../src/index/open-index.ts";
import { instantOf } from "../../src/model/instant.ts";
import { pathOf, shardOf } from "../../src/model/place.ts";
import { parseQuery } from "../../src/model/query/parse.ts";
import { matches, type QueryRow } from "../../src/model/query/row.ts";
import { isOpen, isUntriaged, storyStatus } from "../../src/model/story-status.ts";
import { newFile } from "../../src/model/write-record.ts";
import { loadTracker, type Tracker } from "../../src/tracker/tracker.ts";
import { memoryFiles } from "../support/memory-files.ts";

const now = Date.parse("2026-06-01T12:00:00Z");
const day = 86_400_000;
const people = ["alice", "bob", "carol"];
const projects = ["acme/engine", "acme/wheels", "zoo"];
const words = ["migration", "Grüße", "time", "out", "Zeit", "tim", "日本", "42"];

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
  waits: maybe(fc.nat(5)),
});
const story = fc.record({
  title: prose,
  body: prose,
  author: fc.constantFrom(...people),
  type: maybe(fc.constantFrom("bug", "feature")),
  triage: maybe(fc.constantFrom("new", "confirmed", "rejected")) as fc.Arbitrary<"new" | undefined>,
  age: fc.integer({ min: 0, max: 400 }),
  tags: fc.uniqueArray(fc.constantFrom("slow", "docs", "ui"), { maxLength: 2 }),
  milestone: maybe(fc.constantFrom("m1", "m2")),
  due: maybe(dayOf),
  duplicate: maybe(fc.nat(5)),
  waits: maybe(fc.nat(5)),
  tasks: fc.array(task, { maxLength: 3 }),
  comments: fc.array(fc.record({ author: fc.constantFrom(...people), body: prose }), { maxLength: 2 }),
  affects: fc.uniqueArray(fc.constantFrom(...people), { maxLength: 2 }),
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
    "migration",
    "grusse",
    '"time out"',
    "tim*",
    "日本",
    "42",
  ],
);
const query = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    term,
    term.map((each) => `-${each}`),
    fc.tuple(tie("expression"), tie("expression")).map(([a, b]) => `${a} ${b}`),
    fc.tuple(tie("expression"), tie("expression")).map(([a, b]) => `(${a} OR ${b})`),
    tie("expression").map((each) => `-(${each})`),
  ),
})).expression;

function filesOf(stories: readonly (typeof story extends fc.Arbitrary<infer T> ? T : never)[]): Map<string, string> {
  const ids = stories.map((_, index) => 10_000_000 + index * 1_001);
  const idAt = (index: number | undefined) => (index === undefined ? undefined : ids[index % ids.length]);
  const files = new Map<string, string>([
    ["tracker.yaml", "format: 1\nname: Acme\nvisibility: public\n"],
    ["groups/all.md", newFile("group", { title: "All", projects: ["acme/engine"] }, "")],
    ["projects/acme/wheels.md", newFile("project", { team: "core", groups: ["all"] }, "")],
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
    files.set(pathOf({ kind: "story", id }), newFile("story", { ...data, ...more }, each.body));
    for (const [nth, { waits: taskWaits, ...rest }] of each.tasks.entries()) {
      const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as typeof rest;
      const on = idAt(taskWaits);
      const taskId = 20_000_000 + nth * 1_000 + index * 100_000 + Number(shardOf(id));
      const taskData = { ...given, author, created, ...(on && on !== id ? { depends_on: [on] } : {}) };
      files.set(pathOf({ kind: "task", id: taskId, story: id }), newFile("task", taskData as never, ""));
    }
    for (const [nth, comment] of each.comments.entries()) {
      files.set(
        pathOf({ kind: "comment", story: id, name: `20260101T00000${nth}Z-abcd` }),
        newFile("comment", { author: comment.author }, comment.body),
      );
    }
    for (const name of each.affects)
      files.set(pathOf({ kind: "affects", story: id, name }), newFile("affects", { created }, ""));
  }
  return files;
}

function rowsOf(tracker: Tracker): QueryRow[] {
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
        branch: single(one?.data.branch),
        depends_on: waits.map(String),
        duplicate_of: single(each.data.duplicate_of),
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
      const times: Record<string, number | undefined> = {
        created: Date.parse(each.data.created),
        updated: Date.parse(each.data.created),
        due: due === undefined ? undefined : Date.parse(`${due}T00:00:00Z`),
      };
      return {
        story: each.id,
        task: one?.id ?? null,
        values: (field) => values[field] ?? [],
        time: (field) => times[field] ?? null,
        number: (field) => (field === "points" ? (one?.data.points ?? null) : null),
        facts,
        texts: [
          each.data.title,
          each.body,
          ...tasks.map((of) => of.data.title ?? ""),
          ...comments.map((comment) => comment.body),
        ],
      };
    });
  });
}

test("the index and the slow way agree on every query", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(story, { minLength: 1, maxLength: 6 }),
      fc.array(query, { minLength: 8, maxLength: 8 }),
      async (stories, queries) => {
        const files = memoryFiles(filesOf(stories));
        const tracker = await loadTracker(files);
        expect(tracker.diagnostics).toEqual([]);
        const open = {
          root: "/",
          repository: null,
          run: null,
          objects: null,
          commit: null,
          head: null,
          files,
          visibility: "public" as const,
          proposals: [],
          overlay: new Map(),
          settings: null,
        };
        const catalogue = await openIndex(open, { now });
        const rows = rowsOf(tracker);
        for (const text of queries) {
          const parsed = parseQuery(text, queryContext(catalogue, now));
          if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.message}`);
          const hits = rows.filter((row) => matches(parsed.query.where, row, now));
          const page = { limit: 1_000, offset: 0 };
          const found = catalogue.stories(parsed.query, page);
          expect([text, found.rows.map((row) => row.id).sort()]).toEqual([
            text,
            [...new Set(hits.map((row) => row.story))].sort(),
          ]);
          expect(found.total).toBe(found.rows.length);
          const tasks = catalogue.tasks(parsed.query, page);
          expect([text, tasks.rows.map((row) => row.id).sort()]).toEqual([
            text,
            hits.flatMap((row) => row.task ?? []).sort(),
          ]);
        }
        catalogue.close();
      },
    ),
    { numRuns: 120, seed: 17 },
  );
});
