// The CI gate beside what git needs to read the same bytes: every file, and one proposal.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sideBySide, timed } from "./measure.mjs";
import { benchTracker } from "./tracker.mjs";

export const name = "validate";

export async function run({ stories, rounds, folder, program, say }) {
  const results = [];
  const sizes = [stories / 10, stories];
  const walls = [];
  for (const size of sizes) {
    const tracker = await benchTracker(folder, size, say);
    say(`validating ${size} stories`);
    const read = `git -C '${tracker}' ls-tree -r --format='%(objectname)' main | git -C '${tracker}' cat-file --batch --buffer > /dev/null`;
    const measured = await sideBySide(rounds, {
      git: () => timed(["sh", "-c", read]),
      storytree: () => timed([...program, "-C", tracker, "validate"]),
    });
    walls.push(measured.storytree.milliseconds);
    results.push({
      what: `full validation of ${size} stories, beside git reading the blobs`,
      ...against(measured.storytree, measured.git),
      // A tenth of the files is over before the program has warmed up: that figure is for the curve.
      limit: size === stories ? 2 : null,
      memory: { mebibytes: Math.round(measured.storytree.mebibytes), limit: 1024 },
    });
  }
  results.push({
    what: `full validation, ${sizes[1]} stories beside ${sizes[0]}`,
    ours: walls[1],
    theirs: walls[0],
    ratio: walls[1] / walls[0],
    limit: 12,
  });

  const tracker = await benchTracker(folder, stories, say);
  const clone = join(mkdtempSync(join(tmpdir(), "storytree-bench-")), "clone.git");
  try {
    say("proposing changes of one file");
    execFileSync("git", ["clone", "--quiet", "--bare", "--no-local", tracker, clone]);
    for (const [change, commit] of Object.entries(proposals(clone))) {
      const measured = await sideBySide(Math.max(5, rounds), {
        git: () => timed(["git", "-C", clone, "diff-tree", "-r", "main", commit]),
        node: () => timed([process.execPath, "-e", "0"]),
        storytree: () => timed([...program, "-C", clone, "validate", "--base", "main", "--rev", commit]),
      });
      const floor = measured.git.milliseconds + measured.node.milliseconds;
      results.push({
        what: `validate --base in a fresh clone of ${stories} stories, ${change}: milliseconds above git diff-tree and node -e 0`,
        ours: measured.storytree.milliseconds,
        theirs: floor,
        above: measured.storytree.milliseconds - floor,
        limit: 400,
      });
    }
  } finally {
    rmSync(join(clone, ".."), { recursive: true, force: true });
  }
  return results;
}

function against(ours, theirs) {
  return { ours: ours.milliseconds, theirs: theirs.milliseconds, ratio: ours.milliseconds / theirs.milliseconds };
}

/** Commits that change one file each, made without a checkout. */
function proposals(repository) {
  const git = (args, input) => execFileSync("git", ["-C", repository, ...args], { encoding: "utf8", input }).trimEnd();
  const paths = git(["ls-tree", "-r", "--name-only", "main", "stories/377/"]).split("\n");
  const story = paths.find((path) => path.endsWith("/story.md"));
  const task = paths.find((path) => path.includes("/tasks/"));
  const commit = (branch, path, text) => {
    const stream = `commit refs/heads/${branch}\ncommitter B <b@lantern.example> 1800000000 +0000\ndata 1\nx\nfrom refs/heads/main\nM 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
    git(["fast-import", "--quiet", "--force"], stream);
    return branch;
  };
  const of = (path) => git(["cat-file", "blob", `main:${path}`]);
  return {
    "an edited story": commit("edited-story", story, `${of(story).replace(/^triage: .*$/m, "triage: confirmed")}\n`),
    "an edited task": commit("edited-task", task, `${of(task).replace(/^priority: .*$/m, "priority: wishlist")}\n`),
    "a new story": commit(
      "new-story",
      "stories/377/48213377/story.md",
      "---\ntitle: New\nauthor: person-1\ncreated: 2026-11-01T00:00:00Z\n---\nText.\n",
    ),
    "a new comment": commit(
      "new-comment",
      story.replace("story.md", "comments/20261101T000000Z-new0.md"),
      "---\nauthor: person-1\n---\nText.\n",
    ),
  };
}
