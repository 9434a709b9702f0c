// Changing one task of a large tracker, beside starting Node.js; a commit of it, beside git's own add and commit.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { sideBySide, timed } from "./measure.mjs";
import { benchTracker } from "./tracker.mjs";

export const name = "write";

export async function run({ stories, rounds, folder, program, say }) {
  const tracker = await benchTracker(folder, stories, say);
  const place = mkdtempSync(join(tmpdir(), "storytree-bench-"));
  const git = (at, ...args) => execFileSync("git", ["-C", at, ...args], { encoding: "utf8" }).trimEnd();
  const results = [];
  try {
    const bare = join(place, "bare.git");
    const checkout = join(place, "checkout");
    say(`cloning ${stories} stories, without a checkout and with one`);
    execFileSync("git", ["clone", "--quiet", "--bare", "--no-local", tracker, bare]);
    execFileSync("git", ["clone", "--quiet", tracker, checkout]);
    const [folder] = git(bare, "ls-tree", "--name-only", "main", "stories/").split("\n").slice(-1);
    const path = git(bare, "ls-tree", "-r", "--name-only", "main", `${folder}/`)
      .split("\n")
      .find((each) => each.includes("/tasks/"));
    const task = path.replace(/^.*\/|\.md$/g, "");
    for (const at of [bare, checkout]) {
      for (const [key, value] of [
        ["user.name", "P"],
        ["user.email", "p@lantern.example"],
        ["storytree.person", "person-1"],
      ])
        git(at, "config", key, value);
    }
    let turn = 0;
    const set = (at) => () => {
      turn += 1;
      return timed([...program, "-C", at, "set", task, `points=${turn}`]);
    };
    say("setting a field, and committing with git");
    const measured = await sideBySide(Math.max(7, rounds), {
      node: () => timed([process.execPath, "-e", "0"]),
      bare: set(bare),
      checkout: set(checkout),
    });
    for (const kind of ["bare", "checkout"]) {
      results.push({
        what: `set one field in a ${kind === "bare" ? "bare clone" : "checkout"} of ${stories} stories: milliseconds above node -e 0`,
        ours: measured[kind].milliseconds,
        theirs: measured.node.milliseconds,
        above: measured[kind].milliseconds - measured.node.milliseconds,
        limit: 150,
      });
      // On a machine that does other things as well, this tells more.
      results.push({
        what: `the same: milliseconds of processor time above node -e 0, its git processes included`,
        ours: measured[kind].busy,
        theirs: measured.node.busy,
        above: measured[kind].busy - measured.node.busy,
        limit: null,
      });
    }
    say("changing every task of a project at once");
    await timed([...program, "-C", bare, "index"]);
    const query = "project:lantern/part-0";
    const bulk = await sideBySide(1, {
      list: () => timed([...program, "-C", bare, "list", query, "--limit", "0", "--format", "ids"]),
      set: () => timed([...program, "-C", bare, "--quiet", "set", "--query", query, "points=5", "--topic", "bulk"]),
    });
    const files = Number(git(bare, "diff-tree", "-r", "--name-only", "main", "proposal/bulk").split("\n").length);
    results.push({
      what: `set --query of ${files} tasks in one commit, of ${stories} stories: beside listing them`,
      ours: bulk.set.milliseconds,
      theirs: bulk.list.milliseconds,
      ratio: bulk.set.milliseconds / bulk.list.milliseconds,
      limit: null,
      memory: { mebibytes: Math.round(bulk.set.mebibytes), limit: 1024 },
    });
    git(bare, "update-ref", "-d", "refs/heads/proposal/bulk");
    say("committing one story, by plumbing and through an index");
    const commitStep = await committer(place, bare, path);
    const commits = await sideBySide(Math.max(5, rounds), {
      git: async () => {
        await set(checkout)();
        const added = await timed(["git", "-C", checkout, "add", path]);
        const committed = await timed(["git", "-C", checkout, "commit", "--quiet", "--message", "x"]);
        return { milliseconds: added.milliseconds + committed.milliseconds, mebibytes: committed.mebibytes };
      },
      storytree: set(bare),
      step: commitStep,
    });
    const beside = `beside git add and git commit in a checkout, ${stories} stories`;
    results.push({
      what: `one-story commit without a checkout, ${beside}`,
      ours: commits.step.milliseconds,
      theirs: commits.git.milliseconds,
      ratio: commits.step.milliseconds / commits.git.milliseconds,
      limit: 1 / 20,
    });
    results.push({
      what: `the whole command that makes it (starting, finding, judging), ${beside}`,
      ours: commits.storytree.milliseconds,
      theirs: commits.git.milliseconds,
      ratio: commits.storytree.milliseconds / commits.git.milliseconds,
      limit: null,
    });
  } finally {
    if (existsSync(place)) rmSync(place, { recursive: true, force: true });
  }
  return results;
}

/** The commit alone, by the very functions that the commands call: a new blob, its trees and its commit, and the branch moved to it. */
async function committer(place, repository, path) {
  const outfile = join(place, "commit.cjs");
  const source = (name) => JSON.stringify(fileURLToPath(new URL(`../src/tracker/${name}.ts`, import.meta.url)));
  await build({
    stdin: {
      contents: ["commit-change", "git/git-objects", "git/process", "git/repository"]
        .map((name) => `export * from ${source(name)};`)
        .join(""),
      resolveDir: place,
    },
    outfile,
    bundle: true,
    format: "cjs",
    platform: "node",
    logLevel: "warning",
  });
  const { findRepository, gitObjects, gitProgram, moveRef, writeCommit } = createRequire(import.meta.url)(outfile);
  const run = { git: gitProgram(process.env), repository: findRepository(repository) };
  const objects = gitObjects(run);
  const git = (...args) => execFileSync("git", ["-C", repository, ...args], { encoding: "utf8" });
  const before = git("show", `main:${path}`);
  const parent = git("rev-parse", "main").trim();
  const person = { name: "P", email: "p@lantern.example" };
  let was = null;
  let turn = 0;
  return async () => {
    turn += 1;
    const change = { files: [{ path, before, after: `${before}turn ${turn}\n` }], message: "x\n" };
    const common = { change, author: person, authored: turn, committer: person, committed: turn };
    const started = process.hrtime.bigint();
    const oid = await writeCommit({ run, objects }, { ...common, parent: was ?? parent, tree: null, message: "x\n" });
    await moveRef(run, "refs/heads/proposal/bench-step", oid, was);
    was = oid;
    return { milliseconds: Number(process.hrtime.bigint() - started) / 1e6 };
  };
}
