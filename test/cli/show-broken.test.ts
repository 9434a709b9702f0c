// What is said of files that cannot be read: by who shows the record itself, and by nobody else.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { git, newFolder, writeFiles } from "../support/folder.ts";
import { repositoryWith } from "../support/history.ts";
import { storytree } from "../support/terminal.ts";

const story = (title: string) => `---\ntitle: ${title}\nauthor: bob\ncreated: 2026-03-01T09:12:33Z\n---\n`;

test("a record whose name is part of another's path is well", async () => {
  const folder = newFolder();
  writeFiles(folder, {
    "tracker.yaml": "format: 1\nname: Acme\nvisibility: public\n",
    "people/bob.md": "---\nname: Bob\n---\n",
    "stories/113/113/story.md": story("Fine"),
    // Its shard has the other's number, and a file has the person's name.
    "stories/113/55551113/story.md": story("[oops"),
    "stories/113/55551113/affects/bob.md": "---\ncreated: [oops\n---\n",
  });
  for (const ref of ["113", "person/bob"]) {
    const { exit, err } = await storytree(folder, ["show", ref]);
    expect([ref, exit, err]).toEqual([ref, 0, ""]);
  }
  const { exit, err } = await storytree(folder, ["show", "55551113"]);
  expect(exit).toBe(1);
  expect(err.match(/^stories\/113\/55551113\/(?:story|affects\/bob)\.md/gm)).toHaveLength(2);
});

test("a task is there when its file cannot be read, and when its story's cannot", async () => {
  const task = "---\nproject: acme/engine\nstatus: todo\nauthor: bob\ncreated: 2026-03-01T09:12:33Z\n---\n";
  const { folder } = repositoryWith([
    {
      time: 1_772_400_000,
      files: {
        "tracker.yaml": "format: 1\nname: Acme\nvisibility: public\n",
        "stories/113/113/story.md": story("Fine"),
        "stories/113/113/tasks/10000113.md": task,
        "stories/113/55551113/story.md": story("[oops"),
        "stories/113/55551113/tasks/20000113.md": task,
      },
    },
    { time: 1_772_486_400, files: { "stories/113/113/tasks/10000113.md": "<<<<<<< ours\n" } },
  ]);
  for (const [ref, path] of [
    ["10000113", "stories/113/113/tasks/10000113.md"],
    ["20000113", "stories/113/55551113/story.md"],
  ] as const) {
    const shown = await storytree(folder, ["show", ref]);
    expect([shown.exit, shown.out]).toEqual([1, ""]);
    expect(shown.err).toMatch(new RegExp(`^${path}:`));
    const log = await storytree(folder, ["log", ref]);
    expect(log.out).toContain(`task ${ref}: new on acme/engine`);
    expect((await storytree(folder, ["blame", ref])).out).toContain("status: todo");
  }
  expect((await storytree(folder, ["log", "10000113"])).out).toContain("task 10000113: cannot be read");
});

test("of a story that somebody removes just now nothing is said of commits", async () => {
  const { folder } = repositoryWith([
    {
      time: 1_772_400_000,
      files: {
        "tracker.yaml": "format: 1\nname: Acme\nvisibility: public\n",
        "stories/113/113/story.md": story("Fine"),
      },
    },
  ]);
  git(folder, ["reset", "--quiet", "--hard"]);
  rmSync(join(folder, "stories"), { recursive: true });
  expect((await storytree(folder, ["show", "113"])).err).toBe('storytree: there is no "113" here\n');
});

test("of a story that was removed it is said where it still is", async () => {
  const config = { "tracker.yaml": "format: 1\nname: Acme\nvisibility: public\n" };
  const { folder, oids } = repositoryWith([
    { time: 1_772_400_000, files: { ...config, "stories/113/113/story.md": story("Fine") } },
    { time: 1_772_486_400, files: { "stories/113/113/story.md": null } },
  ]);
  const rev = `${oids[1]?.slice(0, 10)}^`;
  for (const command of ["show", "log", "blame"]) {
    const { exit, err } = await storytree(folder, [command, "113"]);
    expect([exit, err]).toEqual([
      1,
      `storytree: there is no "113" here\n  hint: it was removed; --rev ${rev} shows it as it was\n`,
    ]);
    expect((await storytree(folder, [command, "113", "--rev", rev])).exit).toBe(0);
  }
});
