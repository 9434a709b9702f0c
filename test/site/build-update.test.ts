// A site brought from commit to commit is the one that a whole build makes, to the byte, whatever the commits hold.

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { openIndex } from "../../src/index/open-index.ts";
import { buildSite } from "../../src/site/build.ts";
import { siteOf } from "../../src/site/site.ts";
import { templatesIn } from "../../src/site/templates.ts";
import type { BuildSummary } from "../../src/site/written.ts";
import { rowsOfPage } from "../../src/site/written-rows.ts";
import { dirtyPaths } from "../../src/tracker/dirty-paths.ts";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { asPublic, openTracker } from "../../src/tracker/open.ts";
import {
  commit,
  differences,
  git,
  newFolder,
  newRepository,
  projectRoot,
  readFolder,
  tinyTracker,
} from "../support/folder.ts";
import { isThorough } from "../support/thorough.ts";

const templates = templatesIn(join(projectRoot, "templates", "site"));
const program = gitProgram({ PATH: process.env.PATH });

/** Brings the site in `out` to the tracker's HEAD; `whole`: another folder, for all of it anew. */
async function build(folder: string, out: string, whole?: string): Promise<BuildSummary> {
  const tracker = asPublic(await openTracker(folder, program, "HEAD"));
  const catalogue = await openIndex(tracker, { now: Date.parse("2026-11-24T12:00:00Z") });
  const now = Date.parse(catalogue.commitTime ?? "");
  const site = siteOf({ tracker, catalogue, now, templates, url: "https://x.example" });
  const options = { keepOut: [folder], objects: tracker.objects ?? undefined };
  const summary = await buildSite(site, { ...options, out });
  if (whole !== undefined) expect((await buildSite(site, { ...options, out: whole })).whole).toBe(true);
  catalogue.close();
  tracker.objects?.close();
  return summary;
}

let first: { readonly folder: string; readonly out: string };
beforeAll(async () => {
  first = { folder: newRepository(Object.fromEntries(readFolder(tinyTracker))), out: join(newFolder(), "site") };
  await build(first.folder, first.out);
});

/** The demo tracker in a repository of its own, with its index, and the site of it. */
function trackerWithSite(): { readonly folder: string; readonly out: string } {
  const [folder, out] = [newFolder(), join(newFolder(), "site")];
  cpSync(first.folder, folder, { recursive: true });
  cpSync(first.out, out, { recursive: true });
  return { folder, out };
}

const story = (id: number) => `stories/${String(id % 1000).padStart(3, "0")}/${id}`;
const read = (folder: string, path: string) => readFileSync(join(folder, path), "utf8");

/** Changes of a tracker, each a commit; some make files that cannot be read. */
const edits: Readonly<Record<string, (folder: string, n: number) => Record<string, string | null>>> = {
  comment: (_, n) => ({
    [`${story(48213377)}/comments/202603${String(10 + (n % 15))}T10000${n % 10}Z-ab${n % 10}z.md`]: `---\nauthor: ${n % 2 ? "noor" : "nobody-yet"}\n---\nSee #52910377 and @bjorn, ${n}.\n`,
  }),
  title: (folder) => ({
    [`${story(52910377)}/story.md`]: read(folder, `${story(52910377)}/story.md`).replace(
      /^title: (.*)$/m,
      "title: $1 again",
    ),
  }),
  status: (folder, n) => {
    const tasks = `${story(48213377)}/tasks`;
    const [name = ""] = readdirSync(join(folder, tasks)).sort();
    const statuses = ["todo", "inprogress", "review", "merged", "invalid"];
    return {
      [`${tasks}/${name}`]: read(folder, `${tasks}/${name}`).replace(/^status: .*$/m, `status: ${statuses[n % 5]}`),
    };
  },
  newStory: (_, n) => ({
    [`${story(70000377 + n * 1000)}/story.md`]: `---\ntitle: New ${n}\nauthor: noor\ntype: bug\ncreated: 20${20 + (n % 7)}-03-0${1 + (n % 9)}T09:12:33Z\ntriage: new\ntags:\n  - tag-${n % 3}.json\naliases:\n  - launchpad:${1000 + n}\nmilestone:\ndepends_on:\n  - 48213377\ndue:\n---\nLike #48213377.\n`,
  }),
  removeStory: (folder, n) => {
    const id = 70000377 + n * 1000;
    return existsSync(join(folder, `${story(id)}/story.md`)) ? { [`${story(id)}/story.md`]: null } : {};
  },
  person: (folder, n) => ({
    "people/nobody-yet.md":
      n % 3 === 0 && existsSync(join(folder, "people/nobody-yet.md")) ? null : `---\nname: Somebody ${n}\n---\n`,
  }),
  rename: (folder) => ({ "people/bjorn.md": read(folder, "people/bjorn.md").replace(/^name: (.*)$/m, "name: $1 X") }),
  // Somebody was called so before, and somebody else may be now.
  formerName: (_, n) => ({
    "people/one-of-two.md": `---\nname: Two\naliases:\n${["", "  - person:once-1\n", "  - person:once-1\n  - person:once-2\n"][n % 3]}---\n`,
  }),
  nameAgain: (_, n) => ({ [`people/once-${1 + (n % 2)}.md`]: n % 3 === 0 ? null : "---\nname: Once\n---\n" }),
  movedTask: (folder, n) => {
    const tasks = `${story(48213377)}/tasks`;
    const [name = ""] = readdirSync(join(folder, tasks)).sort();
    const text = read(folder, `${tasks}/${name}`).replace(/^aliases:\n(?: {2}- .*\n)*/m, "");
    return { [`${tasks}/${name}`]: text.replace("\n---\n", `\naliases:\n  - task:7700${n % 3}377\n---\n`) };
  },
  hidden: (_, n) => ({
    [`${story(52910377)}/comments/20260701T100000Z-hid3.md`]: `---\nauthor: noor\n${n % 2 ? "hidden: true\n" : ""}attachments:\n  - file: told.txt\n---\nSee.\n`,
    [`${story(52910377)}/attachments/told.txt`]: "told\n",
  }),
  project: (_, n) => ({
    "projects/lantern/extra.md": n % 2 ? null : `---\ntitle: Extra ${n}\nteam: storage-core\n---\nAbout #48213377.\n`,
  }),
  members: (_, n) => ({
    "teams/storage-core.md": `---\ntitle: Storage core\nmembers:\n  - ${n % 2 ? "bjorn" : "chen"}\n---\n`,
    "projects/lantern/extra.md": `---\ntitle: Extra\nmaintainers:\n  - ${n % 3 ? "chen" : "noor"}\n---\n`,
  }),
  group: (folder) => ({
    "groups/storage.md": read(folder, "groups/storage.md")
      .replace(/^title: (.*)$/m, "title: $1 more")
      .replace(
        /^ {2}- lantern\/(volumes|compute)$/m,
        (_, name) => `  - lantern/${name === "volumes" ? "compute" : "volumes"}`,
      ),
  }),
  broken: (_, n) => ({
    [`${story(52910377)}/story.md`]: n % 2 ? "---\ntitle: [\n" : read(tinyTracker, `${story(52910377)}/story.md`),
  }),
  list: (_, n) => ({ "lists/extra.md": n % 2 ? null : "---\ntitle: Extra\nquery: status:active\n---\n" }),
  elsewhere: (_, n) => ({ "README.md": `${n}\n` }),
};

describe("after any commits", () => {
  /** Builds both ways and compares. */
  async function sameAsWhole(folder: string, out: string, what: unknown): Promise<void> {
    const whole = join(newFolder(), "site");
    const summary = await build(folder, out, whole);
    expect({ what, different: differences(out, whole) }).toEqual({ what, different: [] });
    expect(summary.whole).toBe(false);
  }

  test("the site brought up to date equals the whole one", async () => {
    const names = Object.keys(edits);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(9)), { minLength: 1, maxLength: 2 }), {
          minLength: 1,
          maxLength: 3,
        }),
        async (rounds) => {
          const { folder, out } = trackerWithSite();
          for (const [round, commits] of rounds.entries()) {
            for (const [step, [name, n]] of commits.entries())
              commit(folder, edits[name]?.(folder, n) ?? {}, `${name} ${n}`, `2026-04-0${1 + round}T12:00:0${step}Z`);
            await sameAsWhole(folder, out, commits);
          }
        },
      ),
      { numRuns: isThorough ? 40 : 2 },
    );
  });

  test("each kind of change, one after the other: brought up to date, and equal", async () => {
    const { folder, out } = trackerWithSite();
    const names = Object.keys(edits);
    // What is stale stays so: in CI a few kinds are compared together.
    const together = isThorough ? 1 : 3;
    for (const [step, name] of names.entries()) {
      commit(folder, edits[name]?.(folder, 2) ?? {}, name, `2026-04-01T12:${10 + step}:00Z`);
      if ((step + 1) % together === 0 || step === names.length - 1) await sameAsWhole(folder, out, name);
      else expect({ name, whole: (await build(folder, out)).whole }).toEqual({ name, whole: false });
    }
  });
});

test("lists of several pages: a story goes from one to another, its neighbours' rows are taken over, and all is as if made anew", async () => {
  const { folder, out } = trackerWithSite();
  const at = (n: number) => story(60000000 + n);
  const storyFile = (n: number, title: string) =>
    `---\ntitle: ${title} <${n}>\nauthor: noor\ntype: bug\ncreated: 2026-01-${10 + (n % 18)}T09:12:33Z\ntriage: confirmed\ntags:\n  - many\n---\n\n| a | b |\n| - | - |\n| ${n} | |\n`;
  const taskFile = (assignee: string) =>
    `---\nproject: lantern/compute\nstatus: todo\nauthor: noor\npriority: high\ncreated: 2026-02-03T09:00:00Z\nassignee: ${assignee}\n---\n`;
  const many = Array.from({ length: 220 }, (_, n) => [
    [`${at(n)}/story.md`, storyFile(n, "One of many")],
    [`${at(n)}/tasks/${61000000 + n}.md`, taskFile(n % 2 ? "bjorn" : "late-comer")],
  ]).flat();
  commit(folder, Object.fromEntries(many), "many", "2026-04-01T12:00:00Z");
  await build(folder, out);
  const steps: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
    "a title in the middle, one that goes, one that is done": {
      [`${at(110)}/story.md`]: storyFile(110, "Another"),
      ...{ [`${at(40)}/story.md`]: null, [`${at(40)}/tasks/61000040.md`]: null },
      [`${at(7)}/tasks/61000007.md`]: taskFile("bjorn").replace("todo", "merged"),
    },
    "other words in two texts, of stories that are where they were": {
      [`${at(55)}/story.md`]: storyFile(55, "One of many").replace("| 55 | |", "| quite | other |"),
      [`${at(90)}/comments/20260402T100000Z-ab1z.md`]: "---\nauthor: noor\n---\nQuite so.\n",
    },
    "a person who comes": { "people/late-comer.md": "---\nname: Late Comer\n---\n" },
  };
  for (const [step, [what, files]] of Object.entries(steps).entries()) {
    commit(folder, files, what, `2026-04-02T12:${10 + step}:00Z`);
    const whole = join(newFolder(), "site");
    const summary = await build(folder, out, whole);
    expect({ what, different: differences(out, whole) }).toEqual({ what, different: [] });
    expect({ what, whole: summary.whole }).toEqual({ what, whole: false });
  }
  expect(existsSync(join(out, "tags", "many~3.html"))).toBe(true);
});

test("a page's rows are taken from both of its files, or not at all", () => {
  const row = (id: number) => `<tr>\n<td><span class="id">#${id}</span></td>\n</tr>\n`;
  const line = (id: number) => `    {"id":${id},"title":"<tr>"}`;
  const html = (ids: readonly number[]) =>
    `<table>\n<tr>\n</tr>\n</table><table class="rows stories">\n<tbody>\n${ids.map(row).join("")}</tbody></table>`;
  const json = (ids: readonly number[]) =>
    `{\n  "nested": [\n    {\n      "id": 9\n    }\n  ],\n  "stories": [\n${ids.map(line).join(",\n")}\n  ]\n}\n`;
  expect(rowsOfPage(html([3, 1]), json([3, 1]), false)).toEqual(
    [3, 1].map((id) => ({ id, written: { html: row(id), json: line(id).trim() } })),
  );
  // Other columns are other rows.
  expect(rowsOfPage(html([3, 1]), json([3, 1]), true)).toEqual([]);
  for (const other of [[1, 3], [3], [3, 1, 2], []]) expect(rowsOfPage(html([3, 1]), json(other), false)).toEqual([]);
});

test("a comment leaves the pages of other stories, and the file system's times of them, as they are", async () => {
  const { folder, out } = trackerWithSite();
  const page = join(out, "stories", "2000147.html");
  const before = statSync(page).ino;
  commit(folder, edits.comment?.(folder, 1) ?? {}, "comment", "2026-04-01T12:00:00Z");
  const summary = await build(folder, out);
  expect(summary.whole).toBe(false);
  expect(summary.written).toBeLessThan(summary.files / 3);
  expect(summary.pages).toBe((await build(folder, join(newFolder(), "site"))).pages);
  expect(statSync(page).ino).toBe(before);
  expect(readdirSync(dirname(out))).toEqual(["site"]);
});

test.each(["search/0-open.json", "search/0-words-0.json"])("%s, cut off by somebody, is made anew", async (file) => {
  const { folder, out } = trackerWithSite();
  writeFileSync(join(out, file), readFileSync(join(out, file), "utf8").slice(0, -40));
  commit(folder, edits.comment?.(folder, 1) ?? {}, "comment", "2026-04-01T12:00:00Z");
  const whole = join(newFolder(), "site");
  expect((await build(folder, out, whole)).whole).toBe(false);
  expect(differences(out, whole)).toEqual([]);
});

test("a file of somebody else's in the place of a new page is left alone", async () => {
  const { folder, out } = trackerWithSite();
  writeFileSync(join(out, "stories", "70002377.html"), "precious");
  commit(folder, edits.newStory?.(folder, 2) ?? {}, "new", "2026-04-01T12:00:00Z");
  await expect(build(folder, out)).rejects.toMatchObject({ code: "output-not-ours" });
  expect(read(out, "stories/70002377.html")).toBe("precious");
});

test.each([
  ["style.css"],
  ["stories/2000147.json"],
  ["projects/lantern/compute.html"],
  ["stories/48213377/attachments/converge.png"],
  ["search"],
])("what somebody took away is there again after a build: %s", async (file) => {
  const { folder, out } = trackerWithSite();
  await build(folder, out);
  expect((await build(folder, out)).whole).toBe(false);
  // As long as it takes until a file's time is another.
  await setTimeout(20);
  writeFileSync(join(out, dirname(file), "theirs.txt"), "precious");
  expect((await build(folder, out)).whole).toBe(false);
  rmSync(join(out, dirname(file), "theirs.txt"));
  await setTimeout(20);
  rmSync(join(out, file), { recursive: true });
  const whole = join(newFolder(), "site");
  expect((await build(folder, out, whole)).whole).toBe(true);
  expect(differences(out, whole)).toEqual([]);
});

test("a history that was written anew, or another configuration, is built anew", async () => {
  const { folder, out } = trackerWithSite();
  git(folder, ["commit", "--quiet", "--amend", "--message", "Another"]);
  expect((await build(folder, out)).whole).toBe(true);
  commit(folder, { "tracker.yaml": `${read(folder, "tracker.yaml")}# more\n` }, "more", "2026-04-01T12:00:00Z");
  expect((await build(folder, out)).whole).toBe(true);
});

test("a milestone that comes, is called otherwise and goes is a link by that title where a story is planned for it whose tasks are for another", async () => {
  const { folder, out } = trackerWithSite();
  const path = `${story(48213377)}/story.md`;
  const text = readFileSync(join(folder, path), "utf8").replace(/^milestone:.*$/m, "milestone: later");
  const tasks = readdirSync(join(folder, story(48213377), "tasks")).map((name) => `${story(48213377)}/tasks/${name}`);
  const planned = tasks.map((task) => {
    const own = readFileSync(join(folder, task), "utf8");
    return [task, own.replace(/^milestone:.*$/m, "milestone: 2026-2")] as const;
  });
  commit(folder, { [path]: text, ...Object.fromEntries(planned) });
  const page = () => readFileSync(join(out, "stories", "48213377.html"), "utf8");
  await build(folder, out);
  expect(page()).toContain("<dt>Milestone</dt><dd>later</dd>");
  for (const title of ["Later", "Much later", null]) {
    const milestone = title && `---\ntitle: ${title}\n---\n`;
    commit(folder, { "milestones/later.md": milestone });
    const whole = join(newFolder(), "site");
    await build(folder, out, whole);
    expect(differences(out, whole)).toEqual([]);
    expect(/<dt>Milestone<\/dt><dd>(?:<a[^>]*>)?([^<]*)/.exec(page())?.[1]).toBe(title ?? "later");
  }
});

test("of a story that goes nothing stays, not even its folders", async () => {
  const { folder, out } = trackerWithSite();
  const place = join(folder, story(48213377));
  expect(existsSync(join(out, "stories/48213377/attachments"))).toBe(true);
  const gone = [...readFolder(place).keys()].map((path) => [`${story(48213377)}/${path}`, null]);
  commit(folder, Object.fromEntries(gone), "gone", "2026-04-03T12:00:00Z");
  expect((await build(folder, out)).whole).toBe(false);
  expect(existsSync(join(out, "stories/48213377"))).toBe(false);
  expect(existsSync(join(out, "stories"))).toBe(true);
});

test("a site that is built into the working tree is none of its records", async () => {
  const { folder } = trackerWithSite();
  const out = join(folder, "public", "site");
  await build(folder, out);
  const tracker = await openTracker(folder, program);
  const catalogue = await openIndex(tracker, { now: Date.parse("2026-11-24T12:00:00Z") });
  expect(catalogue.broken()).toEqual([]);
  const listed: string[] = [];
  for await (const batch of tracker.files.list()) for (const { path } of batch) listed.push(path);
  expect(listed.filter((path) => path.startsWith("public/"))).toEqual([]);
  expect(listed).toContain("tracker.yaml");
  if (!tracker.run || !tracker.objects) throw new Error("no repository");
  writeFileSync(join(folder, "public", "note.txt"), "mine\n");
  expect(await dirtyPaths(tracker.run, tracker.objects)).toEqual(["public/note.txt"]);
  catalogue.close();
  tracker.objects.close();
});

test("what a built site is known by hides nothing that git keeps, nor what is new beside it", async () => {
  const { folder } = trackerWithSite();
  for (const place of ["stories", "stories/377", "people"])
    commit(folder, { [`${place}/.storytree-manifest.json`]: "{}\n" }, place, "2026-04-03T12:00:00Z");
  const fresh = `${story(70000377)}/story.md`;
  mkdirSync(dirname(join(folder, fresh)), { recursive: true });
  writeFileSync(join(folder, fresh), "---\ntitle: [\n---\n");
  for (const git of [program, { ...program, program: "no-such-git" }]) {
    const tracker = await openTracker(folder, git);
    const listed: string[] = [];
    for await (const batch of tracker.files.list()) for (const { path } of batch) listed.push(path);
    for (const path of [fresh, `${story(48213377)}/story.md`, "people/noor.md", "people/.storytree-manifest.json"])
      expect([path, listed.includes(path)]).toEqual([path, true]);
    if (!tracker.run || !tracker.objects) throw new Error("no repository");
    expect(await dirtyPaths(tracker.run, tracker.objects)).toEqual([fresh]);
    tracker.objects.close();
  }
});
