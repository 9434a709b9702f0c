// The order in which records are read: that of the tree, however git's answers arrive, with what is not read at its place.

import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commitFiles } from "../../src/tracker/commit-files.ts";
import { loadRecords } from "../../src/tracker/load-records.ts";
import { commit, git, newRepository } from "../support/folder.ts";
import { inPieces } from "../support/in-pieces.ts";
import { readers } from "../support/two-readers.ts";

test.each([1, 2, 3, 1_000])("files read %i at a time come in the order of the tree", async (size) => {
  const story = "---\ntitle: A story\nauthor: alice\ncreated: 2026-03-01T09:12:33Z\n---\n";
  const folder = newRepository({
    "stories/001/1001/attachments/a.log": "a\n",
    "stories/001/1001/attachments/b.log": "b\n",
    "stories/001/1001/comments/20260302T101500Z-0a1b.md": "---\n---\nA comment.\n",
    "stories/001/1001/story.md": story,
    "stories/001/2001/attachments/c.log": "c\n",
    "stories/001/2001/story.md": story,
    "stories/002/3002/story.md": story,
    "stories/002/3002/strange.txt": "strange\n",
  });
  symlinkSync("../story.md", join(folder, "stories/002/3002/zzz.md"));
  commit(folder, { "tracker.yaml": "format: 1\nname: Acme\nvisibility: public\n" });
  const objects = inPieces(readers(folder).program, size);
  const paths: string[] = [];
  for await (const batch of loadRecords(commitFiles(objects, git(folder, ["rev-parse", "HEAD"]).trim())))
    paths.push(...batch.map(({ file }) => file.path));
  expect(paths).toEqual(git(folder, ["ls-files"]).trim().split("\n"));
  expect(paths).toHaveLength(10);
});
