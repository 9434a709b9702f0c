// The lane in front of Node's parser: whatever bytes come, they are answered as without it; and it lets go of connections in good order.

import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fastLane } from "../../src/server/fast-lane.ts";
import { plainHeaders, plainRequest } from "../../src/server/plain-request.ts";
import type { Representation } from "../../src/server/representation.ts";
import type { Ended, Watch } from "../../src/server/watch.ts";
import { known, newApiTracker } from "../support/api-tracker.ts";
import { type LiveSite, serveAt } from "../support/live-site.ts";
import { isThorough } from "../support/thorough.ts";

const patience = { headersTimeout: 400, requestTimeout: 400, keepAliveTimeout: 200, connectionsCheckingInterval: 50 };

/** What comes for these bytes until the server ends the connection. */
function exchange(port: number, ...chunks: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", async () => {
      for (const chunk of chunks) {
        socket.write(chunk, "latin1");
        await new Promise((wait) => setTimeout(wait, 20));
      }
    });
    socket.on("data", (part) => (text += part.toString("latin1")));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(text));
  });
}

/** Without what belongs to one answer alone, or to counting requests. */
function comparable(answers: string): string {
  const told = answers.replace(/^(?:date|x-request-id|ratelimit.*|connection|keep-alive): .*\r\n/gim, "");
  // An answer that was on its way when the next bytes proved to be no request may be told first, or not.
  return told.slice(Math.max(0, told.lastIndexOf("HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain")));
}

describe("beside a server without it", () => {
  let [lane, node]: LiveSite[] = [];
  beforeAll(async () => {
    const { folder } = newApiTracker();
    lane = await serveAt(folder, { still: true, patience });
    // Where requests are counted there is no lane.
    node = await serveAt(folder, { still: true, patience, rateLimit: 1_000_000_000 });
  });
  afterAll(async () => {
    expect([...(lane?.errors ?? []), ...(node?.errors ?? [])]).toEqual([]);
    await Promise.all([lane?.close(), node?.close()]);
  });

  const paths = [
    "/",
    `/stories/${known.story}`,
    `/api/v1/stories/${known.story}?fields=id`,
    "/api/v1/stories?limit=2",
    "/style.css",
  ].concat([
    "/nothing",
    "/api/v1/nothing",
    "/api/v1/stories?q[a]=1",
    "/api/v1/users/self",
    "/readyz",
    "/%2e%2e/x",
    "/api/v1/tasks?limit=0",
  ]);
  const lines = [
    "Host: 127.0.0.1",
    "Host: 127.0.0.1:80",
    "host:127.0.0.1",
    "Host: evil.example",
    "Accept: */*",
    "Accept: application/json",
  ].concat(
    [
      "Accept-Encoding: gzip",
      "Accept-Encoding: br;q=0, gzip",
      "If-None-Match: *",
      'If-None-Match: "x", W/"y"',
      "If-Modified-Since: Mon, 23 Nov 2026 10:00:00 GMT",
    ],
    [
      "Connection: keep-alive",
      "Connection: close",
      "Connection: Keep-Alive, Upgrade",
      "Authorization: Bearer ines",
      "Content-Length: 0",
      "Content-Length: 2",
    ],
    [
      "Transfer-Encoding: chunked",
      "Expect: 100-continue",
      "Range: bytes=0-1",
      "User-Agent: \u00e9\u00ff",
      "Cookie: a=b",
      "X-Empty:",
      " folded: x",
      "Bad Name: x",
      "NoColon",
    ],
  );
  const well = fc.record({
    method: fc.constantFrom(...Array(12).fill("GET"), "HEAD", "OPTIONS", "POST", "get", "GET "),
    path: fc.constantFrom(...paths),
    version: fc.constantFrom(...Array(12).fill("HTTP/1.1"), "HTTP/1.0", "HTTP/2.0", "http/1.1"),
    headers: fc.tuple(
      fc.constantFrom("Host: 127.0.0.1", "Host: 127.0.0.1", ""),
      fc.array(fc.constantFrom(...lines), { maxLength: 4 }),
    ),
  });
  /** One byte of it is another, is gone, or has company. */
  const slip = fc.option(
    fc.record({
      at: fc.nat(200),
      put: fc.constantFrom(
        "",
        "\r",
        "\n",
        "\0",
        " ",
        "\t",
        ":",
        "\u0080",
        "\u00ff",
        "a",
        "\r\n",
        "\r\n\r\n",
        "/",
        "?",
        "#",
        "%",
      ),
      over: fc.nat(1),
    }),
    { freq: 2 },
  );
  const request = fc.tuple(well, slip).map(([{ method, path, version, headers }, broken]) => {
    const [host, others] = headers;
    const text = `${[`${method} ${path} ${version}`, ...(host === "" ? [] : [host]), ...others].join("\r\n")}\r\n\r\n`;
    if (!broken) return text;
    const at = broken.at % (text.length - 4);
    return text.slice(0, at) + broken.put + text.slice(at + broken.over);
  });

  test("any bytes are answered alike", { timeout: 900_000 }, async () => {
    const both = async (bytes: string) => {
      const answers = await Promise.all([lane, node].map((each) => exchange(each?.port ?? 0, bytes)));
      const [first, second] = answers.map((each) => comparable(each));
      expect({ bytes, answer: first }).toEqual({ bytes, answer: second });
    };
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 40, maxLength: 40 }), async (requests) => {
        await Promise.all(requests.map(both));
      }),
      { numRuns: isThorough ? 150 : 2 },
    );
  });

  test.each([
    ["in two pieces", ["GET / HTTP/1.1\r\nHo", "st: 127.0.0.1\r\n\r\n"], [200]],
    [
      "two at once",
      ["GET /style.css HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nGET /nothing HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"],
      [200, 404],
    ],
    [
      "plain ones, one that is not, and plain ones again",
      [
        "GET /style.css HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        "GET /api/v1/systeminfo HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\n\r\nab",
        "GET /style.css HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
      ],
      [200, 200, 405, 200],
    ],
    ["nothing at all", [], [408]],
  ])("%s", async (_what, chunks, statuses) => {
    const text = await exchange(lane?.port ?? 0, ...chunks);
    expect([...text.matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => Number(status))).toEqual(statuses);
  });

  test("its requests are counted and told as any other", async () => {
    const before = lane?.lines.length ?? 0;
    const text = await exchange(
      lane?.port ?? 0,
      "GET /api/v1/systeminfo?fields=version HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    );
    const [line] = lane?.lines.slice(before) ?? [];
    const bytes = Number(/^content-length: (\d+)/im.exec(text)?.[1]);
    expect(line).toMatchObject({
      method: "GET",
      path: "/api/v1/systeminfo",
      parameters: ["fields"],
      status: 200,
      bytes,
      aborted: false,
    });
    expect(text).toContain(`X-Request-Id: ${line?.id}\r\n`);
  });
});

describe("by itself", () => {
  const body = Buffer.from("é, and so on");
  const found: Representation = {
    status: 200,
    headers: ["Content-Length", String(body.length), "ETag", '"x"'],
    etag: '"x"',
    modified: null,
    body,
  };
  const plain = (url: string, more = "") => `GET ${url} HTTP/1.1\r\nHost: x\r\n${more}\r\n`;

  async function laneAlone(make: (url: string) => Promise<Representation | null> = async () => null) {
    const handed: string[] = [];
    const ended: Ended[] = [];
    let waiting = 0;
    const watch = {
      next: () => "7",
      underWay: (change: number) => (waiting += change),
      ended: (each: Ended) => ended.push(each),
    };
    const finished = { variantOf: () => "v", ready: (url: string) => (url === "/ready" ? found : undefined), make };
    const toNode = (socket: Socket) =>
      socket.once("data", (chunk) => {
        handed.push(chunk.toString());
        socket.destroy();
      });
    const lane = fastLane(finished, watch as unknown as Watch)(toNode, (socket) => socket.destroy(), {
      ...patience,
      keepAliveTimeout: 60_000,
    });
    const server = createServer({ allowHalfOpen: true }, (socket) => lane.enter(socket)).listen(0, "127.0.0.1");
    await once(server, "listening");
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    let text = "";
    socket.on("data", (part) => (text += part));
    const closed = new Promise<string>((resolve) => socket.on("close", () => resolve(text)));
    const said = async (pattern: RegExp) => {
      while (!pattern.test(text)) await once(socket, "data");
      return text;
    };
    const close = () => {
      server.close();
      lane.close();
    };
    return { socket, closed, said, close, handed, ended, waiting: () => waiting };
  }

  test("answers what is finished, with its bytes or that it is unchanged, and does not trouble Node", async () => {
    const { socket, closed, said, close, handed, ended } = await laneAlone();
    socket.write(plain("/ready"));
    const text = await said(/so on$/);
    expect(text).toMatch(
      /^HTTP\/1\.1 200 OK\r\nContent-Length: 13\r\nETag: "x"\r\nConnection: keep-alive\r\nKeep-Alive: timeout=60\r\nX-Request-Id: 7\r\nDate: \w{3}, \d\d .* GMT\r\n\r\né, and so on$/,
    );
    socket.write(plain("/ready", 'If-None-Match: "x"\r\n'));
    await said(/HTTP\/1\.1 304 Not Modified\r\nETag: "x"\r\n[\s\S]*\r\n\r\n$/);
    close();
    await closed;
    expect(handed).toEqual([]);
    expect(ended.map(({ status, cached, bytes }) => [status, cached, bytes])).toEqual([
      [200, true, 13],
      [304, true, 0],
    ]);
  });

  test("ends a connection after the request that is to be its last, made or finished, and reads nothing after it", async () => {
    for (const url of ["/ready", "/later"]) {
      const { socket, closed, said, close, handed, ended } = await laneAlone(async () => found);
      socket.on("error", () => undefined);
      socket.write(plain(url, "Connection: close\r\n"));
      await said(/so on$/);
      socket.write(plain("/ready"));
      expect(await closed).toMatch(
        /^HTTP\/1\.1 200 OK\r\n[^\0]*"x"\r\nConnection: close\r\nX-Request-Id: 7\r\nDate: [^\r]*\r\n\r\né, and so on$/,
      );
      expect([handed, ended.length]).toEqual([[], 1]);
      close();
    }
  });

  test("waits for what is being made, also when it is to end meanwhile", async () => {
    let make: (found: Representation) => void = () => undefined;
    const { socket, closed, close, ended, waiting } = await laneAlone(() => new Promise((resolve) => (make = resolve)));
    socket.write(plain("/later"));
    while (waiting() === 0) await new Promise(setImmediate);
    close();
    make(found);
    expect(await closed).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*so on$/);
    expect([waiting(), ended.map(({ url, cached }) => [url, cached])]).toEqual([0, [["/later", false]]]);
  });

  test("hands over what is not there, what went wrong, and what it does not understand", async () => {
    for (const bytes of [
      plain("/none"),
      plain("/wrong"),
      "HEAD / HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET /ready HTTP/1.1\r\n",
    ]) {
      const { socket, closed, close, handed, ended, waiting } = await laneAlone(async (url) => {
        if (url === "/wrong") throw new Error("wrong");
        return null;
      });
      socket.write(bytes);
      expect([await closed, handed, ended, waiting()]).toEqual(["", [bytes], [], 0]);
      close();
    }
  });

  test("a client that leaves while it waits is forgotten", async () => {
    let make: (found: Representation) => void = () => undefined;
    const { socket, closed, close, ended, waiting } = await laneAlone(() => new Promise((resolve) => (make = resolve)));
    socket.write(plain("/later"));
    while (waiting() === 0) await new Promise(setImmediate);
    socket.resetAndDestroy();
    await closed;
    make(found);
    while (waiting() !== 0) await new Promise(setImmediate);
    expect(ended.length).toBeLessThan(2);
    close();
  });
});

test("a head is plain or it is not", () => {
  const headers = (text: string) => plainHeaders(` HTTP/1.1\r\n${text}\r\n`);
  expect(headers("Host: a\r\nACCEPT:  text/html \r\nX-Other: 1\r\n")).toEqual({ host: "a", accept: "text/html" });
  for (const wrong of [
    "",
    "Accept: a\r\n",
    "Host: a\r\nHost: a\r\n",
    "Host: a\r\nTE: trailers\r\n",
    "Host: a\r\nConnection: close, keep-alive\r\n",
  ].concat([
    "Host: a\r\n folded\r\n",
    "Host : a\r\n",
    "Host: a\r\nX: \0\r\n",
    "Host: a\n",
    "Host: a\r\n\r\n",
    "Host: a\r\nContent-Type: x\r\n",
  ]))
    expect([wrong, headers(wrong)]).toEqual([wrong, null]);
  for (const wrong of [
    "",
    "GET / HTTP/1.1\r\n",
    "GET x HTTP/1.1\r\n\r\n",
    "GET /a\r\nb HTTP/1.1\r\n\r\n",
    `GET /${"x".repeat(9_000)} HTTP/1.1\r\n\r\n`,
  ])
    expect(plainRequest(wrong)).toBeNull();
  expect(plainRequest("GET /a?b HTTP/1.1\r\nHost: a\r\n\r\n")).toEqual({
    url: "/a?b",
    rest: " HTTP/1.1\r\nHost: a\r\n\r\n",
  });
});

test("a head full of blanks takes no longer than any other", () => {
  const value = `a${" ".repeat(8_000)}b`;
  const head = ` HTTP/1.1\r\nHost: a\r\nAccept: \t${value}\t \r\n\r\n`;
  // Of such that take the square of their length, so many would take minutes: the test would be ended.
  for (let turn = 0; turn < 1_500; turn += 1) expect(plainHeaders(head)?.accept).toBe(value);
});
