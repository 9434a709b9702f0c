// Git's own ways to private objects: fetched by hash from the public repository, or pushed to it past the hooks of a clone.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commit, git, gitEnvironment, newFolder, projectRoot } from "../support/folder.ts";
import { type GitHttp, type ServedRepository, serveGit } from "../support/git-http.ts";
import { type Gitolite, missingForGitolite, serveGitolite } from "../support/gitolite.ts";
import { addPrivateStory, storyFolder, storyId, textAt } from "../support/private-story.ts";
import { push } from "../support/push.ts";
import { storytree } from "../support/terminal.ts";
import { must, type TwoTrackers, twoTrackers } from "../support/two-trackers.ts";

const hook = readFileSync(join(projectRoot, "templates", "tracker", "plain", "hooks", "pre-receive"), "utf8");
const then = { now: () => new Date("2026-12-01T15:00:00Z") };

/** Whether a fetch of one object by its id brings it. Without blocking the process, which may be serving the repository itself. */
async function fetched(
  url: string,
  oid: string,
  protocol: string,
  more: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const folder = newFolder();
  git(folder, ["init", "--quiet", "--bare"]);
  const env = { ...gitEnvironment, GIT_TERMINAL_PROMPT: "0", ...more };
  const child = spawn("git", ["-c", `protocol.version=${protocol}`, "fetch", "--quiet", url, oid], {
    cwd: folder,
    env,
    stdio: "ignore",
  });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return code === 0 && git(folder, ["cat-file", "-t", oid]).trim() !== "";
}

/** Ids of the restricted repository: all commits, and of the newest its trees, stories and comments. */
function privateObjects(secret: string): readonly string[] {
  const commits = git(secret, ["rev-list", "--all"]).trim().split("\n");
  const parts = git(secret, ["ls-tree", "-r", "-t", "HEAD", "stories"]).trim().split("\n");
  const files = parts.filter((line) => !line.includes("public-")).map((line) => line.split(/\s/)[2] ?? "");
  return [...commits, git(secret, ["rev-parse", "HEAD^{tree}"]).trim(), ...files.filter((_, index) => index % 4 === 0)];
}

describe("behind git's own HTTP server", () => {
  let server: GitHttp;
  let trackers: TwoTrackers;
  let served: ServedRepository;
  beforeAll(async () => {
    server = await serveGit();
    trackers = await twoTrackers();
    addPrivateStory(trackers.secret);
    served = server.create("public.git", { hooks: { "pre-receive": hook } });
    expect(await push(trackers.open, served.url, ["main"])).toMatchObject({ accepted: true });
    await must(storytree(trackers.secret, ["disclose", String(storyId), "--to", "../public", "--confirm"], then));
    const pushed = await push(trackers.open, served.url, ["main"]);
    expect(pushed, pushed.said).toMatchObject({ accepted: true });
  });
  afterAll(() => server.close());

  test.each(["0", "1", "2"])("no private object can be fetched by its id, under protocol %s", async (protocol) => {
    const head = git(trackers.open, ["rev-parse", "HEAD"]).trim();
    expect(await fetched(served.url, head, protocol)).toBe(true);
    const got: string[] = [];
    for (const oid of privateObjects(trackers.secret)) if (await fetched(served.url, oid, protocol)) got.push(oid);
    expect(got).toEqual([]);
  });

  const stored = () => git(served.path, ["cat-file", "--batch-all-objects", "--batch-check"]);
  const isRefused = async (clone: string, refs: readonly string[], said: string) => {
    const before = stored();
    const pushed = await push(clone, served.url, refs);
    expect(pushed.accepted).toBe(false);
    expect(pushed.said).toContain(said);
    expect(pushed.said).not.toContain("Public title");
    // Refused before it was let in: nothing of it is kept, nothing of it can be fetched.
    expect(stored()).toBe(before);
  };

  test("a private branch, pushed past its clone's hooks, is refused and leaves nothing", async () => {
    const { secret } = trackers;
    await isRefused(secret, ["HEAD:refs/heads/private"], "brings commits of a restricted tracker");
    await isRefused(secret, ["+HEAD:refs/heads/main"], "[private-push]");
    git(secret, ["tag", "embargoed"]);
    await isRefused(secret, ["embargoed"], "[private-push]");
    const oid = git(secret, ["rev-parse", "HEAD"]).trim();
    for (const protocol of ["0", "1", "2"]) expect(await fetched(served.url, oid, protocol)).toBe(false);
  });

  test("so is what was private in one commit and taken back in the next", async () => {
    const { open, secret } = trackers;
    const clone = newFolder();
    git(clone, ["clone", "--quiet", "--no-local", served.path, "."]);
    git(clone, ["checkout", "--quiet", "-b", "slip"]);
    const path = "stories/001/30001001/story.md";
    const text = "---\ntitle: A story\nauthor: amina\ncreated: 2026-11-01T09:12:33Z\n---\n";
    commit(clone, { [path]: text.replace("---\n", "---\naccess:\n  - amina\n") });
    commit(clone, { [path]: text });
    await isRefused(clone, ["slip"], "what belongs in a restricted tracker");
    git(clone, ["checkout", "--quiet", "-B", "merged", "origin/main"]);
    git(clone, ["fetch", "--quiet", secret, "HEAD"]);
    // Merged with all of its files thrown away: its history comes along all the same.
    git(clone, ["merge", "--quiet", "--strategy=ours", "--allow-unrelated-histories", "-m", "Merge", "FETCH_HEAD"]);
    await isRefused(clone, ["merged"], "brings commits of a restricted tracker");
    git(clone, ["checkout", "--quiet", "-B", "good", "origin/main"]);
    commit(clone, { [path]: text });
    expect(await push(clone, served.url, ["good"])).toMatchObject({ accepted: true });
    expect(textAt(open, `${storyFolder}/story.md`)).toContain("Public body");
  });

  test("where the restricted tracker itself lives, its commits are let in", async () => {
    const own = server.create("secret.git", { hooks: { "pre-receive": hook } });
    git(own.path, ["config", "storytree.public", trackers.open]);
    const first = await push(trackers.secret, own.url, ["main"]);
    expect(first, first.said).toMatchObject({ accepted: true });
  });
});

const missing = missingForGitolite();
if (missing) console.warn(`skipped: ${missing}`);

describe.skipIf(missing)("behind gitolite", () => {
  let server: Gitolite;
  beforeAll(async () => {
    const conf = "repo open\n    RW+ = vera\n    R = stranger\n\nrepo secret\n    RW+ = vera\n";
    server = await serveGitolite(["vera", "stranger"], conf);
  });
  afterAll(() => server?.close());

  test("who may read the public repository gets nothing of the restricted one, by name or by hash", async () => {
    const { open, secret } = await twoTrackers();
    addPrivateStory(secret);
    git(open, ["push", "--quiet", server.urlOf("open"), "main"], server.as("vera"));
    git(secret, ["push", "--quiet", server.urlOf("secret"), "main"], server.as("vera"));
    const head = git(secret, ["rev-parse", "HEAD"]).trim();
    const known = git(open, ["rev-parse", "HEAD"]).trim();
    for (const protocol of ["0", "2"]) {
      expect(await fetched(server.urlOf("open"), known, protocol, server.as("stranger"))).toBe(true);
      expect(await fetched(server.urlOf("secret"), head, protocol, server.as("vera"))).toBe(true);
      expect(await fetched(server.urlOf("secret"), head, protocol, server.as("stranger"))).toBe(false);
      expect(await fetched(server.urlOf("open"), head, protocol, server.as("stranger"))).toBe(false);
    }
    expect(() => git(newFolder(), ["ls-remote", server.urlOf("secret")], server.as("stranger"))).toThrow();
  });
});
