// Open proposals, where review hosts keep them: seen on the stories they touch, as fields and never as prose, until they are over.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { apiOf } from "../support/api-check.ts";
import { known, newApiTracker } from "../support/api-tracker.ts";
import { commit, git, gitEnvironment, newFolder, projectRoot } from "../support/folder.ts";
import { serveHostApi } from "../support/host-api.ts";
import { serveAt } from "../support/live-site.ts";
import { storytree } from "../support/terminal.ts";

type Json = Record<string, unknown>;

const spam = "Buy cheap watches";
const task = `stories/377/${known.story}/tasks/${known.task}.md`;
const other = "stories/147/2000147/story.md";
let folder: string;

/** A commit on the base that changes files, kept under a ref; the base stays where it is. */
function propose(ref: string, files: Readonly<Record<string, string>>, time = "2026-11-24T08:00:00Z"): string {
  git(folder, ["checkout", "--quiet", "--detach", "main"]);
  const oid = commit(folder, files, spam, time);
  git(folder, ["update-ref", ref, oid]);
  git(folder, ["checkout", "--quiet", "main"]);
  return oid;
}

/** What Gerrit notes of a change. */
function note(ref: string, ...messages: readonly string[]): void {
  let parent: string[] = [];
  for (const message of messages) {
    const tree = git(folder, ["mktree"], {}, "").trim();
    const oid = git(folder, ["commit-tree", tree, ...parent.flatMap((each) => ["-p", each]), "-m", message]).trim();
    parent = [oid];
  }
  git(folder, ["update-ref", ref, parent[0] ?? ""]);
}

const edited = (path: string, pattern: RegExp, after: string) =>
  readFileSync(join(folder, path), "utf8").replace(pattern, after);

beforeAll(() => {
  ({ folder } = newApiTracker());
  const status = (value: string) => ({ [task]: edited(task, /^status: .*$/m, `status: ${value}`) });
  const retitled = (path: string) => ({ [path]: edited(path, /^title: .*$/m, `title: ${spam}`) });
  // Open: a pull request, the newest patch set of a change, a branch, a new task with an assignee whose name is prose.
  propose("refs/pull/12/head", { ...status("todo"), ...retitled(`stories/377/${known.story}/story.md`) });
  propose("refs/pull/12/merge", status("invalid"));
  propose("refs/changes/11/4711/1", status("invalid"));
  propose("refs/changes/11/4711/2", status("review"), "2026-11-24T09:00:00Z");
  note("refs/changes/11/4711/meta", "Create change\n\nPatch-set: 1\nStatus: new", "Update patch set 2\n\nPatch-set: 2");
  propose("refs/heads/proposal/words", retitled(other));
  // Closed, abandoned, forgotten, or in the base already.
  const otherTask = "stories/598/41270598/tasks/20878598.md";
  const closed = { [otherTask]: edited(otherTask, /^status: .*$/m, "status: invalid") };
  propose("refs/changes/12/4712/1", closed);
  note("refs/changes/12/4712/meta", "Create\n\nStatus: new", "Abandon\n\nPatch-set: 1\nStatus: abandoned");
  propose("refs/merge-requests/3/head", closed, "2026-06-01T08:00:00Z");
  git(folder, ["update-ref", "refs/pull/13/head", "HEAD~1"]);
});

test("the server tells them on their stories, and finds those by is:proposed", async () => {
  const site = await serveAt(folder, { still: true });
  const api = apiOf(site.url);
  const { body } = await api<Json>(`/stories/${known.story}`);
  const change = { kind: "task", id: known.task, field: "status", before: "merged" };
  // The commits' author is nobody the tracker knows, so no name is told.
  const about = { by: null, commit: expect.any(String) };
  expect(body.proposals).toEqual([
    { ...about, time: "2026-11-24T09:00:00+00:00", topic: "change 4711", changes: [{ ...change, after: "review" }] },
    { ...about, time: "2026-11-24T08:00:00+00:00", topic: "#12", changes: [{ ...change, after: "todo" }] },
  ]);
  const found = (await api("/stories?q=is:proposed")).body.map(({ id }) => id);
  expect(found).toEqual([2000147, known.story]);
  expect((await api("/stories?q=-is:proposed")).body).toHaveLength((await api("/stories")).body.length - 2);
  const page = await (await fetch(`${site.url}/stories/${known.story}`)).text();
  expect(page.replace(/<[^>]+>/g, "")).toContain(`Proposed: task #${known.task} status merged → review`);
  const words = await (await fetch(`${site.url}/stories/2000147`)).text();
  expect(words).toContain("a change of its text");
  for (const each of [page, words, JSON.stringify((await api("/stories")).body)]) expect(each).not.toContain(spam);
  expect(site.errors).toEqual([]);
  await site.close();
});

test("one that merges, as itself or as another commit, is over while the server runs", async () => {
  const clone = join(newFolder(), "clone.git");
  git(folder, ["clone", "--quiet", "--mirror", folder, clone]);
  const site = await serveAt(clone);
  const proposed = async () => {
    const response = await fetch(`${site.url}/api/v1/stories?q=is:proposed&fields=id`);
    return ((await response.json()) as Json[]).map(({ id }) => id);
  };
  expect(await proposed()).toEqual([2000147, known.story]);
  // As hosts squash: the same content in a commit of its own.
  const tree = git(clone, ["rev-parse", "proposal/words^{tree}"]).trim();
  const squashed = git(clone, ["commit-tree", tree, "-p", "main", "-m", "Squashed"]).trim();
  git(clone, ["update-ref", "refs/heads/main", squashed]);
  while ((await proposed()).includes(2000147)) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await proposed()).toEqual([known.story]);
  await site.close();
});

test("what the host's API has closed is over, and what it calls open is not forgotten", async () => {
  const server = newFolder();
  const onGithub = edited("tracker.yaml", /host: gerrit/, "host: github");
  const config = propose("refs/heads/github", { "tracker.yaml": onGithub });
  git(folder, ["clone", "--quiet", "--mirror", folder, server]);
  git(server, ["update-ref", "refs/heads/main", config]);
  // Gone from the base for a year, and still open where it is reviewed.
  git(server, ["update-ref", "refs/pull/14/head", "refs/merge-requests/3/head"]);
  git(server, ["update-ref", "-d", "refs/merge-requests/3/head"]);
  // Its branch is there as well, as GitHub has it.
  git(server, ["update-ref", "refs/heads/proposal/of-12", "refs/pull/12/head"]);
  for (const ref of ["refs/changes/11/4711/1", "refs/changes/11/4711/2", "refs/heads/proposal/words"])
    git(server, ["update-ref", "-d", ref]);
  const host = await serveHostApi("/repos/o/r");
  host.proposals = [12, 14].map((number) => ({ number, state: "open" }));
  const clone = newFolder();
  git(clone, ["clone", "--quiet", "--bare", server, "."]);
  const run = spawn(
    process.execPath,
    [join(projectRoot, "bin", "storytree"), "serve", "--port", "0", "--poll", "1", "--host-api", host.url],
    { cwd: clone, env: { ...gitEnvironment, STORYTREE_HOST_TOKEN: "qx-token" } },
  );
  let [out, err] = ["", ""];
  run.stdout.on("data", (part) => {
    out += part;
  });
  run.stderr.on("data", (part) => {
    err += part;
  });
  const until = async (isSo: () => boolean | Promise<boolean>) => {
    while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  try {
    await until(() => out.includes("\n"));
    const proposed = async () => {
      const response = await fetch(`${out.trim()}api/v1/stories?q=is:proposed&fields=id`);
      return ((await response.json()) as Json[]).map(({ id }) => id);
    };
    await until(async () => (await proposed()).length === 2);
    host.proposals = [];
    await until(async () => (await proposed()).length === 0);
    // It cannot be reached for a while: what it said last goes on to be true.
    host.instead = (_, response) => response.writeHead(503).end("qx-body");
    await until(() => err.includes("answers with 503"));
    expect(await proposed()).toEqual([]);
    // In a clone without a checkout such a branch is what is being prepared here.
    for (const each of [server, clone]) git(each, ["update-ref", "-d", "refs/heads/proposal/of-12"]);
    expect(await storytree(clone, ["list", "is:proposed", "--format", "ids"])).toMatchObject({ exit: 0, out: "" });
    expect(host.asked[0]?.authorization).toBe("Bearer qx-token");
    expect(out + err).not.toMatch(/qx-/);
  } finally {
    run.kill("SIGTERM");
    await new Promise((resolve) => run.on("close", resolve));
    await host.close();
  }
}, 60_000);

test("--host-api needs --poll, an address, and a host of a kind that can be asked", async () => {
  for (const args of [
    ["--host-api", "https://x.example"],
    ["--poll", "5", "--host-api", "x"],
    ["--poll", "5", "--host-api", "https://u:p@x.example"],
  ])
    expect(await storytree(folder, ["serve", ...args])).toMatchObject({
      exit: 2,
      err: expect.stringContaining("--host-api"),
    });
  const withToken = { variables: { STORYTREE_HOST_TOKEN: "qx" } };
  expect(await storytree(folder, ["serve", "--poll", "5", "--host-api", "http://x.example"], withToken)).toMatchObject({
    exit: 2,
    err: expect.stringContaining("https://"),
  });
  expect(await storytree(folder, ["serve", "--poll", "5", "--host-api", "https://x.example"])).toMatchObject({
    exit: 2,
    err: expect.stringContaining('says "gerrit"'),
  });
});

test("the command line lists them", async () => {
  const { out } = await storytree(folder, ["list", "is:proposed", "--format", "ids"]);
  expect(out.trim().split("\n").sort()).toEqual(["2000147", String(known.story)]);
});
