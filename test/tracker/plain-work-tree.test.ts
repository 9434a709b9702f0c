// A work tree and git's configuration read without the git program, held equal to what git itself says.

import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dirtyPaths, ignoredPaths } from "../../src/tracker/dirty-paths.ts";
import { configFiles } from "../../src/tracker/git/plain/config-files.ts";
import { pathMatches } from "../../src/tracker/git/plain/wildcards.ts";
import { type GitRun, gitProgram } from "../../src/tracker/git/process.ts";
import { objectReader } from "../../src/tracker/git/reader.ts";
import { findRepository } from "../../src/tracker/git/repository.ts";
import { commit, git, gitEnvironment, newFolder, newRepository, readFolder, writeFiles } from "../support/folder.ts";
import { pathWithoutGit } from "../support/without-git.ts";

function runs(folder: string, variables: Record<string, string> = {}): { program: GitRun; plain: GitRun } {
  const repository = findRepository(folder);
  if (!repository) throw new Error("no repository");
  const seen = { ...gitEnvironment, ...variables };
  return {
    program: { repository, git: gitProgram(seen) },
    plain: { repository, git: gitProgram({ ...seen, PATH: pathWithoutGit() }) },
  };
}

/** Asks both what is dirty and what is ignored, and holds them equal; what they said. */
async function bothSee(folder: string, variables: Record<string, string> = {}) {
  const { program, plain } = runs(folder, variables);
  const see = async (run: GitRun) => {
    const objects = await objectReader(run);
    return {
      dirty: [...(await dirtyPaths(run, objects))].sort(),
      ignored: filesIn(folder, await ignoredPaths(run, objects)),
    };
  };
  const said = await see(program);
  expect(await see(plain)).toEqual(said);
  return said;
}

/** The files that a list names, or whose folders it names. */
function filesIn(folder: string, named: ReadonlySet<string>): string[] {
  const isNamed = (path: string) =>
    named.has(path) || [...path.matchAll(/\//g)].some(({ index }) => named.has(path.slice(0, index + 1)));
  return [...readFolder(folder).keys()].filter((path) => !path.startsWith(".git/") && isNamed(path)).sort();
}

const files = {
  "tracker.yaml": "format: 1\n",
  "stories/001/10000001/story.md": "one\n",
  "people/é.md": "x\n",
  "deep/a/b/c.md": "c\n",
  "run.sh": "#!/bin/sh\n",
};

describe("what is edited", () => {
  const folder = () => newRepository(files);

  test("nothing", async () => {
    expect(await bothSee(folder())).toEqual({ dirty: [], ignored: [] });
  });

  test("nothing of a copy, whose files are all younger than the index knows", async () => {
    const copy = join(newFolder(), "copy");
    cpSync(folder(), copy, { recursive: true });
    expect(git(copy, ["diff-index", "--name-only", "HEAD"])).not.toBe("");
    expect(await bothSee(copy)).toEqual({ dirty: [], ignored: [] });
  });

  test("files that are edited, gone, new, moved, of another kind; staged or not", async () => {
    const at = folder();
    writeFiles(at, { "tracker.yaml": "format: 2\n", "deep/a/b/c.md": null, "new/file.md": "n\n", "staged.md": "s\n" });
    git(at, ["add", "staged.md"]);
    git(at, ["mv", "people/é.md", "people/ü.md"]);
    chmodSync(join(at, "run.sh"), 0o755);
    rmSync(join(at, "stories/001/10000001/story.md"));
    symlinkSync("../../../tracker.yaml", join(at, "stories/001/10000001/story.md"));
    const { dirty } = await bothSee(at);
    expect(dirty).toHaveLength(8);
  });

  test("a folder that a file has taken the place of, and a file that a pipe has", async () => {
    const at = folder();
    rmSync(join(at, "stories/001/10000001"), { recursive: true });
    writeFileSync(join(at, "stories/001/10000001"), "x\n");
    rmSync(join(at, "tracker.yaml"));
    execFileSync("mkfifo", [join(at, "tracker.yaml")]);
    const { dirty } = await bothSee(at);
    expect(dirty).toEqual(["stories/001/10000001", "stories/001/10000001/story.md", "tracker.yaml"]);
  });

  test.each([
    ["the setting", ["config", "core.autocrlf", "true"], {}],
    ["an attribute", ["config", "core.autocrlf", "false"], { ".gitattributes": "*.md text eol=crlf\n" }],
    ["neither", ["config", "core.autocrlf", "false"], {}],
    ["neither, said of all", ["config", "core.autocrlf", "false"], { ".gitattributes": "* -text\n" }],
  ])("other ends of lines, with %s", async (_, setting, attributes) => {
    const at = newRepository({ ...files, ...attributes });
    git(at, setting);
    writeFiles(at, { "people/é.md": "x\r\n", "deep/a/b/c.md": "d\r\n" });
    const { dirty } = await bothSee(at);
    expect(dirty).toEqual(["deep/a/b/c.md", ...(_.startsWith("neither") ? ["people/é.md"] : [])]);
  });

  test("one that was edited in the very moment of the commit, to the same length", async () => {
    const at = folder();
    const moment = new Date("2026-03-01T00:00:00Z");
    const { plain } = runs(at);
    const objects = await objectReader(plain);
    for (const [text, isEdited] of [
      ["formAt: 1\n", true],
      ["format: 1\n", false],
      ["format: 3\n", true],
    ] as const) {
      writeFileSync(join(at, "tracker.yaml"), text);
      utimesSync(join(at, "tracker.yaml"), moment, moment);
      // The program compares whole seconds, and would not always see it.
      expect(await dirtyPaths(plain, objects)).toEqual(isEdited ? ["tracker.yaml"] : []);
      git(at, ["status", "--short"]);
    }
    git(at, ["add", "tracker.yaml"]);
    writeFileSync(join(at, "tracker.yaml"), "format: 4\n");
    expect((await bothSee(at)).dirty).toEqual(["tracker.yaml"]);
  });

  test.each([
    ["version 4 of the index", ["update-index", "--index-version=4"]],
    ["a split index", ["update-index", "--split-index"]],
    ["a file that git was told to take for unchanged", ["update-index", "--assume-unchanged", "run.sh"]],
    ["a file that shall not be there", ["update-index", "--skip-worktree", "run.sh"]],
    ["a file that is to be added", ["add", "--intent-to-add", "new.md"]],
    ["no modes", ["config", "core.filemode", "false"]],
    ["the tree of another branch in the index", ["read-tree", "side"]],
    ["another repository inside", ["init", "--quiet", "inner"]],
  ])("%s", async (_, args) => {
    const at = folder();
    git(at, ["switch", "--quiet", "-c", "side"]);
    commit(at, { "side.md": "side\n", "deep/a/b/c.md": "side\n" });
    git(at, ["switch", "--quiet", "main"]);
    writeFiles(at, { "new.md": "n\n", "run.sh": "edited\n", "deep/z.md": "z\n" });
    chmodSync(join(at, "tracker.yaml"), 0o755);
    git(at, args);
    await bothSee(at);
  });

  test("no index at all, and one that is damaged", async () => {
    const at = folder();
    writeFiles(at, { "run.sh": "edited\n", "new.md": "n\n" });
    const { plain } = runs(at);
    for (const broken of [undefined, "DIRC", "DIRC\0\0\0\x02\0\0\0\x09", "x".repeat(500)]) {
      rmSync(join(at, ".git/index"), { force: true });
      if (broken !== undefined) writeFileSync(join(at, ".git/index"), broken, "latin1");
      expect([...(await dirtyPaths(plain, await objectReader(plain)))].sort()).toEqual(["new.md", "run.sh"]);
    }
  });

  test("a conflict, and a linked work tree", async () => {
    const at = folder();
    git(at, ["switch", "--quiet", "-c", "side"]);
    commit(at, { "run.sh": "side\n" });
    git(at, ["switch", "--quiet", "main"]);
    commit(at, { "run.sh": "main\n" });
    expect(() => git(at, ["merge", "side"])).toThrow();
    expect((await bothSee(at)).dirty).toEqual(["run.sh"]);
    const linked = join(newFolder(), "linked");
    git(at, ["worktree", "add", "--quiet", linked, "side"]);
    writeFiles(linked, { "run.sh": "linked\n", "x.log": "x" });
    writeFiles(at, { ".git/info/exclude": "*.log\n" });
    expect(await bothSee(linked)).toEqual({ dirty: ["run.sh"], ignored: ["x.log"] });
  });
});

describe("what is ignored", () => {
  test("in every form that a rule has", async () => {
    const rules =
      "*.log\n!keep.log\n/top\nfolder/\nin/side/*.txt\n**/any\nsome/**\na/**/z\n\\#hash\n\\!bang\nblank\\ \ntrailing   \n[a-c]x\n[!a-c]y\n[[:digit:]]\nnot/[closed\n# nothing\n\n\r\nline\r\n";
    const at = newRepository({
      ...files,
      ".gitignore": rules,
      "forced.log": "kept\n",
      "deep/.gitignore": "!*.log\nz\n",
    });
    git(at, ["add", "--force", "forced.log"]);
    git(at, ["commit", "--quiet", "-m", "forced"]);
    const names = [
      "x.log",
      "keep.log",
      "top",
      "deep/top",
      "folder/x",
      "deep/folder",
      "in/side/a.txt",
      "in/side/b/a.txt",
    ];
    const more = ["x/y/any", "some/x/y", "a/z", "a/b/c/z", "#hash", "!bang", "blank ", "trailing", "ax", "dx", "dy"];
    const last = [
      "7",
      "not/[closed",
      "line",
      "deep/x.log",
      "deep/z/x",
      "other/z",
      "folder2/.gitignore",
      "emptyish/x.log",
    ];
    writeFiles(at, Object.fromEntries([...names, ...more, ...last].map((name) => [name, "x\n"])));
    mkdirSync(join(at, "empty"));
    writeFiles(at, { "forced.log": "edited\n" });
    const { dirty, ignored } = await bothSee(at);
    expect(dirty).toContain("forced.log");
    expect(ignored.length).toBeGreaterThan(12);
  });

  test("by the user's own file, wherever it is named", async () => {
    const home = newFolder();
    writeFiles(home, {
      ".gitconfig": "[core]\n\texcludesFile = ~/mine\n",
      mine: "*.bak\n",
      ".config/git/ignore": "*.swp\n",
    });
    const at = newRepository(files);
    writeFiles(at, { "a.bak": "", "a.swp": "", "a.md": "" });
    expect((await bothSee(at, { HOME: home })).ignored).toEqual(["a.bak"]);
    rmSync(join(home, ".gitconfig"));
    expect((await bothSee(at, { HOME: home })).ignored).toEqual(["a.swp"]);
    expect((await bothSee(at, { XDG_CONFIG_HOME: join(home, ".config") })).ignored).toEqual(["a.swp"]);
  });

  test("rules and trees made at random", async () => {
    const part = fc.constantFrom("a", "b", "ab", "*", "?", "a*", "*b", "**", "[ab]", "[!a]", "\\a", "a**b");
    const rule = fc
      .tuple(
        fc.constantFrom("", "!", "/", "!/"),
        fc.array(part, { minLength: 1, maxLength: 4 }),
        fc.constantFrom("", "/", " "),
      )
      .map(([before, parts, after]) => before + parts.join("/") + after);
    const name = fc.constantFrom("a", "b", "ab", "aab", "c");
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
    const tree = fc.uniqueArray(path, { minLength: 1, maxLength: 12 });
    const property = fc.asyncProperty(
      fc.array(rule, { maxLength: 5 }),
      fc.array(rule, { maxLength: 3 }),
      tree,
      fc.nat(3),
      async (top, inner, paths, kept) => {
        const fitting = paths.filter((one) => !paths.some((other) => other.startsWith(`${one}/`)));
        const at = newRepository({
          "tracker.yaml": "x\n",
          ...Object.fromEntries(fitting.slice(0, kept).map((each) => [each, "k"])),
        });
        writeFiles(at, Object.fromEntries(fitting.map((each) => [each, "x"])));
        const folder = fitting.find((each) => each.includes("/"))?.split("/")[0];
        writeFiles(at, {
          ".gitignore": top.join("\n"),
          ...(folder ? { [`${folder}/.gitignore`]: inner.join("\n") } : {}),
        });
        await bothSee(at);
      },
    );
    await fc.assert(property, { numRuns: 25 });
  });

  test("a pattern full of stars is answered at once", () => {
    expect(pathMatches(`${"*a".repeat(60)}b`, "a".repeat(4000))).toBe(false);
    expect(pathMatches(`${"**/".repeat(60)}b`, "a/".repeat(2000))).toBe(false);
  });
});

describe("configuration", () => {
  function bothRead(folder: string, variables: Record<string, string> = {}) {
    const listed = git(folder, ["config", "--list", "--null", "--includes"], variables).split("\0").slice(0, -1);
    const said = new Map(
      listed.map((entry) => {
        const end = entry.indexOf("\n");
        return end === -1 ? [entry, "true"] : [entry.slice(0, end), entry.slice(end + 1)];
      }),
    );
    const read = configFiles(runs(folder, variables).plain);
    expect([...read].sort()).toEqual([...said].sort());
    return read;
  }

  test("is read as git reads it: sections, quotes, escapes, comments, lines that go on", () => {
    const home = newFolder();
    const text = `[user]
  name = Alice  A.   # a comment
\temail = "alice@example.org ; not a comment" ; one
[Storytree "x.Y\\"z"] Key-Name = "a  b"  c \\
  d
flag
\tempty =
[storytree]person=alice
base = "origin/\\tmain\\n"
[OLD.Style] a = b
[remote "origin"]
url = git@example.org:x.git`;
    writeFiles(home, { ".gitconfig": text, ".config/git/config": "[user]\nname = Earlier\n[a]\nb = xdg\n" });
    const read = bothRead(newRepository(files), { HOME: home });
    expect(read.get("user.name")).toBe("Alice  A.");
  });

  test("follows what is included, always or for a folder", () => {
    const home = newFolder();
    const at = newRepository(files);
    const inside = `[includeIf "gitdir:${at}/"]\npath = one\n[includeIf "gitdir:/nowhere/"]\npath = two\n[include]\npath = ~/three\n[includeIf "gitdir/i:${at.toUpperCase()}/**"]\npath = four\n`;
    writeFiles(home, {
      ".gitconfig": inside,
      one: "[storytree]\none = 1\n[include]\npath = deeper/one\n",
      "deeper/one": "[storytree]\ndeeper = 1\n",
      two: "[storytree]\ntwo = 1\n",
      three: "[storytree]\nthree = 1\n",
      four: "[storytree]\nfour = 1\n",
    });
    const read = bothRead(at, { HOME: home });
    expect(["one", "deeper", "two", "three", "four"].filter((key) => read.has(`storytree.${key}`))).toEqual([
      "one",
      "deeper",
      "three",
      "four",
    ]);
    git(at, ["config", "extensions.worktreeConfig", "true"]);
    git(at, ["config", "--worktree", "storytree.base", "main"]);
    expect(bothRead(at, { GIT_CONFIG_GLOBAL: join(home, "two") }).get("storytree.base")).toBe("main");
  });
});
