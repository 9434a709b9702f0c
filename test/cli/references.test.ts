// What a REF stands for: numbers, names and aliases of today, and those of yesterday.

import { expect, test } from "vitest";
import { newClone, newServer } from "../support/clones.ts";
import { commit, git } from "../support/folder.ts";
import { storytree } from "../support/terminal.ts";

const server = newServer();

test("the old number of a task that moved leads to it, in every command, and says its new one", async () => {
  const folder = newClone(server, "checkout", "hugo");
  const id = (await storytree(folder, ["move", "48229482", "48213377"])).out.trim();
  for (const ref of ["48229482", "#48229482", "task/48229482"]) {
    const shown = await storytree(folder, ["show", ref]);
    expect(shown).toMatchObject({ exit: 0, out: expect.stringContaining(`task #${id}`) });
    expect(shown.err).toBe(`"${ref}" is task ${id} now\n`);
  }
  expect(await storytree(folder, ["show", "story/48229482"])).toMatchObject({ exit: 1 });
  expect((await storytree(folder, ["-q", "show", "48229482"])).err).toBe("");
  const set = await storytree(folder, ["set", "48229482", "status=review"]);
  expect(set).toMatchObject({ exit: 0, err: expect.stringContaining(`"48229482" is task ${id} now\n`) });
  expect((await storytree(folder, ["show", id, "--json"])).out).toContain('"status": "review"');
  expect((await storytree(folder, ["comment", "48229482", "-m", "Here?"])).exit).toBe(0);
  expect((await storytree(folder, ["show", "48213377"])).out).toContain("Here?");
});

test("it does so without a checkout too", async () => {
  const folder = newClone(server, "blobless", "hugo");
  const id = (await storytree(folder, ["move", "48229482", "48213377"])).out.trim();
  const set = await storytree(folder, ["set", "48229482", "status=review"]);
  expect(set).toMatchObject({ exit: 0, err: expect.stringContaining(`task ${id}: status merged → review`) });
});

test("the old name of a record leads to it", async () => {
  const folder = newClone(server, "checkout", "hugo");
  await storytree(folder, ["rename", "person/bjorn", "bear"]);
  const shown = await storytree(folder, ["show", "person/bjorn"]);
  expect(shown).toMatchObject({
    exit: 0,
    out: expect.stringContaining("person bear"),
    err: '"person/bjorn" is person/bear now\n',
  });
  const set = await storytree(folder, ["set", "person/bjorn", "name=Bear"]);
  expect(set).toMatchObject({ exit: 0, err: expect.stringContaining("people/bear.md") });
  expect(await storytree(folder, ["set", "person/bjrn", "name=Bear"])).toMatchObject({
    exit: 2,
    err: expect.stringContaining('there is no "person/bjrn" here [no-such-record]'),
  });
});

test("an alias stands for its story wherever one is named", async () => {
  const folder = newClone(server, "checkout", "hugo");
  const alias = "launchpad:1834567";
  expect((await storytree(folder, ["set", alias, "triage=confirmed"])).exit).toBe(0);
  expect((await storytree(folder, ["comment", alias, "-m", "Here."])).exit).toBe(0);
  const task = await storytree(folder, ["task", alias, "--project", "lantern/docs"]);
  expect(task.out).toMatch(/^\d{5}185\n$/);
  expect((await storytree(folder, ["move", "48229482", alias])).out).toMatch(/^\d{5}185\n$/);
  expect((await storytree(folder, ["edit", alias, "-m", "New text."])).exit).toBe(0);
  const paths = git(folder, ["status", "--porcelain", "--untracked-files=all"]).trim().split("\n");
  expect(paths.filter((line) => line.includes("stories/185/33906185/"))).toHaveLength(4);
});

test("what several records answer to is answered with their names", async () => {
  const folder = newClone(server, "checkout", "hugo");
  const path = "stories/377/48213377/story.md";
  const text = git(folder, ["show", `HEAD:${path}`]);
  commit(folder, { [path]: text.replace(/^aliases:\n/m, "aliases:\n  - launchpad:1834567\n") });
  for (const args of [
    ["show", "launchpad:1834567"],
    ["set", "launchpad:1834567", "triage=new"],
  ]) {
    expect(await storytree(folder, args)).toMatchObject({
      exit: 2,
      err: 'storytree: "launchpad:1834567" is an alias of 2 records [ambiguous-reference]\n  hint: name one of them: story 33906185, story 48213377\n',
    });
  }
  expect(await storytree(folder, ["show", "4"])).toMatchObject({
    exit: 2,
    err: expect.stringContaining(
      '"4" is the beginning of several numbers [ambiguous-reference]\n  hint: write more of it: 4',
    ),
  });
});
