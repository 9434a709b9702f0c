// Keeps what V8 compiles of the bundle beside it: compiling it anew is most of what a short command would wait for.

import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Writes dist/storytree.cache, and dist/quick.<command>.cache for each of the commonest, by running these once, on a copy of the tests' tracker;
 * and dist/storytree.build.cache, of a site brought to the next commit, which loads most of the program.
 * Without git, or without that tracker, the bundle is just not kept compiled. It fits this version of Node.js alone; any other does
 * without.
 */
export function writeCodeCache(root) {
  const source = join(root, "test", "tiny-tracker");
  if (!existsSync(source)) return;
  const place = mkdtempSync(join(tmpdir(), "storytree-build-"));
  const git = (...args) => execFileSync("git", args, { cwd: place, env, stdio: "ignore" });
  const env = {
    ...process.env,
    ...{
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_AUTHOR_NAME: "A",
      GIT_AUTHOR_EMAIL: "a@example.org",
    },
    ...{ GIT_COMMITTER_NAME: "A", GIT_COMMITTER_EMAIL: "a@example.org" },
  };
  try {
    cpSync(source, join(place, "checkout"), { recursive: true });
    git("init", "--quiet", "--initial-branch=main", "checkout");
    git("-C", "checkout", "add", "--all");
    git("-C", "checkout", "commit", "--quiet", "--message", "x");
    git("clone", "--quiet", "--bare", "checkout", "bare");
    const asked = [
      ["set", "48229482", "status=todo"],
      ["set", "48229482", "assignee=hugo"],
      ["list", "status:active", "--color", "always"],
      ["show", "48229482"],
      ["complete", "--shell", "bash", "--", "set", "4822"],
    ];
    const keep = (program, file, commands) => {
      const runs = ["bare", "checkout"].flatMap((at) => commands.map((words) => ["-C", at, ...words]));
      spawnSync(process.execPath, [join(root, "bin", "storytree")], {
        cwd: place,
        env: {
          ...env,
          STORYTREE_KEEP_COMPILED: JSON.stringify({ program, file: join(root, "dist", file), commands: runs }),
        },
        stdio: "ignore",
      });
    };
    keep("storytree", "storytree.cache", asked);
    // What a command does not need takes its time all the same: the commonest have their own, of what they do when nothing has changed.
    for (const name of ["list", "show", "set"]) {
      const own = asked.filter(([word]) => word === name);
      keep("quick", `quick.${name}.cache`, own);
      keep("quick", `quick.${name}.cache`, own);
    }
    const task = join(place, "checkout", "stories", "482", "35719482", "tasks", "48229482.md");
    const text = readFileSync(task, "utf8");
    for (const points of [2, 3]) {
      writeFileSync(task, text.replace(/^status: /m, `points: ${points}\nstatus: `));
      git("-C", "checkout", "commit", "--quiet", "--all", "--message", "x");
      git("-C", "bare", "fetch", "--quiet", "origin", "main:main");
      keep("quick", "quick.index.cache", [["index"]]);
      keep("storytree", "storytree.build.cache", [["build", "--out", "../site"]]);
    }
  } catch {
    // It runs without.
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
