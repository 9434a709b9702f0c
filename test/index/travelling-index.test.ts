import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Catalogue } from "../../src/index/catalogue.ts";
import { openIndex } from "../../src/index/open-index.ts";
import { everything } from "../../src/model/query/query.ts";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { openTracker } from "../../src/tracker/open.ts";
import { type PlannedCommit, repositoryWith } from "../support/history.ts";

const now = Date.parse("2026-11-24T12:00:00Z");
const config = (more = "") => `format: 1\nname: Acme\nvisibility: public\n${more}`;
const severity = "fields:\n  severity:\n    on:\n      - story\n    schema:\n      type: string\n";

async function open(folder: string, revision?: string): Promise<Catalogue> {
  return openIndex(await openTracker(folder, gitProgram({ PATH: process.env.PATH }), revision), { now });
}

/** Everything a catalogue tells, for comparison. */
function dump(catalogue: Catalogue) {
  const { rows } = catalogue.stories(everything(now), { limit: 1_000, offset: 0 });
  const told = {
    commit: catalogue.commit,
    commitTime: catalogue.commitTime,
    rows,
    details: rows.map((row) => catalogue.story(row.id)),
    broken: catalogue.broken(),
    tags: catalogue.tagCounts(),
    lists: catalogue.allNamed("list"),
    changes: catalogue.changes({ limit: 100, offset: 0 }),
  };
  catalogue.close();
  return told;
}

const indexFolder = (folder: string) => join(folder, ".git", "storytree");

const commitsOf = fc
  .array(
    fc.record({
      id: fc.constantFrom(48213377, 50000377, 60000610),
      what: fc.constantFrom("story", "tagged", "broken", "gone", "task", "broken task", "list", "fields"),
      word: fc.constantFrom("one", "two", "three"),
      status: fc.constantFrom("todo", "merged", "invalid"),
      hours: fc.integer({ min: -10, max: 90 }),
    }),
    { minLength: 3, maxLength: 10 },
  )
  .map((steps) => {
    let time = Date.parse("2026-03-01T00:00:00Z") / 1000;
    const commits: PlannedCommit[] = [{ files: { "tracker.yaml": config() }, time }];
    for (const { id, what, word, status, hours } of steps) {
      time += hours * 3_600;
      const own = `stories/${String(id % 1000).padStart(3, "0")}/${id}`;
      const story = (more: string) =>
        `---\ntitle: ${word}\nauthor: alice\ncreated: 2020-01-01T00:00:00Z\n${more}---\n${word}\n`;
      const task = `${own}/tasks/${20_000_000 + (id % 1000)}.md`;
      const files: Record<string, string | null> = {
        story: { [`${own}/story.md`]: story("") },
        tagged: { [`${own}/story.md`]: story(`tags:\n  - ${word}\nseverity: ${word}\n`) },
        broken: { [`${own}/story.md`]: `---\ntitle: [${word}\n---\n` },
        gone: { [`${own}/story.md`]: null },
        task: {
          [task]: `---\nproject: acme/engine\nstatus: ${status}\nauthor: alice\ncreated: 2020-01-01T00:00:00Z\n---\n`,
        },
        "broken task": { [task]: "---\nstatus: [\n---\n" },
        list: { "lists/next.md": `---\ntitle: ${word}\nitems:\n  - ${id}\n---\n` },
        fields: { "tracker.yaml": config(word === "one" ? severity : "") },
      }[what];
      commits.push({ files, time });
    }
    return commits;
  });

test("any commit shows as a full index of it would, whichever was asked before", async () => {
  await fc.assert(
    fc.asyncProperty(commitsOf, fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), async (commits, visits) => {
      const { folder, oids } = repositoryWith(commits);
      (await open(folder)).close();
      for (const visit of visits) {
        const oid = oids[visit % oids.length] as string;
        const shown = dump(await open(folder, oid));
        // The same commit in a repository that has no index: read whole.
        const { folder: fresh } = repositoryWith(commits.slice(0, (visit % oids.length) + 1));
        expect(shown).toEqual(dump(await open(fresh)));
      }
      expect(readdirSync(join(indexFolder(folder), "at")).length).toBeLessThanOrEqual(3);
    }),
    { numRuns: 4, seed: 11 },
  );
});

const three: readonly PlannedCommit[] = [1, 2, 3].map((day) => ({
  files: {
    ...(day === 1 ? { "tracker.yaml": config() } : {}),
    "stories/377/48213377/story.md": `---\ntitle: Day ${day}\nauthor: alice\ncreated: 2020-01-01T00:00:00Z\n---\n`,
  },
  time: Date.parse(`2026-03-0${day}T00:00:00Z`) / 1000,
}));
const titleIn = (catalogue: Catalogue) => catalogue.rows([48213377])[0]?.title;

test("two who look at a time do not get in each other's way, and what is left by the dead is swept", async () => {
  const { folder, oids } = repositoryWith(three);
  (await open(folder)).close();
  const [first, second] = await Promise.all([open(folder, oids[0]), open(folder, oids[0])]);
  const third = await open(folder, oids[1]);
  expect([first, second, third].map((each) => each && titleIn(each))).toEqual(["Day 1", "Day 1", "Day 2"]);
  for (const each of [first, second, third]) each?.close();
  const at = join(indexFolder(folder), "at");
  expect(readdirSync(at).sort()).toEqual([`${oids[0]}.sqlite`, `${oids[1]}.sqlite`].sort());
  writeFileSync(join(at, "999999999.abcdef01.taken"), "half an index");
  writeFileSync(join(at, `${oids[0]}.sqlite`), "this is no database ".repeat(400));
  const again = await open(folder, oids[0]);
  expect(titleIn(again)).toBe("Day 1");
  again.close();
  expect(readdirSync(at).filter((name) => name.startsWith("999999999"))).toEqual([]);
});

test("without any index, an old commit is read whole once and kept", async () => {
  const { folder, oids } = repositoryWith(three);
  const catalogue = await open(folder, oids[0]);
  expect(titleIn(catalogue)).toBe("Day 1");
  catalogue.close();
  expect(readdirSync(indexFolder(folder))).toEqual(["at"]);
  const next = await open(folder, oids[1]);
  expect([titleIn(next), next.rows([48213377])[0]?.updated]).toEqual(["Day 2", "2026-03-02T00:00:00Z"]);
  next.close();
});
