// One file that several processes open, make, move on and replace.

import { spawn } from "node:child_process";
import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Catalogue } from "../../src/index/catalogue.ts";
import { openDatabase } from "../../src/index/database.ts";
import { openIndex } from "../../src/index/open-index.ts";
import { pageSize } from "../../src/index/schema.ts";
import { everything } from "../../src/model/query/query.ts";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { openTracker } from "../../src/tracker/open.ts";
import { commit, git, newFolder, newRepository, projectRoot, writeFiles } from "../support/folder.ts";

const now = Date.parse("2026-06-01T12:00:00Z");
const config = "format: 1\nname: Acme\nvisibility: public\n";
const storyPath = (id: number) => `stories/${String(id % 1000).padStart(3, "0")}/${id}/story.md`;
const story = (title: string) =>
  `---\ntitle: ${title}\nauthor: alice\ncreated: 2026-03-01T09:12:33Z\n---\nBody of ${title}.\n`;

function repositoryOf(stories: number): string {
  const ids = Array.from({ length: stories }, (_, n) => 10_000_000 + n);
  return newRepository({
    "tracker.yaml": config,
    ...Object.fromEntries(ids.map((id) => [storyPath(id), story(`Story ${id}`)])),
  });
}

async function open(folder: string): Promise<Catalogue> {
  return openIndex(await openTracker(folder, gitProgram({ PATH: process.env.PATH })), { now });
}

const titleOf = (catalogue: Catalogue, id: number) => catalogue.rows([id])[0]?.title;
const indexFolder = (folder: string) => join(folder, ".git", "storytree");
const indexOf = (folder: string) =>
  join(indexFolder(folder), readdirSync(indexFolder(folder)).find((name) => name.endsWith(".sqlite")) ?? "");

test("several processes that find no index all get the whole answer, and leave a whole one", async () => {
  const folder = repositoryOf(300);
  const program = join(projectRoot, "bin", "storytree");
  for (let round = 0; round < 3; round += 1) {
    rmSync(indexFolder(folder), { recursive: true, force: true });
    const answers = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(
        () =>
          new Promise((resolve) => {
            const child = spawn(process.execPath, [program, "-C", folder, "list", "--limit", "1"]);
            let said = "";
            child.stderr.on("data", (data) => {
              said += data;
            });
            child.on("close", (code) => resolve(`${code} ${said.trim()}`));
          }),
      ),
    );
    expect(answers).toEqual(Array(6).fill("0 1 of 300 stories"));
    const db = openDatabase(indexOf(folder));
    expect(db.prepare("PRAGMA integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
    db.close();
    expect(readdirSync(indexFolder(folder)).filter((name) => name.includes(".new"))).toEqual([]);
  }
}, 120_000);

test("what is asked of an open catalogue is answered from the state that was opened, whatever others do", async () => {
  const folder = repositoryOf(3);
  const first = await open(folder);
  commit(folder, { [storyPath(10_000_000)]: story("Changed"), [storyPath(10_000_001)]: null });
  const second = await open(folder);
  const tell = (catalogue: Catalogue) => [
    catalogue.commit?.slice(0, 4),
    titleOf(catalogue, 10_000_000),
    catalogue.stories(everything(now), { limit: 0, offset: 0 }).total,
    catalogue.changes({ limit: 9, offset: 0 }).length,
  ];
  const [before, after] = ["HEAD~1", "HEAD"].map((rev) => git(folder, ["rev-parse", rev]).slice(0, 4));
  expect(tell(first)).toEqual([before, "Story 10000000", 3, 1]);
  expect(tell(second)).toEqual([after, "Changed", 2, 2]);
  first.close();
  expect(tell(second)).toEqual([after, "Changed", 2, 2]);
  second.close();
});

test("damage that shows at a question is mended by who opens the index next", async () => {
  const folder = repositoryOf(400);
  (await open(folder)).close();
  const path = indexOf(folder);
  const db = openDatabase(path);
  db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  const root = Number(db.prepare("SELECT rootpage FROM sqlite_master WHERE name = 'folder'").get()?.rootpage);
  db.close();
  const file = openSync(path, "r+");
  writeSync(file, Buffer.alloc(pageSize, 0xa5), 0, pageSize, (root - 1) * pageSize);
  closeSync(file);
  const damaged = await open(folder);
  expect(damaged.isReplaced()).toBe(false);
  expect(() => damaged.story(10_000_007)).toThrow(expect.objectContaining({ code: "index-damaged" }));
  const mended = await open(folder);
  expect(mended.story(10_000_007)?.story.data.title).toBe("Story 10000007");
  expect(damaged.isReplaced()).toBe(true);
  // Who holds the old file still does no harm to the new one.
  expect(() => damaged.story(10_000_007)).toThrow(expect.objectContaining({ code: "index-damaged" }));
  (await open(folder)).close();
  expect(mended.isReplaced()).toBe(false);
  damaged.close();
  mended.close();
});

test("what lies beside an index that is gone is not taken for the next one's", async () => {
  const folder = repositoryOf(2);
  const open1 = await open(folder);
  commit(folder, { [storyPath(10_000_000)]: story("Second") });
  (await open(folder)).close();
  const path = indexOf(folder);
  expect(existsSync(`${path}-wal`)).toBe(true);
  rmSync(path);
  commit(folder, { [storyPath(10_000_000)]: story("Third") });
  const fresh = await open(folder);
  expect([titleOf(fresh, 10_000_000), fresh.changes({ limit: 9, offset: 0 }).length]).toEqual(["Third", 3]);
  open1.close();
  fresh.close();
  const again = await open(folder);
  expect(titleOf(again, 10_000_000)).toBe("Third");
  again.close();
});

test("a record that became a link or a program is no record any more, committed or not", async () => {
  const folder = repositoryOf(3);
  (await open(folder)).close();
  const [link, program] = [storyPath(10_000_000), storyPath(10_000_001)];
  rmSync(join(folder, link));
  symlinkSync("../../001/10000001/story.md", join(folder, link));
  chmodSync(join(folder, program), 0o755);
  const tell = async (where: string) => {
    const catalogue = await open(where);
    const told = [catalogue.stories(everything(now), { limit: 9, offset: 0 }).rows, catalogue.broken()] as const;
    catalogue.close();
    return [told[0].map(({ id }) => id), told[1].map(({ path }) => path)];
  };
  const expected = [[10_000_002], [link, program]];
  expect(await tell(folder)).toEqual(expected);
  commit(folder, {});
  expect(await tell(folder)).toEqual(expected);
  const clone = join(newFolder(), "clone");
  git(folder, ["clone", "--quiet", "--bare", folder, clone]);
  expect(await tell(clone)).toEqual(expected);
  // And back.
  rmSync(join(folder, link));
  writeFiles(folder, { [link]: story("Back") });
  expect(await tell(folder)).toEqual([[10_000_000, 10_000_002].sort(), [program]]);
});

test("work trees whose paths are alike have each their own index", async () => {
  const folder = repositoryOf(1);
  const parent = newFolder();
  const trees = ["Aa", "BB"].map((name) => join(parent, name));
  for (const [nth, tree] of trees.entries()) git(folder, ["worktree", "add", "--quiet", "-b", `branch-${nth}`, tree]);
  const titles: unknown[] = [];
  for (const tree of trees) {
    writeFileSync(join(tree, storyPath(10_000_000)), story(`In ${tree.slice(-2)}`));
    const catalogue = await open(tree);
    titles.push(titleOf(catalogue, 10_000_000));
    catalogue.close();
  }
  expect(titles).toEqual(["In Aa", "In BB"]);
  expect(readdirSync(indexFolder(folder)).filter((name) => name.endsWith(".sqlite"))).toHaveLength(2);
});
