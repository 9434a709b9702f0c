// Which proposals a review host says are open: read from its API, kept, and believed of what was there when it was asked.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type GitRun, gitProgram } from "../../src/tracker/git/process.ts";
import { askHost, hostState } from "../../src/tracker/host-proposals.ts";
import { openTracker } from "../../src/tracker/open.ts";
import { commit, git, newFolder, projectRoot } from "../support/folder.ts";
import { type HostApi, serveHostApi } from "../support/host-api.ts";

const path = "/api/v4/projects/openstack%2Fstories";
const now = Date.parse("2026-11-24T12:00:00Z");
let api: HostApi;
beforeAll(async () => {
  api = await serveHostApi(path);
});
afterAll(() => api.close());

/** A repository that has fetched these refs. */
async function repository(...refs: readonly string[]): Promise<GitRun> {
  const folder = newFolder();
  git(folder, ["init", "--quiet", "--initial-branch=main"]);
  const oid = commit(folder, { "tracker.yaml": "format: 1\nname: T\nvisibility: public\n" });
  for (const ref of refs) git(folder, ["update-ref", ref, oid]);
  const { run } = await openTracker(folder, gitProgram({ PATH: process.env.PATH }));
  if (!run) throw new Error("no repository");
  return run;
}

test.each([
  ["github", "number", "open", "authorization", "Bearer secret"],
  ["gitea", "number", "open", "authorization", "token secret"],
  ["gitlab", "iid", "opened", "private-token", "secret"],
] as const)(
  "%s is asked its own way, page after page, with its own kind of token",
  async (kind, key, state, header, shown) => {
    const run = await repository("refs/pull/130/head", "refs/merge-requests/7/head");
    expect(await hostState(run, now)).toBeUndefined();
    api.proposals = Array.from({ length: 230 }, (_, at) => ({
      id: 9_000 + at,
      [key]: at + 1,
      state: at % 2 ? state : "closed",
    }));
    const before = api.asked.length;
    await askHost(run, { kind, url: `${api.url}/`, token: "secret" }, now);
    const { open, highest } = (await hostState(run, now)) ?? { open: new Set(), highest: 0 };
    expect([open.size, highest, open.has(2), open.has(1), open.has(230)]).toEqual([115, 130, true, false, true]);
    const asked = api.asked.slice(before);
    // Twice, since one that is closed meanwhile moves another past the end of a page.
    expect(asked.length).toBe(kind === "gitea" ? 6 : 4);
    for (const headers of asked) expect(headers[header]).toBe(shown);
  },
);

const recorded = join(projectRoot, "../shared/data/github/quic-2017-pulls.rest.json.gz");
test.skipIf(!existsSync(recorded))("GitHub's own answers, recorded (skipped where ../shared/data is not)", async () => {
  const pulls = JSON.parse(gunzipSync(readFileSync(recorded)).toString("utf8")) as { number: number; state: string }[];
  const run = await repository(...pulls.map(({ number }) => `refs/pull/${number}/head`));
  api.proposals = pulls;
  await askHost(run, { kind: "github", url: api.url }, now);
  const state = await hostState(run, now);
  expect(state?.highest).toBe(Math.max(...pulls.map(({ number }) => number)));
  for (const { number, state: is } of pulls) expect([number, state?.open.has(number)]).toEqual([number, is === "open"]);
});

test("what it said more than a day ago is not known any more", async () => {
  const run = await repository("refs/pull/5/head");
  api.proposals = [{ number: 5, state: "open" }];
  await askHost(run, { kind: "github", url: api.url }, now);
  expect((await hostState(run, now + 86_000_000))?.open.has(5)).toBe(true);
  expect(await hostState(run, now + 86_500_000)).toBeUndefined();
});

test("a host that does not answer, or answers something else, changes nothing here", async () => {
  const run = await repository("refs/pull/5/head");
  api.proposals = [{ number: 5, state: "open" }];
  await askHost(run, { kind: "github", url: api.url }, now);
  const known = await hostState(run, now);
  const elsewhere = await serveHostApi(path);
  const answers: readonly (readonly [string, NonNullable<HostApi["instead"]>])[] = [
    ["answers with 403", (_, response) => response.writeHead(403).end("{}")],
    ["answers with 500", (_, response) => response.writeHead(500).end("<html>")],
    ["something else than a list", (_, response) => response.end("<html>")],
    ["something else than a list", (_, response) => response.end('{"message":"no"}')],
    ['without "number"', (_, response) => response.end('[{"iid":1}]')],
    ['without "number"', (_, response) => response.end('[{"number":"1"}, null]')],
    ["does not answer", (request) => request.socket.destroy()],
    ["does not answer", (_, response) => response.writeHead(302, { location: elsewhere.url }).end()],
    [
      "another host",
      (_, response) => response.writeHead(200, { link: `<${elsewhere.url}/pulls>; rel="next"` }).end("[]"),
    ],
    [
      "does not answer, or not to the end",
      (_, response) => {
        response.writeHead(200, { "content-length": "100" }).write("[");
        setTimeout(() => response.destroy(), 20);
      },
    ],
    ["names no address", (_, response) => response.writeHead(200, { link: '<http://[>; rel="next"' }).end("[]")],
    ["more than 200 pages", (_, response) => response.writeHead(200, { link: '<?page=2>; rel="next"' }).end("[]")],
    ["without an end", (_, response) => response.end(Buffer.alloc(33 * 1024 * 1024, " "))],
  ];
  for (const [said, instead] of answers) {
    api.instead = instead;
    await expect(askHost(run, { kind: "github", url: api.url, token: "secret" }, now)).rejects.toMatchObject({
      code: "host-api",
      message: expect.stringContaining(said),
    });
    expect(await hostState(run, now)).toEqual(known);
  }
  api.instead = undefined;
  expect(elsewhere.asked).toEqual([]);
  await elsewhere.close();
  await expect(askHost(run, { kind: "gerrit", url: api.url }, now)).rejects.toMatchObject({ code: "usage" });
});
