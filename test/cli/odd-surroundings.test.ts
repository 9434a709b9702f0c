// Files that cannot be read, and an output that cannot be written: each ends in a sentence, and nothing waits for ever.

import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, closeSync, cpSync, existsSync, openSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  git,
  gitEnvironment,
  newFolder,
  newRepository,
  projectRoot,
  tinyTracker,
  writeFiles,
} from "../support/folder.ts";
import { storytree } from "../support/terminal.ts";

const program = join(projectRoot, "bin", "storytree");
const story = (title: string) => `---\ntitle: ${title}\nauthor: alice\ncreated: 2026-03-01T00:00:00Z\n---\n`;
const tracker = () =>
  newRepository({
    "tracker.yaml": "format: 1\nname: Acme\nvisibility: public\n",
    "people/alice.md": "---\nname: Alice\n---\n",
    "stories/377/48213377/story.md": story("One"),
    "stories/113/113/story.md": story("Two"),
  });

test("a pipe in a file's place is broken, and nobody waits for who might write to it", async () => {
  const folder = tracker();
  for (const path of ["people/alice.md", "stories/113/113/story.md"]) {
    rmSync(join(folder, path));
    execFileSync("mkfifo", [join(folder, path)]);
  }
  const { exit, out, err } = await storytree(folder, ["list", "--format", "ids"]);
  expect([exit, out]).toEqual([0, "48213377\n"]);
  expect(err).toContain("2 files need repair");
});

test("what lies behind a link is not the tracker's", async () => {
  const folder = tracker();
  const elsewhere = join(newFolder(), "377");
  renameSync(join(folder, "stories/377"), elsewhere);
  symlinkSync(elsewhere, join(folder, "stories/377"));
  writeFiles(elsewhere, { "48213377/story.md": story("From elsewhere") });
  expect((await storytree(folder, ["list", "--format", "ids"])).out).toBe("113\n");
  expect((await storytree(folder, ["show", "48213377"])).exit).toBe(1);
});

test("a checkout whose tracker.yaml is gone is not taken for a clone without files", async () => {
  const folder = tracker();
  rmSync(join(folder, "tracker.yaml"));
  for (const command of [["list"], ["validate"], ["comment", "48213377", "-m", "Hello"]]) {
    const { exit, err } = await storytree(folder, command);
    expect([exit, err]).toEqual([
      2,
      expect.stringMatching(/tracker\.yaml is gone \[no-configuration\]\n {2}hint: git restore/),
    ]);
  }
  expect(git(folder, ["branch", "--list", "proposal/*"])).toBe("");
});

test("a checkout of something else that has stories is none of the tracker", async () => {
  const folder = tracker();
  git(folder, ["config", "storytree.base", "refs/heads/main"]);
  git(folder, ["switch", "--quiet", "--orphan", "pages"]);
  writeFiles(folder, { "stories/113.html": "<p>Two\n" });
  git(folder, ["add", "--all"]);
  git(folder, ["commit", "--quiet", "--message", "Pages"]);
  expect((await storytree(folder, ["list", "sort:id", "--format", "ids"])).out).toBe("113\n48213377\n");
});

test.skipIf(!existsSync("/dev/full"))("an output that is full is no answer", () => {
  const full = openSync("/dev/full", "w");
  try {
    const { status, stderr } = spawnSync(process.execPath, [program, "list"], {
      cwd: tracker(),
      env: gitEnvironment,
      encoding: "utf8",
      stdio: ["ignore", full, "pipe"],
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining("could not be written: ENOSPC\n")]);
  } finally {
    closeSync(full);
  }
});

describe("a folder that may not be read", () => {
  // The superuser may read everywhere: then it is somebody else who tries.
  const identity = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  test.for(["a repository", "a plain folder"])("is broken, not gone, in %s", (kind, context) => {
    const folder = join(newFolder(), "tracker");
    cpSync(tinyTracker, folder, { recursive: true });
    if (kind === "a repository") {
      git(folder, ["init", "--quiet"]);
      git(folder, ["add", "--all"]);
      git(folder, ["commit", "--quiet", "--message", "Open"]);
    }
    if (identity.uid !== undefined) execFileSync("chown", ["-R", String(identity.uid), join(folder, "..")]);
    chmodSync(join(folder, "stories/377"), 0);
    try {
      const run = (...args: string[]) =>
        spawnSync(process.execPath, [program, ...args], {
          cwd: folder,
          env: gitEnvironment,
          encoding: "utf8",
          ...identity,
        });
      if (run("--version").status !== 0) return context.skip("nobody else may run the program from this folder");
      expect(run("list").stderr).toMatch(/needs? repair/);
      const validated = run("validate");
      expect([validated.status, validated.stdout]).toEqual([
        1,
        expect.stringContaining("stories/377: error: the folder cannot be read"),
      ]);
      if (kind === "a repository")
        expect(run("show", "48213377").stderr).toContain("the file cannot be read [file-unreadable]");
    } finally {
      chmodSync(join(folder, "stories/377"), 0o755);
    }
  });
});
