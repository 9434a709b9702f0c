// Full text: what is found, what comes first, and what is shown of it.

import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { Catalogue } from "../../src/index/catalogue.ts";
import { queryContext } from "../../src/index/expand-query.ts";
import { openIndex } from "../../src/index/open-index.ts";
import { charactersIn, textsOf, wordsOf } from "../../src/index/summary.ts";
import { parseQuery } from "../../src/model/query/parse.ts";
import { matches } from "../../src/model/query/row.ts";
import { tokens } from "../../src/model/query/tokens.ts";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { openTracker } from "../../src/tracker/open.ts";
import { loadTracker } from "../../src/tracker/tracker.ts";
import { commit, newRepository, writeFiles } from "../support/folder.ts";
import { memoryFiles } from "../support/memory-files.ts";
import { filesOf, now, opened, query, rowsOf, story } from "../support/random-tracker.ts";

interface Texts {
  readonly title: string;
  readonly body?: string;
  readonly task?: string;
  readonly comments?: readonly string[];
  readonly hidden?: string;
}

/** Stories 10000001, 10000002, … with these texts, each a day younger than the one before. */
async function tracker(stories: readonly Texts[]): Promise<Catalogue> {
  const files = new Map([["tracker.yaml", "format: 1\nname: Acme\nvisibility: public\n"]]);
  for (const [index, { title, body = "", task, comments = [], hidden }] of stories.entries()) {
    const folder = `stories/${String(index + 1).padStart(3, "0")}/1000000${index + 1}`;
    const created = `created: 2026-03-${String(10 + index)}T00:00:00Z`;
    files.set(`${folder}/story.md`, `---\ntitle: ${JSON.stringify(title)}\nauthor: alice\n${created}\n---\n${body}\n`);
    if (task !== undefined)
      files.set(
        `${folder}/tasks/20000${String(index + 1).padStart(3, "0")}.md`,
        `---\nproject: acme/engine\nstatus: todo\nauthor: alice\n${created}\n---\n${task}\n`,
      );
    for (const [nth, text] of comments.entries())
      files.set(`${folder}/comments/20260401T00000${nth}Z-abcd.md`, `---\nauthor: bob\n---\n${text}\n`);
    if (hidden)
      files.set(`${folder}/comments/20260402T000000Z-abcd.md`, `---\nauthor: bob\nhidden: true\n---\n${hidden}\n`);
  }
  const catalogue = await openIndex(opened(memoryFiles(files)), { now });
  open.push(catalogue);
  return catalogue;
}
const open: Catalogue[] = [];
afterAll(() => {
  for (const catalogue of open) catalogue.close();
});

function ask(catalogue: Catalogue, text: string) {
  const parsed = parseQuery(text, queryContext(catalogue, now));
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return catalogue.stories(parsed.query, { limit: 100, offset: 0 });
}

/** The stories that a query finds in its order, by their last digit. */
function found(catalogue: Catalogue, text: string): number[] {
  return ask(catalogue, text).rows.map(({ id }) => id % 10);
}

test("words, phrases and beginnings are found in every text, and never across two", async () => {
  const catalogue = await tracker([
    { title: "Live", body: "migration of hosts" },
    { title: "Something else", body: "A live\nmigration, no less" },
    { title: "Another", task: "live migrations" },
    { title: "Last", comments: ["It is live", "migration"], hidden: "live migration" },
    { title: "Größe des Arbeitsspeichers: ÉTÉ", body: "数据库服务器" },
  ]);
  expect(found(catalogue, "sort:id live")).toEqual([1, 2, 3, 4]);
  expect(found(catalogue, 'sort:id "live migration"')).toEqual([2]);
  expect(found(catalogue, 'sort:id "live migr"*')).toEqual([2, 3]);
  expect(found(catalogue, "sort:id migr*")).toEqual([1, 2, 3, 4]);
  expect(found(catalogue, "sort:id live migration")).toEqual([1, 2, 4]);
  expect(found(catalogue, "sort:id live -migration")).toEqual([3]);
  expect(found(catalogue, "grosse")).toEqual([5]);
  expect(found(catalogue, "GRÖSSE")).toEqual([5]);
  expect(found(catalogue, "été")).toEqual([5]);
  expect(found(catalogue, "数据")).toEqual([5]);
  expect(found(catalogue, '"据库"')).toEqual([5]);
  expect(found(catalogue, "据数")).toEqual([]);
  expect(found(catalogue, "speicher*")).toEqual([]);
});

describe("what fits best comes first", () => {
  test("the title counts more than the text, and a short text more than a long one", async () => {
    const filler = "Nothing in here has anything to do with it, and yet it goes on and on. ".repeat(20);
    const catalogue = await tracker([
      { title: "Bridge", body: filler },
      { title: "Other", body: `${filler} bridge` },
      { title: "Other", body: "bridge" },
      { title: "Nothing" },
    ]);
    expect(found(catalogue, "bridge")).toEqual([1, 3, 2]);
    expect(found(catalogue, "bridge sort:relevance")).toEqual([1, 3, 2]);
    expect(found(catalogue, "bridge sort:relevance-asc")).toEqual([2, 3, 1]);
  });

  test("what is rare counts more, and what holds both comes before what holds one", async () => {
    const catalogue = await tracker([
      { title: "Common or words" },
      { title: "Common or things" },
      { title: "Common or lore" },
      { title: "Rare or words" },
      { title: "Common and rare" },
    ]);
    expect(found(catalogue, "common OR rare").slice(0, 2)).toEqual([5, 4]);
  });

  test("equal fits come newest first; what was found without the text comes last", async () => {
    const catalogue = await tracker([
      { title: "Same" },
      { title: "Same" },
      { title: "Other", task: "x" },
      { title: "Same" },
      { title: "Other" },
    ]);
    expect(found(catalogue, "same")).toEqual([4, 2, 1]);
    expect(found(catalogue, "same OR has:task")).toEqual([4, 2, 1, 3]);
    expect(found(catalogue, "sort:relevance sort:id same OR has:task")).toEqual([1, 2, 4, 3]);
    // Without text there is nothing to be relevant to.
    expect(found(catalogue, "sort:relevance")).toEqual([5, 4, 3, 2, 1]);
    expect(found(catalogue, "sort:relevance -same")).toEqual([5, 3]);
  });

  test("another order is that order", async () => {
    const catalogue = await tracker([{ title: "B same" }, { title: "A same same" }, { title: "C same" }]);
    expect(found(catalogue, "same sort:title")).toEqual([2, 1, 3]);
    expect(ask(catalogue, "same").byRecency).toBeFalsy();
  });
});

describe("a snippet", () => {
  const shown = (catalogue: Catalogue, text: string) =>
    ask(catalogue, text).rows.map(({ snippet }) => snippet?.replaceAll("\u0001", "[").replaceAll("\u0002", "]"));

  test("shows where it matched, as it is written, with what stands around it", async () => {
    const catalogue = await tracker([
      { title: "Any", body: `${"before ".repeat(40)}the Größe of it\nand  the größeren ${"after ".repeat(60)}` },
    ]);
    const [snippet = ""] = shown(catalogue, "grösse*");
    expect(snippet).toMatch(/^… before .*the \[Größe\] of it and the \[größeren\] after .* …$/);
    expect(snippet.length).toBeLessThan(300);
    expect(shown(catalogue, "-zzz the")[0]).toContain("[the]");
  });

  test("is taken from whichever text holds it, and from no hidden one", async () => {
    const catalogue = await tracker([
      { title: "Title word" },
      { title: "Other", task: "task word" },
      { title: "Other", comments: ["no", "comment word"] },
      { title: "Word again", hidden: "secret word here" },
    ]);
    const all = shown(catalogue, "word sort:id");
    expect(all.slice(1, 3)).toEqual(["task [word]", "comment [word]"]);
    expect(all.join()).not.toContain("secret");
    expect(shown(catalogue, "title:none".replace("title:none", "status:active"))[0]).toBeUndefined();
  });
});

test("in pieces they are the same stories, without a snippet", async () => {
  const catalogue = await tracker([{ title: "Word" }, { title: "Other" }, { title: "Word", body: "of a word" }]);
  for (const text of ["word", "sort:id", "nothing", "word sort:id"]) {
    const parsed = parseQuery(text, queryContext(catalogue, now));
    if (!parsed.ok) throw new Error(parsed.problem.message);
    const page = { limit: 2, offset: 0 };
    const { total, pieces } = catalogue.storiesInPieces(parsed.query, page);
    const whole = catalogue.stories(parsed.query, page);
    expect(total).toBe(whole.total);
    expect([...pieces].flat()).toEqual(whole.rows.map(({ snippet: _, ...row }) => row));
  }
});

test("marks that stand in a text are not taken for ours", async () => {
  const catalogue = await tracker([{ title: "Any", body: "a \u0001b\u0002 word\u0002" }]);
  expect(ask(catalogue, "word").rows[0]?.snippet).toBe("a b \u0001word\u0002");
});

test("what is written in a work tree is found at once, and what was there before no more", async () => {
  // History tells when something was updated; here nobody waits for it.
  const timeless = query.filter((text) => !/updated|stale|closed/.test(text));
  const stories = fc.array(story, { minLength: 1, maxLength: 4 });
  const property = fc.asyncProperty(
    stories,
    stories,
    fc.array(timeless, { minLength: 12, maxLength: 12 }),
    async (committed, edited, queries) => {
      const states = [filesOf(committed), filesOf(edited), filesOf(committed)] as const;
      const folder = newRepository(Object.fromEntries(states[0]));
      let before: ReadonlyMap<string, string> = states[0];
      const check = async (files: ReadonlyMap<string, string>) => {
        const rows = rowsOf(await loadTracker(memoryFiles(files)));
        const catalogue = await openIndex(await openTracker(folder, gitProgram({ PATH: process.env.PATH })), { now });
        for (const text of queries) {
          const parsed = parseQuery(text, queryContext(catalogue, now));
          if (!parsed.ok) throw new Error(parsed.problem.message);
          const hits = rows.filter((row) => matches(parsed.query.where, row, now)).map((row) => row.story);
          const answer = catalogue.stories(parsed.query, { limit: 1_000, offset: 0 }).rows.map(({ id }) => id);
          expect([text, answer.sort()]).toEqual([text, [...new Set(hits)].sort()]);
        }
        catalogue.close();
      };
      for (const files of states) {
        const gone = [...before.keys()].filter((path) => !files.has(path)).map((path) => [path, null] as const);
        writeFiles(folder, Object.fromEntries([...gone, ...files]));
        before = files;
        await check(files);
      }
      writeFiles(folder, Object.fromEntries(states[1]));
      commit(folder, {});
      await check(new Map([...states[0], ...states[1]]));
    },
  );
  await fc.assert(property, { numRuns: 5, seed: 11, endOnFailure: true });
});

test("texts are as long as what is put into the index of words", () => {
  const text = fc.oneof(fc.constantFrom("", "plain text", "Grüße, 日本", "§"), fc.string({ unit: "grapheme" }));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), ([title = "", ...bodies]) => {
      const files = {
        story: { kind: "story", data: { title }, body: "" },
        tasks: bodies.map((body) => ({ kind: "task", data: {}, body })),
        comments: [],
      } as unknown as Parameters<typeof wordsOf>[0];
      const words = wordsOf(files);
      expect(charactersIn(textsOf(files).map((each) => [each, tokens(each)]))).toBe(
        words.title.length + words.text.length,
      );
    }),
  );
});
