// Proposals in real git: judged in total on the base, whatever their commits and whatever happened meanwhile.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readProposal } from "../../src/change/proposal.ts";
import { resolveActor } from "../../src/tracker/actor.ts";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { openTracker } from "../../src/tracker/open.ts";
import { commit, git, newFolder, newRepository, writeFiles } from "../support/folder.ts";
import { storytree } from "../support/terminal.ts";
import {
  type Changes,
  comment,
  edit,
  files,
  otherTask,
  shippedPolicy,
  story,
  storyText,
  task,
  taskText,
  trackerText,
  untriaged,
} from "./proposed.ts";

const policy = `  - {kind: comment, fields: [body], approval: deny, reason: what was said was said}\n${shippedPolicy}`;
const base = { ...files, "tracker.yaml": trackerText(policy) };
const program = gitProgram({ PATH: process.env.PATH });

/** A repository with the tracker on main and, checked out, a branch with these commits. */
function proposal(commits: readonly Changes[], onMain: Changes = {}): string {
  const folder = newRepository(base);
  git(folder, ["checkout", "--quiet", "-b", "proposal"]);
  for (const changes of commits) commit(folder, changes, "Propose");
  if (Object.keys(onMain).length > 0) {
    git(folder, ["checkout", "--quiet", "main"]);
    commit(folder, onMain, "Meanwhile");
    git(folder, ["checkout", "--quiet", "proposal"]);
  }
  return folder;
}

async function read(folder: string, who?: string) {
  const tracker = await openTracker(folder, program, "main");
  const { run, objects, commit: from } = tracker;
  if (!run || !objects || !from) throw new Error("no repository");
  const actor = who && (await resolveActor(who, { files: tracker.files, restricted: false, committer: undefined }));
  return readProposal({ run, objects }, from, await objects.resolve("proposal"), actor || undefined);
}

const moved = edit(task, "status: todo", "status: review");

describe("what happened meanwhile", () => {
  test("does not show", async () => {
    const folder = proposal([moved], {
      ...edit(untriaged, "A story", "Other"),
      ...edit("people/mia.md", "Mia", "Mia M."),
    });
    const { meaning, approval } = await read(folder, "bob");
    expect(meaning.records.map((record) => record.path)).toEqual([task]);
    expect([approval.approval, approval.decisions.length]).toEqual(["auto", 1]);
  });

  test("counts: whoever is assignee now", async () => {
    const folder = proposal([moved], edit(task, "assignee: bob", "assignee: sue"));
    expect([(await read(folder, "bob")).approval.approval, (await read(folder, "sue")).approval.approval]).toEqual([
      "review",
      "auto",
    ]);
  });

  test("can be in the way", async () => {
    const folder = proposal([moved], edit(task, "status: todo", "status: merged"));
    const said = await storytree(folder, ["diff", "main..proposal", "--actor", "mia"]);
    expect([said.exit, said.out]).toEqual([1, expect.stringContaining(`${task}: both sides changed the same lines`)]);
    const word = await storytree(folder, ["diff", "main", "--actor", "mia", "--format", "approval"]);
    expect([word.exit, word.out]).toEqual([1, "review\n"]);
  });

  test("and writes nothing", async () => {
    const folder = proposal([moved], edit(untriaged, "A story", "Other"));
    const before = git(folder, ["count-objects", "--verbose"]);
    await storytree(folder, ["diff", "main"]);
    expect(git(folder, ["count-objects", "--verbose"])).toBe(before);
  });
});

describe("the command", () => {
  test.each([
    ["main..proposal", "main..HEAD"],
    ["main", "main...proposal"],
    ["main..", "..proposal~0"],
  ])("%s and %s", async (one, other) => {
    const folder = proposal([moved]);
    const line = "task 59011377: status todo → review";
    expect((await storytree(folder, ["diff", one, "--actor", "github:BOB"])).out).toContain(
      `${line}\n\nneeds no review`,
    );
    if (!other.startsWith("..")) expect((await storytree(folder, ["diff", other])).out).toContain(line);
    // Nothing lies between the proposal and itself.
    else expect((await storytree(folder, ["diff", other])).out).toBe("changes nothing\n");
  });

  test("the committer is known by the hash of their address", async () => {
    const folder = proposal([moved]);
    const by = (email: string) =>
      git(folder, ["commit", "--quiet", "--amend", "--no-edit"], { GIT_COMMITTER_EMAIL: email });
    const approval = async () =>
      (await storytree(folder, ["diff", "main", "--actor", "committer", "--format", "approval"])).out;
    expect(await approval()).toBe("review\n");
    by("Bob@EXAMPLE.org");
    expect(await approval()).toBe("auto\n");
    // Whom the author line names does not count.
    git(folder, ["commit", "--quiet", "--amend", "--no-edit", "--author=Bob <bob@example.org>"]);
    expect(await approval()).toBe("review\n");
  });

  test("edits that are not committed", async () => {
    const folder = newRepository(base);
    expect((await storytree(folder, ["diff"])).out).toBe("changes nothing\n");
    writeFiles(folder, {
      ...moved,
      "stories/377/48213377/comments/20260302T101500Z-cd34.md": "---\nauthor: bob\n---\nHi.\n",
      "people/tom.md": null,
    });
    const { exit, out } = await storytree(folder, ["diff", "--actor", "bob"]);
    expect([exit, out]).toEqual([
      0,
      expect.stringMatching(
        /^story 48213377 "A story"\n {2}task 59011377: status todo → review\n {2}comment on story 48213377\n {4}\| Hi\.\n\nperson tom: removed\n\nneeds review: 1 of 3 changes\n/,
      ),
    ]);
    const { head } = JSON.parse((await storytree(folder, ["--json", "diff"])).out);
    expect(head).toBeNull();
  });

  test("a file that breaks, a name that is nobody's, a revision that is none", async () => {
    const folder = proposal([{ [task]: "broken\n" }]);
    const broken = await storytree(folder, ["diff", "main", "--actor", "mia"]);
    expect([broken.exit, broken.out]).toEqual([1, expect.stringContaining("task 59011377: cannot be read")]);
    expect(await storytree(folder, ["diff", "main", "--actor", "eve"])).toMatchObject({
      exit: 2,
      err: expect.stringContaining("[unknown-actor]"),
    });
    expect(await storytree(folder, ["diff", "gone..HEAD"])).toMatchObject({
      exit: 2,
      err: expect.stringContaining("[unknown-revision]"),
    });
    expect(await storytree(folder, ["diff", "main..--output=x"])).toMatchObject({
      exit: 2,
      err: expect.stringContaining("[bad-revision]"),
    });
    const bare = `${newFolder()}/bare`;
    git(folder, ["clone", "--quiet", "--bare", folder, bare]);
    expect(await storytree(bare, ["diff"])).toMatchObject({ exit: 2, err: expect.stringContaining("[usage]") });
    expect(await storytree(bare, ["diff", "main..proposal"])).toMatchObject({ exit: 1, err: "" });
  });

  test("a symbolic link and an executable are not records", async () => {
    const folder = proposal([]);
    git(folder, ["update-index", "--chmod=+x", task]);
    git(folder, ["commit", "--quiet", "--message", "Mode"]);
    expect((await read(folder, "mia")).approval.approval).toBe("review");
    expect((await read(folder, "mia")).meaning.records).toMatchObject([{ path: task, what: "broken" }]);
  });

  test("a proposal that takes the configuration away is still read", async () => {
    const folder = proposal([{ "tracker.yaml": null }]);
    const { exit, out } = await storytree(folder, ["diff", "main", "--actor", "sue"]);
    expect([exit, out]).toEqual([
      0,
      expect.stringMatching(/^tracker\.yaml: removed\n\nneeds review\n {2}by team stewards \(sue\)/),
    ]);
  });
});

test("splitting a proposal into commits, or reordering them, never changes its approval", async () => {
  const fresh = "stories/111/70000111";
  /** Each about a place of its own, so that any order leads to the same end. */
  const steps: readonly (readonly [path: string, from: string, to: string])[] = [
    [task, "status: todo", "status: review"],
    [task, "assignee: bob", "assignee: alice"],
    [task, "project: acme/engine", "project: acme/site"],
    [otherTask, "status: todo", "status: merged"],
    [story, "tags:\n", "tags:\n  - slow\n"],
    [story, "Body.", "Text."],
    [comment, "Hello.", "Good-bye."],
    [untriaged, "---\nBody.", "triage: confirmed\n---\nBody."],
    ["projects/acme/engine.md", "  - mia", "  - bob\n  - mia"],
    ["teams/web.md", "  - tom", "  - alice\n  - tom"],
    ["people/bob.md", "name: Bob", "name: Bobby"],
    [`${fresh}/story.md`, "", storyText("bob")],
    [`${fresh}/tasks/71000111.md`, "", taskText("bob")],
    [`${fresh}/comments/20260302T101500Z-cd34.md`, "", "---\nauthor: alice\n---\nHi.\n"],
    [".github/x.yml", "", "on: push\n"],
  ];
  const own = steps.filter(
    ([path, from]) => (path === task && from.startsWith("s")) || /^stories\/111.*(?:story.md$|tasks\/71)/.test(path),
  );
  const cut = (from: typeof steps, most: number) =>
    fc.shuffledSubarray([...from], { minLength: 1, maxLength: most }).chain((chosen) =>
      fc.record({
        chosen: fc.constant(chosen),
        other: fc.shuffledSubarray(chosen, { minLength: chosen.length }),
        pieces: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: chosen.length, maxLength: chosen.length }),
        detour: fc.boolean(),
        who: from === own ? fc.constant("bob") : fc.constantFrom("alice", "bob", "mia", "tom", "sue", undefined),
      }),
    );
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.oneof(cut(steps, 6), cut(own, 3)), async ({ chosen, other, pieces, detour, who }) => {
      const whole = proposal([inTotal(chosen)]);
      const commits: Changes[] = [];
      let state: Record<string, string> = {};
      for (let at = 0, piece = 0; at < other.length; piece += 1) {
        const next = other.slice(at, at + (pieces[piece] ?? 1));
        at += next.length;
        state = { ...state, ...inTotal(next, state) };
        commits.push({ ...state });
      }
      // A commit that a later one takes back says nothing in total.
      const tried = detour
        ? [{ "people/sue.md": "---\nname: Mallory\n---\n" }, { "people/sue.md": files["people/sue.md"] ?? "" }]
        : [];
      const parts = proposal([...tried.slice(0, 1), ...commits, ...tried.slice(1)]);
      const [one, many] = [await read(whole, who), await read(parts, who)];
      expect(many.approval).toEqual(one.approval);
      expect(many.meaning).toEqual(one.meaning);
      seen.set(one.approval.approval, (seen.get(one.approval.approval) ?? 0) + 1);
    }),
    { numRuns: 30, seed: 11 },
  );
  expect([...seen.keys()].sort()).toEqual(["auto", "deny", "review"]);

  function inTotal(parts: readonly (readonly [string, string, string])[], on: Changes = {}): Record<string, string> {
    const state: Record<string, string> = {};
    for (const [path, from, to] of parts) {
      const text = state[path] ?? on[path] ?? files[path] ?? "";
      state[path] = from === "" ? to : text.replace(from, () => to);
    }
    return state;
  }
});

test("what a proposal gives its own author is not theirs yet", async () => {
  // Whoever the proposal makes assignee, maintainer or member: the change that would use it needs review, in one commit or two.
  const grants: readonly Changes[] = [
    edit(task, "assignee: bob", "assignee: sue"),
    edit("projects/acme/engine.md", "  - mia", "  - mia\n  - sue"),
    edit("projects/acme/engine.md", "maintainers:\n  - mia", "team: stewards\nmaintainers:\n  - mia"),
    { "tracker.yaml": trackerText("  - {approval: auto}") },
  ];
  for (const grant of grants) {
    const use = (grant[task] ?? files[task] ?? "").replace("status: todo", "status: review");
    for (const commits of [[{ ...grant, [task]: use }], [grant, { [task]: use }]]) {
      const { decisions } = (await read(proposal(commits), "sue")).approval;
      expect(decisions.find((each) => each.path === task && each.field === "status")?.approval).toBe("review");
      expect(decisions.map((each) => each.approval)).not.toContain("auto");
    }
  }
});
