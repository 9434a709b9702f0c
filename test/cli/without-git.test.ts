// Where no git program is installed: what reads says the same to the byte, what needs git says that in one sentence.

import { createHash } from "node:crypto";
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openIndex } from "../../src/index/open-index.ts";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { openTracker } from "../../src/tracker/open.ts";
import { newClone, newServer } from "../support/clones.ts";
import { commit, git, gitEnvironment, newFolder, newRepository, readFolder, writeFiles } from "../support/folder.ts";
import { storytree } from "../support/terminal.ts";
import { pathWithoutGit, storytreeWithoutGit } from "../support/without-git.ts";

const story = "stories/377/48213377/story.md";
const task = "stories/377/48213377/tasks/22312377.md";

/** The demo tracker with a history: edits, a merge, a tag, a file that nobody can read. */
function trackerWithHistory(): string {
  const folder = newClone(newServer(), "checkout", "hugo");
  const read = (path: string) => git(folder, ["show", `HEAD:${path}`]);
  const edited = (path: string, from: RegExp, to: string) => {
    const text = read(path);
    if (!from.test(text)) throw new Error(`${path} does not say ${from}`);
    return { [path]: text.replace(from, to) };
  };
  commit(
    folder,
    edited(story, /^title: .*$/m, "title: Live migration is slow"),
    "A title\n\nBody",
    "2026-04-01T00:00:00Z",
  );
  git(folder, ["tag", "-a", "v1", "-m", "one"]);
  git(folder, ["switch", "--quiet", "-c", "topic"]);
  commit(folder, edited(task, /^status: .*$/m, "status: merged"), "Done", "2026-04-02T00:00:00Z");
  git(folder, ["switch", "--quiet", "main"]);
  commit(folder, { "people/broken.md": "---\nname: [\n---\n" }, "Broken", "2026-04-03T00:00:00Z");
  git(folder, ["merge", "--quiet", "--no-ff", "-m", "Merge", "topic"], { GIT_COMMITTER_DATE: "2026-04-04T00:00:00Z" });
  git(folder, ["update-ref", "refs/remotes/origin/main", "HEAD"]);
  git(folder, ["gc", "--quiet"]);
  git(folder, ["config", "uploadpack.allowFilter", "true"]);
  commit(folder, edited(task, /^priority: .*$/m, "priority: low"), "Later", "2026-04-05T00:00:00Z");
  git(folder, ["push", "--quiet", "origin", "main"]);
  return folder;
}

const reading: readonly (readonly string[])[] = [
  ["list"],
  ["list", "live migration sort:relevance", "--json"],
  ["list", "--tasks", "status:merged OR priority:low", "--format", "csv"],
  ["show", "48213377"],
  ["show", "22312377", "--json"],
  ["show", "48213377", "--rev", "v1"],
  ["log", "48213377"],
  ["log", "48213377", "--json"],
  ["log", "person/broken"],
  ["blame", "22312377"],
  ["blame", "48213377", "--rev", "main~2", "--json"],
  ["board", "--rev", "HEAD~3", "release"],
  ["stats"],
  ["stats", "--by", "project", "--json"],
  ["list", "--rev", "topic"],
  ["list", "--rev", "nowhere"],
  ["validate"],
  ["validate", "--rev", "v1", "--format", "json"],
  ["index"],
  ["index", "--json"],
];

const original = trackerWithHistory();

/** The same tracker twice, so that neither reads the index that the other made. */
function twice(kind: "checkout" | "bare" | "no-checkout" | "blobless"): readonly [string, string] {
  const copy = (): string => {
    if (kind === "checkout") {
      const folder = join(newFolder(), "tracker");
      cpSync(original, folder, { recursive: true });
      return folder;
    }
    return newClone(original, kind, "hugo");
  };
  return [copy(), copy()];
}

const apart = (text: string, folder: string) => text.replaceAll(folder, "FOLDER");

describe.each(["checkout", "bare", "no-checkout"] as const)("in a clone that is %s", (kind) => {
  const [withGit, without] = twice(kind);
  if (kind === "checkout")
    for (const folder of [withGit, without])
      writeFiles(folder, {
        ".gitignore": "*.bak\nscratch/\n",
        "stories/377/48213377/tasks/x.bak": "ignored\n",
        "scratch/notes.md": "ignored\n",
        "people/new.md": "---\nname: New\nidentities:\nwatch:\n---\n",
        [task]: git(folder, ["show", `HEAD:${task}`]).replace(/^assignee: .*$/m, "assignee: hugo"),
        "people/broken.md": null,
      });

  test.each(reading.map((args) => [args.join(" "), args] as const))("%s", async (_, args) => {
    const said = await storytree(withGit, args);
    const plain = await storytreeWithoutGit(without, args);
    expect({ ...plain, err: apart(plain.err, without) }).toEqual({ ...said, err: apart(said.err, withGit) });
    expect(said.out + said.err).not.toBe("");
    expect(said.exit).toBeLessThan(3);
  });

  test("build", async () => {
    const sites = await Promise.all(
      ([storytree, storytreeWithoutGit] as const).map(async (run, at) => {
        const out = join(newFolder(), "site");
        const said = await run(at === 0 ? withGit : without, ["build", "--out", out]);
        return {
          exit: said.exit,
          files: [...readFolder(out)].map(
            ([path, bytes]) => `${path} ${createHash("sha1").update(bytes).digest("hex")}`,
          ),
        };
      }),
    );
    expect(sites[1]).toEqual(sites[0]);
    expect(sites[0]?.exit).toBe(0);
  });
});

test("in a checkout what was just written shows, and what was taken back does not", async () => {
  const [folder] = twice("checkout");
  const title = async () => (await storytreeWithoutGit(folder, ["list", "id:48213377", "--format", "{title}"])).out;
  expect(await title()).toBe("Live migration is slow\n");
  const text = git(folder, ["show", `HEAD:${story}`]);
  writeFiles(folder, { [story]: text.replace("is slow", "is fast") });
  expect(await title()).toBe("Live migration is fast\n");
  writeFiles(folder, { [story]: text });
  expect(await title()).toBe("Live migration is slow\n");
});

test("an index that one of them made is the other's to go on with", async () => {
  const [folder] = twice("bare");
  const list = ["list", "--format", "{id} {updated} {title}"];
  const before = await storytree(folder, list);
  expect(await storytreeWithoutGit(folder, list)).toEqual(before);
});

test("the server shows a commit made while it runs", async () => {
  const [folder] = twice("bare");
  const stop = new AbortController();
  let said = (_url: string) => {};
  const url = new Promise<string>((resolve) => {
    said = resolve;
  });
  const serving = storytree(folder, ["serve", "--port", "0"], {
    variables: { ...gitEnvironment, PATH: pathWithoutGit() },
    now: () => new Date(),
    out: (text) => said(String(text).trim()),
    stop: stop.signal,
  });
  const title = async () =>
    ((await (await fetch(`${await url}stories/48213377.json`)).json()) as { title: string }).title;
  expect(await title()).toBe("Live migration is slow");
  const work = newClone(folder, "checkout", "hugo");
  commit(work, { [story]: git(work, ["show", `HEAD:${story}`]).replace("is slow", "is fast") });
  git(work, ["push", "--quiet", "origin", "main"]);
  await expect.poll(title, { timeout: 30_000, interval: 300 }).toBe("Live migration is fast");
  stop.abort();
  expect((await serving).exit).toBe(0);
});

describe("what needs git says so", () => {
  test.each([
    ["checkout", ["propose", "-m", "x"]],
    ["checkout", ["clone", "https://example.org/tracker.git", "there"]],
    ["checkout", ["validate", "--base", "HEAD~1"]],
    ["checkout", ["diff", "HEAD~1..HEAD"]],
    ["checkout", ["setup"]],
    ["bare", ["set", "22312377", "priority=high"]],
    ["bare", ["new", "A title", "--no-similar"]],
    ["blobless", ["list"]],
    ["checkout", ["init", "fresh", "--name", "Fresh"]],
  ] as const)("in a clone that is %s: %j", async (kind, args) => {
    const [folder] = twice(kind);
    if (args[0] === "propose") writeFiles(folder, { [story]: "---\n---\n" });
    const { exit, out, err } = await storytreeWithoutGit(folder, args);
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toMatch(/^storytree: [^\n]*\bgit\b[^\n]* \[git-missing\]\n {2}hint: install git[^\n]*\n$/);
  });

  test("of SHA-256 ids", async () => {
    const folder = newFolder();
    git(folder, ["init", "--quiet", "--object-format=sha256", "--initial-branch=main"]);
    commit(folder, { "tracker.yaml": "format: 1\nname: X\nvisibility: public\n" });
    expect((await storytree(folder, ["list"])).exit).toBe(0);
    const { exit, err } = await storytreeWithoutGit(folder, ["list"]);
    expect(exit).toBe(2);
    expect(err).toBe(
      "storytree: this repository has SHA-256 ids, which only the git program can read [git-missing]\n  hint: install git\n",
    );
  });
});

test("proposals that are being prepared are laid over their base, also where it has moved on beside them", async () => {
  const [withGit, without] = twice("bare");
  for (const folder of [withGit, without]) {
    expect((await storytree(folder, ["set", "22312377", "priority=high"])).exit).toBe(0);
    expect((await storytree(folder, ["set", "48213377", "tags+=other", "--topic", "two"])).exit).toBe(0);
  }
  for (const folder of [withGit, without]) {
    const work = newClone(folder, "checkout", "hugo");
    commit(
      work,
      { "people/later.md": "---\nname: Later\nidentities:\nwatch:\n---\n" },
      "Later",
      "2026-05-01T00:00:00Z",
    );
    git(work, ["push", "--quiet", "origin", "main"]);
  }
  const list = ["list", "--tasks", "id:22312377", "--json"];
  const said = await storytree(withGit, list);
  expect(JSON.parse(said.out)[0].priority).toBe("high");
  expect(await storytreeWithoutGit(without, list)).toEqual(said);
});

test("a folder that is no repository, and one without a commit, need no git at all", async () => {
  const plain = join(newFolder(), "plain");
  mkdirSync(plain);
  const empty = newRepository();
  for (const folder of [plain, empty]) {
    cpSync(join(original, "stories"), join(folder, "stories"), { recursive: true });
    cpSync(join(original, "tracker.yaml"), join(folder, "tracker.yaml"));
    expect(await storytreeWithoutGit(folder, ["list"])).toEqual(await storytree(folder, ["list"]));
  }
});

test("a tracker is opened with isomorphic-git where git is not on the path that was given", async () => {
  const [, folder] = twice("bare");
  const tracker = await openTracker(folder, gitProgram({ PATH: pathWithoutGit() }));
  const catalogue = await openIndex(tracker, { now: 0 });
  expect(catalogue.commit).toBe(tracker.head);
  catalogue.close();
});
