// Every Markdown file here is a page of the manual and a test: "$ command" and what it prints, in a fresh copy of the demo tracker. Commands are storytree's and git's.

import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { git, newFolder, projectRoot, tinyTracker } from "../support/folder.ts";
import { becomeHost } from "../support/review-server.ts";
import { type Outcome, storytree } from "../support/terminal.ts";

const here = join(projectRoot, "test", "cli");
const pages = readdirSync(here).filter((name) => name.endsWith(".md"));

describe.each(pages)("%s", (page) => {
  test("is what happens", async () => {
    // Pages find their neighbours beside the tracker: ../NAME.
    const folder = join(newFolder(), "tracker");
    cpSync(tinyTracker, folder, { recursive: true });
    git(folder, ["init", "--quiet", "--initial-branch=main"]);
    git(folder, ["add", "--all"]);
    git(folder, ["commit", "--quiet", "--message", "Open the tracker"]);
    const text = readFileSync(join(here, page), "utf8");
    if (text.includes("$ storytree propose")) addHost(folder);
    const played = await play(text, folder);
    if (process.env.UPDATE_TRANSCRIPTS) writeFileSync(join(here, page), played);
    expect(played).toBe(text);
  });
});

/** A review host that the tracker was cloned from: a Gerrit, as far as pushing goes. */
function addHost(folder: string): void {
  const host = join(dirname(folder), "tracker.git");
  git(folder, ["clone", "--quiet", "--bare", ".", host]);
  becomeHost(host, "gerrit");
  git(folder, ["remote", "add", "origin", host]);
  git(folder, ["config", "storytree.person", "hugo"]);
  git(folder, ["fetch", "--quiet"]);
  git(folder, ["remote", "set-head", "origin", "main"]);
}

/** Plays the console blocks and writes the file blocks (```file path); the rest is prose. */
async function play(text: string, folder: string): Promise<string> {
  const parts = text.split(/^(```(?:console|file [^\n]+)\n[\s\S]*?^```\n)/m);
  const played: string[] = [];
  for (const part of parts) {
    const file = /^```file ([^\n]+)\n([\s\S]*?)^```\n$/m.exec(part);
    if (file) {
      const place = join(folder, file[1] ?? "");
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, file[2] ?? "");
    }
    played.push(part.startsWith("```console\n") ? await playBlock(part, folder) : part);
  }
  return played.join("");
}

async function playBlock(block: string, folder: string): Promise<string> {
  const commands = block.split("\n").filter((line) => line.startsWith("$ "));
  const lines: string[] = ["```console"];
  for (const command of commands) {
    const words = [...command.slice(2).matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? "");
    const { exit, out, err } = await runLine(folder, words);
    lines.push(
      command,
      ...withoutIds(`${out}${err}`, folder)
        .replaceAll(dirname(folder), "")
        .replace(/\n$/, "")
        .split("\n")
        .filter((line) => line !== "" || out !== ""),
    );
    if (exit !== 0) lines.push(`(exit ${exit})`);
  }
  return `${lines.join("\n")}\n\`\`\`\n`;
}

/** Commits by their place in the history, for ids change with every word of the demo tracker: 0000000001 is the first. */
function withoutIds(text: string, folder: string): string {
  const ids = git(folder, ["rev-list", "--reverse", "HEAD"]).trim().split("\n");
  return ids.reduce((done, id, index) => done.replaceAll(id.slice(0, 10), String(index + 1).padStart(10, "0")), text);
}

async function runLine(folder: string, [program, ...args]: readonly string[]): Promise<Outcome> {
  if (program === "git") return { exit: 0, out: git(folder, args), err: "" };
  expect(program).toBe("storytree");
  return storytree(folder, args);
}
