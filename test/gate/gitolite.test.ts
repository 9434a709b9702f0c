// The same hook behind OpenSSH and gitolite: who may push is gitolite's, what may be pushed is the hook's.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commit, git, newFolder, projectRoot, readFolder } from "../support/folder.ts";
import { installHook } from "../support/git-http.ts";
import { type Gitolite, missingForGitolite, serveGitolite } from "../support/gitolite.ts";
import { push } from "../support/push.ts";

const base = Object.fromEntries(
  [...readFolder(`${projectRoot}test/validate/base`)].map(([path, bytes]) => [path, bytes.toString()]),
);
const task = "stories/377/48213377/tasks/59011377.md";
const withStatus = (status: string) => ({ [task]: (base[task] ?? "").replace("status: todo", `status: ${status}`) });

const missing = missingForGitolite();

describe.skipIf(missing)(`a tracker behind gitolite${missing ? `: ${missing}` : ""}`, () => {
  let server: Gitolite;
  beforeAll(async () => {
    server = await serveGitolite(
      ["alice", "bob"],
      "repo tracker\n  RW+ = alice\n  RW = bob\nrepo private\n  RW+ = alice\n",
    );
    const hook = readFileSync(join(projectRoot, "templates", "tracker", "plain", "hooks", "pre-receive"), "utf8");
    installHook(server.pathOf("tracker"), "pre-receive", hook);
  });
  afterAll(() => server.close());

  test("takes what is good, refuses what is bad, and knows who pushes", async () => {
    const url = server.urlOf("tracker");
    const clone = newFolder();
    git(clone, ["init", "--quiet", "--initial-branch=main"]);
    commit(clone, base, "Open the tracker");
    expect(await push(clone, url, ["main"], server.as("alice"))).toMatchObject({ accepted: true });
    const record = join(newFolder(), "asked");
    const spy = join(server.pathOf("tracker"), "hooks", "spy");
    installHook(server.pathOf("tracker"), "spy", `#!/bin/sh\nprintf '%s\\n' "$*" >> ${record}\nexec storytree "$@"\n`);
    git(server.pathOf("tracker"), ["config", "storytree.program", spy]);

    const bad = commit(clone, withStatus("opne"), "Bad");
    const refused = await push(clone, url, ["main"], server.as("bob"));
    expect(refused.accepted).toBe(false);
    expect(refused.said).toContain(`remote: ${task}:3:9: error: status "opne"`);
    expect(() => git(server.pathOf("tracker"), ["cat-file", "-e", bad])).toThrow();

    git(clone, ["reset", "--quiet", "--hard", "HEAD~1"]);
    commit(clone, withStatus("review"), "Good");
    expect(await push(clone, url, ["main"], server.as("bob"))).toMatchObject({ accepted: true });
    expect(readFileSync(record, "utf8").match(/--actor=.*/g)).toEqual(["--actor=bob", "--actor=bob"]);
  });

  test("is closed to whom gitolite does not know it", async () => {
    const clone = newFolder();
    git(clone, ["init", "--quiet", "--initial-branch=main"]);
    commit(clone, base, "Open the tracker");
    const pushed = await push(clone, server.urlOf("private"), ["main"], server.as("bob"));
    expect(pushed.accepted).toBe(false);
    expect(pushed.said).toMatch(/DENIED/);
  });
});
