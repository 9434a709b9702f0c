// What a reader's connection has to carry: a story of the size that is discussed a lot, with all that its page loads.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { answerOf } from "../../src/site/answer.ts";
import { newRepository, projectRoot, readFolder, tinyTracker } from "../support/folder.ts";
import { linksOf } from "../support/links.ts";
import { siteAt } from "../support/live-site.ts";

/** Paragraphs that somebody wrote. */
const prose = ["README.md", "docs/operators.md", "docs/plain-server.md"]
  .flatMap((path) => readFileSync(join(projectRoot, path), "utf8").split(/\n\n+/))
  .filter((paragraph) => /^[A-Z`]/.test(paragraph) && paragraph.length > 200);

const titleOf = (number: number) => JSON.stringify(prose[number]?.replaceAll("\n", " ").slice(0, 60));
const two = (number: number) => String(number).padStart(2, "0");

/** A story with so many tasks and comments, in a tracker whose pages lead to editors. */
function trackerWith(tasks: number, comments: number): string {
  const files: Record<string, string | Uint8Array> = Object.fromEntries(readFolder(tinyTracker));
  const config = String(files["tracker.yaml"]).replace(
    /host: gerrit\n {2}url: .*/,
    "host: github\n  url: https://github.com/lantern/tracker",
  );
  const story = "stories/001/70000001";
  const projects = ["ci", "client", "compute", "dashboard", "docs", "images", "network", "volumes"];
  const people = ["amina", "bjorn", "chen", "dunya", "elif", "farid", "greta", "hugo"];
  const statuses = ["todo", "inprogress", "review", "merged", "invalid"];
  files["tracker.yaml"] = config;
  files[`${story}/story.md`] =
    `---\ntitle: ${titleOf(0)}\nauthor: farid\ntype: bug\ncreated: 2026-03-01T09:00:00Z\n---\n${prose.slice(0, 4).join("\n\n")}\n`;
  for (let n = 0; n < tasks; n += 1)
    files[`${story}/tasks/${10000 + n * 37}001.md`] =
      `---\nproject: lantern/${projects[n % 8]}\nstatus: ${statuses[n % 5]}\nauthor: farid\nassignee: ${people[n % 8]}\npriority: high\nmilestone: 2026-2\ncreated: 2026-03-01T09:00:00Z\nchanges:\n  - https://review.lantern.example/c/${4700 + n * 13}\ntitle: ${titleOf(n)}\n---\n`;
  for (let n = 0; n < comments; n += 1)
    files[`${story}/comments/202603${two(1 + (n % 28))}T1000${two(n)}Z-ab${two(n)}.md`] =
      `---\nauthor: ${people[n % 8]}\n---\n${prose[n % prose.length]}\n`;
  return newRepository(files);
}

test("a story with 20 tasks and 30 comments weighs less than 60 kB with all that it loads, its scripts less than 30", async () => {
  expect(prose.length).toBeGreaterThan(30);
  const site = await siteAt(trackerWith(20, 30));
  const body = async (path: string) =>
    Buffer.from((await answerOf(site, `/${path}`, new URLSearchParams()))?.body ?? "");
  const page = "stories/70000001.html";
  const html = await body(page);
  expect(html.toString().match(/id="task-/g)?.length).toBe(20);
  expect(html.toString().match(/<article class="comment"/g)?.length).toBe(30);
  const loaded = linksOf(page, html.toString())
    .map(({ file }) => file)
    .filter((file) => /\.(?:css|js|svg|png)$/.test(file));
  expect([...new Set(loaded)].sort()).toEqual(["icon.svg", "script.js", "style.css"]);
  // The search's worker comes when somebody searches; it counts as well.
  const weigh = async (path: string) => gzipSync(await body(path), { level: 6 }).length;
  const scripts = (await weigh("script.js")) + (await weigh("search-worker.js"));
  let whole = await weigh(page);
  for (const path of new Set(loaded)) whole += await weigh(path);
  site.catalogue.close();
  expect(scripts).toBeGreaterThan(1_000);
  expect(scripts).toBeLessThan(30_000);
  expect(whole).toBeLessThan(60_000);
});
