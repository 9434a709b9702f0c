// The writing commands, in every kind of clone: what they mean to change changes, and not one other byte.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CloneKind, cloneKinds, newClone, newServer } from "../support/clones.ts";
import { commit, git, newFolder, readFolder, tinyTracker, writeFiles } from "../support/folder.ts";
import { storytree } from "../support/terminal.ts";
import { isThorough } from "../support/thorough.ts";

const server = newServer();
const task = "stories/482/35719482/tasks/48229482.md";
const story = "stories/377/48213377/story.md";

/** What a clone's files are after a command: of a checkout on disk, else on the proposal branches. */
function filesOf(folder: string, kind: CloneKind): Map<string, string> {
  if (kind === "checkout") {
    const files = [...readFolder(folder)].filter(([path]) => !path.startsWith(".git/"));
    return new Map(files.map(([path, bytes]) => [path, bytes.toString("latin1")]));
  }
  const [branch] = git(folder, ["for-each-ref", "--format=%(refname)", "refs/heads/proposal/"]).trim().split("\n");
  const paths = git(folder, ["ls-tree", "-r", "--name-only", branch ?? ""])
    .trim()
    .split("\n");
  return new Map(paths.map((path) => [path, execShow(folder, branch ?? "", path)]));
}

function execShow(folder: string, branch: string, path: string): string {
  return Buffer.from(git(folder, ["show", `${branch}:${path}`])).toString("latin1");
}

const original = new Map([...readFolder(tinyTracker)].map(([path, bytes]) => [path, bytes.toString("latin1")]));

function changed(after: ReadonlyMap<string, string>): string[] {
  const paths = new Set([...original.keys(), ...after.keys()]);
  return [...paths].filter((path) => !path.endsWith(".png") && original.get(path) !== after.get(path)).sort();
}

/** A checkout, none, and one that has not even the files' contents; the other two differ from the second in little. */
const kinds: readonly CloneKind[] = isThorough ? cloneKinds : ["checkout", "bare"];

describe.each(kinds)("in a clone of kind %s", (kind) => {
  test("set changes the bytes of one value", async () => {
    const folder = newClone(server, kind, "hugo");
    const outcome = await storytree(folder, ["set", "48229482", "status=review"]);
    expect([outcome.exit, outcome.out]).toEqual([0, ""]);
    expect(outcome.err).toContain("task 48229482: status merged → review");
    const after = filesOf(folder, kind);
    expect(changed(after)).toEqual([task]);
    expect(after.get(task)).toBe(original.get(task)?.replace("status: merged", "status: review"));
    expect((await storytree(folder, ["show", "48229482", "--json"])).out).toContain('"status": "review"');
  });

  test("new, task, comment and attach print what they made, and it is valid", async () => {
    const folder = newClone(server, kind, "hugo");
    const made = await storytree(folder, [
      "new",
      "Tables are wide",
      "-p",
      "lantern/client",
      "-m",
      "Very.",
      "--tag",
      "cli",
    ]);
    expect(made).toMatchObject({ exit: 0, out: expect.stringMatching(/^\d{8}\n$/) });
    const id = Number(made.out);
    const more = await storytree(folder, ["task", String(id), "--project", "lantern/docs", "--assignee", "ines"]);
    expect(more).toMatchObject({ exit: 0, out: expect.stringMatching(/^\d{8}\n$/) });
    expect(Number(more.out) % 1000).toBe(id % 1000);
    const comment = await storytree(folder, ["comment", String(id), "-m", "Me too."]);
    expect(comment.out).toMatch(/^20261124T120000Z-[a-z0-9]{4}\n$/);
    const file = join(newFolder(), "trace.log");
    writeFileSync(file, "trace\n");
    const answer = ["comment", String(id), "-m", "Here.", "--reply", comment.out.trim(), "--attach", file];
    expect((await storytree(folder, answer)).exit).toBe(0);
    expect(await storytree(folder, ["attach", String(id), file])).toMatchObject({ exit: 0, out: "trace-2.log\n" });
    const after = filesOf(folder, kind);
    expect(changed(after)).toHaveLength(7);
    const shard = String(id % 1000).padStart(3, "0");
    expect(after.get(`stories/${shard}/${id}/story.md`)).toBe(
      `---\ntitle: Tables are wide\nauthor: hugo\ntype: bug\ncreated: 2026-11-24T12:00:00Z\ntriage: new\ntags:\n  - cli\naliases:\nmilestone:\ndepends_on:\ndue:\nattachments:\n  - file: trace-2.log\n---\nVery.\n`,
    );
    expect((await storytree(folder, ["show", String(id)])).out).toContain("Me too.");
    const revision = kind === "checkout" ? [] : ["--rev", `proposal/${id}`];
    expect((await storytree(folder, ["validate", ...revision])).out).toBe("");
  });

  test("what would break the tracker is not written", async () => {
    const folder = newClone(server, kind, "hugo");
    const outcome = await storytree(folder, ["set", "48229482", "assignee=nobody"]);
    expect(outcome.exit).toBe(1);
    expect(outcome.err).toContain(`${task}:5:11: error: person or team "nobody" does not exist`);
    expect(outcome.err).toContain("nothing was written");
    expect(git(folder, ["for-each-ref", "refs/heads/proposal/"])).toBe("");
    if (kind === "checkout") expect(git(folder, ["status", "--porcelain"])).toBe("");
  });

  test("one query, many tasks, one change", async () => {
    const folder = newClone(server, kind, "hugo");
    const wanted = (await storytree(folder, ["list", "--tasks", "--format", "ids", "task:todo"])).out
      .trim()
      .split("\n");
    expect(wanted.length).toBeGreaterThan(5);
    const outcome = await storytree(folder, ["set", "--query", "task:todo", "priority=wishlist", "tags+=later"]);
    expect(outcome.exit).toBe(0);
    const found = (
      await storytree(folder, ["list", "--tasks", "--format", "ids", "task:todo priority:wishlist tag:later"])
    ).out;
    expect(found.trim().split("\n").sort()).toEqual(wanted.sort());
    if (kind !== "checkout") {
      const [ref] = git(folder, ["for-each-ref", "--format=%(refname)", "refs/heads/proposal/"]).trim().split("\n");
      expect(git(folder, ["rev-list", "--count", `${ref}`, "^main"]).trim()).toBe("1");
    }
  });
});

test.each(["checkout", "bare"] as const)(
  "fmt puts keys in order in a %s, and a second time changes nothing",
  async (kind) => {
    const text = original.get(task) ?? "";
    const mixed = text.replace("due:\n", "").replace("project:", "due:   # when\nproject:");
    const folder = newClone(newServer({ [task]: mixed }), kind, "hugo");
    expect(await storytree(folder, ["fmt", "--check"])).toMatchObject({ exit: 1, out: `${task}\n` });
    expect(await storytree(folder, ["fmt"])).toMatchObject({ exit: 0, out: `${task}\n` });
    expect(filesOf(folder, kind).get(task)).toBe(text.replace("due:\n", "due:   # when\n"));
    expect(await storytree(folder, ["fmt"])).toMatchObject({ exit: 0, out: "" });
  },
);

describe("set", () => {
  test("takes several targets and kinds, and me", async () => {
    const folder = newClone(server, "checkout", "hugo");
    const args = ["set", "48229482", "48213377", "project/lantern/client", "x-note=a: b # c"];
    expect((await storytree(folder, args)).exit).toBe(0);
    expect((await storytree(folder, ["set", "14538063", "assignee=me", "changes+=https://r.example/1"])).exit).toBe(0);
    const diff = git(folder, ["diff", "--unified=0"]);
    expect(diff.match(/^\+x-note: "a: b # c"$/gm)).toHaveLength(3);
    expect(diff).toContain("+assignee: hugo");
    expect(diff).toContain("+  - https://r.example/1");
    expect((await storytree(folder, ["validate"])).exit).toBe(0);
  });

  test("a story's only task is meant by fields that only tasks have; of several none is guessed", async () => {
    const folder = newClone(server, "checkout", "hugo");
    expect((await storytree(folder, ["set", "35719482", "status=todo"])).exit).toBe(0);
    expect(git(folder, ["diff", "--name-only"]).trim()).toBe(task);
    const several = await storytree(folder, ["set", "48213377", "status=todo"]);
    expect(several).toMatchObject({ exit: 2, err: expect.stringContaining("name one of its tasks: 22312377") });
  });

  test("a duplicate closes its tasks, and what is open again has no reason", async () => {
    const folder = newClone(server, "checkout", "hugo");
    expect((await storytree(folder, ["set", "48213377", "duplicate_of=35719482"])).exit).toBe(0);
    const tasks = (await storytree(folder, ["list", "--tasks", "--json", "id:48213377"])).out;
    expect(new Set((JSON.parse(tasks) as { status: string }[]).map((each) => each.status))).toEqual(
      new Set(["invalid"]),
    );
    expect((await storytree(folder, ["set", "22312377", "status=todo"])).exit).toBe(0);
    expect(readFileSync(join(folder, "stories/377/48213377/tasks/22312377.md"), "utf8")).not.toContain("reason");
  });

  test.each([
    [["set", "48229482"], "nothing is to be set"],
    [["set", "status=todo"], "name what is to be changed"],
    [["set", "48229482", "stauts=todo"], 'did you mean "status"?'],
    [["set", "48213377", "stauts=todo"], 'did you mean "status"?'],
    [["set", "48229482", "points=many"], 'points "many" is not a number'],
    [["set", "48229482", "priority+=high"], "priority is one value, not a list"],
    [["set", "99999999", "status=todo"], 'there is no "99999999" here'],
    [["set", "person/hguo", "name=H"], 'did you mean "person/hugo"?'],
    [["set", "--query", "status:opne", "priority=low"], '"opne" is not a value of "status:"'],
    [["set", "--new", "person/hugo", "name=H"], "is there already"],
    [["task", "35719482"], "a task is on a project"],
    [["new"], "a story needs a title"],
    [["comment", "35719482", "-m", "x", "-F", "y"], "the text comes from -m or from -F"],
    [["attach", "35719482", "nothing.here"], 'there is no file "nothing.here"'],
    [["move", "48229482", "Dune"], 'the board has no lane "Dune"'],
    [["rename", "48229482", "x"], "numbers do not change"],
    [["edit", "35719482"], "there is no editor"],
  ])("%j is answered with a sentence", async (args, words) => {
    const folder = newClone(server, "checkout", "hugo");
    const outcome = await storytree(folder, args);
    expect(outcome).toMatchObject({ exit: 2, out: "", err: expect.stringContaining(words) });
    expect(git(folder, ["status", "--porcelain"])).toBe("");
  });

  test("who is writing is found by mail address, and a newcomer is told how to join", async () => {
    const folder = newClone(server, "checkout", "hugo");
    git(folder, ["config", "--unset", "storytree.person"]);
    const stranger = await storytree(folder, ["comment", "35719482", "-m", "Hello"]);
    expect(stranger.exit).toBe(2);
    const [, command = ""] = /add yourself: (storytree set --new .*)$/m.exec(stranger.err) ?? [];
    const identity = /identities=(mail:[0-9a-f]{64})$/.exec(command)?.[1] ?? "";
    expect(identity).not.toBe("");
    const joined = await storytree(folder, [
      "set",
      "--new",
      "person/alice",
      "name=Alice Example",
      `identities=${identity}`,
    ]);
    expect(joined.exit).toBe(0);
    expect((await storytree(folder, ["comment", "35719482", "-m", "Hello"])).exit).toBe(0);
    expect(git(folder, ["status", "--porcelain", "-uall"])).toContain("people/alice.md");
  });

  test("a new record takes lists as any other does: cut at commas, sorted, once each", async () => {
    const folder = newClone(server, "checkout", "hugo");
    const args = ["title=Crew", "members+=hugo,amina", "members+=chen", "members+=me"];
    expect((await storytree(folder, ["set", "--new", "team/crew", ...args])).exit).toBe(0);
    const text = readFileSync(join(folder, "teams/crew.md"), "utf8");
    expect(text).toContain("members:\n  - amina\n  - chen\n  - hugo\n");
  });

  test("who was given another name is known by the old one, and who is not known is told how to join", async () => {
    const folder = newClone(server, "checkout", "hugo");
    await storytree(folder, ["rename", "person/hugo", "hugo-f"]);
    await storytree(folder, ["comment", "35719482", "-m", "Hello"]);
    await storytree(folder, ["comment", "35719482", "-m", "Hello", "--as", "hugo"]);
    const paths = git(folder, ["ls-files", "--others", "stories/482/35719482/comments"]).trim().split("\n");
    expect(paths.map((path) => /^author: (.*)$/m.exec(readFileSync(join(folder, path), "utf8"))?.[1])).toEqual([
      "hugo-f",
      "hugo-f",
    ]);
    const { err } = await storytree(folder, ["comment", "35719482", "-m", "Hello", "--as", "zebediah"]);
    expect(err).toContain('add yourself: storytree set --new person/zebediah "name=Your Name"');
  });

  test("what is so already is no part of what is said", async () => {
    const folder = newClone(server, "checkout", "hugo");
    const { err } = await storytree(folder, ["set", "48229482", "status=merged", "priority=high", "due="]);
    expect(err).toBe(`task 48229482: priority low → high (${task}, in the checkout)\n`);
  });

  test("a dry run prints the difference, and it is what would be done", async () => {
    const folder = newClone(server, "checkout", "hugo");
    const { out } = await storytree(folder, ["set", "48213377", "tags-=performance", 'title=It\'s "$1"', "-n"]);
    expect(git(folder, ["status", "--porcelain"])).toBe("");
    git(folder, ["apply"], {}, out);
    const diff = git(folder, ["diff"]);
    git(folder, ["checkout", "--quiet", "."]);
    await storytree(folder, ["set", "48213377", "tags-=performance", 'title=It\'s "$1"']);
    expect(git(folder, ["diff"])).toBe(diff);
  });

  test.each([
    ["on a branch that was there", true],
    ["on a branch that was not", false],
  ])("an edit of somebody else's that came in between is not overwritten: %s", async (_where, isThere) => {
    const folder = newClone(server, "bare", "hugo");
    if (isThere) await storytree(folder, ["set", "48229482", "status=review"]);
    const { openTracker } = await import("../../src/tracker/open.ts");
    const { openWorkspace, carryOut } = await import("../../src/tracker/workspace.ts");
    const { gitProgram } = await import("../../src/tracker/git/process.ts");
    const program = gitProgram({ PATH: process.env.PATH });
    const tracker = await openTracker(folder, program, undefined, { withProposals: true });
    await storytree(folder, ["set", "48229482", "priority=high"]);
    const workspace = await openWorkspace(tracker, "35719482");
    const text = original.get(task) ?? "";
    const change = { files: [{ path: task, before: text, after: text.replace("low", "high") }], message: "" };
    const messages = { fresh: async () => "x\n", replaced: async () => "x\n" };
    const person = { name: "A", email: "a@example.org" };
    const late = carryOut(workspace, change, messages, () => ({ author: person, committer: person, now: 0 }));
    await expect(late).rejects.toMatchObject({ code: "concurrent-change" });
    expect(git(folder, ["show", `proposal/35719482:${task}`])).toContain("priority: high");
  });
});

describe("edit", () => {
  test("replaces the text, and opens the whole file in the editor", async () => {
    const folder = newClone(server, "checkout", "hugo");
    expect((await storytree(folder, ["edit", "35719482", "-m", "New text."])).exit).toBe(0);
    expect(git(folder, ["diff", "--name-only"]).trim()).toBe("stories/482/35719482/story.md");
    const GIT_EDITOR = "sed -i -e s/lantern.client/lantern\\\\/docs/";
    const variables = { PATH: process.env.PATH, HOME: "/nonexistent", GIT_EDITOR };
    expect((await storytree(folder, ["edit", "48229482"], { variables })).exit).toBe(0);
    expect(git(folder, ["diff", task])).toContain("+project: lantern/docs");
  });

  test("what is wrong is said, one may go on, and what was written is kept", async () => {
    const folder = newClone(server, "bare", "hugo");
    const script = join(newFolder(), "editor.sh");
    writeFileSync(
      script,
      '#!/bin/sh\nif grep -q opne "$1"; then sed -i s/opne/todo/ "$1"; else sed -i s/merged/opne/ "$1"; fi\n',
    );
    const variables = { PATH: process.env.PATH, HOME: "/nonexistent", GIT_EDITOR: `sh ${script}` };
    const refused = await storytree(folder, ["edit", "48229482"], { variables });
    expect(refused.exit).toBe(1);
    expect(refused.err).toContain("48229482.md:3:9: error: status");
    const draft = /what you wrote is in (\S+)/.exec(refused.err)?.[1] ?? "";
    expect(readFileSync(draft, "utf8")).toContain("status: opne");
    const asked: string[] = [];
    const ask = async (question: string) => {
      asked.push(question);
      return "";
    };
    const identity = {
      GIT_AUTHOR_NAME: "H",
      GIT_AUTHOR_EMAIL: "h@x.org",
      GIT_COMMITTER_NAME: "H",
      GIT_COMMITTER_EMAIL: "h@x.org",
    };
    const mended = await storytree(folder, ["edit", "48229482"], {
      variables: { ...variables, ...identity },
      isInteractive: true,
      ask,
    });
    expect([mended.exit, asked]).toEqual([0, ["Edit it again? [Y/n] "]]);
    expect(git(folder, ["show", `proposal/35719482:${task}`])).toContain("status: todo");
  });

  test("what breaks something elsewhere may be mended as well", async () => {
    const folder = newClone(server, "checkout", "hugo");
    const script = join(newFolder(), "editor.sh");
    const swap =
      'if grep -q nobody "$1"; then sed -i s/nobody/chen/ "$1"; else sed -i "s/^assignee:.*/assignee: nobody/" "$1"; fi';
    writeFileSync(script, `#!/bin/sh\n${swap}\n`);
    const variables = { PATH: process.env.PATH, HOME: "/nonexistent", GIT_EDITOR: `sh ${script}` };
    const asked: string[] = [];
    const ask = async (question: string) => {
      asked.push(question);
      return "y";
    };
    const { exit, err } = await storytree(folder, ["edit", "48229482"], { variables, isInteractive: true, ask });
    expect([exit, asked]).toEqual([0, ["Edit it again? [Y/n] "]]);
    expect(err).toContain('person or team "nobody" does not exist');
    expect(err).toContain("task 48229482: edited (");
    expect(readFileSync(join(folder, task), "utf8")).toContain("assignee: chen");
  });

  test("a broken file can be mended by its path", async () => {
    const folder = newClone(server, "checkout", "hugo");
    writeFiles(folder, { [task]: "---\nproject: [\n---\n" });
    expect((await storytree(folder, ["set", "48229482", "status=todo"])).err).toContain("needs repair first");
    const whole = join(newFolder(), "whole.md");
    writeFileSync(whole, Buffer.from(original.get(task) ?? "", "latin1"));
    const variables = { PATH: process.env.PATH, HOME: "/nonexistent", GIT_EDITOR: `cp ${whole}` };
    expect((await storytree(folder, ["edit", task], { variables })).exit).toBe(0);
    expect(git(folder, ["status", "--porcelain"])).toBe("");
  });
});

describe("move and rename", () => {
  test("a card moves: out of one lane, into the other, with what standing there means", async () => {
    const folder = newClone(server, "checkout", "hugo");
    expect((await storytree(folder, ["move", "46938275", "in prog", "-n"])).err).toContain("is a field of tasks");
    expect((await storytree(folder, ["move", "48229482", "watch"])).exit).toBe(0);
    const board = join(folder, "boards/release.md");
    expect(readFileSync(board, "utf8")).toContain("      - 48213377\n      - 48229482\n");
    expect((await storytree(folder, ["move", "48229482", "In review"])).exit).toBe(0);
    expect(readFileSync(board, "latin1")).toBe(original.get("boards/release.md"));
    expect(readFileSync(join(folder, task), "utf8")).toContain("status: review");
    expect((await storytree(folder, ["move", "48229482", "Next for compute"])).exit).toBe(0);
    expect(readFileSync(join(folder, "lists/next-up.md"), "utf8")).toContain("  - 60418211\n  - 48229482\n");
    expect((await storytree(folder, ["validate"])).exit).toBe(0);
  });

  test("where there is no board, one is told how to make one, and it is one", async () => {
    const folder = newClone(server, "checkout", "hugo");
    for (const name of readdirSync(join(folder, "boards"))) rmSync(join(folder, "boards", name));
    const { exit, err } = await storytree(folder, ["move", "48229482", "Done"]);
    expect(exit).toBe(2);
    const command = /make one: storytree (.*)$/m.exec(err)?.[1] ?? "";
    const words = [...command.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ""));
    expect((await storytree(folder, words)).exit).toBe(0);
    expect((await storytree(folder, ["move", "48229482", "Done"])).exit).toBe(0);
  });

  test("a task moves to another story, and everything that named it follows", async () => {
    const folder = newClone(server, "checkout", "hugo");
    await storytree(folder, ["set", "48213377", "depends_on+=48229482"]);
    await storytree(folder, ["move", "48229482", "watch"]);
    commit(folder, {}, "Refer to it");
    const moved = await storytree(folder, ["move", "48229482", "48213377"]);
    expect(moved).toMatchObject({ exit: 0, out: expect.stringMatching(/^\d{5}377\n$/) });
    const id = moved.out.trim();
    expect(existsSync(join(folder, task))).toBe(false);
    expect(readFileSync(join(folder, `stories/377/48213377/tasks/${id}.md`), "utf8")).toContain(
      "aliases:\n  - task:48229482\n",
    );
    expect(git(folder, ["grep", "--untracked", "-l", "48229482"]).trim()).toBe(`stories/377/48213377/tasks/${id}.md`);
    expect(git(folder, ["grep", "-l", id]).trim().split("\n").sort()).toEqual(["boards/release.md", story]);
    expect((await storytree(folder, ["validate"])).exit).toBe(0);
    commit(folder, {}, "Moved");
    expect((await storytree(folder, ["validate", "--base", "HEAD~1"])).exit).toBe(0);
  });

  test.each([
    ["person/hugo", "hugh", /\bhugo\b/],
    ["team/compute-core", "compute-team", /\bcompute-core\b/],
    ["project/lantern/client", "lantern/cli", /\blantern\/client\b/],
    ["milestone/2026-2", "aurora", /\b2026-2\b/],
    ["list/next-up", "soon", /\bnext-up\b/],
    ["group/storage", "disks", /\bgroup:storage\b|- storage\b/],
  ])("%s becomes %s everywhere", async (ref, to, old) => {
    const folder = newClone(server, "checkout", "hugo");
    writeFiles(folder, {
      "lists/q.md":
        "---\ntitle: Q\naliases:\nquery: assignee:hugo OR (project:lantern/client milestone:2026-2) OR group:storage OR list:next-up\nowner: compute-core\nsort:\narchived:\nitems:\n---\n",
      "stories/482/35719482/affects/hugo.md": "---\ncreated: 2026-11-01T00:00:00Z\n---\n",
    });
    commit(folder, {}, "More that names it");
    const before = (await storytree(folder, ["list", "--format", "ids", "list:q"])).out;
    expect((await storytree(folder, ["rename", ref, to])).exit).toBe(0);
    expect((await storytree(folder, ["validate"])).out).toBe("");
    const [kind = "", ...name] = ref.split("/");
    const left = git(folder, ["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
      .split("\0")
      .filter((path) => path !== "" && path !== "tracker.yaml" && !path.includes("attachments/"))
      .filter((path) => existsSync(join(folder, path)))
      .map((path) => readFileSync(join(folder, path), "utf8").split(/^---$/m)[1] ?? "")
      .join("\n")
      .split("\n")
      .filter((line) => old.test(line) && !/^(?:title|name|repository):/.test(line));
    expect(left).toEqual([`  - ${kind}:${name.join("/")}`]);
    commit(folder, {}, "Renamed");
    expect((await storytree(folder, ["validate", "--base", "HEAD~1"])).out).toBe("");
    expect((await storytree(folder, ["list", "--format", "ids", "list:q"])).out).toBe(before);
    expect((await storytree(folder, ["show", `${kind}:${name.join("/")}`])).exit).toBe(0);
  });

  test("a tag becomes another in every story", async () => {
    const folder = newClone(server, "checkout", "hugo");
    const before = (await storytree(folder, ["list", "--format", "ids", "tag:performance", "sort:id"])).out;
    expect((await storytree(folder, ["rename", "tag/performance", "speed"])).exit).toBe(0);
    expect((await storytree(folder, ["list", "--format", "ids", "tag:speed", "sort:id"])).out).toBe(before);
    expect((await storytree(folder, ["list", "--format", "ids", "tag:performance"])).out).toBe("");
    expect((await storytree(folder, ["fmt", "--check"])).out).toBe("");
  });
});

test("unknown keys, comments, quoting and spacing of every other line survive", async () => {
  const folder = newClone(server, "checkout", "hugo");
  const odd =
    "---\n# why this is so\nx-own:   'kept'   # like this\nproject:   lantern/client   # ours\nstatus:  merged\nbranch:\nassignee: hugo\nauthor: chen\npriority: \"low\"\ncreated: 2026-06-20T04:00:00Z\nmilestone:\ndepends_on: [ 35719482 ]\ndue:\nchanges:\n    - https://review.lantern.example/c/4671   # merged\nx-other: {a: 1,  b: [2, 3]}\n---\n\n\nText  with  blanks   \n";
  writeFiles(folder, { [task]: odd });
  for (const [assignment, from, to] of [
    ["status=review", "status:  merged", "status:  review"],
    ["priority=high", '"low"', "high"],
    ["milestone=2026-2", "milestone:", 'milestone: "2026-2"'],
    ["depends_on+=48213377", "[ 35719482 ]", "[ 35719482, 48213377 ]"],
    ["changes+=https://z.example/9", "# merged\n", "# merged\n    - https://z.example/9\n"],
    ["x-own=new", "'kept'", "new"],
  ] as const) {
    writeFiles(folder, { [task]: odd });
    expect((await storytree(folder, ["set", "48229482", assignment])).exit).toBe(0);
    expect(readFileSync(join(folder, task), "utf8")).toBe(odd.replace(from, () => to));
  }
});

test("a comment may come from standard input, and from any folder of the tracker", async () => {
  const folder = newClone(server, "checkout", "hugo");
  const input = async () => Buffer.from("From a pipe.\n");
  const outcome = await storytree(join(folder, "stories/482"), ["comment", "35719482"], { input });
  expect(outcome.exit).toBe(0);
  expect(readFileSync(join(folder, `stories/482/35719482/comments/${outcome.out.trim()}.md`), "utf8")).toBe(
    "---\nauthor: hugo\n---\nFrom a pipe.\n",
  );
});

test("stories like a new one are shown, and on a terminal one may think better of it", async () => {
  const folder = newClone(server, "checkout", "hugo");
  const title = "Client: table output cuts wide characters in two";
  const told = await storytree(folder, ["new", title, "-n"]);
  expect(told.err).toContain("#35719482");
  const ask = async () => "n";
  expect((await storytree(folder, ["new", title], { isInteractive: true, ask })).exit).toBe(1);
  expect(git(folder, ["status", "--porcelain"])).toBe("");
  expect((await storytree(folder, ["new", title, "--yes"], { isInteractive: true, ask })).exit).toBe(0);
});

test("a new task may be one's own", async () => {
  const folder = newClone(server, "checkout", "hugo");
  await storytree(folder, ["new", "Mine", "-p", "lantern/docs", "--assignee", "me", "--no-similar"]);
  await storytree(folder, ["task", "35719482", "-p", "lantern/docs", "--assignee", "me"]);
  const paths = git(folder, ["ls-files", "--others", "stories"])
    .split("\n")
    .filter((path) => path.includes("/tasks/"));
  expect(paths.map((path) => readFileSync(join(folder, path), "utf8").includes("assignee: hugo"))).toEqual([
    true,
    true,
  ]);
});

test("a template gives a new story its text, tags and projects", async () => {
  const folder = newClone(server, "checkout", "hugo");
  const { out } = await storytree(folder, ["new", "Say how", "--template", "docs", "--no-similar"]);
  const shown = JSON.parse((await storytree(folder, ["show", out.trim(), "--json"])).out) as Record<string, unknown>;
  expect(shown).toMatchObject({ type: "feature", tags: ["documentation"], tasks: [{ project: "lantern/docs" }] });
  expect(shown.body).toContain("Where did you look");
});

test("a locked story is for its team, whoever asks", async () => {
  const folder = newClone(server, "checkout", "hugo");
  writeFiles(folder, {
    [story]: Buffer.from((original.get(story) ?? "").replace("due:\n", "due:\nlocked: true\n"), "latin1"),
  });
  const outcome = await storytree(folder, ["comment", "48213377", "-m", "But…"]);
  expect(outcome).toMatchObject({ exit: 1, err: expect.stringContaining("story 48213377 is locked") });
});
