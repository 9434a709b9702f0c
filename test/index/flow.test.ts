import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openDatabase } from "../../src/index/database.ts";
import { fittingInterval, flowOf } from "../../src/index/flow.ts";
import { type Life, livesOf } from "../../src/index/lives.ts";
import type { Phase } from "../../src/index/phases.ts";
import { instantOfSeconds } from "../../src/model/instant.ts";
import { everything } from "../../src/model/query/query.ts";
import { flowChart } from "../../src/site/flow-chart.ts";
import { git, newRepository, writeFiles } from "../support/folder.ts";
import { type PlannedCommit, repositoryWith } from "../support/history.ts";
import { withTracker } from "../support/opened.ts";

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const life = (id: number, born: string, turns: readonly (readonly [string, Phase])[], cameClosed = false): Life => ({
  id,
  born: day(born),
  turns: turns.map(([time, phase]) => ({ time: day(time), phase })),
  cameClosed,
});

describe("by hand", () => {
  const lives = [
    life(1, "2026-03-02", [
      ["2026-03-04", "started"],
      ["2026-03-10", "merged"],
    ]),
    life(2, "2026-03-03", [
      ["2026-03-05", "merged"],
      ["2026-03-12", "started"],
    ]),
    life(3, "2026-03-10", [["2026-03-11", "invalid"]]),
    life(4, "2015-01-01", [["2026-03-09", "merged"]], true),
    life(5, "2026-03-16", []),
  ];
  const flow = flowOf(lives, { since: day("2026-03-02"), until: day("2026-03-18"), interval: "week" });

  test("weeks begin on Monday, and the last one ends now", () => {
    const row = (from: string, to: string, numbers: readonly number[]) => {
      const [created, closed, reopened, open, merged, invalid, scope] = numbers;
      return { from: day(from), to: day(to), created, closed, reopened, open, merged, invalid, scope };
    };
    expect(flow.rows).toEqual([
      row("2026-03-02", "2026-03-09", [2, 1, 0, 2, 1, 0, 3]),
      row("2026-03-09", "2026-03-16", [1, 3, 1, 1, 2, 1, 4]),
      row("2026-03-16", "2026-03-18", [1, 0, 0, 2, 2, 1, 5]),
    ]);
  });

  test("what came closed is in no lead time, what was opened again is not done", () => {
    const days = (count: number) => count * 86_400_000;
    expect(flow.lead).toEqual({ count: 1, median: days(8), most: days(8), longest: days(8) });
    expect(flow.cycle).toEqual({ count: 1, median: days(6), most: days(6), longest: days(6) });
    expect(flow.age).toEqual({ count: 2, median: days(8.5), most: days(15), longest: days(15) });
    expect(flow.cameClosed).toBe(1);
  });

  test("what came closed, was opened again and then closed is like any other since", () => {
    const again = life(
      1,
      "2026-03-01",
      [
        ["2026-03-02", "merged"],
        ["2026-03-05", "open"],
        ["2026-03-06", "started"],
        ["2026-03-11", "merged"],
      ],
      true,
    );
    const until = (end: string) => flowOf([again], { since: day("2026-03-01"), until: day(end), interval: "week" });
    const days = (count: number) => count * 86_400_000;
    expect(until("2026-03-20")).toMatchObject({
      lead: { count: 1, longest: days(10) },
      cycle: { count: 1, longest: days(5) },
      cameClosed: 0,
    });
    expect(until("2026-03-04")).toMatchObject({ lead: { count: 0 }, cameClosed: 1 });
    const relabelled = life(
      2,
      "2026-01-01",
      [
        ["2026-03-02", "invalid"],
        ["2026-03-03", "merged"],
      ],
      true,
    );
    expect(
      flowOf([relabelled], { since: day("2026-03-01"), until: day("2026-03-20"), interval: "week" }),
    ).toMatchObject({ lead: { count: 0 }, cameClosed: 1 });
    expect(until("2026-03-07")).toMatchObject({ lead: { count: 0 }, age: { count: 1 }, cameClosed: 0 });
  });

  test("the median of an even number lies between the two in the middle", () => {
    const lives = [2, 4, 9, 100].map((days) =>
      life(days, "2026-01-01", [
        [new Date(day("2026-01-01") + days * 86_400_000).toISOString().slice(0, 10), "merged"],
      ]),
    );
    const { lead } = flowOf(lives, { since: day("2026-01-01"), until: day("2026-06-01"), interval: "month" });
    expect(lead).toMatchObject({ median: 6.5 * 86_400_000, most: 100 * 86_400_000 });
  });

  test("nothing at all is an empty flow and an empty picture", () => {
    const none = flowOf([], { since: 0, until: 0, interval: "week" });
    expect(none.rows).toEqual([]);
    expect(none.lead).toEqual({ count: 0, median: null, most: null, longest: null });
    expect(flowChart(none.rows, { title: "All", unit: "stories" })).not.toMatch(/NaN|Infinity|undefined/);
  });

  test("the picture says in words what it shows, and takes no markup from the query", () => {
    const chart = flowChart(flow.rows, { title: 'stories: "</text><script>"', unit: "stories" });
    expect(chart).toContain(
      "From 2026-03-02 to 2026-03-18: at the end 5 stories in all, 2 of them merged, 1 invalid, 2 open.",
    );
    expect(chart).not.toContain("<script>");
    expect(chart).not.toMatch(/NaN|Infinity|undefined/);
  });

  test.each([
    ["2026-01-10", "day"],
    ["2026-06-01", "week"],
    ["2028-01-01", "month"],
    ["2031-01-01", "quarter"],
    ["2050-01-01", "year"],
  ])("until %s the interval is a %s", (until, interval) => {
    expect(fittingInterval(day("2026-01-01"), day(until))).toBe(interval);
  });
});

test("at the end of each interval the numbers are those of the commit that was the newest then", async () => {
  const step = fc.record({
    task: fc.integer({ min: 0, max: 3 }),
    status: fc.constantFrom("todo", "inprogress", "review", "merged", "invalid"),
    hours: fc.integer({ min: 1, max: 60 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 20 }), async (steps) => {
      let time = day("2026-03-01") / 1000;
      const story = "---\ntitle: T\nauthor: alice\ncreated: 2026-03-01T00:00:00Z\n---\n";
      const commits: PlannedCommit[] = [
        {
          files: { "tracker.yaml": "format: 1\nname: A\nvisibility: public\n", "stories/377/48213377/story.md": story },
          time,
        },
      ];
      const created = new Map<number, string>();
      const states = [new Map<number, string>()];
      for (const { task, status, hours } of steps) {
        time += hours * 3_600;
        const instant = created.get(task) ?? `${new Date(time * 1000).toISOString().slice(0, 19)}Z`;
        created.set(task, instant);
        const path = `stories/377/48213377/tasks/${10_000_377 + task * 1_000}.md`;
        commits.push({
          files: { [path]: `---\nproject: a/b\nstatus: ${status}\nauthor: alice\ncreated: ${instant}\n---\n` },
          time,
        });
        states.push(new Map(states.at(-1)).set(task, status));
      }
      const { folder } = repositoryWith(commits);
      const [lives, ofStory] = await withTracker(folder, async ({ catalogue }) => [
        catalogue.lives(everything(0), "task"),
        catalogue.lives(everything(0), "story"),
      ]);
      expect(ofStory.map((each) => each.turns)).toEqual([turnsOf(states, commits)]);
      const { rows } = flowOf(lives, { since: day("2026-03-01"), until: time * 1000 + 1, interval: "day" });
      for (const row of rows) {
        const newest = commits.findLastIndex((commit) => commit.time * 1000 < row.to);
        const statuses = [...(states[newest]?.values() ?? [])];
        const of = (...wanted: string[]) => statuses.filter((status) => wanted.includes(status)).length;
        expect({ open: row.open, merged: row.merged, invalid: row.invalid, scope: row.scope }).toEqual({
          open: of("todo", "inprogress", "review"),
          merged: of("merged"),
          invalid: of("invalid"),
          scope: statuses.length,
        });
      }
      for (const [index, row] of rows.entries()) {
        const before = rows[index - 1]?.open ?? 0;
        expect(row.open).toBe(before + row.created + row.reopened - row.closed);
      }
    }),
    { numRuns: 15, seed: 9 },
  );
});

/** What a story with tasks of these statuses was after each commit, where that differs from before it. */
function turnsOf(states: readonly ReadonlyMap<number, string>[], commits: readonly PlannedCommit[]) {
  const phaseOf = (statuses: readonly string[]): Phase => {
    const counted = statuses.filter((status) => status !== "invalid");
    if (statuses.length > 0 && counted.length === 0) return "invalid";
    if (statuses.length > 0 && counted.every((status) => status === "merged")) return "merged";
    return statuses.some((status) => status !== "todo" && status !== "invalid") ? "started" : "open";
  };
  const all = states.map((state, at) => ({
    time: (commits[at]?.time ?? 0) * 1000,
    phase: phaseOf([...state.values()]),
  }));
  return all.filter(({ phase }, at) => phase !== (all[at - 1]?.phase ?? "open"));
}

test("many lives are read as a few are", async () => {
  const file = (kind: string, status: string) =>
    `---\n${kind}\nstatus: ${status}\nauthor: alice\ncreated: 2026-03-01T00:00:00Z\n---\n`;
  const story = "---\ntitle: T\nauthor: alice\ncreated: 2026-03-01T00:00:00Z\n---\n";
  const ids = [7, 10_000_377, 10_000_378, 48_213_377, 99_999_999];
  const folderOf = (id: number) => `stories/${String(id % 1000).padStart(3, "0")}/${id}`;
  const all = (status: string, more: number) =>
    Object.fromEntries(
      ids.map((id) => [`${folderOf(id)}/tasks/${20_000_000 + more + (id % 1000)}.md`, file("project: a/b", status)]),
    );
  const { folder } = repositoryWith([
    { files: { "tracker.yaml": "format: 1\nname: A\nvisibility: public\n" }, time: 1_772_323_200 },
    { files: Object.fromEntries(ids.map((id) => [`${folderOf(id)}/story.md`, story])), time: 1_772_323_300 },
    { files: { ...all("todo", 1_000), ...all("review", 2_000) }, time: 1_772_323_400 },
    { files: all("merged", 1_000), time: 1_772_323_500 },
  ]);
  await withTracker(folder, async () => {});
  const indexes = join(folder, ".git", "storytree");
  const [name = ""] = readdirSync(indexes).filter((each) => each.endsWith(".sqlite"));
  const db = openDatabase(join(indexes, name));
  for (const unit of ["story", "task"] as const) {
    const few = livesOf(db, everything(0), unit, Number.POSITIVE_INFINITY);
    expect(few.length).toBe(unit === "story" ? ids.length : 2 * ids.length);
    expect(few.flatMap(({ turns }) => turns).length).toBeGreaterThanOrEqual(ids.length);
    expect(livesOf(db, everything(0), unit, 0)).toEqual(few);
  }
  db.close();
});

test("a task that moved to another story was started where it was before", async () => {
  const task = (status: string, more = "") =>
    `---\nproject: a/b\nstatus: ${status}\nauthor: alice\ncreated: 2026-03-01T00:00:00Z\n${more}---\n`;
  const story = "---\ntitle: T\nauthor: alice\ncreated: 2026-03-01T00:00:00Z\n---\n";
  const alias = "aliases:\n  - task:10000377\n";
  const [one, two] = ["stories/377/48213377", "stories/000/50000000"];
  const { folder } = repositoryWith(
    [
      {
        "tracker.yaml": "format: 1\nname: A\nvisibility: public\n",
        [`${one}/story.md`]: story,
        [`${two}/story.md`]: story,
        [`${one}/tasks/10000377.md`]: task("todo"),
      },
      { [`${one}/tasks/10000377.md`]: task("inprogress") },
      { [`${one}/tasks/10000377.md`]: null, [`${two}/tasks/20000000.md`]: task("inprogress", alias) },
      { [`${two}/tasks/20000000.md`]: task("merged", alias) },
    ].map((files: Record<string, string | null>, index) => ({
      files,
      time: day("2026-03-01") / 1000 + index * 86_400,
    })),
  );
  const lives = await withTracker(folder, async ({ catalogue }) => catalogue.lives(everything(0), "task"));
  expect(lives).toEqual([
    life(20000000, "2026-03-01", [
      ["2026-03-02", "started"],
      ["2026-03-04", "merged"],
    ]),
  ]);
});

test("what is not committed has no life yet", async () => {
  const story = "---\ntitle: T\nauthor: alice\ncreated: 2026-03-01T00:00:00Z\n---\n";
  const task = "---\nproject: a/b\nstatus: merged\nauthor: alice\ncreated: 2026-03-01T00:00:00Z\n---\n";
  const folder = newRepository({
    "tracker.yaml": "format: 1\nname: A\nvisibility: public\n",
    "stories/377/10000377/story.md": story,
  });
  writeFiles(folder, {
    "stories/377/10000377/tasks/20000377.md": task,
    "stories/378/10000378/story.md": story,
  });
  const ids = (unit: "story" | "task") =>
    withTracker(folder, async ({ catalogue }) => catalogue.lives(everything(0), unit).map(({ id }) => id));
  expect([await ids("story"), await ids("task")]).toEqual([[10_000_377], []]);
  git(folder, ["add", "--all"]);
  git(folder, ["commit", "--quiet", "-m", "All"]);
  expect([await ids("story"), await ids("task")]).toEqual([[10_000_377, 10_000_378], [20_000_377]]);
});

test("what an import brought closed was closed when the last thing happened that its files tell of, however the index came to it", async () => {
  const header = "author: alice\ncreated: 2020-01-01T00:00:00Z\n---\n";
  const story = `---\ntitle: T\n${header}`;
  const task = (status: string) => `---\nproject: a/b\nstatus: ${status}\n${header}`;
  const folders = Array.from({ length: 22 }, (_, nth) => `stories/000/${20_000 + nth}000`);
  const [silent = "", discussed = "", half = ""] = folders;
  const brought = {
    ...Object.fromEntries(folders.map((folder) => [`${folder}/story.md`, story])),
    [`${silent}/tasks/10000000.md`]: task("merged"),
    [`${discussed}/tasks/11000000.md`]: task("invalid"),
    [`${discussed}/comments/20220501T101112Z-aaaa.md`]: "---\nauthor: alice\n---\nBye.\n",
    [`${half}/tasks/12000000.md`]: task("merged"),
    [`${half}/tasks/13000000.md`]: task("todo"),
    [`${half}/comments/20230501T101112Z-aaaa.md`]: "---\nauthor: alice\n---\nHalf of it.\n",
  };
  const later = `${discussed}/comments/20260401T101112Z-aaaa.md`;
  const { folder, oids } = repositoryWith([
    { files: { "tracker.yaml": "format: 1\nname: A\nvisibility: public\n" }, time: day("2026-03-01") / 1000 },
    { files: brought, time: day("2026-03-02") / 1000 },
    { files: { [later]: "---\nauthor: alice\n---\nThanks.\n" }, time: day("2026-04-02") / 1000 },
    { files: { [`${half}/tasks/13000000.md`]: task("merged") }, time: day("2026-05-01") / 1000 },
  ]);
  const closings = () =>
    withTracker(folder, async ({ catalogue }) => {
      const of = (unit: "story" | "task") =>
        catalogue
          .lives(everything(0), unit)
          .flatMap(({ id, turns }) => turns.map(({ time, phase }) => [id, phase, instantOfSeconds(time / 1000)]));
      return { stories: of("story"), tasks: of("task") };
    });
  const early = {
    stories: [
      [20_000_000, "merged", "2020-01-01T00:00:00Z"],
      [20_001_000, "invalid", "2022-05-01T10:11:12Z"],
      [20_002_000, "started", "2026-03-02T00:00:00Z"],
    ],
    tasks: [
      [10_000_000, "merged", "2020-01-01T00:00:00Z"],
      [11_000_000, "invalid", "2022-05-01T10:11:12Z"],
      [12_000_000, "merged", "2023-05-01T10:11:12Z"],
    ],
  };
  const late = {
    stories: [...early.stories, [20_002_000, "merged", "2026-05-01T00:00:00Z"]],
    tasks: [...early.tasks, [13_000_000, "merged", "2026-05-01T00:00:00Z"]],
  };
  // Made anew, taken back, brought forward.
  for (const [nth, expected] of [
    [3, late],
    [1, early],
    [2, early],
    [3, late],
  ] as const) {
    git(folder, ["reset", "--quiet", "--hard", oids[nth] as string]);
    expect(await closings()).toEqual(expected);
  }
  rmSync(join(folder, ".git", "storytree"), { recursive: true });
  expect(await closings()).toEqual(late);
});

test("a narrow picture shows the same, and every word of it lies inside", () => {
  const steps = Array.from({ length: 20 }, (_, at) => ({
    ...{ from: at * 86_400_000, to: (at + 1) * 86_400_000, created: 1, closed: 0, reopened: 0 },
    ...{ scope: at * 1_000, open: at * 1_000, merged: 0, invalid: 0 },
  }));
  const [wide, narrow] = (["wide", "narrow"] as const).map((format) =>
    flowChart(steps, { title: "All of it", unit: "stories" }, format),
  ) as [string, string];
  const descOf = (chart: string) => /<desc[^>]*>([^<]*)/.exec(chart)?.[1];
  expect(descOf(narrow)).toBe(descOf(wide));
  expect(
    new Set([wide, narrow].flatMap((chart) => [...chart.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))).size,
  ).toBe(4);
  const days = [...narrow.matchAll(/text x="([\d.]+)"[^>]*>\d{4}-\d\d-\d\d</g)].map(([, x]) => Number(x));
  expect(days.length).toBeLessThanOrEqual(3);
  for (const [, x] of narrow.matchAll(/ x="([\d.]+)"/g)) expect(Number(x)).toBeLessThanOrEqual(328);
});
