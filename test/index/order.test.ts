// Every order and every page of it, held to sorting all of the answer the slow and obvious way.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { StoryRow } from "../../src/index/catalogue.ts";
import { queryContext } from "../../src/index/expand-query.ts";
import { openIndex } from "../../src/index/open-index.ts";
import { instantOf } from "../../src/model/instant.ts";
import { pathOf, shardOf } from "../../src/model/place.ts";
import { priorities, sortFields } from "../../src/model/query/fields.ts";
import { parseQuery } from "../../src/model/query/parse.ts";
import type { SortKey } from "../../src/model/query/query.ts";
import { compareBy } from "../../src/model/query/row.ts";
import { newFile } from "../../src/model/write-record.ts";
import { memoryFiles } from "../support/memory-files.ts";

const now = Date.parse("2026-06-01T12:00:00Z");
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const story = fc.record({
  // Alike for longer than the beginning that is compared first, and beyond ASCII.
  title: fc.constantFrom(
    ...["Slow", "Slow boot", "Slow boot of old", "Slow boot of older", "slow", "Élan", "Elan", "日本", "日"],
    ...["Start😀", "Start\uffee", "Slow booting😀", "Slow booting\uffee"],
  ),
  author: fc.constantFrom("alice", "bob", "carol"),
  type: maybe(fc.constantFrom("bug", "feature")),
  triage: maybe(fc.constantFrom("new", "confirmed", "rejected") as fc.Arbitrary<"new">),
  milestone: maybe(fc.constantFrom("m1", "m2", "m10")),
  due: maybe(fc.constantFrom("2026-05-01", "2026-07-01")),
  age: fc.integer({ min: 0, max: 20 }),
  tasks: fc.array(
    fc.record({
      project: fc.constantFrom("zoo", "acme/wheels", "acme/engine"),
      status: fc.constantFrom("todo", "merged", "invalid") as fc.Arbitrary<"todo">,
      priority: maybe(fc.constantFrom("critical", "low", "wishlist") as fc.Arbitrary<"low">),
    }),
    { maxLength: 3 },
  ),
});
const key = fc.record({ field: fc.constantFrom(...sortFields), descending: fc.boolean() });

function filesOf(stories: readonly (typeof story extends fc.Arbitrary<infer T> ? T : never)[]): Map<string, string> {
  const files = new Map([["tracker.yaml", "format: 1\nname: Acme\nvisibility: public\n"]]);
  for (const [index, { age, tasks, title, author, ...rest }] of stories.entries()) {
    const id = 10_000_000 + index * 1_001;
    const created = instantOf(new Date(now - age * 86_400_000));
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    files.set(pathOf({ kind: "story", id }), newFile("story", { title, author, created, ...given } as never, ""));
    for (const [nth, task] of tasks.entries()) {
      const taskId = 20_000_000 + nth * 1_000 + index * 100_000 + Number(shardOf(id));
      const data = Object.fromEntries(Object.entries(task).filter(([, value]) => value !== undefined));
      files.set(
        pathOf({ kind: "task", id: taskId, story: id }),
        newFile("task", { ...data, author, created } as never, ""),
      );
    }
  }
  return files;
}

const keyValues: Readonly<Record<string, (row: StoryRow) => string | number | null>> = {
  id: (row) => row.id,
  title: (row) => row.title,
  status: (row) => row.status,
  type: (row) => row.type,
  triage: (row) => row.triage,
  priority: (row) => (row.priority === null ? null : priorities.indexOf(row.priority)),
  project: (row) => row.projects[0] ?? null,
  author: (row) => row.author,
  milestone: (row) => row.milestone,
  created: (row) => Date.parse(row.created),
  updated: (row) => (row.updated === null ? null : Date.parse(row.updated)),
  closed: (row) => (row.closed === null ? null : Date.parse(row.closed)),
  due: (row) => (row.due === null ? null : Date.parse(row.due)),
};

function slowly(rows: readonly StoryRow[], keys: readonly SortKey[]): readonly number[] {
  const all = [...keys, { field: "updated", descending: true }, { field: "id", descending: true }];
  const compare = (a: StoryRow, b: StoryRow) => {
    for (const each of all) {
      const value = keyValues[each.field] as (row: StoryRow) => string | number | null;
      const order = compareBy(each, value(a), value(b));
      if (order !== 0) return order;
    }
    return 0;
  };
  return [...rows].sort(compare).map((row) => row.id);
}

test("any page of any order is that of the whole answer, sorted", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(story, { minLength: 1, maxLength: 40 }),
      fc.array(fc.array(key, { minLength: 1, maxLength: 3 }), { minLength: 8, maxLength: 8 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 30 }),
      async (stories, orders, limit, offset) => {
        const catalogue = await openIndex(
          {
            root: "/",
            repository: null,
            run: null,
            objects: null,
            commit: null,
            head: null,
            files: memoryFiles(filesOf(stories)),
            visibility: "public",
            proposals: [],
            branches: [],
            overlay: new Map(),
            settings: null,
          },
          { now },
        );
        const ids = stories.map((_, index) => 10_000_000 + index * 1_001);
        for (const keys of orders) {
          const text = keys.map(({ field, descending }) => `sort:${field}-${descending ? "desc" : "asc"}`).join(" ");
          const parsed = parseQuery(text, queryContext(catalogue, now));
          if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.message}`);
          const expected = slowly(catalogue.rows(ids), keys);
          const all = catalogue.stories(parsed.query, { limit: 1_000, offset: 0 });
          expect([text, all.rows.map((row) => row.id)]).toEqual([text, expected]);
          const page = catalogue.stories(parsed.query, { limit, offset });
          expect([text, page.rows.map((row) => row.id)]).toEqual([text, expected.slice(offset, offset + limit)]);
          expect(page.total).toBe(stories.length);
        }
        catalogue.close();
      },
    ),
    { numRuns: 60, seed: 5 },
  );
});
