// Every route of the API: asked as it should be, and with everything that it should not be asked; nothing is a fault of ours.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { partOf, partsOf } from "../../src/api/match.ts";
import { openApi, openPath } from "../../src/api/openapi.ts";
import { everywhere, type Parameter } from "../../src/api/parameters.ts";
import type { Route } from "../../src/api/route.ts";
import { routes } from "../../src/api/table.ts";
import { apiOf, expectForeseen } from "../support/api-check.ts";
import { known, newApiTracker } from "../support/api-tracker.ts";
import { type LiveSite, serveAt } from "../support/live-site.ts";

type Json = Record<string, unknown>;

let site: LiveSite;
let api: ReturnType<typeof apiOf>;
let first: string;
/** A value for each part of a path that finds something. */
const parts: Record<string, string> = {};
beforeAll(async () => {
  const tracker = newApiTracker();
  first = tracker.first;
  site = await serveAt(tracker.folder, { still: true });
  api = apiOf(site.url);
  const idOf = async (path: string) => String((await api(path)).body[0]?.id);
  Object.assign(parts, {
    story_id: String(known.story),
    task_id: String(known.task),
    comment_id: await idOf(`/stories/${known.story}/comments`),
    event_id: await idOf(`/stories/${known.story}/events`),
    tag_id: await idOf("/tags"),
    project: "lantern%2Fimages",
    group: "storage",
    branch_id: await idOf("/branches"),
    milestone_id: await idOf("/milestones"),
    user_id: await idOf("/users"),
    team: await idOf("/teams"),
    worklist_id: String((await api("/worklists?title=documentation")).body[0]?.id),
    board_id: await idOf("/boards"),
    due_date_id: await idOf("/due_dates"),
    subscription_id: await idOf("/subscriptions"),
    alias: "launchpad:1834567",
  });
  parts.filter_id = await idOf(`/worklists/${parts.worklist_id}/filters`);
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.close();
});

const addressOf = (route: Route, values: Readonly<Record<string, string>> = parts) =>
  route.path.replace(/\{(\w+)\+?\}/g, (_, name) => values[name] ?? "1");
/** StoryBoard keeps them for whoever logs in. */
const neverThere = ["/subscription_events/{subscription_event_id}", "/users/{user_id}/tokens/{token_id}"];
const named = routes.map((route) => [route.path, route] as const);

test("the document is OpenAPI 3.1, and has every route and no other", async () => {
  const response = await fetch(`${site.url}/api/v1/openapi.json`);
  const document = (await response.json()) as ReturnType<typeof openApi>;
  expect(document).toEqual(JSON.parse(JSON.stringify(openApi("Lantern", "0.0.0-test"))));
  expect(document.openapi).toBe("3.1.0");
  expect(Object.keys(document.paths as object).sort()).toEqual(routes.map(openPath).sort());
  const operations = Object.values(document.paths as Record<string, { get: Json }>).map(({ get }) => get.operationId);
  expect(new Set(operations).size).toBe(operations.length);
  const page = await fetch(`${site.url}/api/v1/`);
  const html = await page.text();
  expect(page.headers.get("content-type")).toContain("text/html");
  for (const route of routes) expect(html).toContain(openPath(route));
  expect(html).not.toMatch(/<script|style=|onclick/);
});

describe.each(named)("%s", (path, route) => {
  test("answers as the document says, whole and in parts, then and now", async () => {
    const address = addressOf(route);
    const isAbsent = neverThere.includes(path);
    const { status, body } = await api<unknown>(address);
    expect(status).toBe(isAbsent ? 404 : 200);
    expect((await api(`${address}?at=${first}`)).status).toBe(isAbsent ? 404 : 200);
    const [item] = [body].flat() as Json[];
    const member = typeof item === "object" && item !== null ? Object.keys(item)[0] : undefined;
    if (member === undefined || isAbsent) return;
    const cut = await api<Json | Json[]>(`${address}?fields=${member}`);
    for (const each of [cut.body].flat()) expect(Object.keys(each as Json)).toEqual([member]);
    if (route.parameters.limit) expect((await api(`${address}?limit=1`)).body).toHaveLength(1);
  });

  test("says what it does not understand", async () => {
    const address = addressOf(route);
    const refused = async (query: string) => {
      const response = await fetch(`${site.url}/api/v1${address}?${query}`);
      const body: unknown = await response.json();
      expect([query.slice(0, 80), response.status === 200 ? "fine" : "refused"]).toEqual([
        query.slice(0, 80),
        "refused",
      ]);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      if (response.status === 400) expectForeseen(address, 400, response.headers.get("content-type") ?? "", body);
      expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts:\d|SQLITE|Error/);
    };
    await refused("no_such=1");
    await refused("__proto__=1");
    await refused("constructor=1");
    for (const [name, parameter] of Object.entries({ ...route.parameters, ...everywhere }))
      for (const query of wrongValues(name, parameter)) await refused(query);
    for (const { name } of partsOf(route)) {
      for (const wrong of [
        "0",
        "-1",
        "1e3",
        "99999999999999999999",
        "%00",
        "..%2f..%2fetc%2fpasswd",
        "a'--",
        "%E0%A4%A",
        "NaN",
      ]) {
        const response = await fetch(`${site.url}/api/v1${addressOf(route, { ...parts, [name]: wrong })}`);
        await response.arrayBuffer();
        expect([wrong, response.status >= 400 && response.status < 500]).toEqual([wrong, true]);
      }
      expect(partOf(route, name).description).not.toBe("");
    }
  });
});

function wrongValues(name: string, parameter: Parameter): string[] {
  const always = [
    `${name}[]=1`,
    `${name}[a]=1`,
    `${name}=%00`,
    `${name}=a%0Ab`,
    `${name}=%E0%A4%A`,
    `${name}=${"x".repeat(1_001)}`,
  ];
  const wrong: Readonly<Record<Parameter["kind"], readonly string[]>> = {
    id: ["x", "-1", "0", "1.5", "1e3", "99999999999999999999", "%7B%7D", "true", "null"],
    count: ["x", "-1", "1.5", "1e3", "99999999999999999999", "%5B1%5D"],
    flag: ["maybe", "2", "%7B%7D"],
    instant: ["yesterday", "2026-02-30", "2026-13-01T00:00:00Z", "1", "%7B%7D"],
    choice: ["nothing", "1", "%7B%7D"],
    name: [],
    text: [],
  };
  const twice = parameter.many ? [] : [`${name}=1&${name}=1`];
  const special: Readonly<Record<string, readonly string[]>> = {
    sort_field: ["nothing", "__proto__", "id;drop"],
    cursor: ["x", "W10", Buffer.from('["id",true,1,1]').toString("base64url")],
    at: ["--help", "..", "HEAD..HEAD", "refs/heads/none", "0000000000000000000000000000000000000000"],
    fields: ["nothing", "__proto__"],
    by: ["nothing", "__proto__"],
  };
  const strict = name === "q" ? [] : (special[name] ?? []);
  return [...always, ...twice, ...[...wrong[parameter.kind], ...strict].map((value) => `${name}=${value}`)];
}
