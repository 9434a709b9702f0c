// A private story becomes public: what comes along, what does not, and when.

import { appendFileSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { commit, git, newFolder, readFolder, writeFiles } from "../support/folder.ts";
import {
  addPrivateStory,
  canary,
  disclosedIn,
  otherId,
  privateStory,
  storyFolder,
  storyId,
  textAt,
} from "../support/private-story.ts";
import { frozenNow, storytree } from "../support/terminal.ts";
import { must, twoTrackers } from "../support/two-trackers.ts";

const then = { now: () => new Date("2026-12-01T15:00:00Z") };
const id = String(storyId);

/** Every file of a repository, its objects too, as they lie there. */
const state = (folder: string) => [...readFolder(folder)].map(([path, bytes]) => [path, bytes.toString("latin1")]);

function objectsOf(folder: string): Set<string> {
  const args = ["cat-file", "--batch-all-objects", "--batch-check=%(objectname)"];
  return new Set(git(folder, args).trim().split("\n"));
}

async function ready(more = "") {
  const trackers = await twoTrackers();
  addPrivateStory(trackers.secret, more);
  return trackers;
}

describe("what is published", () => {
  test("the plan shows all of it and writes nothing; confirmed, it is one new commit", async () => {
    const { open, secret } = await ready();
    const before = [state(open), state(secret)];
    const plan = await storytree(secret, ["disclose", id, "--to", "../public"], then);
    expect(plan.exit, plan.err).toBe(0);
    expect(plan.err).toContain("--confirm");
    for (const shown of ["Public title", "Public body", "Public comment of Amina", "public-fix.patch"])
      expect(plan.out).toContain(shown);
    expect(plan.out).toContain("comment 20261102T100000Z-aaaa is left out: it is not marked disclose: true");
    expect(state(open)).toEqual(before[0]);
    // An index may be made on the restricted side; its files and its branch are as they were.
    expect(git(secret, ["status", "--porcelain"])).toBe("");

    const head = git(open, ["rev-parse", "HEAD"]).trim();
    const done = await storytree(secret, ["disclose", id, "--to", "../public", "--confirm"], then);
    expect(done, done.err).toMatchObject({ exit: 0, out: `${id}\n` });
    expect(git(open, ["rev-parse", "HEAD~1"]).trim()).toBe(head);
    expect(git(open, ["status", "--porcelain"])).toBe("");
    expect(git(open, ["log", "-1", "--format=%B%an %ae %cn %aI"]).trim()).toBe(
      `Open story ${id}\nAlice alice@example.org Alice 2026-12-01T15:00:00+00:00`,
    );
    expect(git(open, ["diff", "--name-only", "HEAD~1"]).trim().split("\n")).toEqual([
      "people/anonymous.md",
      `${storyFolder}/attachments/public-fix.patch`,
      `${storyFolder}/attachments/public-trace.log`,
      `${storyFolder}/comments/20261103T100000Z-bbbb.md`,
      `${storyFolder}/comments/20261105T100000Z-dddd.md`,
      `${storyFolder}/story.md`,
      `${storyFolder}/tasks/40000001.md`,
      `${storyFolder}/tasks/50000001.md`,
    ]);
    expect(textAt(open, `${storyFolder}/story.md`)).toBe(`---
title: Public title of the hole
author: anonymous
type: vulnerability
created: 2026-11-01T09:12:33Z
triage: confirmed
tags:
  - public-tag
aliases:
milestone:
depends_on:
  - 46938275
due:
cve:
  - CVE-2026-4321
attachments:
  - file: public-trace.log
---
Public body. It is like (a private story), says (somebody), and like #46938275.
`);
    const task = textAt(open, `${storyFolder}/tasks/40000001.md`);
    expect(task).toContain("author: anonymous\n");
    expect(task).toContain("assignee:\n");
    expect(task).not.toContain("40000002");
    expect(textAt(open, `${storyFolder}/comments/20261103T100000Z-bbbb.md`)).not.toContain("in_reply_to");
    expect(textAt(open, `${storyFolder}/comments/20261105T100000Z-dddd.md`)).toContain("author: amina\n");
    expect(await storytree(open, ["validate"])).toMatchObject({ exit: 0, out: "" });

    const commitId = git(open, ["rev-parse", "HEAD"]).trim();
    expect(textAt(secret, `${storyFolder}/story.md`)).toMatch(disclosedIn(commitId));
    expect(await storytree(secret, ["validate"])).toMatchObject({ exit: 0, out: "" });
  });

  test("nothing else: no canary, and no object that both repositories have but the attachments", async () => {
    const { open, secret } = await ready();
    const before = objectsOf(open);
    await must(storytree(secret, ["disclose", id, "--to", "../public", "--confirm"], then));
    git(open, ["repack", "-adq"]);
    const fresh = [...objectsOf(open)].filter((oid) => !before.has(oid));
    const contents = fresh.map((oid) => git(open, ["cat-file", "-p", oid])).join("\n");
    for (const secretWord of [canary, "ruth", "nina", "vera", String(otherId), "embargo", "access"])
      expect(contents).not.toContain(secretWord);
    const shared = [...objectsOf(secret)].filter((oid) => objectsOf(open).has(oid) && !before.has(oid));
    const attachments = git(open, [
      "rev-parse",
      `HEAD:${storyFolder}/attachments/public-fix.patch`,
      `HEAD:${storyFolder}/attachments/public-trace.log`,
    ]);
    expect(shared.sort()).toEqual(attachments.trim().split("\n").sort());
  });

  test.each([
    ["reporter_credit: Ruth Real\n", "ruth-real", "name: Ruth Real\n"],
    ["reporter_credit:\n", "anonymous", "name: Anonymous\n"],
  ])("the reporter is named as they wish: %j", async (more, slug, name) => {
    const { open, secret } = await ready(more);
    await must(storytree(secret, ["disclose", id, "--to", "../public", "--confirm"], then));
    expect(textAt(open, `${storyFolder}/story.md`)).toContain(`author: ${slug}\n`);
    expect(textAt(open, `people/${slug}.md`)).toContain(name);
    expect(existsSync(join(open, "people/ruth.md"))).toBe(false);
  });

  test("an empty credit hides a reporter whom the public tracker knows", async () => {
    const { open, secret } = await twoTrackers();
    const files = privateStory("reporter_credit:\n");
    const path = `${storyFolder}/story.md`;
    commit(secret, { ...files, [path]: (files[path] ?? "").replace("author: ruth", "author: amina") });
    await must(storytree(secret, ["disclose", id, "--to", "../public", "--confirm"], then));
    expect(textAt(open, path)).toContain("author: anonymous\n");
    expect(textAt(open, path)).not.toContain("amina");
  });

  test("people whom only the restricted tracker knows are named in no text, unless they are credited", async () => {
    const { open, secret } = await twoTrackers();
    const files = privateStory();
    const path = `${storyFolder}/story.md`;
    const story = (files[path] ?? "").replace(
      "Public body.",
      `Public body: Mary-Ann O'Rest <mar@example.net>, bug${otherId}.`,
    );
    const person = "---\nname: Mary-Ann O'Rest\nemail: Mar@example.net\n---\n";
    commit(secret, { ...files, [path]: story, "people/mary.md": person });
    const show = () => storytree(secret, ["disclose", id, "--to", "../public"], then);
    expect((await show()).out).toContain("Public body: (somebody) <(somebody)>, bug(a private story).");
    commit(secret, { [path]: story.replace("access:", "reporter_credit: Mary-Ann O'Rest\naccess:") });
    expect((await show()).out).toContain("Public body: Mary-Ann O'Rest <(somebody)>, bug(a private story).");
    expect(git(open, ["status", "--porcelain"])).toBe("");
  });

  test("on a bare public repository and a restricted one without files", async () => {
    const { around, open } = await ready();
    git(around, ["clone", "--quiet", "--bare", "--no-local", "public", "open.git"]);
    git(around, ["clone", "--quiet", "--bare", "--no-local", "secret", "secret.git"]);
    git(join(around, "secret.git"), ["config", "storytree.public", open]);
    const done = await storytree(
      join(around, "secret.git"),
      ["disclose", id, "--to", "../open.git", "--confirm"],
      then,
    );
    expect(done, done.err).toMatchObject({ exit: 0 });
    const oid = git(join(around, "open.git"), ["rev-parse", "main"]).trim();
    expect(git(join(around, "open.git"), ["show", `main:${storyFolder}/story.md`])).toContain("Public body");
    expect(git(join(around, "secret.git"), ["show", `proposal/${id}:${storyFolder}/story.md`])).toMatch(
      disclosedIn(oid),
    );
    const again = await storytree(
      join(around, "secret.git"),
      ["disclose", id, "--to", "../open.git", "--confirm"],
      then,
    );
    expect(again).toMatchObject({ exit: 0, out: "" });
    expect(git(join(around, "open.git"), ["rev-parse", "main"]).trim()).toBe(oid);
  });
});

describe("what is refused, with nothing written", () => {
  const refused = async (
    trackers: { open: string; secret: string },
    code: string,
    args: readonly string[] = ["--to", "../public", "--confirm"],
    exit = 5,
    now: object = then,
  ) => {
    const before = [state(trackers.open), git(trackers.secret, ["status", "--porcelain"])];
    const outcome = await storytree(trackers.secret, ["disclose", id, ...args], now);
    expect([outcome.exit, outcome.err]).toEqual([exit, expect.stringContaining(`[${code}]`)]);
    expect([state(trackers.open), git(trackers.secret, ["status", "--porcelain"])]).toEqual(before);
    return outcome;
  };

  test("a second too early, and one for which no hour is set", async () => {
    const trackers = await ready();
    const early = { now: () => new Date("2026-12-01T14:59:59Z") };
    await refused(trackers, "too-early", undefined, 5, early);
    const plan = await refused(trackers, "too-early", ["--to", "../public"], 5, early);
    expect(plan.out).toContain("Public title");
    await must(storytree(trackers.secret, ["set", id, "disclose_at=2026-11-20T00:00:00Z"]));
    await must(storytree(trackers.secret, ["disclose", id, "--to", "../public", "--confirm"]));
  });

  test("without an hour, never", async () => {
    const trackers = await twoTrackers();
    const files = privateStory();
    const path = `${storyFolder}/story.md`;
    const text = (files[path] ?? "").replace(/^(?:embargo_until|disclose_at): .*\n/gm, "");
    commit(trackers.secret, { ...files, [path]: text });
    const outcome = await refused(trackers, "too-early", undefined, 5, { now: () => new Date("2099-01-01T00:00:00Z") });
    expect(outcome.err).toContain("nobody has said when");
  });

  test.each([
    ["an unknown key", "x-internal_notes: exploit at …\n", "disclose-field"],
    ["a field that only the restricted tracker declares", "x-y: 1\n", "disclose-field"],
  ])("%s", async (_, more, code) => {
    await refused(await ready(more), code);
  });

  test("a comment with an unknown key, a patch that names another private story, words of the reminder elsewhere", async () => {
    const trackers = await ready();
    const attachment = `${storyFolder}/attachments/public-fix.patch`;
    commit(trackers.secret, { [attachment]: `like ${otherId}\n` });
    await refused(trackers, "disclose-reference");
    commit(trackers.secret, { [attachment]: "fine\n" });
    const place = `${storyFolder}/comments/20261105T100000Z-dddd.md`;
    const text = textAt(trackers.secret, place);
    commit(trackers.secret, {
      [place]: `${text}Note: This issue is being treated as a potential security risk under embargo.\n`,
    });
    await refused(trackers, "disclose-reminder");
  });

  test("what is still private, in any field, attachment or file name", async () => {
    const trackers = await twoTrackers();
    const { secret } = trackers;
    const files = privateStory();
    const [story, task, comment] = ["story.md", "tasks/40000001.md", "comments/20261103T100000Z-bbbb.md"].map(
      (name) => `${storyFolder}/${name}`,
    ) as [string, string, string];
    const patch = `${storyFolder}/attachments/public-fix.patch`;
    const log = `${storyFolder}/attachments/${otherId}.log`;
    const config = textAt(secret, "tracker.yaml").replace(/^name:/m, "url: https://secret.example.org\nname:");
    const edits: readonly (readonly [string, string, string])[] = [
      [story, "  - public-tag\n", `  - dup-${otherId}\n`],
      [story, "access:\n", `links:\n  - url: https://tracker.example.org/stories/${otherId}\n    title: x\naccess:\n`],
      [story, "access:\n", `reporter_credit: Ruth of ${otherId}\naccess:\n`],
      [story, "aliases:\n", `aliases:\n  - maniphest:T${otherId}\n`],
      [story, "Public body.", "Public body at HTTPS://Secret.example.org/x."],
      [story, "  - file: public-trace.log\n", `  - file: ${otherId}.log\n`],
      [task, "changes:\n", `changes:\n  - https://review.example.org/c/${otherId}\n`],
      [task, "branch: stable/2026.1", `branch: private/fix-${otherId}`],
      [comment, "branch: stable/2026.1", `branch: private/fix-${otherId}`],
      [patch, "", "From: Ruth Realname <x@example.net>\n"],
      [patch, "", "From: somebody <RUTH@example.net>\n"],
      [patch, "", `bug${otherId}\n`],
      [patch, "", "see https://secret.example.org/\n"],
    ];
    const ruth = "---\nname: Ruth Realname\nemail: ruth@example.net\n---\n";
    commit(secret, { ...files, "people/ruth.md": ruth, "tracker.yaml": config, [log]: "x\n" });
    const plan = ["disclose", id, "--to", "../public"];
    expect(await storytree(secret, plan, then)).toMatchObject({ exit: 0 });
    for (const [path, before, after] of edits) {
      const text = files[path] ?? "";
      expect(text).toContain(before);
      writeFileSync(join(secret, path), before === "" ? after : text.replace(before, after));
      const outcome = await storytree(secret, plan, then);
      expect([path, after, outcome.exit, outcome.err, outcome.out]).toEqual([
        path,
        after,
        5,
        expect.stringContaining("[disclose-reference]"),
        "",
      ]);
      writeFileSync(join(secret, path), text);
    }
    for (const bytes of [gzipSync(`bug ${otherId}`), Buffer.from(`bug ${otherId}`, "utf16le")]) {
      writeFileSync(join(secret, patch), bytes);
      expect(await storytree(secret, plan, then)).toMatchObject({ exit: 5 });
    }
  });

  test("a public side that is this very repository, or shares objects with it, or is not public", async () => {
    const trackers = await ready();
    const { around, open, secret } = trackers;
    await refused(trackers, "private-in-public", ["--to", ".", "--confirm"]);
    // A public tree on a branch of the restricted repository: one store for both.
    git(around, ["clone", "--quiet", "--shared", "--no-checkout", "secret", "borrowing"]);
    const borrowing = join(around, "borrowing");
    git(borrowing, ["fetch", "--quiet", open, "main"]);
    git(borrowing, ["checkout", "--quiet", "-B", "main", "FETCH_HEAD"]);
    await refused(trackers, "shared-objects", ["--to", borrowing, "--confirm"]);
    git(around, ["clone", "--quiet", "public", "fetched"]);
    git(join(around, "fetched"), ["fetch", "--quiet", secret, "main"]);
    await refused(trackers, "shared-objects", ["--to", "../fetched", "--confirm"]);
    appendFileSync(join(secret, ".git/objects/info/alternates"), `${join(open, ".git/objects")}\n`);
    await refused(trackers, "shared-objects");
  });

  test("what the public tracker's own rules refuse", async () => {
    const trackers = await ready();
    const { secret } = trackers;
    commit(secret, { [`${storyFolder}/attachments/public-trace.log`]: Buffer.from("\u007fELF\u0002\u0001\u0001") });
    const before = state(trackers.open);
    const outcome = await storytree(secret, ["disclose", id, "--to", "../public", "--confirm"], then);
    expect(outcome).toMatchObject({ exit: 1, err: expect.stringContaining("attachment-refused") });
    expect(state(trackers.open)).toEqual(before);
  });
});

describe("again, and after an interruption", () => {
  test("running it again changes nothing", async () => {
    const { open, secret } = await ready();
    await must(storytree(secret, ["disclose", id, "--to", "../public", "--confirm"], then));
    const before = [state(open), textAt(secret, `${storyFolder}/story.md`)];
    const again = await storytree(secret, ["disclose", id, "--to", "../public", "--confirm"], then);
    expect(again).toMatchObject({ exit: 0, err: expect.stringContaining("public already") });
    expect([state(open), textAt(secret, `${storyFolder}/story.md`)]).toEqual(before);
  });

  test("a mark that was lost is found again, without a second commit", async () => {
    const { open, secret } = await ready();
    await must(storytree(secret, ["disclose", id, "--to", "../public", "--confirm"], then));
    const oid = git(open, ["rev-parse", "HEAD"]).trim();
    git(secret, ["checkout", "--quiet", "--", "."]);
    commit(open, {
      [`${storyFolder}/story.md`]: textAt(open, `${storyFolder}/story.md`).replace("Public title", "Edited"),
    });
    const head = git(open, ["rev-parse", "HEAD"]);
    const again = await storytree(secret, ["disclose", id, "--to", "../public", "--confirm"], then);
    expect(again, again.err).toMatchObject({ exit: 0 });
    expect(git(open, ["rev-parse", "HEAD"])).toBe(head);
    expect(textAt(secret, `${storyFolder}/story.md`)).toMatch(disclosedIn(oid));
  });

  test("a number that was drawn on the public side meanwhile becomes a new one in both", async () => {
    const { open, secret } = await ready();
    const drawn = {
      [`${storyFolder}/story.md`]: "---\ntitle: Another\nauthor: amina\ncreated: 2026-11-05T10:00:00Z\n---\n",
    };
    commit(open, drawn);
    const plan = await storytree(secret, ["disclose", id, "--to", "../public"], then);
    expect(plan.out).toContain(`the public tracker has drawn a number of story ${id} meanwhile`);
    const done = await storytree(secret, ["disclose", id, "--to", "../public", "--confirm"], then);
    expect(done.exit, done.err).toBe(0);
    const fresh = done.out.trim();
    expect(fresh).not.toBe(id);
    const place = `stories/${fresh.slice(-3)}/${fresh}/story.md`;
    expect(textAt(open, place)).toContain("Public title");
    expect(textAt(open, place)).not.toContain(id);
    expect(textAt(open, `${storyFolder}/story.md`)).toContain("title: Another");
    expect(textAt(secret, place)).toContain(`aliases:\n  - story:${id}\n`);
    expect(textAt(secret, place)).toContain("disclosed: ");
    expect(existsSync(join(secret, storyFolder, "story.md"))).toBe(false);
    expect(textAt(secret, "stories/002/30000002/story.md")).toContain(`related:\n  - ${fresh}\n`);
    for (const folder of [open, secret])
      expect(await storytree(folder, ["validate"])).toMatchObject({ exit: 0, out: "" });
    const again = await storytree(secret, ["disclose", id, "--to", "../public", "--confirm"], then);
    expect(again).toMatchObject({ exit: 0, err: expect.stringContaining("public already") });
  });

  test("--due takes every story whose hour has come, and no other", async () => {
    const { open, secret } = await ready();
    const due = (now: string) =>
      storytree(secret, ["disclose", "--due", "--to", "../public", "--confirm"], { now: () => new Date(now) });
    const head = git(open, ["rev-parse", "HEAD"]);
    expect(await due(frozenNow)).toMatchObject({ exit: 0, out: "" });
    expect(git(open, ["rev-parse", "HEAD"])).toBe(head);
    expect(await due("2026-12-01T15:00:00Z")).toMatchObject({ exit: 0, out: `${id}\n` });
    expect(await due("2026-12-01T15:00:01Z")).toMatchObject({ exit: 0, out: "" });
    expect(git(open, ["rev-list", "--count", "HEAD"]).trim()).toBe("2");
  });

  describe("--due takes stories of one hour together", () => {
    const other = "stories/002/30000002/story.md";
    const dueAt = (secret: string, when: string) =>
      storytree(secret, ["disclose", "--due", "--to", "../public", "--confirm"], { now: () => new Date(when) });
    /** The second story, without its canaries, due at the same hour as the first, which it depends on. */
    const together = async (more = "") => {
      const trackers = await ready();
      const text = `---\ntitle: Public second hole\nauthor: nina\ntype: vulnerability\ncreated: 2026-11-10T09:12:33Z
triage: confirmed\nrelated:\n  - ${storyId}\ndisclose_at: 2026-12-01T15:00:00Z\n${more}---\nPublic, see #${storyId}.\n`;
      const task = "stories/002/30000002/tasks/40000002.md";
      commit(trackers.secret, {
        [other]: text,
        [task]: textAt(trackers.secret, task).replace(/\S+ other task\n/, ""),
      });
      return trackers;
    };

    test("in one commit, in which each refers to the other", async () => {
      const { open, secret } = await together();
      const done = await dueAt(secret, "2026-12-01T15:00:00Z");
      expect(done, done.err).toMatchObject({ exit: 0, out: `${storyId}\n${otherId}\n` });
      expect(git(open, ["log", "-1", "--format=%P %s"])).toMatch(
        new RegExp(`^\\w+ Open stories ${storyId}, ${otherId}\\n$`),
      );
      expect(git(open, ["rev-list", "--count", "HEAD"]).trim()).toBe("2");
      expect(textAt(open, `${storyFolder}/story.md`)).toContain(`depends_on:\n  - ${otherId}\n`);
      expect(textAt(open, `${storyFolder}/story.md`)).toContain(`like #${otherId}`);
      expect(textAt(open, `${storyFolder}/tasks/40000001.md`)).toContain("depends_on:\n  - 40000002\n");
      expect(textAt(open, other)).toContain(`Public, see #${storyId}.`);
      expect(git(open, ["log", "-p", "--all"])).not.toContain(canary);
      const head = git(open, ["rev-parse", "HEAD"]).trim();
      for (const place of [`${storyFolder}/story.md`, other]) expect(textAt(secret, place)).toMatch(disclosedIn(head));
      for (const folder of [open, secret])
        expect(await storytree(folder, ["validate"])).toMatchObject({ exit: 0, out: "" });
      expect(await storytree(secret, ["leakcheck", "--against", open, "--show"])).toMatchObject({ exit: 0, out: "" });
    });

    test("but for one that may not be published: the others leave it out, and say nothing of it", async () => {
      const { open, secret } = await together("x-internal_notes: exploit\n");
      const done = await dueAt(secret, "2026-12-01T15:00:00Z");
      expect(done).toMatchObject({ exit: 5, out: `${storyId}\n`, err: expect.stringContaining(`story ${otherId}:`) });
      expect(git(open, ["log", "-p", "--all"])).not.toContain(String(otherId));
      expect(git(open, ["log", "-1", "--format=%s"]).trim()).toBe(`Open story ${storyId}`);
    });

    test("both numbers drawn meanwhile: each gets a new one, also in the other", async () => {
      const { open, secret } = await together();
      const taken = (title: string) => `---\ntitle: ${title}\nauthor: amina\ncreated: 2026-11-20T09:12:33Z\n---\n`;
      commit(open, { [`${storyFolder}/story.md`]: taken("Another"), [other]: taken("One more") });
      const done = await dueAt(secret, "2026-12-01T15:00:00Z");
      expect(done.exit, done.err).toBe(0);
      const [first, second] = done.out.trim().split("\n").map(Number) as [number, number];
      const place = (number: number) => `stories/${String(number).slice(-3)}/${number}/story.md`;
      expect(textAt(open, place(first))).toContain(`depends_on:\n  - ${second}\n`);
      expect(textAt(open, place(second))).toContain(`see #${first}.`);
      for (const folder of [open, secret])
        expect(await storytree(folder, ["validate"])).toMatchObject({ exit: 0, out: "" });
    });

    test("put off after a run was killed: what that run had made is not published", async () => {
      const { open, secret } = await together();
      await must(dueAt(secret, "2026-12-01T15:00:00Z"));
      // As it was when the commit had been made and the branch had not moved.
      const made = git(open, ["rev-parse", "HEAD"]).trim();
      git(open, ["reset", "--quiet", "--hard", "HEAD~1"]);
      git(secret, ["checkout", "--quiet", "--", "."]);
      const kept = JSON.stringify({ commit: made, ref: "refs/heads/main", stories: [storyId, otherId] });
      writeFiles(secret, { [`.git/storytree/disclosing/${made}.json`]: kept });
      commit(secret, { [other]: textAt(secret, other).replace("2026-12-01T15", "2027-01-01T15") });
      expect(await dueAt(secret, "2026-12-01T15:00:01Z")).toMatchObject({ exit: 0, out: `${storyId}\n` });
      expect(git(open, ["log", "-p"])).not.toContain(String(otherId));
    });

    test("put off after it became public: both are marked, and nothing is published again", async () => {
      const { open, secret } = await together();
      await must(dueAt(secret, "2026-12-01T15:00:00Z"));
      const made = git(open, ["rev-parse", "HEAD"]).trim();
      git(secret, ["checkout", "--quiet", "--", "."]);
      const kept = JSON.stringify({ commit: made, ref: "refs/heads/main", stories: [storyId, otherId] });
      writeFiles(secret, { [`.git/storytree/disclosing/${made}.json`]: kept });
      commit(secret, { [other]: textAt(secret, other).replace("2026-12-01T15", "2027-01-01T15") });
      expect(await dueAt(secret, "2026-12-01T15:00:01Z")).toMatchObject({ exit: 0, out: "" });
      expect(git(open, ["rev-parse", "HEAD"]).trim()).toBe(made);
      for (const place of [`${storyFolder}/story.md`, other]) expect(textAt(secret, place)).toMatch(disclosedIn(made));
    });

    test("published by itself, its mark lost: what has become of others since does not publish it again", async () => {
      const { open, secret } = await together();
      commit(secret, { [other]: textAt(secret, other).replace("2026-12-01T15", "2026-12-02T15") });
      await must(dueAt(secret, "2026-12-01T15:00:00Z"));
      const first = git(open, ["rev-parse", "HEAD"]).trim();
      git(secret, ["checkout", "--quiet", "--", "."]);
      expect(await dueAt(secret, "2026-12-02T15:00:00Z")).toMatchObject({ exit: 0, out: `${otherId}\n` });
      expect(git(open, ["rev-list", "--count", "HEAD"]).trim()).toBe("3");
      expect(textAt(secret, `${storyFolder}/story.md`)).toMatch(disclosedIn(first));
    });

    test("marked, although its prose speaks of a disclosure", async () => {
      const { open, secret } = await together();
      commit(secret, { [other]: `${textAt(secret, other)}disclosed: soon\n` });
      await must(dueAt(secret, "2026-12-01T15:00:00Z"));
      expect(textAt(secret, other)).toMatch(disclosedIn(git(open, ["rev-parse", "HEAD"]).trim()));
    });

    test("put off while it is at it: it is left out", async () => {
      const { open, secret } = await together();
      let asked = 0;
      const now = () => {
        // After it has been planned, and before it is carried out.
        asked += 1;
        if (asked === 6) commit(secret, { [other]: textAt(secret, other).replace("2026-12-01T15", "2027-01-01T15") });
        return new Date("2026-12-01T15:00:00Z");
      };
      const done = await storytree(secret, ["disclose", "--due", "--to", "../public", "--confirm"], { now });
      expect(asked).toBeGreaterThan(6);
      expect(done).toMatchObject({ exit: 0, out: `${storyId}\n` });
      expect(git(open, ["log", "-p"])).not.toContain(String(otherId));
    });

    test("a task that the public tracker has no project for stays private, whoever names it", async () => {
      const { open, secret } = await together();
      const task = `${storyFolder}/tasks/40000001.md`;
      commit(secret, {
        "projects/inner.md": "---\ntitle: Inner\n---\n",
        [task]: textAt(secret, task)
          .replace("lantern/compute", "inner")
          .replace(/^branch: .*$/m, "branch:"),
        [other]: `${textAt(secret, other).replace(`- ${storyId}`, `- ${storyId}\n  - 40000001`)}See task 40000001.\n`,
      });
      const done = await dueAt(secret, "2026-12-01T15:00:00Z");
      expect(done, done.err).toMatchObject({ exit: 0, out: `${storyId}\n${otherId}\n` });
      expect(git(open, ["log", "-p"])).not.toContain("40000001");
      commit(open, { "notes.txt": "task 40000001\n" });
      expect(await storytree(secret, ["leakcheck", "--against", open])).toMatchObject({ exit: 5 });
    });
  });
});

test("a folder that is no tracker, and a story that is not there, are said", async () => {
  const { secret, open } = await ready();
  const run = (args: readonly string[]) => storytree(secret, ["disclose", ...args], then);
  expect(await run([id, "--to", newFolder()])).toMatchObject({
    exit: 2,
    err: expect.stringContaining("[not-a-tracker]"),
  });
  expect(await run(["99999999", "--to", "../public"])).toMatchObject({
    exit: 2,
    err: expect.stringContaining("[no-such-record]"),
  });
  expect(await run([id])).toMatchObject({ exit: 2 });
  expect(await storytree(open, ["disclose", id, "--to", "../secret"])).toMatchObject({
    exit: 2,
    err: expect.stringContaining("[not-restricted]"),
  });
  writeFileSync(join(open, ".git/HEAD"), `${git(open, ["rev-parse", "HEAD"])}`);
  expect(await run([id, "--to", "../public", "--confirm"])).toMatchObject({
    exit: 2,
    err: expect.stringContaining("[detached-head]"),
  });
});
