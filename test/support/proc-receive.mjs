#!/usr/bin/env node
// What a review host does with a push to refs/for/BRANCH, as git's proc-receive hook: Gerrit keeps changes by their Change-Id, Gitea pull requests by their topic.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readSync, writeFileSync, writeSync } from "node:fs";

const host = process.argv[2];
const git = (...args) => execFileSync("git", args, { encoding: "utf8" }).trim();
const tell = (text) => process.stderr.write(`${text}\n`);

const hello = readLines();
writeLine("version=1\0push-options\n");
writeEnd();
if (!hello[0]?.startsWith("version=1")) throw new Error("another version of the protocol");
const commands = readLines();
const options = hello[0].includes("push-options") ? readLines() : [];
const place = "review.json";
const kept = existsSync(place) ? JSON.parse(readFileSync(place, "utf8")) : {};
for (const command of commands) {
  const [, commit, ref] = command.split(" ");
  const refused = take(commit, ref);
  writeLine(refused ? `ng ${ref} ${refused}\n` : `ok ${ref}\n`);
}
writeEnd();
writeFileSync(place, JSON.stringify(kept));

function take(commit, ref) {
  const [, branch, params = ""] = /^refs\/for\/([^%]+)(?:%(.*))?$/.exec(ref) ?? [];
  if (branch === undefined || git("for-each-ref", `refs/heads/${branch}`) === "") return `branch ${branch} not found`;
  return host === "gerrit" ? takeChange(commit, branch, params) : takePull(commit, branch);
}

function takeChange(commit, branch, params) {
  const commits = git("rev-list", commit, `^refs/heads/${branch}`).split("\n").filter(Boolean);
  if (commits.length === 0) return "no new changes";
  for (const each of commits.reverse()) {
    const id = /^Change-Id: (I[0-9a-f]{40})$/m.exec(git("cat-file", "commit", each).split("\n\n").at(-1))?.[1];
    if (id === undefined) {
      tell("ERROR: commit has no Change-Id line in its footer");
      return "missing Change-Id in message footer";
    }
    const change = kept[id] ?? { number: Object.keys(kept).length + 1, sets: [], topic: null };
    if (change.sets.includes(each)) return "no new changes";
    change.sets.push(each);
    change.topic = new URLSearchParams(params.replaceAll(",", "&")).get("topic");
    kept[id] = change;
    const shard = String(change.number % 100).padStart(2, "0");
    git("update-ref", `refs/changes/${shard}/${change.number}/${change.sets.length}`, each);
    tell(`\n  https://review.example.org/c/tracker/+/${change.number} ${git("log", "-1", "--format=%s", each)}${change.sets.length === 1 ? " [NEW]" : ""}`);
  }
  return undefined;
}

function takePull(commit, branch) {
  const given = Object.fromEntries(options.map((option) => option.split(/=(.*)/s)));
  if (!given.topic) return "the topic is missing";
  const pull = kept[given.topic] ?? { number: Object.keys(kept).length + 1, sets: [] };
  const before = pull.sets.at(-1);
  if (before === commit) return "no new changes";
  if (before !== undefined && given["force-push"] !== "true" && git("rev-list", before, `^${commit}`) !== "") {
    return "request `force-push` push option";
  }
  pull.sets.push(commit);
  Object.assign(pull, { title: given.title ?? pull.title, description: given.description ?? pull.description, branch });
  kept[given.topic] = pull;
  git("update-ref", `refs/pull/${pull.number}/head`, commit);
  tell(`\nCreate a new pull request for '${given.topic}':\n  https://forge.example.org/tracker/pulls/${pull.number}`);
  return undefined;
}

/** Git's pkt-lines up to the next flush. */
function readLines() {
  const lines = [];
  for (;;) {
    const length = Number.parseInt(readBytes(4), 16);
    if (length === 0) return lines;
    lines.push(readBytes(length - 4).replace(/\n$/, ""));
  }
}

function readBytes(length) {
  const bytes = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const more = readSync(0, bytes, done, length - done, null);
    if (more === 0) throw new Error("the other side has gone");
    done += more;
  }
  return bytes.toString("utf8");
}

function writeLine(text) {
  writeSync(1, `${(Buffer.byteLength(text) + 4).toString(16).padStart(4, "0")}${text}`);
}

function writeEnd() {
  writeSync(1, "0000");
}
