// Two readers of git, one set of questions: the git program and isomorphic-git answer alike, value by value.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ObjectReader } from "../../src/tracker/git/objects.ts";
import { all, answer, type Questions } from "../support/answers.ts";
import { commit, git, newFolder, newRepository, sharedData } from "../support/folder.ts";
import { bothSay, readAlike, readers } from "../support/two-readers.ts";

/** A copy of one repository that holds what there is to read. */
function sample(): string {
  original ??= makeSample();
  const copy = join(newFolder(), "copy");
  cpSync(original, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}
let original: string | undefined;

/** Merges, a moved branch, tags of tags, links, a submodule, names in other scripts, a file that became a folder. */
function makeSample(): string {
  const folder = newRepository();
  commit(folder, { "a.md": "one\n", "people/é 日本.md": "x\n", "gone.md": "gone\n", thing: "file\n" }, "First\n\nBody");
  git(folder, ["tag", "light"]);
  git(folder, ["tag", "-a", "v1", "-m", "tagged"]);
  git(folder, ["tag", "-a", "v1-again", "-m", "a tag of a tag", "v1"]);
  git(folder, ["switch", "--quiet", "-c", "topic/one"]);
  commit(folder, { "topic.md": "topic\n", "a.md": "one\nmore\n" }, "Topic", "2026-03-02T00:00:00Z");
  git(folder, ["switch", "--quiet", "main"]);
  commit(folder, { "gone.md": null, thing: null, "big.txt": "z".repeat(300_000) }, "Second", "2026-03-03T00:00:00Z");
  commit(folder, { "thing/inside.md": "folder\n", "thing.md": "beside\n" }, "Third", "2026-03-03T01:00:00Z");
  git(folder, ["merge", "--quiet", "--no-ff", "-m", "Merge", "topic/one"], {
    GIT_COMMITTER_DATE: "2026-03-04T00:00:00Z",
  });
  execFileSync("ln", ["-s", "a.md", join(folder, "link")]);
  execFileSync("chmod", ["+x", join(folder, "topic.md")]);
  git(folder, ["update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},module`]);
  commit(folder, { "thing/deep/er/file.md": "deep\n" }, "Links", "2026-03-05T00:00:00Z");
  git(folder, ["update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},module`]);
  git(folder, ["commit", "--quiet", "-m", "A submodule"], { GIT_COMMITTER_DATE: "2026-03-05T01:00:00Z" });
  for (let at = 0; at < 12; at += 1)
    commit(folder, { "grows.md": Array.from({ length: 200 + at }, (_, n) => `line ${n}\n`).join("") }, `Grow ${at}`);
  git(folder, ["update-ref", "refs/remotes/origin/main", "HEAD~3"]);
  git(folder, ["symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main"]);
  git(folder, ["symbolic-ref", "refs/heads/dangling", "refs/heads/nowhere"]);
  return folder;
}

function questionsFor(folder: string): Questions {
  const ids = git(folder, ["rev-list", "--all"])
    .split("\n")
    .filter((line) => line !== "");
  const some = [ids[0], ids[3], ids.at(-1)].flatMap((id) => id ?? []);
  return {
    revisions: [
      ...[
        "HEAD",
        "main",
        "heads/main",
        "refs/heads/main",
        "topic/one",
        "light",
        "v1",
        "v1-again",
        "origin",
        "origin/main",
      ],
      ...["HEAD~1", "HEAD~2^", "HEAD~14^2", "HEAD~14^2~1", "HEAD^0", "HEAD~~", "HEAD^3", "HEAD~400", "v1^0", "v1~1"],
      ...["nothing", "dangling", "FETCH_HEAD", "config", "0".repeat(40), "f".repeat(64), "abcd", "a..b", "-x", "@{-1}"],
      ...some.flatMap((id) => [id, id.slice(0, 4), id.slice(0, 9), id.slice(0, 39), `x-1-g${id.slice(0, 8)}`]),
      ...some.map((id) => id.slice(0, 10).toUpperCase()),
    ],
    paths: [
      "a.md",
      "thing",
      "thing/deep",
      "people",
      "people/é 日本.md",
      "module",
      "link",
      "not/there",
      "thing/inside.md/x",
    ],
    oids: [
      "0".repeat(40),
      "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
      git(folder, ["rev-parse", "HEAD^{tree}"]).trim(),
    ],
    cap: 100_000,
  };
}

/** Runs git in a folder, and gives where to read. */
function then(folder: string, result: string, ...commands: readonly (readonly string[])[]): string {
  for (const args of commands) git(folder, args);
  return result;
}

describe.each<[string, (folder: string, beside: string) => string]>([
  ["loose", (folder) => folder],
  [
    "packed with all that git keeps beside packs",
    (folder) =>
      then(
        folder,
        folder,
        ["repack", "-adfq", "--depth=50", "--write-bitmap-index"],
        ["commit-graph", "write", "--reachable"],
        ["multi-pack-index", "write"],
        ["pack-refs", "--all"],
      ),
  ],
  [
    "in several packs, some of it loose",
    (folder) => {
      then(folder, folder, ["repack", "-dq"]);
      commit(folder, { "later.md": "later\n" }, "Later", "2026-03-06T00:00:00Z");
      git(folder, ["repack", "-dq"]);
      commit(folder, { "last.md": "last\n" }, "Last", "2026-03-07T00:00:00Z");
      return folder;
    },
  ],
  ["bare", (folder, beside) => then(folder, beside, ["clone", "--quiet", "--bare", ".", beside])],
  [
    "a linked work tree",
    (folder, beside) => then(folder, beside, ["worktree", "add", "--quiet", "--detach", beside, "HEAD~2"]),
  ],
  ["borrowing objects", (folder, beside) => then(folder, beside, ["clone", "--quiet", "--shared", ".", beside])],
  ["shallow", (folder, beside) => then(folder, beside, ["clone", "--quiet", "--depth=3", `file://${folder}`, beside])],
  [
    "shallow on both sides of a merge",
    (folder, beside) => then(folder, beside, ["clone", "--quiet", "--depth=16", `file://${folder}`, beside]),
  ],
  [
    "a partial clone",
    (folder, beside) => {
      git(folder, ["config", "uploadpack.allowFilter", "true"]);
      return then(folder, beside, [
        "clone",
        "--quiet",
        "--no-checkout",
        "--filter=blob:none",
        `file://${folder}`,
        beside,
      ]);
    },
  ],
  ...["off", "remerge", "combined", "first-parent"].map((merges): [string, (folder: string) => string] => [
    `configured to show everything otherwise, merges ${merges}`,
    (folder) => {
      writeFileSync(join(folder, ".git", "order"), "thing*\n*\n");
      const settings = {
        ...{ "log.diffMerges": merges, "log.showRoot": "false", "log.follow": "true", "log.abbrevCommit": "true" },
        ...{ "log.date": "relative", "log.decorate": "full", "format.pretty": "oneline", "core.abbrev": "7" },
        ...{ "i18n.logOutputEncoding": "latin1", "color.ui": "always", "color.diff": "always" },
        ...{
          "diff.renames": "copies",
          "diff.relative": "true",
          "diff.noprefix": "true",
          "diff.ignoreSubmodules": "all",
        },
        ...{ "diff.orderFile": join(folder, ".git", "order"), "diff.submodule": "log", "core.quotePath": "true" },
      };
      return then(folder, folder, ...Object.entries(settings).map(([key, value]) => ["config", key, value]));
    },
  ]),
])("a repository that is %s", (_, make) => {
  test("is read alike", async () => {
    const folder = sample();
    const place = make(folder, join(newFolder(), "beside"));
    const said = await bothSay(place, questionsFor(place));
    expect(said.resolved.filter((each) => typeof each === "string").length).toBeGreaterThan(10);
  });
});

test("a repository without a commit", async () => {
  await bothSay(newRepository(), { revisions: ["HEAD", "main", "abcd"] });
});

test("commits in other encodings, by nobody, at no time", async () => {
  const folder = newRepository({ "a.md": "a\n" });
  const tree = git(folder, ["rev-parse", "HEAD^{tree}"]).trim();
  const texts = [
    "author Alice <a@example.org> 1 +0000\ncommitter Bob <b@example.org> 2 +0000\n\nmessage",
    "author  Alice  Smith   <a@example.org> 99999999999999999999 +0000\ncommitter Bob<b@example.org> 2 +0000\n\n\n\nblank lines\n\n\n",
    "author <> 1 +0000\ncommitter  <b@example.org> 1 -9999\nencoding ISO-8859-1\n\nMüller\n",
    "author M\xfcller <m@example.org> 5 +0000\ncommitter Bob <b@example.org> 6 +0000\nencoding nonsense\n\n\xff\xfe\n",
    "author Nobody 7 +0000\ncommitter Bob <b@example.org>\n\nno address, no time\n",
    "author A <a> <b@example.org> 7 +0000\ncommitter Bob <b@example.org> -5 +0000\nencoding Shift_JIS\n\n\x93\xfa\x96\x7b\n",
    "author A <a@example.org> 7\ncommitter B <b@example.org>  8  +0100\ngpgsig -----BEGIN\n tree x\n parent y\n -----END\n\n",
  ];
  let parent = git(folder, ["rev-parse", "HEAD"]).trim();
  for (const text of texts) {
    const body = Buffer.from(`tree ${tree}\nparent ${parent}\n${text}`, "latin1");
    parent = git(folder, ["hash-object", "-t", "commit", "-w", "--literally", "--stdin"], {}, body).trim();
    git(folder, ["update-ref", "refs/heads/main", parent]);
  }
  const said = await bothSay(folder, { revisions: ["main", "main~1", "main~3"] });
  expect(said.histories.find(({ since }) => since === null)?.history).toHaveLength(8);
});

test("histories and trees made at random are read alike", () => readAlike(4));

describe("hostile trees", () => {
  const folder = sharedData("badinputs");
  const cases = ["100-submodule-as-stories-dir.sh", "101-dotdot-path.sh", "103-dot-git-upper-case.sh"].concat(
    ["104-case-fold-collision.sh", "106-newline-in-path.sh", "107-escape-sequence-in-path.sh"],
    ["109-leading-dash-path.sh", "110-backslash-path.sh"],
    ["115-embedded-bare-repository.sh", "116-commit-author-control-characters-and-huge-da.sh"],
    ["118-duplicate-tree-entry.sh"],
  );
  test.for(cases)("%s is read alike", async (file, { skip }) => {
    if (!folder || !existsSync(join(folder, file))) return skip(`../shared/badinputs/${file} is not here`);
    const place = join(newFolder(), "hostile");
    execFileSync("bash", [join(folder, file), place], { stdio: "ignore" });
    await bothSay(place, { revisions: ["main", "main~1"], paths: ["stories", "a", ".GIT"] });
  });

  test("trees that git calls corrupt end in the same failure", async () => {
    const repository = newRepository({ "a.md": "a\n" });
    const blob = git(repository, ["rev-parse", "HEAD:a.md"]).trim();
    const id = Buffer.from(blob, "hex");
    const trees = [
      Buffer.concat([Buffer.from("100644 \0"), id]),
      Buffer.concat([Buffer.from("10064x a\0"), id]),
      Buffer.concat([Buffer.from("100644 a\0"), id.subarray(0, 12)]),
      Buffer.concat([Buffer.from("100664 a\0"), id, Buffer.from("0 b\0"), id, Buffer.from("040755 c\0"), id]),
      Buffer.concat([
        Buffer.from("100600 a\0"),
        id,
        Buffer.from("100644 a\0"),
        id,
        Buffer.from("100644 \xff\n", "latin1"),
        Buffer.from("\0"),
        id,
      ]),
    ];
    const { program, plain } = readers(repository);
    for (const bytes of trees) {
      const tree = git(repository, ["hash-object", "-t", "tree", "-w", "--literally", "--stdin"], {}, bytes).trim();
      const ask = (reader: ObjectReader) => answer(() => all(reader.tree(tree)));
      expect(await ask(plain)).toEqual(await ask(program));
    }
  });
});

test("what git writes and packs while a reader is open is found", async () => {
  const folder = sample();
  const { plain } = readers(folder);
  const before = await plain.resolve("HEAD");
  await all(plain.tree(before));
  const after = commit(folder, { "new.md": "new\n" });
  expect((await all(plain.changes(before, after))).map((change) => change.path)).toContain("new.md");
  git(folder, ["gc", "--quiet", "--prune=now"]);
  expect((await all(plain.tree(before))).length).toBeGreaterThan(5);
  const last = commit(folder, { "newer.md": "newer\n" });
  git(folder, ["gc", "--quiet", "--prune=now"]);
  expect((await plain.commit(last)).parents).toEqual([after]);
});

test("a pack that is in use is not read again by the next reader", async () => {
  const folder = sample();
  git(folder, ["gc", "--quiet", "--prune=now"]);
  const { plain } = readers(folder);
  const head = await plain.resolve("HEAD");
  const entries = await all(plain.tree(head));
  const pack = readdirSync(join(folder, ".git", "objects", "pack")).find((name) => name.endsWith(".pack")) ?? "";
  rmSync(join(folder, ".git", "objects", "pack", pack));
  expect(await all(readers(folder).plain.tree(head))).toEqual(entries);
  expect(await plain.resolve("HEAD")).toBe(head);
});

test("a damaged object is said, not invented", async () => {
  const folder = newRepository({ "a.md": "one\n" });
  const oid = git(folder, ["rev-parse", "HEAD:a.md"]).trim();
  const place = join(folder, ".git", "objects", oid.slice(0, 2), oid.slice(2));
  const bytes = readFileSync(place);
  execFileSync("chmod", ["+w", place]);
  writeFileSync(place, bytes.subarray(0, bytes.length - 6));
  const { plain } = readers(folder);
  await expect(all(plain.blobs([[oid]], 1000))).rejects.toMatchObject({ code: "git-failed" });
});

test("refs are names, never paths", async () => {
  const folder = newRepository({ "a.md": "one\n" });
  const secret = git(folder, ["rev-parse", "HEAD"]).trim();
  writeFileSync(join(folder, "outside"), `${secret}\n`);
  writeFileSync(join(folder, ".git", "refs", "heads", "sly"), "ref: refs/heads/../../../outside\n");
  writeFileSync(join(folder, ".git", "refs", "heads", "odd&name"), `${secret}\n`);
  writeFileSync(join(folder, ".git", "refs", "heads", "left.lock"), `${secret}\n`);
  const { program, plain } = readers(folder);
  for (const name of ["sly", "../outside", "refs/heads/../../../outside"])
    expect(await answer(() => plain.resolve(name))).toEqual(await answer(() => program.resolve(name)));
  expect(await answer(() => plain.resolve("sly"))).toEqual({ failure: "unknown-revision" });
  expect(await plain.refs("refs/heads/")).toEqual(await program.refs("refs/heads/"));
});

test("SHA-256 ids are the git program's alone, and it is said", () => {
  const folder = newFolder();
  git(folder, ["init", "--quiet", "--object-format=sha256"]);
  expect(() => readers(folder)).toThrow(/SHA-256 ids, which only the git program can read/);
});

test("a repository made of real commits is read alike", async ({ skip }) => {
  const set = sharedData("data/code-commits");
  if (!set) return skip("../shared/data/code-commits is not here");
  const place = join(newFolder(), "real.git");
  const source = join(set, "openstack-infra+python-storyboardclient.commits.jsonl.gz");
  execFileSync("python3", [join(set, "jsonl2repo.py"), source, place], { stdio: "ignore" });
  const oids = git(place, ["rev-list", "--all"]).trim().split("\n");
  const said = await bothSay(place, {
    revisions: ["HEAD", ...oids.filter((_, at) => at % 12 === 0).map((oid) => oid.slice(0, 7))],
    oids,
  });
  expect(said.commits.length).toBeGreaterThan(50);
});
