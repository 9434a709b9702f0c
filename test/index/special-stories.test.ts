// is:proposed and is:private: what they find follows from where a tracker stands, not from what a story says.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newClone, newServer } from "../support/clones.ts";
import { newFolder, writeFiles } from "../support/folder.ts";
import { storytree } from "../support/terminal.ts";

const server = newServer();
const ids = async (folder: string, query: string) =>
  (await storytree(folder, ["list", "--format", "ids", "--", query])).out
    .split("\n")
    .filter((line) => line !== "")
    .sort();

test("is:proposed finds what is edited in a checkout, and not what was committed", async () => {
  const folder = newClone(server, "checkout", "hugo");
  expect(await ids(folder, "is:proposed")).toEqual([]);
  const path = "stories/377/48213377/story.md";
  const text = readFileSync(join(folder, path), "utf8");
  writeFiles(folder, { [path]: text.replace(/^title: .*$/m, "title: Edited") });
  expect((await storytree(folder, ["comment", "33906185", "-m", "Seen it too"])).exit).toBe(0);
  expect(await ids(folder, "is:proposed")).toEqual(["33906185", "48213377"]);
  expect(await ids(folder, "is:proposed edited")).toEqual(["48213377"]);
  writeFiles(folder, { [path]: text });
  expect(await ids(folder, "is:proposed")).toEqual(["33906185"]);
  expect(await ids(folder, "-is:proposed")).toHaveLength(40);
});

test("without a checkout it finds what proposals change", async () => {
  const folder = newClone(server, "bare", "hugo");
  expect((await storytree(folder, ["set", "22312377", "priority=low"])).exit).toBe(0);
  expect((await storytree(folder, ["set", "33906185", "tags+=other", "--topic", "two"])).exit).toBe(0);
  expect(await ids(folder, "is:proposed")).toEqual(["33906185", "48213377"]);
  expect(await ids(folder, "is:proposed tag:other")).toEqual(["33906185"]);
});

test("is:private finds nothing in a public tracker, and all that was not disclosed in any other", async () => {
  const story = (more = "") => `---\ntitle: T\nauthor: alice\ncreated: 2026-03-01T00:00:00Z\n${more}---\n`;
  const tracker = (visibility: string) => {
    const folder = newFolder();
    writeFiles(folder, {
      "tracker.yaml": `format: 1\nname: X\n${visibility}`,
      "stories/001/10000001/story.md": story(),
      "stories/002/10000002/story.md": story("disclosed: 2026-03-02T00:00:00Z\n"),
    });
    return folder;
  };
  expect(await ids(tracker("visibility: public\n"), "is:private")).toEqual([]);
  for (const visibility of ["visibility: restricted\n", ""])
    expect(await ids(tracker(visibility), "is:private")).toEqual(["10000001"]);
});
