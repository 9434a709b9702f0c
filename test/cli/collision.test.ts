// Two clones that do not see each other draw the same number: the merge names it, and the side that has not merged draws again.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { RandomBelow } from "../../src/model/ids.ts";
import { storyFolder } from "../../src/model/place.ts";
import { type CloneKind, newClone, newServer } from "../support/clones.ts";
import { git, newFolder } from "../support/folder.ts";
import { type Outcome, storytree } from "../support/terminal.ts";

const kinds: readonly CloneKind[] = ["checkout", "bare"];
const first = 10_000_000;

/** A generator that draws these numbers of stories and tasks, in turn; after the last one the next that are free. */
function drawing(numbers: { readonly stories?: readonly number[]; readonly tasks?: readonly number[] }): RandomBelow {
  const stories = [...(numbers.stories ?? [])];
  const tasks = [...(numbers.tasks ?? [])];
  let next = 7;
  return (below) => {
    next += 1_000_003;
    if (below === 90_000_000) return (stories.shift() ?? first + next) - first;
    if (below === 90_000) return Math.floor(((tasks.shift() ?? first + next) - first) / 1000);
    return next % below;
  };
}

async function does(folder: string, args: readonly string[], random = drawing({})): Promise<Outcome> {
  const outcome = await storytree(folder, args, { random });
  expect(outcome, args.join(" ")).toMatchObject({ exit: 0 });
  return outcome;
}

/** Merges a branch of a clone into the server's main, with plain git. Returns what git said when it could not. */
function merge(server: string, clone: string, branch: string): void {
  const folder = join(newFolder(), "merging");
  git(server, ["clone", "--quiet", server, folder]);
  git(folder, ["pull", "--quiet", "--no-rebase", "--no-edit", clone, branch]);
  git(folder, ["push", "--quiet", "origin", "HEAD:main"]);
}

function fetchMain(folder: string, kind: CloneKind): void {
  git(folder, ["fetch", "--quiet", "origin", kind === "checkout" ? "main" : "main:main"]);
}

const baseOf = (kind: CloneKind) => (kind === "checkout" ? "origin/main" : "main");

/** Every path of a commit with its content's id. */
function tree(folder: string, revision: string): Map<string, string> {
  const lines = git(folder, ["ls-tree", "-r", revision]).trim().split("\n");
  return new Map(lines.map((line) => [line.split("\t")[1] ?? "", line.split(/\s/)[2] ?? ""]));
}

const STORY = 55_555_555;
const TASK = 66_666_555;

describe.each(kinds)("in a clone of kind %s", (kind) => {
  test("a story's number: everything of the unmerged side follows the new one, and nothing of the other", async () => {
    const server = newServer();
    const [mine, theirs] = [newClone(server, kind, "hugo"), newClone(server, "bare", "ines")];
    const topic = ["--topic", "mine"];
    const log = join(newFolder(), "trace.log");
    writeFileSync(log, "trace\0\n");
    const random = drawing({ stories: [STORY], tasks: [TASK] });
    const made = ["new", "Mine", "-p", "lantern/client", "-m", `About #${STORY} and task ${TASK}, not 1${STORY}.`];
    expect((await does(mine, [...made, "--no-similar", ...topic], random)).out).toBe(`${STORY}\n`);
    await does(mine, ["comment", `${STORY}`, "-m", `See #${STORY}.`, "--attach", log, ...topic]);
    const second = ["new", "Second", "-m", `After story ${STORY}.`, "--no-similar", ...topic];
    const other = (await does(mine, second, drawing({ stories: [77_777_777] }))).out.trim();
    await does(mine, ["set", other, `depends_on=${STORY}`, `related=${STORY},48213377`, ...topic]);
    await does(mine, ["set", "48213377", `duplicate_of=${STORY}`, ...topic]);
    await does(mine, ["set", "35719482", `depends_on=${TASK}`, ...topic]);
    await does(mine, ["set", "list/next-up", `items+=${STORY}`, ...topic]);
    await does(mine, ["move", `${TASK}`, "watch", ...topic]);

    const same = drawing({ stories: [STORY], tasks: [TASK] });
    await does(theirs, ["new", "Theirs", "-p", "lantern/docs", "-m", `Theirs: #${STORY}.`, "--no-similar"], same);
    merge(server, theirs, `proposal/${STORY}`);
    const before = tree(server, "main");
    fetchMain(mine, kind);

    if (kind === "checkout") {
      git(mine, ["switch", "--quiet", "--create", "proposal/mine"]);
      git(mine, ["add", "--all"]);
      git(mine, ["commit", "--quiet", "--message", "Mine"]);
    }
    const judged = await storytree(mine, ["validate", "--base", baseOf(kind), "--rev", "proposal/mine"]);
    expect(judged.exit).toBe(1);
    for (const path of ["story.md", `tasks/${TASK}.md`])
      expect(judged.out).toMatch(
        new RegExp(
          `^${storyFolder(STORY)}/${path}.*: error: number .* \\[duplicate-id\\]\\n.*hint: .*propose --amend`,
          "m",
        ),
      );
    expect(judged.out.match(/error:/g)).toHaveLength(2);

    const proposed = await does(mine, ["propose", "--no-push", "--amend", ...topic]);
    const [, to = ""] = new RegExp(`story ${STORY} is taken meanwhile: it becomes (\\d+)`).exec(proposed.err) ?? [];
    const [, task = ""] = new RegExp(`task ${TASK} is taken meanwhile: it becomes (\\d+)`).exec(proposed.err) ?? [];
    expect([Number(to) % 1000, Number(task) % 1000]).toEqual([STORY % 1000, TASK % 1000]);
    merge(server, mine, "proposal/mine");
    for (const [path, content] of before) {
      if (path.startsWith(storyFolder(STORY))) expect(tree(server, "main").get(path), path).toBe(content);
    }
    expect((await storytree(server, ["validate"])).out).toBe("");
    const show = (path: string) => git(server, ["show", `main:${path}`]);
    const folder = storyFolder(Number(to));
    expect(show(`${folder}/story.md`)).toMatch(new RegExp(`About #${to} and task ${task}, not 1${STORY}\\.\n$`));
    expect(show(`${folder}/tasks/${task}.md`)).toContain("project: lantern/client");
    expect(show(`${folder}/attachments/trace.log`)).toBe("trace\0\n");
    const comment = git(server, ["ls-tree", "--name-only", "main", `${folder}/comments/`]).trim();
    expect(show(comment)).toMatch(new RegExp(`See #${to}\\.\n$`));
    const follower = show(`${storyFolder(Number(other))}/story.md`);
    expect(follower).toMatch(new RegExp(`depends_on:\n {2}- ${to}\n`));
    expect(follower).toMatch(new RegExp(`related:\n(?: {2}- \\d+\n)?  - ${to}\n`));
    expect(follower).toContain(`After story ${to}.`);
    expect(show("stories/377/48213377/story.md")).toContain(`duplicate_of: ${to}\n`);
    expect(show("stories/482/35719482/story.md")).toContain(`  - ${task}\n`);
    expect(show("lists/next-up.md")).toContain(`  - ${to}\n`);
    expect(show("boards/release.md")).toContain(`      - ${task}\n`);
    const left = git(server, ["grep", "-l", "-w", "-e", `${STORY}`, "-e", `${TASK}`, "main"]).trim();
    expect(left).toBe(`main:${storyFolder(STORY)}/story.md`);
  });

  test.each([
    [
      "two tasks of two stories",
      ["task", "48213377", "-p", "lantern/docs"],
      ["task", "52910377", "-p", "lantern/docs"],
      [88_888_377, 88_888_377],
    ],
    [
      "two tasks of one story",
      ["task", "48213377", "-p", "lantern/docs"],
      ["task", "48213377", "-p", "lantern/client"],
      [88_888_377, 88_888_377],
    ],
  ] as const)("%s: the first proposal draws again by itself", async (_, own, others, [mineDraws, theirsDraw]) => {
    const server = newServer();
    const [mine, theirs] = [newClone(server, kind, "hugo"), newClone(server, "bare", "ines")];
    await does(mine, own, drawing({ tasks: [mineDraws] }));
    await does(theirs, others, drawing({ tasks: [theirsDraw] }));
    merge(server, theirs, `proposal/${others[1]}`);
    const before = tree(server, "main");
    fetchMain(mine, kind);
    if (kind !== "checkout") {
      const judged = await storytree(mine, ["validate", "--base", "main", "--rev", "proposal/48213377"]);
      expect(judged.exit).toBe(1);
      expect(judged.out).toMatch(/number 88888377 .* \[duplicate-id\]\n.*hint: .*propose --amend/);
    }
    const { err } = await does(mine, ["propose", "--no-push"]);
    expect(err).toMatch(/task 88888377 is taken meanwhile: it becomes \d{5}377/);
    merge(server, mine, "proposal/48213377");
    const after = tree(server, "main");
    for (const [path, content] of before) expect(after.get(path), path).toBe(content);
    expect(after.size).toBe(before.size + 1);
    expect((await storytree(server, ["validate"])).out).toBe("");
  });

  test("a story's number that is a task's in the base", async () => {
    const server = newServer();
    const [mine, theirs] = [newClone(server, kind, "hugo"), newClone(server, "bare", "ines")];
    await does(mine, ["new", "Mine", "--no-similar"], drawing({ stories: [88_888_377] }));
    await does(theirs, ["task", "48213377", "-p", "lantern/docs"], drawing({ tasks: [88_888_377] }));
    merge(server, theirs, "proposal/48213377");
    fetchMain(mine, kind);
    if (kind !== "checkout") {
      const judged = await storytree(mine, ["validate", "--base", "main", "--rev", "proposal/88888377"]);
      expect(judged.out).toMatch(/number 88888377 .* \[duplicate-id\]\n.*hint: .*propose --amend/);
    }
    const { err } = await does(mine, ["propose", "--no-push"]);
    expect(err).toMatch(/story 88888377 is taken meanwhile: it becomes \d{5}377/);
    merge(server, mine, git(mine, ["branch", "--format=%(refname:short)", "--list", "proposal/*"]).trim());
    expect((await storytree(server, ["validate"])).out).toBe("");
  });

  test("a number of a proposal that was fetched is not drawn", async () => {
    const server = newServer();
    const [mine, theirs] = [newClone(server, kind, "hugo"), newClone(server, "bare", "ines")];
    await does(
      theirs,
      ["new", "Theirs", "-p", "lantern/docs", "--no-similar"],
      drawing({ stories: [STORY], tasks: [TASK] }),
    );
    git(mine, ["fetch", "--quiet", theirs, `proposal/${STORY}:refs/changes/01/1/1`]);
    const random = drawing({ stories: [STORY, 99_999_555], tasks: [TASK, 11_111_555] });
    const { out } = await does(mine, ["new", "Mine", "-p", "lantern/docs", "--no-similar"], random);
    expect(out).toBe("99999555\n");
    const revision = kind === "checkout" ? [] : ["--rev", "proposal/99999555"];
    const { tasks } = JSON.parse((await does(mine, ["show", "99999555", "--json", ...revision])).out) as {
      tasks: { id: number }[];
    };
    expect(tasks.map((each) => each.id)).toEqual([11_111_555]);
  });
});

test("a checkout's redrawn files are where their numbers say, and nowhere else", async () => {
  const server = newServer();
  const [mine, theirs] = [newClone(server, "checkout", "hugo"), newClone(server, "bare", "ines")];
  await does(mine, ["new", "Mine", "--no-similar"], drawing({ stories: [STORY] }));
  await does(theirs, ["new", "Theirs", "--no-similar"], drawing({ stories: [STORY] }));
  merge(server, theirs, `proposal/${STORY}`);
  git(mine, ["fetch", "--quiet", "origin", "main"]);
  const { err } = await does(mine, ["propose", "--no-push"]);
  const to = Number(/it becomes (\d+)/.exec(err)?.[1]);
  expect(readFileSync(join(mine, storyFolder(to), "story.md"), "utf8")).toContain("title: Mine");
  expect(() => readFileSync(join(mine, storyFolder(STORY), "story.md"))).toThrow("ENOENT");
  expect(git(mine, ["status", "--porcelain"])).toBe("");
});
