// The API as StoryBoard's clients know it: shapes, filters, order, pages, errors; every answer is held to the OpenAPI document.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { derivedNumber } from "../../src/api/derived-number.ts";
import { titleKey } from "../../src/model/query/tokens.ts";
import { type ApiResponse, apiOf } from "../support/api-check.ts";
import { known, newApiTracker } from "../support/api-tracker.ts";
import { commit, git, writeFiles } from "../support/folder.ts";
import { type LiveSite, serveAt } from "../support/live-site.ts";

type Json = Record<string, unknown>;

let site: LiveSite;
let api: ReturnType<typeof apiOf>;
beforeAll(async () => {
  site = await serveAt(newApiTracker().folder, { still: true });
  api = apiOf(site.url);
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.close();
});

const idsOf = (items: readonly Json[]) => items.map((item) => item.id);
const one = (path: string) => api<Json>(path);

const collections = [
  ...["stories", "tasks", "projects", "project_groups", "users", "teams", "tags", "branches", "milestones"],
  ...["worklists", "boards", "due_dates", "subscriptions", "events"],
];

describe("every collection", () => {
  test.each(collections)("%s is a bare array with its total, and each item is found by its number", async (name) => {
    const { status, headers, body } = await api(`/${name}`);
    expect(status).toBe(200);
    expect(headers.get("x-total")).toBe(String(body.length));
    expect([headers.get("x-limit"), headers.get("x-offset"), headers.get("x-marker")]).toEqual([null, null, null]);
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-expose-headers")).toContain("X-Total, X-Limit, X-Offset, X-Marker");
    expect(body.length).toBeGreaterThan(0);
    expect(new Set(idsOf(body)).size).toBe(body.length);
    for (const item of body.slice(0, 12)) {
      expect(Number.isSafeInteger(item.id)).toBe(true);
      const found = await one(`/${name}/${item.id}`);
      expect([found.status, found.body.id]).toEqual([200, item.id]);
    }
  });

  test.each(collections)("%s comes in pages by marker, offset and cursor that make up the whole", async (name) => {
    const whole = idsOf((await api(`/${name}`)).body);
    const size = Math.max(2, Math.ceil(whole.length / 6));
    const byMarker: unknown[] = [];
    for (let marker: unknown; ; ) {
      const { headers, body } = await api(`/${name}?limit=${size}${marker === undefined ? "" : `&marker=${marker}`}`);
      expect([headers.get("x-limit"), headers.get("x-marker")]).toEqual([
        String(size),
        marker === undefined ? null : String(marker),
      ]);
      byMarker.push(...idsOf(body));
      marker = body.at(-1)?.id;
      if (body.length < size) break;
    }
    expect(byMarker).toEqual(whole);
    const byOffset: unknown[] = [];
    for (let offset = 0; offset <= whole.length; offset += size) {
      const { headers, body } = await api(`/${name}?limit=${size}&offset=${offset}`);
      expect([headers.get("x-offset"), headers.get("x-total")]).toEqual([String(offset), String(whole.length)]);
      byOffset.push(...idsOf(body));
    }
    expect(byOffset).toEqual(whole);
    const byCursor: unknown[] = [];
    for (let next: string | null = `/api/v1/${name}?limit=${size}`; next; ) {
      const page: ApiResponse<Json[]> = await api(next.slice("/api/v1".length));
      byCursor.push(...idsOf(page.body));
      next = /<([^>]+)>; rel="next"/.exec(page.headers.get("link") ?? "")?.[1] ?? null;
      expect(next === null).toBe(page.headers.get("x-next-cursor") === null);
    }
    expect(byCursor).toEqual(whole);
  });

  const sorted = [
    ...["stories title", "stories updated_at", "stories creator_id", "stories milestone_id", "stories status"],
    ...[
      "tasks project_id",
      "tasks assignee_id",
      "tasks priority",
      "tasks created_at",
      "tasks title",
      "users full_name",
    ],
    ...["projects name", "events created_at", "events event_type", "tags popularity", "due_dates date"],
  ].map((each) => each.split(" ") as [string, string]);
  test.each(sorted)("%s are sorted by %s, both ways, and paged in that order", async (name, field) => {
    for (const direction of ["asc", "desc"]) {
      const path = `/${name}?sort_field=${field}&sort_dir=${direction}`;
      const whole = (await api(path)).body;
      const values = whole.map((item) => item[field]).filter((value) => value !== null) as (string | number)[];
      const rank = (value: string | number) =>
        field === "priority"
          ? ["low", "medium", "high"].indexOf(String(value))
          : field === "title"
            ? titleKey(String(value))
            : value;
      const expected = [...values].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
      expect(values).toEqual(direction === "asc" ? expected : expected.reverse());
      const paged: unknown[] = [];
      for (let marker: unknown; ; ) {
        const { body } = await api(`${path}&limit=7${marker === undefined ? "" : `&marker=${marker}`}`);
        paged.push(...idsOf(body));
        marker = body.at(-1)?.id;
        if (body.length < 7) break;
      }
      expect(paged).toEqual(idsOf(whole));
    }
  });
});

test.each([
  ...["2026-11-22T10:00:00Z", "2026-11-22t10:00:00z", "2026-11-22 10:00:00.000000+00:00", "2026-11-22T11:00:00+01:00"],
  ...["2026-11-22T10:00:00.000000000000-00:00", "2026-11-22T09:59:60.999Z", "2026-11-22T10:00"],
])("%s is understood as a time", async (time) => {
  const since = (text: string) => api(`/stories?updated_since=${encodeURIComponent(text)}`);
  const { body } = await since("2026-11-22T10:00:00+00:00");
  expect(idsOf(body)).toContain(known.story);
  expect(idsOf((await since("2026-11-22T10:00:01Z")).body)).not.toContain(known.story);
  expect(idsOf((await since(time)).body)).toEqual(idsOf(body));
});

test("a page of no rows tells how many there are, and no limit", async () => {
  for (const name of collections) {
    const { status, headers, body } = await api(`/${name}?limit=0`);
    const total = String((await api(`/${name}`)).body.length);
    expect([name, status, body, headers.get("x-total"), headers.get("x-limit")]).toEqual([name, 200, [], total, null]);
  }
});

describe("stories", () => {
  test("a story has StoryBoard's members, and ours", async () => {
    const { body } = await one(`/stories/${known.story}`);
    expect(body).toMatchObject({
      id: known.story,
      title: expect.stringMatching(/^Live migration times out.*, and more$/),
      created_at: expect.stringMatching(/^2026-.*\+00:00$/),
      updated_at: "2026-11-22T10:00:00+00:00",
      is_bug: true,
      private: false,
      status: "active",
      author: "farid",
    });
    const counts = Object.fromEntries((body.task_statuses as Json[]).map(({ key, count }) => [key, count]));
    expect(counts).toEqual({ todo: 2, inprogress: 1, review: 0, merged: 1, invalid: 0 });
  });

  test("filters narrow: by text, status, people, projects, groups, tags and time", async () => {
    const stories = (await api("/stories")).body;
    const ask = async (query: string) => idsOf((await api(`/stories?${query}`)).body);
    const where = (holds: (story: Json) => boolean) => idsOf(stories.filter(holds));
    expect(await ask("status=active")).toEqual(where(({ status }) => status === "active"));
    expect(await ask("status=merged&status=invalid")).toEqual(where(({ status }) => status !== "active"));
    expect(await ask("title=MIGRATION")).toEqual(where(({ title }) => /migration/i.test(String(title))));
    expect(await ask("description=the")).toEqual(where(({ description }) => /the/i.test(String(description))));
    const [story] = stories.filter(({ id }) => id === known.story);
    expect(await ask(`creator_id=${story?.creator_id}`)).toEqual(where(({ author }) => author === "farid"));
    const project = (await one("/projects/lantern/compute")).body.id;
    const inProject = where(({ projects }) => (projects as string[]).includes("lantern/compute"));
    expect(await ask(`project_id=${project}`)).toEqual(inProject);
    const group = (await one("/project_groups/storage")).body.id;
    const members = (await api(`/project_groups/${group}/projects`)).body.map(({ name }) => name as string);
    expect(members.length).toBeGreaterThan(1);
    expect(await ask(`project_group_id=${group}`)).toEqual(
      where(({ projects }) => (projects as string[]).some((name) => members.includes(name))),
    );
    const tagged = (...tags: string[]) => where((each) => tags.every((tag) => (each.tags as string[]).includes(tag)));
    const [first, second] = (await api("/tags?sort_field=popularity&sort_dir=desc&limit=2")).body.map(({ name }) =>
      String(name),
    );
    expect(await ask(`tags=${first}`)).toEqual(tagged(String(first)));
    expect(await ask(`tags=${first}&tags=${second}`)).toEqual(tagged(String(first), String(second)));
    expect((await ask(`tags=${first}&tags=${second}&tags_filter_type=any`)).length).toBeGreaterThanOrEqual(
      tagged(String(first)).length,
    );
    expect(await ask("updated_since=2026-11-21T00:00:00%2B00:00")).toEqual([2000147, known.story]);
    expect(await ask("updated_since=2026-11-22T12:00:00+02:00&status=active")).toContain(known.story);
    expect(await ask("q=tag:live-migration%20status:active")).toContain(known.story);
    expect(await ask("assignee_id=1")).toEqual([]);
    expect(await ask("title=")).toEqual(idsOf(stories));
  });

  test("searching takes unfinished words, tells no total, and never calls a text a wrong query", async () => {
    const { headers, body } = await api("/stories/search?q=live%20migr&limit=5");
    expect(headers.get("x-total")).toBeNull();
    expect(idsOf(body)).toContain(known.story);
    for (const text of ["project:", '"open', "(", "a:b:c", "*", "+migration*", "-"])
      expect((await api(`/stories/search?q=${encodeURIComponent(text)}`)).status).toBe(200);
    expect((await api("/tasks/search?q=half-copied")).body).toHaveLength(1);
    expect((await api("/projects/search?q=imag")).body.map(({ name }) => name)).toContain("lantern/images");
    expect((await api("/users/search?q=far")).body.map(({ name }) => name)).toContain("farid");
  });

  test("what lies in a story is found by it, and nothing else is", async () => {
    const tasks = (await api(`/stories/${known.story}/tasks`)).body;
    expect(idsOf(tasks)).toEqual(idsOf((await api(`/tasks?story_id=${known.story}`)).body));
    expect(tasks).toHaveLength(4);
    expect((await api(`/stories/${known.story}/tasks?status=todo&status=inprogress`)).body).toHaveLength(3);
    expect((await one(`/stories/${known.story}/tasks/${known.task}`)).body.priority).toBe("high");
    expect((await one(`/stories/2000147/tasks/${known.task}`)).status).toBe(400);
    const [comment] = (await api(`/stories/${known.story}/comments`)).body;
    expect((await one(`/stories/${known.story}/comments/${comment?.id}`)).body).toEqual(comment);
    expect((await api(`/stories/${known.story}/comments/${comment?.id}/history`)).body).toEqual([]);
    expect((await one(`/stories/2000147/comments/${comment?.id}`)).status).toBe(404);
    const story = (await one(`/stories/${known.story}`)).body;
    const tags = (await api(`/stories/${known.story}/tags`)).body.map(({ name }) => name);
    expect([...tags].sort()).toEqual([...(story.tags as string[])].sort());
  });
});

describe("events", () => {
  test("a story's history becomes StoryBoard's events, information as a text of JSON", async () => {
    const { body } = await api(`/stories/${known.story}/events?sort_field=created_at`);
    const types = body.map(({ event_type }) => event_type);
    expect(types).toEqual(expect.arrayContaining(["story_created", "task_created", "user_comment", "tags_added"]));
    expect(types.slice(-4)).toEqual([
      ...["task_status_changed", "task_priority_changed", "task_assignee_changed", "story_details_changed"],
    ]);
    const of = (type: string) => JSON.parse(String(body.find(({ event_type }) => event_type === type)?.event_info));
    expect(of("task_status_changed")).toMatchObject({
      task_id: known.task,
      old_status: "review",
      new_status: "merged",
    });
    expect(of("task_priority_changed")).toMatchObject({ old_priority: "high", new_full_priority: "critical" });
    expect(of("task_assignee_changed")).toMatchObject({ new_assignee_fullname: "陈思远" });
    const commented = body.filter(({ event_type }) => event_type === "user_comment");
    expect(commented.length).toBe((await api(`/stories/${known.story}/comments`)).body.length);
    for (const event of commented) expect(event).toMatchObject({ event_info: null, comment: { id: event.comment_id } });
    expect(body.filter((event) => "comment" in event)).toHaveLength(commented.length);
    expect(idsOf(body)).toEqual([...idsOf(body)].sort((a, b) => Number(a) - Number(b)));
  });

  test("the log of all of them has the same ones, by story, list and kind", async () => {
    const all = (await api("/events")).body;
    const own = (await api(`/stories/${known.story}/events`)).body;
    expect((await api(`/events?story_id=${known.story}`)).body).toEqual(own);
    expect(all.filter(({ story_id }) => story_id === known.story)).toEqual(own);
    const kinds = "event_type=task_status_changed&event_type=story_created";
    expect((await api(`/events?${kinds}&story_id=${known.story}`)).body).toHaveLength(2);
    const list = (await api("/worklists?title=next")).body[0]?.id;
    const changes = (await api(`/events?worklist_id=${list}`)).body;
    expect(changes.map(({ event_type }) => event_type)).toEqual(["worklist_created", "worklist_contents_changed"]);
    expect(JSON.parse(String(changes[1]?.event_info))).toMatchObject({
      removed: { item_id: 2000147, item_type: "story" },
    });
    expect((await one(`/stories/${known.story}/events/${own[0]?.id}`)).body).toEqual(own[0]);
    expect((await one(`/stories/2000147/events/${own[0]?.id}`)).status).toBe(404);
  });
});

describe("numbers and names", () => {
  test("projects answer to number, name, escaped name and former name", async () => {
    const { body } = await one("/projects/lantern/handbook");
    for (const name of [body.id, "lantern%2Fhandbook", "lantern/docs", "lantern%2Fdocs", "lantern/handbook/"])
      expect((await one(`/projects/${name}`)).body).toEqual(body);
    expect((await one(`/projects/${known.foreignProject}`)).body.name).toBe("lantern/images");
  });

  test("a renamed project keeps its number; StoryBoard's numbers are shown where they are known", async () => {
    expect((await one("/projects/lantern/handbook")).body.id).toBe(
      derivedNumber("project", "projects/lantern/docs.md"),
    );
    const task = (await one(`/tasks/${known.foreignTask}`)).body;
    expect(task).toMatchObject({ id: known.foreignTask, number: 48990147, story_id: 2000147 });
    expect((await one("/tasks/48990147")).body.id).toBe(known.foreignTask);
    expect(idsOf((await api("/stories/2000147/tasks")).body)).toContain(known.foreignTask);
  });

  test("every number that points somewhere finds something there", async () => {
    for (const task of (await api("/tasks")).body.slice(0, 25)) {
      for (const [member, where] of [
        ["story_id", "stories"],
        ["project_id", "projects"],
        ["branch_id", "branches"],
        ["assignee_id", "users"],
        ["creator_id", "users"],
        ["milestone_id", "milestones"],
      ] as const) {
        if (task[member] === null) continue;
        expect([member, (await one(`/${where}/${task[member]}`)).status]).toEqual([member, 200]);
      }
    }
  });

  test("no address of anybody is told", async () => {
    for (const user of (await api("/users")).body) expect([user.email, user.openid]).toEqual([null, null]);
    expect((await api("/users?email=example")).body).toEqual([]);
  });
});

describe("worklists and boards", () => {
  test("lists by hand and by query have their cards in order", async () => {
    const lists = (await api("/worklists")).body;
    expect(lists.map(({ title }) => title).sort()).toEqual([
      ...["Documentation backlog", "Next up for compute", "Promised at the summit"],
    ]);
    const next = (await one(`/worklists/${lists.find(({ title }) => title === "Next up for compute")?.id}`)).body;
    expect(next).toMatchObject({ automatic: false, filters: [] });
    expect((next.items as Json[]).map(({ item_id }) => item_id)).toEqual([53398016, 92748163, 60418211]);
    expect((next.items as Json[])[0]).toMatchObject({ item_type: "story", list_position: 0, story: { id: 53398016 } });
    const backlog = lists.find(({ title }) => title === "Documentation backlog");
    expect(backlog).toMatchObject({ automatic: true });
    expect((await api(`/worklists/${backlog?.id}/filters`)).body).toHaveLength(1);
    expect((await api(`/worklists/${next.id}/items`)).body).toHaveLength(3);
    expect((await api(`/worklists/${next.id}/permissions`)).body).toEqual([]);
  });

  test("a story is on a list when it or a task of it is, in lanes as well when they are not hidden", async () => {
    const every = (await api("/worklists?hide_lanes=false")).body;
    const tasks = idsOf((await api(`/stories/${known.story}/tasks`)).body);
    const holding = (holds: (item: Json) => boolean, lists: readonly Json[] = every) =>
      idsOf(lists.filter(({ items }) => (items as Json[]).some(holds)));
    const isIt = ({ item_type, item_id }: Json) => item_type === "story" && item_id === known.story;
    const isOfIt = ({ item_type, item_id }: Json) => item_type === "task" && tasks.includes(item_id);
    const ask = async (query: string) => idsOf((await api(`/worklists?${query}`)).body);
    const story = `story_id=${known.story}`;
    expect(holding(isIt)).toHaveLength(1);
    expect(holding(isOfIt).length).toBeGreaterThan(1);
    // The web client writes "false" as nothing.
    expect(await ask(`${story}&hide_lanes=`)).toEqual(holding((item) => isIt(item) || isOfIt(item)));
    expect(await ask(`${story}&hide_lanes=false&item_type=story`)).toEqual(holding(isIt));
    expect(await ask(`${story}&hide_lanes=false&item_type=task`)).toEqual(holding(isOfIt));
    expect(await ask(`task_id=${known.task}&hide_lanes=no`)).toEqual(holding(({ item_id }) => item_id === known.task));
    expect(await ask(story)).toEqual(holding((item) => isIt(item) || isOfIt(item), (await api("/worklists")).body));
  });

  test("a board's lanes are worklists that can be asked for", async () => {
    const [board] = (await api("/boards")).body;
    const whole = (await one(`/boards/${board?.id}`)).body;
    const lanes = whole.lanes as { list_id: number; worklist: Json }[];
    expect(lanes.map(({ worklist }) => worklist.title)).toEqual([
      ...["To do", "In progress", "In review", "Watch closely", "Next up for compute"],
    ]);
    for (const lane of lanes) expect((await one(`/worklists/${lane.list_id}`)).body).toEqual(lane.worklist);
    expect((await api(`/boards?story_id=${known.story}`)).body).toHaveLength(1);
    expect((await api(`/boards?title=nothing`)).body).toEqual([]);
    expect((await api(`/worklists?board_id=${board?.id}`)).body).toHaveLength(5);
  });
});

describe("what is refused", () => {
  test("unknown and hidden are the same 404, to the byte", async () => {
    const bodies = new Set<string>();
    for (const path of [
      "/stories/99999999",
      "/stories/1/tasks",
      "/tasks/99999999",
      "/projects/no/such",
      "/users/5",
      "/stories/x",
      "/nothing",
      "/stories/0",
    ]) {
      const response = await fetch(`${site.url}/api/v1${path}`);
      bodies.add(`${response.status} ${response.headers.get("content-type")} ${await response.text()}`);
    }
    expect([...bodies]).toEqual([
      '404 application/json; charset=utf-8 {"faultcode":"Client","faultstring":"there is nothing here by that number or name","debuginfo":null}',
    ]);
  });

  test("a wrong sort field is 400 in StoryBoard's form", async () => {
    const { status, body } = await one("/stories?sort_field=nothing");
    expect([status, body.faultcode, body.debuginfo]).toEqual([400, "Client", null]);
    expect(body.faultstring).toContain('not "nothing"');
  });

  test.each(["POST", "PUT", "DELETE", "PATCH"])("%s is 405 and says how to propose a change", async (method) => {
    const response = await fetch(`${site.url}/api/v1/stories`, { method, body: "{}" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
    const body = (await response.json()) as Json;
    expect(Object.keys(body).sort()).toEqual(["debuginfo", "faultcode", "faultstring"]);
    expect(body.faultstring).toContain("propose");
  });
});

test("the five statuses, the server, and somebody who is nobody in particular", async () => {
  expect((await api("/task_statuses")).body).toEqual([
    { key: "todo", name: "Todo" },
    { key: "merged", name: "Merged" },
    { key: "invalid", name: "Invalid" },
    { key: "review", name: "Review" },
    { key: "inprogress", name: "Progress" },
  ]);
  expect((await one("/systeminfo")).body.version).toMatch(/^\d+\.\d+\.\d+$/);
  const nobody = (await one("/users/self")).body;
  expect((await one(`/users/${nobody.id}`)).body).toEqual(nobody);
  const watched = (await api(`/subscriptions?user_id=${nobody.id}&target_type=project`)).body;
  expect(watched.length).toBe((await api("/projects")).body.length);
  const headers = { authorization: "Bearer ines" };
  const ines = await api<Json>("/users/self", { headers });
  expect([ines.body.name, ines.headers.get("cache-control")]).toEqual(["ines", "private, no-cache"]);
  expect(ines.headers.get("vary")).toContain("Authorization");
});

test("events that would share a number have one each, the same in their stories and in the log", async () => {
  const { folder } = newApiTracker();
  // As an event is numbered within its second.
  const bits = (path: string) =>
    createHash("sha256").update(`event\0${path}\0story_created`).digest().readUIntBE(0, 3) >> 3;
  const pathOf = (id: number) => `stories/${String(id % 1000).padStart(3, "0")}/${id}/story.md`;
  const seen = new Map<number, number>();
  let id = 20_000_000;
  while (!seen.has(bits(pathOf(id)))) seen.set(bits(pathOf(id)), id++);
  const pair = [seen.get(bits(pathOf(id))) ?? 0, id];
  const story = (title: string) =>
    `---\ntitle: ${title}\nauthor: farid\ntype: bug\ncreated: 2026-11-24T08:00:00Z\ntriage: new\ntags:\n  - console\nmilestone:\ndepends_on:\ndue:\n---\n`;
  const files = Object.fromEntries(pair.map((each) => [pathOf(each), story(`Story ${each}`)]));
  commit(folder, files, "Two at once", "2026-11-24T10:00:00Z");
  const task = `stories/377/${known.story}/tasks/${known.task}.md`;
  for (const status of ["review", "todo", "merged"])
    commit(
      folder,
      { [task]: readFileSync(join(folder, task), "utf8").replace(/^status: .*$/m, `status: ${status}`) },
      `To ${status}`,
      "2026-11-24T11:00:00Z",
    );
  const other = await serveAt(folder, { still: true });
  try {
    const ask = apiOf(other.url);
    const moves = (events: readonly Json[]) =>
      events
        .filter(({ event_type }) => event_type === "task_status_changed")
        .map(({ event_info }) => (JSON.parse(String(event_info)) as Json).new_status);
    // Before anybody has filled the log, and after.
    const before = (await ask(`/stories/${known.story}/events`)).body;
    expect(moves(before).slice(-3)).toEqual(["review", "todo", "merged"]);
    const all = (await ask("/events")).body;
    expect(new Set(idsOf(all)).size).toBe(all.length);
    expect((await ask(`/stories/${known.story}/events`)).body).toEqual(before);
    for (const each of [known.story, ...pair]) {
      const own = (await ask(`/stories/${each}/events`)).body;
      expect(own).toEqual(all.filter(({ story_id }) => story_id === each));
      for (const event of own) expect((await ask<Json>(`/events/${event.id}`)).body).toEqual(event);
    }
  } finally {
    await other.close();
  }
});

test("somebody whose file is gone or broken keeps the number, and is found by it", async () => {
  const { folder } = newApiTracker();
  const before = (await one(`/stories/${known.story}`)).body.creator_id;
  commit(
    folder,
    { "people/farid.md": null, "people/bjorn.md": "---\nname: [\n---\n" },
    "Lose two",
    "2026-11-24T10:00:00Z",
  );
  const other = await serveAt(folder, { still: true });
  try {
    const ask = apiOf(other.url);
    const story = (await ask<Json>(`/stories/${known.story}`)).body;
    expect(story.creator_id).toBe(before);
    const farid = (await ask<Json>(`/users/${story.creator_id}`)).body;
    expect(farid).toMatchObject({ name: "farid", full_name: "farid", enable_login: false, is_team: false });
    const reported = (await ask(`/stories?creator_id=${story.creator_id}`)).body;
    expect(idsOf(reported)).toContain(known.story);
    const people = (await ask("/users")).body.map(({ id }) => id);
    for (const task of (await ask("/tasks")).body)
      if (task.assignee_id !== null) expect(people).toContain(task.assignee_id);
    for (const event of (await ask(`/stories/${known.story}/events`)).body)
      expect((await ask(`/users/${event.author_id}`)).status).toBe(200);
    expect(other.errors).toEqual([]);
  } finally {
    await other.close();
  }
});

test("events of a merge are its branch's author's, and each is told once", async () => {
  const { folder } = newApiTracker();
  const id = 20_000_000;
  const place = `stories/000/${id}`;
  const story = (tags: string) =>
    `---\ntitle: Merged\nauthor: farid\ntype: bug\ncreated: 2026-11-24T08:00:00Z\ntriage: new\n${tags}---\n`;
  const task = (more: string) =>
    `---\nproject: lantern/compute\n${more}author: farid\ncreated: 2026-11-24T08:00:00Z\n---\n`;
  const paths = { story: `${place}/story.md`, task: `${place}/tasks/30000000.md` };
  commit(folder, { [paths.story]: story(""), [paths.task]: task("status: todo\n") }, "New", "2026-11-24T10:00:00Z");
  git(folder, ["checkout", "--quiet", "-b", "side"]);
  const changed = {
    [paths.story]: story("tags:\n  - console\n"),
    [paths.task]: task("status: review\nassignee: noor\n"),
  };
  writeFiles(folder, changed);
  git(folder, ["add", "--all"]);
  git(folder, [
    "commit",
    "--quiet",
    "-m",
    "Side",
    "--author=Björn Åkesson <b@x.example>",
    "--date=2026-11-24T10:30:00Z",
  ]);
  git(folder, ["checkout", "--quiet", "main"]);
  git(folder, ["merge", "--quiet", "--no-ff", "-m", "Merge", "side"]);
  const other = await serveAt(folder, { still: true });
  try {
    const ask = apiOf(other.url);
    for (const path of [`/stories/${id}/events`, `/events?story_id=${id}`]) {
      const { body } = await ask(path);
      const told = body.map(({ event_type, author_id }) => [event_type, author_id]).sort();
      const farid = body.find(({ event_type }) => event_type === "story_created")?.author_id;
      const bjorn = body.find(({ event_type }) => event_type === "task_status_changed")?.author_id;
      expect(bjorn).not.toBe(farid);
      expect([path, told]).toEqual([
        path,
        [
          ["story_created", farid],
          ["tags_added", bjorn],
          ["task_assignee_changed", bjorn],
          ["task_created", farid],
          ["task_status_changed", bjorn],
        ],
      ]);
    }
  } finally {
    await other.close();
  }
});

test("the history says of a hidden comment that it was hidden, and nothing of what it said", async () => {
  const { folder } = newApiTracker();
  const path = `stories/377/${known.story}/comments/20261124T100000Z-hid1.md`;
  const said = (more: string, body: string) => `---\nauthor: noor\n${more}---\n${body}\n`;
  commit(folder, { [path]: said("", "Secretword here") }, "Say", "2026-11-24T10:01:00Z");
  commit(folder, { [path]: said("", "Secretword again") }, "Say again", "2026-11-24T10:02:00Z");
  commit(folder, { [path]: said("hidden: true\n", "Secretword again") }, "Hide", "2026-11-24T10:03:00Z");
  const hiding = await serveAt(folder, { still: true });
  const answer = await fetch(`${hiding.url}/api/v1/stories/${known.story}/history`);
  const text = await answer.text();
  await hiding.close();
  expect(text).not.toContain("Secretword");
  expect(text).toContain('"field":"hidden"');
  expect(text.match(/20261124T100000Z-hid1\.md/g)).toHaveLength(3);
});
