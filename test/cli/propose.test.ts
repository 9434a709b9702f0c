// Proposals to real servers of each kind of review host, from a checkout and without one: what is pushed, how it is updated, and where it can be seen.

import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CloneKind } from "../support/clones.ts";
import { git, gitEnvironment, newFolder } from "../support/folder.ts";
import { type GitHttp, serveGit } from "../support/git-http.ts";
import { newReviewServer } from "../support/review-server.ts";
import { type Outcome, storytree } from "../support/terminal.ts";
import { isThorough } from "../support/thorough.ts";

const task = "stories/482/35719482/tasks/48229482.md";
const subject = "task 48229482: status merged → review";
const kinds: readonly CloneKind[] = isThorough ? ["checkout", "bare", "blobless"] : ["checkout", "bare"];

let http: GitHttp;
beforeAll(async () => {
  http = await serveGit();
});
afterAll(() => http.close());

/** Runs a command that must succeed. */
async function does(folder: string, args: readonly string[]): Promise<Outcome> {
  const outcome = await storytree(folder, args);
  expect(outcome, args.join(" ")).toMatchObject({ exit: 0 });
  return outcome;
}

function tip(folder: string, ref: string): string {
  return git(folder, ["rev-parse", ref]).trim();
}

function message(folder: string, commit: string): string {
  return git(folder, ["log", "-1", "--format=%B", commit]).trim();
}

describe.each(kinds)("in a clone of kind %s", (kind) => {
  test("Gerrit gets a change, and its next version is the same change", async () => {
    const server = newReviewServer(http, "gerrit");
    const folder = server.clone(kind, "hugo");
    await does(folder, ["set", "48229482", "status=review"]);
    const proposed = await does(folder, ["propose"]);
    expect(proposed.out).toBe("https://review.example.org/c/tracker/+/1\n");
    expect(proposed.err).toContain("pushed to origin for review (gerrit)");
    const [[id, change] = [], ...others] = Object.entries(server.reviews());
    expect(others).toEqual([]);
    expect(change).toMatchObject({ number: 1, topic: "35719482", sets: [tip(folder, "proposal/35719482")] });
    const first = change?.sets[0] ?? "";
    expect(message(server.path, first)).toBe(`${subject}\n\nStory: 35719482\nTask: 48229482\nChange-Id: ${id}`);
    expect(git(server.path, ["diff", "--name-only", "main", first]).trim()).toBe(task);

    const again = await storytree(folder, ["propose"]);
    expect(again).toMatchObject({
      exit: 2,
      err: expect.stringMatching(kind === "checkout" ? /nothing|already/ : /was pushed already as it is/),
    });
    await does(folder, ["set", "48229482", "priority=high"]);
    const refused = await storytree(folder, ["propose"]);
    expect(refused).toMatchObject({ exit: 2, err: expect.stringContaining("--amend") });
    await does(folder, ["propose", "--amend"]);
    expect(Object.keys(server.reviews())).toEqual([id]);
    const [, second = ""] = server.reviews()[id ?? ""]?.sets ?? [];
    expect(git(server.path, ["rev-parse", "refs/changes/01/1/2"]).trim()).toBe(second);
    expect(git(server.path, ["rev-list", "--count", `main..${second}`]).trim()).toBe("1");
    expect(message(server.path, second)).toBe(
      `task 48229482: status merged → review, priority low → high\n\nStory: 35719482\nTask: 48229482\nChange-Id: ${id}`,
    );
  });

  test("Gitea gets a pull request by its topic, and its next version in its place", async () => {
    const server = newReviewServer(http, "gitea");
    const folder = server.clone(kind, "hugo");
    await does(folder, ["set", "48229482", "status=review"]);
    const { out } = await does(folder, ["propose", "--topic", "cli/wide", "-m", "Send it\n\nTwo\n\nparagraphs."]);
    expect(out).toBe("https://forge.example.org/tracker/pulls/1\n");
    expect(server.pushOptions()).toEqual([["topic=cli/wide", "title=Send it", "description=Two\\n\\nparagraphs."]]);
    await does(folder, ["set", "48229482", "priority=high"]);
    await does(folder, ["propose", "--amend"]);
    expect(server.pushOptions()[1]).toContain("force-push=true");
    const review = server.reviews()["cli/wide"];
    expect(review).toMatchObject({ number: 1, title: "Send it", description: "Two\\n\\nparagraphs." });
    expect(review?.sets).toHaveLength(2);
    expect(message(server.path, "refs/pull/1/head")).toBe("Send it\n\nTwo\n\nparagraphs.");
    expect(git(server.path, ["show", `refs/pull/1/head:${task}`])).toMatch(/status: review\n(?:.*\n)*priority: high\n/);
  });

  test("GitLab is told to open a merge request", async () => {
    const server = newReviewServer(http, "gitlab");
    const folder = server.clone(kind, "hugo");
    await does(folder, ["set", "48229482", "status=review"]);
    await does(folder, ["propose"]);
    const options = [
      "merge_request.create",
      "merge_request.target=main",
      `merge_request.title=${subject}`,
      "merge_request.description=Story: 35719482\\nTask: 48229482",
      "merge_request.remove_source_branch",
    ];
    expect(server.pushOptions()).toEqual([options]);
    await does(folder, ["set", "48229482", "priority=high"]);
    await does(folder, ["propose", "--amend"]);
    expect(server.pushOptions()).toHaveLength(2);
    expect(tip(server.path, "proposal/35719482")).toBe(tip(folder, "proposal/35719482"));
    expect(git(server.path, ["rev-list", "--count", "main..proposal/35719482"]).trim()).toBe("1");
  });

  test("a plain server gets the branch, and its next version in its place", async () => {
    const server = newReviewServer(http, "plain");
    const folder = server.clone(kind, "hugo");
    await does(folder, ["set", "48229482", "status=review"]);
    const proposed = await does(folder, ["propose", "--json"]);
    const commit = tip(server.path, "proposal/35719482");
    expect(JSON.parse(proposed.out)).toEqual({ topic: "35719482", commit, host: "plain", url: null });
    await does(folder, ["set", "48229482", "priority=high"]);
    await does(folder, ["propose", "--amend"]);
    expect(tip(server.path, "proposal/35719482")).toBe(tip(folder, "proposal/35719482"));
    expect(server.pushOptions()).toEqual([[], []]);
  });

  test("one proposal holds many stories", async () => {
    const server = newReviewServer(http, "gerrit");
    const folder = server.clone(kind, "hugo");
    const topic = kind === "checkout" ? [] : ["--topic", "sweep"];
    await does(folder, ["set", "48229482", "status=review", ...topic]);
    await does(folder, ["comment", "48213377", "-m", "Looked at it.", ...topic]);
    const made = await does(folder, ["new", "A third", "-p", "lantern/docs", "--no-similar", ...topic]);
    await does(folder, ["propose", "--topic", "sweep"]);
    const [change] = Object.values(server.reviews());
    expect(change?.topic).toBe("sweep");
    const commit = change?.sets[0] ?? "";
    expect(git(server.path, ["diff", "--name-only", "main", commit]).trim().split("\n")).toHaveLength(4);
    const said = message(server.path, commit);
    expect(said.split("\n")[0]).toMatch(new RegExp(`^story ${made.out.trim()}: .*, and 3 more$`));
    expect(said.match(/^Story: \d+$/gm)).toHaveLength(3);
  });
});

describe("GitHub", () => {
  test.each(kinds)("gets the branch, and the page that opens a pull request is named (%s)", async (kind) => {
    const server = newReviewServer(http, "github");
    const folder = server.clone(kind, "hugo");
    git(folder, ["config", `url.${server.url}.insteadOf`, "git@github.com:lantern/tracker.git"]);
    git(folder, ["remote", "set-url", "origin", "git@github.com:lantern/tracker.git"]);
    await does(folder, ["set", "48229482", "status=review"]);
    const { out } = await does(folder, ["propose"]);
    expect(out).toBe("https://github.com/lantern/tracker/compare/main...proposal%2F35719482?expand=1\n");
    expect(tip(server.path, "proposal/35719482")).toBe(tip(folder, "proposal/35719482"));
  });

  test("with its own program the pull request is opened, once", async () => {
    const server = newReviewServer(http, "github");
    const folder = server.clone("bare", "hugo");
    const bin = newFolder();
    const log = join(bin, "gh.log");
    const script = [
      "#!/bin/sh",
      `printf '%s\\0' "$@" >> ${log}; printf '\\n' >> ${log}`,
      `[ "$2" = create ] && touch ${bin}/opened`,
      `[ "$2" = view ] && ! [ -e ${bin}/opened ] && echo "no pull requests found" >&2 && exit 1`,
      "echo https://github.com/lantern/tracker/pull/7",
      "",
    ].join("\n");
    writeFileSync(join(bin, "gh"), script);
    chmodSync(join(bin, "gh"), 0o755);
    const variables = { ...gitEnvironment, PATH: `${bin}${delimiter}${process.env.PATH}` };
    await does(folder, ["set", "48229482", "status=review"]);
    const first = await storytree(folder, ["propose"], { variables });
    expect(first).toMatchObject({ exit: 0, out: "https://github.com/lantern/tracker/pull/7\n" });
    await does(folder, ["set", "48229482", "priority=high"]);
    const second = await storytree(folder, ["propose", "--amend"], { variables });
    expect(second).toMatchObject({ exit: 0, out: first.out });
    const calls = readFileSync(log, "utf8")
      .trim()
      .split("\0\n")
      .map((call) => call.replace(/\0$/, "").split("\0"));
    expect(calls.map((call) => call.slice(0, 2).join(" "))).toEqual(["pr view", "pr create", "pr view"]);
    const description = "Story: 35719482\nTask: 48229482";
    const wish = ["--head", "proposal/35719482", "--base", "main", "--title", subject, "--body", description];
    expect(calls[1]).toEqual(["pr", "create", ...wish]);
    expect(existsSync(join(folder, "gh.log"))).toBe(false);
  });
});
