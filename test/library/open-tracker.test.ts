// What programs are told: the same as the commands say, and each failure by its code.

import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { openTracker, StorytreeError, type Tracker } from "../../src/library/storytree.ts";
import { newClone, newServer } from "../support/clones.ts";
import { commit, git, newFolder, newRepository, projectRoot, tinyTracker, writeFiles } from "../support/folder.ts";
import { frozenNow, storytree } from "../support/terminal.ts";

const server = newServer();
const now = () => Date.parse(frozenNow);
const open = (folder: string, options = {}) => openTracker(folder, { now, ...options });

/** What the command line says of the same, as JSON. */
async function said(folder: string, ...args: string[]) {
  return JSON.parse((await storytree(folder, [...args, "--json"])).out);
}

describe.each(["checkout", "bare"] as const)("a tracker that is %s", (kind) => {
  const folder = newClone(server, kind, "hugo");

  test("answers queries page by page, in the order of the list", async () => {
    const tracker = await open(folder);
    const query = 'status:active (priority:high OR "live migration") sort:updated-desc';
    const all = await said(folder, "list", query);
    const seen: unknown[] = [];
    for (let offset: number | null = 0; offset !== null; ) {
      const page: ReturnType<Tracker["stories"]> = tracker.stories(query, { limit: 3, offset });
      expect(page.total).toBe(all.length);
      seen.push(...page.rows.map((row) => ({ kind: "story", ...row })));
      offset = page.next;
    }
    expect(seen).toEqual(all);
    const tasks = tracker.tasks("assignee:bjorn", { limit: 1000 });
    expect(tasks.rows.map(({ id }) => id)).toEqual(
      (await said(folder, "list", "--tasks", "assignee:bjorn")).map(({ id }: { id: number }) => id),
    );
    expect(tasks.next).toBeNull();
    tracker.close();
  });

  test("shows records, and what became of them", async () => {
    const tracker = await open(folder);
    const shown = await said(folder, "show", "48213377");
    const detail = tracker.story(48213377);
    expect(detail?.story.data.title).toBe(shown.title);
    expect(detail?.tasks.map((task) => task.id)).toEqual(shown.tasks.map(({ id }: { id: number }) => id));
    expect(tracker.find("launchpad:1834567")).toEqual({ kind: "story", id: 33906185 });
    expect(tracker.find("nothing:1")).toBeUndefined();
    expect(tracker.storyOfTask(22312377)).toBe(48213377);
    expect(tracker.record("person", "bjorn")?.data.name).toMatch(/Bj/);
    expect(tracker.records("milestone").length).toBeGreaterThan(1);
    expect(await tracker.timeline("48213377")).toEqual(await said(folder, "log", "48213377"));
    expect(await tracker.blame("22312377")).toEqual(await said(folder, "blame", "22312377"));
    expect(tracker.changes({ limit: 1 })[0]?.subject).toBe("Open the tracker");
    expect(tracker.count("", "status")).toEqual((await said(folder, "stats", "--by", "status")).counts);
    const months = await said(folder, "stats", "--interval", "month");
    const flow = tracker.flow("", { interval: "month" });
    expect([flow.rows.length, flow.lead.count]).toEqual([months.flow.length, months.lead_seconds.count]);
    tracker.close();
  });
});

test("a hidden comment says nothing, an attachment has its bytes", async () => {
  const folder = newFolder();
  cpSync(tinyTracker, folder, { recursive: true });
  const path = "stories/377/48213377/comments/20260401T000000Z-abcd.md";
  writeFiles(folder, { [path]: "---\nauthor: hugo\nhidden: true\n---\nsecret\n" });
  writeFiles(folder, { "stories/377/48213377/attachments/a.txt": "bytes\n" });
  const tracker = await open(folder);
  const comment = tracker.story(48213377)?.comments.find(({ name }) => name.endsWith("abcd"));
  expect([comment?.data.hidden, comment?.body]).toEqual([true, ""]);
  expect(Buffer.from((await tracker.attachment(48213377, "a.txt")) ?? []).toString()).toBe("bytes\n");
  expect(await tracker.attachment(48213377, "../story.md")).toBeNull();
  tracker.close();
});

test.skipIf(process.platform !== "linux")(
  "however often it is refreshed, at once or in turn, few files stay open",
  async () => {
    const tracker = await open(newRepository({ "tracker.yaml": "format: 1\nname: Acme\nvisibility: public\n" }));
    const files = () => readdirSync("/proc/self/fd").length;
    const before = files();
    for (let round = 0; round < 60; round += 1) await Promise.all([tracker.refresh(), tracker.refresh()]);
    // Without an end to them there would be several for each.
    expect(files() - before).toBeLessThan(120);
    const [late, after] = [tracker.refresh(), tracker.timeline("48213377")];
    tracker.close();
    for (const each of [late, after, tracker.refresh()]) await expect(each).rejects.toMatchObject({ code: "closed" });
  },
);

test.each([0, 1, 5, 20])("closed %i ms after a refresh began, it says so", async (pause) => {
  const tracker = await open(newClone(server, "checkout", "hugo"));
  const refreshed = tracker.refresh().then(
    () => "refreshed",
    (error) => error.code,
  );
  await setTimeout(pause);
  tracker.close();
  expect(["closed", "refreshed"]).toContain(await refreshed);
  expect(() => tracker.stories()).toThrowError(expect.objectContaining({ code: "closed" }));
});

test("refresh shows what was written and committed since; rev keeps to its commit", async () => {
  const folder = newClone(server, "checkout", "hugo");
  const path = "stories/377/48213377/story.md";
  const text = readFileSync(join(folder, path), "utf8");
  const tracker = await open(folder);
  const fixed = await open(folder, { rev: "HEAD" });
  const titles = () => [tracker, fixed].map((each) => each.story(48213377)?.story.data.title);
  const before = titles();
  commit(folder, { [path]: text.replace(/^title: .*$/m, "title: Another") });
  expect(titles()).toEqual(before);
  await tracker.refresh();
  expect(titles()).toEqual(["Another", before[1]]);
  writeFiles(folder, { [path]: text.replace(/^title: .*$/m, "title: Not committed") });
  await Promise.all([tracker.refresh(), fixed.refresh()]);
  expect(titles()).toEqual(["Not committed", "Another"]);
  tracker.close();
  fixed.close();
});

describe("what cannot be done has a code", () => {
  const restricted = (): string => {
    const folder = newFolder();
    cpSync(tinyTracker, folder, { recursive: true });
    const config = readFileSync(join(folder, "tracker.yaml"), "utf8");
    writeFiles(folder, { "tracker.yaml": config.replace("visibility: public", "visibility: restricted") });
    return folder;
  };
  const tiny = () => open(tinyTracker);
  const seen = new Set<string>();
  test.each<[string, () => unknown]>([
    ["no-such-folder", () => open(join(newFolder(), "nowhere"))],
    ["not-a-tracker", () => open(newFolder())],
    [
      "no-configuration",
      () => {
        const folder = newClone(server, "checkout", "hugo");
        writeFiles(folder, { "tracker.yaml": null });
        return open(folder);
      },
    ],
    ["restricted-tracker", () => open(restricted())],
    ["bad-revision", () => open(newClone(server, "bare", "hugo"), { rev: "a..b" })],
    ["unknown-revision", () => open(newClone(server, "bare", "hugo"), { rev: "nowhere" })],
    ["partial-clone", () => open(newClone(server, "blobless", "hugo"))],
    ["bad-query", async () => (await tiny()).stories("stauts:active")],
    ["bad-field", async () => (await tiny()).count("", "titel")],
    ["bad-argument", async () => (await tiny()).story(Number.NaN)],
    ["bad-page", async () => (await tiny()).tasks("", { offset: -1 })],
    ["bad-page", async () => (await tiny()).changes({ limit: 1.5 })],
    ["no-history", async () => (await tiny()).timeline("48213377")],
    ["not-found", async () => (await open(newClone(server, "bare", "hugo"))).blame("person/nobody")],
    [
      "ambiguous-reference",
      async () => {
        const folder = newFolder();
        cpSync(tinyTracker, folder, { recursive: true });
        const person = (name: string) => `---\nname: ${name}\nidentities:\nwatch:\naliases:\n  - person:old\n---\n`;
        writeFiles(folder, { "people/one.md": person("One"), "people/two.md": person("Two") });
        return (await open(folder)).find("person:old");
      },
    ],
    [
      "closed",
      async () => {
        const tracker = await tiny();
        tracker.close();
        tracker.close();
        return tracker.stories();
      },
    ],
    [
      "git-failed",
      async () => {
        const folder = newRepository({ "tracker.yaml": "format: 1\nname: X\nvisibility: public\n" });
        const oid = git(folder, ["rev-parse", "HEAD^{tree}"]).trim();
        const { rmSync } = await import("node:fs");
        rmSync(join(folder, ".git", "objects", oid.slice(0, 2), oid.slice(2)));
        return open(folder);
      },
    ],
  ])("%s", async (code, work) => {
    seen.add(code);
    const error = await Promise.resolve()
      .then(work)
      .then(
        () => null,
        (reason: unknown) => reason,
      );
    expect(error).toBeInstanceOf(StorytreeError);
    expect(error).toMatchObject({ code, message: expect.stringMatching(/^\S[^\n]*[^.\n]$/) });
  });

  test("and the page tells all of them", () => {
    const page = readFileSync(join(projectRoot, "docs", "library.md"), "utf8");
    const told = [...page.matchAll(/^\| `([a-z-]+)` \| /gm)].map((match) => match[1] ?? "");
    // That of a missing git program is shown where there is none: test/cli/without-git.test.ts.
    const codes = told.filter((code) => code.includes("-") || code === "closed");
    expect(new Set([...seen, "git-missing"])).toEqual(new Set(codes));
  });

  test("a restricted tracker opens when it is asked for", async () => {
    const tracker = await open(restricted(), { restricted: true });
    expect(tracker.visibility).toBe("restricted");
    tracker.close();
  });

  test("a wrong query says where", async () => {
    const tracker = await tiny();
    expect(() => tracker.stories("is:active stauts:active")).toThrow(
      expect.objectContaining({ data: { span: { start: 10, end: 16 } }, hint: expect.stringContaining("status") }),
    );
  });

  test("a partial clone is made whole when that is allowed", async () => {
    const tracker = await open(newClone(server, "blobless", "hugo"), { fetch: true });
    expect(tracker.stories().total).toBe(41);
    expect(tracker.broken()).toEqual([]);
    tracker.close();
  });
});

describe("what is not of its type is refused with a sentence, and nothing else happens", () => {
  // As a program in JavaScript may do it.
  type Loose = Record<string, (...args: unknown[]) => unknown>;
  const folder = newClone(server, "bare", "hugo");
  test.each<[string, ...unknown[]]>([
    ["stories", 5],
    ["stories", null],
    ["stories", "", null],
    ["stories", "", []],
    ["stories", "", "10"],
    ["tasks", {}],
    ["count", "", 5],
    ["count", "", "type", "stories"],
    ["flow", "", null],
    ["flow", "", { interval: "fortnight" }],
    ["flow", "", { of: "stories" }],
    ["flow", "", { since: 0, until: 8.64e15, interval: "day" }],
    ["flow", "", { since: Number.NaN }],
    ["flow", "", { since: "2026-01-01" }],
    ["story", {}],
    ["story", true],
    ["story", "48213377"],
    ["story", 1.5],
    ["storyOfTask", new Date(0)],
    ["record", "person", 5],
    ["record", "robot", "x"],
    ["records", null],
    ["find", 5],
    ["attachment", null, null],
    ["attachment", 48213377, {}],
    ["timeline", 5],
    ["blame", undefined],
    ["changes", null],
  ])("%s(%j, …)", async (method, ...args) => {
    const tracker = await open(folder);
    const asked = async () => (tracker as unknown as Loose)[method]?.(...args);
    await expect(asked()).rejects.toBeInstanceOf(StorytreeError);
    await expect(asked()).rejects.toMatchObject({
      code: "bad-argument",
      message: expect.stringMatching(/^.{10,200}$/),
    });
    expect(tracker.stories().total).toBeGreaterThan(0);
    tracker.close();
  });

  test.each([
    [5, {}],
    [folder, null],
    [folder, { rev: 5 }],
    [folder, { now: 5 }],
    [folder, { now: () => Number.NaN }],
    [folder, { restricted: "yes" }],
    [folder, { fetch: 1 }],
    [folder, { proposals: null }],
  ])("openTracker(%j, %j)", async (where, options) => {
    await expect(openTracker(where as string, options as object)).rejects.toMatchObject({ code: "bad-argument" });
  });
});
