// Words completed in real shells, and what is offered where: quick, offline, and without a word when there is nothing.

import { cpSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { beginningWith } from "../../src/cli/completion/candidate.ts";
import { cloneKinds, newClone, newServer } from "../support/clones.ts";
import { commit, git, newFolder, newRepository, tinyTracker, writeFiles } from "../support/folder.ts";
import { isThere, shellNames, typed } from "../support/shells.ts";
import { storytree } from "../support/terminal.ts";

const hostile = {
  // As a title may be: what it would do, were it ever evaluated, is in the test's folder to be seen.
  "stories/001/71000001/story.md":
    "---\ntitle: $(touch RAN) `touch RAN`; touch RAN; \"'%F{red}\\n\nauthor: hugo\ntype: bug\ncreated: 2026-03-01T09:12:33Z\n---\n",
  "boards/odd.md":
    "---\ntitle: Odd\nlanes:\n  - title: Odd $(touch RAN) `touch RAN` 'it' \"is\"; touch RAN & !!\n  - title: Even\n---\n",
};
const oddLane = "Odd $(touch RAN) `touch RAN` 'it' \"is\"; touch RAN & !!";

function tracker(files: Record<string, string> = {}): string {
  const folder = newRepository();
  cpSync(tinyTracker, folder, { recursive: true });
  commit(folder, files);
  return folder;
}

async function offered(folder: string, words: readonly string[], ...options: string[]): Promise<string[]> {
  const { exit, out, err } = await storytree(folder, ["complete", ...options, "--", ...words]);
  expect([exit, err]).toEqual([0, ""]);
  return out.split("\n").filter((line) => line !== "");
}

const values = (lines: readonly string[]) => lines.map((line) => line.split("\t")[0]);

describe.each(shellNames)("in %s", (shell) => {
  const missing = [shell, "script"].filter((program) => !isThere(program));
  const name = missing.length > 0 ? ` (skipped: ${missing.join(", ")} is not here)` : "";

  test.skipIf(missing.length > 0)(
    `a key completes a line, and nothing that a tracker holds is run${name}`,
    async () => {
      const folder = tracker(hostile);
      await storytree(folder, ["index"]);
      const lines = {
        "storytree sho\t 48213\t": ["show", "48213377"],
        "storytree set 48229482 sta\trev\t assignee=hu\t": ["set", "48229482", "status=review", "assignee=hugo"],
        "storytree list status:ac\t project:lantern/cl\t": ["list", "status:active", "project:lantern/client"],
        'storytree list "status:active assignee:hu\t': ["list", "status:active assignee:hugo"],
        "storytree new T --project=lantern/cl\t --template fea\t": [
          ...["new", "T", "--project=lantern/client", "--template", "feature"],
        ],
        "storytree comment 48213377 -F teams/sto\t": ["comment", "48213377", "-F", "teams/storage-core.md"],
        "storytree show 7100\t\t\t": ["show", "71000001"],
        "storytree move 48229482 Odd\t": ["move", "48229482", oddLane],
        "storytree move 48229482 'Odd\t": ["move", "48229482", oddLane],
      };
      expect(await typed(shell, folder, Object.keys(lines))).toEqual(Object.values(lines));
      expect(existsSync(join(folder, "RAN"))).toBe(false);
    },
    120_000,
  );
});

describe("what is offered", () => {
  const folder = tracker();

  test.each([
    [[""], ["new", "set", "completion", "import"], ["complete", "hook", "status="]],
    [["import", ""], ["github"], ["import"]],
    [["set", "--"], ["--query", "--as", "--dry-run", "--json"], ["-n"]],
    [["set", "-"], ["-n", "--dry-run", "-C"], []],
    [["set", ""], ["person/", "project/", "board/"], ["status="]],
    [["set", "project/lantern/c"], ["project/lantern/ci", "project/lantern/compute"], ["project/lantern/docs"]],
    [
      ["set", "48229482", ""],
      ["status=", "assignee=", "depends_on+=", "depends_on-="],
      ["author=", "created=", "tags="],
    ],
    [
      ["set", "35719482", ""],
      ["tags+=", "status=", "duplicate_of="],
      ["access=", "embargo_until="],
    ],
    [["set", "person/hugo", ""], ["name=", "identities+="], ["status="]],
    [["set", "--query", "is:overdue", ""], ["status=", "tags+="], ["48229482"]],
    [
      ["set", "48229482", "assignee="],
      ["assignee=me", "assignee=hugo", "assignee=storage-core"],
      ["assignee=lantern/ci"],
    ],
    [["set", "48229482", "status="], ["status=todo", "status=merged"], ["status=active"]],
    [["set", "48229482", "project=lantern/"], ["project=lantern/docs"], ["project=hugo"]],
    [["set", "35719482", "tags=flaky,"], ["tags=flaky,i18n", "tags=flaky,snapshots"], ["tags=flaky,flaky"]],
    [["set", "35719482", "depends_on+=482294"], ["depends_on+=48229482"], []],
    [["set", "project/lantern/ci", "retired="], ["retired=true", "retired=false"], []],
    [["set", "--query", "status:"], ["status:active", "status:none"], ["status:todo"]],
    [["set", "--query=(is:"], ["--query=(is:overdue", "--query=(is:blocked"], []],
    [["list", "status:active -assignee:h"], ["status:active -assignee:hugo"], []],
    [["list", "status:active,"], ["status:active,merged"], []],
    [["list", "--", "-"], ["-status:", "-is:", "-tag:"], ["--tasks"]],
    [["list", "sort:upd"], ["sort:updated", "sort:updated-desc"], []],
    [["new", "T", "--assignee", "storage"], ["storage-core"], []],
    [["new", "T", "--milestone", ""], ["2026-1", "2026-2"], []],
    [["new", "T", "--template", ""], ["bug", "feature"], []],
    [["new", "T", "--type", ""], ["bug", "feature", "vulnerability"], []],
    [["list", "--rev", ""], ["HEAD", "main"], []],
    [["diff", "main.."], ["main..HEAD", "main..main"], []],
    [["board", ""], ["release"], ["board/release"]],
    [["move", "48229482", ""], ["In review"], []],
    [["comment", "35719482", "--reply", ""], [], ["35719482"]],
    [["explain", "task-st"], ["task-status"], []],
    [["completion", ""], ["bash", "zsh", "fish"], []],
    [["--color", ""], ["always", "never"], ["new"]],
    [["clone", ""], [], ["new"]],
  ] as const)("for %j", async (words, some, others) => {
    await storytree(folder, ["index"]);
    const found = values(await offered(folder, words));
    expect(found).toEqual(expect.arrayContaining([...some]));
    expect(found.filter((value) => (others as readonly string[]).includes(value ?? ""))).toEqual([]);
    const word = words.at(-1) ?? "";
    expect(found.filter((value) => value !== "" && !value?.startsWith(word))).toEqual([]);
  });

  test("what it is stands beside it", async () => {
    await storytree(folder, ["index"]);
    expect(await offered(folder, ["show", "4822"])).toEqual([
      expect.stringMatching(/^48229482\ttask, merged, lantern\/client: Client: table output/),
    ]);
  });

  test("on one line, and without what a terminal would obey", () => {
    const about = "two\nlines\tand \u001b]0;owned\u0007 \u202Eback";
    expect(beginningWith("a", [{ value: "a", about }])).toEqual([
      { value: "a", about: "two lines and ␛]0;owned␇ back" },
    ]);
    const words = ["a\nb", "a\u001bb", "a\u202eb", "a\tb"].map((value) => ({ value }));
    expect(beginningWith("a", words)).toEqual([]);
  });

  test("files and folders are the shell's own to offer", async () => {
    expect(await offered(folder, ["comment", "35719482", "-F", ""])).toEqual(["\tfiles"]);
    expect(await offered(folder, ["attach", "35719482", ""])).toEqual(["\tfiles"]);
    expect(await offered(folder, ["-C", ""])).toEqual(["\tfolders"]);
  });

  test("-C is where they are looked for", async () => {
    expect(values(await offered(newFolder(), ["-C", folder, "show", "person/hu"]))).toEqual(["person/hugo"]);
    expect(await offered(folder, ["-C", "https://tracker.lantern.example/x.git", "show", "person/"])).toEqual([]);
  });
});

describe("for bash, from where it will replace the word, and quoted as the word is", () => {
  test.each([
    ["assignee=hu", "hu", "hugo"],
    ["assignee=hu", "assignee=hu", "assignee=hugo"],
  ])("%s, %s", async (word, replaced, inserted) => {
    const words = ["set", "48229482", word];
    expect(await offered(tracker(), words, "--shell", "bash", "--replaced", replaced)).toEqual([inserted]);
  });

  test.each([
    ["Odd", "Odd\\ \\$\\(touch\\ RAN\\)\\ \\`touch\\ RAN\\`\\ \\'it\\'\\ \\\"is\\\"\\;\\ touch\\ RAN\\ \\&\\ \\!\\!"],
    ["'Odd", "Odd $(touch RAN) `touch RAN` '\\''it'\\'' \"is\"; touch RAN & !!"],
  ])("%s", async (word, inserted) => {
    const odd = tracker(hostile);
    await storytree(odd, ["index"]);
    const words = ["move", "48229482", word];
    expect(await offered(odd, words, "--shell", "bash", "--replaced", "Odd")).toEqual([inserted]);
  });
});

describe("wherever the tracker lies", () => {
  test.each(cloneKinds)("numbers, names and what is new, with an index or without (%s)", async (kind) => {
    const server = newServer();
    const folder = newClone(server, kind, "hugo");
    const words = (word: string) => offered(folder, ["set", word]).then(values);
    expect(await words("482294")).toEqual(["48229482"]);
    expect(await words("3571948")).toEqual(["35719482"]);
    expect(await words("person/hu")).toEqual(["person/hugo"]);
    await storytree(folder, ["index"]);
    expect(await words("482294")).toEqual(["48229482"]);
    const { out } = await storytree(folder, ["new", "A new one", "--project", "lantern/docs", "--no-similar"]);
    const id = out.trim();
    expect(await words(id.slice(0, 6))).toContain(id);
    // Without its server nothing changes: completion asks nobody.
    renameSync(server, `${server}-gone`);
    expect(await words(id.slice(0, 6))).toContain(id);
    expect(await words("person/hu")).toEqual(["person/hugo"]);
    expect(values(await offered(folder, ["set", "48229482", "sta"]))).toEqual(["status="]);
  });

  test("an index is read as it is: never made, brought up to date or mended", async () => {
    const folder = newClone(newServer(), "bare", "hugo");
    await offered(folder, ["set", "48"]);
    const place = join(folder, "storytree");
    expect(existsSync(place)).toBe(false);
    await storytree(folder, ["index"]);
    const index = join(place, "commit.sqlite");
    writeFileSync(index, "no index at all");
    expect(values(await offered(folder, ["set", "482294"]))).toEqual(["48229482"]);
    expect(readdirSync(place)).toContain("commit.sqlite");
  });

  test("a base that moved on is known by what it brought", async () => {
    const server = newServer();
    const folder = newClone(server, "bare", "hugo");
    await storytree(folder, ["index"]);
    const other = newClone(server, "checkout", "amina");
    const { out } = await storytree(other, ["new", "From elsewhere", "--project", "lantern/ci", "--no-similar"]);
    git(other, ["add", "--all"]);
    git(other, ["commit", "--quiet", "--message", "New"]);
    git(other, ["push", "--quiet", "origin", "HEAD:main"]);
    git(folder, ["fetch", "--quiet", "origin", "main:main"]);
    expect(values(await offered(folder, ["show", out.trim().slice(0, 7)]))).toContain(out.trim());
  });
});

describe("nothing is said, and nothing is wrong", () => {
  test.each([
    ["no tracker", (folder: string) => rmSync(join(folder, "tracker.yaml"))],
    ["a broken tracker.yaml", (folder: string) => writeFiles(folder, { "tracker.yaml": "a: [\n" })],
    ["no git", (folder: string) => rmSync(join(folder, ".git"), { recursive: true })],
    ["a broken git", (folder: string) => writeFiles(folder, { ".git/HEAD": "nonsense" })],
  ])("with %s", async (_, spoil) => {
    const folder = tracker();
    spoil(folder);
    for (const words of [
      ["set", "48"],
      ["set", "48229482", "sta"],
      ["list", "status:"],
      ["new", "--project", ""],
    ])
      await offered(folder, words);
  });

  test.each([
    [["nonsense", "x"]],
    [["import", "nonsense", ""]],
    [["set", "--nonsense", ""]],
    [["set", "48229482", "nonsense="]],
    [["set", "99999999", "status="]],
    [["show", "../../etc/"]],
    [["show", "constructor/"]],
    [["new", "--constructor="]],
    [["list", "constructor:"]],
    [["-C", "/nonexistent", "set", "4"]],
    [["set", "\u0000\u001b[31m"]],
    [["set", "'unclosed"]],
    [[]],
  ])("for %j", async (words) => {
    await offered(tracker(), words);
  });

  test("a shell that is not known is", async () => {
    expect(await storytree(newFolder(), ["completion", "fihs"])).toMatchObject({
      exit: 2,
      err: 'storytree: there is no completion for "fihs" [usage]\n  hint: did you mean "fish"?\n',
    });
  });
});

test("too many numbers are none: the first of them would lead astray", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 520 }, (_, at) => [
      `stories/${String(at % 1000).padStart(3, "0")}/${31_000_000 + at}/story.md`,
      "---\ntitle: T\nauthor: hugo\ncreated: 2026-03-01T09:12:33Z\n---\n",
    ]),
  );
  const folder = tracker(files);
  await storytree(folder, ["index"]);
  expect(values(await offered(folder, ["show", "31"]))).toEqual([]);
  expect(values(await offered(folder, ["show", "310004"]))).toHaveLength(100);
});
