// Every sort of page in a real browser: what axe finds, in which theme and at which width, and whether it fits a small screen.

import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasChromium, launchChromium, shiftsOn, watchedPage } from "../support/chromium.ts";
import { newRepository, projectRoot, readFolder, tinyTracker } from "../support/folder.ts";
import { type LiveSite, serveAt } from "../support/live-site.ts";
import { storytree } from "../support/terminal.ts";
import { isThorough } from "../support/thorough.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pages = {
  home: "/",
  story: "/stories/48213377.html",
  "many tasks": "/stories/31847206.html",
  project: "/projects/lantern/compute.html",
  group: "/groups/storage.html",
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
  untriaged: "/untriaged.html",
  stale: "/stale.html",
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

const looks = (["light", "dark"] as const).flatMap((colorScheme) =>
  [360, 1600].map((width) => ({ colorScheme, width })),
);

// The policy of the pages keeps scripts out; the tool comes in through the debugger.
async function violationsOn(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe: tool } = globalThis as unknown as {
      axe: {
        run: (
          options: object,
        ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    const result = await tool.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      resultTypes: ["violations"],
    });
    return result.violations.map((each) => `${each.id}: ${each.nodes[0]?.html} ${each.nodes[0]?.failureSummary}`);
  });
}

describe.skipIf(!hasChromium)("in Chromium (skipped where there is none)", () => {
  let site: LiveSite;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    site = await serveAt(newRepository(Object.fromEntries(readFolder(tinyTracker))), { still: true });
    browser = await launchChromium();
    ({ page, complaints } = await watchedPage(browser, site.url));
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  // Pages share one style sheet: in CI each is looked at in one theme at one width, in turns; `npm run test:slow` looks at all.
  test.each(Object.entries(pages).map(([name, path], index) => [name, path, index] as const))(
    "%s: axe finds nothing, and it fits a screen of 360 pixels",
    async (name, path, index) => {
      complaints.length = 0;
      await page.goto(path);
      await page.evaluate(axe);
      for (const look of isThorough ? looks : looks.slice(index % 4, (index % 4) + 1)) {
        await page.emulateMedia({ colorScheme: look.colorScheme });
        await page.setViewportSize({ width: look.width, height: 900 });
        if (isThorough) await keepPicture(page, `${name.replaceAll(" ", "-")}-${look.colorScheme}-${look.width}`);
        expect({ ...look, found: await violationsOn(page) }).toEqual({ ...look, found: [] });
      }
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      expect(complaints).toEqual([]);
    },
  );

  test.each([900, 961, 1024, 1201, 1440])(
    "on a screen of %i pixels titles have room beside everything else",
    async (width) => {
      await page.setViewportSize({ width, height: 740 });
      for (const [path, title] of [
        ["/index.html", "td.c-title"],
        ["/stories/48213377.html", "td.c-task"],
      ] as const) {
        await page.goto(path);
        expect([
          path,
          await page
            .locator(title)
            .first()
            .evaluate((cell) => cell.clientWidth > 220),
        ]).toEqual([path, true]);
      }
    },
  );

  test("days stay whole on a screen of 360 pixels, and so do the words of a text's table", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto("/report.html");
    const lines = await page
      .locator("td.c-day")
      .evaluateAll((cells) => cells.map((each) => each.getBoundingClientRect().height / 22.5));
    expect(lines.length).toBeGreaterThan(2);
    expect(Math.max(...lines)).toBeLessThan(2.5);
    const words = await page.evaluate(() => {
      const cell = "<td>several long words</td>";
      document
        .querySelector("main")
        ?.insertAdjacentHTML("beforeend", `<div class="prose"><table><tr>${cell.repeat(9)}</tr></table></div>`);
      return document.querySelector(".prose td")?.getBoundingClientRect().height ?? 0;
    });
    expect(words / 22.5).toBeLessThan(4);
  });

  test("on paper it is light, and no line of code is cut off", async () => {
    await page.goto("/stories/48213377.html");
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const seen = await page.evaluate(() => {
      const pre = Object.assign(document.createElement("pre"), { textContent: "word ".repeat(200) });
      document.querySelector(".prose")?.append(pre);
      return [getComputedStyle(document.documentElement).backgroundColor, pre.scrollWidth <= pre.clientWidth];
    });
    await page.emulateMedia({ media: null, colorScheme: null });
    expect(seen).toEqual(["rgb(255, 255, 255)", true]);
  });

  // The script comes late here, after a first picture of the page without it.
  test.each(["/", "/stories/48213377.html", "/stories/31847206.html", "/projects/lantern/compute.html"])(
    "%s: nothing moves while it loads",
    async (path) => {
      const { page: other } = await watchedPage(browser, site.url);
      await other.route("**/script.js", async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        await route.continue();
      });
      for (const width of [360, 1600]) {
        await other.setViewportSize({ width, height: 900 });
        await other.goto(path);
        expect([width, await shiftsOn(other)]).toEqual([width, []]);
      }
      await other.context().close();
    },
  );

  test("nothing moves when a picture arrives, and a click shows it whole", async () => {
    const { page: other } = await watchedPage(browser, site.url);
    await other.setViewportSize({ width: 1200, height: 3_000 });
    await other.route("**/attachments/*.png*", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await other.goto("/stories/48213377.html");
    const picture = other.locator(".prose a img");
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    expect(await shiftsOn(other)).toEqual([]);
    // In a table and in a line a picture has its place too, and the link its ring around it.
    const measured = () =>
      other.locator("#more img").evaluateAll((all) =>
        (all as HTMLImageElement[]).map((each) => {
          const [image, link] = [each.getBoundingClientRect(), each.closest("a")?.getBoundingClientRect()];
          return [each.naturalWidth > 0, image.width, image.height, link && link.height >= image.height];
        }),
      );
    await other.evaluate(() => {
      const link = document.querySelector(".prose a:has(> img)")?.outerHTML;
      const more = `<div class="prose" id="more"><p>Press ${link} now</p><table><tr><td>${link}</td><td>${link}</td></tr></table></div>`;
      document.querySelector("main")?.insertAdjacentHTML("beforeend", more.replaceAll(".png", ".png?again"));
    });
    const before = await measured();
    expect(before.map(([isThere, , , isAround]) => [isThere, isAround])).toEqual(Array(3).fill([false, true]));
    await expect.poll(async () => (await measured()).every(([isThere]) => isThere)).toBe(true);
    expect((await measured()).map(([, ...size]) => size)).toEqual(before.map(([, ...size]) => size));
    await picture.first().click();
    expect(other.url()).toMatch(/converge\.png$/);
    await other.context().close();
  });

  test("keys: / looks for something, j walks through the rows; the skip link comes first", async () => {
    await page.goto("/untriaged.html");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
    await page.keyboard.press("j");
    expect(await page.evaluate(() => document.activeElement?.closest("tr")?.className)).toBe("chosen");
    await page.keyboard.press("/");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("find");
    await page.keyboard.type("word");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    expect(await page.locator("dialog.keys").isVisible()).toBe(true);
    const chosen = () =>
      page.evaluate(() => [...document.querySelectorAll("tr")].findIndex((row) => row.className === "chosen"));
    const before = await chosen();
    await page.keyboard.press("j");
    expect(await chosen()).toBe(before);
  });

  test("keys lead to every card of a board, on a narrow screen too", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto("/boards/release.html");
    await page.locator(".lane a").first().focus();
    const cards = await page.locator(".lane .card").count();
    const seen = new Set<string>();
    for (let at = 0; at < 10 * cards; at += 1) {
      const found = await page.evaluate(() => {
        const card = document.activeElement?.closest(".card");
        if (!card) return null;
        const { left, right } = card.getBoundingClientRect();
        return { name: card.querySelector(".id")?.textContent ?? "", isSeen: left >= 0 && right <= innerWidth };
      });
      if (found) expect(found).toMatchObject({ isSeen: true });
      if (found) seen.add(found.name);
      if (seen.size === cards) break;
      await page.keyboard.press("Tab");
    }
    expect(seen.size).toBe(cards);
    await page.setViewportSize({ width: 1200, height: 900 });
  });

  test("an item of a list keeps its mark beside one with a box", async () => {
    const list =
      '<ul><li>one</li><li><input type="checkbox" disabled> two</li><li><p><input type="checkbox"> three</p></li></ul>';
    await page.route("**/listed.html", (route) =>
      route.fulfill({
        contentType: "text/html",
        body: `<link rel="stylesheet" href="style.css"><body><main class="prose">${list}</main>`,
      }),
    );
    await page.goto("/listed.html");
    const marks = await page
      .locator("li")
      .evaluateAll((items) => items.map((item) => getComputedStyle(item).listStyleType));
    expect(marks).toEqual(["disc", "none", "none"]);
  });

  test("many tasks are filtered: what is left shows in its groups, and afterwards all is as it was", async () => {
    await page.goto("/stories/31847206.html");
    const groups = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLDetailsElement>(".tasks > details")].map((group) => [
          group.hidden ? "hidden" : group.open ? "open" : "folded",
          group.querySelectorAll("tbody tr:not([hidden])").length,
        ]),
      );
    const before = await groups();
    const all = before.reduce((sum, [, count]) => sum + Number(count), 0);
    const filter = page.getByLabel("Filter tasks");
    const box = page.locator(".filters input[type=checkbox]").first();
    await box.uncheck();
    const fewer = await groups();
    expect(fewer.map(([state]) => state)).not.toContain("folded");
    const left = fewer.reduce((sum, [, count]) => sum + Number(count), 0);
    expect(left).toBeLessThan(all);
    expect(await page.locator(".filters [role=status]").textContent()).toBe(`${left} of ${all}`);
    await filter.fill("no such word");
    expect((await groups()).map(([state]) => state)).toEqual(before.map(() => "hidden"));
    expect(await page.locator(".filters [role=status]").textContent()).toBe("No task fits");
    // A link to a task brings it back.
    const task = await page.locator(".tasks tr[data-status]").first().getAttribute("id");
    await page.evaluate((id) => {
      location.hash = `#${id}`;
    }, task);
    await expect.poll(groups).toEqual(before);
    await filter.fill("x");
    await filter.press("Escape");
    expect(await filter.inputValue()).toBe("");
    expect(await filter.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await groups()).toEqual(before);
    if (before.length > 1) {
      await page.getByRole("button", { name: "Fold all" }).click();
      expect((await groups()).map(([state]) => state)).toEqual(before.map(() => "folded"));
      await page.getByRole("button", { name: "Open all" }).click();
      expect((await groups()).map(([state]) => state)).toEqual(before.map(() => "open"));
    }
  });

  test("a day that is over is overdue while its story is open; what is long ago is told by its day", async () => {
    await page.goto("/stories/90317644.html");
    const due = page.locator(".due").first();
    expect(await due.textContent()).toMatch(/\d{4}-\d\d-\d\d.* · overdue$/);
    await page.goto("/stories/48213377.html");
    const told = await page.locator("time").allTextContents();
    for (const each of told)
      expect(each).toMatch(/^(?:\d{4}-\d\d-\d\d(?:, .*)?|.*(?:ago|in|last|now|yesterday|tomorrow|this).*)$/);
    expect(told.filter((each) => /year|month/.test(each) && !/^\d/.test(each))).toEqual([]);
  });

  test("times are told as people say them", async () => {
    const minute = 60;
    const day = 86_400;
    const told: readonly (readonly [seconds: number, words: string])[] = [
      [-10, "this minute"],
      [-65, "1 minute ago"],
      [-5 * 60 * minute, "5 hours ago"],
      [66 * minute, "in 1 hour"],
      [-1.2 * day, "yesterday"],
      [1.2 * day, "tomorrow"],
      [-29.9 * day, "4 weeks ago"],
      [9 * day, "in 1 week"],
    ];
    const now = Date.now();
    const times = told.map(([seconds]) => `<time datetime="${new Date(now + seconds * 1000).toISOString()}"></time>`);
    await page.route("**/told.html", (route) =>
      route.fulfill({
        contentType: "text/html",
        body: `<body data-root=""><main>${times.join("")}</main><script src="script.js"></script>`,
      }),
    );
    await page.goto("/told.html");
    expect(await page.locator("time").allTextContents()).toEqual(told.map(([, words]) => words));
  });

  test("what was prepared goes when what it is of changes; who is nobody here yet is shown the command for that", async () => {
    await page.goto("/stories/48213377.html");
    await page.fill("#draft-body", "Seen.");
    await page.fill("#draft-author", "newcomer");
    await page.getByRole("button", { name: "Prepare the comment" }).click();
    const prepared = page.locator("output");
    await prepared.locator("details").waitFor();
    const command = "storytree set --new person/newcomer name='newcomer'";
    expect(await prepared.locator("pre").first().textContent()).toBe(command);
    const folder = newRepository({ "tracker.yaml": "format: 1\nname: A\nvisibility: public\n" });
    const args = command.replaceAll("'", "").split(" ").slice(1);
    expect(await storytree(folder, [...args, "--as", "newcomer"])).toMatchObject({ exit: 0 });
    expect(readFileSync(join(folder, "people/newcomer.md"), "utf8")).toContain("name: newcomer\n");
    await page.locator("#draft-body").pressSequentially(" Twice.");
    expect(await prepared.textContent()).toBe("");
    // It has shown that nobody is called so by a request that failed.
    complaints.splice(0);
  });

  test("what is folded away is no row for the keys, and stands on paper", async () => {
    await page.goto("/stories/48213377.html");
    const fold = () => {
      for (const each of document.querySelectorAll<HTMLDetailsElement>(".tasks details")) each.open = false;
    };
    await page.evaluate(fold);
    await page.keyboard.press("j");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("SUMMARY");
    const isOpen = () => page.evaluate(() => document.querySelector<HTMLDetailsElement>(".tasks details")?.open);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await isOpen()).toBe(true);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await isOpen()).toBe(false);
  });
});

/** For people to look at; git ignores it. */
async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = join(projectRoot, "test-artefacts");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
