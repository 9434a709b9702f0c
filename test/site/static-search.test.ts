// The search of a site without a server judges what it loads as the index does: on random trackers, of the files that are served.

import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StoryDetail, StoryRow } from "../../src/index/catalogue.ts";
import { queryContext } from "../../src/index/expand-query.ts";
import { openIndex } from "../../src/index/open-index.ts";
import { sortFields } from "../../src/model/query/fields.ts";
import { parseQuery } from "../../src/model/query/parse.ts";
import { facetOf, judge, readQuery, unanswerable } from "../../src/site/browser/judge.ts";
import { shownRow } from "../../src/site/browser/shown-row.ts";
import { loadedBlock } from "../../src/site/browser/text-search.ts";
import { facetFields, shownValues } from "../../src/site/search/facets.ts";
import { searchFile } from "../../src/site/search/search-files.ts";
import { type BlockKind, rowsKey, searchIndexKey, wordsKey } from "../../src/site/search/search-row.ts";
import { type Site, siteForReader } from "../../src/site/site.ts";
import { templatesIn } from "../../src/site/templates.ts";
import { facetIn } from "../../src/site/views/lookups.ts";
import { projectRoot } from "../support/folder.ts";
import { memoryFiles } from "../support/memory-files.ts";
import { filesOf, now, opened, query, story } from "../support/random-tracker.ts";

const templates = templatesIn(join(projectRoot, "templates", "site"));

/** Everything that the worker in the browser would load. */
function loaded(site: Site) {
  const read = (file: string) => JSON.parse(searchFile(site, file) ?? "null");
  const index = read(searchIndexKey);
  const blocks = (["open", "closed"] as BlockKind[]).flatMap((kind) => {
    const rows = read(rowsKey(0, kind));
    if (rows === null) return [];
    const words = Array.from({ length: rows.shards }, (_, shard) => [shard, read(wordsKey(0, shard))] as const);
    return [loadedBlock(rows, new Map(words))];
  });
  return { index, blocks };
}

async function both(stories: Parameters<typeof filesOf>[0], look: (site: Site) => void) {
  const catalogue = await openIndex(opened(memoryFiles(filesOf(stories))), { now });
  look(siteForReader({ catalogue, now, templates }));
  catalogue.close();
}

/** The stories that both find, each in its own order; null for what a site without a server does not answer. */
function answers(site: Site, { index, blocks }: ReturnType<typeof loaded>, text: string) {
  const here = readQuery(text, index, now);
  const there = parseQuery(text, queryContext(site.catalogue, now));
  if ("problem" in here || !there.ok) throw new Error(text);
  if (unanswerable(here.query.where) !== null) return null;
  const found = judge(here.query, blocks, index).map(([id]) => id);
  const { rows } = site.catalogue.stories(there.query, { limit: 100, offset: 0 });
  return { found, known: rows.map(({ id }) => id) };
}

/** Both find the same stories, in whatever order. */
function finds(site: Site, files: ReturnType<typeof loaded>, texts: readonly string[]): void {
  for (const text of texts) {
    const answer = answers(site, files, text);
    if (answer) expect([text, answer.found.sort()]).toEqual([text, answer.known.sort()]);
  }
}

describe("a static site finds what the index finds", () => {
  test("for every query", async () => {
    const queries = fc.array(query, { minLength: 8, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(story, { minLength: 1, maxLength: 6 }), queries, (stories, texts) =>
        both(stories, (site) => finds(site, loaded(site), texts)),
      ),
      { numRuns: 60, seed: 5 },
    );
  });

  test("where words are in several files", async () => {
    const queries = fc.array(query, { minLength: 30, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fc.array(story, { minLength: 33, maxLength: 40 }), queries, (stories, texts) =>
        both(stories, (site) => {
          const files = loaded(site);
          expect(files.blocks[0]?.shards).toBe(4);
          finds(site, files, texts);
        }),
      ),
      { numRuns: 5, seed: 9 },
    );
  });

  test("in the same order of how well they fit", async () => {
    const asked = fc.array(fc.constantFrom(...["migration", "time", "Zeit", "grüße", "tim*", "42", "out"]), {
      minLength: 1,
      maxLength: 3,
    });
    const queries = fc.array(
      fc.tuple(asked, fc.constantFrom(" ", " OR ")).map(([words, between]) => words.join(between)),
      { minLength: 12, maxLength: 12 },
    );
    const long = fc.tuple(story, fc.array(fc.constantFrom("time ", "migration ", "plain words "), { maxLength: 90 }));
    await fc.assert(
      fc.asyncProperty(fc.array(long, { minLength: 5, maxLength: 8 }), queries, (made, texts) =>
        both(
          made.map(([each, more]) => ({ ...each, body: `${each.body} ${more.join("")}` })),
          (site) => {
            const files = loaded(site);
            for (const text of texts) {
              const answer = answers(site, files, text);
              expect([text, answer?.found]).toEqual([text, answer?.known]);
            }
          },
        ),
      ),
      { numRuns: 60, seed: 8 },
    );
  });

  test("with as many stories for each value of what narrows it down", async () => {
    const queries = fc.array(query, { minLength: 8, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(story, { minLength: 1, maxLength: 6 }), queries, (stories, texts) =>
        both(stories, (site) => {
          const { index, blocks } = loaded(site);
          for (const text of texts) {
            const here = readQuery(text, index, now);
            if ("problem" in here || unanswerable(here.query.where) !== null) continue;
            const valuesOf = facetOf(here.query, blocks, index);
            for (const field of facetFields)
              expect([text, field, valuesOf(field).slice(0, shownValues)]).toEqual([
                text,
                field,
                facetIn(site, here.query, field),
              ]);
          }
        }),
      ),
      { numRuns: 60, seed: 6 },
    );
  });

  test("in the same order", async () => {
    const key = fc.tuple(fc.constantFrom(...sortFields), fc.constantFrom("", "-asc", "-desc"));
    const order = fc.array(key, { maxLength: 2 }).map((keys) => keys.map((each) => `sort:${each.join("")}`).join(" "));
    const orders = fc.array(order, { minLength: 12, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(story, { minLength: 5, maxLength: 8 }), orders, (stories, texts) =>
        both(stories, (site) => {
          const files = loaded(site);
          // Without words nothing fits better than anything else.
          for (const text of [...texts, "sort:relevance"]) {
            const answer = answers(site, files, text);
            expect([text, answer?.found]).toEqual([text, answer?.known]);
          }
        }),
      ),
      { numRuns: 40, seed: 6 },
    );
  });
});

test("a row shows what the row of every other page shows", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(story, { minLength: 1, maxLength: 6 }), (stories) =>
      both(stories, (site) => {
        for (const row of loaded(site).blocks.flatMap((block) => block.rows)) {
          const [there] = site.catalogue.rows([row[0]]);
          const { title, tags, projects, assignees, comments } = there as StoryRow;
          const who = { who: assignees, time: there?.updated ?? "" };
          const shown = shownRow(row, false);
          expect(shown).toEqual({
            ...{ id: row[0], title, tags, projects, comments, ...who },
            status: there?.untriaged ? "untriaged" : there?.status,
            priority: there?.priority ?? "",
            nextDue: there?.nextDue ?? "",
          });
          expect(shownRow(row, true)).toEqual({ ...shown, who: [there?.author], time: there?.created });
          // Nothing is due of what is closed; else the earliest day of what is open.
          const { tasks, story: own } = site.catalogue.story(row[0]) as StoryDetail;
          const open = tasks.filter(({ data }) => data.status !== "merged" && data.status !== "invalid");
          const days = (open.length > 0 ? open : [null]).map((task) => task?.data.due ?? own.data.due ?? "9999");
          const earliest = there?.status === "active" ? days.sort()[0] : "9999";
          expect(there?.nextDue ?? "9999").toBe(earliest);
        }
      }),
    ),
    { numRuns: 60, seed: 11 },
  );
});

test("what only a server knows is said, not answered wrongly", async () => {
  await both([], (site) => {
    const { index } = loaded(site);
    for (const [text, said] of [
      ["is:blocked", "is:blocked"],
      ["tag:x -watcher:alice", "watcher:"],
      ["status:active (is:proposed OR tag:x)", "is:proposed"],
      ["status:active", null],
    ] as const) {
      const read = readQuery(text, index, now);
      expect("query" in read ? unanswerable(read.query.where) : read.problem).toBe(said);
    }
  });
});
