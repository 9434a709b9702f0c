// The site in a real browser: a newcomer's journeys with and without scripts, and what axe finds in both themes.

import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite } from "../../src/site/build.ts";
import { newFolder, projectRoot, tinyTracker } from "../support/folder.ts";
import { type LiveSite, serveAt, siteAt } from "../support/live-site.ts";

const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pages = {
  home: "/",
  story: "/stories/48213377.html",
  "many tasks": "/stories/31847206.html",
  project: "/projects/lantern/compute.html",
  person: "/people/chen.html",
  team: "/teams/stewards.html",
  milestone: "/milestones/2026-2.html",
  list: "/lists/next-up.html",
  board: "/boards/release.html",
  tag: "/tags/security.html",
  projects: "/projects.html",
  tags: "/tags.html",
  search: "/search?q=migration",
  "narrowed search": "/search?q=status:active&narrow",
  "wrong query": "/search?q=statsu:x",
  changes: "/changes.html",
  repair: "/repair.html",
  rules: "/rules.html",
  report: "/report.html",
  "report of a project": "/reports/projects/lantern/compute.html",
  format: "/format.html",
  "new story": "/new.html",
  archive: "/archive.html",
  "part of the archive": "/archive/1.html",
  "not found": "/nothing",
};

describe.skipIf(!executablePath)("in Chromium (skipped where there is none)", () => {
  let site: LiveSite;
  let browser: Browser;
  beforeAll(async () => {
    site = await serveAt(tinyTracker);
    const args = [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ];
    browser = await chromium.launch({ executablePath: executablePath ?? "", args });
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  /** A page that fails the test when anything is refused, thrown or fetched from elsewhere. */
  async function open(
    path: string,
    options: Parameters<Browser["newContext"]>[0] = {},
  ): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    // That the page itself is refused, as "not found" is, is what it is about; whatever it loads has to be there.
    page.on("console", (message) => {
      const isPageItself = message.location().url === site.url + path && message.text().startsWith("Failed to load");
      if (message.type() === "error" && !isPageItself) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("request", (request) => !request.url().startsWith(site.url) && complaints.push(`fetched ${request.url()}`));
    await page.goto(site.url + path);
    return { page, complaints };
  }

  // The policy of the pages keeps scripts out; the tool comes in through the debugger.
  const violationsOn = (page: Page) =>
    page.evaluate(async () => {
      const { axe: tool } = globalThis as unknown as {
        axe: {
          run: (
            options: object,
          ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
        };
      };
      const result = await tool.run({
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      });
      return result.violations.map((each) => `${each.id}: ${each.nodes[0]?.html} ${each.nodes[0]?.failureSummary}`);
    });

  test.each(Object.entries(pages))(
    "%s: axe finds nothing, light or dark, and it fits a screen of 360 pixels",
    async (name, path) => {
      const { page, complaints } = await open(path, { colorScheme: "light", viewport: { width: 1280, height: 900 } });
      const shots = join(projectRoot, "test-artefacts");
      mkdirSync(shots, { recursive: true });
      await page.evaluate(axe);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: join(shots, `${name.replaceAll(" ", "-")}-${colorScheme}.png`), fullPage: true });
        expect([colorScheme, await violationsOn(page)]).toEqual([colorScheme, []]);
      }
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  test.each([true, false])(
    "a newcomer finds a story, its discussion and its project (scripts: %s)",
    async (javaScriptEnabled) => {
      const { page, complaints } = await open("/", { javaScriptEnabled });
      await page.fill("#find", "converges");
      await page.press("#find", "Enter");
      await page.getByRole("link", { name: /Live migration times out/ }).click();
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("Live migration times out");
      expect(await page.locator(".comment").count()).toBe(4);
      await page.locator(".comment .when").nth(1).click();
      expect(new URL(page.url()).hash).toMatch(/^#comment-/);
      await page.getByRole("link", { name: "lantern/volumes" }).first().click();
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Volumes");
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  test("keys: / looks for something, j walks through the rows; the skip link comes first", async () => {
    const { page } = await open("/untriaged.html");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
    await page.keyboard.press("j");
    expect(await page.evaluate(() => document.activeElement?.closest("tr")?.className)).toBe("chosen");
    await page.keyboard.press("/");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("find");
    await page.context().close();
  });

  test("the site as plain files searches titles in the browser, and says what it searched", async () => {
    const out = join(newFolder(), "site");
    await buildSite(await siteAt(tinyTracker), { out, keepOut: [] });
    const types: Record<string, string> = {
      html: "text/html",
      js: "text/javascript",
      css: "text/css",
      json: "application/json",
      svg: "image/svg+xml",
    };
    const files: Server = createServer((request, response) => {
      const path = new URL(request.url ?? "/", "http://x").pathname;
      const file = join(out, path === "/" ? "index.html" : path);
      if (!existsSync(file)) return response.writeHead(404).end();
      response
        .writeHead(200, { "content-type": types[file.split(".").at(-1) ?? ""] ?? "text/plain" })
        .end(readFileSync(file));
    });
    await new Promise<void>((resolve) => files.listen(0, "127.0.0.1", resolve));
    const { port } = files.address() as { port: number };
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.fill("#find", "migration status:active");
    await page.press("#find", "Enter");
    await page.waitForSelector("#answer[data-searched]");
    expect(await page.textContent("#answer")).toMatch(/^\d+ stories\s*Searched \d+ of \d+ stories/);
    await page.getByRole("button", { name: "Search everything" }).click();
    await page.waitForFunction(() =>
      /Searched (\d+) of \1 /.test(document.querySelector("#answer")?.textContent ?? ""),
    );
    await page.getByRole("link", { name: /Live migration times out/ }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("Live migration");
    await page.close();
    files.close();
  });
});
