// The jobs that merge what policy approves by itself, really run: what they ask the host to merge, and what they leave alone.

import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commandsNamed } from "../../src/cli/commands.ts";
import { type Ran, runScript, stepOf, valueIn } from "../support/ci-file.ts";
import { commit, git, newFolder, projectRoot, readFolder } from "../support/folder.ts";
import { serverPath } from "../support/git-http.ts";
import { hosts, newTracker } from "../support/new-tracker.ts";

const base = Object.fromEntries(
  [...readFolder(`${projectRoot}test/validate/base`)].map(([path, bytes]) => [path, bytes.toString()]),
);
const task = "stories/377/48213377/tasks/59011377.md";
const policy = `policy:
  - {kind: task, fields: [status], by: assignee, approval: auto}
  - {kind: task, fields: [priority], approval: deny}
`;
const committer = `mail:${createHash("sha256").update("alice@example.org").digest("hex")}`;
const tracker = {
  ...base,
  "tracker.yaml": `${base["tracker.yaml"]}${policy}`,
  "people/bob.md": `---\nname: Bob\nidentities:\n  - gitea:bob\n  - github:bob\n  - gitlab:bob\n  - ${committer}\n---\n`,
};

const proposals = {
  auto: { [task]: (base[task] ?? "").replace("status: todo", "status: review") },
  review: { [task]: (base[task] ?? "").replace("milestone:", "milestone: m1") },
  deny: { [task]: (base[task] ?? "").replace("priority:", "priority: low") },
  broken: { [task]: (base[task] ?? "").replace("status: todo", "status: opne") },
} as const;

interface Scene {
  /** A checkout of main, whose origin holds the proposal as the host keeps it. */
  readonly folder: string;
  readonly head: string;
}

/** A host's repository with a proposal under `ref`, and a checkout of its main. */
function scene(files: Readonly<Record<string, string>>, ref: string): Scene {
  const origin = newFolder();
  git(origin, ["init", "--quiet", "--initial-branch=main"]);
  commit(origin, tracker, "Open the tracker");
  git(origin, ["checkout", "--quiet", "-b", "proposal"]);
  const head = commit(origin, files, "Propose\n\nChange-Id: I0123456789012345678901234567890123456789");
  git(origin, ["update-ref", ref, head]);
  git(origin, ["checkout", "--quiet", "main"]);
  git(origin, ["branch", "--quiet", "-D", "proposal"]);
  const folder = newFolder();
  git(folder, ["clone", "--quiet", origin, "."]);
  return { folder, head };
}

/** What the host was asked over its API. */
let requests: { method: string; url: string; token: string; body: string }[] = [];
let waiting: unknown = [];
const api = createServer((request, response) => {
  let body = "";
  request.on("data", (part: Buffer) => {
    body += part.toString();
  });
  request.on("end", () => {
    const token = String(request.headers["private-token"] ?? request.headers.authorization ?? "");
    requests.push({ method: request.method ?? "", url: request.url ?? "", token, body });
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(request.method === "GET" ? waiting : {}));
  });
});
const apiUrl = () => `http://127.0.0.1:${(api.address() as AddressInfo).port}`;

const trackers = new Map<string, string>();
beforeAll(async () => {
  await new Promise<void>((resolve) => api.listen(0, "127.0.0.1", resolve));
  for (const host of hosts) trackers.set(host, await newTracker(host));
});
afterAll(() => new Promise((resolve) => api.close(resolve)));
const folderOf = (host: string) => trackers.get(host) ?? "";

/** Each host's job at a proposal of bob's; `merged` are the commits that it then asked the host to merge. */
const jobs: Readonly<
  Record<string, (kind: keyof typeof proposals) => Promise<Ran & { merged: string[]; head: string }>>
> = {
  async github(kind) {
    const { folder, head } = scene(proposals[kind], "refs/pull/7/head");
    const asked = join(newFolder(), "asked");
    const bin = newFolder();
    writeFileSync(join(bin, "gh"), `#!/bin/sh\nprintf '%s\\n' "$*" >> ${asked}\n`);
    chmodSync(join(bin, "gh"), 0o755);
    const ran = await runScript(
      ["bash", "-ec"],
      stepOf(folderOf("github"), ".github/workflows/submit.yml", "submit").run,
      folder,
      {
        PATH: [bin, serverPath].join(delimiter),
        GITHUB_STEP_SUMMARY: join(bin, "summary"),
        NUMBER: "7",
        COMMIT: head,
        AUTHOR: "bob",
      },
    );
    const lines = readFileSync(asked, "utf8").split("\n");
    expect(lines[0]).toBe("pr merge 7 --disable-auto");
    expect(readFileSync(join(bin, "summary"), "utf8")).toContain("48213377");
    return {
      ...ran,
      head,
      merged: lines.flatMap((line) => /^pr merge 7 --auto .*--match-head-commit (\w+)$/.exec(line)?.[1] ?? []),
    };
  },
  async gitea(kind) {
    const { folder, head } = scene(proposals[kind], "refs/pull/7/head");
    const ran = await runScript(
      ["bash", "-ec"],
      stepOf(folderOf("gitea"), ".gitea/workflows/submit.yml", "submit").run,
      folder,
      {
        API: apiUrl(),
        TOKEN: "secret",
        NUMBER: "7",
        COMMIT: head,
        TARGET: "main",
        AUTHOR: "bob",
      },
    );
    const merged = requests.map((each) => {
      expect([each.method, each.url, each.token]).toEqual(["POST", "/pulls/7/merge", "token secret"]);
      return (JSON.parse(each.body) as { head_commit_id: string }).head_commit_id;
    });
    return { ...ran, head, merged };
  },
  async gitlab(kind) {
    const { folder, head } = scene(proposals[kind], "refs/merge-requests/7/head");
    waiting = [
      { iid: 6, sha: head, draft: true, author: { username: "bob" } },
      { iid: 7, sha: head, draft: false, author: { username: "bob" } },
    ];
    mkdirSync(join(folder, ".gitlab"));
    writeFileSync(join(folder, ".gitlab", "submit.sh"), readFileSync(join(folderOf("gitlab"), ".gitlab", "submit.sh")));
    const [script = ""] = valueIn(folderOf("gitlab"), ".gitlab-ci.yml", "submit", "script") as string[];
    const ran = await runScript(["sh", "-ec"], script, folder, {
      CI_API_V4_URL: apiUrl(),
      CI_PROJECT_ID: "1",
      CI_COMMIT_BRANCH: "main",
      STORYTREE_TOKEN: "secret",
    });
    const puts = requests.filter((each) => each.method === "PUT");
    return {
      ...ran,
      head,
      merged: puts.flatMap((each) => /^\/projects\/1\/merge_requests\/7\/merge\?sha=(\w+)$/.exec(each.url)?.[1] ?? []),
    };
  },
  async gerrit(kind) {
    const { folder, head } = scene(proposals[kind], "refs/changes/07/7/1");
    git(folder, ["fetch", "--quiet", "origin", "refs/changes/07/7/1"]);
    commit(folder, { "people/alice.md": "---\nname: Alicia\nidentities:\n---\n" }, "Meanwhile");
    git(folder, ["merge", "--quiet", "--no-ff", "--message", "Merge", "FETCH_HEAD"]);
    const [play] = valueIn(folderOf("gerrit"), "docs/zuul/playbooks/tracker-auto.yaml") as {
      tasks: Record<string, { cmd: string }>[];
    }[];
    const ran = await runScript(["sh", "-c"], play?.tasks[0]?.["ansible.builtin.shell"]?.cmd ?? "", folder, {});
    // Zuul votes when the job succeeds.
    return { ...ran, head, merged: ran.exit === 0 ? [head] : [] };
  },
};

const canAsk = (await commandsNamed("diff")).length > 0;

describe.skipIf(!canAsk)(`submitting${canAsk ? "" : ": the program has no command `diff` yet"}`, () => {
  describe.each(Object.keys(jobs))("%s", (host) => {
    const job = (kind: keyof typeof proposals) => {
      requests = [];
      return (jobs[host] as (typeof jobs)[string])(kind);
    };

    test("merges what policy approves, that very commit", async () => {
      const ran = await job("auto");
      expect(ran.merged, ran.out).toEqual([ran.head]);
      expect(ran.exit, ran.out).toBe(0);
    });

    test.each(["review", "deny", "broken"] as const)(
      "leaves alone what is for a reviewer, denied, or not valid: %s",
      async (kind) => {
        const ran = await job(kind);
        expect(ran.merged, ran.out).toEqual([]);
      },
    );
  });
});
