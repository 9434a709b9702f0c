// `storytree init`: a new tracker repository.

import { mkdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Failure } from "../../text/failure.ts";
import type { Command } from "../command.ts";
import { flag, textOption } from "../command.ts";

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
    const { templateFiles } = await import("../package-files.ts");
    const { terminal } = context;
    const folder = resolve(context.directory, dir);
    const name = textOption(options, "name");
    if (name === undefined || name.trim() === "") {
      throw new Failure("usage", "a tracker needs a name", { hint: `storytree init ${dir} --name "My community"` });
    }
    await mkdir(folder, { recursive: true });
    const files = await templateFiles("tracker");
    const change = await planInit(
      { name, host: textOption(options, "review") ?? "plain", restricted: flag(options, "restricted"), files },
      async (path) => readFile(join(folder, path), "utf8").catch(() => null),
    );
    if (!repositoryAt(folder)) await initRepository(folder, terminal.variables);
    const paths = await applyToWorktree(folder, change);
    await commitPaths(folder, terminal.variables, paths, change.message, {
      name: "Storytree",
      email: "storytree@localhost",
    });
    if (context.json) terminal.out(`${JSON.stringify({ root: folder, files: paths })}\n`);
    else if (!context.quiet) {
      terminal.err(
        `${paths.length} files in ${folder}\n  next: add yourself in people/, a project in projects/, then "storytree validate"\n`,
      );
    }
    return 0;
  },
};
