// The demo tracker as a git repository with a history: each record of test/tiny-tracker arrives at the time it says it was made.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./prepare.mjs";

const source = join(root, "test", "tiny-tracker");
const opening = "2026-02-20T08:00:00Z";

/** Makes the repository in `folder`, unless it is there already and made from the same files. */
export function makeDemo(folder) {
  const files = listFiles(source).map((path) => ({ path, bytes: readFileSync(join(source, path)) }));
  const hash = createHash("sha256").update(readFileSync(new URL(import.meta.url)));
  for (const { path, bytes } of files) hash.update(path).update("\0").update(bytes);
  const wanted = hash.digest("hex");
  const stamp = join(folder, ".git", "storytree-demo");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return "up to date";
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  git(folder, ["init", "--quiet", "--initial-branch=main"]);
  git(folder, ["fast-import", "--quiet"], importStream(files));
  git(folder, ["checkout", "--quiet", "--force", "main"]);
  writeFileSync(stamp, wanted);
  return "done";
}

/** A `git fast-import` stream: first what the community set up, then one commit per record, in the order of their times. */
export function importStream(files) {
  const names = new Map(
    files
      .filter(({ path }) => path.startsWith("people/"))
      .map(({ path, bytes }) => [path.slice(7, -3), field(bytes, "name") ?? path.slice(7, -3)]),
  );
  const commits = new Map();
  const commit = (time, author, subject, changes) => {
    const key = `${time} ${String(commits.size).padStart(6, "0")}`;
    commits.set(key, { time, author, subject, changes });
  };
  commit(
    opening,
    "lantern",
    "Open the tracker",
    files.filter(({ path }) => !path.startsWith("stories/")),
  );
  for (const file of files.filter(({ path }) => path.startsWith("stories/"))) {
    for (const { time, author, subject, bytes } of stepsOf(file, files))
      commit(time, author, subject, [{ path: file.path, bytes }]);
  }
  const parts = [];
  for (const [, { time, author, subject, changes }] of [...commits].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const name = names.get(author) ?? author;
    const who = `${name} <${author}@lantern.example> ${Date.parse(time) / 1000} +0000`;
    parts.push(`commit refs/heads/main\nauthor ${who}\ncommitter ${who}\n`, data(subject));
    for (const { path, bytes } of changes) parts.push(`M 100644 inline ${quotePath(path)}\n`, data(bytes));
  }
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

/** How one file came to be: a task is first to do, and took its status some days later. */
function* stepsOf({ path, bytes }, files) {
  const id = path.split("/")[2];
  const story = files.find((file) => file.path === `${path.split("/").slice(0, 3).join("/")}/story.md`);
  const author = field(bytes, "author") ?? field(story?.bytes ?? bytes, "author") ?? "lantern";
  const created = field(bytes, "created") ?? field(story?.bytes ?? bytes, "created") ?? opening;
  const [, , , folder, name] = path.split("/");
  if (folder === "story.md") yield { time: created, author, subject: `Story ${id}: ${field(bytes, "title")}`, bytes };
  else if (folder === "comments") {
    const time = name.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-.*$/, "$1-$2-$3T$4:$5:$6Z");
    yield { time, author, subject: `Story ${id}: comment`, bytes };
  } else if (folder === "affects") {
    yield { time: created, author: name.slice(0, -3), subject: `Story ${id}: affects ${name.slice(0, -3)}`, bytes };
  } else if (folder === "attachments") {
    yield { time: created, author, subject: `Story ${id}: attach ${name}`, bytes };
  } else {
    const status = field(bytes, "status");
    const project = field(bytes, "project");
    const text = bytes.toString();
    const first =
      status === "todo"
        ? bytes
        : Buffer.from(
            text
              .replace(/^status: .*$/m, "status: todo")
              .replace(/^reason: .*\n/m, "")
              .replace(/^changes:\n(?: {2}- .*\n)+/m, "changes:\n"),
          );
    yield { time: created, author, subject: `Story ${id}: task for ${project}`, bytes: first };
    if (status === "todo") return;
    // A made-up but steady number of days: the file's own hash.
    const days = 1 + (createHash("sha256").update(path).digest()[0] % 20);
    const latest = Date.parse("2026-11-23T12:00:00Z");
    const then = Math.min(Date.parse(created) + days * 86_400_000, Math.max(latest, Date.parse(created) + 60_000));
    yield {
      time: `${new Date(then).toISOString().slice(0, 19)}Z`,
      author: field(bytes, "assignee") ?? author,
      subject: `Story ${id}: ${project} status todo → ${status}`,
      bytes,
    };
  }
}

function field(bytes, key) {
  const value = new RegExp(`^${key}: *(.*)$`, "m").exec(bytes.toString().split("\n---\n")[0])?.[1]?.trim();
  return value ? value.replace(/^(["'])(.*)\1$/, "$2") : undefined;
}

function data(content) {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from("\n")]);
}

function quotePath(path) {
  return `"${path.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

function git(folder, args, input) {
  execFileSync("git", args, {
    cwd: folder,
    input,
    stdio: [input ? "pipe" : "ignore", "ignore", "inherit"],
    maxBuffer: 1 << 28,
  });
}

function listFiles(folder, prefix = "") {
  return readdirSync(join(folder, prefix), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? listFiles(folder, `${prefix}${entry.name}/`) : [`${prefix}${entry.name}`],
    );
}
