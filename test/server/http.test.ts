// The rules of HTTP: representations, caches, conditions, other origins, health, logs, and clients that mean no good.

import { connect, type Socket } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { known, newApiTracker } from "../support/api-tracker.ts";
import { type LiveSite, serveAt } from "../support/live-site.ts";

let site: LiveSite;
let folder: string;
beforeAll(async () => {
  ({ folder } = newApiTracker());
  const patience = {
    headersTimeout: 3_000,
    requestTimeout: 4_000,
    keepAliveTimeout: 1_000,
    connectionsCheckingInterval: 100,
  };
  site = await serveAt(folder, { still: true, patience });
});
afterAll(() => site.close());

interface Raw {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A request of these very headers, on a connection of its own. */
function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = "GET"): Promise<Raw> {
  const lines = Object.entries({ Host: "127.0.0.1", Connection: "close", ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return exchange(`${method} ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
}

function exchange(request: string): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const socket = connect(site.port, "127.0.0.1", () => socket.write(request, "latin1"));
    const parts: Buffer[] = [];
    socket.on("data", (part) => parts.push(part));
    socket.on("error", reject);
    socket.on("close", () => {
      const all = Buffer.concat(parts);
      const end = all.indexOf("\r\n\r\n");
      const [first = "", ...lines] = all.subarray(0, end).toString("latin1").split("\r\n");
      const pairs = lines.map((line) => [
        line.slice(0, line.indexOf(":")).toLowerCase(),
        line.slice(line.indexOf(":") + 2),
      ]);
      resolve({ status: Number(first.split(" ")[1]), headers: Object.fromEntries(pairs), body: all.subarray(end + 4) });
    });
  });
}

const story = `/stories/${known.story}`;
const places = [story, `${story}.json`, `/api/v1${story}`, "/api/v1/tasks", "/style.css", "/"];

describe.each(places)("%s", (path) => {
  test("has a tag, a length and a date for each encoding, and the same bytes in all of them", async () => {
    const [plain, gzip, brotli] = await Promise.all([
      ask(path),
      ask(path, { "Accept-Encoding": "gzip" }),
      ask(path, { "Accept-Encoding": "gzip, deflate, br" }),
    ]);
    for (const each of [plain, gzip, brotli]) {
      expect(each.headers["content-length"]).toBe(String(each.body.length));
      expect(each.headers.vary).toContain("Accept-Encoding");
      expect(each.headers["cache-control"]).toBe("public, no-cache");
      expect(each.headers["last-modified"]).toBe("Mon, 23 Nov 2026 10:00:00 GMT");
    }
    const tags = [plain, gzip, brotli].map(({ headers }) => headers.etag);
    expect(tags.every((tag) => /^"[\w-]+"$/.test(tag ?? ""))).toBe(true);
    expect([gzip.headers["content-encoding"], brotli.headers["content-encoding"]]).toEqual(["gzip", "br"]);
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
    expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
    expect(new Set(tags).size).toBe(3);
  });

  test("is not sent to who has it, and only its headers to who asks for them", async () => {
    const first = await ask(path);
    const tag = first.headers.etag ?? "";
    for (const given of [tag, `"other", ${tag}`, `W/${tag}`, "*"]) {
      const again = await ask(path, { "If-None-Match": given });
      expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, tag]);
      for (const name of ["cache-control", "vary", "last-modified", "access-control-allow-origin"])
        expect([name, again.headers[name]]).toEqual([name, first.headers[name]]);
    }
    const since = { "If-Modified-Since": first.headers["last-modified"] ?? "" };
    expect((await ask(path, since)).status).toBe(304);
    expect((await ask(path, { "If-Modified-Since": "Mon, 23 Nov 2026 09:59:59 GMT" })).status).toBe(200);
    // The tag decides where there is one.
    expect((await ask(path, { ...since, "If-None-Match": '"other"' })).status).toBe(200);
    const head = await ask(path, {}, "HEAD");
    expect([head.status, head.body.length, head.headers["content-length"]]).toEqual([
      200,
      0,
      String(first.body.length),
    ]);
  });
});

test("finished bytes are sent again, and counted", async () => {
  const before = site.lines.length;
  await ask(`/api/v1${story}?fields=id,title`);
  await ask(`/api/v1${story}?fields=id,title`);
  await ask(`/api/v1${story}?fields=id,title`, {}, "HEAD");
  const cached = site.lines.slice(before).map((line) => line.cached);
  expect(cached).toEqual([false, true, true]);
  const text = (await ask("/metrics")).body.toString();
  expect(text).toMatch(/^storytree_cache_hits_total [1-9]\d*$/m);
  expect(text).toMatch(/^storytree_requests_total\{status="200"\} [1-9]\d*$/m);
  expect(text).toMatch(/^storytree_request_seconds_bucket\{le="\+Inf"\} [1-9]\d*$/m);
  expect(text).toMatch(/^storytree_resident_bytes [1-9]\d+$/m);
  for (const line of text.trim().split("\n"))
    expect(line).toMatch(/^# (?:HELP|TYPE) \w+ .+$|^\w+(?:\{\w+="[^"]*"\})? [\d.]+$/);
});

test("health and readiness", async () => {
  const [health, ready] = [await ask("/healthz"), await ask("/readyz")];
  expect([health.status, JSON.parse(health.body.toString()).status]).toEqual([200, "ok"]);
  expect([ready.status, JSON.parse(ready.body.toString())]).toEqual([
    200,
    { status: "ready", commit: expect.stringMatching(/^[0-9a-f]{40}$/) },
  ]);
  expect(health.headers["cache-control"]).toBe("no-store");
});

test("scripts of other origins may read the API, and nothing else", async () => {
  const { headers } = await ask(`/api/v1${story}`, { Origin: "https://elsewhere.example" });
  expect(headers["access-control-allow-origin"]).toBe("*");
  expect(headers["access-control-expose-headers"]).toContain("X-Total");
  expect(
    (await ask(story, { Origin: "https://elsewhere.example" })).headers["access-control-allow-origin"],
  ).toBeUndefined();
  const asked = {
    Origin: "https://elsewhere.example",
    "Access-Control-Request-Method": "GET",
    "Access-Control-Request-Headers": "authorization",
  };
  const preflight = await ask(`/api/v1${story}`, asked, "OPTIONS");
  expect([preflight.status, preflight.headers["access-control-allow-methods"]]).toEqual([204, "GET, HEAD, OPTIONS"]);
  expect(preflight.headers["access-control-allow-headers"]).toContain("Authorization");
});

describe("errors", () => {
  test.each([
    ["/nothing", {}, 404, "text/html"],
    ["/nothing", { Accept: "application/json" }, 404, "application/problem+json"],
    ["/nothing.json", {}, 404, "application/problem+json"],
    ["/api/v1/nothing", { Accept: "text/html" }, 404, "application/json"],
    ["/api/v1/search?q=(", {}, 400, "application/problem+json"],
    ["/api/v1/stories?q=(", {}, 400, "application/json"],
    ["/api/v1/stories?q[a]=1", {}, 400, "application/json"],
    ["/api/v1/stories/%E0%A4%A", {}, 400, "application/json"],
    ["/api/v1/stories/..%2f..%2fetc%2fpasswd", {}, 404, "application/json"],
    [`/api/v1/stories?title=${"x".repeat(2_000)}`, {}, 414, "application/json"],
    ["/api/v1/stories?limit=999999999&offset=-1", {}, 400, "application/json"],
    ["/api/v1/stories", { Host: "evil.example" }, 421, "application/json"],
    ["/", { Host: "evil.example" }, 421, "text/html"],
  ])("%s with %j is %i", async (path, headers, status, type) => {
    const answer = await ask(path, headers as Record<string, string>);
    expect([answer.status, answer.headers["content-type"]?.split(";")[0]]).toEqual([status, type]);
    expect(answer.headers["content-length"]).toBe(String(answer.body.length));
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    expect(answer.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(answer.headers.etag).toBeUndefined();
    expect(answer.body.toString()).not.toMatch(/node_modules|\.ts:\d|SQLITE/);
  });

  test("a limit above the highest is the highest", async () => {
    expect((await ask("/api/v1/stories?limit=999999999")).headers["x-limit"]).toBe("500");
  });
});

test("every request has a number and one line, without addresses, values or anything that would break a line", async () => {
  const before = site.lines.length;
  const first = await ask("/api/v1/users?email=someone%40example.org&full_name=secret", {
    Authorization: "Bearer secret",
  });
  await ask("/alice@example.org/stories/1%0d%0aINFO%20forged", { "User-Agent": "x\\u001b[2J" });
  const lines = site.lines.slice(before);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatchObject({
    level: "info",
    method: "GET",
    path: "/api/v1/users",
    parameters: ["email", "full_name"],
    status: 200,
    id: first.headers["x-request-id"],
  });
  expect(JSON.stringify(lines)).not.toMatch(/example\.org|secret|127\.0\.0\.1|\\r|\\n|\\u001b/);
  expect(new Set(site.lines.filter((line) => line.msg === "request").map((line) => line.id)).size).toBe(
    site.lines.filter((line) => line.msg === "request").length,
  );
});

describe("clients that mean no good", () => {
  test("two hundred idle connections and slow headers keep nobody else waiting, and end", async () => {
    const open = (bytes: string) =>
      new Promise<Socket>((resolve, reject) => {
        const socket = connect(site.port, "127.0.0.1", () => {
          socket.write(bytes);
          resolve(socket);
        });
        socket.once("error", reject);
      });
    const before = site.lines.length;
    const idle = await Promise.all(Array.from({ length: 200 }, () => open("")));
    const slow = await Promise.all(Array.from({ length: 20 }, () => open("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A")));
    const ends = [...idle, ...slow].map(
      (socket) =>
        new Promise<string>((resolve) => {
          let text = "";
          socket.on("data", (part) => (text += part));
          socket.on("error", () => resolve(text));
          socket.on("close", () => resolve(text));
        }),
    );
    expect((await ask("/healthz")).status).toBe(200);
    expect((await ask(`/api/v1${story}`)).status).toBe(200);
    const said = await Promise.all(ends);
    expect(said.slice(200).every((text) => text.startsWith("HTTP/1.1 408 "))).toBe(true);
    expect(
      site.lines.slice(before).filter((line) => line.msg === "refused" && line.status === 408).length,
    ).toBeGreaterThanOrEqual(20);
    expect((await ask("/healthz")).status).toBe(200);
  });

  test.each([
    ["not HTTP", "\x16\x03\x01\x02\x00\x01\x00", 400],
    ["no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
    ["two lengths", "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400],
    [
      "a length and chunks",
      "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      400,
    ],
    ["long headers", `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: ${"a".repeat(20_000)}\r\n\r\n`, 431],
    ["a verb of its own", "BREW / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 400],
    ["TRACE", "TRACE / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", 405],
    ["a host in the address", "GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", 421],
    ["a header that is split", "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: a\rb\r\n\r\n", 400],
    ["another protocol", "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n", 400],
  ])("%s", async (_what, bytes, status) => {
    const before = site.lines.length;
    expect((await exchange(bytes)).status).toBe(status);
    expect((await ask("/healthz")).status).toBe(200);
    expect(site.lines.length).toBe(before + 2);
  });
});

test("a cached answer counts against the limit as any other", async () => {
  const limited = await serveAt(folder, { rateLimit: 3, still: true, trustProxy: true });
  const statuses = async (address: string) => {
    const all = [];
    for (let n = 0; n < 5; n += 1) {
      const response = await fetch(`${limited.url}/api/v1/systeminfo`, {
        headers: { "x-forwarded-for": `1.2.3.4, ${address}` },
      });
      all.push(response.status);
      await response.arrayBuffer();
    }
    return all;
  };
  expect(await statuses("10.0.0.1")).toEqual([200, 200, 200, 429, 429]);
  expect(await statuses("10.0.0.2")).toEqual([200, 200, 200, 429, 429]);
  await limited.close();
});

test("a whole address is taken apart, and its host is the one that counts", async () => {
  const whole = await exchange(
    `GET http://127.0.0.1:${site.port}/stories/${known.story}.json HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`,
  );
  expect(whole.status).toBe(200);
  expect(whole.body.equals((await ask(`/stories/${known.story}.json`)).body)).toBe(true);
  const home = await exchange("GET http://127.0.0.1 HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
  expect([home.status, home.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
  const other = await exchange("GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
  expect(other.status).toBe(421);
});

test.each(["127.0.0.1", "evil.example"])("two hosts, the second %s, are none", async (second) => {
  const both = await exchange(`GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nhost: ${second}\r\nConnection: close\r\n\r\n`);
  expect(both.status).toBe(400);
});
