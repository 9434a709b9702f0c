// Heads of stories: all of them in the order in which they were reported, and those that have one of some values.

import fc from "fast-check";
import { expect, test } from "vitest";
import { queryContext } from "../../src/index/expand-query.ts";
import { openIndex } from "../../src/index/open-index.ts";
import { priorities } from "../../src/model/query/fields.ts";
import { parseQuery } from "../../src/model/query/parse.ts";
import { memoryFiles } from "../support/memory-files.ts";
import { filesOf, now, opened, story } from "../support/random-tracker.ts";

test("all come by their times and, of one second, by their numbers; some, and tags, by what a query for their values finds", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(story, { minLength: 1, maxLength: 12 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 0, maxLength: 3 }),
      async (stories, ages) => {
        // Few times for many stories: some were reported in one second.
        const files = memoryFiles(filesOf(stories.map((each, at) => ({ ...each, age: ages[at % 3] ?? each.age }))));
        const catalogue = await openIndex(opened(files), { now });
        const idsOf = (text: string) => {
          const parsed = parseQuery(text, queryContext(catalogue, now));
          if (!parsed.ok) throw new Error(parsed.problem.message);
          return catalogue.stories(parsed.query, { offset: 0, limit: 1_000 }).rows;
        };
        const all = [...idsOf("")].sort((a, b) => Date.parse(a.created) - Date.parse(b.created) || a.id - b.id);
        const heads = catalogue.heads();
        expect([...heads.ids]).toEqual(all.map(({ id }) => id));
        const shown = all.map(({ id, status, created }) => [id, status, Date.parse(created)]);
        expect(heads.slice(0, heads.length).map(({ id, status, created }) => [id, status, created])).toEqual(shown);
        const ranks = heads.slice(0, heads.length).map(({ rank }) => (rank === null ? null : priorities[rank]));
        expect(ranks).toEqual(all.map(({ priority }) => priority));
        expect(heads.activeIn(1, 9)).toBe(shown.slice(1, 9).filter(([, status]) => status === "active").length);
        expect(heads.slice(1, 3)).toEqual(heads.slice(0, heads.length).slice(1, 3));
        const some = catalogue.headsWith([
          { field: "assignee", value: "alice" },
          { field: "author", value: "bob" },
        ]);
        expect(some.map(({ id }) => id).sort((a, b) => a - b)).toEqual(
          idsOf("assignee:alice OR author:bob")
            .map(({ id }) => id)
            .sort((a, b) => a - b),
        );
        expect(catalogue.headsWith([])).toEqual([]);
        for (const tag of ["slow", "docs", "ui"]) {
          const counted = catalogue.tagCounts().find((each) => each.tag === tag);
          const counts = [idsOf(`tag:${tag}`).length, idsOf(`tag:${tag} status:active`).length];
          expect([tag, counted?.stories ?? 0, counted?.active ?? 0]).toEqual([tag, ...counts]);
        }
        catalogue.close();
      },
    ),
    { numRuns: 25, seed: 7 },
  );
});
