// The server beside nginx that serves the same bytes as files: how many requests, how slow the slowest, how much memory, while commits arrive.

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { hasProgram, load } from "./load.mjs";
import { median, timed } from "./measure.mjs";
import { benchTracker } from "./tracker.mjs";

export const name = "serve";

const seconds = Number(process.env.SECONDS ?? 4);
const connections = 50;

export async function run({ stories, rounds, folder, program, say }) {
  for (const [needed, ...args] of [
    ["nginx", "-v"],
    ["wrk", "-v"],
  ]) {
    if (await hasProgram(needed, ...args)) continue;
    say(`${needed} is not here: apt-get install nginx-light wrk`);
    return [];
  }
  const tracker = await benchTracker(folder, stories, say);
  const place = mkdtempSync(join(tmpdir(), "storytree-bench-"));
  const bare = join(place, "tracker.git");
  const ended = [];
  try {
    // Commits are made in a clone of our own.
    execFileSync("git", ["clone", "--quiet", "--bare", tracker, bare]);
    say("indexing");
    await timed([...program, "-C", bare, "index"]);
    const starts = [];
    for (let n = 0; n < Math.max(3, rounds); n += 1) {
      const server = await startServer(program, bare);
      starts.push(server.started);
      await server.end();
    }
    const bareNode = [];
    for (let n = 0; n < Math.max(3, rounds); n += 1)
      bareNode.push((await timed([process.execPath, "-e", "0"])).milliseconds);
    const server = await startServer(program, bare);
    ended.push(server.end);
    const [story] = await json(`${server.url}/api/v1/stories?limit=1&offset=${Math.floor(stories / 2)}`);
    const addresses = {
      story: `/api/v1/stories/${story.id}`,
      page: `/stories/${story.id}`,
      list: "/api/v1/stories?status=active&limit=100",
    };
    const nginx = await startNginx(place, server.url, addresses);
    ended.push(nginx.end);
    const results = [
      {
        what: `start to the first answer with a ready index of ${stories} stories: milliseconds`,
        ours: median(starts),
        theirs: median(bareNode),
        above: median(starts),
        limit: 500,
      },
    ];
    say("the same bytes from nginx and from the server");
    for (const kind of ["story", "page"]) {
      const measured = await inTurns(rounds, {
        nginx: () => load(`${nginx.url}/${kind}`, { seconds, connections }),
        ours: () => load(server.url + addresses[kind], { seconds, connections }),
      });
      results.push({
        ...compared(
          `${kind === "page" ? "the story page" : "GET /api/v1/stories/{id}"}, warm: time for 1000 requests beside nginx`,
          measured.ours,
          measured.nginx,
        ),
        limit: 3,
      });
    }
    const list = server.url + addresses.list;
    const { etag } = Object.fromEntries((await fetch(list, { headers: { "accept-encoding": "identity" } })).headers);
    const conditional = await inTurns(rounds, {
      full: () => load(list, { seconds, connections }),
      unchanged: () => load(list, { seconds, connections, headers: [`If-None-Match: ${etag}`] }),
    });
    results.push({
      ...compared("a list of 100 rows that has not changed, beside all of it", conditional.unchanged, conditional.full),
      limit: 0.5,
    });
    const p99 = median(conditional.full.map((each) => each.p99));
    results.push({
      what: `a list of 100 filtered rows at ${connections} connections: milliseconds of the slowest of a hundred`,
      ours: p99,
      theirs: p99,
      above: p99,
      limit: 50,
    });

    say("mixed traffic");
    const halves = [];
    for (let half = 0; half < 2; half += 1) {
      await mixed(server.url, stories, Number(process.env.MIXED ?? 3_000));
      halves.push(server.resident());
    }
    results.push({
      what: `memory after mixed traffic, the second half beside the first (${halves.map(Math.round).join(" and ")} MiB)`,
      ours: halves[1],
      theirs: halves[0],
      ratio: halves[1] / halves[0],
      limit: 1.1,
      memory: { mebibytes: Math.round(halves[1]), limit: 300 },
    });

    say("while commits arrive twice a second");
    const quiet = await inTurns(rounds, { ours: () => load(server.url + addresses.story, { seconds, connections }) });
    const commits = committing(bare, story.id);
    const busy = await inTurns(rounds, { ours: () => load(server.url + addresses.story, { seconds, connections }) });
    await commits.stop();
    const failed = busy.ours.reduce((sum, each) => sum + each.failed, 0);
    const [calm, stirred] = [quiet.ours, busy.ours].map((all) => median(all.map((each) => each.p99)));
    results.push({
      what: `the slowest of a hundred while ${commits.made()} commits arrive, beside none`,
      ours: stirred,
      theirs: calm,
      ratio: stirred / Math.max(1, calm),
      limit: 3,
    });
    results.push({ what: "requests that failed meanwhile", ours: failed, theirs: 0, above: failed, limit: 0 });
    return results;
  } finally {
    for (const end of ended) await end();
    rmSync(place, { recursive: true, force: true });
  }
}

async function json(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} is ${response.status}`);
  return response.json();
}

function compared(what, ours, theirs) {
  const [a, b] = [ours, theirs].map((all) => median(all.map((each) => each.milliseconds)));
  return { what, ours: a, theirs: b, ratio: a / b };
}

/** Every load once for each round, in turns, after one that warms up. */
async function inTurns(rounds, loads) {
  const results = Object.fromEntries(Object.keys(loads).map((each) => [each, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const [each, measure] of Object.entries(loads)) {
      const result = await measure();
      if (round >= 0) results[each].push(result);
    }
  }
  return results;
}

async function startServer(program, bare) {
  const from = performance.now();
  const child = spawn(program[0], [...program.slice(1), "-C", bare, "serve", "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(child.stdout, "data");
  const url = String(line).trim().replace(/\/$/, "");
  await json(`${url}/api/v1/systeminfo`);
  const end = async () => {
    if (child.exitCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  const resident = () => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))[1]) / 1024;
  return { url, started: performance.now() - from, end, resident };
}

/** One worker that serves what the server says, as files. */
async function startNginx(place, url, addresses) {
  const root = join(place, "nginx");
  mkdirSync(join(root, "files"), { recursive: true });
  for (const [file, address] of Object.entries(addresses)) {
    const response = await fetch(url + address, { headers: { "accept-encoding": "identity" } });
    writeFileSync(join(root, "files", file), Buffer.from(await response.arrayBuffer()));
  }
  const port = 20_000 + (process.pid % 20_000);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (each) => `${each}_temp_path ${root}/${each};`,
  );
  writeFileSync(
    join(root, "nginx.conf"),
    `worker_processes 1; daemon off; pid ${root}/pid; error_log ${root}/error.log;
events { worker_connections 1024; }
http { access_log off; sendfile on; open_file_cache max=100; keepalive_requests 10000000; default_type application/json; ${temporary.join(" ")}
  server { listen 127.0.0.1:${port}; root ${root}/files; } }
`,
  );
  const child = spawn("nginx", ["-p", root, "-c", join(root, "nginx.conf")], { stdio: "ignore" });
  await sleep(500);
  return {
    url: `http://127.0.0.1:${port}`,
    end: async () => {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

/** Stories, pages, lists and searches that nobody asked for before, so that nothing is answered from the cache. */
async function mixed(url, stories, count) {
  const found = await json(`${url}/api/v1/stories?limit=500&offset=${Math.floor(stories / 3)}&fields=id`);
  const numbers = found.map(({ id }) => id);
  const kinds = [
    (n) => `/api/v1/stories/${numbers[n % numbers.length]}?fields=id,title,status&at=`,
    (n) => `/stories/${numbers[n % numbers.length]}`,
    (n) => `/api/v1/stories?limit=${1 + (n % 100)}&offset=${n}`,
    (n) => `/api/v1/tasks?limit=50&marker=${10_000_000 + n * 1_000}`,
    (n) => `/api/v1/stories/search?limit=20&q=topic-${n % 200}`,
    (n) => `/search?q=status:active&page=${1 + (n % 50)}`,
    (n) => `/api/v1/stories/${numbers[n % numbers.length]}/events`,
  ];
  for (let n = 0; n < count; n += 10) {
    const portion = Array.from({ length: 10 }, (_, k) => kinds[(n + k) % kinds.length](n + k));
    await Promise.all(
      portion.map(async (path) => {
        const response = await fetch(url + path);
        await response.arrayBuffer();
        if (response.status >= 500) throw new Error(`${path} is ${response.status}`);
      }),
    );
  }
}

/** Commits to the branch twice a second, by plumbing: each edits one story. */
function committing(bare, story) {
  const git = (args, input) =>
    execFileSync("git", ["-C", bare, ...args], { encoding: "utf8", input, maxBuffer: 1 << 28 }).trim();
  const path = `stories/${String(story % 1000).padStart(3, "0")}/${story}/story.md`;
  const text = git(["show", `main:${path}`]);
  let made = 0;
  let isOver = false;
  const work = (async () => {
    while (!isOver) {
      made += 1;
      const next = `commit refs/heads/main\ncommitter B <b@lantern.example> ${1_800_000_000 + made} +0000\ndata 1\nx\nfrom refs/heads/main^0\nM 100644 inline ${path}\n`;
      const body = `${text}\nEdited ${made} times.\n`;
      git(["fast-import", "--quiet"], `${next}data ${Buffer.byteLength(body)}\n${body}\n`);
      await sleep(500);
    }
  })();
  return {
    made: () => made,
    stop: () => {
      isOver = true;
      return work;
    },
  };
}
