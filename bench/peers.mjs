// Beside Fossil, server against server and rebuild against rebuild, and beside the commands of Backlog.md: the same 10,000 stories.

import { execFileSync, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { median, sideBySide, timed } from "./measure.mjs";
import { backlogProject, fossilRepository, storiesOf } from "./peer-trackers.mjs";
import { benchTracker, generator, vocabularySize, wordAt } from "./tracker.mjs";

export const name = "peers";

const size = Number(process.env.PEER_STORIES ?? 10_000);

export async function run({ rounds, folder, program, say }) {
  const tracker = await benchTracker(folder, size, say);
  const stories = storiesOf(tracker);
  const results = [];
  if (isInstalled("fossil", "version"))
    results.push(...(await fossil({ tracker, stories, rounds, folder, program, say })));
  else say("Fossil is not installed (Debian: apt-get install fossil): nothing is compared with it");
  results.push(...(await backlog({ tracker, stories, rounds, folder, program, say })));
  return results;
}

async function fossil({ tracker, stories, rounds, folder, program, say }) {
  const { path, environment, pageOf } = fossilRepository(folder, stories, say);
  say("rebuilding Fossil's repository and ours");
  const rebuilt = await sideBySide(rounds, {
    fossil: () => timed(["fossil", "rebuild", path], { environment }),
    storytree: () => {
      rmSync(join(tracker, "storytree"), { recursive: true, force: true });
      return timed([...program, "-C", tracker, "index"]);
    },
  });
  const results = [
    {
      what: `rebuild of ${stories.length} stories, beside fossil rebuild`,
      ...ratio(rebuilt.storytree.milliseconds, rebuilt.fossil.milliseconds),
      limit: 1,
    },
  ];
  say("asking both servers");
  const port = await freePort();
  const servers = [
    started("fossil", ["server", path, "--port", String(port), "--localauth"], environment),
    started(program[0], [...program.slice(1), "-C", tracker, "serve", "--port", "0"], process.env),
  ];
  try {
    const ours = (await firstLine(servers[1])).trim();
    const theirs = `http://127.0.0.1:${port}/`;
    await untilUp(theirs);
    // Ours asks itself for pages first, which a server is up long enough for.
    await setTimeout(2_000);
    const random = generator(11);
    const some = () => stories[Math.floor(random() * stories.length)];
    const asked = new Set();
    const fresh = (rank) => {
      for (;;) {
        const word = wordAt(rank());
        if (asked.has(word)) continue;
        asked.add(word);
        return word;
      }
    };
    // As often as it stands in the texts, common words included; and one that few stories have, where Fossil has little to sort.
    const usedWord = () => fresh(() => Math.floor(Math.exp(random() * Math.log(vocabularySize + 1))) - 1);
    const rareWord = () => fresh(() => 1_000 + Math.floor(random() * 19_000));
    const search = (word) => [`search?q=${word}`, `search?s=${word}&y=t`];
    const day = () => `${2000 + Math.floor(random() * 19)}-0${1 + Math.floor(random() * 9)}-11`;
    // Nothing is asked twice, so that no answer comes ready made.
    const questions = {
      "a list of a hundred": {
        // Every story is younger than that: a new question with the same answer.
        ask: () => [`search?q=${encodeURIComponent(`status:active created:>${day()}`)}`, "rptview?rn=99"],
        limit: 1,
      },
      "one story": { ask: () => ((story) => [`stories/${story.id}`, pageOf(story)])(some()), limit: 1 },
      "a search for a word, as the stories use them": { ask: () => search(usedWord()), limit: 1 / 5 },
      "a search for a rare word": { ask: () => search(rareWord()), limit: null },
    };
    for (const [what, { ask, limit }] of Object.entries(questions)) {
      const times = { ours: [], theirs: [], bytes: [0, 0] };
      // In turns of several, as each server answers by itself: what another leaves of the processor's caches is neither's.
      for (let turn = 0; turn <= Math.max(3, rounds); turn += 1) {
        const asks = Array.from({ length: 40 }, ask);
        const mine = await inTurn(asks.map(([path]) => ours + path));
        const peer = await inTurn(asks.map(([, path]) => theirs + path));
        // The first answers find both servers cold.
        if (turn === 0) continue;
        times.ours.push(...mine.map(({ milliseconds }) => milliseconds));
        times.theirs.push(...peer.map(({ milliseconds }) => milliseconds));
        times.bytes = [mine.at(-1).bytes, peer.at(-1).bytes];
      }
      results.push({
        what: `server, ${what} of ${stories.length} (${times.bytes[0]} bytes beside ${times.bytes[1]}), beside fossil server`,
        ...ratio(median(times.ours), median(times.theirs)),
        limit,
      });
    }
  } finally {
    for (const server of servers) server.kill("SIGTERM");
  }
  return results;
}

async function inTurn(addresses) {
  const answers = [];
  for (const address of addresses) answers.push(await fetched(address));
  return answers;
}

async function backlog({ tracker, stories, rounds, folder, program, say }) {
  const { project, command } = backlogProject(folder, stories, say);
  say("running the commands of Backlog.md and ours");
  await timed([...program, "-C", tracker, "index"]);
  const word = wordAt(700);
  const last = stories.at(-1);
  const commands = {
    list: [["task", "list", "--plain"], ["list"]],
    search: [
      ["search", word, "--plain"],
      ["list", word],
    ],
    "one item": [
      ["task", String(stories.length), "--plain"],
      ["show", last.id],
    ],
  };
  const results = [];
  for (const [what, [theirs, ours]] of Object.entries(commands)) {
    const measured = await sideBySide(rounds, {
      backlog: () => timed([...command, ...theirs], { cwd: project }),
      storytree: () => timed([...program, "-C", tracker, ...ours]),
    });
    results.push({
      what: `command, ${what} of ${stories.length}, beside Backlog.md`,
      ...ratio(measured.storytree.milliseconds, measured.backlog.milliseconds),
      limit: 1 / 30,
    });
  }
  return results;
}

function ratio(ours, theirs) {
  return { ours, theirs, ratio: ours / theirs };
}

function isInstalled(...command) {
  try {
    execFileSync(command[0], command.slice(1), { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function started(command, args, env) {
  return spawn(command, args, { env, stdio: ["ignore", "pipe", "ignore"] });
}

function firstLine(child) {
  return new Promise((resolve, reject) => {
    let text = "";
    child.stdout.on("data", (part) => {
      text += part;
      if (text.includes("\n")) resolve(text.split("\n")[0]);
    });
    child.on("close", (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function untilUp(address) {
  for (let turn = 0; turn < 100; turn += 1) {
    try {
      await fetched(address);
      return;
    } catch {
      await setTimeout(100);
    }
  }
  throw new Error(`nobody answers at ${address}`);
}

/** One request on a connection of its own, as both servers get it. */
function fetched(address) {
  const began = process.hrtime.bigint();
  return new Promise((resolve, reject) => {
    const request = get(address, { agent: false }, (response) => {
      let bytes = 0;
      response.on("data", (part) => {
        bytes += part.length;
      });
      response.on("end", () => {
        if ((response.statusCode ?? 500) >= 400) return reject(new Error(`${address}: ${response.statusCode}`));
        resolve({ milliseconds: Number(process.hrtime.bigint() - began) / 1e6, bytes });
      });
    });
    request.on("error", reject);
  });
}
