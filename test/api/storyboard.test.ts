// The API as StoryBoard's clients know it: shapes, filters, order, pages, errors; every answer is held to the OpenAPI document.

import { cpSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiResponse, apiOf } from "../support/api-check.ts";
import { git, newFolder, tinyTracker } from "../support/folder.ts";
import { type LiveSite, serveAt } from "../support/live-site.ts";

type Json = Record<string, unknown>;

let site: LiveSite;
let api: ReturnType<typeof apiOf>;
beforeAll(async () => {
  const folder = newFolder();
  cpSync(tinyTracker, folder, { recursive: true });
  git(folder, ["init", "--quiet", "--initial-branch=main"]);
  git(folder, ["add", "--all"]);
  git(folder, ["commit", "--quiet", "--message", "Open the tracker"]);
  site = await serveAt(folder, { still: true });
  api = apiOf(site.url);
});
afterAll(() => site.close());

const collections = [
  "stories",
  "tasks",
  "projects",
  "project_groups",
  "users",
  "teams",
  "tags",
  "branches",
  "milestones",
  "worklists",
  "boards",
  "due_dates",
  "subscriptions",
  "subscription_events",
];

describe("every collection", () => {
  test.each(collections)("%s is a bare array with its total, and each item is found by its number", async (name) => {
    const { status, headers, body } = await api(`/${name}`);
    expect(status).toBe(200);
    expect(headers.get("x-total")).toBe(String(body.length));
    expect(headers.get("x-limit")).toBeNull();
    expect(new Set(body.map((item) => item.id)).size).toBe(body.length);
    for (const item of body) {
      expect(Number.isSafeInteger(item.id)).toBe(true);
      const one = await api<Json>(`/${name}/${item.id}`);
      expect([one.status, one.body.id]).toEqual([200, item.id]);
    }
    if (name !== "subscription_events") expect(body.length).toBeGreaterThan(0);
  });

  test.each(collections)("%s comes in pages by marker, offset and cursor that make up the whole", async (name) => {
    const whole = (await api(`/${name}`)).body.map((item) => item.id);
    const byMarker: unknown[] = [];
    for (let marker: unknown; ; ) {
      const { headers, body } = await api(`/${name}?limit=3${marker === undefined ? "" : `&marker=${marker}`}`);
      expect(headers.get("x-limit")).toBe("3");
      expect(headers.get("x-marker")).toBe(marker === undefined ? null : String(marker));
      byMarker.push(...body.map((item) => item.id));
      marker = body.at(-1)?.id;
      if (body.length < 3) break;
    }
    expect(byMarker).toEqual(whole);
    const byOffset: unknown[] = [];
    for (let offset = 0; offset <= whole.length; offset += 4) {
      const { headers, body } = await api(`/${name}?limit=4&offset=${offset}`);
      expect([headers.get("x-offset"), headers.get("x-total")]).toEqual([String(offset), String(whole.length)]);
      byOffset.push(...body.map((item) => item.id));
    }
    expect(byOffset).toEqual(whole);
    const byCursor: unknown[] = [];
    for (let next: string | null = `/api/v1/${name}?limit=3`; next; ) {
      const page: ApiResponse<Json[]> = await api(next.slice("/api/v1".length));
      const { headers, body } = page;
      byCursor.push(...body.map((item) => item.id));
      next = /<([^>]+)>; rel="next"/.exec(headers.get("link") ?? "")?.[1] ?? null;
      expect(next === null).toBe(headers.get("x-next-cursor") === null);
    }
    expect(byCursor).toEqual(whole);
  });
});
