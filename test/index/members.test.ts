// Which projects a group or team has, and which branch tasks are on that name none: what one file says is not forgotten when another changes.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newRepository } from "../support/folder.ts";
import { storytree } from "../support/terminal.ts";

test("a project that is edited stays in the groups that name it, and a group that is edited keeps those that name it", async () => {
  const story = "stories/001/10000001";
  const group = (title: string, projects: string) => `---\ntitle: ${title}\nprojects:${projects}\n---\n`;
  const project = (title: string) => `---\ntitle: ${title}\nteam: crew\ngroups:\n  - acme\n---\n`;
  const folder = newRepository({
    "tracker.yaml": "format: 1\nname: L\nvisibility: public\n",
    "projects/acme.md": project("P"),
    "groups/named.md": group("G", "\n  - acme"),
    "groups/acme.md": group("G", ""),
    "teams/crew.md": "---\ntitle: Crew\n---\n",
    [`${story}/story.md`]:
      "---\ntitle: S\nauthor: ann\ntype: bug\ncreated: 2026-01-01T00:00:00Z\ntriage: new\n---\nx\n",
    [`${story}/tasks/22222001.md`]:
      "---\nproject: acme\nstatus: todo\nauthor: ann\npriority: low\ncreated: 2026-01-01T00:00:00Z\n---\n",
  });
  const found = async () => {
    const all: string[] = [];
    for (const query of ["group:named", "group:acme", "team:crew"])
      all.push((await storytree(folder, ["list", "--format", "ids", query])).out.trim());
    return all;
  };
  const every = ["10000001", "10000001", "10000001"];
  expect(await found()).toEqual(every);
  writeFileSync(join(folder, "projects/acme.md"), project("Other"));
  expect(await found()).toEqual(every);
  writeFileSync(join(folder, "groups/acme.md"), group("Other", ""));
  expect(await found()).toEqual(every);
});

test("tasks that name no branch are on the default one of their project, also when that changes", async () => {
  const story = "stories/001/10000001";
  const task = (more: string) =>
    `---\nproject: acme\nstatus: todo\nauthor: ann\n${more}created: 2026-01-01T00:00:00Z\n---\n`;
  const folder = newRepository({
    "tracker.yaml": "format: 1\nname: L\nvisibility: public\n",
    "projects/acme.md": "---\ntitle: P\ndefault_branch: main\n---\n",
    [`${story}/story.md`]: "---\ntitle: S\nauthor: ann\ncreated: 2026-01-01T00:00:00Z\n---\nx\n",
    [`${story}/tasks/22222001.md`]: task(""),
    [`${story}/tasks/22223001.md`]: task("branch: old\n"),
  });
  const found = async (query: string) =>
    (await storytree(folder, ["list", "--tasks", "--format", "{id}", query])).out.trim().split("\n");
  expect(await found("branch:main")).toEqual(["22222001"]);
  expect(await found("branch:o*")).toEqual(["22223001"]);
  expect(await found("branch:none")).toEqual([""]);
  writeFileSync(join(folder, "projects/acme.md"), "---\ntitle: P\ndefault_branch: old\n---\n");
  expect((await found("branch:old")).sort()).toEqual(["22222001", "22223001"]);
  expect(await found("branch:main")).toEqual([""]);
  writeFileSync(join(folder, "projects/acme.md"), "---\ntitle: P\n---\n");
  expect(await found("branch:none")).toEqual(["22222001"]);
  const { out } = await storytree(folder, ["stats", "--tasks", "--by", "branch", "--format", "csv"]);
  expect(out.trim().split(/\r?\n/).slice(1).sort()).toEqual([",1", "old,1"]);
});
