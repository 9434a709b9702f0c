import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commitFiles } from "../../src/tracker/commit-files.ts";
import { gitObjects } from "../../src/tracker/git/git-objects.ts";
import type { ObjectReader } from "../../src/tracker/git/objects.ts";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { findRepository } from "../../src/tracker/git/repository.ts";
import { writerOf } from "../../src/tracker/git/tips.ts";
import { validate } from "../../src/validate/validate.ts";
import { commit, git, newFolder, newRepository, sharedData } from "../support/folder.ts";

function readerOf(
  folder: string,
  variables: Record<string, string | undefined> = { PATH: process.env.PATH },
): ObjectReader {
  const repository = findRepository(folder);
  if (!repository) throw new Error("no repository");
  return gitObjects({ git: gitProgram(variables), repository });
}

async function all<T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> {
  const items: T[] = [];
  for await (const batch of batches) items.push(...batch);
  return items;
}

/** A repository with two commits, a file that grew, one that went, and a name in another script. */
function sample(): { folder: string; first: string; second: string } {
  const folder = newRepository();
  const first = commit(
    folder,
    { "a.md": "one\n", "people/é 日本.md": "x\n", "gone.md": "gone\n" },
    "First\n\nWith a body",
  );
  const second = commit(
    folder,
    { "a.md": "one\ntwo\n", "gone.md": null, "big.txt": "z".repeat(300_000) },
    "Second",
    "2026-03-02T00:00:00Z",
  );
  return { folder, first, second };
}

/** A git command, then the folder to read from. */
function then(folder: string, args: readonly string[], result: string): string {
  git(folder, args);
  return result;
}

describe.each<[string, (folder: string) => string]>([
  ["loose", (folder) => folder],
  ["packed", (folder) => then(folder, ["gc", "--quiet"], folder)],
  [
    "bare",
    (folder) => then(folder, ["clone", "--quiet", "--bare", ".", "../bare.git"], join(folder, "..", "bare.git")),
  ],
  [
    "a linked work tree",
    (folder) => then(folder, ["worktree", "add", "--quiet", "--detach", "linked"], join(folder, "linked")),
  ],
  ["a folder deep inside", (folder) => join(folder, "people")],
])("a repository that is %s", (kind, make) => {
  const outer = newFolder();
  const inner = join(outer, "repository");

  test("reads trees, blobs, changes and history", async () => {
    const { folder, first, second } = sample();
    execFileSync("mv", [folder, inner]);
    const objects = readerOf(make(inner));
    expect(await objects.resolve("HEAD")).toBe(second);
    expect(await objects.resolve("HEAD~1")).toBe(first);
    expect(await objects.resolve(second.slice(0, 12))).toBe(second);
    const entries = await all(objects.tree(second));
    expect(entries.map((entry) => [entry.mode, entry.path])).toEqual([
      ["100644", "a.md"],
      ["100644", "big.txt"],
      ["100644", "people/é 日本.md"],
    ]);
    const oids = entries.map((entry) => entry.oid);
    const blobs = await all(objects.blobs([[...oids, "0".repeat(40)]], 100_000));
    expect(blobs.map((blob) => [blob.size, blob.bytes && Buffer.from(blob.bytes).toString()])).toEqual([
      [8, "one\ntwo\n"],
      [300_000, null],
      [2, "x\n"],
      [-1, null],
    ]);
    const changes = await all(objects.changes(first, second));
    expect(changes.map((change) => [change.path, change.before !== null, change.after !== null])).toEqual([
      ["a.md", true, true],
      ["big.txt", false, true],
      ["gone.md", true, false],
    ]);
    const history = await all(objects.history(second));
    expect(
      history.map((entry) => [entry.commit.oid, entry.commit.message.split("\n")[0], entry.changes.length]),
    ).toEqual([
      [second, "Second", 3],
      [first, "First", 3],
    ]);
    expect((await all(objects.history(second, first))).map((entry) => entry.commit.oid)).toEqual([second]);
    expect((await objects.commit(first)).message).toBe("First\n\nWith a body\n");
    expect((await objects.refs("refs/heads/")).map((ref) => ref.name)).toEqual(["refs/heads/main"]);
    expect(kind).toBeTruthy();
  });
});

test("SHA-256, shallow and empty repositories", async () => {
  const modern = newFolder();
  git(modern, ["init", "--quiet", "--initial-branch=main", "--object-format=sha256"]);
  const oid = commit(modern, { "a.md": "one\n" });
  expect(oid).toHaveLength(64);
  expect((await all(readerOf(modern).changes(null, oid))).map((change) => change.path)).toEqual(["a.md"]);

  const { folder, second } = sample();
  const shallow = join(newFolder(), "shallow");
  git(folder, ["clone", "--quiet", "--depth=1", `file://${folder}`, shallow]);
  expect(findRepository(shallow)?.shallow).toBe(true);
  expect((await all(readerOf(shallow).history(second))).map((entry) => entry.commit.oid)).toEqual([second]);
  await expect(readerOf(shallow).resolve("HEAD~1")).rejects.toMatchObject({
    code: "unknown-revision",
    hint: expect.stringContaining("--unshallow"),
  });

  await expect(readerOf(newRepository()).resolve("HEAD")).rejects.toMatchObject({
    code: "unknown-revision",
    hint: expect.stringContaining("no commit yet"),
  });
});

test.each([
  "--output=/tmp/x",
  "-x",
  "a..b",
  "a b",
  "../x",
  ".git/config",
  "x.lock",
  "__proto__",
  "HEAD:file",
  "@{-1}",
  "a\nb",
  "",
  "x".repeat(300),
  "main^{tree}",
])("%j is refused before git sees it", async (revision) => {
  await expect(readerOf(sample().folder).resolve(revision)).rejects.toMatchObject({ code: "bad-revision" });
});

test("an inherited GIT_DIR and its kind change nothing", async () => {
  const { folder, second } = sample();
  const other = newRepository({ "other.md": "other\n" });
  const objects = readerOf(folder, {
    PATH: process.env.PATH,
    GIT_DIR: join(other, ".git"),
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "core.pager",
    GIT_CONFIG_VALUE_0: "x",
  });
  expect(await objects.resolve("HEAD")).toBe(second);
});

test("a repository that names a program under every key runs none of them", async () => {
  const { folder, first, second } = sample();
  const proof = join(newFolder(), "ran");
  const trap = join(folder, ".git", "trap");
  writeFileSync(trap, `#!/bin/sh\necho "$0 $@ from $(tr "\\0" " " < /proc/$PPID/cmdline)" >> ${proof}\nexit 0\n`);
  chmodSync(trap, 0o755);
  const keys = [
    ...[
      "core.fsmonitor",
      "core.sshCommand",
      "core.pager",
      "core.editor",
      "core.askPass",
      "core.gitProxy",
      "core.alternateRefsCommand",
    ],
    ...[
      "diff.external",
      "diff.trap.textconv",
      "diff.trap.command",
      "filter.trap.clean",
      "filter.trap.smudge",
      "filter.trap.process",
    ],
    ...[
      "merge.trap.driver",
      "gpg.program",
      "gpg.ssh.program",
      "credential.helper",
      "uploadpack.packObjectsHook",
      "sequence.editor",
    ],
    ...[
      "interactive.diffFilter",
      "pager.log",
      "pager.ls-tree",
      "pager.diff-tree",
      "pager.cat-file",
      "alias.ls-tree",
      "remote.origin.uploadpack",
    ],
    ...["web.browser", "man.trap.cmd", "difftool.trap.cmd", "trailer.trap.command"],
  ];
  for (const key of keys) git(folder, ["config", key, key.startsWith("alias.") ? `!${trap}` : trap]);
  git(folder, ["config", "core.hooksPath", join(folder, ".git", "hooks")]);
  git(folder, ["config", "remote.origin.url", `ext::${trap}`]);
  mkdirSync(join(folder, ".git", "info"), { recursive: true });
  writeFileSync(join(folder, ".git", "info", "attributes"), "* diff=trap filter=trap merge=trap\n");
  for (const hook of [
    "post-checkout",
    "pre-commit",
    "post-index-change",
    "fsmonitor-watchman",
    "reference-transaction",
    "post-rewrite",
    "pre-auto-gc",
  ]) {
    const place = join(folder, ".git", "hooks", hook);
    mkdirSync(join(folder, ".git", "hooks"), { recursive: true });
    writeFileSync(place, `#!/bin/sh\necho ${hook} >> ${proof}\n`);
    chmodSync(place, 0o755);
  }
  const objects = readerOf(folder);
  await objects.resolve("HEAD");
  const entries = await all(objects.tree(second));
  await all(objects.blobs([entries.map((entry) => entry.oid)], 1_000_000));
  await all(objects.changes(first, second));
  await all(objects.history(second));
  await objects.commit(second);
  await objects.refs("refs/");
  const { openTracker } = await import("../../src/tracker/open.ts");
  const { openIndex } = await import("../../src/index/open-index.ts");
  writeFileSync(join(folder, "tracker.yaml"), "format: 1\nname: Trap\nvisibility: public\n");
  (await openIndex(await openTracker(folder, gitProgram({ PATH: process.env.PATH })), { now: 0 })).close();
  expect(existsSync(proof) && readFileSync(proof, "utf8")).toBe(false);
});

describe("hostile trees", () => {
  const folder = sharedData("badinputs");
  const cases: readonly (readonly [file: string, code: string])[] = [
    ["100-submodule-as-stories-dir.sh", "path-submodule"],
    ["101-dotdot-path.sh", "path-refused"],
    ["103-dot-git-upper-case.sh", "path-refused"],
    ["104-case-fold-collision.sh", "path-collision"],
    ["106-newline-in-path.sh", "path-refused"],
    ["107-escape-sequence-in-path.sh", "path-refused"],
    ["109-leading-dash-path.sh", "path-refused"],
    ["110-backslash-path.sh", "path-refused"],
    ["112-git-bomb-one-million-files.sh", "tree-too-strange"],
    ["113-tree-3000-levels-deep.sh", "path-refused"],
    ["115-embedded-bare-repository.sh", "path-misplaced"],
    ["118-duplicate-tree-entry.sh", "path-collision"],
  ];
  test.for(cases)("%s ends in %s", async ([file, code], { skip }) => {
    if (!folder || !existsSync(join(folder, file))) return skip(`../shared/badinputs/${file} is not here`);
    const place = join(newFolder(), "hostile");
    execFileSync("bash", [join(folder, file), place], { stdio: "ignore" });
    const objects = readerOf(place);
    const head = await objects.resolve("main");
    const found = await validate(commitFiles(objects, head), { visibility: "public" }).then(
      ({ diagnostics }) => diagnostics.map((each) => each.code),
      (error: { code?: string }) => [error.code ?? String(error)],
    );
    expect(found).toContain(code);
  });

  test("a commit with control characters and a huge date is read", async ({ skip }) => {
    const file = folder && join(folder, "116-commit-author-control-characters-and-huge-da.sh");
    if (!file || !existsSync(file)) return skip("../shared/badinputs is not here");
    const place = join(newFolder(), "hostile");
    execFileSync("bash", [file, place], { stdio: "ignore" });
    const objects = readerOf(place);
    const history = await all(objects.history(await objects.resolve("main")));
    expect(history).toHaveLength(1);
  });
});

test("of several who wrote a merge, who has no name leaves no gap", () => {
  const by = (name: string) => ({ author: { name, email: `${name}@example.org`, time: 0 } }) as never;
  expect(writerOf(by("Gate"), [by(""), by("Dave"), by("Dave")]).name).toBe("Dave");
  expect(writerOf(by(""), []).name).toBe("");
});
