import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newFolder, sharedData, tinyTracker } from "../support/folder.ts";
import { type LiveSite, serveAt } from "../support/live-site.ts";

let folder: string;
let site: LiveSite;
beforeAll(async () => {
  folder = newFolder();
  cpSync(tinyTracker, folder, { recursive: true });
  site = await serveAt(folder);
});
afterAll(() => site.close());

/** The first line and the rest of what the server says to these very bytes. */
function raw(request: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(site.port, "127.0.0.1", () => socket.write(request));
    const parts: Buffer[] = [];
    socket.setTimeout(8_000, () => socket.destroy());
    socket.on("data", (part) => parts.push(part));
    socket.on("close", () => resolve(Buffer.concat(parts).toString("latin1")));
    socket.on("error", reject);
  });
}

describe("what is answered", () => {
  test("what is said where nothing is leads on from there, however deep that is", async () => {
    const targets = new Set<string>();
    for (const path of ["/nothing", "/no/thing/here", "/stories/99999999", "/%zz/x", "//"]) {
      const body = await (await fetch(site.url + path)).text();
      const links = [...body.matchAll(/ (?:href|src|action)="([^"#]+)"/g)].map(([, link = ""]) => link);
      expect(links.length).toBeGreaterThan(10);
      for (const link of links) targets.add(new URL(link, site.url + path).pathname);
    }
    for (const target of targets) expect([target, (await fetch(site.url + target)).status]).toEqual([target, 200]);
    expect((await (await fetch(`${site.url}/${"a/".repeat(900)}`)).text()).length).toBeLessThan(12_000);
  });

  test.each([
    ["/", 200, "text/html"],
    ["/index.html", 200, "text/html"],
    ["/stories/48213377", 200, "text/html"],
    ["/stories/48213377.html", 200, "text/html"],
    ["/stories/48213377.json", 200, "application/json"],
    ["/projects/lantern/compute", 200, "text/html"],
    ["/projects/lantern%2Fcompute", 200, "text/html"],
    ["/people/chen.json", 200, "application/json"],
    ["/tags/live-migration", 200, "text/html"],
    ["/boards/release", 200, "text/html"],
    ["/search?q=status:active", 200, "text/html"],
    ["/search?q=statsu:active", 400, "text/html"],
    ["/search.json?q=migration", 200, "application/json"],
    ["/style.css", 200, "text/css"],
    ["/stories/48213377/attachments/converge.png", 200, "image/png"],
    ["/stories/48213377/attachments/migration.log", 200, "text/plain"],
    ["/stories/99999999", 404, "text/html"],
    ["/stories/48213377/attachments/nothing.png", 404, "text/html"],
    ["/stories/0048213377", 404, "text/html"],
    ["/stories~1", 404, "text/html"],
    ["/stories~9", 404, "text/html"],
    ["/.git/config", 404, "text/html"],
    ["/tracker.yaml", 404, "text/html"],
    ["/..%2f..%2fetc/passwd", 404, "text/html"],
    ["/%00", 404, "text/html"],
    ["/%zz", 400, "text/html"],
    ["/__proto__", 404, "text/html"],
    ["/constructor.json", 404, "application/problem+json"],
    ["/search?q[a]=1", 400, "text/html"],
    ["/search?q=a&q=b", 400, "text/html"],
    ["/search?q=a&page=1&page=2", 400, "text/html"],
    [`/search?q=${"a".repeat(1_500)}`, 414, "text/html"],
    [`/${"a".repeat(5_000)}`, 414, "text/html"],
  ])("%s is %i", async (path, status, type) => {
    const response = await fetch(site.url + path, { redirect: "manual" });
    const body = await response.text();
    expect([response.status, response.headers.get("content-type")?.split(";")[0]]).toEqual([status, type]);
    expect(body).not.toMatch(/node_modules|at .*\.ts:|Error:/);
    expect(site.errors).toEqual([]);
  });

  test.each([
    ["/bugs/1834567", "stories/33906185.html"],
    ["/launchpad/+bug/1834567", "stories/33906185.html"],
    ["/story/2000147", "stories/2000147.html"],
    ["/alias/launchpad:1834567", "stories/33906185.html"],
  ])("%s leads to %s", async (path, target) => {
    const response = await fetch(site.url + path, { redirect: "manual" });
    expect(response.status).toBe(301);
    expect(new URL(response.headers.get("location") ?? "", site.url + path).pathname).toBe(`/${target}`);
  });
});

test("it only reads, and says how to propose a change", async () => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    const response = await fetch(`${site.url}/stories/48213377`, { method });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
    expect(await response.text()).toContain("ropose");
  }
  expect(await raw("TRACE / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")).toMatch(/^HTTP\/1\.1 405 /);
  const head = await fetch(`${site.url}/`, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
});

test("a page that has not changed is not sent again", async () => {
  const first = await fetch(`${site.url}/stories/48213377`);
  const etag = first.headers.get("etag") ?? "";
  expect(etag).toMatch(/^"[\w-]{27}-gzip"$/);
  const again = await fetch(`${site.url}/stories/48213377`, { headers: { "If-None-Match": `"other", ${etag}` } });
  expect([again.status, await again.text()]).toEqual([304, ""]);
});

test("every answer carries the headers that keep strangers' text from running", async () => {
  for (const path of ["/", "/nothing", "/stories/48213377.json", "/stories/48213377/attachments/converge.png"]) {
    const { headers } = await fetch(site.url + path);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect([
      headers.get("x-content-type-options"),
      headers.get("referrer-policy"),
      headers.get("x-powered-by"),
    ]).toEqual(["nosniff", "no-referrer", null]);
  }
});

test("what is written in the working tree shows without a restart", async () => {
  const path = join(folder, "stories", "377", "48213377", "story.md");
  const before = readFileSync(path, "utf8");
  writeFileSync(path, before.replace("title: Live migration times out", "title: Live migration ends early"));
  expect(await (await fetch(`${site.url}/stories/48213377`)).text()).toContain("Live migration ends early");
  writeFileSync(path, "broken\n");
  const broken = await (await fetch(`${site.url}/stories/48213377`)).text();
  expect(broken).toContain("needs repair");
  expect(broken).toContain("the first line is not exactly");
  writeFileSync(path, before);
  expect(await (await fetch(`${site.url}/stories/48213377`)).text()).toContain("Live migration times out");
});

test("while the tracker cannot be read, what was seen last is served", async () => {
  const config = join(folder, "tracker.yaml");
  const before = readFileSync(config);
  rmSync(config);
  expect((await fetch(`${site.url}/`)).status).toBe(200);
  writeFileSync(config, before);
  expect((await fetch(`${site.url}/`)).status).toBe(200);
});

test("requests above the limit are told to wait", async () => {
  const limited = await serveAt(folder, { rateLimit: 3 });
  const statuses = [];
  for (let n = 0; n < 5; n += 1) statuses.push((await fetch(`${limited.url}/nothing`)).status);
  await limited.close();
  expect(statuses).toEqual([404, 404, 404, 429, 429]);
});

describe("raw requests of the hostile set", () => {
  const expected: readonly (readonly [file: string, status: number])[] = [
    ["143-encoded-traversal-story-id.http", 404],
    ["145-malformed-percent.http", 400],
    ["146-double-slash-open-redirect.http", 404],
    ["148-dot-git-config.http", 404],
    ["149-symlink-in-static-dir.http", 404],
    ["151-lunr-many-wildcards.http", 400],
    ["152-lunr-syntax-error.http", 400],
    ["154-query-nested-object.http", 400],
    ["155-huge-limit.http", 400],
    ["157-long-query.http", 414],
    ["158-header-too-large.http", 431],
    ["160-unknown-host-header.http", 421],
    ["161-method-trace.http", 405],
    ["163-private-id-on-public-view.http", 404],
    ["167-log-injection.http", 404],
  ];
  test.for(expected)("%s is %i", async ([file, status], { skip }) => {
    const place = sharedData(`badinputs/${file}`);
    if (!place) return skip(`../shared/badinputs/${file} is not here`);
    const request = readFileSync(place, "latin1");
    // They name a host of their own, apart from the one case that is about it.
    const named = file.startsWith("160") ? request : request.replace(/^Host:.*$/im, "Host: 127.0.0.1");
    // The API has its version in its addresses.
    const ours = named.replace(" /api/stories", " /api/v1/stories");
    const answer = await raw(Buffer.from(ours, "latin1"));
    expect(answer.split("\r\n")[0]).toContain(` ${status} `);
    expect(answer).not.toMatch(/\r\nLocation:/i);
    expect((await fetch(`${site.url}/`)).status).toBe(200);
  });
});
