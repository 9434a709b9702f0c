// What people come for, from the home page to the end, in a real browser: with a server behind the pages or as plain files, with scripts
// and without.

import { execFileSync } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite } from "../../src/site/build.ts";
import {
  type FileServer,
  hasChromium,
  launchChromium,
  serveFiles,
  shiftsOn,
  watchedPage,
} from "../support/chromium.ts";
import {
  commit,
  gitEnvironment,
  newFolder,
  newRepository,
  projectRoot,
  readFolder,
  tinyTracker,
} from "../support/folder.ts";
import { serveAt, siteAt } from "../support/live-site.ts";
import { storytree } from "../support/terminal.ts";
import { isThorough } from "../support/thorough.ts";

const anyOpen = "task:todo,inprogress,review";
const repositoryPage = "https://github.com/lantern/tracker";

/** The demo tracker on GitHub, where a task has just been finished. */
function trackerOnGitHub(): string {
  const folder = newRepository(Object.fromEntries(readFolder(tinyTracker)));
  const read = (path: string) => readFileSync(join(folder, path), "utf8");
  const config = read("tracker.yaml").replace(/host: gerrit\n {2}url: .*/, `host: github\n  url: ${repositoryPage}`);
  const task = "stories/377/48213377/tasks/97799377.md";
  const files = { "tracker.yaml": config, [task]: read(task).replace(/^status: .*$/m, "status: merged") };
  commit(folder, files, "Finish a task", "2026-10-25T09:00:00Z");
  return folder;
}

/** What the address of an editor holds: which file, with which text. */
function fileIn(address: string): { path: string; text: string } {
  expect(address.startsWith(`${repositoryPage}/new/main?`)).toBe(true);
  const parameters = new URL(address).searchParams;
  return { path: parameters.get("filename") ?? "", text: parameters.get("value") ?? "" };
}

/** What our own validation says to a proposal of these files. */
async function verdictOn(tracker: string, files: readonly { path: string; text: string }[]): Promise<string> {
  const clone = newRepository(Object.fromEntries(readFolder(tracker)));
  commit(clone, Object.fromEntries(files.map(({ path, text }) => [path, text])));
  const { exit, out } = await storytree(clone, ["validate", "--base", "HEAD~1"]);
  return `${exit} ${out}`;
}

const ways = [
  { behind: "a server", scripts: false },
  { behind: "plain files", scripts: true },
  ...(isThorough
    ? [
        { behind: "a server", scripts: true },
        { behind: "plain files", scripts: false },
      ]
    : []),
];

describe.skipIf(!hasChromium)("in Chromium (skipped where there is none)", () => {
  let browser: Browser;
  let tracker: string;
  let sites: Readonly<Record<string, FileServer>>;
  beforeAll(async () => {
    browser = await launchChromium();
    tracker = trackerOnGitHub();
    const out = join(newFolder(), "site");
    const site = await siteAt(tracker);
    await buildSite(site, { out, keepOut: [tracker] });
    site.catalogue.close();
    sites = { "a server": await serveAt(tracker, { still: true }), "plain files": await serveFiles(out) };
  });
  afterAll(async () => {
    await browser?.close();
    for (const site of Object.values(sites ?? {})) await site.close();
  });

  test("a number in the search box leads to its story, in plain files too; what finds nothing is told", async () => {
    const { page } = await watchedPage(browser, sites["plain files"]?.url ?? "");
    await page.goto("/index.html");
    await page.getByPlaceholder("Search stories").fill("#48213377");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/stories/48213377.html");
    await page.goto("/search.html?q=xylophone");
    await page.getByText("Nothing matches.").waitFor();
    expect(await page.getByRole("status").textContent()).toMatch(/^0 .*stories$/);
  });

  test("a search is narrowed down by what was found, in plain files as with a server, also from its address alone", async () => {
    const shown: string[][] = [];
    for (const behind of ["a server", "plain files"]) {
      const { page } = await watchedPage(browser, sites[behind]?.url ?? "");
      await page.goto("/search.html?q=type:bug+OR+migration");
      const narrow = page.getByText("Narrow down", { exact: true });
      await narrow.waitFor();
      await narrow.click();
      const facets = page.getByRole("navigation", { name: "Narrow down" });
      await facets.waitFor();
      shown.push(await facets.locator("li").allTextContents());
      if (behind === "plain files")
        expect(
          await facets
            .getByRole("link")
            .first()
            .evaluate((link) => link === document.activeElement),
        ).toBe(true);
      const [first, count] = [facets.locator("li").first(), await facets.locator("li .meta").first().textContent()];
      await first.getByRole("link").click();
      await page.getByRole("heading", { name: new RegExp(`^${count} (?:open )?stor`) }).waitFor();
      expect(new URL(page.url()).searchParams.get("q")).toMatch(/^\(type:bug OR migration\) [a-z]+:/);
      await page.goto("/search.html?q=type:bug+OR+migration&narrow");
      await facets.waitFor();
      expect(await facets.locator("li").allTextContents()).toEqual(shown.at(-1));
    }
    expect(shown[0]?.length).toBeGreaterThan(3);
    expect(shown[1]?.length).toBeGreaterThan(3);
  });

  test("where a host has no editor a report ends with commands that work whatever it says, and with a mail", async () => {
    const files = Object.fromEntries(readFolder(tinyTracker));
    const config = String(files["tracker.yaml"]).replace("  branch: main\n", "$&  mail: reports@lantern.example\n");
    const folder = newRepository({ ...files, "tracker.yaml": config });
    const site = await serveAt(folder, { still: true });
    const { page } = await watchedPage(browser, site.url);
    const bin = newFolder();
    symlinkSync(join(projectRoot, "bin", "storytree"), join(bin, "storytree"));
    const run = (commands: string) =>
      execFileSync("sh", ["-c", commands.replace(" && storytree propose\n", "\n")], {
        cwd: folder,
        env: { ...process.env, ...gitEnvironment, PATH: `${bin}:${process.env.PATH}` },
        encoding: "utf8",
      });
    const [title, body] = ['-x it\'s `id` $HOME \\ "two"', "first\nEND\n$(id) `id` it's \\ <b>\n\n- last"];
    try {
      await page.goto("/projects/lantern/network.html");
      await page.getByRole("link", { name: "a story for this project" }).click();
      expect(await page.inputValue("#draft-project")).toBe("lantern/network");
      await page.fill("#draft-title", title);
      await page.fill("#draft-body", body);
      await page.fill("#draft-author", "noor");
      await page.getByRole("button", { name: "Prepare the report" }).click();
      const commands = page.locator("output pre").first();
      await commands.waitFor();
      expect(await commands.textContent()).toMatch(/ <<'ENDD' && storytree propose\n.*\nENDD$/s);
      const story = /\d{8}/.exec(run(String(await commands.textContent())))?.[0];
      const shown = JSON.parse((await storytree(folder, ["show", String(story), "--json"])).out);
      expect(shown).toMatchObject({ title, author: "noor", tasks: [{ project: "lantern/network" }] });
      expect(shown.body.trim()).toBe(body);
      const mail = String(await page.getByRole("link", { name: "send it by mail" }).getAttribute("href"));
      expect(mail).toMatch(/^mailto:reports@lantern\.example\?/);
      expect(new URL(mail).searchParams.get("subject")).toBe(title);
      expect(new URL(mail).searchParams.get("body")).toBe(`${body}\n\nProject: lantern/network`);
      await page.goto("/stories/48213377.html");
      await page.fill("#draft-body", body);
      await page.fill("#draft-author", "noor");
      await page.getByRole("button", { name: "Prepare the comment" }).click();
      await commands.waitFor();
      run(String(await commands.textContent()));
      const after = JSON.parse((await storytree(folder, ["show", "48213377", "--json"])).out);
      expect(after.comments.map((each: { body: string }) => each.body.trim())).toContain(body);
    } finally {
      await site.close();
    }
  });

  test("a site that is built anew while somebody searches it: then all of it is read again, whatever the browser has kept", async () => {
    const folder = newRepository(Object.fromEntries(readFolder(tracker)));
    const out = join(newFolder(), "site");
    const build = async () => {
      const site = await siteAt(folder);
      await buildSite(site, { out, keepOut: [folder] });
      site.catalogue.close();
    };
    await build();
    const files = await serveFiles(out, { "Cache-Control": "max-age=600" });
    const { page } = await watchedPage(browser, files.url);
    // As of a large tracker, of which not all is loaded at first.
    await page.route("**/search/index.json", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), perBlock: 10 } });
    });
    await page.goto("/search.html?q=xylophone+OR+migration");
    await page.waitForSelector("#answer[data-searched]");
    const told = () => page.locator("#answer > p").first().textContent();
    expect(await told()).toMatch(/^Searched (\d+) of (\d+) stories\. Search everything$/);
    const total = Number(/ of (\d+) /.exec((await told()) ?? "")?.[1]);
    // A story more among those that have come.
    const story =
      "---\ntitle: New here\nauthor: noor\ntype: bug\ncreated: 2026-01-01T09:00:00Z\ntriage: new\n---\nA xylophone.\n";
    commit(folder, { "stories/001/70000001/story.md": story });
    await build();
    await page.getByRole("button", { name: "Search everything" }).click();
    await page.getByText("New here").waitFor();
    expect(await told()).toBe(`Searched ${total + 1} of ${total + 1} stories.`);
    // Who comes again has the first state's files at hand.
    await page.goto("/search.html?q=xylophone");
    await page.getByText("New here").waitFor();
    await files.close();
  });

  test("rows that a page asks for while the search starts come once; where they fail to come, the search asks for them", async () => {
    for (const fails of [false, true]) {
      const { page } = await watchedPage(browser, sites["plain files"]?.url ?? "");
      const asked: string[] = [];
      await page.route("**/search/*-open.json", async (route) => {
        asked.push(route.request().url().split("/").at(-1) ?? "");
        if (fails && asked.length === 1) await route.fulfill({ status: 503 });
        else await route.continue();
      });
      await page.goto("/search.html?q=status:active");
      await page.waitForSelector("#answer[data-searched]");
      expect(asked).toEqual(fails ? ["0-open.json", "0-open.json"] : ["0-open.json"]);
      expect(await page.locator("#answer tbody tr").count()).toBeGreaterThan(0);
      await page.context().close();
    }
  });

  test("a search in plain files: nothing moves while it is answered, and the box says what was asked", async () => {
    const { page } = await watchedPage(browser, sites["plain files"]?.url ?? "");
    await page.route("**/search/**", async (route) => {
      // Later than a shift can be put down to whoever pressed a key.
      await new Promise((resolve) => setTimeout(resolve, 600));
      await route.continue();
    });
    await page.goto("/search.html?q=statsu:x");
    await page.waitForSelector("#answer[data-searched]");
    expect(await page.locator("#answer").textContent()).toMatch(/Did you mean "status:"\?$/);
    await page.goto("/search.html?q=migration");
    await page.waitForSelector("#answer[data-searched]");
    expect(await shiftsOn(page)).toEqual([]);
    expect(await page.inputValue("#q")).toBe("migration");
    expect(await page.locator("details.help").isVisible()).toBe(true);
    // A column is there when any row has something in it, be it a link or words.
    await page.goto("/search.html?q=tag:flaky");
    await page.waitForSelector("#answer[data-searched]");
    expect(await page.locator("td.c-who").first().isVisible()).toBe(true);
    expect(await page.getByRole("columnheader", { name: "Assigned to" }).isVisible()).toBe(true);
    // What is not among the open stories is looked for among the closed ones.
    await page.goto("/search.html?q=%22right-to-left+names+break%22");
    await page.waitForSelector("#answer[data-searched]");
    expect(await page.locator("#answer tbody tr").allTextContents()).toEqual([
      expect.stringMatching(/^merged.*Right-to-left names break the breadcrumb.*lantern\/dashboard/),
    ]);
    expect(await page.locator("#answer h2").textContent()).toBe("1 story");
    expect(await page.title()).toMatch(/^Search: /);
    for (const link of await page.locator("#answer tbody a").all()) {
      const address = await link.evaluate((anchor: HTMLAnchorElement) => anchor.href);
      expect([address, (await page.request.get(address)).status()]).toEqual([address, 200]);
    }
    // Words that belong together are together in texts as well: the stories that may hold them are read.
    for (const [phrase, found] of [
      ['"dirty rate"', 1],
      ["dirty-rate", 1],
      ['"rate dirty"', 0],
    ] as const) {
      await page.goto(`/search.html?q=${encodeURIComponent(phrase)}`);
      await page.waitForSelector("#answer[data-searched]");
      expect([phrase, await page.locator("#answer tbody tr").count()]).toEqual([phrase, found]);
      expect(await page.locator("#answer p.meta").first().textContent()).not.toContain("apart");
    }
    await page.context().close();
  });

  describe.each(ways)("behind the pages: $behind; scripts: $scripts", ({ behind, scripts }) => {
    const canSearch = behind === "a server" || scripts;
    let page: Page;
    let complaints: string[];
    beforeAll(async () => {
      ({ page, complaints } = await watchedPage(browser, sites[behind]?.url ?? "", { javaScriptEnabled: scripts }));
    });
    afterAll(() => page?.context().close());

    const heading = () => page.getByRole("heading", { level: 1 }).textContent();
    const navigate = (name: string) =>
      page.getByRole("navigation", { name: "Main" }).getByRole("link", { name, exact: true }).click();

    /** Looks for something in the box of any page; titles of what is found. */
    async function search(query: string): Promise<string[]> {
      await page.fill("#find, #q", query);
      await page.press("#find, #q", "Enter");
      return found();
    }
    async function found(): Promise<string[]> {
      await page.waitForSelector(scripts && behind === "plain files" ? "#answer[data-searched]" : "#answer h2");
      return page.locator("#answer a[dir=auto]").allTextContents();
    }

    /** What the page of a story makes of a comment. */
    async function commentOn(): Promise<{ path: string; text: string }> {
      if (scripts) {
        await page.fill("#draft-body", "- one\n- two");
        await page.fill("#draft-author", "noor");
        await page.getByRole("button", { name: "Prepare the comment" }).click();
        return fileIn(String(await page.locator("output a.button").getAttribute("href")));
      }
      await page.getByText("With the command line").click();
      const blank = fileIn(String(await page.getByRole("link", { name: /a file that is begun/ }).getAttribute("href")));
      return { path: blank.path, text: `${blank.text.replace("your-name", "noor").trimEnd()}\nWords.\n` };
    }

    test("a newcomer finds a story, its discussion and its project", async () => {
      await page.goto("/");
      if (canSearch) {
        expect(await search("converges")).toEqual([expect.stringContaining("Live migration times out")]);
        await page.getByRole("link", { name: /Live migration times out/ }).click();
      } else {
        // Without both there is no search: the page says so, and what to do instead.
        await page.fill("#find", "converges");
        await page.press("#find", "Enter");
        await page.locator("#answer").getByRole("link", { name: "all stories" }).click();
        await page.getByRole("link", { name: /Live migration times out/ }).click();
      }
      expect(await heading()).toContain("Live migration times out");
      expect(await page.locator(".comment").count()).toBe(4);
      await page.locator(".comment .when a").nth(1).click();
      expect(new URL(page.url()).hash).toMatch(/^#comment-/);
      await page.getByRole("link", { name: "lantern/volumes" }).first().click();
      expect(await heading()).toBe("Volumes");
      expect(complaints).toEqual([]);
    });

    test("a triager goes through what waits for triage, and leaves with a change that is valid", async () => {
      await page.goto("/");
      await navigate("Untriaged");
      if (canSearch) {
        await page.getByRole("link", { name: "search among them" }).click();
        const query = await page.inputValue("#q");
        const all = (await found()).length;
        const some = await search(`${query} MTU`);
        expect(some).toEqual([expect.stringContaining("MTU of overlay networks")]);
        expect(all).toBeGreaterThan(some.length);
      }
      await page.getByRole("link", { name: /MTU of overlay networks/ }).click();
      const aside = page.getByRole("complementary", { name: "Facts" });
      const edit = await aside.getByRole("link", { name: /^Change this story/ }).getAttribute("href");
      const edited = String(edit).replace(`${repositoryPage}/edit/main/`, "");
      expect(readFileSync(join(tracker, edited), "utf8")).toContain("MTU of overlay networks");
      const blank = fileIn(String(await aside.getByRole("link", { name: /^Add a task/ }).getAttribute("href")));
      expect(await verdictOn(tracker, [blank])).toMatch(/^1 /);
      const text = blank.text.replace("your-name", "noor").replace("project-name", "lantern/network");
      expect(blank.path).toMatch(scripts ? /\/tasks\/[1-9]\d{4}940\.md$/ : /\/tasks\/00000940\.md$/);
      const path = blank.path.replace("/tasks/00000", "/tasks/48213");
      expect(await verdictOn(tracker, [{ path, text }, await commentOn()])).toMatch(/^0 /);
      expect(complaints).toEqual([]);
    });

    test("a project lead sees how far a milestone is, and its figures are those of a query", async () => {
      await page.goto("/");
      await navigate("Projects");
      await page.getByRole("link", { name: "Compute" }).click();
      await page.getByRole("main").getByRole("link", { name: "2026.2", exact: true }).click();
      const tasks = async (query: string) => {
        const { out } = await storytree(tracker, ["list", query, "--tasks", "--format", "ids"]);
        return out.trim().split("\n").length;
      };
      const [merged, open] = [await tasks("milestone:2026-2 task:merged"), await tasks(`milestone:2026-2 ${anyOpen}`)];
      expect(await page.locator(".progress.big").textContent()).toContain(`${merged} of ${merged + open} tasks done`);
      await page.getByRole("main").getByRole("link", { name: "chart and numbers" }).click();
      const throughput = page.getByRole("region", { name: "Throughput" });
      const heads = await throughput.locator("thead tr").last().locator("th").allTextContents();
      const lastRow = await throughput.locator("tbody tr").first().locator("td").allTextContents();
      expect(["Open", "Merged"].map((head) => lastRow[heads.indexOf(head)])).toEqual([String(open), String(merged)]);
      await page.locator(".crumb a").click();
      const feed = await page.locator("link[type='application/atom+xml']").getAttribute("href");
      const entries = (await (await page.request.get(new URL(String(feed), page.url()).href)).text()).split("<entry>");
      expect(entries.length - 1).toBe(await page.locator("table.stories tbody tr").count());
      await navigate("Boards");
      await page.getByRole("link", { name: "Release 2026.2" }).click();
      const lane = page.getByRole("heading", { level: 2, name: /^In review/ });
      expect(await lane.locator(".meta").textContent()).toBe(String(await tasks("milestone:2026-2 task:review")));
      expect(complaints).toEqual([]);
    });

    test("a reporter looks whether it is known, and leaves with a report that is valid", async () => {
      await page.goto("/");
      await page.getByRole("link", { name: "Report a story" }).click();
      let files: { path: string; text: string }[];
      if (scripts) {
        await page.fill("#draft-title", "Live migration of a guest times out");
        await page
          .locator(".near")
          .getByRole("link", { name: /Live migration times out/ })
          .waitFor();
        // What is done already may be the answer; and few words are enough when they are the right ones.
        await page.fill("#draft-title", "Dashboard in dark mode");
        await page.locator(".near").getByRole("link", { name: "Dark mode for the dashboard" }).waitFor();
        // What a report of its kind says is there to begin with, until somebody writes something else.
        const body = () => page.inputValue("#draft-body");
        expect(await body()).toMatch(/^## What happens\n/);
        const refusal = () => page.$eval("#draft-body", (box) => (box as HTMLTextAreaElement).validationMessage);
        expect(await refusal()).toBe("Say what happens, below the headings.");
        await page.selectOption("#draft-type", "feature");
        expect(await body()).not.toContain("## What happens");
        await page.selectOption("#draft-type", "bug");
        await page.fill("#draft-body", "Mine.");
        await page.selectOption("#draft-type", "feature");
        expect([await body(), await refusal()]).toEqual(["Mine.", ""]);
        await page.selectOption("#draft-type", "bug");
        await page.fill("#draft-title", 'Consoles show "ä" as two characters: why?');
        await page.fill("#draft-body", "I typed ä.\n\n---\n\nIt became two.");
        await page.fill("#draft-project", "lantern/dashboard");
        await page.fill("#draft-author", "newcomer");
        await page.getByRole("button", { name: "Prepare the report" }).click();
        const links = page.locator("output a.button");
        await links.nth(1).waitFor();
        files = (await links.evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href))).map(fileIn);
        expect(files.map(({ path }) => path)[0]).toBe("people/newcomer.md");
        expect(files[1]?.text).toMatch(/It became two\.\n\nProject: lantern\/dashboard\n$/);
        await page.fill("#draft-project", "");
        // What is pasted holds what nobody sees; a name may look like a number; the first line may be code.
        await page.fill("#draft-title", "Con\u00adsoles \u200bshow\u007f two");
        await page.fill("#draft-body", "\n    first line\n\nturned \u202e around");
        await page.fill("#draft-author", "404");
        await page.getByRole("button", { name: "Prepare the report" }).click();
        await page.locator("output a.button", { hasText: "Add yourself first" }).waitFor();
        await page.locator("output a.button[href*='people%2F404']").waitFor();
        const odd = (await links.evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href))).map(fileIn);
        expect(odd[1]?.text).toMatch(/^---\ntitle: "Consoles show two"\nauthor: "404"\n/);
        expect(odd[1]?.text).toMatch(/\n---\n {4}first line\n\nturned {2}around\n$/);
        expect(await verdictOn(tracker, odd)).toMatch(/^0 /);
      } else {
        await page.getByText("With the command line").click();
        const blank = fileIn(
          String(await page.getByRole("link", { name: /a file that is begun/ }).getAttribute("href")),
        );
        const path = blank.path.replace("00000000", "48213999").replace("/000/", "/999/");
        files = [{ path, text: blank.text.replace("your-name", "noor") }];
      }
      expect(await verdictOn(tracker, files)).toMatch(/^0 /);
      // Whether a number or a name is free is told by there being no page of it.
      const isFree = /404.*\/(?:stories\/\d{8}|people\/(?:newcomer|404))\.html$/;
      expect(complaints.filter((each) => !isFree.test(each))).toEqual([]);
    });
  });
});
