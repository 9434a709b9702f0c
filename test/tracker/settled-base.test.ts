// A tracker without a checkout is opened by reading files: what these say is what git says, and where they do not suffice git is asked.

import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { findRepository } from "../../src/tracker/git/repository.ts";
import { settledBase } from "../../src/tracker/settled-base.ts";
import { newClone, newServer } from "../support/clones.ts";
import { commit, git, gitEnvironment, newFolder, newRepository, writeFiles } from "../support/folder.ts";
import { storytree } from "../support/terminal.ts";

const server = newServer();

function baseIn(folder: string, withProposals = false, variables: Record<string, string> = {}) {
  const repository = findRepository(folder);
  if (!repository) throw new Error("there is no repository");
  return settledBase({ git: gitProgram({ ...gitEnvironment, ...variables }), repository }, withProposals);
}

const head = (folder: string, name = "HEAD") => git(folder, ["rev-parse", name]).trim();

describe("the commit is the one that git names", () => {
  test.each<[string, (folder: string) => void]>([
    ["a branch in a file of its own", () => undefined],
    ["a packed branch", (folder) => git(folder, ["pack-refs", "--all"])],
    ["a branch that was packed and moved on", movedOn],
    ["a detached HEAD", (folder) => git(folder, ["update-ref", "--no-deref", "HEAD", head(folder)])],
    ["another branch", (folder) => git(folder, ["symbolic-ref", "HEAD", "refs/heads/other/one"])],
    ["a branch whose name is the end of another's", (folder) => git(folder, ["branch", "refs/heads/main", "HEAD"])],
  ])("%s", (_, make) => {
    const folder = newClone(server, "bare", "hugo");
    git(folder, ["branch", "other/one"]);
    make(folder);
    expect(baseIn(folder)).toBe(head(folder));
  });

  test("origin/HEAD goes before HEAD, and HEAD is taken where it leads nowhere", () => {
    const folder = newClone(server, "no-checkout", "hugo");
    git(folder, ["update-ref", "refs/heads/main", git(folder, ["commit-tree", "-m", "x", "HEAD^{tree}"]).trim()]);
    expect(baseIn(folder)).toBe(head(folder, "origin/main"));
    expect(head(folder)).not.toBe(head(folder, "origin/main"));
    git(folder, ["symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/gone"]);
    expect(baseIn(folder)).toBe(head(folder));
  });

  test("ids of 64 digits as well", () => {
    const folder = newFolder();
    git(folder, ["init", "--quiet", "--initial-branch=main", "--object-format=sha256"]);
    commit(folder, { "tracker.yaml": "x\n" });
    expect(baseIn(folder)).toBe(head(folder));
    git(folder, ["pack-refs", "--all"]);
    expect(baseIn(folder)).toBe(head(folder));
  });
});

function movedOn(folder: string): void {
  git(folder, ["pack-refs", "--all"]);
  git(folder, ["update-ref", "refs/heads/main", git(folder, ["commit-tree", "-m", "x", "HEAD^{tree}"]).trim()]);
}

describe("git is asked", () => {
  const home = (config: string): Record<string, string> => {
    const folder = newFolder();
    writeFileSync(join(folder, ".gitconfig"), config);
    return { HOME: folder };
  };

  test("where the repository or its user names another base", () => {
    const folder = newClone(server, "bare", "hugo");
    expect(baseIn(folder, false, home("[storytree]\n\tbase = other\n"))).toBeNull();
    expect(baseIn(folder, false, home('[includeIf "hasconfig:remote.*.url:x"]\n\tpath = y\n'))).toBeNull();
    expect(baseIn(folder, false, home("[include] path = ~root/file\n"))).toBeNull();
    expect(baseIn(folder, false, home("[core\n[storytree] base = other\n"))).toBeNull();
    expect(baseIn(folder, false, home("[user]\n\tname = Hugo\n"))).toBe(head(folder));
    git(folder, ["config", "extensions.worktreeConfig", "yes"]);
    expect(baseIn(folder)).toBeNull();
    git(folder, ["config", "--unset", "extensions.worktreeConfig"]);
    git(folder, ["config", "storytree.base", "other"]);
    expect(baseIn(folder)).toBeNull();
  });

  test("where what origin/HEAD names is not here", async () => {
    const folder = newClone(server, "no-checkout", "hugo");
    writeFiles(folder, { ".git/refs/remotes/origin/main": `${"1".repeat(40)}\n` });
    expect((await storytree(folder, ["list"])).out).toContain("48213377");
  });

  test.skipIf(process.getuid?.() !== 0)("of somebody else's repository (skipped but for root)", () => {
    const folder = newClone(server, "bare", "hugo");
    chownSync(folder, 65_534, 65_534);
    expect(baseIn(folder)).toBeNull();
  });

  test("where there is no commit yet, and where refs lie in tables", () => {
    expect(baseIn(newRepository())).toBeNull();
    const folder = newClone(server, "bare", "hugo");
    mkdirSync(join(folder, "reftable"));
    expect(baseIn(folder)).toBeNull();
  });

  test("where proposals are being prepared, by who wants to see them", () => {
    const folder = newClone(server, "bare", "hugo");
    for (const [branch, packed] of [
      ["proposals", false],
      ["proposal/one", false],
      ["proposal/one", true],
    ] as const) {
      git(folder, ["branch", "--force", branch]);
      if (packed) git(folder, ["pack-refs", "--all"]);
      expect(baseIn(folder, true), branch).toBe(branch === "proposals" ? head(folder) : null);
      expect(baseIn(folder, false)).toBe(head(folder));
    }
  });
});

describe("a tracker that has not moved", () => {
  /** An environment whose git writes down that it was started. */
  function counting(): { variables: Record<string, string>; started: () => string[] } {
    const folder = newFolder();
    const log = join(folder, "started");
    const real = git(folder, ["--exec-path"]).trim();
    writeFiles(folder, { git: `#!/bin/sh\necho "$*" >> '${log}'\nexec '${join(real, "git")}' "$@"\n` });
    chmodSync(join(folder, "git"), 0o755);
    return {
      variables: { ...gitEnvironment, PATH: `${folder}:${gitEnvironment.PATH}` },
      started: () => (existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : []),
    };
  }

  test.each(["bare", "no-checkout", "blobless"] as const)(
    "is listed and shown without git, from a %s clone",
    async (kind) => {
      const folder = newClone(server, kind, "hugo");
      const fresh = await storytree(folder, ["list"]);
      const { variables, started } = counting();
      expect(await storytree(folder, ["list"], { variables })).toEqual(fresh);
      expect((await storytree(folder, ["show", "48213377"], { variables })).exit).toBe(0);
      expect(started()).toEqual([]);
    },
  );

  test("shows what is committed meanwhile, also of its own configuration", async () => {
    const folder = newClone(server, "bare", "hugo");
    const work = join(newFolder(), "work");
    git(folder, ["clone", "--quiet", folder, work]);
    await storytree(folder, ["list"]);
    const path = "stories/377/48213377/story.md";
    const title = readFileSync(join(work, path), "utf8").replace(/^title: .*$/m, "title: Another title");
    commit(work, { [path]: title });
    git(work, ["push", "--quiet", "origin", "main"]);
    expect((await storytree(folder, ["list", "id:48213377"])).out).toContain("Another title");
    const config = readFileSync(join(work, "tracker.yaml"), "utf8");
    commit(work, { "tracker.yaml": config.replace("visibility: public", "visibility: restricted") });
    git(work, ["push", "--quiet", "origin", "main"]);
    for (const _ of ["first", "then"]) {
      const { exit, err } = await storytree(folder, ["build", "--out", join(newFolder(), "site")]);
      expect([exit, err]).toEqual([5, expect.stringContaining("not public")]);
      await storytree(folder, ["list"]);
    }
  });

  test("is published by what its commit says, whatever is kept of it", async () => {
    const folder = newClone(newServer({ "tracker.yaml": "format: 1\nname: Secret\n" }), "bare", "hugo");
    await storytree(folder, ["list"]);
    const kept = join(folder, "storytree", "tracker-config.json");
    const text = Buffer.from("format: 1\nname: Secret\nvisibility: public\n").toString("base64");
    writeFileSync(kept, JSON.stringify({ commit: head(folder), text }));
    for (const args of [["build", "--out", join(newFolder(), "site")], ["serve"]]) {
      const { exit, err } = await storytree(folder, args);
      expect([exit, err], args[0]).toEqual([5, expect.stringContaining("not public")]);
    }
  });

  test("is opened by git where what was kept of it is damaged, or of another commit", async () => {
    const folder = newClone(server, "bare", "hugo");
    const fresh = await storytree(folder, ["list"]);
    const kept = join(folder, "storytree", "tracker-config.json");
    const { text } = JSON.parse(readFileSync(kept, "utf8"));
    for (const spoilt of ["", "{", "null", "[]", '{"commit":1}', JSON.stringify({ commit: "0".repeat(40), text })]) {
      writeFileSync(kept, spoilt);
      expect(await storytree(folder, ["list"])).toEqual(fresh);
      expect(JSON.parse(readFileSync(kept, "utf8"))).toEqual({ commit: head(folder), text });
    }
  });
});
