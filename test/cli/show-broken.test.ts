// What is said of files that cannot be read: by who shows the record itself, and by nobody else.

import { expect, test } from "vitest";
import { newFolder, writeFiles } from "../support/folder.ts";
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
