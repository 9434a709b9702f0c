// The validation step of every host's CI file, really run: in a repository laid as the host lays it, with the host's variables.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { runScript, stepOf, valueIn } from "../support/ci-file.ts";
import { commit, git, newFolder, projectRoot, readFolder } from "../support/folder.ts";
import { hosts, newTracker } from "../support/new-tracker.ts";

const base = Object.fromEntries(
  [...readFolder(`${projectRoot}test/validate/base`)].map(([path, bytes]) => [path, bytes.toString()]),
);
const story = "stories/377/48213377/story.md";
const task = "stories/377/48213377/tasks/59011377.md";
const withStatus = (status: string) => ({ [task]: (base[task] ?? "").replace("status: todo", `status: ${status}`) });
const retitled = { [story]: (base[story] ?? "").replace(/^title: .*$/m, "title: Told better") };

const trackers = new Map<string, string>();
beforeAll(async () => {
  for (const host of hosts) trackers.set(host, await newTracker(host));
});
const folderOf = (host: string) => trackers.get(host) ?? "";

/** A checkout whose `origin` has the base on main and then `meanwhile`; HEAD is a proposal made from the base. */
function checkout(proposed: Record<string, string>, meanwhile: Record<string, string> = {}): string {
  const origin = newFolder();
  git(origin, ["init", "--quiet", "--initial-branch=main"]);
  commit(origin, base, "Open the tracker");
  git(origin, ["checkout", "--quiet", "-b", "proposal"]);
  commit(origin, proposed, "Propose\n\nChange-Id: I0123456789012345678901234567890123456789");
  git(origin, ["checkout", "--quiet", "main"]);
  if (Object.keys(meanwhile).length > 0) commit(origin, meanwhile, "Meanwhile");
  const folder = newFolder();
  git(folder, ["clone", "--quiet", "--branch=main", origin, "."]);
  git(folder, ["checkout", "--quiet", "--detach", "origin/proposal"]);
  return folder;
}

/** The same with HEAD at the merge commit that the host made, first parent main. */
function merged(proposed: Record<string, string>, meanwhile: Record<string, string> = {}): string {
  const folder = checkout(proposed, meanwhile);
  git(folder, ["checkout", "--quiet", "--detach", "main"]);
  git(folder, ["merge", "--quiet", "--no-ff", "--message", "Merge", "origin/proposal"]);
  return folder;
}

interface Host {
  readonly name: string;
  /** Runs the step at a proposal. */
  readonly judge: (folder: string) => ReturnType<typeof runScript>;
  readonly lay: typeof checkout;
  readonly fault: string;
}

const cases: readonly Host[] = [
  {
    name: "github",
    lay: merged,
    judge: (folder) =>
      runScript(["bash", "-ec"], stepOf(folderOf("github"), ".github/workflows/validate.yml", "validate").run, folder, {
        BASE: "HEAD^1",
        AUTHOR: "bob",
      }),
    fault: `::error file=${task},line=3,`,
  },
  {
    name: "gitea",
    lay: checkout,
    judge: (folder) =>
      runScript(["bash", "-ec"], stepOf(folderOf("gitea"), ".gitea/workflows/validate.yml", "validate").run, folder, {
        TARGET: "main",
        AUTHOR: "bob",
      }),
    fault: `${task}:3:9: error: status "opne"`,
  },
  {
    name: "gitlab",
    lay: checkout,
    judge: (folder) =>
      runScript(
        ["sh", "-ec"],
        (valueIn(folderOf("gitlab"), ".gitlab-ci.yml", "validate", "script") as string[]).join("\n"),
        folder,
        {
          CI_MERGE_REQUEST_IID: "7",
          CI_PROJECT_ID: "1",
          CI_MERGE_REQUEST_PROJECT_ID: "1",
          CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main",
          GITLAB_USER_LOGIN: "bob",
        },
      ),
    fault: `${task}:3:9: error: status "opne"`,
  },
  {
    name: "gerrit",
    lay: merged,
    judge: (folder) => {
      const [play] = valueIn(folderOf("gerrit"), "playbooks/validate.yaml") as {
        tasks: Record<string, { cmd: string }>[];
      }[];
      const script = play?.tasks[0]?.["ansible.builtin.shell"]?.cmd ?? "";
      return runScript(["sh", "-c"], script, folder, { JUDGED: "change" });
    },
    fault: `${task}:3:9: error: status "opne"`,
  },
];

describe.each(cases)("$name", ({ judge, lay, fault }) => {
  test("passes what is good, though main has moved on", async () => {
    const ran = await judge(lay(withStatus("review"), retitled));
    expect(ran, ran.out).toMatchObject({ exit: 0 });
  });

  test("fails what is bad, at its line", async () => {
    const ran = await judge(lay(withStatus("opne"), retitled));
    expect(ran, ran.out).toMatchObject({ exit: 1 });
    expect(ran.out).toContain(fault);
  });

  test("fails what only the merge breaks: both sides drew the same number", async () => {
    const mine = { "stories/377/48213377/tasks/70000377.md": base[task] ?? "" };
    const theirs = {
      "stories/377/52000377/story.md": base[story] ?? "",
      "stories/377/52000377/tasks/70000377.md": base[task] ?? "",
    };
    const ran = await judge(lay(mine, theirs));
    expect(ran.exit, ran.out).toBe(1);
    expect(ran.out).toContain("70000377");
  });
});

// GitHub and Zuul make the merge commit themselves and say so when they cannot.
test.each(cases.filter(({ lay }) => lay === checkout))("$name fails what cannot be merged", async ({ judge }) => {
  const ran = await judge(checkout(withStatus("review"), withStatus("merged")));
  expect(ran.exit).toBe(1);
  expect(ran.out).toContain(`${task}: error: both sides changed the same lines`);
});

test("GitLab is left the reports that a merge request shows", async () => {
  const folder = checkout(withStatus("opne"));
  await cases.find(({ name }) => name === "gitlab")?.judge(folder);
  const quality = JSON.parse(readFileSync(join(folder, "gl-code-quality-report.json"), "utf8"));
  expect(quality).toMatchObject([{ check_name: "task-status", location: { path: task, lines: { begin: 3 } } }]);
  expect(readFileSync(join(folder, "junit.xml"), "utf8")).toContain("<testsuite");
});

test("a push to main is judged as a whole", async () => {
  const folder = checkout(withStatus("opne"));
  const github = stepOf(folderOf("github"), ".github/workflows/validate.yml", "validate").run;
  expect((await runScript(["bash", "-ec"], github, folder, { BASE: "", AUTHOR: "" })).out).toContain(
    `::error file=${task}`,
  );
  const gitea = stepOf(folderOf("gitea"), ".gitea/workflows/validate.yml", "validate").run;
  expect((await runScript(["bash", "-ec"], gitea, folder, { TARGET: "", AUTHOR: "" })).out).toContain("stories:");
  git(folder, ["checkout", "--quiet", "--detach", "origin/main"]);
  expect(await runScript(["bash", "-ec"], github, folder, { BASE: "", AUTHOR: "" })).toMatchObject({ exit: 0 });
});
