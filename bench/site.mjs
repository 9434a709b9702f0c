// Building the site, beside Hugo and Eleventy on the same stories; and bringing it to the next commit.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, sideBySide, timed } from "./measure.mjs";
import { installEleventy, makePeers } from "./site-peers.mjs";
import { benchTracker } from "./tracker.mjs";

export const name = "site";

/** Peers build this many: Eleventy needs gigabytes for more. */
const mostForPeers = 10_000;

export async function run({ stories, rounds, folder, program, say }) {
  const place = mkdtempSync(join(tmpdir(), "storytree-bench-"));
  const results = [];
  try {
    const few = Math.min(stories, mostForPeers);
    const tracker = await benchTracker(folder, few, say);
    const peers = await makePeers(join(folder, `site-${few}`), tracker, say);
    const out = join(place, "site");
    const ours = async (at, ...more) =>
      timed([...program, "-C", at, "build", "--out", out, "--url", "https://x.example", ...more]);
    await timed([...program, "-C", tracker, "index"]);
    const eleventy = installEleventy(peers);
    if (!existsSync("/usr/bin/hugo")) say("hugo is not installed (Debian's package hugo): left out");
    say(`building ${few} stories in turns`);
    const measured = await sideBySide(rounds, {
      storytree: () => ours(tracker, "--full"),
      ...(existsSync("/usr/bin/hugo")
        ? {
            hugo: () =>
              timed(["hugo", "--quiet", "--cleanDestinationDir", "-d", join(place, "hugo")], {
                cwd: join(peers, "hugo"),
              }),
          }
        : {}),
      ...(eleventy
        ? {
            eleventy: () =>
              timed([process.execPath, "--max-old-space-size=8192", eleventy, "--quiet"], {
                cwd: join(peers, "eleventy"),
              }),
          }
        : {}),
    });
    // What only leads to another page is none.
    const pages = (at) =>
      Number(
        execFileSync("sh", ["-c", `grep -rL --include='*.html' 'http-equiv="\\?refresh' "${at}" | wc -l`], {
          encoding: "utf8",
        }),
      );
    const perPage = (peer, at) => measured[peer].milliseconds / pages(at);
    for (const [peer, at] of [
      ["hugo", join(place, "hugo")],
      ["eleventy", join(peers, "eleventy", "_site")],
    ]) {
      if (!measured[peer]) continue;
      results.push({
        what: `whole site of ${few} stories beside ${peer}: wall time a page`,
        ours: measured.storytree.milliseconds,
        theirs: measured[peer].milliseconds,
        ratio: perPage("storytree", out) / perPage(peer, at),
        limit: peer === "hugo" ? 1 : null,
        ...(peer === "hugo"
          ? {
              memory: {
                mebibytes: Math.round(measured.storytree.mebibytes),
                limit: Math.round(measured.hugo.mebibytes / 2),
              },
            }
          : {}),
      });
    }
    for (const size of new Set([few, stories])) {
      const clone = join(place, `clone-${size}.git`);
      execFileSync("git", ["clone", "--quiet", "--bare", await benchTracker(folder, size, say), clone]);
      for (const [key, value] of [
        ["user.name", "P"],
        ["user.email", "p@lantern.example"],
        ["storytree.person", "person-1"],
      ])
        execFileSync("git", ["-C", clone, "config", key, value]);
      rmSync(out, { recursive: true, force: true });
      const whole = await ours(clone);
      const command = (...args) =>
        execFileSync(program[0], [...program.slice(1), "-C", clone, ...args], {
          encoding: "utf8",
          stdio: ["ignore", "pipe", "ignore"],
        }).trim();
      // How many pages change hangs on which story it is: of each kind there are some.
      const some = (query, ...more) =>
        command("list", "--format", "{id}", ...more, query)
          .split("\n")
          .slice(0, 3);
      const changes = {
        "a change of one task": some("task:todo", "--tasks").map((id) => ["set", id, "points=3"]),
        // Which turns the reports and the lists that it was in.
        "the closing of a story": some("status:active has:task").map((id) => [
          ...["set", "--query", `id:${id}`],
          "status=merged",
        ]),
      };
      for (const [change, commands] of Object.entries(changes)) {
        const times = [];
        for (const args of commands) {
          command(...args);
          accept(clone);
          times.push((await ours(clone)).milliseconds);
        }
        const next = { milliseconds: median(times) };
        const figure = { ours: next.milliseconds, theirs: whole.milliseconds };
        results.push({
          what: `site of ${size} stories after ${change}, beside the whole`,
          ...figure,
          ratio: next.milliseconds / whole.milliseconds,
          limit: size > mostForPeers ? null : 0.05,
        });
        if (size > mostForPeers)
          results.push({
            what: `site of ${size} stories after ${change}`,
            ...figure,
            theirs: 0,
            above: next.milliseconds,
            limit: 2_000,
          });
      }
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  return results;
}

/** What was proposed in a bare clone becomes its main branch. */
function accept(clone) {
  const git = (...args) => execFileSync("git", ["-C", clone, ...args], { encoding: "utf8" });
  const [branch = ""] = git("for-each-ref", "--format=%(refname)", "refs/heads/proposal/").split("\n");
  git("update-ref", "refs/heads/main", branch);
  git("update-ref", "-d", branch);
}
