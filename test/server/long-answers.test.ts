// Lists that come whole, too long for memory: written once to files, with their length and their tag, and gone when the server is.

import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newLargeServer } from "../support/large-tracker.ts";
import { type LiveSite, serveAt } from "../support/live-site.ts";

const count = 4_500;
let site: LiveSite;
beforeAll(async () => {
  site = await serveAt(newLargeServer(count), { still: true });
});
afterAll(() => site.close());

const ask = (headers: Record<string, string> = {}, method = "GET") =>
  fetch(`${site.url}/api/v1/stories`, { headers, method });

test("all of them come at once, with their length, in both encodings, and are not sent twice", async () => {
  const [first, second] = await Promise.all([
    ask({ "accept-encoding": "identity" }),
    ask({ "accept-encoding": "identity" }),
  ]);
  const text = await first.text();
  expect(await second.text()).toBe(text);
  expect([first.headers.get("content-length"), first.headers.get("x-total")]).toEqual([
    String(text.length),
    String(count),
  ]);
  const ids = (JSON.parse(text) as { id: number }[]).map(({ id }) => id);
  expect(ids).toEqual(Array.from({ length: count }, (_, n) => 10_000_000 + n));
  const etag = first.headers.get("etag") ?? "";
  expect(etag).toBe(`"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`);
  const again = await ask({ "accept-encoding": "identity", "if-none-match": etag });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  const head = await ask({ "accept-encoding": "identity" }, "HEAD");
  expect([head.headers.get("content-length"), await head.text()]).toEqual([String(text.length), ""]);
  const zipped = await ask({ "accept-encoding": "gzip" });
  expect([zipped.headers.get("content-encoding"), zipped.headers.get("vary")]).toEqual(["gzip", "Accept-Encoding"]);
  expect(Number(zipped.headers.get("content-length"))).toBeLessThan(text.length / 10);
  expect(await zipped.text()).toBe(text);
  expect(site.errors).toEqual([]);
});

test("a client that leaves in the middle takes nobody else along", async () => {
  const leaving = new AbortController();
  const response = await fetch(`${site.url}/api/v1/stories`, {
    headers: { "accept-encoding": "identity" },
    signal: leaving.signal,
  });
  await response.body?.getReader().read();
  leaving.abort();
  expect(((await (await ask()).json()) as unknown[]).length).toBe(count);
  expect(site.errors).toEqual([]);
});

test("the files go with the server", async () => {
  // Theirs begin with the process: other tests may be serving as well.
  const own = () =>
    readdirSync(tmpdir())
      .filter((name) => name.startsWith("storytree-serve-"))
      .flatMap((name) => readdirSync(join(tmpdir(), name)))
      .filter((name) => name.startsWith(`${process.pid}-`));
  const before = own();
  const other = await serveAt(newLargeServer(2_100), { still: true });
  await (await fetch(`${other.url}/api/v1/stories`)).arrayBuffer();
  expect(own().length).toBe(before.length + 2);
  await other.close();
  expect(own()).toEqual(before);
});
