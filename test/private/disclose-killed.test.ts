// A disclosure that is killed: at whatever moment, running it again ends in one public commit and one mark.

import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commit, git, gitEnvironment, projectRoot } from "../support/folder.ts";
import {
  addPrivateStory,
  canary,
  disclosedIn,
  otherId,
  storyFolder,
  storyId,
  textAt,
} from "../support/private-story.ts";
import { storytree } from "../support/terminal.ts";
import { twoTrackers } from "../support/two-trackers.ts";

const program = join(projectRoot, "bin", "storytree");
const args = ["disclose", String(storyId), "--to", "../public", "--confirm"];
const then = { now: () => new Date("2026-12-01T15:00:00Z") };

/** Whether a commit is remembered as on its way. */
const isKnown = (secret: string) => {
  const folder = join(secret, ".git/storytree/disclosing");
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith(".json"));
};

/** Runs the program in a group of its own, which is killed with all its children as soon as `isTime`. */
async function killedWhen(
  folder: string,
  isTime: (elapsed: number) => boolean,
  command: readonly string[] = args,
): Promise<boolean> {
  const child = spawn(process.execPath, [program, ...command], {
    cwd: folder,
    env: gitEnvironment,
    stdio: "ignore",
    detached: true,
  });
  let isOver = false;
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.on("close", (_, signal) => {
      isOver = true;
      resolve(signal);
    }),
  );
  const start = performance.now();
  while (!isOver && !isTime(performance.now() - start)) await new Promise((resolve) => setImmediate(resolve));
  if (!isOver) process.kill(-(child.pid ?? 0), "SIGKILL");
  return (await ended) === "SIGKILL";
}

/**
 * The command once more. A git that the killed one had started lives on for a moment: it may move the branch while the next one reads
 * it, which that one refuses, saying so.
 */
async function onceMore(secret: string, args: readonly string[]) {
  const next = await storytree(secret, [...args], then);
  return next.err.includes("[concurrent-change]") ? storytree(secret, [...args], then) : next;
}

test("ends in one public commit and one mark, wherever it was killed", async () => {
  const moments: readonly [string, (open: string, secret: string, elapsed: number) => boolean][] = [
    ["when it knows the commit", (_, secret) => isKnown(secret)],
    ["when the branch has moved", (open) => textAt(open, ".git/refs/heads/main") !== heads.get(open)],
    ["when files are staged", (open) => existsSync(join(open, ".git/storytree-writing"))],
    ["when a file is there", (open) => existsSync(join(open, storyFolder))],
    ["when the index is written", (open) => existsSync(join(open, ".git/storytree-index"))],
    ["when the mark is written", (_, secret) => existsSync(join(secret, ".git/storytree-writing"))],
    ...[200, 450, 700]
      .map((after) => [`after ${after} ms`, (_: string, __: string, elapsed: number) => elapsed > after] as const)
      .map(([name, isTime]) => [name, isTime] as [string, typeof isTime]),
  ];
  const heads = new Map<string, string>();
  let killed = 0;
  for (const [name, isTime] of moments) {
    const { open, secret } = await twoTrackers();
    addPrivateStory(secret);
    const story = textAt(secret, `${storyFolder}/story.md`);
    commit(secret, {
      [`${storyFolder}/story.md`]: story.replace(/disclose_at: .*/, "disclose_at: 2026-11-20T15:00:00Z"),
    });
    heads.set(open, textAt(open, ".git/refs/heads/main"));
    if (await killedWhen(secret, (elapsed) => isTime(open, secret, elapsed))) killed += 1;
    for (const folder of [open, secret]) git(folder, ["status", "--porcelain"]);
    const last = await onceMore(secret, args);
    expect([name, last.exit, last.err]).toEqual([name, 0, last.err]);
    expect([name, git(open, ["rev-list", "--count", "HEAD"]).trim()]).toEqual([name, "2"]);
    expect([name, git(open, ["status", "--porcelain"])]).toEqual([name, ""]);
    expect(textAt(open, `${storyFolder}/story.md`)).toContain("Public body");
    expect(textAt(secret, `${storyFolder}/story.md`)).toMatch(disclosedIn(git(open, ["rev-parse", "HEAD"]).trim()));
    expect(git(open, ["log", "-p", "--all"])).not.toContain(canary);
    expect(isKnown(secret)).toBe(false);
  }
  expect(killed).toBeGreaterThanOrEqual(5);
}, 600_000);

test("two of one hour: one public commit and both marks, wherever it was killed", async () => {
  const due = ["disclose", "--due", "--to", "../public", "--confirm"];
  const place = "stories/002/30000002/story.md";
  const moments: readonly [string, (open: string, secret: string) => boolean][] = [
    ["when it knows the commit", (_, secret) => isKnown(secret)],
    ["when the branch has moved", (open) => git(open, ["rev-list", "--count", "HEAD"]).trim() === "2"],
    ["when a file is there", (open) => existsSync(join(open, storyFolder))],
    ["when one mark is written", (_, secret) => textAt(secret, `${storyFolder}/story.md`).includes("\ndisclosed:")],
  ];
  let killed = 0;
  for (const [name, isTime] of moments) {
    const { open, secret } = await twoTrackers();
    addPrivateStory(secret);
    const early = "disclose_at: 2026-11-20T15:00:00Z";
    commit(secret, {
      [`${storyFolder}/story.md`]: textAt(secret, `${storyFolder}/story.md`).replace(/disclose_at: .*/, early),
      [place]: `---\ntitle: Public second hole\nauthor: nina\ncreated: 2026-11-10T09:12:33Z\nrelated:\n  - ${storyId}\n${early}\n---\n`,
    });
    if (await killedWhen(secret, () => isTime(open, secret), due)) killed += 1;
    const last = await onceMore(secret, due);
    expect([name, last.exit, last.err]).toEqual([name, 0, last.err]);
    expect([name, git(open, ["rev-list", "--count", "HEAD"]).trim()]).toEqual([name, "2"]);
    expect([name, git(open, ["status", "--porcelain"])]).toEqual([name, ""]);
    const head = git(open, ["rev-parse", "HEAD"]).trim();
    for (const path of [`${storyFolder}/story.md`, place]) expect(textAt(secret, path)).toMatch(disclosedIn(head));
    expect(textAt(open, `${storyFolder}/story.md`)).toContain(`#${otherId}`);
    expect(isKnown(secret)).toBe(false);
  }
  expect(killed).toBeGreaterThanOrEqual(3);
}, 300_000);
