// Which projects a group or team has: what one file says of it is not forgotten when the other changes.

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
