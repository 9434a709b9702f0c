// A first search on a site of plain files: in Chromium, with nothing in its cache, from the click to the answer, and what came over the wire.

import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { median, timed } from "./measure.mjs";
import { benchTracker, generator, wordAt } from "./tracker.mjs";

export const name = "search";

/** A few more than full blocks of stories: the newest block, which is read first, has hardly any. */
const size = Number(process.env.SEARCH_STORIES ?? 10_017);
const browserPath = "/usr/bin/chromium";
/** What a first search may take: milliseconds, and thousands of bytes as they come over the wire. */
const limits = { milliseconds: 300, kilobytes: 1_500 };

export async function run({ rounds, folder, program, say }) {
  if (!existsSync(browserPath)) {
    say("Chromium is not installed (Debian: apt-get install chromium): no search on a site of plain files is measured");
    return [];
  }
  const place = mkdtempSync(join(tmpdir(), "storytree-bench-"));
  const tracker = await benchTracker(folder, size, say);
  const site = join(place, "site");
  say(`building a site of ${size} stories, and searching it`);
  await timed([...program, "-C", tracker, "build", "--out", site]);
  const files = await servedFiles(site);
  const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const random = generator(5);
    // From common to rare, as they stand in the texts.
    const word = () => wordAt(Math.floor(Math.exp(random() * Math.log(20_000))));
    const questions = {
      "a word": () => word(),
      "a phrase of two words": () => `"${word()} ${word()}"`,
      "a word among the open stories of a priority": () => `priority:high ${word()}`,
      "what no text has to be read for": () => "status:active sort:created",
    };
    const results = [];
    for (const [what, question] of Object.entries(questions)) {
      const looks = [];
      // The first finds the server's files not packed yet.
      for (let turn = 0; turn <= 4 * Math.max(rounds, 3); turn += 1) {
        const look = await firstSearch(browser, files, question());
        if (turn > 0) looks.push(look);
      }
      const title = `site of ${size} as plain files, a first search for ${what}`;
      for (const [measure, unit] of [
        ["milliseconds", "ms"],
        ["kilobytes", "kB"],
      ]) {
        const all = looks.map((look) => look[measure]);
        // Bytes do not scatter: the most that any search took counts.
        const figure = measure === "milliseconds" ? median(all) : Math.max(...all);
        results.push({ what: title, unit, ours: figure, theirs: 0, above: figure, limit: limits[measure] });
      }
    }
    return results;
  } finally {
    await browser.close();
    files.close();
    rmSync(place, { recursive: true, force: true });
  }
}

/** A visitor who was never here opens the search page with a question. */
async function firstSearch(browser, files, question) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    // The page says when it has answered, whether anything was found or not.
    await page.addInitScript(() => {
      new MutationObserver(() => {
        if (document.querySelector("#answer[data-searched]")) globalThis.answeredAt ??= performance.now();
      }).observe(document, { subtree: true, childList: true, attributes: true });
    });
    const before = files.sent();
    await page.goto(`${files.address}/search.html?q=${encodeURIComponent(question)}`);
    const milliseconds = await page.waitForFunction(() => globalThis.answeredAt).then((found) => found.jsonValue());
    return { milliseconds, kilobytes: (files.sent() - before) / 1000 };
  } finally {
    await context.close();
  }
}

const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };

/** Files as an ordinary web server sends them: packed, each packed once. */
async function servedFiles(site) {
  const packed = new Map();
  let sent = 0;
  const server = createServer((request, response) => {
    const path = join(site, new URL(request.url, "http://localhost").pathname);
    if (!packed.has(path)) packed.set(path, existsSync(path) ? gzipSync(readFileSync(path)) : null);
    const body = packed.get(path);
    const type = types[extname(path)] ?? "application/json";
    if (body)
      response.writeHead(200, { "Content-Type": type, "Content-Encoding": "gzip", "Content-Length": body.length });
    else response.writeHead(404);
    // Heads are some two hundred bytes.
    sent += 200 + (body?.length ?? 0);
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    sent: () => sent,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
