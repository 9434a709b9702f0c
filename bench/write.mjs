// Changing one task of a large tracker, beside starting Node.js, and beside git's own add and commit.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
    const path = git(bare, "ls-tree", "-r", "--name-only", "main", "stories/377/")
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
    }
    const commits = await sideBySide(Math.max(3, rounds), {
      git: async () => {
        await set(checkout)();
        const added = await timed(["git", "-C", checkout, "add", path]);
        const committed = await timed(["git", "-C", checkout, "commit", "--quiet", "--message", "x"]);
        return { milliseconds: added.milliseconds + committed.milliseconds, mebibytes: committed.mebibytes };
      },
      storytree: set(bare),
    });
    results.push({
      what: `one-story commit without a checkout (the whole command), beside git add and git commit in one, ${stories} stories`,
      ours: commits.storytree.milliseconds,
      theirs: commits.git.milliseconds,
      ratio: commits.storytree.milliseconds / commits.git.milliseconds,
      limit: 1 / 20,
    });
  } finally {
    if (existsSync(place)) rmSync(place, { recursive: true, force: true });
  }
  return results;
}
