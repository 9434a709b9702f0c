// The published scripts in every field of a tracker, whether validation lets them pass or not, in a real browser: on the server's
// pages, on a built site without any header, in the search of both, and in what other programs read.

import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shardOf } from "../../src/model/place.ts";
import { buildSite } from "../../src/site/build.ts";
import { type FileServer, hasChromium, launchChromium, serveFiles } from "../support/chromium.ts";
import { commit, newFolder, newRepository, readFolder } from "../support/folder.ts";
import { type LiveSite, serveAt, siteAt } from "../support/live-site.ts";
import { payloads } from "../support/payloads.ts";
import { published } from "../support/published-payloads.ts";
import { type Touched, touchedPage } from "../support/strange.ts";
import { isThorough } from "../support/thorough.ts";

const all = [...new Set([...payloads, ...published])];
// Each has its say on one page; in CI only some have records of their own, in every field.
const chosen = new Set([...all.keys()].filter((index) => isThorough || index % 20 === 0));
const said = 10_000_000;
const refused = 20_000_000;
const inYaml = (text: string) => JSON.stringify(text);
// Controls that JSON escapes are read back by YAML; one line is what a title can be.
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();
const at = "2026-03-01T09:00:00Z";

/** One story that says each of them in its comments and tasks, and for each a story of its own and one that is no story at all. */
function trackerOf(): string {
  const files: Record<string, string> = {
    "tracker.yaml": `format: 1\nname: ${inYaml(payloads[15] ?? "")}\nvisibility: public\nfields:\n  impact:\n    on: story\n    type: string\n    title: ${inYaml(payloads[13] ?? "")}\n`,
    "people/p.md": `---\nname: ${inYaml(payloads[13] ?? "")}\n---\n`,
    "projects/p.md": `---\ntitle: ${inYaml(payloads[13] ?? "")}\n---\n`,
  };
  const whole = `stories/${shardOf(said)}/${said}`;
  files[`${whole}/story.md`] = `---\ntitle: All of them\nauthor: p\ntype: bug\ncreated: ${at}\n---\n`;
  for (const [index, payload] of all.entries()) {
    const title = inYaml(oneLine(payload));
    const minute = String(Math.floor(index / 60)).padStart(2, "0");
    const second = String(index % 60).padStart(2, "0");
    files[`${whole}/comments/20260301T10${minute}${second}Z-abcd.md`] = `---\nauthor: p\n---\n${payload}\n`;
    files[`${whole}/tasks/${30_000_000 + index * 7}.md`] =
      `---\nproject: p\nstatus: todo\nauthor: p\ncreated: ${at}\ntitle: ${title}\nbranch: ${title}\n---\ntext ${payload} text\n`;
    if (!chosen.has(index)) continue;
    const own = said + 1 + index;
    files[`stories/${shardOf(own)}/${own}/story.md`] =
      `---\ntitle: ${title}\nauthor: p\ntype: bug\ncreated: ${at}\nimpact: ${title}\nlinks:\n  - url: https://evil.example/\n    title: ${title}\n---\n${payload}\n\n# ${payload}\n\n> ${payload}\n\n| ${payload} |\n|---|\n| ${payload} |\n\n[${payload}](https://evil.example/${payload})\n`;
    const none = refused + index;
    files[`stories/${shardOf(none)}/${none}/story.md`] =
      `---\ntitle: ${title}\nauthor: ${title}\ntype: ${title}\ncreated: ${title}\ntriage: ${title}\ntags:\n  - ${title}\naliases:\n  - ${title}\nmilestone: ${title}\ncve:\n  - ${title}\nlinks:\n  - url: ${title}\n    title: ${title}\nattachments:\n  - file: ${title}\n? ${title}\n: ${title}\n---\n${payload}\n`;
    files[`people/n${index}.md`] = `---\nname: ${title}\nemail: ${title}\nidentities:\n  - ${title}\n---\n${payload}\n`;
    files[`projects/n${index}.md`] = `---\ntitle: ${title}\nrepository: ${title}\nteam: ${title}\n---\n${payload}\n`;
    files[`lists/n${index}.md`] = `---\ntitle: ${title}\nquery: ${title}\n---\n${payload}\n`;
    const name = oneLine(payload)
      .replace(/[/\\\p{Cc}]/gu, "")
      .slice(0, 60);
    if (name !== "" && !name.startsWith(".")) files[`${whole}/attachments/${name}.png`] = payload;
    for (const ending of ["html", "svg", "pdf", "xhtml"])
      if (index % 40 === 0) files[`${whole}/attachments/x${index}.${ending}`] = payload;
  }
  const folder = newRepository(files);
  for (const [index, payload] of all.entries())
    if (index % 40 === 0)
      commit(folder, { [`${whole}/story.md`]: `${files[`${whole}/story.md`]}${index}\n` }, oneLine(payload));
  return folder;
}

const lists = [
  "/",
  "/stories.html",
  "/untriaged.html",
  "/projects.html",
  "/people.html",
  "/changes.html",
  "/repair.html",
];
const more = [
  "/report.html",
  "/new.html",
  "/archive.html",
  "/projects/p.html",
  "/people/p.html",
  `/stories/${said}.html`,
];

describe.skipIf(!hasChromium)("in Chromium (skipped where there is none)", () => {
  let live: LiveSite;
  let built: FileServer;
  let out: string;
  let browser: Browser;
  let onServer: Touched;
  let onFiles: Touched;
  beforeAll(async () => {
    const tracker = trackerOf();
    out = join(newFolder(), "site");
    const site = await siteAt(tracker);
    await buildSite(site, { out, keepOut: [tracker] });
    site.catalogue.close();
    live = await serveAt(tracker, { still: true, rateLimit: 0 });
    built = await serveFiles(out);
    browser = await launchChromium();
    onServer = await touchedPage(browser, live.url);
    onFiles = await touchedPage(browser, built.url);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await live?.close();
    await built?.close();
  });

  test("there are hundreds, and the pages that say them are there", () => {
    expect(all.length).toBeGreaterThan(300);
    const pages = readFolder(out);
    const page = pages.get(`stories/${said}.html`)?.toString() ?? "";
    expect(page.split('class="comment"').length - 1).toBeGreaterThan(all.length - 40);
    const own = [...chosen].filter((index) =>
      pages.get(`stories/${said + 1 + index}.html`)?.includes('id="discussion"'),
    );
    expect(own.length).toBeGreaterThan(chosen.size * 0.8);
  });

  test("on pages of the server and of files nothing runs, is fetched from elsewhere, or is anybody else's markup", async () => {
    const strange: string[] = [];
    for (const path of [...lists, ...more]) {
      strange.push(...(await onServer.strangeOn(path)));
      strange.push(...(await onFiles.strangeOn(path === "/" ? "/index.html" : path)));
    }
    for (const index of chosen) {
      strange.push(...(await onServer.strangeOn(`/stories/${said + 1 + index}.html`)));
      strange.push(...(await onServer.strangeOn(`/stories/${refused + index}.html`)));
      const kind = ["people/n", "projects/n", "lists/n"][index % 3];
      strange.push(...(await onServer.strangeOn(`/${kind}${index}.html`)));
    }
    expect(strange).toEqual([]);
    expect([...onServer.complaints, ...onFiles.complaints]).toEqual([]);
    expect(live.errors).toEqual([]);
  }, 600_000);

  test("nothing that is asked for runs: in a query, in a path, behind a #", async () => {
    const strange: string[] = [];
    for (const index of chosen) {
      const asked = encodeURIComponent((all[index] ?? "").slice(0, 900));
      const paths = [
        `/search?q=${asked}&narrow&page=${asked}`,
        `/${asked}`,
        `/stories/${said + 1}.html?${asked}#${asked}`,
      ];
      strange.push(...(await onServer.strangeOn(paths[index % 3] ?? "")));
      if (index % 3 !== 0) continue;
      strange.push(...(await onFiles.strangeOn(`/search.html?q=${asked}#${asked}`)));
      await onFiles.page.waitForSelector("#answer[data-searched]");
      strange.push(...(await onFiles.strangeHere()));
    }
    expect(strange).toEqual([]);
    expect([...onServer.complaints, ...onFiles.complaints]).toEqual([]);
  }, 600_000);

  test("what other programs read holds no markup of a stranger's, and is called what it is", async () => {
    for (const path of [
      "/changes.atom",
      "/stories.atom",
      "/stories.json",
      `/stories/${said}.json`,

      "/repair.json",
      "/report.json",
    ]) {
      const answer = await fetch(live.url + path);
      const text = await answer.text();
      const type = answer.headers.get("content-type");
      expect([path, answer.status, type]).toEqual([
        path,
        200,
        expect.stringMatching(/json|atom\+xml|application\/xml/),
      ]);
      if (path.endsWith(".json")) expect(() => JSON.parse(text)).not.toThrow();
      else expect(text.match(/<(?:script|img|svg|iframe|x:script)\b/gi)).toBeNull();
    }
    const files = [...readFolder(out).keys()];
    expect(files.filter((path) => /\/attachments\/.*\.(?:html?|svg|pdf|xhtml|xml|js)$/.test(path))).toEqual([]);
  });
});
