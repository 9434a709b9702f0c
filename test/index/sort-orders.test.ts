// Every order that a query can ask for, held to a comparison of two at a time.

import fc from "fast-check";
import { expect, test } from "vitest";
import { queryContext } from "../../src/index/expand-query.ts";
import { openIndex } from "../../src/index/open-index.ts";
import { sortFields } from "../../src/model/query/fields.ts";
import { parseQuery } from "../../src/model/query/parse.ts";
import type { SortKey } from "../../src/model/query/query.ts";
import { compareBy, priorityRank } from "../../src/model/query/row.ts";
import type { Story, Task } from "../../src/model/record.ts";
import { isOpen, storyStatus } from "../../src/model/story-status.ts";
import { loadTracker, type Tracker } from "../../src/tracker/tracker.ts";
import { memoryFiles } from "../support/memory-files.ts";
import { filesOf, lastToldOf, now, opened, story } from "../support/random-tracker.ts";

type Value = string | number | null;

/** What a story, or a task with its story, is ordered by. A story's own: its most urgent, earliest, first. */
function judgedBy(field: string, of: Story, tasks: readonly Task[], task: Task | null): Value {
  const least = (values: readonly (Value | undefined)[]): Value =>
    values
      .filter((value) => value !== undefined && value !== null)
      .reduce<Value>((first, value) => (first === null || value < first ? value : first), null);
  const statuses = tasks.map((each) => each.data.status);
  const open = tasks.filter((each) => isOpen(each.data.status));
  const counted = task ? [task] : open.length > 0 ? open : tasks;
  const rows = task ? [task] : tasks;
  switch (field) {
    case "id":
      return task?.id ?? of.id;
    case "title":
      return of.data.title;
    case "status":
      return task?.data.status ?? storyStatus(statuses, of.data);
    case "type":
      return of.data.type ?? "bug";
    case "triage":
      return of.data.triage ?? "new";
    case "author":
      return of.data.author;
    case "priority":
      return least(counted.map((each) => priorityRank(each.data.priority)));
    case "project":
      return least(rows.map((each) => each.data.project));
    case "milestone":
      return task ? (task.data.milestone ?? of.data.milestone ?? null) : (of.data.milestone ?? null);
    case "due":
      return rows.length === 0 ? (of.data.due ?? null) : least(rows.map((each) => each.data.due ?? of.data.due));
    case "closed":
      return null;
    default:
      return Date.parse(of.data.created);
  }
}

function inOrder(tracker: Tracker, sort: readonly SortKey[], withTasks: boolean): number[] {
  const all = [...tracker.stories.values()].flatMap((of) => {
    const tasks = tracker.tasksOf(of.id);
    return (withTasks ? tasks : [null]).map((task) => ({
      of,
      task,
      value: (field: string) => (field === "updated" ? lastToldOf(tracker, of) : judgedBy(field, of, tasks, task)),
    }));
  });
  return all
    .sort((a, b) => {
      for (const key of sort) {
        const order = compareBy(key, a.value(key.field), b.value(key.field));
        if (order !== 0) return order;
      }
      const updated = lastToldOf(tracker, b.of) - lastToldOf(tracker, a.of);
      return updated || b.of.id - a.of.id || (a.task?.id ?? 0) - (b.task?.id ?? 0);
    })
    .map(({ of, task }) => task?.id ?? of.id);
}

const key = fc
  .tuple(fc.constantFrom(...sortFields), fc.constantFrom("", "-asc", "-desc"))
  .map(([field, direction]) => `sort:${field}${direction}`);

test("stories and tasks come in the order asked for, page by page", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(story, { minLength: 2, maxLength: 9 }),
      fc.array(key, { maxLength: 3 }),
      async (stories, more) => {
        const files = memoryFiles(filesOf(stories));
        const tracker = await loadTracker(files);
        const catalogue = await openIndex(opened(files), { now });
        const single = sortFields.flatMap((field) => [`sort:${field}-asc`, `sort:${field}-desc`]);
        for (const text of [...single, more.join(" ")]) {
          const parsed = parseQuery(text, queryContext(catalogue, now));
          if (!parsed.ok) throw new Error(parsed.problem.message);
          for (const withTasks of [false, true]) {
            const page = (offset: number, limit: number) =>
              (withTasks ? catalogue.tasks : catalogue.stories)(parsed.query, { offset, limit }).rows.map(
                ({ id }) => id,
              );
            const wanted = inOrder(tracker, parsed.query.sort, withTasks);
            expect([text, page(0, 1_000)]).toEqual([text, wanted]);
            // A page is picked in another way than all of them.
            expect([text, page(1, 2)]).toEqual([text, wanted.slice(1, 3)]);
          }
        }
        catalogue.close();
      },
    ),
    { numRuns: 25, seed: 7 },
  );
});

test("of many rows a page is the same, whatever they have no value of, and whichever priorities there are", async () => {
  const stories = fc.sample(story, { numRuns: 1_300, seed: 3 });
  const plain = filesOf(stories);
  const onlyLow = (text: string) =>
    text
      .replace(/^priority: (?:critical|high|medium)$/m, "priority: low")
      .replace(/^priority:$/m, "priority: wishlist");
  const few = new Map([...plain].map(([path, text]) => [path, onlyLow(text)]));
  const pairs = ["status", "project", "milestone", "type"].flatMap((field) =>
    ["-asc", "-desc"].map((direction) => [`sort:${field}`, `sort:priority${direction}`]),
  );
  const orders = [...pairs, ...fc.sample(fc.array(key, { minLength: 1, maxLength: 3 }), { numRuns: 50, seed: 4 })];
  for (const all of [plain, few]) {
    const files = memoryFiles(all);
    const tracker = await loadTracker(files);
    const catalogue = await openIndex(opened(files), { now });
    for (const text of orders.map((each) => each.join(" "))) {
      const parsed = parseQuery(text, queryContext(catalogue, now));
      if (!parsed.ok) throw new Error(parsed.problem.message);
      for (const withTasks of [false, true]) {
        const wanted = inOrder(tracker, parsed.query.sort, withTasks);
        expect(wanted.length).toBeGreaterThan(withTasks ? 500 : 1_024);
        for (const [offset, limit] of [
          [0, 7],
          [wanted.length >> 1, 5],
          [wanted.length - 60, 50],
        ] as const) {
          const { rows } = (withTasks ? catalogue.tasks : catalogue.stories)(parsed.query, { offset, limit });
          expect([text, offset, rows.map(({ id }) => id)]).toEqual([
            text,
            offset,
            wanted.slice(offset, offset + limit),
          ]);
        }
      }
    }
    catalogue.close();
  }
});
