// Trackers for the benchmarks: any number of stories, the same for the same number, made with `git fast-import`, or as one commit
// where that would take too long.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeRepository } from "./write-repository.mjs";

/** Changes whenever what is made changes, so that an old tracker is not taken for a new one. */
const edition = 1;
/** So many stories and more are written as one commit. */
const mostImported = 500_000;

/**
 * A bare repository with a tracker of so many stories, twice as many tasks and three times as many comments; made when it is not
 * there yet. `folder` keeps them between runs. Returns its path.
 */
export async function benchTracker(folder, stories, say = () => undefined) {
  const path = join(folder, `tracker-${edition}-${stories}.git`);
  if (existsSync(path)) return path;
  say(`making a tracker of ${stories} stories`);
  if (stories < mostImported) await fastImport(path, importStream(stories));
  else writeRepository(path, importStream(stories));
  return path;
}

/** A bare repository at this path, made from the parts of a fast-import stream; nobody ever sees half of it. */
export async function fastImport(path, parts) {
  mkdirSync(dirname(path), { recursive: true });
  const making = `${path}.making`;
  rmSync(making, { recursive: true, force: true });
  await run("git", ["init", "--quiet", "--bare", "--initial-branch=main", making]);
  const importer = spawn("git", ["-C", making, "fast-import", "--quiet"], {
    stdio: ["pipe", "inherit", "inherit"],
  });
  const ended = once(importer, "close");
  let pending = [];
  let size = 0;
  for (const part of parts) {
    pending.push(part);
    size += part.length;
    if (size < 1 << 20) continue;
    if (!importer.stdin.write(pending.join(""))) await once(importer.stdin, "drain");
    pending = [];
    size = 0;
  }
  importer.stdin.end(pending.join(""));
  const [code] = await ended;
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
  renameSync(making, path);
}

const projects = Array.from({ length: 300 }, (_, n) => `lantern/part-${n}`);
const people = Array.from({ length: 1_000 }, (_, n) => `person-${n}`);
const milestones = Array.from({ length: 40 }, (_, n) => `release-${n}`);
const tags = Array.from({ length: 200 }, (_, n) => `topic-${n}`);

function* importStream(stories) {
  const random = generator(20_261_124);
  const pick = (list) => list[Math.floor(random() ** 2 * list.length)];
  const word = vocabulary(random);
  const prose = (words) => {
    const lines = [];
    for (let line = ""; words > 0; words -= 1) {
      line = line === "" ? word() : `${line} ${word()}`;
      if (line.length > 90 || words === 1) {
        lines.push(line);
        line = "";
      }
    }
    return lines.join("\n");
  };
  const start = Date.parse("2020-01-01T00:00:00Z");
  const span = Date.parse("2026-11-01T00:00:00Z") - start;
  const day = (at) => new Date(at).toISOString().slice(0, 10);
  const instant = (at) => `${new Date(at).toISOString().slice(0, 19)}Z`;
  const file = (path, text) => `M 100644 inline ${path}\ndata ${text.length}\n${text}\n`;
  const list = (key, items) =>
    items.length === 0 ? `${key}:\n` : `${key}:\n${items.map((item) => `  - ${item}\n`).join("")}`;
  const commit = (at, who, subject) => {
    const signature = `${who} <${who}@lantern.example> ${Math.floor(at / 1000)} +0000`;
    return `commit refs/heads/main\nauthor ${signature}\ncommitter ${signature}\ndata ${subject.length}\n${subject}\n`;
  };

  yield commit(start, people[0], "Open the tracker");
  yield file("tracker.yaml", "format: 1\nname: Lantern\nvisibility: public\n");
  for (const name of people) yield file(`people/${name}.md`, `---\nname: ${name.replace("-", " ")}\n---\n`);
  for (const name of milestones) yield file(`milestones/${name}.md`, `---\ntitle: ${name}\ndate: 2027-01-31\n---\n`);
  for (const name of projects) {
    yield file(
      `projects/${name}.md`,
      `---\ntitle: ${name}\nbranches:\n  - name: master\n  - name: stable\ndefault_branch: master\n---\n`,
    );
  }

  const used = new Set();
  const draw = (shard) => {
    for (;;) {
      const id =
        shard === undefined
          ? 10_000_000 + Math.floor(random() * 90_000_000)
          : (10_000 + Math.floor(random() * 90_000)) * 1000 + shard;
      if (used.has(id)) continue;
      used.add(id);
      return id;
    }
  };
  const ids = [];
  const perCommit = Math.max(1, Math.ceil(stories / 100));
  for (let n = 0; n < stories; n += 1) {
    const at = start + Math.floor((span * n) / stories);
    if (n % perCommit === 0) yield commit(at, pick(people), `Stories from ${n}`);
    const id = draw(stories < mostImported ? undefined : Math.floor((1_000 * n) / stories));
    const shard = id % 1000;
    const folder = `stories/${String(shard).padStart(3, "0")}/${id}`;
    const needs = ids.length > 0 && random() < 0.1 ? [ids[Math.floor(random() * ids.length)]] : [];
    yield file(
      `${folder}/story.md`,
      `---\ntitle: ${prose(4 + Math.floor(random() * 6)).replaceAll("\n", " ")}\nauthor: ${pick(people)}\ntype: ${random() < 0.7 ? "bug" : "feature"}\ncreated: ${instant(at)}\ntriage: ${random() < 0.2 ? "new" : "triaged"}\n${list("tags", [...new Set(Array.from({ length: Math.floor(random() * 4) }, () => pick(tags)))].sort())}aliases:${random() < 0.3 ? `\n  - launchpad:${n + 1}` : ""}\nmilestone:${random() < 0.4 ? ` ${pick(milestones)}` : ""}\n${list("depends_on", needs)}due:${random() < 0.1 ? ` ${day(at + 30 * 86_400_000)}` : ""}\n${random() < 0.2 ? `links:\n  - url: https://lantern.example/${n}\n    title: ${word()} ${word()}\n` : ""}---\n${prose(60 + Math.floor(random() * 200))}\n`,
    );
    ids.push(id);
    for (let task = 0; task < 1 + (n % 3); task += 1) {
      const status = ["todo", "inprogress", "review", "merged", "merged", "merged", "invalid"][
        Math.floor(random() * 7)
      ];
      yield file(
        `${folder}/tasks/${draw(shard)}.md`,
        `---\nproject: ${pick(projects)}\nstatus: ${status}\nbranch: ${random() < 0.9 ? "master" : "stable"}\nassignee:${random() < 0.6 ? ` ${pick(people)}` : ""}\nauthor: ${pick(people)}\npriority: ${["low", "medium", "medium", "high", "critical"][Math.floor(random() * 5)]}\ncreated: ${instant(at + 3_600_000)}\nmilestone:${random() < 0.3 ? ` ${pick(milestones)}` : ""}\ndepends_on:\ndue:\n${list("changes", status === "review" || status === "merged" ? [`https://review.lantern.example/c/${n}`] : [])}---\n${random() < 0.2 ? `${prose(20)}\n` : ""}`,
      );
    }
    for (let comment = 0; comment < 1 + (n % 5); comment += 1) {
      const name = `${instant(at + (comment + 2) * 3_600_000).replace(/[-:]/g, "")}-${String(comment).padStart(4, "c")}`;
      yield file(
        `${folder}/comments/${name}.md`,
        `---\nauthor: ${pick(people)}\n---\n${prose(10 + Math.floor(random() * 80))}\n`,
      );
    }
  }
}

const syllables = "la mi gra tion ser ver ti me out net work vo lu disk queue a re con fig en".split(" ");
export const vocabularySize = 60_000;

/** The word of a rank: 0 is the most common one. */
export function wordAt(rank) {
  let text = "";
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / syllables.length))
    text += syllables[rest % syllables.length];
  return text;
}

/** Words as people use them: few of them often, many of them once (Zipf, s = 1). */
function vocabulary(random) {
  const words = Array.from({ length: vocabularySize }, (_, rank) => wordAt(rank));
  const total = Math.log(vocabularySize + 1);
  return () => words[Math.min(vocabularySize - 1, Math.floor(Math.exp(random() * total)) - 1)];
}

/** The same numbers in every run (mulberry32). */
export function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function run(program, args) {
  const [code] = await once(spawn(program, args, { stdio: "inherit" }), "close");
  if (code !== 0) throw new Error(`${program} ${args[0]} ended with ${code}`);
}
