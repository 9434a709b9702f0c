// The API of the restricted server: the same as the public one's, behind the session, of what its reader may see.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openApi } from "../../src/api/openapi.ts";
import { routes } from "../../src/api/table.ts";
import { apiAddresses } from "../support/api-addresses.ts";
import { expectForeseen, templateOf } from "../support/api-check.ts";
import { git, readFolder } from "../support/folder.ts";
import { type IdentityProvider, signIn, startIdentityProvider } from "../support/identity-provider.ts";
import { addPrivateStory, canary, otherId, storyId } from "../support/private-story.ts";
import { type RestrictedSite, serveRestrictedAt } from "../support/restricted-site.ts";
import { twoTrackers } from "../support/two-trackers.ts";

let identity: IdentityProvider;
let site: RestrictedSite;
let secret: string;
let addresses: readonly string[];
const cookies: Record<string, string> = {};

beforeAll(async () => {
  identity = await startIdentityProvider();
  secret = (await twoTrackers()).secret;
  addPrivateStory(secret);
  site = await serveRestrictedAt(secret, identity, undefined, false);
  const files = [...readFolder(secret)].filter(([path]) => !path.startsWith(".git/"));
  addresses = await apiAddresses(new Map(files), [canary, "is:private"]);
  for (const name of ["vera", "nina", "ruth", "stranger"])
    cookies[name] = (await signIn(site.url, `${name}-subject`)).cookie;
});
afterAll(async () => {
  await site?.close();
  await identity?.close();
});

const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  fetch(site.url + path, { method, redirect: "manual", headers });
/** One address of every sort: of each route the last, and one with each parameter. */
const ofEachSort = () =>
  new Map(
    addresses.map((address) => {
      const [path = "", query = ""] = address.slice("/api/v1".length).split("?");
      return [`${templateOf(path) ?? path} ${query.split("=")[0]}`, address];
    }),
  );
const as = async (name: string, path: string) => {
  const response = await get(path, { cookie: cookies[name] ?? "" });
  return { status: response.status, headers: response.headers, body: await response.json() };
};

async function whole(response: Response) {
  const headers = [...response.headers].filter(([name]) => !["date", "connection", "keep-alive"].includes(name));
  return JSON.stringify([response.status, headers, await response.text()]);
}

test("every route answers one of the team, as the document says, and nothing is kept in any cache", async () => {
  const answered = new Set<string>();
  const found = addresses.filter((address) => !address.includes("?") && !address.includes("12345678"));
  for (const address of [...new Set([...ofEachSort().values(), ...found])]) {
    const response = await get(address, { cookie: cookies.vera ?? "" });
    const text = await response.text();
    const [path = ""] = address.slice("/api/v1".length).split("?");
    const template = templateOf(path);
    if (template === undefined) continue;
    expectForeseen(path, response.status, response.headers.get("content-type") ?? "", JSON.parse(text));
    if (response.status === 200) answered.add(template);
    const { headers } = response;
    expect([headers.get("cache-control"), headers.get("vary"), headers.get("content-length")]).toEqual([
      "private, no-store",
      "Cookie",
      String(Buffer.byteLength(text)),
    ]);
    expect(headers.get("access-control-allow-origin")).toBeNull();
  }
  // What this tracker has nothing of: lists, boards, milestones, groups, watches, tokens, and other trackers' names.
  const nothingOf = /board|worklist|milestone|group|due_date|subscription|token_id|alias/;
  const silent = routes.map(({ path }) => path.replaceAll("+}", "}")).filter((path) => !answered.has(path));
  expect(silent.filter((path) => !nothingOf.test(path))).toEqual([]);
  expect(site.log).toEqual([]);
});

test("who has not signed in gets the same 401 for every route, and is led nowhere", async () => {
  const answers = new Set<string>();
  for (const address of ofEachSort().values()) {
    const response = await get(address, { accept: "text/html" });
    expect([address, response.status]).toEqual([address, 401]);
    expect(response.headers.get("content-type")).toMatch(/^application\/(?:problem\+)?json/);
    expect(response.headers.get("www-authenticate")).toContain("/login");
    answers.add(await whole(response));
  }
  // In the two forms that errors of the API have: which one it is, the address alone says.
  expect(answers.size).toBe(2);
});

test("what is hidden answers as what is not there, to the byte, with every number it has", async () => {
  const { body: stories } = await as("vera", "/api/v1/stories");
  expect(stories.map((story: { id: number }) => story.id)).toContain(otherId);
  const { body: tasks } = await as("vera", "/api/v1/tasks");
  const { body: events } = await as("vera", "/api/v1/events");
  const seen = async (path: string) =>
    new Set((await as("nina", path)).body.map((item: { id: number }) => item.id) as number[]);
  const [ownTasks, ownEvents] = [await seen("/api/v1/tasks"), await seen("/api/v1/events")];
  const hidden = [
    ...["", "/tasks", "/comments", "/events", "/tags", "/history"].map((rest) => [`/stories/${otherId}${rest}`, rest]),
    ...tasks.filter(({ id }: { id: number }) => !ownTasks.has(id)).map(({ id }: { id: number }) => [`/tasks/${id}`]),
    ...events.filter(({ id }: { id: number }) => !ownEvents.has(id)).map(({ id }: { id: number }) => [`/events/${id}`]),
  ] as [string, string?][];
  expect(hidden.length).toBeGreaterThan(10);
  for (const [path, rest] of hidden) {
    const unknown = rest === undefined ? path.replace(/\d+/, "12345678") : `/stories/12345678${rest}`;
    for (const method of ["GET", "HEAD"]) {
      const ask = (below: string) => get(`/api/v1${below}`, { cookie: cookies.nina ?? "" }, method);
      const [one, other] = [await ask(path), await ask(unknown)];
      expect([path, one.status]).toEqual([path, 404]);
      expect(await whole(one)).toBe(await whole(other));
    }
  }
});

describe("it says", () => {
  test("who reads, that all of it is private, and who else may see it", async () => {
    expect((await as("nina", "/api/v1/users/self")).body.name).toBe("nina");
    expect((await as("vera", "/api/v1/users/self")).body.name).toBe("vera");
    const { body, headers } = await as("nina", "/api/v1/stories");
    expect([body.length, headers.get("x-total")]).toEqual([1, "1"]);
    const names = (items: readonly { readonly name: string }[]) => items.map(({ name }) => name);
    expect([body[0].private, names(body[0].users), names(body[0].teams)]).toEqual([true, ["nina"], []]);
    expect([body[0].embargo_until, body[0].disclose_at]).toEqual([
      "2027-01-20T00:00:00+00:00",
      "2026-12-01T15:00:00+00:00",
    ]);
    // Who may see other stories than she is given nothing that was made for her.
    expect((await as("ruth", "/api/v1/stories")).body).toEqual([]);
    expect((await as("nina", "/api/v1/search?q=is:private")).headers.get("x-total")).toBe("1");
  });

  test("no commit and no past: the document has no such parameter, and it is refused as any other", async () => {
    const { body: document } = await as("vera", "/api/v1/openapi.json");
    expect(document).toEqual(JSON.parse(JSON.stringify(openApi("Private stories", "0.0.0-test", false))));
    expect(JSON.stringify(document)).not.toContain('"name":"at"');
    const refused = await as("vera", "/api/v1/stories?at=HEAD~1");
    expect([refused.status, refused.body.faultstring]).toEqual([400, 'there is no parameter "at" here']);
    const commits = git(secret, ["rev-list", "--all"]).trim().split("\n");
    for (const path of [
      "/systeminfo",
      "/events",
      "/changes",
      `/stories/${storyId}/events`,
      `/stories/${storyId}/history`,
    ]) {
      const text = JSON.stringify((await as("vera", `/api/v1${path}`)).body);
      for (const commit of commits) expect(text).not.toContain(commit.slice(0, 10));
    }
    expect((await as("vera", "/api/v1/systeminfo")).body.commit).toBeNull();
  });

  test("as JSON whatever else goes wrong", async () => {
    const stranger = await as("stranger", "/api/v1/stories");
    expect([stranger.status, stranger.body.faultcode]).toEqual([403, "Client"]);
    const written = await get("/api/v1/stories", { cookie: cookies.vera ?? "", origin: site.url }, "POST");
    expect([written.status, written.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
    expect((await written.json()).faultstring).toContain("storytree propose");
    expect((await as("vera", "/api/v1/stories?x[]=1")).status).toBe(400);
    expect((await as("vera", "/stories/12345678.json")).body.status).toBe(404);
    expect((await get("/stories.json")).headers.get("content-type")).toContain("application/problem+json");
  });
});
