import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import matter from "gray-matter";
import { describe, expect, test } from "vitest";
import { planGithubImport } from "../../src/import/github/plan.ts";
import { closedIssues, rewriteReferences } from "../../src/import/github/references.ts";
import { readGithubSources, type SourceFile } from "../../src/import/github/source.ts";
import { readMatterText, valuesOf } from "../../src/text/matter.ts";
import { loadTracker } from "../../src/tracker/tracker.ts";
import { validate } from "../../src/validate/validate.ts";
import { sharedData } from "../support/folder.ts";
import { memoryFiles } from "../support/memory-files.ts";
import { newTracker } from "../support/new-tracker.ts";
import { storytree } from "../support/terminal.ts";

const emptyTracker = () => new Map<string, string>([["tracker.yaml", "format: 1\nname: Acme\nvisibility: public\n"]]);
const source = (content: unknown, name = "issues.json"): SourceFile => ({
  name,
  bytes: Buffer.from(typeof content === "string" ? content : JSON.stringify(content)),
});

/** Imports into files in memory, and says what was done. */
async function importInto(files: Map<string, string>, sources: readonly SourceFile[], repository?: string) {
  const data = readGithubSources(sources, repository);
  const tracker = await loadTracker(memoryFiles(files));
  const plan = await planGithubImport(data, tracker, { textOf: async (path) => files.get(path) ?? null });
  for (const file of plan.change.files) files.set(file.path, String(file.after));
  return plan;
}

const issue = (number: number, more: object = {}) => ({
  number,
  title: `Issue ${number}`,
  body: "Text",
  state: "open",
  user: { login: "Mona" },
  labels: [],
  assignees: [],
  milestone: null,
  created_at: "2020-01-02T03:04:05Z",
  repository_url: "https://api.github.com/repos/Acme/Engine",
  ...more,
});

test("an issue becomes a story with a task, its people, its tags and its milestone", async () => {
  const files = emptyTracker();
  const milestone = { title: "First Draft", description: "Soon", due_on: "2020-06-01T07:00:00Z", state: "open" };
  await importInto(files, [
    source([
      issue(12, {
        title: "[x] a: b #c",
        body: "One\r\nTwo",
        labels: [{ name: "Help Wanted" }, { name: "enhancement" }],
        assignees: [{ login: "hubot" }],
        milestone,
      }),
    ]),
  ]);
  expect(files.get("stories/012/12/story.md")).toBe(
    '---\ntitle: "[x] a: b #c"\nauthor: mona\ntype: feature\ncreated: 2020-01-02T03:04:05Z\ntriage: triaged\ntags:\n  - enhancement\n  - help-wanted\n' +
      "aliases:\n  - github:Acme/Engine#12\nmilestone: first-draft\ndepends_on:\ndue:\n---\nOne  \nTwo\n",
  );
  const [task] = [...files].filter(([path]) => path.startsWith("stories/012/12/tasks/"));
  expect(task?.[1]).toMatch(/^---\nproject: acme\/engine\nstatus: todo\nbranch:\nassignee: hubot\nauthor: mona\n/);
  expect(files.get("people/mona.md")).toContain("identities:\n  - github:Mona\n");
  expect(files.get("milestones/first-draft.md")).toContain("date: 2020-06-01\n");
  expect(files.get("projects/acme/engine.md")).toContain("repository: https://github.com/Acme/Engine\n");
  expect((await validate(memoryFiles(files), { visibility: "public" })).diagnostics).toEqual([]);
});

test.each([
  [{ state: "closed" }, "merged", undefined],
  [{ state: "closed", state_reason: "completed" }, "merged", undefined],
  [{ state: "closed", state_reason: "not_planned" }, "invalid", "wontfix"],
  [{ state: "closed", state_reason: "duplicate" }, "invalid", "duplicate"],
  [{ state: "OPEN" }, "todo", undefined],
])("%j is %s", async (more, status, reason) => {
  const files = emptyTracker();
  await importInto(files, [source([issue(1, more)])]);
  const task = [...files].find(([path]) => path.includes("/tasks/"))?.[1] ?? "";
  const data = readMatterText("a.md", task).value?.data;
  expect([data?.status, data?.reason]).toEqual([status, reason]);
});

test("a missing author is ghost, and a taken number is drawn anew", async () => {
  const files = emptyTracker();
  files.set("stories/007/7/story.md", "---\ntitle: Ours\nauthor: bob\ncreated: 2026-01-01T00:00:00Z\n---\n");
  files.set("people/bob.md", "---\nname: Bob\n---\n");
  await importInto(files, [source([issue(7, { user: null, body: "see #7 and #8" }), issue(8)])]);
  const tracker = await loadTracker(memoryFiles(files));
  const imported = [...tracker.stories.values()].find((story) => story.data.aliases?.includes("github:Acme/Engine#7"));
  expect(imported?.id).toBeGreaterThanOrEqual(10_000_000);
  expect(imported?.data.author).toBe("ghost");
  expect(imported?.body).toBe(`see #${imported?.id} and #8\n`);
});

test("a pull request is linked as a change, not imported", async () => {
  const files = emptyTracker();
  const pulls = [
    { ...issue(3), pull_request: { url: "x" }, body: "Fixes #1, mentions #2" },
    { ...issue(4), pull_request: { url: "x" }, body: "nothing" },
  ];
  const { account } = await importInto(files, [source([issue(1), issue(2), ...pulls])]);
  const task = [...files].find(([path]) => path.startsWith("stories/001/1/tasks/"))?.[1];
  expect(task).toContain("changes:\n  - https://github.com/Acme/Engine/pull/3\n");
  expect([...files.keys()].filter((path) => path.endsWith("story.md"))).toHaveLength(2);
  expect(account.notes.join()).toContain("2 pull requests: 1 linked");
});

test("newer data updates what changed there, and keeps what was edited here", async () => {
  const files = emptyTracker();
  await importInto(files, [source([issue(1), issue(2)])]);
  const one = "stories/001/1/story.md";
  files.set(one, (files.get(one) ?? "").replace("title: Issue 1", "title: Ours"));
  const newer = [issue(1, { title: "Theirs", body: "New text" }), issue(2, { title: "Renamed", state: "closed" })];
  const { account, change } = await importInto(files, [source(newer)]);
  expect(files.get(one)).toContain("title: Ours\n");
  expect(files.get(one)).toContain("New text\n");
  expect(files.get("stories/002/2/story.md")).toContain("title: Renamed\n");
  expect(account.kept).toEqual([`${one}: title`]);
  expect(change.files.length).toBeGreaterThan(0);
  // The same again is nothing, and what was kept stays kept.
  expect((await importInto(files, [source(newer)])).change.files).toEqual([]);
  expect(files.get(one)).toContain("title: Ours\n");
});

describe("references in prose", () => {
  const targets = {
    repository: "acme/engine",
    story: (n: number) => ({ 1: 1, 2: 20000002 })[n],
    isPull: (n: number) => n === 3,
  };
  test.each([
    ["see #1 and #2", "see #1 and #20000002"],
    ["pull #3", "pull [#3](https://github.com/acme/engine/pull/3)"],
    ["unknown #99", "unknown #99"],
    ["acme/engine#2 but other/repo#2", "#20000002 but other/repo#2"],
    ["https://github.com/acme/engine/issues/2", "#20000002"],
    [
      "https://github.com/acme/engine/issues/2#issuecomment-5",
      "https://github.com/acme/engine/issues/2#issuecomment-5",
    ],
    ["`#2` and [#2](https://x.org/#2)", "`#2` and [#20000002](https://x.org/#2)"],
    ["```\n#2\n```\n#2", "```\n#2\n```\n#20000002"],
    ["    #2", "    #2"],
    ["abc#2 &#2; /#2", "abc#2 &#2; /#2"],
  ])("%j", (text, wanted) => {
    expect(rewriteReferences(text, targets)).toBe(wanted);
  });

  test("GitHub's closing keywords", () => {
    const text =
      "Fixes #1. closes: #2, resolved acme/engine#3, fix https://github.com/acme/engine/issues/4; see #5, prefixes #6";
    expect(closedIssues(text, "acme/engine")).toEqual([1, 2, 3, 4]);
  });
});

describe("a file that is not what it should be", () => {
  test.each<[string, string, string]>([
    ["empty", "", "import-empty"],
    ["cut off", '[{"number": 1, "title": "a"}, {"num', "import-not-json"],
    ["something else", "# Title", "import-not-json"],
    ["another JSON", '{"stories": []}', "import-foreign"],
    ["a list of other things", '[{"id": 1}]', "import-foreign"],
    ["no repository", '[{"number": 1, "title": "a"}]', "import-repository"],
    ["Latin-1", "\xff", "import-not-json"],
  ])("%s", (_, text, code) => {
    expect(() => readGithubSources([source(text)])).toThrowError(expect.objectContaining({ code }));
  });

  test("bytes that are no UTF-8, and a gzip cut off", () => {
    expect(() => readGithubSources([{ name: "a", bytes: Buffer.from([0x5b, 0xff]) }])).toThrowError(
      expect.objectContaining({ code: "import-not-utf8" }),
    );
    expect(() => readGithubSources([{ name: "a", bytes: Buffer.from([0x1f, 0x8b, 8, 0]) }])).toThrowError(
      expect.objectContaining({ code: "import-not-gzip" }),
    );
  });

  test("one bad item is skipped by name, the others come in; prototypes stay clean", async () => {
    const files = emptyTracker();
    const text = JSON.stringify([
      issue(1),
      issue(2, { created_at: "never" }),
      issue(3, { title: 5 }),
      issue(1),
    ]).replace('"body":"Text"', '"body":"Text","__proto__":{"bad":true}');
    const { account } = await importInto(files, [source(text)]);
    expect(account.skipped).toHaveLength(3);
    expect(account.skipped.join()).toContain("issue #2");
    expect(({} as { bad?: boolean }).bad).toBeUndefined();
    expect(files.has("stories/001/1/story.md")).toBe(true);
  });
});

describe("real archives", () => {
  test.for([
    [["data/github/tls13-spec.archive.json.gz"], 446, 963, 998],
    [["data/github/quic-2017-issues.rest.json.gz", "data/github/quic-2017-pulls.rest.json.gz"], 262, 0, 217],
  ] as const)(
    "%j: everything arrives, reads clean, and a second time changes nothing",
    async ([paths, issues, comments, pulls], { skip }) => {
      const places = paths.map(sharedData);
      if (places.includes(undefined)) return skip(`../shared/${paths[0]} is not here`);
      const sources = places.map((place) => ({ name: basename(place ?? ""), bytes: readFileSync(place ?? "") }));
      const files = emptyTracker();
      const { account } = await importInto(files, sources);
      expect(account.records.find((each) => each.what === "issues")).toMatchObject({ of: issues, added: issues });
      expect(account.records.find((each) => each.what === "comments")?.added ?? 0).toBe(comments);
      expect(account.notes.join()).toContain(`${pulls} pull requests`);
      expect(account.skipped).toEqual([]);
      expect((await validate(memoryFiles(files), { visibility: "public" })).diagnostics).toEqual([]);
      for (const [path, text] of files) {
        if (!path.endsWith(".md")) continue;
        const ours = readMatterText(path, text).value;
        const theirs = matter(text, {});
        expect({ path, data: byInstant(theirs.data) }).toEqual({ path, data: byInstant(ours && valuesOf(ours)) });
        expect(theirs.content).toBe(ours?.body);
      }
      expect((await importInto(files, sources)).change.files).toEqual([]);
    },
  );
});

/** gray-matter reads unquoted instants and days as dates: both sides are compared by instant. */
function byInstant(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data), (_, value) =>
    typeof value === "string" && /^\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?$/.test(value) ? new Date(value).getTime() : value,
  );
}

test("the repository is named where the files do not say", async () => {
  const folder = await newTracker("plain");
  const file = join(folder, "..", "issues.json");
  writeFileSync(file, JSON.stringify([{ ...issue(3), repository_url: undefined }]));
  const { exit, err } = await storytree(folder, ["import", "github", "--repo", "Acme/Wheels", file]);
  expect([exit, err]).toEqual([0, err]);
  expect(readFileSync(join(folder, "stories/003/3/story.md"), "utf8")).toContain("github:Acme/Wheels#3");
});
