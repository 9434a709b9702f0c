// Proposals that are refused, or that find the base elsewhere: nothing is lost, the message says what to do, and doing it works.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CloneKind } from "../support/clones.ts";
import { git, gitEnvironment, newFolder } from "../support/folder.ts";
import { type GitHttp, installHook, serveGit } from "../support/git-http.ts";
import { missingForGitolite, serveGitolite } from "../support/gitolite.ts";
import { newReviewServer, type ReviewServer, reviewServer, trackerOn } from "../support/review-server.ts";
import { type Outcome, storytree } from "../support/terminal.ts";
import { isThorough } from "../support/thorough.ts";

const task = "stories/482/35719482/tasks/48229482.md";
const kinds: readonly CloneKind[] = isThorough ? ["checkout", "bare"] : ["bare"];

let http: GitHttp;
beforeAll(async () => {
  http = await serveGit();
});
afterAll(() => http.close());

async function does(folder: string, args: readonly string[], variables?: Record<string, string>): Promise<Outcome> {
  const outcome = await storytree(folder, args, variables ? { variables } : {});
  expect(outcome, args.join(" ")).toMatchObject({ exit: 0 });
  return outcome;
}

function tip(folder: string, ref: string): string {
  return git(folder, ["rev-parse", ref]).trim();
}

function lostNothing(folder: string, outcome: Outcome): void {
  expect(outcome).toMatchObject({ exit: 2, out: "" });
  expect(outcome.err).toContain("origin refused the proposal [push-refused]");
  expect(outcome.err).toContain("nothing is lost: the commit is on proposal/35719482");
  expect(git(folder, ["show", `proposal/35719482:${task}`])).toContain("status: review");
}

/** Brings the server's main into a clone, as its user would. */
function fetchMain(server: ReviewServer, folder: string, kind: CloneKind): void {
  // By path: the server behind the address answers from this very process, which waits for git here.
  const refs = kind === "checkout" ? "main:refs/remotes/origin/main" : "+main:main";
  git(folder, ["fetch", "--quiet", server.path, refs]);
}

describe.each(kinds)("in a clone of kind %s", (kind) => {
  test("a hook of the server's says no: what it says is shown, and mended it goes", async () => {
    const server = newReviewServer(http, "gitlab");
    installHook(server.path, "update", "#!/bin/sh\necho 'commit messages need a poem' >&2\nexit 1\n");
    const folder = server.clone(kind, "hugo");
    await does(folder, ["set", "48229482", "status=review"]);
    const refused = await storytree(folder, ["propose"]);
    lostNothing(folder, refused);
    expect(refused.err).toContain("remote: commit messages need a poem");
    expect(refused.err).toContain("mend what the host says, then run it again");
    rmSync(join(server.path, "hooks", "update"));
    await does(folder, ["propose"]);
    expect(tip(server.path, "proposal/35719482")).toBe(tip(folder, "proposal/35719482"));
  });

  test("the server cannot be reached, or is gone: it is kept until it can", async () => {
    const server = newReviewServer(http, "gerrit");
    const folder = server.clone(kind, "hugo");
    await does(folder, ["set", "48229482", "status=review"]);
    git(folder, ["remote", "set-url", "origin", "http://127.0.0.1:9/tracker.git"]);
    const refused = await storytree(folder, ["propose"]);
    lostNothing(folder, refused);
    expect(refused.err).toContain("run it again when origin can be reached");
    const kept = tip(folder, "proposal/35719482");
    git(folder, ["remote", "set-url", "origin", `${server.url}x`]);
    lostNothing(folder, await storytree(folder, ["propose"]));
    git(folder, ["remote", "set-url", "origin", server.url]);
    await does(folder, ["propose"]);
    expect(Object.values(server.reviews()).map((each) => each.sets)).toEqual([[kept]]);
  });

  test("somebody else's proposal has the name: another topic is chosen, and theirs stays", async () => {
    const server = newReviewServer(http, "plain");
    const [folder, other] = [server.clone(kind, "hugo"), server.clone("bare", "ines")];
    await does(other, ["set", "48229482", "priority=high"]);
    await does(other, ["propose"]);
    const theirs = tip(server.path, "proposal/35719482");
    await does(folder, ["set", "48229482", "status=review"]);
    const refused = await storytree(folder, ["propose"]);
    lostNothing(folder, refused);
    expect(refused.err).toContain("choose another with --topic");
    await does(folder, ["propose", "--topic", "mine"]);
    expect(tip(server.path, "proposal/35719482")).toBe(theirs);
    expect(tip(server.path, "proposal/mine")).toBe(tip(folder, "proposal/mine"));
    expect(git(folder, ["branch", "--list", "--format=%(refname:short)", "proposal/*"]).trim()).toBe("proposal/mine");
  });

  test("what a reviewer pushed onto the proposal is not overwritten by an update", async () => {
    const server = newReviewServer(http, "plain");
    const folder = server.clone(kind, "hugo");
    await does(folder, ["set", "48229482", "status=review"]);
    await does(folder, ["propose"]);
    const tree = tip(server.path, "proposal/35719482^{tree}");
    const theirs = git(server.path, ["commit-tree", "-p", "proposal/35719482", "-m", "Mine", tree]).trim();
    git(server.path, ["update-ref", "refs/heads/proposal/35719482", theirs]);
    await does(folder, ["set", "48229482", "priority=high"]);
    const refused = await storytree(folder, ["propose", "--amend"]);
    lostNothing(folder, refused);
    expect(tip(server.path, "proposal/35719482")).toBe(theirs);
  });

  test("the base has moved on: what merges is pushed as it is, what conflicts is named and stays here", async () => {
    const server = newReviewServer(http, "gerrit");
    const [folder, other] = [server.clone(kind, "hugo"), server.clone("bare", "ines")];
    await does(folder, ["set", "48229482", "status=review"]);
    await does(other, ["set", "48229482", "priority=high"]);
    server.merge(await proposed(other), "merge", other);
    fetchMain(server, folder, kind);
    await does(folder, ["propose"]);
    const [{ sets: [first = ""] = [] } = {}] = Object.values(server.reviews());
    expect(git(server.path, ["merge-tree", "--write-tree", "main", first]).trim().split("\n")).toHaveLength(1);

    await does(other, ["set", "48229482", "status=inprogress", "--topic", "second"]);
    server.merge(tip(other, "proposal/second"), "merge", other);
    fetchMain(server, folder, kind);
    await does(folder, ["set", "48229482", "milestone=2026-2"]);
    const refused = await storytree(folder, ["propose", "--amend"]);
    expect(refused).toMatchObject({ exit: 1, out: "" });
    expect(refused.err).toContain(`${task}: error: both sides changed the same lines [merge-conflict]`);
    expect(refused.err).toContain("nothing was pushed");
    expect(Object.values(server.reviews()).flatMap((each) => each.sets)).toEqual([first]);
    expect(git(folder, ["show", `proposal/35719482:${task}`])).toContain("status: review");

    const told = /run it again: (?:git (worktree add) \S+ (\S+) && cd \S+ && )?git (rebase \S+)\n/.exec(refused.err);
    expect(told?.[1]).toBe(kind === "checkout" ? undefined : "worktree add");
    const place = kind === "checkout" ? folder : join(newFolder(), "mend");
    if (kind === "bare") git(folder, ["worktree", "add", "--quiet", place, told?.[2] ?? ""]);
    const rebase = (told?.[3] ?? "").split(" ");
    expect(() => git(place, rebase)).toThrow(/conflict/i);
    git(place, ["checkout", "--quiet", "--theirs", task]);
    git(place, ["add", task]);
    git(place, ["rebase", "--continue"], { GIT_EDITOR: "true" });
    await does(folder, ["propose", "--amend"]);
    const [{ sets: [, second = ""] = [] } = {}, ...more] = Object.values(server.reviews());
    expect(more).toEqual([]);
    expect(git(server.path, ["diff", "--unified=0", "main", second, "--", task])).toMatch(
      /-status: inprogress\n\+status: review\n(?:.*\n)*?.*\n\+milestone: "2026-2"\n$/,
    );
  });

  test.each(["merge", "squash", "rebase"] as const)(
    "merged by %s it is over, and the next one is one of its own",
    async (how) => {
      const server = newReviewServer(http, how === "squash" ? "plain" : "gerrit");
      const folder = server.clone(kind, "hugo");
      await does(folder, ["set", "48229482", "status=review"]);
      await does(folder, ["propose", "-m", "Ready for review"]);
      server.merge(tip(folder, "proposal/35719482"), how);
      fetchMain(server, folder, kind);
      if (kind === "checkout" && how !== "merge") git(folder, ["checkout", "--quiet", "-B", "main", "origin/main"]);
      expect((await storytree(folder, ["propose"])).err).toContain("there is nothing to propose");
      const shown = await does(folder, ["show", "48229482", "--json"]);
      expect(shown.out).toContain('"status": "review"');
      await does(folder, ["set", "48229482", "priority=high"]);
      await does(folder, ["set", "48229482", "milestone=2026-2"]);
      await does(folder, ["propose"]);
      const next = tip(folder, "proposal/35719482");
      const said = git(folder, ["log", "-1", "--format=%B", next]).trim();
      expect(said).toMatch(/^task 48229482: priority low → high, milestone none → 2026-2\n\nStory/);
      expect(git(folder, ["rev-list", "--count", `${tip(server.path, "main")}..${next}`]).trim()).toBe("1");
      if (how === "squash") expect(tip(server.path, "proposal/35719482")).toBe(next);
      else expect(Object.values(server.reviews()).map((each) => each.sets.length)).toEqual([1, 1]);
    },
  );
});

/** Commits without pushing; the commit. */
async function proposed(folder: string): Promise<string> {
  await does(folder, ["propose", "--no-push"]);
  return tip(folder, "proposal/35719482");
}

test("what is changed after the push, while that merges, becomes a proposal on what merged", async () => {
  const server = newReviewServer(http, "gerrit");
  const folder = server.clone("bare", "hugo");
  await does(folder, ["set", "48229482", "status=review"]);
  await does(folder, ["propose", "-m", "Ready for review"]);
  const merged = tip(folder, "proposal/35719482");
  await does(folder, ["set", "48229482", "milestone=2026-2"]);
  server.merge(merged, "squash");
  fetchMain(server, folder, "bare");
  await does(folder, ["propose"]);
  const next = tip(folder, "proposal/35719482");
  expect(tip(folder, `${next}^`)).toBe(tip(server.path, "main"));
  expect(git(folder, ["log", "-1", "--format=%s", next]).trim()).toBe("task 48229482: milestone none → 2026-2");
  expect(Object.values(server.reviews()).map((each) => each.sets)).toEqual([[merged], [next]]);
});

test("several are pending: one is named, each goes by itself", async () => {
  const server = newReviewServer(http, "plain");
  const folder = server.clone("bare", "hugo");
  await does(folder, ["set", "48229482", "status=review"]);
  await does(folder, ["comment", "48213377", "-m", "Looked at it."]);
  const which = await storytree(folder, ["propose"]);
  expect(which).toMatchObject({ exit: 2, err: expect.stringContaining("several proposals are pending") });
  expect(which.err).toContain("name one with --topic: 35719482, 48213377");
  expect((await storytree(folder, ["propose", "--topic", "x"])).err).toContain('there is no proposal "x"');
  await does(folder, ["propose", "--topic", "48213377"]);
  await does(folder, ["propose", "--topic", "35719482"]);
  const branches = git(server.path, ["for-each-ref", "--format=%(refname:short)", "refs/heads/proposal"]).trim();
  expect(branches.split("\n")).toEqual(["proposal/35719482", "proposal/48213377"]);
});

test("a story that is new in one proposal is not changed in another", async () => {
  const folder = newReviewServer(http, "plain").clone("bare", "hugo");
  const { out } = await does(folder, ["new", "One", "--no-similar"]);
  const refused = await storytree(folder, ["set", out.trim(), "triage=confirmed", "--topic", "other"]);
  expect(refused).toMatchObject({ exit: 2, out: "" });
  expect(refused.err).toBe(
    `storytree: story ${out.trim()} is new in proposal/${out.trim()}, and not in proposal/other [in-another-proposal]\n  hint: change it there: --topic ${out.trim()}\n`,
  );
  await does(folder, ["set", out.trim(), "triage=confirmed"]);
});

test.each(kinds)("git's storytree.topic gathers what is changed (%s)", async (kind) => {
  const server = newReviewServer(http, "plain");
  const folder = server.clone(kind, "hugo");
  git(folder, ["config", "storytree.topic", "week-12"]);
  await does(folder, ["set", "48229482", "status=review"]);
  await does(folder, ["comment", "48213377", "-m", "Looked at it."]);
  await does(folder, ["propose"]);
  expect(git(server.path, ["diff", "--name-only", "main", "proposal/week-12"]).trim().split("\n")).toHaveLength(2);
  for (const bad of ["../x", "a b", "-x", "x.lock"]) {
    const refused = await storytree(folder, ["propose", "--topic", bad]);
    expect(refused, bad).toMatchObject({ exit: 2, err: expect.stringContaining("cannot be the name of a topic") });
  }
});

const missing = missingForGitolite();

describe.skipIf(missing)(`behind OpenSSH and gitolite${missing ? `: ${missing}` : ""}`, () => {
  test.each(kinds)("who may not push is told so by the server, and who may does (%s)", async (kind) => {
    const gitolite = await serveGitolite(["alice", "bob"], "repo tracker\n  RW+ = alice\n  R = bob\n");
    try {
      const path = gitolite.pathOf("tracker");
      git(trackerOn("plain"), ["push", "--quiet", gitolite.urlOf("tracker"), "main"], gitolite.as("alice"));
      const folder = reviewServer(path, gitolite.urlOf("tracker")).clone(kind, "hugo");
      await does(folder, ["set", "48229482", "status=review"]);
      const as = (person: string, more = {}) => ({ variables: { ...gitEnvironment, ...gitolite.as(person), ...more } });
      const stranger = await storytree(
        folder,
        ["propose"],
        as("bob", {
          GIT_SSH_COMMAND:
            "ssh -F none -o BatchMode=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -i /nonexistent",
        }),
      );
      lostNothing(folder, stranger);
      expect(stranger.err).toContain("run it again when origin knows you");
      const reader = await storytree(folder, ["propose"], as("bob"));
      lostNothing(folder, reader);
      expect(reader.err).toMatch(/DENIED by fallthru/);
      expect(reader.err).toContain("mend what the host says");
      const writer = await storytree(folder, ["propose"], as("alice"));
      expect(writer.exit).toBe(0);
      expect(tip(path, "proposal/35719482")).toBe(tip(folder, "proposal/35719482"));
    } finally {
      await gitolite.close();
    }
  });
});
