// The index beside what git needs for the same: made whole, brought up to date, asked inside the process and from the command line.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openLibrary } from "./library.mjs";
import { sideBySide, timed } from "./measure.mjs";
import { structured, textual } from "./queries.mjs";
import { benchTracker, generator } from "./tracker.mjs";

export const name = "index";

/** What a query may take inside the process, in milliseconds, by the size of the tracker. */
const limits = { 100000: { structured: 5, text: 25 }, 1000000: { structured: 20, text: 150 } };

export async function run({ stories, rounds, folder, program, say }) {
  const tracker = await benchTracker(folder, stories, say);
  return [
    ...(await whole(tracker, { stories, rounds, program, say })),
    ...(await incremental(tracker, { stories, rounds, program, say })),
    ...(await asked(tracker, { stories, folder, say })),
    ...(await commands(tracker, { stories, rounds, folder, program, say })),
  ];
}

async function whole(tracker, { stories, rounds, program, say }) {
  say(`indexing ${stories} stories`);
  const read = `git -C '${tracker}' ls-tree -r --format='%(objectname)' main | git -C '${tracker}' cat-file --batch --buffer > /dev/null`;
  const { git, storytree } = await sideBySide(rounds, {
    git: () => timed(["sh", "-c", read]),
    storytree: () => {
      rmSync(join(tracker, "storytree"), { recursive: true, force: true });
      return timed([...program, "-C", tracker, "index"]);
    },
  });
  return [
    {
      what: `full index of ${stories} stories, beside git reading the blobs`,
      ours: storytree.milliseconds,
      theirs: git.milliseconds,
      ratio: storytree.milliseconds / git.milliseconds,
      // A small one is over before the program has warmed up, and a million has the machine's memory as its limit.
      limit: stories === 100_000 ? 5 : null,
      memory: { mebibytes: Math.round(storytree.mebibytes), limit: stories <= 100_000 ? 1024 : 16_384 },
    },
  ];
}

async function incremental(tracker, { stories, rounds, program, say }) {
  say("indexing a commit of one file");
  const place = mkdtempSync(join(tmpdir(), "storytree-bench-"));
  const clone = join(place, "clone.git");
  const git = (args, input) => execFileSync("git", ["-C", clone, ...args], { encoding: "utf8", input }).trimEnd();
  try {
    execFileSync("git", ["clone", "--quiet", "--bare", "--no-local", tracker, clone]);
    await timed([...program, "-C", clone, "index"]);
    const [shard] = git(["ls-tree", "--name-only", "main", "stories/"]).split("\n");
    const tasks = git(["ls-tree", "-r", "--name-only", "main", `${shard}/`])
      .split("\n")
      .filter((path) => path.includes("/tasks/"));
    let turn = 0;
    const change = () => {
      const path = tasks[turn % tasks.length];
      turn += 1;
      const text = `${git(["cat-file", "blob", `main:${path}`]).replace(/^priority: .*$/m, `points: ${turn}\npriority: low`)}\n`;
      const commit = `commit refs/heads/main\ncommitter B <b@lantern.example> ${1_800_000_000 + turn} +0000\ndata 1\nx\nfrom refs/heads/main^0\nM 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
      git(["fast-import", "--quiet", "--force"], commit);
    };
    const measured = await sideBySide(Math.max(7, rounds), {
      git: () => {
        change();
        return timed(["git", "-C", clone, "diff-tree", "-r", "main~1", "main"]);
      },
      storytree: () => timed([...program, "-C", clone, "index"]),
    });
    return [
      {
        what: `index after a commit of one task among ${stories} stories: milliseconds above git diff-tree`,
        ours: measured.storytree.milliseconds,
        theirs: measured.git.milliseconds,
        above: measured.storytree.milliseconds - measured.git.milliseconds,
        limit: 250,
      },
    ];
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/**
 * Every query on its first page and on a later one, in an order that changes: the first answer to each counts like all others. The
 * process has answered queries before, of another tracker: what it knows of this one is nothing, but V8 knows the program.
 */
async function asked(tracker, { stories, folder, say }) {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const open = await openLibrary(root);
  const other = await open(await benchTracker(folder, 1_000, say));
  for (let round = 0; round < 3; round += 1)
    for (const query of [...structured, ...textual]) other.ask(query, { limit: 50, offset: 0 });
  other.close();
  const results = [];
  for (const [kind, queries, key] of [
    ["structured", structured, "structured"],
    ["text", textual, "text"],
  ]) {
    say(`asking ${queries.length} ${kind} queries`);
    const index = await open(tracker);
    const random = generator(7);
    const times = [];
    const slowest = new Map();
    for (let round = 0; round < 5; round += 1) {
      const order = queries.map((query) => [random(), query]).sort((a, b) => a[0] - b[0]);
      for (const [, query] of order) {
        const started = process.hrtime.bigint();
        index.ask(query, { limit: 50, offset: round % 2 === 0 ? 0 : 100 });
        const took = Number(process.hrtime.bigint() - started) / 1e6;
        times.push({ round, took });
        slowest.set(query, Math.max(slowest.get(query) ?? 0, took));
      }
    }
    index.close();
    const worst = [...slowest].sort((a, b) => b[1] - a[1]).slice(0, 5);
    say(`  slowest: ${worst.map(([query, took]) => `${query} ${took.toFixed(1)} ms`).join(" · ")}`);
    const p95 = (some) => some.map(({ took }) => took).sort((a, b) => a - b)[Math.floor(some.length * 0.95)];
    const all = p95(times);
    const median = times.map(({ took }) => took).sort((a, b) => a - b)[times.length >> 1];
    results.push({
      what: `${kind} queries inside the process, ${stories} stories: p95 in milliseconds (median ${median.toFixed(2)}, p95 of first answers ${p95(times.filter(({ round }) => round === 0)).toFixed(1)})`,
      ours: all,
      theirs: 0,
      above: all,
      limit: limits[stories]?.[key] ?? null,
    });
  }
  return results;
}

async function commands(tracker, { stories, rounds, folder, program, say }) {
  const bare = join(folder, `clone-of-${stories}.git`);
  if (!existsSync(bare)) execFileSync("git", ["clone", "--quiet", "--bare", "--no-local", tracker, bare]);
  const places = { "a clone without a checkout": bare };
  // A checkout of a million stories would be forty gigabytes: nobody has one.
  if (stories <= 100_000) places["a checkout"] = checkoutOf(tracker, folder, stories, say);
  const listed = execFileSync("git", ["-C", bare, "ls-tree", "-d", "-r", "--name-only", "main", "stories/"], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const story = /^stories\/\d+\/(\d+)$/m.exec(listed)?.[1];
  const results = [];
  for (const [where, place] of Object.entries(places)) {
    say(`listing and showing in ${where}`);
    await timed([...program, "-C", place, "index"]);
    const measured = await sideBySide(Math.max(9, rounds), {
      node: () => timed([process.execPath, "-e", "0"]),
      list: () => timed([...program, "-C", place, "list", "project:lantern/part-9 status:active priority:critical"]),
      show: () => timed([...program, "-C", place, "show", story]),
      ...(place === bare ? {} : { git: () => timed(["git", "-C", place, "diff-index", "--name-only", "HEAD"]) }),
    });
    for (const [command, limit] of [
      ["list", 100],
      ["show", 60],
    ]) {
      const floor = measured.node.milliseconds + (measured.git?.milliseconds ?? 0);
      results.push({
        what: `${command} in ${where} of ${stories} stories: milliseconds above node -e 0${measured.git ? " and git diff-index" : ""}`,
        ours: measured[command].milliseconds,
        theirs: floor,
        above: measured[command].milliseconds - floor,
        limit: stories <= 100_000 ? limit : null,
      });
    }
  }
  return results;
}

/** Kept between runs: writing six hundred thousand files takes half a minute. */
function checkoutOf(tracker, folder, stories, say) {
  const path = join(folder, `checkout-${stories}`);
  if (existsSync(path)) return path;
  say(`checking ${stories} stories out`);
  mkdirSync(folder, { recursive: true });
  rmSync(`${path}.making`, { recursive: true, force: true });
  execFileSync("git", ["clone", "--quiet", tracker, `${path}.making`]);
  renameSync(`${path}.making`, path);
  return path;
}
