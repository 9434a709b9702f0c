// The index answers queries from columns of numbers; here it is held to the slow and obvious way, on random trackers and random queries.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Catalogue } from "../../src/index/catalogue.ts";
import { queryContext } from "../../src/index/expand-query.ts";
import { openIndex } from "../../src/index/open-index.ts";
import { parseQuery } from "../../src/model/query/parse.ts";
import { everything } from "../../src/model/query/query.ts";
import { matches, type QueryRow } from "../../src/model/query/row.ts";
import { loadTracker } from "../../src/tracker/tracker.ts";
import { memoryFiles } from "../support/memory-files.ts";
import { filesOf, now, opened, query, rowsOf, story } from "../support/random-tracker.ts";

/** How many tasks have each value, and how many none. */
function counted(catalogue: Catalogue, field: string): ReadonlyMap<string | null, number> {
  return new Map(catalogue.countBy(everything(now), field, "task").map(({ value, count }) => [value, count]));
}

function countedSlowly(rows: readonly QueryRow[], field: string): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const row of rows.filter(({ task }) => task !== null)) {
    const values = new Set(row.values(field));
    for (const value of values.size > 0 ? values : [null]) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
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
        const catalogue = await openIndex(opened(files), { now });
        const rows = rowsOf(tracker);
        for (const field of ["project", "branch", "group", "team", "tag"])
          expect([field, counted(catalogue, field)]).toEqual([field, countedSlowly(rows, field)]);
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
