import { rmSync } from "node:fs";
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
import { commit, git, newFolder, writeFiles } from "../support/folder.ts";
import { type PlannedCommit, repositoryWith } from "../support/history.ts";

const now = Date.parse("2026-11-24T12:00:00Z");
const config = "format: 1\nname: Acme\nvisibility: public\n";
const story = (more = "") => `---\ntitle: T\nauthor: alice\ncreated: 2020-01-01T00:00:00Z\n${more}---\n`;
const task = (status: string, more = "") =>
  `---\nproject: acme/engine\nstatus: ${status}\nauthor: alice\ncreated: 2020-01-01T00:00:00Z\n${more}---\n`;
const at = (text: string) => Date.parse(text) / 1000;
const one = "stories/377/48213377";

async function open(folder: string, revision?: string): Promise<Catalogue> {
  return openIndex(await openTracker(folder, gitProgram({ PATH: process.env.PATH }), revision), { now });
}

async function timesOf(folder: string) {
  const catalogue = await open(folder);
  const { rows } = catalogue.stories(everything(now), { limit: 100, offset: 0 });
  catalogue.close();
  return Object.fromEntries(rows.map(({ id, status, updated, closed }) => [id, { status, updated, closed }]));
}

describe("when a story was closed", () => {
  const days = ["2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z", "2026-03-04T00:00:00Z"];
  const first = { "tracker.yaml": config, [`${one}/story.md`]: story(), [`${one}/tasks/10000377.md`]: task("todo") };
  test.each<[string, Record<string, string | null>[], string | null]>([
    [
      "its task was merged, and edited later",
      [{ [`${one}/tasks/10000377.md`]: task("merged") }, { [`${one}/story.md`]: story("triage: triaged\n") }],
      days[1] as string,
    ],
    [
      "it was opened again",
      [{ [`${one}/tasks/10000377.md`]: task("merged") }, { [`${one}/tasks/10000377.md`]: task("review") }],
      null,
    ],
    [
      "it was opened again and closed again",
      [
        { [`${one}/tasks/10000377.md`]: task("merged") },
        { [`${one}/tasks/10000377.md`]: task("review") },
        { [`${one}/tasks/10000377.md`]: task("invalid") },
      ],
      days[3] as string,
    ],
    [
      "from merged to invalid it stays closed",
      [{ [`${one}/tasks/10000377.md`]: task("merged") }, { [`${one}/tasks/10000377.md`]: task("invalid") }],
      days[1] as string,
    ],
    [
      "by triage, without a task",
      [
        { [`${one}/tasks/10000377.md`]: null },
        { [`${one}/story.md`]: story("triage: rejected\n") },
        { [`${one}/comments/20260304T000000Z-aaaa.md`]: "---\nauthor: bob\n---\nBye.\n" },
      ],
      days[2] as string,
    ],
    [
      "its last open task left",
      [{ [`${one}/tasks/20000377.md`]: task("merged") }, { [`${one}/tasks/10000377.md`]: null }],
      days[2] as string,
    ],
    [
      "a version in between could not be read",
      [
        { [`${one}/tasks/10000377.md`]: task("merged") },
        { [`${one}/tasks/10000377.md`]: "---\nstatus: [\n---\n" },
        { [`${one}/tasks/10000377.md`]: task("merged") },
      ],
      days[1] as string,
    ],
  ])("%s", async (_, steps, closed) => {
    const commits = [first, ...steps].map((files, index) => ({ files, time: at(days[index] as string) }));
    const { folder, oids } = repositoryWith(commits);
    expect((await timesOf(folder))[48213377]?.closed).toBe(closed);
    // The same when each commit came while an index was there.
    const grown = newFolder();
    git(grown, ["clone", "--quiet", folder, "."]);
    for (const oid of oids) {
      git(grown, ["reset", "--quiet", "--hard", oid]);
      await timesOf(grown);
    }
    expect((await timesOf(grown))[48213377]?.closed).toBe(closed);
  });

  test("an edit that is not committed closes it now, and its undoing opens it again", async () => {
    const { folder } = repositoryWith([{ files: first, time: at(days[0] as string) }]);
    writeFiles(folder, { [`${one}/tasks/10000377.md`]: task("merged") });
    expect((await timesOf(folder))[48213377]?.closed).toBe("2026-11-24T12:00:00Z");
    git(folder, ["checkout", "--quiet", "--", "."]);
    expect(await timesOf(folder)).toEqual({ 48213377: { status: "active", updated: days[0], closed: null } });
  });
});

describe("clocks", () => {
  test("one that went backwards is overruled, one in the future is believed", async () => {
    const { folder } = repositoryWith([
      { files: { "tracker.yaml": config, [`${one}/story.md`]: story() }, time: at("2026-03-05T00:00:00Z") },
      { files: { [`${one}/tasks/10000377.md`]: task("merged") }, time: at("2026-03-01T00:00:00Z") },
    ]);
    expect(await timesOf(folder)).toEqual({
      48213377: { status: "merged", updated: "2026-03-05T00:00:00Z", closed: "2026-03-05T00:00:00Z" },
    });
  });
});

test("of a merge the branch tip's author is named, of an octopus merge all of them", async () => {
  const start = at("2026-03-01T00:00:00Z");
  const { folder } = repositoryWith([
    { files: { "tracker.yaml": config, [`${one}/story.md`]: story() }, time: start },
    { files: { [`${one}/tasks/10000377.md`]: task("todo") }, time: start + 10, author: "Bob" },
    { files: { [`${one}/tasks/20000377.md`]: task("todo") }, time: start + 20, author: "Carol", parents: [0] },
    {
      files: { [`${one}/tasks/10000377.md`]: task("todo"), [`${one}/tasks/20000377.md`]: task("todo") },
      time: start + 30,
      author: "Gate",
      parents: [0, 1, 2],
    },
    { files: { [`${one}/story.md`]: story("type: feature\n") }, time: start + 40, author: "Dan" },
    { files: { [`${one}/story.md`]: story("type: feature\n") }, time: start + 50, author: "Gate", parents: [3, 4] },
  ]);
  const catalogue = await open(folder);
  expect(catalogue.changes({ limit: 10, offset: 0 }).map(({ author, stories }) => [author, stories])).toEqual([
    ["Dan", 1],
    ["Bob, Carol", 1],
    ["Alice", 1],
  ]);
  catalogue.close();
});

describe("what an import brought", () => {
  const folders = Array.from({ length: 25 }, (_, nth) => `stories/000/${20_000 + nth}000`);
  const [quiet = "", discussed = "", worked = "", later = ""] = folders;
  const comment = "---\nauthor: bob\n---\nBye.\n";
  const brought = {
    ...Object.fromEntries(folders.map((folder) => [`${folder}/story.md`, story()])),
    [`${discussed}/comments/20240501T101112Z-aaaa.md`]: comment,
    [`${worked}/tasks/10000000.md`]: task("merged").replace("2020-01-01", "2022-02-02"),
    // A clock that ran ahead there: nothing here is later than its commit.
    [`${later}/comments/20990501T101112Z-aaaa.md`]: comment,
  };
  const migration = { files: brought, time: at("2026-03-02T00:00:00Z") };
  const opened = { files: { "tracker.yaml": config }, time: at("2026-03-01T00:00:00Z") };
  const updated = async (folder: string) => {
    const times = await timesOf(folder);
    return [quiet, discussed, worked, later].map((each) => times[Number(each.split("/")[2])]?.updated);
  };
  const told = ["2020-01-01T00:00:00Z", "2024-05-01T10:11:12Z", "2022-02-02T00:00:00Z", "2026-03-02T00:00:00Z"];

  test("changed last when its own files say so, until it changes here", async () => {
    const change = { files: { [`${discussed}/story.md`]: story("type: feature\n") }, time: at("2026-03-03T00:00:00Z") };
    const { folder, oids } = repositoryWith([opened, migration, change]);
    const changed = told.with(1, "2026-03-03T00:00:00Z");
    expect(await updated(folder)).toEqual(changed);
    // Made anew or brought forward, and back.
    for (const [nth, times] of [
      [0, []],
      [1, told],
      [2, changed],
      [1, told],
    ] as const) {
      git(folder, ["reset", "--quiet", "--hard", oids[nth] as string]);
      expect((await updated(folder)).filter((each) => each !== undefined)).toEqual(times);
    }
    writeFiles(folder, { [`${quiet}/story.md`]: story("type: feature\n") });
    expect((await updated(folder))[0]).toBe("2026-11-24T12:00:00Z");
    git(folder, ["checkout", "--quiet", "--", "."]);
    expect(await updated(folder)).toEqual(told);
  });

  test("a few stories of one commit are no import", async () => {
    const few = Object.fromEntries(Object.entries(brought).filter(([path]) => path <= `${folders[3]}~`));
    const { folder } = repositoryWith([opened, { ...migration, files: few }]);
    expect(await updated(folder)).toEqual(Array(4).fill("2026-03-02T00:00:00Z"));
  });
});

test("in a shallow clone what is not known is not told, and fetching the rest tells it", async () => {
  const two = "stories/000/50000000";
  const { folder } = repositoryWith([
    {
      files: { "tracker.yaml": config, [`${one}/story.md`]: story(), [`${two}/story.md`]: story() },
      time: at("2026-03-01T00:00:00Z"),
    },
    { files: { [`${one}/tasks/10000377.md`]: task("merged") }, time: at("2026-03-02T00:00:00Z") },
    { files: { "people/bob.md": "---\nname: Bob\n---\n" }, time: at("2026-03-03T00:00:00Z") },
    { files: { [`${two}/story.md`]: story("triage: rejected\n") }, time: at("2026-03-04T00:00:00Z") },
  ]);
  const shallow = newFolder();
  git(shallow, ["clone", "--quiet", "--depth=2", `file://${folder}`, "."]);
  const known = { status: "invalid", updated: "2026-03-04T00:00:00Z", closed: "2026-03-04T00:00:00Z" };
  expect(await timesOf(shallow)).toEqual({
    48213377: { status: "merged", updated: null, closed: null },
    50000000: known,
  });
  git(shallow, ["fetch", "--quiet", "--unshallow"]);
  expect(await timesOf(shallow)).toEqual({
    48213377: { status: "merged", updated: "2026-03-02T00:00:00Z", closed: "2026-03-02T00:00:00Z" },
    50000000: known,
  });
});

test("a clone that left old versions out is not made to fetch them", async () => {
  const { folder } = repositoryWith([
    {
      files: { "tracker.yaml": config, [`${one}/story.md`]: story(), [`${one}/tasks/10000377.md`]: task("todo") },
      time: at("2026-03-01T00:00:00Z"),
    },
    { files: { [`${one}/tasks/10000377.md`]: task("merged") }, time: at("2026-03-02T00:00:00Z") },
  ]);
  git(folder, ["config", "uploadpack.allowFilter", "true"]);
  const partial = newFolder();
  git(partial, ["clone", "--quiet", "--filter=blob:none", `file://${folder}`, "."]);
  expect(await timesOf(partial)).toEqual({
    48213377: { status: "merged", updated: "2026-03-02T00:00:00Z", closed: "2026-03-02T00:00:00Z" },
  });
  const missing = git(partial, ["rev-list", "--objects", "--missing=print", "HEAD"]).match(/^\?/gm);
  expect(missing).toHaveLength(1);
});

/** What a tracker's history says of its stories, read the slow way: every commit of the first-parent line, one after the other. */
function slowly(commits: readonly PlannedCommit[], head: number) {
  const line: number[] = [];
  for (let index: number | undefined = head; index !== undefined; ) {
    line.unshift(index);
    index = commits[index]?.parents ? commits[index]?.parents?.[0] : index === 0 ? undefined : index - 1;
  }
  const files = new Map<string, string>();
  const told = new Map<number, { status: string; updated: number; closed: number | null }>();
  let time = Number.NEGATIVE_INFINITY;
  for (const index of line) {
    const commit = commits[index] as PlannedCommit;
    time = Math.max(time, commit.time);
    const touched = new Set<number>();
    for (const [path, text] of Object.entries(commit.files)) {
      if ((files.get(path) ?? null) === text) continue;
      if (text === null) files.delete(path);
      else files.set(path, text);
      const id = Number(/^stories\/\d+\/(\d+)\//.exec(path)?.[1] ?? 0);
      if (id > 0) touched.add(id);
    }
    for (const id of touched) {
      const own = [...files].filter(([path]) => path.startsWith(folderOf(id)));
      const story = files.get(`${folderOf(id)}/story.md`);
      if (story === undefined) {
        told.delete(id);
        continue;
      }
      const statuses = own.flatMap(([path, text]) =>
        path.includes("/tasks/") ? (/status: (.*)/.exec(text)?.[1] ?? "") : [],
      );
      const isOpen = statuses.some((status) => ["todo", "inprogress", "review"].includes(status));
      const status =
        statuses.length === 0
          ? story.includes("rejected") || story.includes("duplicate_of: ")
            ? "invalid"
            : "active"
          : isOpen
            ? "active"
            : statuses.includes("merged")
              ? "merged"
              : "invalid";
      const before = told.get(id)?.closed ?? null;
      told.set(id, { status, updated: time, closed: status === "active" ? null : (before ?? time) });
    }
  }
  const instant = (seconds: number | null) => seconds && `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
  return Object.fromEntries(
    [...told].map(([id, { status, updated, closed }]) => [
      id,
      { status, updated: instant(updated), closed: instant(closed) },
    ]),
  );
}

const folderOf = (id: number) => `stories/${String(id % 1000).padStart(3, "0")}/${id}`;

/** Commits of stories that come and go, tasks that open and close, merges, and clocks that jump. */
const histories = fc
  .array(
    fc.record({
      id: fc.constantFrom(48213377, 50000377, 60000610),
      what: fc.constantFrom(
        "task",
        "task",
        "task",
        "other task",
        "no task",
        "story",
        "reject",
        "gone",
        "comment",
        "list",
      ),
      status: fc.constantFrom("todo", "inprogress", "review", "merged", "invalid"),
      hours: fc.integer({ min: -30, max: 90 }),
      merge: fc.integer({ min: 0, max: 5 }),
    }),
    { minLength: 2, maxLength: 14 },
  )
  .map((steps) => {
    let time = at("2026-03-01T00:00:00Z");
    const commits: PlannedCommit[] = [{ files: { "tracker.yaml": config }, time }];
    for (const { id, what, status, hours, merge } of steps) {
      time += hours * 3_600;
      const own = folderOf(id);
      const number = (10_000 + (id % 7)) * 1_000 + (id % 1_000);
      const files: Record<string, string | null> = {
        task: { [`${own}/tasks/${number}.md`]: task(status) },
        "other task": { [`${own}/tasks/${number + 1_000_000}.md`]: task(status) },
        "no task": { [`${own}/tasks/${number}.md`]: null },
        story: { [`${own}/story.md`]: story() },
        reject: { [`${own}/story.md`]: story("triage: rejected\n") },
        gone: { [`${own}/story.md`]: null },
        comment: {
          [`${own}/comments/20260301T000000Z-aaa${status.length % 10}.md`]: "---\nauthor: alice\n---\nYes.\n",
        },
        list: { "lists/next.md": `---\ntitle: Next\nitems:\n  - ${id}\n---\n` },
      }[what];
      const last = commits.length - 1;
      // A branch from the commit before the last, merged at once: what it did shows on the merge.
      if (merge === 0 && last > 0) {
        commits.push({ files, time: time - 7_200, author: "Bob", parents: [last] });
        commits.push({ files, time, author: "Gate", parents: [last, last + 1] });
      } else commits.push({ files, time });
    }
    return commits;
  });

test("times are those that reading every commit tells, made anew or brought forward, back and aside", async () => {
  await fc.assert(
    fc.asyncProperty(histories, fc.array(fc.nat(), { minLength: 3, maxLength: 5 }), async (commits, jumps) => {
      const { folder, oids } = repositoryWith(commits);
      for (const jump of [...jumps, oids.length - 1]) {
        const head = jump % oids.length;
        git(folder, ["reset", "--quiet", "--hard", oids[head] as string]);
        expect(await timesOf(folder)).toEqual(slowly(commits, head));
      }
      rmSync(join(folder, ".git", "storytree"), { recursive: true });
      expect(await timesOf(folder)).toEqual(slowly(commits, oids.length - 1));
    }),
    { numRuns: 8, seed: 5 },
  );
});

describe("a history of five thousand commits", () => {
  // More than are looked at together, and more than are looked through to find where two histories part.
  const ids = [48213377, 50000377, 60000610];
  const statuses = ["todo", "review", "merged", "inprogress", "invalid"];
  let time = at("2026-03-01T00:00:00Z");
  const commits: PlannedCommit[] = [{ files: { "tracker.yaml": config }, time }];
  for (const id of ids) commits.push({ files: { [`${folderOf(id)}/story.md`]: story() }, time });
  for (let step = 0; step < 5_000; step += 1) {
    // Now and then a clock goes back by a day.
    time += step % 1_000 === 999 ? -86_400 : 300;
    const id = ids[step % 3] as number;
    const number = 10_000_000 + (step % 2) * 1_000 + (id % 1_000);
    const text = task(statuses[(step * 7) % 5] as string, step % 11 === 0 ? "title: T\n" : "");
    commits.push({ files: { [`${folderOf(id)}/tasks/${number}.md`]: text }, time });
  }
  const last = commits.length - 1;
  // One that leaves the line early, and is never merged.
  commits.push({
    files: { [`${folderOf(48213377)}/tasks/10000377.md`]: task("merged", "title: Aside\n") },
    time,
    parents: [50],
  });

  test("is told whole, gone on with, left for what lay long before or aside, and come back to", async () => {
    const { folder, oids } = repositoryWith(commits, { checkout: false });
    for (const head of [last - 1, last, 120, last + 1, last]) {
      git(folder, ["update-ref", "refs/heads/main", oids[head] as string]);
      expect([head, await timesOf(folder)]).toEqual([head, slowly(commits, head)]);
    }
    const catalogue = await open(folder);
    const events = catalogue.history({ story: 48213377 });
    catalogue.close();
    expect(events.map(({ commit }) => commit)).toEqual(
      git(folder, ["log", "--format=%H", "main", "--", folderOf(48213377)])
        .trim()
        .split("\n"),
    );
  }, 120_000);
});

test("queries do not take what is unknown in a shallow clone for long ago", async () => {
  const two = "stories/000/50000000";
  const { folder } = repositoryWith([
    { files: { "tracker.yaml": config, [`${one}/story.md`]: story() }, time: at("2026-03-01T00:00:00Z") },
    { files: { [`${two}/story.md`]: story() }, time: at("2026-03-02T00:00:00Z") },
    { files: { [`${two}/story.md`]: story("type: feature\n") }, time: at("2026-03-03T00:00:00Z") },
  ]);
  const found = async (where: string, text: string) => {
    const catalogue = await open(where);
    const parsed = parseQuery(text, queryContext(catalogue, now));
    if (!parsed.ok) throw new Error(parsed.problem.message);
    const { rows } = catalogue.stories(parsed.query, { limit: 9, offset: 0 });
    catalogue.close();
    return rows.map(({ id }) => id);
  };
  const shallow = newFolder();
  git(shallow, ["clone", "--quiet", "--depth=2", `file://${folder}`, "."]);
  expect(await found(folder, "is:stale sort:id-asc")).toEqual([48213377, 50000000]);
  expect(await found(shallow, "is:stale")).toEqual([50000000]);
  expect(await found(shallow, "updated:none")).toEqual([48213377]);
  expect(await found(shallow, "updated:>30d")).toEqual([50000000]);
  // Also once it is edited and committed on.
  git(shallow, ["config", "user.email", "a@x"]);
  git(shallow, ["config", "user.name", "A"]);
  commit(shallow, { "people/bob.md": "---\nname: Bob\n---\n" });
  expect(await found(shallow, "updated:none")).toEqual([48213377]);
  commit(shallow, { [`${one}/tasks/10000377.md`]: task("todo") });
  expect(await found(shallow, "updated:none")).toEqual([]);
});

test("a task that cannot be read keeps its story open", async () => {
  const { folder } = repositoryWith([
    {
      files: {
        "tracker.yaml": config,
        [`${one}/story.md`]: story(),
        [`${one}/tasks/10000377.md`]: task("todo"),
        [`${one}/tasks/20000377.md`]: task("merged"),
      },
      time: at("2026-03-01T00:00:00Z"),
    },
    { files: { [`${one}/tasks/10000377.md`]: task("todoo") }, time: at("2026-03-02T00:00:00Z") },
  ]);
  const active = { status: "active", updated: "2026-03-02T00:00:00Z", closed: null };
  expect(await timesOf(folder)).toEqual({ 48213377: active });
  commit(folder, { [`${one}/tasks/10000377.md`]: task("merged") });
  expect((await timesOf(folder))[48213377]).toMatchObject({ status: "merged" });
  commit(folder, { [`${one}/tasks/10000377.md`]: "---\nstatus: [\n" });
  expect((await timesOf(folder))[48213377]).toMatchObject({ status: "active", closed: null });
});
