// Whatever somebody might send, made from the OpenAPI document alone: each answer is one that the document foresees, to the letter.

import { Agent, type IncomingMessage, request } from "node:http";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectForeseen, templateOf } from "../support/api-check.ts";
import { known, newApiTracker } from "../support/api-tracker.ts";
import { type LiveSite, serveAt } from "../support/live-site.ts";
import { isThorough } from "../support/thorough.ts";

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly schema: Schema;
}
interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
}
interface Operation {
  readonly path: string;
  readonly parameters: readonly Parameter[];
}

let site: LiveSite;
let operations: readonly Operation[];
const agent = new Agent({ keepAlive: true });
beforeAll(async () => {
  site = await serveAt(newApiTracker().folder, { still: true });
  const document = (await (await fetch(`${site.url}/api/v1/openapi.json`)).json()) as {
    readonly paths: Readonly<Record<string, { readonly get: { readonly parameters: readonly Parameter[] } }>>;
  };
  operations = Object.entries(document.paths).map(([path, { get }]) => ({ path, parameters: get.parameters }));
});
afterAll(async () => {
  agent.destroy();
  expect(site.errors).toEqual([]);
  await site.close();
});

const numbers = [
  "1",
  "0",
  "-1",
  "-9007199254740993",
  "1.5",
  "1e3",
  "0x10",
  "٣",
  "9007199254740991",
  "99999999999999999999",
];
const words = [
  ...[
    "",
    " ",
    ".",
    "..",
    "../../etc/passwd",
    "..\\..\\x",
    "\0",
    "a\0b",
    "a\nb",
    "\u007f",
    "\u202e",
    "\ufffd",
    "é",
    "😀",
    "null",
  ],
  ...[
    "true",
    "[]",
    "{}",
    "[1,2]",
    '{"a":1}',
    "' OR 1=1 --",
    '"',
    "%",
    "%25",
    "%00",
    "*",
    "a*",
    "(",
    "a OR",
    "-",
    "__proto__",
  ],
  ...[
    "constructor",
    "2026-02-30",
    "2026-03-01T09:12:33Z",
    "HEAD~1",
    "main",
    "refs/heads/main",
    "--help",
    "<script>",
    "x".repeat(999),
  ],
  ...["x".repeat(1_001), "😀".repeat(600), "lantern/compute", "id,title", "status:active", "WyJpZCIsZmFsc2UsMSwxXQ"],
];
const fitting: Readonly<Record<string, readonly string[]>> = {
  integer: [known.story, known.task, known.foreignTask, known.foreignProject, 2000147, 5, 100].map(String),
  boolean: ["true", "false"],
  string: ["lantern/compute", "migration", "2026-11-21T12:00:00+00:00"],
};

function valueFor(schema: Schema): fc.Arbitrary<string> {
  const own = schema.items ?? schema;
  const fits = fc.constantFrom(...(own.enum ?? fitting[own.type ?? "string"] ?? ["1"]));
  return fc.oneof(
    { weight: 5, arbitrary: fits },
    { weight: 2, arbitrary: fc.constantFrom(...numbers, ...words) },
    { weight: 1, arbitrary: fc.string({ maxLength: 30, unit: "binary" }).filter((text) => text.isWellFormed()) },
  );
}

/** As a client writes it, as it is where a request can carry it, or broken on the way. */
const written = fc.constantFrom<(text: string) => string>(
  ...Array.from({ length: 6 }, () => encodeURIComponent),
  (text) => encodeURIComponent(text).replaceAll("%20", "+"),
  (text) => (/^[!-"$-%'-~]*$/.test(text) ? text : encodeURIComponent(text)),
  (text) => `${encodeURIComponent(text)}%`,
  (text) => `%E0%A4%A${encodeURIComponent(text)}`,
  (text) => `%c0%ae${encodeURIComponent(text)}`,
);

const asked = fc
  .nat()
  .map((at) => operations[at % operations.length] as Operation)
  .chain(({ path, parameters }) => {
    const inPath = fc.record(
      Object.fromEntries(
        parameters
          .filter((each) => each.in === "path")
          .map((each) => [each.name, fc.tuple(valueFor(each.schema), written).map(([text, write]) => write(text))]),
      ),
    );
    const named = fc.constantFrom(...parameters.filter((each) => each.in === "query"));
    const pair = named.chain(({ name, schema }) =>
      fc.tuple(
        fc.constantFrom(...Array(12).fill(name), `${name}[]`, `${name}[a]`, `${name}%00`, `x${name}`),
        valueFor(schema),
        written,
      ),
    );
    const query = fc.array(
      pair.map(([name, text, write]) => `${name}=${write(text)}`),
      { maxLength: 5 },
    );
    const method = fc.constantFrom(
      ...Array(20).fill("GET"),
      "HEAD",
      "OPTIONS",
      "POST",
      "PUT",
      "DELETE",
      "PATCH",
      "PROPFIND",
    );
    const headers = fc.dictionary(
      fc.constantFrom(
        "accept",
        "accept-encoding",
        "if-none-match",
        "if-modified-since",
        "range",
        "authorization",
        "x-http-method-override",
      ),
      fc.constantFrom(
        "*",
        "*/*;q=0",
        "text/html",
        "application/json",
        "gzip",
        "identity;q=0",
        '"x"',
        "W/",
        "Bearer ines",
        "bytes=0-1",
        "DELETE",
        "x".repeat(2_000),
      ),
      { maxKeys: 3 },
    );
    return fc.record({ path: fc.constant(path), inPath, query, method, headers });
  });

interface Answered {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

function ask(path: string, method: string, headers: Readonly<Record<string, string>>): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: "127.0.0.1", port: site.port, path, method, headers, agent }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
      response.on("error", reject);
    });
    asking.on("error", reject);
    asking.end();
  });
}

const general: Readonly<Record<string, readonly number[]>> = {
  GET: [200, 304, 400, 404, 414],
  HEAD: [200, 304, 400, 404, 414],
  OPTIONS: [204],
};

type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;

function expectForeseenAnswer(address: string, { method, query }: Asked, answer: Answered): void {
  const { status, headers, body: bytes } = answer;
  expect(general[method] ?? [405]).toContain(status);
  if (status === 204) return;
  if (status !== 304) expect(headers["x-content-type-options"]).toBe("nosniff");
  if (method === "HEAD" || status === 304) {
    expect(bytes).toHaveLength(0);
    return;
  }
  expect(headers["content-length"]).toBe(String(bytes.length));
  if (status === 405) expect(headers.allow).toBe("GET, HEAD, OPTIONS");
  if (headers["content-encoding"] !== undefined) return;
  const text = bytes.toString("utf8");
  expect(text).not.toMatch(/node_modules|\.[mt]s:\d|SQLITE|SyntaxError|TypeError/);
  const below = (address.split("?")[0] ?? "").slice("/api/v1".length).replace(/(?<=.)\/$/, "");
  if (headers["content-type"]?.startsWith("text/html")) {
    expect([status, below]).toEqual([200, expect.stringMatching(/^\/(?:index\.html)?$/)]);
    return;
  }
  const body: unknown = JSON.parse(text);
  if (status >= 400) {
    expectFault(answer, body);
    return;
  }
  expect(templateOf(below), address).toBeDefined();
  const isCut = query.some((each) => /^fields=./.test(each));
  expectForeseen(below, 200, "application/json", body, isCut);
}

test("nothing that is sent is answered with what the document does not foresee", { timeout: 3_000_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(asked, async (each) => {
      const path = each.path.replace(/\{(\w+)\}/g, (_, name) => each.inPath[name] ?? "1");
      const address = `/api/v1${path}${each.query.length > 0 ? `?${each.query.join("&")}` : ""}`;
      expectForeseenAnswer(address, each, await ask(address, each.method, each.headers));
    }),
    { numRuns: isThorough ? 30_000 : 300 },
  );
});

/** In StoryBoard's form, or as RFC 9457 says. */
function expectFault({ status, headers }: Answered, body: unknown): void {
  const ours = { type: "about:blank", title: expect.any(String), status, detail: expect.any(String) };
  const isProblem = headers["content-type"]?.startsWith("application/problem+json");
  const expected = isProblem ? ours : { faultcode: "Client", faultstring: expect.any(String), debuginfo: null };
  expect(body).toMatchObject(expected);
  expect(headers["content-type"]).toMatch(/^application\/(?:problem\+)?json/);
}
