// The files of a commit: what everyone asks for is read once.

import { expect, test } from "vitest";
import { commitFiles } from "../../src/tracker/commit-files.ts";
import { visibilityOf } from "../../src/tracker/open.ts";
import { loadConfig, loadFields } from "../../src/tracker/tracker.ts";
import { git, newRepository } from "../support/folder.ts";
import { readers } from "../support/two-readers.ts";

test("a commit's tracker.yaml is read once, however many ask for it, and is not there as often as it is not", async () => {
  const folder = newRepository({ "tracker.yaml": "format: 1\nname: Once\nvisibility: public\n", "a.md": "a\n" });
  const { program } = readers(folder);
  const asked: string[] = [];
  const counting: typeof program = {
    ...program,
    tree: (commit, under) => {
      asked.push(`tree ${under}`);
      return program.tree(commit, under);
    },
    blobs: (oids, cap) => {
      asked.push("blobs");
      return program.blobs(oids, cap);
    },
  };
  const files = commitFiles(counting, git(folder, ["rev-parse", "HEAD"]).trim());
  const [visibility, config] = await Promise.all([visibilityOf(files), loadConfig(files), loadFields(files)]);
  expect([visibility, config?.data.name, (await loadConfig(files))?.data.name]).toEqual(["public", "Once", "Once"]);
  expect(asked).toEqual(["tree tracker.yaml", "blobs"]);
  // One that is too large for one is not for the other.
  expect((await files.readPath("tracker.yaml", 5))?.bytes).toBeNull();
  expect((await files.readPath("tracker.yaml", 1_000))?.size).toBe(40);
  const none = newRepository({ "a.md": "a\n" });
  const without = commitFiles(readers(none).program, git(none, ["rev-parse", "HEAD"]).trim());
  expect(await without.readPath("tracker.yaml", 1_000)).toBeNull();
  expect(await loadConfig(without)).toBeUndefined();
});
