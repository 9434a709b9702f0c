import { describe, expect, test } from "vitest";
import { blameOf } from "../../../src/change/history/blame.ts";
import { revertedBy, reviewOf } from "../../../src/change/history/review.ts";
import { type HistoryTarget, timelineOf } from "../../../src/change/history/timeline.ts";
import { timelineText } from "../../../src/change/history/timeline-text.ts";
import { openTracker } from "../../../src/library/open-tracker.ts";
import { mailIdentity } from "../../../src/tracker/actor.ts";
import { git, newFolder } from "../../support/folder.ts";
import { type PlannedCommit, repositoryWith } from "../../support/history.ts";
import { withTracker } from "../../support/opened.ts";

const plain = (text: string) => text;
const ink = { color: false, bold: plain, dim: plain, red: plain, green: plain, yellow: plain };
const config = "format: 1\nname: Acme\nvisibility: public\n";
const [first, second] = ["stories/377/48213377", "stories/000/50000000"];
const story = (title: string, more = "", body = "") =>
  `---\ntitle: ${title}\nauthor: alice\ncreated: 2026-03-01T00:00:00Z\n${more}---\n${body}`;
const task = (status: string, more = "") =>
  `---\nproject: acme/engine\nstatus: ${status}\nauthor: alice\ncreated: 2026-03-01T00:00:00Z\n${more}---\n`;

/** Commits a day apart from the first of March on. */
function days(...commits: readonly Omit<PlannedCommit, "time">[]): PlannedCommit[] {
  return commits.map((commit, index) => ({
    time: Date.parse("2026-03-01T00:00:00Z") / 1000 + index * 86_400,
    ...commit,
  }));
}

/** The timeline as it is printed, commit ids as their index and times as days of March. */
async function log(
  { folder, oids }: { folder: string; oids: readonly string[] },
  target: HistoryTarget,
): Promise<string> {
  const entries = await withTracker(folder, (source) => timelineOf(source, target));
  return oids.reduce(
    (text, oid, index) => text.replaceAll(oid.slice(0, 10), `c${index}`),
    timelineText(entries, ink).replaceAll(/2026-03-(\d\d)T00:00:00Z/g, "$1"),
  );
}

const start = {
  "tracker.yaml": config,
  [`${first}/story.md`]: story("First"),
  [`${second}/story.md`]: story("Second"),
};

describe("a task that moves to another story", () => {
  const moved = (more: string) =>
    days(
      { files: { ...start, [`${first}/tasks/10000377.md`]: task("todo") } },
      { files: { [`${first}/tasks/10000377.md`]: task("inprogress") } },
      {
        files: { [`${first}/tasks/10000377.md`]: null, [`${second}/tasks/20000000.md`]: task("inprogress", more) },
        author: "Bob",
      },
      { files: { [`${second}/tasks/20000000.md`]: task("merged", more) } },
    );
  test.each([
    ["keeping its old number", "aliases:\n  - task:10000377\n"],
    ["by hand", ""],
  ])("%s is one event on both, and brings its own history along", async (_, more) => {
    const made = repositoryWith(moved(more));
    const line = "c2 03 Bob: Change\n  task 10000377: moved from story 48213377 to story 50000000 as 20000000\n";
    expect(await log(made, { kind: "story", id: 48213377 })).toBe(
      `${line}\nc1 02 Alice: Change\n  task 10000377: status todo → inprogress\n\nc0 01 Alice: Change\n  story 48213377: "First"\n  task 10000377: new on acme/engine\n`,
    );
    expect(await log(made, { kind: "story", id: 50000000 })).toBe(
      `c3 04 Alice: Change\n  task 20000000: status inprogress → merged\n\n${line}\nc0 01 Alice: Change\n  story 50000000: "Second"\n`,
    );
    expect(await log(made, { kind: "task", id: 20000000 })).toBe(
      `c3 04 Alice: Change\n  task 20000000: status inprogress → merged\n\n${line}\nc1 02 Alice: Change\n  task 10000377: status todo → inprogress\n\nc0 01 Alice: Change\n  task 10000377: new on acme/engine\n`,
    );
    const blame = await withTracker(made.folder, (source) => blameOf(source, { kind: "task", id: 20000000 }));
    expect(blame?.fields.map(({ field, by }) => [field, made.oids.indexOf(by.commit)])).toEqual(
      [["project", 0], ["status", 3], ["author", 0], ["created", 0], ...(more === "" ? [] : [["aliases", 2]])].sort(
        (a, b) => order.indexOf(String(a[0])) - order.indexOf(String(b[0])),
      ),
    );
  });
  const order = ["project", "status", "author", "created", "aliases"];
});

test("a person that is renamed keeps their history, and is the author of what they wrote under either name", async () => {
  const person = (name: string, more = "") => `---\nname: ${name}\n${more}---\n`;
  const mail = `identities:\n  - ${mailIdentity("bob@example.org")}\n`;
  const made = repositoryWith(
    days(
      { files: { ...start, "people/bob.md": person("Bob", mail) }, author: "Bob" },
      { files: { "people/bob.md": person("Bob B.", mail) }, author: "Bob" },
      { files: { "people/bob.md": null, "people/robert.md": person("Bob B.", `${mail}aliases:\n  - person:bob\n`) } },
    ),
  );
  expect(await log(made, { kind: "person", name: "robert" })).toBe(
    'c2 03 Alice: Change\n  person bob: renamed to robert\n\nc1 02 robert: Change\n  person bob: name Bob → "Bob B."\n\nc0 01 robert: Change\n  person bob: new, "Bob"\n',
  );
});

test.each([
  ["board", "boards", "lanes:\n  - title: Todo\n    items:\n"],
  ["list", "lists", "items:\n"],
  ["group", "groups", "projects:\n"],
] as const)("a %s that is renamed keeps its history", async (kind, folder, rest) => {
  const record = (title: string, more = "") => `---\ntitle: ${title}\n${more}${rest}---\n`;
  const made = repositoryWith(
    days(
      { files: { ...start, [`${folder}/old.md`]: record("Old") } },
      { files: { [`${folder}/old.md`]: record("New") } },
      { files: { [`${folder}/old.md`]: null, [`${folder}/now.md`]: record("New", `aliases:\n  - ${kind}:old\n`) } },
    ),
  );
  const told = await log(made, { kind, name: "now" });
  expect(told).toContain(`${kind} old: renamed to now`);
  expect(told).toContain(`${kind} old: title Old → New`);
  expect(told).toContain(`${kind} old: new, "Old"`);
});

test("a name that is taken back brings all of its history along, and is who set what", async () => {
  const person = (name: string, alias = "") =>
    `---\nname: ${name}\n${alias === "" ? "" : `aliases:\n  - person:${alias}\n`}---\n`;
  const made = repositoryWith(
    days(
      { files: { ...start, "people/bob.md": person("Bob") } },
      { files: { "people/bob.md": null, "people/robert.md": person("Bob", "bob") } },
      { files: { "people/robert.md": person("Robert", "bob") } },
      { files: { "people/robert.md": null, "people/bob.md": person("Robert", "robert") } },
    ),
  );
  expect(await log(made, { kind: "person", name: "bob" })).toBe(
    [
      "c3 04 Alice: Change\n  person robert: renamed to bob\n",
      "c2 03 Alice: Change\n  person robert: name Bob → Robert\n",
      "c1 02 Alice: Change\n  person bob: renamed to robert\n",
      'c0 01 Alice: Change\n  person bob: new, "Bob"\n',
    ].join("\n"),
  );
  const blame = await withTracker(made.folder, (source) => blameOf(source, { kind: "person", name: "bob" }));
  expect(blame?.fields.map(({ field, by }) => [field, made.oids.indexOf(by.commit)])).toEqual([
    ["name", 2],
    ["aliases", 3],
  ]);
});

test("what could not be read for a while is told by what it said before", async () => {
  const path = `${first}/tasks/10000377.md`;
  const made = repositoryWith(
    days(
      { files: { ...start, [path]: task("todo"), [`${second}/story.md`]: "---\ntitle: [\n---\n" } },
      { files: { [path]: "---\nstatus: [\n---\n" } },
      { files: { [path]: "---\nstatus: {\n---\n" } },
      { files: { [path]: task("merged"), [`${second}/story.md`]: story("Second") } },
    ),
  );
  expect(await log(made, { kind: "task", id: 10000377 })).toBe(
    [
      "c3 04 Alice: Change\n  task 10000377: status todo → merged\n",
      "c2 03 Alice: Change\n  task 10000377: cannot be read\n",
      "c1 02 Alice: Change\n  task 10000377: cannot be read\n",
      "c0 01 Alice: Change\n  task 10000377: new on acme/engine\n",
    ].join("\n"),
  );
  expect(await log(made, { kind: "story", id: 50000000 })).toBe(
    "c3 04 Alice: Change\n  story 50000000: can be read again: title Second, author alice\n\nc0 01 Alice: Change\n  story 50000000: cannot be read\n",
  );
});

test("lists and boards tell where a story's cards went, and their own logs tell it of every card", async () => {
  const board = (todo: readonly number[], done: readonly number[]) =>
    `---\ntitle: Release\nlanes:\n  - title: To do\n    items:${todo.map((id) => `\n      - ${id}`).join("")}\n  - title: Done\n    items:${done.map((id) => `\n      - ${id}`).join("")}\n---\n`;
  const list = (...ids: readonly number[]) =>
    `---\ntitle: Next\nitems:${ids.map((id) => `\n  - ${id}`).join("")}\n---\n`;
  const made = repositoryWith(
    days(
      { files: { ...start, [`${first}/tasks/10000377.md`]: task("todo") } },
      { files: { "lists/next.md": list(50000000), "boards/release.md": board([10000377, 50000000], []) } },
      { files: { "lists/next.md": list(48213377, 50000000), "boards/release.md": board([50000000], [10000377]) } },
      { files: { "lists/next.md": list(50000000), "boards/release.md": board([50000000], []) } },
      { files: { "lists/next.md": "---\ntitle: [\n---\n" } },
      { files: { "lists/next.md": list(50000000) } },
    ),
  );
  expect(await log(made, { kind: "story", id: 48213377 })).toBe(
    [
      "c3 04 Alice: Change\n  board release: 10000377 taken from Done\n  list next: 48213377 taken off\n",
      'c2 03 Alice: Change\n  board release: 10000377 moved "To do" → Done\n  list next: 48213377 put on it\n',
      'c1 02 Alice: Change\n  board release: 10000377 put in "To do"\n',
      'c0 01 Alice: Change\n  story 48213377: "First"\n  task 10000377: new on acme/engine\n',
    ].join("\n"),
  );
  expect(await log(made, { kind: "list", name: "next" })).toContain(
    "c4 05 Alice: Change\n  list next: cannot be read\n",
  );
  expect(await log(made, { kind: "board", name: "release" })).toContain(
    'c2 03 Alice: Change\n  board release: changed\n  board release: 10000377 moved "To do" → Done\n',
  );
});

const next = (...ids: readonly number[]) => `---\ntitle: Next\nitems:${ids.map((id) => `\n  - ${id}`).join("")}\n---\n`;

test("cards of a task stay with the story that it was in, and moving it is no move of its card", async () => {
  const [old, gone, now] = [`${first}/tasks/10000377.md`, `${first}/tasks/20000377.md`, `${second}/tasks/20000000.md`];
  const made = repositoryWith(
    days(
      { files: { ...start, [old]: task("todo"), [gone]: task("todo", "assignee: bob\n") } },
      { files: { "lists/next.md": next(10000377, 20000377) } },
      {
        files: {
          [old]: null,
          [now]: task("todo", "aliases:\n  - task:10000377\n"),
          "lists/next.md": next(20000000, 20000377),
        },
      },
      { files: { "lists/next.md": next() } },
      { files: { [gone]: null } },
      { files: { "lists/next.md": next(20000000) } },
    ),
  );
  expect(await log(made, { kind: "story", id: 48213377 })).toBe(
    [
      "c4 05 Alice: Change\n  task 20000377: removed\n",
      "c3 04 Alice: Change\n  list next: 20000377 taken off\n",
      "c2 03 Alice: Change\n  task 10000377: moved from story 48213377 to story 50000000 as 20000000\n",
      "c1 02 Alice: Change\n  list next: 10000377 put on it\n  list next: 20000377 put on it\n",
      'c0 01 Alice: Change\n  story 48213377: "First"\n  task 10000377: new on acme/engine\n  task 20000377: new on acme/engine\n',
    ].join("\n"),
  );
  expect(await log(made, { kind: "story", id: 50000000 })).toBe(
    [
      "c5 06 Alice: Change\n  list next: 20000000 put on it\n",
      "c3 04 Alice: Change\n  list next: 20000000 taken off\n",
      "c2 03 Alice: Change\n  task 10000377: moved from story 48213377 to story 50000000 as 20000000\n",
      'c0 01 Alice: Change\n  story 50000000: "Second"\n',
    ].join("\n"),
  );
});

test("a task under its own number in another story has moved, whatever else changed", async () => {
  const third = "stories/377/50000377";
  const [old, now] = [`${first}/tasks/10000377.md`, `${third}/tasks/10000377.md`];
  const made = repositoryWith(
    days(
      {
        files: {
          ...start,
          [`${third}/story.md`]: story("Third"),
          [old]: task("todo"),
          "lists/next.md": next(10000377),
        },
      },
      { files: { [old]: null, [now]: task("review") } },
      { files: { "lists/next.md": next() } },
    ),
  );
  const moved =
    "c1 02 Alice: Change\n  task 10000377: moved from story 48213377 to story 50000377, status todo → review\n";
  expect(await log(made, { kind: "task", id: 10000377 })).toBe(
    `${moved}\nc0 01 Alice: Change\n  task 10000377: new on acme/engine\n`,
  );
  expect(await log(made, { kind: "story", id: 48213377 })).not.toContain("c2");
  expect(await log(made, { kind: "story", id: 50000377 })).toContain(
    "c2 03 Alice: Change\n  list next: 10000377 taken off\n",
  );
});

test("a clone without old blobs fetches the lists that it needs, and tells the same", async () => {
  const made = repositoryWith(
    days(
      { files: start },
      { files: { "lists/next.md": next(48213377) } },
      { files: { "lists/next.md": next() } },
      { files: { "lists/next.md": next(48213377) } },
    ),
  );
  const told = await log(made, { kind: "story", id: 48213377 });
  expect(told.match(/put on it|taken off/g)).toEqual(["put on it", "taken off", "put on it"]);
  git(made.folder, ["config", "uploadpack.allowFilter", "true"]);
  const partial = newFolder();
  git(partial, ["clone", "--quiet", "--bare", "--filter=blob:none", `file://${made.folder}`, "."]);
  const tracker = await openTracker(partial, { fetch: true });
  try {
    const entries = await tracker.timeline("48213377");
    expect(entries.flatMap(({ cards }) => cards.map(({ to }) => (to === null ? "taken off" : "put on it")))).toEqual([
      "put on it",
      "taken off",
      "put on it",
    ]);
  } finally {
    tracker.close();
  }
});

test("what an import brings says that it is older, a clock that was overruled that it was", async () => {
  const old = story("First").replace("2026-03-01", "2015-04-05");
  const made = repositoryWith([
    { files: { "tracker.yaml": config, [`${first}/story.md`]: old }, time: Date.parse("2026-03-05T00:00:00Z") / 1000 },
    {
      files: { [`${first}/story.md`]: old.replace("First", "Other") },
      time: Date.parse("2026-03-02T00:00:00Z") / 1000,
    },
  ]);
  expect(await log(made, { kind: "story", id: 48213377 })).toBe(
    'c1 05 Alice: Change (its clock said 02)\n  story 48213377: title First → Other\n\nc0 05 Alice: Change\n  story 48213377: "First", reported 2015-04-05T00:00:00Z\n',
  );
});

test("a squash, a revert and a merge say so, with their review", async () => {
  const made = repositoryWith(
    days(
      { files: start },
      { files: { [`${first}/story.md`]: story("Better") }, message: "Better words (#12)" },
      {
        files: { [`${first}/story.md`]: story("First") },
        message: 'Revert "Better words (#12)"\n\nThis reverts commit 0123456789abcdef.\n',
      },
      {
        files: { [`${first}/story.md`]: story("Best") },
        message: "Best\n\nChange-Id: I0123456789012345678901234567890123456789\n",
        author: "Bob",
      },
      {
        files: { [`${first}/story.md`]: story("Best") },
        message: 'Merge "Best"\n\nReviewed-on: https://review.example.org/c/7\n',
        author: "Zuul",
        parents: [2, 3],
      },
    ),
  );
  expect(await log(made, { kind: "story", id: 48213377 })).toBe(
    [
      'c4 05 Bob: Merge "Best" (review https://review.example.org/c/7)\n  story 48213377: title First → Best\n',
      'c2 03 Alice: Revert "Better words (#12)" (takes back 0123456789)\n  story 48213377: title Better → First\n',
      "c1 02 Alice: Better words (#12)\n  story 48213377: title First → Better\n",
      'c0 01 Alice: Change\n  story 48213377: "First"\n',
    ].join("\n"),
  );
});

test.each([
  ["Merge pull request #12 from a/b", { url: null, id: "#12" }],
  ["Merge pull request 'Fix it' (#3) from a/b into main", { url: null, id: "#3" }],
  ["Merge branch 'x'\n\nSee merge request group/project!45", { url: null, id: "group/project!45" }],
  ["Title\n\nReviewed-on: javascript:alert(1)\n", null],
  ["Title (#12) and more", null],
  ["Title\n\nreverts nothing", null],
])("the review in %j", (message, review) => {
  expect(reviewOf(message)).toEqual(review);
  expect(revertedBy(message)).toBeNull();
});

test("a commit of ten thousand tasks is one event, and each of its stories' logs is its own", async () => {
  const files: Record<string, string> = { "tracker.yaml": config };
  const again: Record<string, string> = {};
  for (let n = 0; n < 10_000; n += 1) {
    const shard = String(n % 50).padStart(3, "0");
    const id = 10_000_000 + (n % 50);
    files[`stories/${shard}/${id}/story.md`] = story(`Story ${n % 50}`);
    const path = `stories/${shard}/${id}/tasks/${20_000_000 + Math.floor(n / 50) * 1_000 + (n % 50)}.md`;
    files[path] = task("todo");
    again[path] = task("merged");
  }
  const made = repositoryWith(days({ files }, { files: again, message: "All done" }));
  const told = await log(made, { kind: "story", id: 10_000_007 });
  expect(told.match(/status todo → merged/g)).toHaveLength(200);
  await withTracker(made.folder, async ({ catalogue }) => {
    expect(catalogue.changes({ limit: 5, offset: 0 }).map(({ stories }) => stories)).toEqual([50, 50]);
    expect(catalogue.rows([10_000_007])[0]).toMatchObject({ status: "merged", closed: "2026-03-02T00:00:00Z" });
  });
});

test("in a shallow clone a log begins where history does", async () => {
  const made = repositoryWith(
    days(
      { files: start },
      { files: { [`${second}/story.md`]: story("Other") } },
      { files: { [`${first}/story.md`]: story("Best") } },
    ),
  );
  const shallow = newFolder();
  git(shallow, ["clone", "--quiet", "--depth=2", `file://${made.folder}`, "."]);
  expect(await log({ folder: shallow, oids: made.oids }, { kind: "story", id: 48213377 })).toBe(
    "c2 03 Alice: Change\n  story 48213377: title First → Best\n",
  );
  expect(await log({ folder: shallow, oids: made.oids }, { kind: "story", id: 50000000 })).toBe("");
});

describe("blame", () => {
  test("names who set each field, put each item on a list, and wrote each line", async () => {
    const made = repositoryWith(
      days(
        {
          files: {
            "tracker.yaml": config,
            [`${first}/story.md`]: story("First", "tags:\n  - a\n  - b\n", "One.\nTwo.\nThree.\n"),
          },
        },
        { files: { [`${first}/story.md`]: story("Second", "tags:\n  - a\n  - b\n  - c\n", "One.\nThree.\nFour.") } },
        { files: { [`${first}/story.md`]: story("First", "tags:\n  - a\n  - c\n", "Zero.\nOne.\nThree.\nFour.\n") } },
      ),
    );
    const blame = await withTracker(made.folder, (source) => blameOf(source, { kind: "story", id: 48213377 }));
    const index = ({ commit }: { commit: string }) => made.oids.indexOf(commit);
    expect(
      blame?.fields.map(({ field, by, items }) => [field, index(by), items?.map((item) => index(item.by))]),
    ).toEqual([
      ["title", 2, undefined],
      ["author", 0, undefined],
      ["created", 0, undefined],
      ["tags", 2, [0, 1]],
    ]);
    expect(blame?.body.map(({ text, by }) => [text, index(by)])).toEqual([
      ["Zero.", 2],
      ["One.", 0],
      ["Three.", 0],
      ["Four.", 1],
    ]);
  });

  test("what was removed and written again is the later one's", async () => {
    const made = repositoryWith(
      days(
        { files: start },
        { files: { [`${first}/story.md`]: null } },
        { files: { [`${first}/story.md`]: story("First") } },
      ),
    );
    const blame = await withTracker(made.folder, (source) => blameOf(source, { kind: "story", id: 48213377 }));
    expect(new Set(blame?.fields.map(({ by }) => made.oids.indexOf(by.commit)))).toEqual(new Set([2]));
  });
});
