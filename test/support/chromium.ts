// A real browser for tests: Debian's Chromium, and pages that tell what went wrong on them.

import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);

/** Tests that need it are skipped, and say so, where there is none. */
export const hasChromium = executablePath !== undefined;

export function launchChromium(): Promise<Browser> {
  const quiet = ["--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  return chromium.launch({
    executablePath: executablePath ?? "",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", ...quiet],
  });
}

export interface WatchedPage {
  readonly page: Page;
  /** Whatever was refused, thrown, or fetched from elsewhere. */
  readonly complaints: string[];
}

/** A page in a context of its own, of a site at an address. */
export async function watchedPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ baseURL: url, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  // That the page itself is refused, as "not found" is, is what it is about; whatever it loads has to be there.
  page.on("console", (message) => {
    const isPageItself = message.location().url === page.url() && message.text().startsWith("Failed to load");
    if (message.type() === "error" && !isPageItself) complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(`${url}/`)) complaints.push(`fetched ${request.url()}`);
  });
  return { page, complaints };
}

/** What moved on a page without its reader's doing. */
export async function shiftsOn(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const moved: string[] = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as unknown as { value: number; sources: { node: Node | null }[] }[])
            moved.push(
              `${entry.value}: ${entry.sources.map(({ node }) => node?.textContent?.slice(0, 40)).join(" | ")}`,
            );
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(moved), 200);
      }),
  );
}

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  css: "text/css",
  json: "application/json",
  svg: "image/svg+xml",
  png: "image/png",
};

export interface FileServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Files as any web server shows them: no query is answered, and what is not there is 404. */
export async function serveFiles(folder: string, headers: Readonly<Record<string, string>> = {}): Promise<FileServer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname);
    const file = join(folder, path === "/" ? "index.html" : path);
    const type = types[file.split(".").at(-1) ?? ""] ?? "text/plain";
    try {
      const body = readFileSync(file);
      response.writeHead(200, { "content-type": type, ...headers }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url: `http://127.0.0.1:${port}`, close };
}
