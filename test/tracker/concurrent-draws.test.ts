// A thousand proposals at once, drawn by clones that do not see each other, merged by git: no two have a number in common.

import { expect, test } from "vitest";
import { drawStoryId, drawTaskId } from "../../src/model/ids.ts";
import { placeOf, shardOf } from "../../src/model/place.ts";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { openTracker } from "../../src/tracker/open.ts";
import { type NewTask, planStory } from "../../src/tracker/plan-story.ts";
import { numberSource } from "../../src/tracker/taken-numbers.ts";
import { validateChange } from "../../src/validate/validate-change.ts";
import { newServer } from "../support/clones.ts";
import { git, readFolder, tinyTracker } from "../support/folder.ts";
import { memoryFiles } from "../support/memory-files.ts";

const proposals = 1_000;

test("a thousand concurrent proposals merge without a collision", async () => {
  const repository = newServer();
  const program = gitProgram({ PATH: process.env.PATH });
  const tracker = await openTracker(repository, program);
  const { run, objects, commit: base } = tracker;
  if (!run || !objects || !base) throw new Error("no repository");
  const baseFiles = memoryFiles(new Map(readFolder(tinyTracker)));
  const random = seeded(20261124);
  const created = "2026-11-24T12:00:00Z";
  const numbers: number[] = [];
  const stream: string[] = [];
  for (let at = 0; at < proposals; at += 1) {
    // Each clone knows the base and nothing of the others.
    const source = at % 100 === 0 ? numberSource(tracker.files, { run, objects }) : numberSource(baseFiles, null);
    const story = await free(() => drawStoryId(random, () => false));
    const tasks: NewTask[] = [];
    for (let count = random(4); count >= 0; count -= 1) {
      const id = await free(() => drawTaskId(random, story, (known) => tasks.some((task) => task.id === known)));
      tasks.push({ id, data: { project: "lantern/docs", author: "ines", status: "todo", created } as const, body: "" });
    }
    numbers.push(story, ...tasks.map((task) => task.id));
    const { files } = planStory(story, { title: `Proposal ${at}`, author: "ines", created }, "Text.\n", tasks);
    stream.push(
      `commit refs/proposals/${at}\ncommitter Ines <ines@example.org> 1700000000 +0000\ndata 1\nP\nfrom ${base}\n`,
    );
    for (const { path, after } of files)
      stream.push(`M 100644 inline ${path}\ndata ${Buffer.byteLength(String(after))}\n${after}\n`);

    async function free(next: () => number): Promise<number> {
      for (;;) {
        const id = next();
        const taken = await source.shard(shardOf(id));
        if (!taken(id)) return id;
      }
    }
  }
  git(repository, ["fast-import", "--quiet"], {}, stream.join(""));
  expect(new Set(numbers).size).toBe(numbers.length);

  const refs = git(repository, ["for-each-ref", "--format=%(objectname)", "refs/proposals/"]).trim().split("\n");
  expect(refs).toHaveLength(proposals);
  const merged = mergeAll(repository, refs);
  const found = git(repository, ["diff", "--name-only", "--diff-filter=A", base, merged]).trim().split("\n");
  const drawn = found.flatMap((path) => {
    const place = placeOf(path);
    return place.kind === "story" || place.kind === "task" ? [place.id] : [];
  });
  expect(drawn.sort()).toEqual(numbers.sort());
  const verdict = await validateChange({ run, objects, base, head: merged, visibility: "public", today: "2026-11-24" });
  expect(verdict.diagnostics).toEqual([]);
});

/** Merges two and two, all of a round in one process, until one is left. A conflict fails. */
function mergeAll(repository: string, commits: readonly string[]): string {
  let round = [...commits];
  while (round.length > 1) {
    const pairs = Array.from({ length: Math.floor(round.length / 2) }, (_, at) => [round[2 * at], round[2 * at + 1]]);
    const input = pairs.map((pair) => `${pair.join(" ")}\n`).join("");
    const answers = git(repository, ["merge-tree", "--write-tree", "--stdin", "--no-messages"], {}, input);
    // Each answer: 1 for a clean merge, the tree, and nothing more.
    const trees = [...answers.matchAll(/([01])\0([0-9a-f]{40})\0([^\0]*\0)*?\0/g)].map(([, clean, tree]) => {
      expect(clean).toBe("1");
      return tree ?? "";
    });
    expect(trees).toHaveLength(pairs.length);
    const stream = pairs.map(
      ([one, other], at) =>
        `commit refs/merging\nmark :${at + 1}\ncommitter Host <host@example.org> 1700000000 +0000\ndata 1\nM\nfrom ${one}\nmerge ${other}\nM 040000 ${trees[at]} ""\n\nget-mark :${at + 1}\n`,
    );
    const made = git(repository, ["fast-import", "--quiet", "--force"], {}, stream.join("")).trim().split("\n");
    round = [...made, ...round.slice(2 * pairs.length)];
  }
  return round[0] ?? "";
}

/** The same numbers each time: mulberry32. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}
