// What the pre-push hook of a clone lets through, by real pushes: nothing that would break the tracker, and nothing private to where it does not belong.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { newClone, newServer } from "../support/clones.ts";
import { commit, git, newFolder, newRepository, projectRoot, writeFiles } from "../support/folder.ts";
import { newTracker } from "../support/new-tracker.ts";
import { push } from "../support/push.ts";
import { storytree } from "../support/terminal.ts";

const story = "stories/377/48213377/story.md";

beforeAll(() => {
  expect(existsSync(join(projectRoot, "dist", "storytree.js")), "build it first: npm run build").toBe(true);
});

const clone = () => newClone(newServer(), "checkout", "hugo");

describe("the hook", () => {
  test("lets pass what is good, and refuses what would break the tracker", async () => {
    const folder = clone();
    await storytree(folder, ["setup"]);
    const text = git(folder, ["show", `HEAD:${story}`]);
    commit(folder, { [story]: text.replace("triage: confirmed", "triage: triaged") });
    expect(await push(folder, "origin", ["main", "HEAD:refs/heads/proposal/48213377"])).toMatchObject({
      accepted: true,
    });
    commit(folder, { [story]: text.replace("triage: confirmed", "triage: perhaps") });
    for (const refs of [["main"], ["HEAD:refs/heads/proposal/2"], ["HEAD:refs/for/main"]]) {
      const { accepted, said } = await push(folder, "origin", refs);
      expect(accepted).toBe(false);
      expect(said).toContain(`${story}:`);
      expect(said).toContain("would break the tracker, so nothing is pushed [broken-push]");
    }
    expect(await push(folder, "origin", [":refs/heads/proposal/48213377"])).toMatchObject({ accepted: true });
  });

  test("judges a branch that is based on an older state as it would merge", async () => {
    const folder = clone();
    await storytree(folder, ["setup"]);
    git(folder, ["switch", "--quiet", "-c", "proposal/1"]);
    const text = git(folder, ["show", `HEAD:${story}`]);
    commit(folder, { [story]: text.replace("triage: confirmed", "triage: triaged") });
    git(folder, ["switch", "--quiet", "main"]);
    commit(folder, { [story]: text.replace("triage: confirmed", "triage: rejected") });
    expect(await push(folder, "origin", ["main"])).toMatchObject({ accepted: true });
    const { accepted, said } = await push(folder, "origin", ["proposal/1"]);
    expect(accepted).toBe(false);
    expect(said).toContain("both sides changed the same lines");
  });

  test("judges the first push whole, and branches that are no tracker not at all", async () => {
    const folder = await newTracker("plain");
    const server = join(newFolder(), "new.git");
    git(newFolder(), ["init", "--quiet", "--bare", server]);
    git(folder, ["remote", "add", "origin", server]);
    writeFiles(folder, {
      "tracker.yaml": readFileSync(join(folder, "tracker.yaml"), "utf8").replace("restricted", "public"),
    });
    commit(folder, {});
    await storytree(folder, ["setup"]);
    git(folder, ["switch", "--quiet", "--orphan", "pages"]);
    commit(folder, { "index.html": "<!doctype html>\n" });
    expect(await push(folder, "origin", ["pages"])).toMatchObject({ accepted: true });
    git(folder, ["switch", "--quiet", "main"]);
    const broken = commit(folder, { "people/x.md": "nothing\n" });
    expect(await push(folder, "origin", ["main"])).toMatchObject({
      accepted: false,
      said: expect.stringContaining("people/x.md"),
    });
    expect(await push(folder, "origin", [`${broken}~1:refs/heads/main`])).toMatchObject({ accepted: true });
  });

  test("works in every kind of clone", async () => {
    for (const kind of ["bare", "blobless"] as const) {
      const folder = newClone(newServer(), kind, "hugo");
      await storytree(folder, ["setup"]);
      await storytree(folder, ["set", "48213377", "triage=triaged"]);
      const remote = kind === "bare" ? git(folder, ["remote", "get-url", "origin"]).trim() : "origin";
      expect(await push(folder, remote, ["proposal/48213377"])).toMatchObject({ accepted: true });
    }
  });

  test("without the program nothing is pushed", async () => {
    const folder = clone();
    await storytree(folder, ["setup"]);
    git(folder, ["config", "storytree.program", "/nowhere/storytree"]);
    commit(folder, {});
    expect(await push(folder, "origin", ["main"])).toMatchObject({
      accepted: false,
      said: expect.stringContaining("/nowhere/storytree"),
    });
  });
});

describe("a restricted tracker", () => {
  /** A restricted tracker in a clone that is set up, the server it lives on, and a public one. */
  async function scene() {
    const config = "format: 1\nname: Secret\nvisibility: restricted\n";
    const folder = newRepository({ "tracker.yaml": config, "people/hugo.md": "---\nname: Hugo\n---\n" });
    const [own, other] = [newFolder(), newServer()];
    git(own, ["init", "--quiet", "--bare"]);
    git(folder, ["remote", "add", "origin", own]);
    git(folder, ["remote", "add", "public", other]);
    await storytree(folder, ["setup"]);
    return { folder, own, other };
  }
  const everything = (server: string) => [
    git(server, ["for-each-ref"]),
    git(server, ["cat-file", "--batch-all-objects", "--batch-check"]),
  ];

  test("goes to its own place, and to no other, by whatever way", async () => {
    const { folder, own, other } = await scene();
    const before = everything(other);
    git(folder, ["tag", "v1"]);
    git(folder, ["tag", "-a", "-m", "x", "v2"]);
    for (const [url, ref] of [
      ["public", "HEAD:main"],
      ["public", "HEAD:refs/heads/proposal/1"],
      [other, "main:refs/for/main"],
      [`file://${other}`, "v1"],
      ["public", "v2"],
      ["public", "HEAD^{tree}:refs/tags/tree"],
      [
        "public",
        "HEAD:tracker.yaml:refs/tags/file".replace(
          "HEAD:tracker.yaml",
          git(folder, ["rev-parse", "HEAD:tracker.yaml"]).trim(),
        ),
      ],
    ] as const) {
      const { accepted, said } = await push(folder, url, ["--force", ref]);
      expect([accepted, said], ref).toEqual([false, expect.stringContaining("comes from a restricted tracker")]);
      expect(said).toContain(`it is pushed to ${own} only`);
    }
    expect(everything(other)).toEqual(before);
    expect(await push(folder, "origin", ["main", "v1"])).toMatchObject({ accepted: true });
    git(folder, ["remote", "rename", "origin", "home"]);
    expect(await push(folder, "home", ["HEAD:refs/heads/proposal/1"])).toMatchObject({ accepted: true });
  });

  test("does so even when its configuration says something else now, or its place is not known", async () => {
    const { folder, other } = await scene();
    git(folder, ["push", "--quiet", "origin", "main"]);
    git(folder, ["fetch", "--quiet", "origin"]);
    const config = readFileSync(join(folder, "tracker.yaml"), "utf8");
    commit(folder, { "tracker.yaml": config.replace("restricted", "public") });
    git(folder, ["config", "--unset", "storytree.own"]);
    const { accepted, said } = await push(folder, "public", ["--force", "main"]);
    expect([accepted, said]).toEqual([false, expect.stringContaining("[private-push]")]);
    expect(git(other, ["rev-list", "--count", "main"])).toBe("1\n");
  });

  test("is not let out through a public clone that has fetched it", async () => {
    const { folder: secret } = await scene();
    const folder = clone();
    await storytree(folder, ["setup"]);
    git(folder, ["fetch", "--quiet", secret, "main"]);
    const fetched = await push(folder, "origin", ["FETCH_HEAD:refs/heads/x"]);
    expect(fetched).toMatchObject({
      accepted: false,
      said: expect.stringContaining("a restricted tracker has a clone of its own"),
    });
    git(folder, ["merge", "--quiet", "--allow-unrelated-histories", "-s", "ours", "-m", "Hide it", "FETCH_HEAD"]);
    expect(await push(folder, "origin", ["main"])).toMatchObject({ accepted: false });
  });

  test.each(["separate", "off", "remerge"])("is found in a merge alone, where git shows merges %s", async (shown) => {
    const folder = clone();
    await storytree(folder, ["setup"]);
    const config = readFileSync(join(folder, "tracker.yaml"), "utf8");
    git(folder, ["checkout", "--quiet", "-b", "side"]);
    commit(folder, { "side.md": "side\n" });
    git(folder, ["checkout", "--quiet", "main"]);
    commit(folder, { "main.md": "main\n" });
    git(folder, ["merge", "--quiet", "--no-ff", "--no-commit", "side"]);
    commit(folder, { "tracker.yaml": config.replace("public", "restricted") });
    commit(folder, { "tracker.yaml": config });
    git(folder, ["config", "log.diffMerges", shown]);
    expect(await push(folder, "origin", ["main"])).toMatchObject({
      accepted: false,
      said: expect.stringContaining("[private-push]"),
    });
  });

  test("the hook itself answers with 5", async () => {
    const { folder, other } = await scene();
    const oid = git(folder, ["rev-parse", "HEAD"]).trim();
    const input = async () => Buffer.from(`refs/heads/main ${oid} refs/heads/main ${"0".repeat(40)}\n`);
    expect(await storytree(folder, ["hook", "pre-push", "public", other], { input })).toMatchObject({ exit: 5 });
    const strange = { input: async () => Buffer.from("what is this\n") };
    expect(await storytree(folder, ["hook", "pre-push", "public", other], strange)).toMatchObject({ exit: 2 });
  });
});
