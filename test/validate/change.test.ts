// A proposal is judged as it would merge; reading only what it touches gives the verdict that reading everything would.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commitFiles } from "../../src/tracker/commit-files.ts";
import { mergeResult } from "../../src/tracker/git/merge.ts";
import { gitProgram } from "../../src/tracker/git/process.ts";
import { openTracker } from "../../src/tracker/open.ts";
import { judgeAll } from "../../src/validate/validate.ts";
import { validateChange } from "../../src/validate/validate-change.ts";
import { commit, git, newFolder, newRepository, projectRoot, readFolder, writeFiles } from "../support/folder.ts";
import { storytree } from "../support/terminal.ts";
import { isThorough } from "../support/thorough.ts";

const base = Object.fromEntries(
  [...readFolder(`${projectRoot}test/validate/base`)].map(([path, bytes]) => [path, bytes.toString()]),
);
const program = gitProgram({ PATH: process.env.PATH });

async function judge(folder: string, from = "main", to = "HEAD", actor?: string) {
  const { run, objects } = await openTracker(folder, program, from);
  if (!run || !objects) throw new Error("no repository");
  const [baseId, head] = [await objects.resolve(from), await objects.resolve(to)];
  return validateChange({
    run,
    objects,
    base: baseId,
    head,
    visibility: "public",
    today: "2026-11-24",
    ...(actor ? { actor: { person: actor, identities: [], taken: true } } : {}),
  });
}

const story = "stories/377/48213377/story.md";
const task = "stories/377/48213377/tasks/59011377.md";
const edit = (path: string, from: string | RegExp, to: string) => ({
  [path]: (base[path] ?? "").replace(from, () => to),
});

/** A repository with the base on main, and a branch that changes something. */
function proposal(changes: Record<string, string | null>, onMain: Record<string, string | null> = {}): string {
  const folder = newRepository(base);
  git(folder, ["checkout", "--quiet", "-b", "proposal"]);
  commit(folder, changes, "Propose");
  git(folder, ["checkout", "--quiet", "main"]);
  if (Object.keys(onMain).length > 0) commit(folder, onMain, "Meanwhile");
  git(folder, ["checkout", "--quiet", "proposal"]);
  return folder;
}

const codes = (verdict: { diagnostics: readonly { code: string; severity: string; path: string }[] }) =>
  verdict.diagnostics.map((each) => `${each.severity} ${each.code} ${each.path}`);

describe("what a proposal does", () => {
  test("nothing wrong is nothing said, and only what it touches is read", async () => {
    const verdict = await judge(proposal(edit(task, "status: todo", "status: review")));
    expect([codes(verdict), verdict.wholeBecause, verdict.files]).toEqual([[], undefined, 1]);
  });

  test("what was wrong in the base is a note, what it breaks is an error", async () => {
    const folder = newRepository({
      ...base,
      ...edit(task, "assignee: bob", "assignee: bbo"),
      "people/carol.md": "---\nname: [\n---\n",
    });
    git(folder, ["checkout", "--quiet", "-b", "proposal"]);
    commit(
      folder,
      edit(task, "assignee: bob\nauthor: alice", "assignee: bbo\nauthor: alice\nmilestone: m9"),
      "Propose",
    );
    commit(
      folder,
      { [task]: (base[task] ?? "").replace("assignee: bob", "assignee: bbo").replace("milestone:", "milestone: m9") },
      "Propose",
    );
    expect(codes(await judge(folder))).toEqual([
      `note unknown-person-or-team ${task}`,
      `error unknown-milestone ${task}`,
    ]);
  });

  test("the merge is judged, not the branch: a person who went meanwhile is missing", async () => {
    const folder = proposal(
      { "stories/610/60000610/story.md": "---\ntitle: New\nauthor: bob\ncreated: 2026-03-03T00:00:00Z\n---\n" },
      {
        "people/bob.md": null,
        ...edit(task, "assignee: bob", "assignee:"),
        "stories/377/48213377/comments/20260301T101500Z-ab12.md": "---\nauthor: alice\n---\nMe too.\n",
        "stories/377/48213377/affects/bob.md": null,
      },
    );
    expect(codes(await judge(folder))).toEqual(["error unknown-person stories/610/60000610/story.md"]);
  });

  test("both sides drew the same number", async () => {
    const fresh = (id: number, title: string) => ({
      [`stories/377/${id}/story.md`]: `---\ntitle: ${title}\nauthor: alice\ncreated: 2026-03-03T00:00:00Z\n---\n`,
    });
    const taskOf = (id: number) => ({ [`stories/377/${id}/tasks/70000377.md`]: base[task] ?? "" });
    const folder = proposal(
      { ...fresh(61000377, "Ours"), ...taskOf(61000377) },
      { ...fresh(62000377, "Theirs"), ...taskOf(62000377) },
    );
    expect(codes(await judge(folder))).toContain("error duplicate-id stories/377/62000377/tasks/70000377.md");
  });

  test("the same line changed on both sides is a conflict", async () => {
    const folder = proposal(edit(task, "status: todo", "status: review"), edit(task, "status: todo", "status: merged"));
    expect(codes(await judge(folder))[0]).toBe(`error merge-conflict ${task}`);
    expect(codes(await judge(folder))).toContain(`error conflict-marker ${task}`);
  });

  test("different daily fields do not conflict", async () => {
    const folder = proposal(edit(task, "status: todo", "status: review"), edit(task, "priority:", "priority: high"));
    expect(codes(await judge(folder))).toEqual([]);
  });

  test.each([
    ["created: 2026-03-01", "created: 2026-03-02", story, "created"],
    ["author: alice", "author: bob", story, "author"],
    ["author: alice", "author: bob", task, "author"],
  ])("%s does not become %s", async (from, to, path) => {
    expect(codes(await judge(proposal(edit(path, from, to))))).toEqual([`error immutable-field ${path}`]);
  });

  test("who is gone and still named is found by reading everything", async () => {
    const verdict = await judge(proposal({ "people/bob.md": null }));
    expect(verdict.wholeBecause).toBe('"people/bob.md" goes');
    expect(codes(verdict)).toContain(`error unknown-person-or-team ${task}`);
  });

  test("a circle of dependencies that closes outside the change", async () => {
    const folder = newRepository({
      ...base,
      ...edit("stories/610/52000610/story.md", "depends_on:", "depends_on:\n  - 48213377"),
    });
    git(folder, ["checkout", "--quiet", "-b", "proposal"]);
    commit(folder, edit(story, "depends_on:", "depends_on:\n  - 52000610"), "Propose");
    expect(codes(await judge(folder))).toEqual([`error dependency-cycle ${story}`]);
  });

  test("configuration comes from the base, and changes by itself", async () => {
    const config = (base["tracker.yaml"] ?? "").replace("audit:", "chore:");
    const mixed = await judge(proposal({ "tracker.yaml": config, ...edit(story, "type: bug", "type: chore") }));
    expect(codes(mixed)).toContain("error mixed-configuration tracker.yaml");
    expect(codes(await judge(proposal(edit(story, "type: bug", "type: chore"))))).toEqual([
      `error unknown-type ${story}`,
    ]);
    const alone = await judge(
      proposal({ "tracker.yaml": (base["tracker.yaml"] ?? "").replace("[low, high]", "[low]") }),
    );
    expect(alone.wholeBecause).toBe("tracker.yaml changes");
    expect(codes(alone)).toEqual(["error custom-field stories/610/52000610/story.md"]);
  });

  test("a locked story and a reserved tag are for their team", async () => {
    const config = `${base["tracker.yaml"]}team: core\ntags:\n  urgent:\n    reserved: core\n`;
    const folder = newRepository({ ...base, "tracker.yaml": config, ...edit(story, "due:", "due:\nlocked: true") });
    git(folder, ["checkout", "--quiet", "-b", "proposal"]);
    commit(
      folder,
      {
        [task]: (base[task] ?? "").replace("todo", "review"),
        ...edit("stories/610/52000610/story.md", "tags:", "tags:\n  - urgent"),
      },
      "Propose",
    );
    const expected = [`error locked-story ${task}`, "error reserved-tag stories/610/52000610/story.md"];
    expect(codes(await judge(folder))).toEqual(expected);
    expect(codes(await judge(folder, "main", "HEAD", "bob"))).toEqual(expected);
    expect(codes(await judge(folder, "main", "HEAD", "alice"))).toEqual([]);
  });

  test("what the base's policy denies, to whom it denies it", async () => {
    const policy = `policy:
  - {kind: task, fields: [status], to: [merged], by: "team:core", approval: auto}
  - {kind: task, fields: [status], to: [merged], approval: deny, reason: the team says when work has landed}
  - {kind: comment, fields: [body, "-"], approval: deny, reason: what was said was said}
  - {kind: support, approval: deny}
`;
    const comment = "stories/377/48213377/comments/20260301T101500Z-ab12.md";
    const folder = newRepository({ ...base, "tracker.yaml": `${base["tracker.yaml"]}${policy}` });
    git(folder, ["checkout", "--quiet", "-b", "proposal"]);
    commit(
      folder,
      {
        ...edit(task, "status: todo", "status: merged"),
        [comment]: `${base[comment]}And more.\n`,
        "README.md": "Other words\n",
      },
      "Propose",
    );
    const said = (verdict: Awaited<ReturnType<typeof judge>>) =>
      verdict.diagnostics.map((each) => `${each.path}:${each.range?.start.line ?? ""} ${each.message} (${each.hint})`);
    const others = [
      "README.md: policy denies a change of this file: the tracker's policy denies it",
      `${comment}: policy denies a change of the text: what was said was said`,
    ];
    const hint = "(take this part out, or ask the tracker's team)";
    expect(said(await judge(folder, "main", "HEAD", "alice"))).toEqual(others.map((each) => `${each} ${hint}`));
    expect(said(await judge(folder))).toEqual(
      [...others, `${task}:3 policy denies a change of "status": the team says when work has landed`].map(
        (each) => `${each} (say who proposes this: --actor NAME)`,
      ),
    );
    const byIdentity = await storytree(folder, ["validate", "--base", "main", "--actor", "github:bob"]);
    expect([byIdentity.exit, byIdentity.out]).toEqual([1, expect.stringContaining("[policy-denied]")]);
    expect(await storytree(folder, ["validate", "--base", "main", "--actor", "nobody"])).toMatchObject({
      exit: 2,
      err: expect.stringContaining('there is no person "nobody" in the base [unknown-actor]'),
    });
  });

  test("a branch past its end of life takes no new work, but what is there may stay", async () => {
    const project = (base["projects/acme/engine.md"] ?? "").replace(
      "  - name: stable",
      "  - name: stable\n    eol: 2026-10-31",
    );
    const folder = newRepository({ ...base, "projects/acme/engine.md": project });
    git(folder, ["checkout", "--quiet", "-b", "proposal"]);
    commit(folder, edit(task, "priority:", "priority: high"), "Propose");
    expect(codes(await judge(folder))).toEqual([]);
    commit(folder, { "stories/377/48213377/tasks/71000377.md": base[task] ?? "" }, "Propose");
    expect(codes(await judge(folder))).toEqual([
      "error branch-past-end-of-life stories/377/48213377/tasks/71000377.md",
    ]);
  });
});

test("nothing is written to the repository by judging", async () => {
  const folder = proposal(edit(task, "status: todo", "status: review"), edit(task, "priority:", "priority: high"));
  const objects = () => git(folder, ["count-objects", "--verbose"]);
  const before = objects();
  await judge(folder);
  expect(objects()).toBe(before);
});

test("the base is found, or said to be missing", async () => {
  const folder = proposal(edit(task, "assignee: bob", "assignee: bbo"));
  const plain = await storytree(folder, ["validate", "--base", "main"]);
  expect([plain.exit, plain.out]).toEqual([1, expect.stringContaining('person or team "bbo" does not exist')]);
  git(folder, ["config", "storytree.base", "main"]);
  expect((await storytree(folder, ["validate", "--base"])).exit).toBe(1);
  git(folder, ["config", "storytree.base", "gone"]);
  expect(await storytree(folder, ["validate", "--base"])).toMatchObject({
    exit: 2,
    err: expect.stringContaining('there is no commit "gone" here'),
  });

  const clone = `${newFolder()}/clone`;
  git(folder, ["clone", "--quiet", "--depth=1", "--branch=proposal", "--no-single-branch", `file://${folder}`, clone]);
  commit(folder, { "people/dave.md": "---\nname: Dave\n---\n" }, "More");
  expect(await storytree(clone, ["validate", "--base", "origin/main"])).toMatchObject({
    exit: 2,
    err: expect.stringContaining("git fetch --unshallow"),
  });
});

test("reading what a change touches gives the verdict of reading everything", async () => {
  const ids = [48213377, 52000610, 60000377];
  const value = fc.constantFrom("alice", "bob", "nobody", "core", "m1", "m9");
  const id = fc.constantFrom(48213377, 52000610, 60000377, 59011377, 99999999);
  const pathOfStory = (n: number) => `stories/${String(n % 1000).padStart(3, "0")}/${n}`;
  const storyFile = fc
    .record({
      author: value,
      milestone: value,
      depends: fc.option(id),
      duplicate: fc.option(id),
      tag: fc.constantFrom("a", "B c"),
      alias: fc.option(fc.constantFrom("x:1", "x:2")),
    })
    .map(
      ({ author, milestone, depends, duplicate, tag, alias }) =>
        `---\ntitle: T\nauthor: ${author}\ncreated: 2026-03-01T09:12:33Z\ntags:\n  - ${tag}\naliases:${alias ? `\n  - ${alias}` : ""}\nmilestone: ${milestone}\ndepends_on:${depends ? `\n  - ${depends}` : ""}\n${duplicate ? `duplicate_of: ${duplicate}\n` : ""}---\n`,
    );
  const taskFile = fc
    .record({
      project: fc.constantFrom("acme/engine", "acme/gone"),
      status: fc.constantFrom("todo", "merged", "opne"),
      branch: fc.constantFrom("stable", "other"),
      assignee: value,
      depends: fc.option(id),
    })
    .map(
      ({ project, status, branch, assignee, depends }) =>
        `---\nproject: ${project}\nstatus: ${status}\nbranch: ${branch}\nassignee: ${assignee}\nauthor: alice\ncreated: 2026-03-01T09:12:33Z\ndepends_on:${depends ? `\n  - ${depends}` : ""}\n---\n`,
    );
  const comment = fc
    .constantFrom("20260301T101500Z-ab12", "20260301T111500Z-cd34", "20260301T121500Z-ef56")
    .chain((reply) => value.map((author) => `---\nauthor: ${author}\nin_reply_to: ${reply}\n---\n`));
  const which = fc.constantFrom(...ids);
  const step = fc.oneof(
    fc.tuple(which, storyFile).map(([n, text]) => ({ [`${pathOfStory(n)}/story.md`]: text })),
    fc
      .tuple(which, fc.constantFrom(59011, 71000), taskFile)
      .map(([n, high, text]) => ({ [`${pathOfStory(n)}/tasks/${high}${String(n % 1000).padStart(3, "0")}.md`]: text })),
    fc.tuple(which, comment).map(([n, text]) => ({ [`${pathOfStory(n)}/comments/20260301T131500Z-gh78.md`]: text })),
    fc
      .constantFrom(
        "people/bob.md",
        "people/carol.md",
        "people/nobody.md",
        "teams/bob.md",
        "projects/acme/engine.md",
        "milestones/m9.md",
      )
      .chain((path) =>
        fc
          .constantFrom(
            null,
            base[path] ?? null,
            path.startsWith("people/") ? "---\nname: New\n---\n" : "---\ntitle: New\n---\n",
            path.startsWith("people/") ? "---\nname: New\nidentities:\n  - github:bob\n---\n" : null,
          )
          .map((text) => ({ [path]: text })),
      ),
    which.map((n) => ({ [`${pathOfStory(n)}/story.md`]: null })),
    value.map((author) => ({
      "stories/377/48213377/comments/20260301T101500Z-ab12.md": `---\nauthor: ${author}\nin_reply_to: 20260301T111500Z-cd34\n---\n`,
    })),
    fc
      .constantFrom("junk.md", "stories/377/48213377/x.md", "stories/377/48213377/attachments/TRACE.LOG")
      .map((path) => ({ [path]: "x\n" })),
  );
  const steps = fc
    .array(step, { minLength: 1, maxLength: 3 })
    .map((each) => Object.assign({}, ...each) as Record<string, string | null>);
  let partial = 0;
  await fc.assert(
    fc.asyncProperty(steps, steps, steps, async (start, ours, theirs) => {
      const folder = newRepository({ ...base, ...start });
      git(folder, ["checkout", "--quiet", "-b", "proposal"]);
      commit(folder, ours, "Propose");
      git(folder, ["checkout", "--quiet", "main"]);
      writeFiles(folder, {});
      commit(folder, theirs, "Meanwhile");
      const verdict = await judge(folder, "main", "proposal");
      if (verdict.wholeBecause === undefined) partial += 1;

      const { run, objects } = await openTracker(folder, program, "main");
      if (!run || !objects) throw new Error("no repository");
      const [mainId, headId] = [await objects.resolve("main"), await objects.resolve("proposal")];
      const merge = await mergeResult(run, mainId, headId);
      const before = commitFiles(objects, mainId);
      const all = async (files: typeof before) => {
        const { tracker, found } = await judgeAll(files, { visibility: "public", configFrom: before });
        return [
          ...tracker.diagnostics.map((each) => `${each.code} ${each.path} ${each.message}`),
          ...found.map(([rule, finding]) => `${rule.code} ${finding.path} ${finding.message}`),
        ];
      };
      const old = new Set(await all(before));
      const caused = (await all(commitFiles(merge.objects, merge.tree))).filter((each) => !old.has(each)).sort();
      merge.dispose();
      const onlyOnChange =
        /^(?:immutable-field|policy-denied|merge-conflict|locked-story|reserved-tag|branch-past|mixed-configuration)/;
      const drawnTwice = verdict.diagnostics.filter((each) => each.message.endsWith("was drawn on both sides"));
      const said = verdict.diagnostics
        .filter((each) => each.severity === "error" && !onlyOnChange.test(each.code) && !drawnTwice.includes(each))
        .map((each) => `${each.code} ${each.path} ${each.message}`);
      // Of two records under one number it says so, and not that the merge left markers in the file.
      const markers = drawnTwice.map((each) => `conflict-marker ${each.path} `);
      expect(said.sort()).toEqual(caused.filter((each) => !markers.some((marker) => each.startsWith(marker))));
    }),
    { numRuns: isThorough ? 40 : 16, seed: 41 },
  );
  expect(partial).toBeGreaterThan(isThorough ? 5 : 2);
});
