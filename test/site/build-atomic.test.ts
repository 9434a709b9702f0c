// What readers see while a site is brought to another commit, and after a build was killed on the way.

import { type ChildProcess, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { openIndex } from "../../src/index/open-index.ts";
import { buildSite, manifestName } from "../../src/site/build.ts";
import { siteOf } from "../../src/site/site.ts";
import { templatesIn } from "../../src/site/templates.ts";
import type { BuildSummary } from "../../src/site/written.ts";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { asPublic, openTracker } from "../../src/tracker/open.ts";
import {
  commit,
  differences,
  gitEnvironment,
  newFolder,
  newRepository,
  projectRoot,
  readFolder,
  tinyTracker,
} from "../support/folder.ts";
import { type Link, linksOf } from "../support/links.ts";
import { isThorough } from "../support/thorough.ts";

/** Told of every file that a build puts in its place or takes away. */
const steps = vi.hoisted(() => ({ after: (_path: string) => {} }));
vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  const renameSync: typeof fs.renameSync = (from, to) => {
    fs.renameSync(from, to);
    steps.after(String(to));
  };
  const removeSync: typeof fs.rmSync = (path, options) => {
    fs.rmSync(path, options);
    steps.after(String(path));
  };
  return { ...fs, renameSync, rmSync: removeSync };
});

const templates = templatesIn(join(projectRoot, "templates", "site"));
const program = gitProgram({ PATH: process.env.PATH });

async function build(folder: string, out: string, { switched = false, rev = "HEAD" } = {}): Promise<BuildSummary> {
  const tracker = asPublic(await openTracker(folder, program, rev));
  const catalogue = await openIndex(tracker, { now: 0 });
  const site = siteOf({ tracker, catalogue, now: Date.parse(catalogue.commitTime ?? ""), templates });
  try {
    return await buildSite(site, { out, keepOut: [folder], objects: tracker.objects ?? undefined, switched });
  } finally {
    catalogue.close();
    tracker.objects?.close();
  }
}

/** Links to what is not there, on the pages that somebody comes to who begins at the home page. */
function lostFrom(site: string, known: Map<string, Link[]>): string[] {
  const lost: string[] = [];
  const found = new Set(["index.html"]);
  for (const path of found) {
    if (!path.endsWith(".html")) continue;
    const links = known.get(path) ?? linksOf(path, readFileSync(join(site, path), "utf8"));
    known.set(path, links);
    for (const { file } of links) {
      if (existsSync(join(site, file))) found.add(file);
      else lost.push(`${path} leads to ${file}`);
    }
  }
  return lost;
}

const arrival = {
  "people/newcomer.md": "---\nname: New Comer\n---\n",
  "projects/lantern/rescue.md": "---\ntitle: Rescue\n---\nKept by @newcomer.\n",
  "stories/001/70000001/story.md":
    "---\ntitle: Rescue images boot\nauthor: newcomer\ntype: bug\ncreated: 2026-03-03T09:00:00Z\ntriage: new\ntags:\n  - rescue\naliases:\n  - launchpad:77\n---\nLike #48213377.\n",
  "stories/001/70000001/tasks/70001001.md":
    "---\nproject: lantern/rescue\nstatus: todo\nauthor: newcomer\npriority: high\ncreated: 2026-03-03T09:00:00Z\nassignee: newcomer\n---\n",
  "stories/377/48213377/comments/20260303T100000Z-zzzz.md": "---\nauthor: newcomer\n---\nSee #70000001.\n",
};
const departure = Object.fromEntries(Object.keys(arrival).map((path) => [path, null]));

/** The demo tracker, its site, that of the next commit, and that of the commit after it, which is the first again. */
let tracker: string;
let sites: readonly [first: string, second: string, third: string];
let commits: readonly string[];
let summaries: readonly BuildSummary[];
const broken: string[] = [];
beforeAll(async () => {
  tracker = newRepository(Object.fromEntries(readFolder(tinyTracker)));
  const [first, second, third, out] = [
    join(newFolder(), "site"),
    join(newFolder(), "site"),
    join(newFolder(), "site"),
    join(newFolder(), "site"),
  ];
  await build(tracker, out);
  cpSync(out, first, { recursive: true });
  const known = new Map<string, Link[]>();
  steps.after = (path) => {
    if (!path.startsWith(`${out}/`)) return;
    known.delete(path.slice(out.length + 1));
    broken.push(...lostFrom(out, known).map((each) => `after ${path}: ${each}`));
  };
  const arrivalCommit = commit(tracker, arrival, "arrive", "2026-03-03T12:00:00Z");
  const arrived = await build(tracker, out);
  cpSync(out, second, { recursive: true });
  const departureCommit = commit(tracker, departure, "leave", "2026-03-04T12:00:00Z");
  const left = await build(tracker, out);
  steps.after = () => {};
  cpSync(out, third, { recursive: true });
  sites = [first, second, third];
  commits = ["", arrivalCommit, departureCommit];
  summaries = [arrived, left];
});

test("at no moment does a page lead to what is not there", () => {
  expect(summaries.map(({ whole, removed }) => [whole, removed > 5])).toEqual([
    [false, false],
    [false, true],
  ]);
  expect(broken).toEqual([]);
});

test("a build that was killed at any moment is finished by the next one, of its commit or a later one", async () => {
  const filesOf = (site: string) => [...readFolder(site).keys()].filter((file) => file !== manifestName);
  const cases = fc.constantFrom([0, 1, 1] as const, [0, 1, 2] as const, [1, 2, 2] as const);
  await fc.assert(
    fc.asyncProperty(cases, fc.infiniteStream(fc.boolean()), async ([start, aim, next], chance) => {
      const [from, to] = [sites[start], sites[aim]];
      const out = join(newFolder(), "site");
      cpSync(from, out, { recursive: true });
      // It has said what may lie there, has put some files in their place, and perhaps taken some away.
      const old = new Set(filesOf(from));
      const begun = { commit: commits[aim], files: filesOf(to).filter((file) => !old.has(file)) };
      writeFileSync(join(out, `${manifestName}.begun`), JSON.stringify(begun));
      for (const file of differences(from, to)) {
        if (file === manifestName || chance.next().value) continue;
        mkdirSync(dirname(join(out, file)), { recursive: true });
        if (existsSync(join(to, file))) cpSync(join(to, file), join(out, file));
        else rmSync(join(out, file));
      }
      expect((await build(tracker, out, { rev: commits[next] ?? "" })).whole).toBe(next !== aim);
      expect(differences(out, sites[next])).toEqual([]);
    }),
    { numRuns: isThorough ? 100 : 4 },
  );
});

test.each([
  ["rows", /^search\/\d+-(?:open|closed)\.json$/],
  ["words", /^search\/\d+-words-/],
] as const)("of what search loads, a build that was killed may have replaced the %s alone", async (_, replaced) => {
  const folder = newRepository(Object.fromEntries(readFolder(tinyTracker)));
  const path = "stories/001/70000001/story.md";
  commit(folder, { [path]: arrival[path] }, "arrive", "2026-03-03T12:00:00Z");
  const [before, after, out] = [newFolder(), newFolder(), newFolder()].map((place) => join(place, "site")) as [
    string,
    string,
    string,
  ];
  await build(folder, before);
  // Nobody's words are others.
  const gone = commit(folder, { [path]: null }, "leave", "2026-03-04T12:00:00Z");
  await build(folder, after);
  cpSync(before, out, { recursive: true });
  writeFileSync(join(out, `${manifestName}.begun`), JSON.stringify({ commit: gone, files: [] }));
  const files = differences(before, after).filter((file) => replaced.test(file));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) cpSync(join(after, file), join(out, file));
  expect((await build(folder, out)).whole).toBe(false);
  expect(differences(out, after)).toEqual([]);
});

describe("in two versions", () => {
  test("a link leads to one of them, each build to the other, and what it leads to is a whole site", async () => {
    const folder = newRepository(Object.fromEntries(readFolder(tinyTracker)));
    const out = join(newFolder(), "site");
    const seen: string[] = [];
    const expected = [sites[0], sites[1], sites[2]];
    for (const [round, files] of [null, arrival, departure].entries()) {
      if (files) commit(folder, files, round === 1 ? "arrive" : "leave", `2026-03-0${2 + round}T12:00:00Z`);
      // It goes on by itself once it has begun.
      const { whole } = await build(folder, out, { switched: round === 0 });
      expect({ round, whole }).toEqual({ round, whole: round === 0 });
      expect({ round, different: differences(realpathSync(out), expected[round] ?? "") }).toEqual({
        round,
        different: [],
      });
      seen.push(readlinkSync(out));
    }
    expect(seen).toEqual([".site.1", ".site.2", ".site.1"]);
    expect(readdirSync(dirname(out)).sort()).toEqual([".site.1", ".site.2", "site"]);
  });

  test("a folder of a build becomes one of them; somebody else's, and a link that leads elsewhere, are left alone", async () => {
    const out = join(newFolder(), "site");
    cpSync(sites[2], out, { recursive: true });
    await build(tracker, out, { switched: true });
    expect(lstatSync(out).isSymbolicLink()).toBe(true);
    expect(differences(realpathSync(out), sites[2])).toEqual([]);
    const other = join(newFolder(), "site");
    mkdirSync(other);
    writeFileSync(join(other, "notes.txt"), "precious");
    await expect(build(tracker, other, { switched: true })).rejects.toMatchObject({ code: "output-not-ours" });
    expect(readdirSync(dirname(other))).toEqual(["site"]);
  });
});

describe("while the program builds and is killed", () => {
  const run = (folder: string, out: string, ...more: string[]): ChildProcess =>
    spawn(
      process.execPath,
      [join(projectRoot, "bin", "storytree"), "-C", folder, "-q", "build", "--out", out, ...more],
      { env: gitEnvironment, stdio: "ignore" },
    );
  const ended = (child: ChildProcess) =>
    new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));

  test.each(isThorough ? [["one folder"], ["two versions"]] : [["one folder"]])(
    "%s: a reader finds every page that a page leads to, and each is whole",
    async (kind) => {
      const folder = newRepository(Object.fromEntries(readFolder(tinyTracker)));
      const out = join(newFolder(), "site");
      const more = kind === "two versions" ? ["--switch"] : [];
      expect(await ended(run(folder, out, ...more))).toBe(0);
      let read = 0;
      const lost: string[] = [];
      let isOver = false;
      const reader = (async () => {
        let path = "index.html";
        while (!isOver) {
          const html = await page(join(out, path));
          if (!html?.endsWith("</html>\n")) lost.push(`${path}: ${html === null ? "not there" : "half"}`);
          const links = linksOf(path, html ?? "").filter(({ file }) => file.endsWith(".html"));
          path = links[read % links.length]?.file ?? "index.html";
          read += 1;
          await new Promise((resolve) => setImmediate(resolve));
        }
      })();
      commit(folder, arrival, "arrive", "2026-03-03T12:00:00Z");
      for (let round = 0; round < (isThorough ? 10 : 1); round += 1) {
        const killed = run(folder, out);
        // Once it has begun to render, at some moment or other.
        const beginning = setInterval(() => {
          if (!readdirSync(dirname(out)).some((name) => name.startsWith(".storytree-build-"))) return;
          clearInterval(beginning);
          setTimeout(() => killed.kill("SIGKILL"), Math.random() * 250);
        }, 2);
        await ended(killed);
        clearInterval(beginning);
      }
      expect(await ended(run(folder, out))).toBe(0);
      isOver = true;
      await reader;
      expect(lost).toEqual([]);
      expect(read).toBeGreaterThan(50);
      const whole = join(newFolder(), "site");
      expect(await ended(run(folder, whole))).toBe(0);
      expect(differences(realpathSync(out), whole)).toEqual([]);
      expect(existsSync(join(out, "stories", "70000001.html"))).toBe(true);
      expect(readdirSync(dirname(out)).filter((name) => name.startsWith(".storytree-build-"))).toEqual([]);
    },
  );
});

async function page(path: string): Promise<string | null> {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
