// What `npm start` and `npm test` need first: the packages and a fresh bundle, made only when they are stale. Node alone runs this.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Prints one line per step; a step that is up to date says so by being quick. */
export function step(words, work) {
  process.stdout.write(`${words} … `);
  const start = process.hrtime.bigint();
  const result = work();
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  process.stdout.write(`${typeof result === "string" ? result : "done"} (${seconds.toFixed(1)} s)\n`);
  return result;
}

export function install() {
  return fresh(join(root, "node_modules", ".storytree"), ["package-lock.json"], () => {
    run(process.platform === "win32" ? "npm.cmd" : "npm", ["ci", "--no-fund", "--no-audit", "--loglevel=error"]);
  });
}

export function build() {
  return fresh(
    join(root, "dist", ".storytree"),
    [
      "src",
      "schema",
      "bin",
      "scripts/build.mjs",
      "scripts/code-cache.mjs",
      "scripts/library.mjs",
      "package.json",
      "package-lock.json",
      "tsconfig.json",
      "tsconfig.library.json",
    ],
    () => {
      run(process.execPath, [join(root, "scripts", "build.mjs")]);
    },
  );
}

/** Runs a program of ours; what it printed is shown only when it fails. */
export function run(program, args, options = {}) {
  try {
    return execFileSync(program, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      encoding: "utf8",
      maxBuffer: 1 << 28,
      ...options,
    });
  } catch (error) {
    process.stdout.write("failed\n");
    process.stderr.write(`${error.stdout ?? ""}${error.stderr ?? error.message}\n`);
    process.exit(error.status ?? 1);
  }
}

/** Does the work unless the stamp says that it was done for these very files. */
function fresh(stamp, sources, work) {
  const hash = createHash("sha256").update(process.version);
  for (const source of sources) add(hash, join(root, source));
  const wanted = hash.digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return "up to date";
  work();
  writeFileSync(stamp, wanted);
  return "done";
}

function add(hash, path) {
  const entries = readdirOrNull(path);
  if (entries === null) {
    hash.update(path.slice(root.length)).update("\0").update(readFileSync(path));
    return;
  }
  for (const name of entries.sort()) add(hash, join(path, name));
}

function readdirOrNull(path) {
  try {
    return readdirSync(path);
  } catch {
    return null;
  }
}
