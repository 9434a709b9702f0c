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

test("Python's requests walks every collection", async ({ skip }) => {
  const python = ["/usr/bin/python3", "python3"].find(
    (each) => spawnSync(each, ["-c", "import requests"]).status === 0,
  );
  if (python === undefined) return skip("Python's requests is not here (Debian: python3-requests)");
  const names = [
    ...["stories", "tasks", "projects", "project_groups", "users", "teams", "tags", "branches", "milestones"],
    ...["worklists", "boards", "due_dates", "subscriptions", "events"],
  ];
  const { stdout } = await run(python, [join(projectRoot, "test/api/clients/walk.py"), site.url, ...names]);
  const seen = JSON.parse(stdout) as Record<string, number>;
  expect(Object.keys(seen)).toEqual(names);
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
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
