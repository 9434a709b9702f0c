// The history index beside `git log --first-parent --raw`: a tracker that came to be in a great many commits of one file each.

import { execFileSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { benchHistory, squashed } from "./history-tracker.mjs";
import { sideBySide, timed } from "./measure.mjs";

export const name = "history";

export async function run({ rounds, folder, program, say }) {
  const commits = Number(process.env.COMMITS ?? 1_000_000);
  const tracker = await benchHistory(folder, commits, say);
  const flat = await squashed(tracker, say);
  const fresh = (path) => {
    rmSync(join(path, "storytree"), { recursive: true, force: true });
    return timed([...program, "-C", path, "index"]);
  };
  say(`indexing ${commits} commits`);
  const measured = await sideBySide(rounds, {
    git: () => timed(["sh", "-c", `git -C '${tracker}' log --first-parent --raw main > /dev/null`]),
    storytree: () => fresh(tracker),
    // The same files as one commit: what is left when this is taken away is the history's share.
    files: () => fresh(flat),
  });
  const { git, storytree, files } = measured;
  const share = storytree.milliseconds - files.milliseconds;
  const results = [
    {
      what: `the history's share of indexing ${commits} commits, beside git log --first-parent --raw`,
      ours: share,
      theirs: git.milliseconds,
      ratio: share / git.milliseconds,
      limit: 3,
      // The largest process is the git that is asked for history, which holds every commit: it may be no larger than `git log` is.
      memory: {
        mebibytes: Math.round(storytree.mebibytes),
        limit: Math.max(1024, Math.round(1.1 * git.mebibytes)),
      },
    },
    {
      what: `the whole index of ${commits} commits, beside git log --first-parent --raw`,
      ours: storytree.milliseconds,
      theirs: git.milliseconds,
      ratio: storytree.milliseconds / git.milliseconds,
      limit: null,
    },
  ];
  if (!existsSync(join(tracker, "storytree"))) throw new Error("there is no index to ask");
  await timed([...program, "-C", tracker, "list", "--limit", "1"]);
  const story = execFileSync("git", ["-C", tracker, "ls-tree", "--name-only", "main", "stories/500/"], {
    encoding: "utf8",
  })
    .trim()
    .split("\n")
    .at(-1)
    .split("/")
    .at(-1);
  for (const command of ["log", "blame"]) {
    const asked = await sideBySide(Math.max(5, rounds), {
      node: () => timed([process.execPath, "-e", "0"]),
      storytree: () => timed([...program, "-C", tracker, command, story]),
    });
    results.push({
      what: `${command} of a story among ${commits} commits: milliseconds above node -e 0`,
      ours: asked.storytree.milliseconds,
      theirs: asked.node.milliseconds,
      above: asked.storytree.milliseconds - asked.node.milliseconds,
      limit: null,
    });
  }
  return results;
}
