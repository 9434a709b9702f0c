import { spawn } from "node:child_process";
import { chmodSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Catalogue } from "../../src/index/catalogue.ts";
import { queryContext } from "../../src/index/expand-query.ts";
import { openIndex } from "../../src/index/open-index.ts";
import { parseQuery } from "../../src/model/query/parse.ts";
import { everything } from "../../src/model/query/query.ts";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { openTracker } from "../../src/tracker/open.ts";
import { commit, git, newRepository, projectRoot, writeFiles } from "../support/folder.ts";
import { inPieces } from "../support/in-pieces.ts";

const now = Date.parse("2026-06-01T12:00:00Z");
const config = "format: 1\nname: Acme\nvisibility: public\n";
const story = (title: string, more = "") =>
  `---\ntitle: ${title}\nauthor: alice\ncreated: 2026-03-01T09:12:33Z\n${more}---\nBody of ${title}.\n`;
const task = (status: string) =>
  `---\nproject: acme/engine\nstatus: ${status}\nauthor: alice\ncreated: 2026-03-01T09:12:33Z\n---\n`;
const path = "stories/377/48213377/story.md";
const taskPath = "stories/377/48213377/tasks/59011377.md";

async function open(folder: string): Promise<Catalogue> {
  return openIndex(await openTracker(folder, gitProgram({ PATH: process.env.PATH })), { now });
}

/** Everything a catalogue tells, for comparison. */
function dump(catalogue: Catalogue) {
  const { rows } = catalogue.stories(everything(now), { limit: 1_000, offset: 0 });
  const told = {
    commit: catalogue.commit,
    rows,
    details: rows.map((row) => catalogue.story(row.id)),
    broken: catalogue.broken(),
    tags: catalogue.tagCounts(),
    people: catalogue.allNamed("person"),
    groups: catalogue.countBy(everything(now), "group", "story"),
    teams: catalogue.countBy(everything(now), "team", "story"),
    branches: catalogue.countBy(everything(now), "branch", "task"),
    changes: catalogue.changes({ limit: 100, offset: 0 }),
  };
  catalogue.close();
  return told;
}

test("a commit, an edit and its undoing show at once", async () => {
  const folder = newRepository({ "tracker.yaml": config, [path]: story("First"), [taskPath]: task("todo") });
  const title = async () => {
    const catalogue = await open(folder);
    const row = catalogue.rows([48213377])[0];
    catalogue.close();
    return `${row?.title}, ${row?.status}, ${row?.updated}`;
  };
  expect(await title()).toBe("First, active, 2026-03-01T12:00:00Z");
  writeFiles(folder, { [path]: story("Edited") });
  expect(await title()).toBe("Edited, active, 2026-06-01T12:00:00Z");
  git(folder, ["checkout", "--quiet", "--", "."]);
  expect(await title()).toBe("First, active, 2026-03-01T12:00:00Z");
  commit(folder, { [taskPath]: task("merged") }, "Done", "2026-04-01T00:00:00Z");
  expect(await title()).toBe("First, merged, 2026-04-01T00:00:00Z");
  writeFiles(folder, { [taskPath]: null });
  expect(await title()).toContain("First, active");
});

test.each([1, 2, 5])(
  "a new index knows the words of every story, also when git gives %i files at a time",
  async (size) => {
    const files = [1001, 2001, 3001, 4001].flatMap((id) => [
      [`stories/001/${id}/attachments/a.log`, "a\n"],
      [`stories/001/${id}/comments/20260302T101500Z-0a1b.md`, "---\nauthor: bob\n---\nThe kettle whistles.\n"],
      [`stories/001/${id}/story.md`, story(`Teapot ${id}`)],
      [`stories/001/${id}/tasks/${id + 50_000_000}.md`, `${task("todo")}A saucer.\n`],
    ]);
    const folder = newRepository({ "tracker.yaml": config, ...Object.fromEntries(files) });
    const tracker = await openTracker(folder, gitProgram({ PATH: process.env.PATH }));
    if (!tracker.objects) throw new Error("a repository has objects");
    const catalogue = await openIndex({ ...tracker, objects: inPieces(tracker.objects, size) }, { now });
    const idsOf = (text: string) => {
      const parsed = parseQuery(text, queryContext(catalogue, now));
      if (!parsed.ok) throw new Error(parsed.problem.message);
      const { rows } = catalogue.stories(parsed.query, { limit: 10, offset: 0 });
      return rows.map(({ id }) => id).sort();
    };
    for (const word of ["teapot", "kettle", "saucer"])
      expect([word, idsOf(word)]).toEqual([word, [1001, 2001, 3001, 4001]]);
    expect(catalogue.story(2001)?.attachments).toHaveLength(1);
    catalogue.close();
  },
);

test("files that are no part of a story leave its times alone, as they come and go", async () => {
  const folder = newRepository({ "tracker.yaml": config, [path]: story("First"), [taskPath]: task("merged") });
  const strays = [".story.md.swp", "story.md~", "comments/notes.txt", "tasks/x.md", "x.md"];
  const place = path.replace("story.md", "");
  const times = async () => {
    const catalogue = await open(folder);
    const row = catalogue.rows([48213377])[0];
    catalogue.close();
    return [row?.updated, row?.closed];
  };
  const before = await times();
  expect(before).toEqual(["2026-03-01T12:00:00Z", "2026-03-01T12:00:00Z"]);
  for (const stray of strays) {
    writeFiles(folder, { [`${place}${stray}`]: "x\n" });
    expect([stray, await times()]).toEqual([stray, before]);
    rmSync(join(folder, `${place}${stray}`));
    expect([stray, await times()]).toEqual([stray, before]);
    commit(folder, { [`${place}${stray}`]: "x\n" }, "stray", "2026-03-02T12:00:00Z");
    const withIt = await times();
    commit(folder, { [`${place}${stray}`]: null }, "gone", "2026-03-03T12:00:00Z");
    const without = await times();
    rmSync(join(folder, ".git/storytree"), { recursive: true });
    expect([stray, withIt, without]).toEqual([stray, before, await times()]);
  }
});

test("other custom fields make it anew; any other change of tracker.yaml does not", async () => {
  const declared =
    "fields:\n  severity:\n    on: [story]\n    title: Severity\n    description: How bad.\n    schema:\n      type: string\n      enum: [low, high]\n";
  const folder = newRepository({
    "tracker.yaml": `${config}${declared}`,
    [path]: story("First", "x-severity: high\n"),
  });
  const made = async () => {
    const catalogue = await open(folder);
    const broken = catalogue.broken().map((file) => file.path);
    catalogue.close();
    const [name = ""] = readdirSync(join(folder, ".git", "storytree")).filter((each) => each.endsWith(".sqlite"));
    return { broken, inode: statSync(join(folder, ".git", "storytree", name)).ino };
  };
  const first = await made();
  expect(first.broken).toEqual([]);
  writeFiles(folder, { "tracker.yaml": `${config.replace("Acme", "Acme too")}${declared}` });
  for (const _ of ["read", "as it was read"]) expect(await made()).toEqual(first);
  commit(folder, { "tracker.yaml": `${config}${declared.replace("high]", "higher]")}` }, "x", "2026-04-01T00:00:00Z");
  expect((await made()).inode).not.toBe(first.inode);
});

test("a broken file stays visible, and mending it is enough", async () => {
  const folder = newRepository({ "tracker.yaml": config, [path]: story("First"), [taskPath]: "---\nstatus: [\n---\n" });
  const before = await open(folder);
  expect(before.broken().map((file) => file.path)).toEqual([taskPath]);
  expect(before.story(48213377)?.broken).toHaveLength(1);
  before.close();
  commit(folder, { [taskPath]: task("todo"), [path]: "no front matter\n" });
  const after = await open(folder);
  expect(after.broken().map((file) => file.path)).toEqual([path]);
  expect(after.story(48213377)).toBeUndefined();
  after.close();
});

test("history that was rewritten and tidied away: the index is made anew", async () => {
  const folder = newRepository({ "tracker.yaml": config, [path]: story("First") });
  const good = dump(await open(folder));
  commit(folder, { [path]: story("Second") }, "Second", "2026-03-05T00:00:00Z");
  (await open(folder)).close();
  git(folder, ["reset", "--quiet", "--hard", "HEAD~1"]);
  git(folder, ["reflog", "expire", "--expire=now", "--all"]);
  git(folder, ["gc", "--quiet", "--prune=now"]);
  expect(dump(await open(folder))).toEqual(good);
});

test("so is one of an earlier commit that lies nearest to what was thrown away", async () => {
  const folder = newRepository({ "tracker.yaml": config, [path]: story("First") });
  commit(folder, { [path]: story("Lost") }, "Lost", "2026-03-05T00:00:00Z");
  commit(folder, { [path]: story("Lost as well") }, "Lost", "2026-03-06T00:00:00Z");
  const at = async (revision: string) =>
    dump(await openIndex(await openTracker(folder, gitProgram({ PATH: process.env.PATH }), revision), { now }));
  // The only one that shows another commit than the newest.
  await at("HEAD~1");
  git(folder, ["reset", "--quiet", "--hard", "HEAD~2"]);
  git(folder, ["reflog", "expire", "--expire=now", "--all"]);
  git(folder, ["gc", "--quiet", "--prune=now"]);
  commit(folder, { [path]: story("Second") }, "Second", "2026-03-07T00:00:00Z");
  const earlier = await at("HEAD~1");
  expect(earlier.rows.map(({ title }) => title)).toEqual(["First"]);
  rmSync(join(folder, ".git", "storytree"), { recursive: true });
  expect(await at("HEAD~1")).toEqual(earlier);
});

test.each<[string, (file: string) => void]>([
  ["an executable", (file) => chmodSync(file, 0o755)],
  [
    "a link",
    (file) => {
      rmSync(file);
      symlinkSync("../story.md", file);
    },
  ],
])("%s in a task's place: as if made anew, and the story stays open", async (_, spoil) => {
  const folder = newRepository({
    "tracker.yaml": config,
    [path]: story("First", "triage: triaged\n"),
    [taskPath]: task("merged"),
  });
  (await open(folder)).close();
  spoil(join(folder, taskPath));
  const row = async () => {
    const catalogue = await open(folder);
    const [found] = catalogue.rows([48213377]);
    catalogue.close();
    return [found?.status, found?.untriaged];
  };
  const edited = await row();
  git(folder, ["commit", "--quiet", "--all", "--message", "x"]);
  const grown = await row();
  rmSync(join(folder, ".git", "storytree"), { recursive: true });
  expect([edited, grown]).toEqual([await row(), await row()]);
  expect(edited).toEqual(["active", false]);
});

describe("an index that is in the way", () => {
  test.each([
    [
      "damaged",
      (file: string) => writeFileSync(file, "this is no database, but it is long enough to be read as one".repeat(50)),
    ],
    ["empty", (file: string) => writeFileSync(file, "")],
    [
      "of another version",
      (file: string) => {
        writeFileSync(`${file}-note`, "");
        const bytes = Buffer.alloc(4096);
        bytes.write("SQLite format 3\0");
        writeFileSync(file, bytes);
      },
    ],
  ])("%s is made anew", async (_, spoil) => {
    const folder = newRepository({ "tracker.yaml": config, [path]: story("First") });
    const good = dump(await open(folder));
    const place = join(folder, ".git", "storytree");
    const file = readdirSync(place).find((name) => name.endsWith(".sqlite")) as string;
    spoil(join(place, file));
    expect(dump(await open(folder))).toEqual(good);
  });
});

test("brought up to date or made anew, it tells the same", async () => {
  const ids = [48213377, 50000377, 60000610];
  const step = fc.record({
    id: fc.constantFrom(...ids),
    what: fc.constantFrom("title", "tag", "broken", "gone", "task", "person", "comment", "project", "group"),
    word: fc.constantFrom("one", "two", "three"),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
      async (commits) => {
        const folder = newRepository({
          "tracker.yaml": config,
          [path]: story("First"),
          [taskPath]: task("todo"),
          "groups/acme.md": "---\ntitle: Acme\nprojects:\n  - acme/engine\n---\n",
          "projects/acme/engine.md": "---\ntitle: Engine\n---\n",
        });
        let time = Date.parse("2026-03-02T00:00:00Z");
        for (const steps of commits) {
          (await open(folder)).close();
          for (const { id, what, word } of steps) {
            const base = `stories/${String(id % 1000).padStart(3, "0")}/${id}`;
            writeFiles(
              folder,
              {
                title: { [`${base}/story.md`]: story(word) },
                tag: { [`${base}/story.md`]: story(word, `tags:\n  - ${word}\naliases:\n  - old:${word}\n`) },
                broken: { [`${base}/story.md`]: `---\ntitle: [${word}\n---\n` },
                gone: { [`${base}/story.md`]: null },
                task: { [`${base}/tasks/${20_000_000 + (id % 1000)}.md`]: task("merged") },
                // Each may say that the project is of the group.
                project: {
                  "projects/acme/engine.md": `---\nteam: ${word}\n${word === "two" ? "" : "groups:\n  - acme\n"}---\n`,
                },
                group: {
                  "groups/acme.md": `---\ntitle: ${word}\n${word === "one" ? "" : "projects:\n  - acme/engine\n"}---\n`,
                },
                person: { [`people/${word}.md`]: `---\nname: ${word}\n---\n` },
                comment: {
                  [`${base}/comments/20260301T101500Z-ab1${word.length}.md`]: `---\nauthor: ${word}\n---\n${word}\n`,
                },
              }[what] as Record<string, string | null>,
            );
          }
          time += 86_400_000;
          commit(folder, {}, "Step", new Date(time).toISOString());
        }
        const grown = dump(await open(folder));
        git(folder, ["clean", "--quiet", "-fdx"]);
        const { rmSync } = await import("node:fs");
        rmSync(join(folder, ".git", "storytree"), { recursive: true });
        expect(dump(await open(folder))).toEqual(grown);
      },
    ),
    { numRuns: 12, seed: 23 },
  );
});

test("killed at any moment, it is whole the next time", async () => {
  const files: Record<string, string> = { "tracker.yaml": config };
  for (let n = 0; n < 1_500; n += 1)
    files[`stories/${String(n % 1000).padStart(3, "0")}/${10_000_000 + n}/story.md`] = story(`Story ${n}`);
  const folder = newRepository(files);
  const program = join(projectRoot, "bin", "storytree");
  for (const wait of [120, 220, 320, 450]) {
    const child = spawn(process.execPath, [program, "-C", folder, "index"], { stdio: "ignore" });
    const ended = new Promise((resolve) => child.on("close", resolve));
    await new Promise((resolve) => setTimeout(resolve, wait));
    child.kill("SIGKILL");
    await ended;
  }
  const catalogue = await open(folder);
  expect(catalogue.stories(everything(now), { limit: 0, offset: 0 }).total).toBe(1_500);
  catalogue.close();
  const left = readdirSync(join(folder, ".git", "storytree")).filter((name) => name.includes(".new"));
  expect(left).toEqual([]);
});
