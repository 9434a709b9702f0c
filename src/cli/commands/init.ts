// `storytree init`: a new tracker repository.

import { mkdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Failure } from "../../text/failure.ts";
import type { Command } from "../command.ts";
import { flag, textOption } from "../command.ts";
import { version } from "../version.ts";

export const initCommand: Command = {
  name: "init",
  arguments: "[dir]",
  summary: "make a new tracker",
  details:
    "Writes tracker.yaml, story templates, editor settings and the CI files of the review host, and commits them.",
  options: [
    { flags: "--name NAME", description: "the tracker's name for people" },
    {
      flags: "--review HOST",
      description: "where changes are reviewed",
      choices: ["gerrit", "github", "gitlab", "gitea", "plain"],
      default: "plain",
    },
    { flags: "--restricted", description: "a tracker for private stories" },
  ],
  async run(context, [dir = "."], options) {
    const { planInit } = await import("../../tracker/plan-init.ts");
    const { applyToWorktree } = await import("../../tracker/change.ts");
    const { initRepository, commitPaths } = await import("../../tracker/porcelain.ts");
    const { repositoryAt } = await import("../../tracker/git/repository.ts");
    const { schemaFiles, templateFiles } = await import("../package-files.ts");
    const { terminal } = context;
    const folder = resolve(context.directory, dir);
    const name = textOption(options, "name");
    if (name === undefined || name.trim() === "") {
      throw new Failure("usage", "a tracker needs a name", { hint: `storytree init ${dir} --name "My community"` });
    }
    await mkdir(folder, { recursive: true });
    const host = textOption(options, "review") ?? "plain";
    const change = await planInit(
      {
        name,
        host,
        restricted: flag(options, "restricted"),
        version,
        files: await templateFiles("tracker"),
        schemas: await schemaFiles(),
      },
      async (path) => readFile(join(folder, path), "utf8").catch(() => null),
    );
    if (!repositoryAt(folder)) await initRepository(folder, terminal.variables);
    const paths = await applyToWorktree(folder, change);
    await commitPaths(folder, terminal.variables, paths, change.message, {
      fallback: { name: "Storytree", email: "storytree@localhost" },
    });
    if (context.json) terminal.out(`${JSON.stringify({ root: folder, files: paths })}\n`);
    else if (!context.quiet) {
      terminal.err(`${paths.length} files in ${folder}\n`);
      for (const line of nextSteps(host, flag(options, "restricted"))) terminal.err(`  next: ${line}\n`);
    }
    return 0;
  },
};

/** What is left to do, in order. */
function nextSteps(host: string, restricted: boolean): readonly string[] {
  const gate: Readonly<Record<string, string>> = {
    gerrit: "docs/zuul/ says what Zuul and Gerrit need to submit what the policy approves",
    github: 'require the check "validate" in the rules of the branch; .github/workflows/ says what else it needs',
    gitlab: "let pipelines have to succeed in the project's settings; .gitlab-ci.yml says what else it needs",
    gitea: 'require the check "validate" in the protection of the branch; .gitea/workflows/ says what else it needs',
    plain: "install hooks/pre-receive in the bare repository on the server, as its first lines say",
  };
  return [
    ...(restricted
      ? [
          "add yourself in people/, and to the members of teams/vmt.md: they alone see every story",
          "git config storytree.public ../public, the clone of the public tracker that stories refer to",
          "storytree setup, so that nothing of it is ever pushed elsewhere; docs/process.md says how the team works",
        ]
      : ["add yourself in people/ and a project in projects/"]),
    "storytree validate",
    ...(gate[host] ? [gate[host]] : []),
  ];
}
