// Where something was before leads to where it is now: in a site of plain files and on a server.

import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answerOf } from "../../src/site/answer.ts";
import { buildSite } from "../../src/site/build.ts";
import { newFolder, readFolder, tinyTracker } from "../support/folder.ts";
import { siteAt } from "../support/live-site.ts";

test("records that had another name, and tasks that were moved, are found where they were", async () => {
  const folder = newFolder();
  cpSync(tinyTracker, folder, { recursive: true });
  writeFileSync(
    join(folder, "people/zoe.md"),
    "---\nname: Zoe\naliases:\n  - person:once\n  - person:noor\n  - person:once.js\n---\n",
  );
  writeFileSync(join(folder, "milestones/later.md"), "---\ntitle: Later\naliases:\n  - milestone:soon\n---\n");
  const task = "---\nproject: lantern/compute\nstatus: todo\nauthor: noor\ncreated: 2026-03-01T00:00:00Z\n";
  writeFileSync(join(folder, "stories/377/48213377/tasks/70000377.md"), `${task}aliases:\n  - task:12345678\n---\n`);
  const site = await siteAt(folder);
  const out = join(newFolder(), "site");
  await buildSite(site, { out, keepOut: [folder] });
  const files = readFolder(out);
  const live = async (path: string) => {
    const answer = await answerOf(site, path, new URLSearchParams());
    return [answer?.status, answer?.location];
  };
  const moved: Readonly<Record<string, string>> = {
    "people/once.html": "../people/zoe.html",
    "people/once~2ejs.html": "../people/zoe.html",
    "milestones/soon.html": "../milestones/later.html",
    "tasks/12345678.html": "../stories/48213377.html#task-70000377",
  };
  for (const [file, to] of Object.entries(moved)) {
    expect(files.get(file)?.toString()).toContain(`url=${to}"`);
    expect(await live(`/${file}`)).toEqual([301, to]);
    expect(await live(`/${file.replace(".html", "")}`)).toEqual([301, to]);
  }
  // Somebody is called so now.
  expect(files.get("people/noor.html")?.toString()).toContain("<h1>");
  expect(await live("/people/nobody.html")).toEqual([undefined, undefined]);
  site.catalogue.close();
});
