import { chmodSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openIndex } from "../../src/index/open-index.ts";
import { openForStory } from "../../src/index/settled-story.ts";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { openTracker } from "../../src/tracker/open.ts";
import { commit, git, newRepository, writeFiles } from "../support/folder.ts";

const now = Date.parse("2026-06-01T12:00:00Z");
const config = "format: 1\nname: Acme\nvisibility: public\n";
const story = (title: string) => `---\ntitle: ${title}\nauthor: alice\ncreated: 2026-03-01T09:12:33Z\n---\nBody.\n`;
const task = (status: string) =>
  `---\nproject: acme/engine\nstatus: ${status}\nauthor: alice\ncreated: 2026-03-01T09:12:33Z\n---\n`;
const comment = "---\nauthor: bob\n---\nSeen.\n";
const at = "stories/377/48213377";
const files = {
  "tracker.yaml": config,
  "projects/acme/engine.md": "---\ntitle: Engine\n---\n",
  [`${at}/story.md`]: story("First"),
  [`${at}/tasks/59011377.md`]: task("todo"),
  [`${at}/attachments/a.log`]: "a\n",
  [`${at}/comments/20260302T101500Z-0a1b.md`]: comment,
  // A folder whose path begins as another's does.
  "stories/002/1002/story.md": story("Small"),
  "stories/002/1002002/story.md": story("Other"),
  "stories/002/1002002/tasks/59011002.md": task("todo"),
};

const opened = (folder: string) => openTracker(folder, gitProgram({ PATH: process.env.PATH }));

async function whole(folder: string, ref: string) {
  const catalogue = await openIndex(await opened(folder), { now });
  const id = Number(ref);
  const detail = catalogue.story(catalogue.storyOfTask(id) ?? id);
  catalogue.close();
  return detail;
}

async function settled(folder: string, ref: string) {
  const catalogue = await openForStory(await opened(folder), ref);
  if (!catalogue) return null;
  const id = Number(ref);
  const detail = catalogue.story(catalogue.storyOfTask(id) ?? id);
  catalogue.close();
  return detail;
}

test("a story whose files are as the index shows them is answered from it, whatever happens to others", async () => {
  const folder = newRepository(files);
  expect(await settled(folder, "48213377")).toBeNull();
  const before = await whole(folder, "48213377");
  writeFiles(folder, {
    "stories/002/1002002/story.md": story("Edited"),
    "stories/002/1002002/tasks/59021002.md": "new",
  });
  for (const ref of ["48213377", "59011377"]) expect(await settled(folder, ref)).toEqual(before);
  expect((await settled(folder, "1002"))?.story.data.title).toBe("Small");
  // The index has not been told, and is not told here.
  expect(await settled(folder, "1002002")).toBeNull();
});

test("what lies in other folders counts for who asks for it", async () => {
  const folder = newRepository(files);
  await whole(folder, "48213377");
  const told = async (besides: string[]) => {
    const catalogue = await openForStory(await opened(folder), "48213377", besides);
    catalogue?.close();
    return catalogue !== null;
  };
  // There is no such folder: nothing in it has changed.
  expect(await told(["people"])).toBe(true);
  writeFiles(folder, { "people/bob.md": "---\nname: Bob\n---\n" });
  expect([await told([]), await told(["people"]), await told(["projects"])]).toEqual([true, false, true]);
  await whole(folder, "48213377");
  expect(await told(["people"])).toBe(true);
});

const edits: [what: string, edit: (folder: string) => void][] = [
  ["an edited file", (folder) => writeFiles(folder, { [`${at}/story.md`]: story("Edited") })],
  ["one of the same length", (folder) => writeFiles(folder, { [`${at}/story.md`]: story("Fursz") })],
  ["an edited attachment", (folder) => writeFiles(folder, { [`${at}/attachments/a.log`]: "b\n" })],
  ["a file that is gone", (folder) => writeFiles(folder, { [`${at}/tasks/59011377.md`]: null })],
  ["a new file", (folder) => writeFiles(folder, { [`${at}/tasks/59021377.md`]: task("review") })],
  ["a new folder", (folder) => writeFiles(folder, { [`${at}/affects/nova.md`]: "---\nproject: nova\n---\n" })],
  ["a folder that is gone", (folder) => rmSync(join(folder, at, "comments"), { recursive: true })],
  ["all of it gone", (folder) => rmSync(join(folder, at), { recursive: true })],
  ["an executable", (folder) => chmodSync(join(folder, at, "story.md"), 0o755)],
  [
    "a link",
    (folder) => {
      rmSync(join(folder, at, "story.md"));
      symlinkSync("attachments/a.log", join(folder, at, "story.md"));
    },
  ],
  [
    "a folder in a file's place",
    (folder) => {
      rmSync(join(folder, at, "story.md"));
      mkdirSync(join(folder, at, "story.md"));
    },
  ],
  [
    "a commit",
    (folder) =>
      commit(folder, { "projects/acme/anvil.md": "---\ntitle: Anvil\n---\n" }, "Other", "2026-04-01T00:00:00Z"),
  ],
  [
    "other custom fields",
    (folder) => writeFiles(folder, { "tracker.yaml": `${config}fields:\n  size: {type: number}\n` }),
  ],
];

describe("what the index has not been told of is never answered from it, and what it has been told is", () => {
  test.each(edits)("%s", async (_, edit) => {
    const folder = newRepository(files);
    await whole(folder, "48213377");
    expect(await settled(folder, "48213377")).not.toBeNull();
    edit(folder);
    expect(await settled(folder, "48213377")).toBeNull();
    const told = await whole(folder, "48213377");
    expect((await settled(folder, "48213377")) ?? undefined).toEqual(told);
    // Undone, it is again what the index has not been told.
    git(folder, ["reset", "--quiet", "--hard"]);
    git(folder, ["clean", "--quiet", "-fd"]);
    const now = await settled(folder, "48213377");
    expect(now ?? (await whole(folder, "48213377"))).toEqual(await whole(folder, "48213377"));
  });
});

test.each(["4821", "#4821337", "project/acme/engine", "launchpad:1", "", "48213378"])(
  "%o is no whole number of a story that is there: the whole index says what it is",
  async (ref) => {
    const folder = newRepository(files);
    await whole(folder, "48213377");
    expect(await settled(folder, ref)).toBeNull();
  },
);

test("an index that may not be locked keeps nobody from reading: the short way is none then, and the long one is", async () => {
  const folder = newRepository(files);
  const before = await whole(folder, "48213377");
  const lock = join(folder, ".git/storytree/lock");
  rmSync(lock);
  mkdirSync(lock);
  expect(await settled(folder, "48213377")).toBeNull();
  expect(await whole(folder, "48213377")).toEqual(before);
});

test("without an index, or with a damaged one, nothing is told", async () => {
  const folder = newRepository(files);
  await whole(folder, "48213377");
  const index = join(folder, ".git/storytree");
  const [file = ""] = readdirSync(index).filter((name) => name.endsWith(".sqlite"));
  writeFileSync(join(index, file), "no database");
  expect(await settled(folder, "48213377")).toBeNull();
  rmSync(index, { recursive: true });
  expect(await settled(folder, "48213377")).toBeNull();
});
