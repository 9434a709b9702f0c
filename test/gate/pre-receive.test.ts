// The hook of a plain server, judged by real pushes over HTTP: what is good gets in, what is bad leaves nothing behind.

import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commit, git, newFolder, projectRoot, readFolder } from "../support/folder.ts";
import { type GitHttp, installHook, type ServedOptions, type ServedRepository, serveGit } from "../support/git-http.ts";
import { push } from "../support/push.ts";

const hook = readFileSync(join(projectRoot, "templates", "tracker", "plain", "hooks", "pre-receive"), "utf8");
const base = Object.fromEntries(
  [...readFolder(`${projectRoot}test/validate/base`)].map(([path, bytes]) => [path, bytes.toString()]),
);
const story = "stories/377/48213377/story.md";
const task = "stories/377/48213377/tasks/59011377.md";
const edit = (path: string, from: string | RegExp, to: string) => ({
  [path]: (base[path] ?? "").replace(from, () => to),
});

let server: GitHttp;
beforeAll(async () => {
  expect(existsSync(join(projectRoot, "dist", "storytree.js")), "build it first: npm run build").toBe(true);
  server = await serveGit();
});
afterAll(() => server.close());

let count = 0;

/** A repository on the server with the base on main, and a clone of it. */
async function scene(options: ServedOptions = {}): Promise<{ served: ServedRepository; clone: string }> {
  count += 1;
  const served = server.create(`tracker-${count}.git`, { hooks: { "pre-receive": hook }, ...options });
  const clone = newFolder();
  git(clone, ["init", "--quiet", "--initial-branch=main", `--object-format=${options.objectFormat ?? "sha1"}`]);
  commit(clone, base, "Open the tracker");
  expect(await push(clone, served.url, ["main"])).toMatchObject({ accepted: true });
  return { served, clone };
}

/** Everything in the object store, to the byte: a refused push leaves it as it was. */
function stored({ path }: ServedRepository): string[] {
  return readdirSync(join(path, "objects"), { recursive: true }).map(String).sort();
}

const headOf = ({ path }: ServedRepository, ref = "refs/heads/main") => git(path, ["rev-parse", ref]).trim();

function holds({ path }: ServedRepository, oid: string): boolean {
  try {
    git(path, ["cat-file", "-e", oid]);
    return true;
  } catch {
    return false;
  }
}

/** Pushes what must be refused, and looks for anything that stayed behind. */
async function refused(served: ServedRepository, clone: string, refs: readonly string[], url = served.url) {
  const [before, head] = [stored(served), headOf(served)];
  const pushed = await push(clone, url, refs);
  expect(pushed.accepted, pushed.said).toBe(false);
  expect(stored(served)).toEqual(before);
  expect(headOf(served)).toBe(head);
  return pushed.said;
}

describe("a push to the gated branch", () => {
  test("is accepted when it is good", async () => {
    const { served, clone } = await scene();
    for (const status of ["review", "merged", "inprogress"]) {
      const head = commit(clone, edit(task, "status: todo", `status: ${status}`), `Now in ${status}`);
      const pushed = await push(clone, served.url, ["main"]);
      expect(pushed).toMatchObject({ accepted: true, said: expect.stringContaining("1 changed files: no findings") });
      expect(headOf(served)).toBe(head);
    }
  });

  test.each<[string, Record<string, string>, string]>([
    [
      "YAML that does not close",
      edit(story, /^type: .*$/m, 'type: "bug'),
      `${story}:13:1: error: front matter is not YAML`,
    ],
    [
      "a person nobody knows",
      edit(task, /^assignee:.*$/m, "assignee: mallory"),
      `${task}:5:11: error: person or team "mallory" does not exist`,
    ],
    [
      "a key of restricted trackers",
      edit(story, /^type: .*$/m, "type: bug\naccess:\n  - bob"),
      `${story}:5:1: error: `,
    ],
    ["a conflict marker", edit(story, /$/, "<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> main\n"), "[conflict-marker]"],
    ["a file nobody placed", { "notes.txt": "Where?\n" }, "notes.txt: error: the tracker's layout has no place"],
  ])("is refused for %s, and leaves nothing behind", async (_, files, line) => {
    const { served, clone } = await scene();
    const head = commit(clone, files, "Break it");
    const said = await refused(served, clone, ["main"]);
    expect(said).toContain(`remote: ${line}`.replace(/^remote: \[/, "["));
    expect(said).toContain("remote: storytree: refused: refs/heads/main");
    expect(holds(served, head)).toBe(false);
    for (const path of Object.keys(files)) {
      expect(holds(served, git(clone, ["rev-parse", `HEAD:${path}`]).trim())).toBe(false);
    }
    expect(readdirSync(join(served.path, "objects")).filter((name) => /incoming/.test(name))).toEqual([]);
  });

  test("is refused for a symbolic link", async () => {
    const { served, clone } = await scene();
    symlinkSync("/etc/passwd", join(clone, "people", "eve.md"));
    const head = commit(clone, {}, "Link out");
    expect(await refused(served, clone, ["main"])).toContain("remote: people/eve.md: error: ");
    expect(holds(served, head)).toBe(false);
  });

  test("is refused when it deletes or rewinds the branch", async () => {
    const { served, clone } = await scene({ config: { "receive.denyDeleteCurrent": "ignore" } });
    expect(await refused(served, clone, [":main"])).toContain('"main" is the tracker and is not deleted');
    git(clone, ["commit", "--quiet", "--amend", "--message", "Rewritten"]);
    expect(await refused(served, clone, ["+main"])).toContain('the branch "main" only moves forward');
  });

  test("may open the tracker, unless it is broken", async () => {
    const served = server.create("first.git", { hooks: { "pre-receive": hook } });
    const clone = newFolder();
    git(clone, ["init", "--quiet", "--initial-branch=main"]);
    commit(clone, { ...base, ...edit(task, "status: todo", "status: opne") }, "Open the tracker");
    const before = stored(served);
    const pushed = await push(clone, served.url, ["main"]);
    expect(pushed.said).toContain(`remote: ${task}:3:9: error: status "opne"`);
    expect(stored(served)).toEqual(before);
    expect(git(served.path, ["for-each-ref"])).toBe("");
    commit(clone, base, "Mend it");
    expect((await push(clone, served.url, ["main"])).accepted).toBe(true);
  });
});

describe("a push of another branch", () => {
  test("is judged as it would merge", async () => {
    const { served, clone } = await scene();
    git(clone, ["checkout", "--quiet", "-b", "proposal/48213377"]);
    commit(clone, edit(task, "status: todo", "status: review"), "Propose");
    git(clone, ["checkout", "--quiet", "main"]);
    commit(clone, edit(task, "status: todo", "status: merged"), "Meanwhile");
    expect((await push(clone, served.url, ["main"])).accepted).toBe(true);
    const said = await refused(served, clone, ["proposal/48213377"]);
    expect(said).toContain(`remote: ${task}: error: both sides changed the same lines`);

    git(clone, ["checkout", "--quiet", "-b", "proposal/title"]);
    commit(clone, edit(story, /^title: .*$/m, "title: Told better"), "Propose");
    git(clone, ["checkout", "--quiet", "main"]);
    commit(clone, edit("people/bob.md", "name: Bob", "name: Robert"), "Meanwhile");
    expect((await push(clone, served.url, ["main", "proposal/title"])).accepted).toBe(true);
    // The virtual merge of both sides needs objects of the push and writes none into the repository.
    commit(clone, edit("people/alice.md", "name: Alice", "name: Alicia"), "Once more");
    git(clone, ["checkout", "--quiet", "proposal/title"]);
    const tip = commit(clone, edit("milestones/m1.md", /^title: .*$/m, "title: First"), "More");
    expect((await push(clone, served.url, ["proposal/title"])).accepted).toBe(true);
    expect(headOf(served, "refs/heads/proposal/title")).toBe(tip);
    expect((await push(clone, served.url, [":proposal/title"])).accepted).toBe(true);
  });

  test("is refused together with the others when one of them is bad", async () => {
    const { served, clone } = await scene();
    commit(clone, edit(task, "status: todo", "status: review"), "Good");
    git(clone, ["branch", "proposal/good"]);
    git(clone, ["checkout", "--quiet", "-b", "proposal/bad"]);
    commit(clone, { "people/Eve.md": "---\nname: Eve\nidentities:\n---\n" }, "Bad");
    const said = await refused(served, clone, ["main", "proposal/good", "proposal/bad"]);
    expect(said).toContain("remote: people/Eve.md: error: ");
    expect(said.match(/storytree: refused: .*/g)).toEqual([
      expect.stringMatching(/^storytree: refused: refs\/heads\/proposal\/bad\s*$/),
    ]);
  });

  test("is judged too when it is a tag", async () => {
    const { served, clone } = await scene();
    git(clone, ["tag", "-a", "-m", "v1", "v1"]);
    expect((await push(clone, served.url, ["v1"])).accepted).toBe(true);
    commit(clone, { "notes.txt": "x\n" }, "Stray");
    git(clone, ["tag", "-a", "-m", "v2", "v2"]);
    expect(await refused(served, clone, ["v2"])).toContain("notes.txt: error: ");
  });
});

test("a repository with SHA-256 is gated alike", async () => {
  const { served, clone } = await scene({ objectFormat: "sha256" });
  const good = commit(clone, edit(task, "status: todo", "status: review"), "Good");
  expect(good).toHaveLength(64);
  expect((await push(clone, served.url, ["main"])).accepted).toBe(true);
  commit(clone, edit(task, "status: todo", "status: opne"), "Bad");
  expect(await refused(served, clone, ["main"])).toContain(`remote: ${task}:3:9: error: `);
});

test("of two pushes at once one wins and nothing breaks", async () => {
  const { served, clone } = await scene();
  const other = newFolder();
  git(other, ["clone", "--quiet", "--branch=main", served.path, "."]);
  const mine = commit(clone, edit(task, "status: todo", "status: review"), "Mine");
  const theirs = commit(other, edit(story, /^title: .*$/m, "title: Theirs"), "Theirs");
  const both = await Promise.all([push(clone, served.url, ["main"]), push(other, served.url, ["main"])]);
  const winners = both.filter((each) => each.accepted);
  expect(winners).toHaveLength(1);
  expect(headOf(served)).toBe(both[0]?.accepted ? mine : theirs);
  git(served.path, ["fsck", "--strict", "--no-dangling"]);
});

test("who pushes is told to the program, as the server vouches for them", async () => {
  const record = join(newFolder(), "asked");
  const { served, clone } = await scene();
  installHook(served.path, "spy", `#!/bin/sh\nprintf '%s\\n' "$*" >> ${record}\nexec storytree "$@"\n`);
  git(served.path, ["config", "storytree.program", join(served.path, "hooks", "spy")]);
  for (const [number, login] of ["bob", "zoe", "Bob@example.org", undefined].entries()) {
    commit(clone, edit(story, /^title: .*$/m, `title: Take ${number}`), "Good");
    const url = login ? served.urlAs(login) : served.url;
    expect(await push(clone, url, ["main"])).toMatchObject({ accepted: true });
  }
  const asked = readFileSync(record, "utf8")
    .trimEnd()
    .split("\n")
    .filter((line) => line.includes(" validate "));
  // A person of the tracker, whoever has that identity, and nobody that the server knows.
  expect(asked.map((line) => /--actor=(.*)/.exec(line)?.[1])).toEqual([
    "bob",
    "login:zoe",
    "login:Bob@example.org",
    undefined,
  ]);
});

test("a server without the program takes nothing and says why", async () => {
  const { served, clone } = await scene();
  git(served.path, ["config", "storytree.program", "/nowhere/storytree"]);
  commit(clone, edit(task, "status: todo", "status: review"), "Good");
  expect(await refused(served, clone, ["main"])).toContain('"/nowhere/storytree" is not installed on this server');
});

test("another branch can be the gated one", async () => {
  const { served, clone } = await scene({ config: { "storytree.gate": "trunk" } });
  expect((await push(clone, served.url, ["main:trunk"])).accepted).toBe(true);
  expect(await refused(served, clone, [":trunk"])).toContain('"trunk" is the tracker and is not deleted');
});
