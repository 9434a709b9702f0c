// Real clients: Gerrit's its-storyboard, Python's requests, and a TypeScript client made from our OpenAPI document.

import { execFile, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { known, newApiTracker } from "../support/api-tracker.ts";
import { newFolder, projectRoot } from "../support/folder.ts";
import { type LiveSite, serveAt } from "../support/live-site.ts";
import { typescriptClient } from "../support/typescript-client.ts";

const run = promisify(execFile);
let site: LiveSite;
beforeAll(async () => {
  site = await serveAt(newApiTracker().folder, { still: true });
});
afterAll(() => site.close());

describe("Gerrit's its-storyboard", () => {
  /** It reads exactly as many bytes as Content-Length says, from a connection of its own. */
  async function ask(path: string): Promise<Record<string, unknown>> {
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect(site.port, "127.0.0.1");
      const parts: Buffer[] = [];
      socket.write(
        `GET /api/v1${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer secret\r\nConnection: close\r\n\r\n`,
      );
      socket.on("data", (part) => parts.push(part));
      socket.on("end", () => resolve(Buffer.concat(parts).toString("utf8")));
      socket.on("error", reject);
    });
    const [head = "", body = ""] = text.split("\r\n\r\n");
    expect(head).toMatch(/^HTTP\/1\.1 200 OK/);
    const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1]);
    return JSON.parse(Buffer.from(body).subarray(0, length).toString("utf8"));
  }

  test("finds the server, a task by its number, and its story", async () => {
    expect((await ask("/systeminfo")).version).toMatch(/^\d+\.\d+\.\d+$/);
    const task = await ask(`/tasks/${known.task}`);
    expect(task).toMatchObject({ id: known.task, story_id: known.story, status: "merged" });
    expect((await ask(`/stories/${task.story_id}`)).id).toBe(known.story);
  });

  test("is told to propose the change when it wants to make it", async () => {
    const response = await fetch(`${site.url}/api/v1/tasks/${known.task}`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ task_id: known.task, status: "merged" }),
    });
    expect([response.status, response.headers.get("content-length")]).toEqual([
      405,
      String((await response.text()).length),
    ]);
  });
});

/** Runs a script of `clients/` against the server; what it prints, or null where Python's requests is not here. */
async function python(script: string, ...args: readonly string[]): Promise<Record<string, number> | null> {
  const program = ["/usr/bin/python3", "python3"].find(
    (each) => spawnSync(each, ["-c", "import requests"]).status === 0,
  );
  if (program === undefined) return null;
  const { stdout } = await run(program, [join(projectRoot, "test/api/clients", script), site.url, ...args]);
  return JSON.parse(stdout);
}
const noRequests = "Python's requests is not here (Debian: python3-requests)";

test("Python's requests walks every collection", async ({ skip }) => {
  const names = [
    ...["stories", "tasks", "projects", "project_groups", "users", "teams", "tags", "branches", "milestones"],
    ...["worklists", "boards", "due_dates", "subscriptions", "events"],
  ];
  const seen = await python("walk.py", ...names);
  if (seen === null) return skip(noRequests);
  expect(Object.keys(seen)).toEqual(names);
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
});

test("StoryBoard's Python library finds its objects, whole and nested, and none of ours in their way", async ({
  skip,
}) => {
  const seen = await python("storyboardclient.py");
  if (seen === null) return skip(noRequests);
  const { subscription_events, ...others } = seen;
  expect(subscription_events).toBe(0);
  expect(Math.min(...Object.values(others))).toBeGreaterThan(0);
});

test("StoryBoard's terminal client synchronises projects, stories, boards and lists", async ({ skip }) => {
  const seen = await python("boartty.py");
  if (seen === null) return skip(noRequests);
  expect(seen).toMatchObject({ lists: 8 });
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(2);
});

describe("StoryBoard's web client, from another place, logged in nowhere", () => {
  type Json = Record<string, unknown>;
  const asked = new Map<string, unknown>();

  /** Parameters that have no value are left out, those of several are repeated, "" is written; each number is looked up once. */
  async function get<T = Json>(
    path: string,
    parameters: Readonly<Record<string, unknown>> = {},
  ): Promise<{ data: T; count: (name: string) => number }> {
    const words = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters))
      for (const each of [value].flat()) if (each !== undefined && each !== null) words.append(name, String(each));
    const response = await fetch(`${site.url}/api/v1${path}?${words}`, {
      headers: { accept: "application/json, text/plain, */*", origin: "https://board.example" },
    });
    const address = `${path}?${words}`;
    expect([address, response.status]).toEqual([address, 200]);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    const readable = response.headers.get("access-control-expose-headers") ?? "";
    const count = (name: string) => (readable.includes(name) ? Number(response.headers.get(name)) || 0 : Number.NaN);
    return { data: (await response.json()) as T, count };
  }
  async function resolve(resource: string, id: unknown): Promise<Json> {
    const path = `/${resource}/${encodeURIComponent(String(id))}`;
    if (!asked.has(path)) asked.set(path, (await get(path)).data);
    return asked.get(path) as Json;
  }

  test("the lists of its first page, its search, and what it completes", async () => {
    const newest = { limit: 10, sort_dir: "desc", sort_field: "updated_at", status: "active" };
    expect((await get<Json[]>("/stories", newest)).data).toHaveLength(10);
    for (const [resource, field] of [
      ...(["name", "title"] as const).map((each) => ["project_groups", each] as const),
      ...[["projects", "name"] as const, ["users", "full_name"] as const, ["tags", "name"] as const],
      ...[["boards", "title"] as const, ["worklists", "title"] as const, ["stories", "title"] as const],
      ...[["branches", "name"] as const, ["teams", "name"] as const, ["due_dates", "name"] as const],
    ]) {
      const criteria = { sort_field: "id", sort_dir: "desc", limit: 5, offset: 0 };
      const { data, count } = await get<Json[]>(`/${resource}`, criteria);
      expect([count("X-Total") >= data.length, count("X-Limit"), count("X-Offset")]).toEqual([true, 5, 0]);
      const part = String(data[0]?.[field]).slice(0, 3);
      expect((await get<Json[]>(`/${resource}`, { [field]: part, limit: 500 })).data).toContainEqual(data[0]);
    }
    for (const resource of ["stories", "tasks", "projects", "users"])
      await get<Json[]>(`/${resource}/search`, { q: "live migr*", limit: 10, offset: 0 });
  });

  test("a story's page, with everybody and everything it names", async () => {
    const story = await resolve("stories", known.story);
    await resolve("users", story.creator_id);
    const { data: tasks } = await get<Json[]>("/tasks", { story_id: known.story });
    expect(tasks).toHaveLength(4);
    for (const task of tasks) {
      const { name, aliases } = await resolve("projects", task.project_id);
      expect([name, ...(aliases as string[]).map((alias) => alias.replace("project:", ""))]).toContain(task.project);
      expect((await resolve("branches", task.branch_id)).name).toBe(task.branch);
      if (task.assignee_id !== null) await resolve("users", task.assignee_id);
      if (task.milestone_id !== null) await resolve("milestones", task.milestone_id);
    }
    await get("/task_statuses", {});
    const kinds = ["story_created", "story_details_changed", "tags_added", "tags_deleted", "user_comment"].concat(
      ["created", "details_changed", "status_changed", "priority_changed", "assignee_changed", "deleted"].map(
        (each) => `task_${each}`,
      ),
    );
    const wish = { sort_field: "id", sort_dir: "asc", event_type: kinds };
    const { data: events } = await get<Json[]>(`/stories/${known.story}/events`, wish);
    expect(events.length).toBeGreaterThan(8);
    for (const event of events) {
      await resolve("users", event.author_id);
      const info = JSON.parse(event.event_info as string) as Json | null;
      if (event.event_type === "user_comment") expect((event.comment as Json).content).toEqual(expect.any(String));
      else expect(info?.story_id).toBe(known.story);
      for (const member of ["old_assignee_id", "new_assignee_id"])
        if (info?.[member]) await resolve("users", info[member]);
    }
    expect((await get<Json[]>("/worklists", { story_id: known.story, hide_lanes: "" })).data.length).toBeGreaterThan(0);
  });

  test("a board, by its lanes and by their lists, and what it may do with them", async () => {
    const [first] = (await get<Json[]>("/boards", { limit: 10, sort_field: "updated_at", sort_dir: "desc" })).data;
    const board = await resolve("boards", first?.id);
    expect((await get(`/boards/${board.id}/permissions`)).data).toEqual([]);
    for (const user of [...(board.owners as number[]), ...(board.users as number[])]) await resolve("users", user);
    const lanes = board.lanes as { list_id: number; position: number; worklist: { items: Json[] } }[];
    for (const { worklist } of lanes)
      for (const item of worklist.items) {
        const card = item[String(item.item_type)] as Json;
        expect([card.id, typeof card.title, typeof card.status]).toEqual([item.item_id, "string", "string"]);
        expect(item.resolved_due_date).toBeDefined();
      }
    const { data: lists } = await get<Json[]>("/worklists", { board_id: board.id, hide_lanes: "", limit: 10 });
    expect(lists.map(({ id }) => lanes.findIndex(({ list_id }) => list_id === id))).not.toContain(-1);
    for (const { id } of lists) {
      await get(`/worklists/${id}/permissions`);
      for (const item of (await get<Json[]>(`/worklists/${id}/items`)).data)
        await resolve(item.item_type === "story" ? "stories" : "tasks", item.item_id);
    }
  });

  test("a project by its name, its stories page by page, and those of its group", async () => {
    const project = await resolve("projects", "lantern/compute");
    const wish = { project_id: project.id, status: ["active", "merged", "invalid"], limit: 10 };
    const first = await get<Json[]>("/stories", { ...wish, offset: 0 });
    const second = await get<Json[]>("/stories", { ...wish, offset: 10 });
    expect(first.count("X-Total")).toBeGreaterThan(10);
    expect(second.count("X-Offset")).toBe(10);
    expect(first.data.map(({ id }) => id)).not.toContain(second.data[0]?.id);
    const [group] = (await get<Json[]>("/project_groups", { limit: 1 })).data;
    const inGroup = await get<Json[]>(`/project_groups/${group?.id}/projects`);
    const stories = await get<Json[]>("/stories", { project_group_id: group?.id, sort_field: "id", sort_dir: "desc" });
    const names = inGroup.data.map(({ name }) => name);
    for (const story of stories.data)
      expect((story.projects as string[]).some((each) => names.includes(each))).toBe(true);
  });

  test("asks before it sends a token, and is told then what it may not do", async () => {
    const headers = {
      origin: "https://board.example",
      "access-control-request-method": "GET",
      "access-control-request-headers": "authorization",
    };
    const before = await fetch(`${site.url}/api/v1/users/self`, { method: "OPTIONS", headers });
    expect([before.status, before.headers.get("access-control-allow-origin")]).toEqual([204, "*"]);
    expect(before.headers.get("access-control-allow-headers")?.toLowerCase()).toContain("authorization");
  });
});

test("a TypeScript client made from the document compiles, and reads what it says it reads", async () => {
  const response = await fetch(`${site.url}/api/v1/openapi.json`);
  const text = await typescriptClient((await response.json()) as Parameters<typeof typescriptClient>[0]);
  const folder = newFolder();
  const program = `import * as api from "./client.ts";
const [base = ""] = process.argv.slice(2);
const story: api.Story = await api.get_stories_story_id(base, ${known.story});
const tasks: api.Task[] = await api.get_tasks(base, { story_id: story.id, status: ["todo", "merged"], limit: 10 });
const events: api.TimeLineEvent[] = await api.get_stories_story_id_events(base, story.id);
const project: api.Project = await api.get_projects_project(base, "lantern/compute");
const found: api.Found[] = await api.get_search(base, { q: "migration" });
// @ts-expect-error: a story has no such member
story.nothing;
console.log(JSON.stringify([story.title.length > 0, tasks.map((task) => task.status), events.length > 3, project.name, found.length > 0]));
`;
  writeFileSync(join(folder, "client.ts"), text);
  writeFileSync(join(folder, "program.ts"), program);
  const options = {
    target: "es2022",
    module: "nodenext",
    strict: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    outDir: "out",
    rewriteRelativeImportExtensions: true,
    types: ["node"],
    typeRoots: [join(projectRoot, "node_modules/@types")],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, files: ["program.ts"] }));
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  const compiled = spawnSync(join(projectRoot, "node_modules/.bin/tsc"), ["-p", folder], { encoding: "utf8" });
  expect(compiled.stdout).toBe("");
  const { stdout } = await run(process.execPath, [join(folder, "out/program.js"), site.url]);
  expect(JSON.parse(stdout)).toEqual([true, expect.arrayContaining(["todo", "merged"]), true, "lantern/compute", true]);
});
