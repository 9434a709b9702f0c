// A site that several threads build, each of them asking git for what commits changed: the same as one thread's, and no pipe of one ends another's.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildSite } from "../../src/site/build.ts";
import { differences, newFolder, projectRoot } from "../support/folder.ts";
import { repositoryWith } from "../support/history.ts";
import { siteAt } from "../support/live-site.ts";

test("threads tell of the same history, and leave each other's pipes alone", { timeout: 60_000 }, async () => {
  const header = "author: alice\ncreated: 2026-01-01T00:00:00Z\n";
  const folderOf = (nth: number) => `stories/${String(nth % 1000).padStart(3, "0")}/${10_000_000 + nth}`;
  const task = (nth: number, priority: string) => ({
    [`${folderOf(nth)}/tasks/${20_000_000 + nth}.md`]: `---\nproject: a/b\nstatus: todo\n${header}priority: ${priority}\n---\n`,
  });
  const all = Array.from({ length: 520 }, (_, nth) => nth);
  const brought = Object.assign(
    { "tracker.yaml": "format: 1\nname: A\nvisibility: public\n" },
    ...all.map((nth) => ({
      [`${folderOf(nth)}/story.md`]: `---\ntitle: Story ${nth}\n${header}---\n`,
      ...task(nth, "low"),
    })),
  );
  const start = Date.parse("2026-03-01T00:00:00Z") / 1000;
  // As much at a time as is read through a pipe of its own.
  const changes = [0, 100, 200, 300, 400, 500].map((from) => ({
    files: Object.assign({}, ...all.slice(from, from + 100).map((nth) => task(nth, "high"))),
    time: start + 60 + from,
  }));
  const { folder } = repositoryWith([{ files: brought, time: start }, ...changes]);
  const [one, several] = [join(newFolder(), "site"), join(newFolder(), "site")];
  const program = join(projectRoot, "bin", "storytree");
  const { status, stderr } = spawnSync(process.execPath, [program, "build", "--out", several], {
    cwd: folder,
    encoding: "utf8",
  });
  expect({ status, warnings: stderr.match(/Warning.*/g) }).toEqual({ status: 0, warnings: null });
  const site = await siteAt(folder);
  const now = Date.parse(String(site.catalogue.commitTime));
  await buildSite({ ...site, now }, { out: one, keepOut: [folder] });
  expect(differences(several, one).filter((path) => !/manifest/.test(path))).toEqual([]);
});
