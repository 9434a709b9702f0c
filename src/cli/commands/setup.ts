// `storytree setup`: git settings and a pre-push hook for a clone that exists; and back.

import { Failure } from "../../text/failure.ts";
import { findRepository } from "../../tracker/git/repository.ts";
import type { TakenBack } from "../../tracker/setup.ts";
import type { Command, CommandContext } from "../command.ts";
import { flag } from "../command.ts";

export const setupCommand: Command = {
  name: "setup",
  summary: "set this clone up: git settings that fit its size, and a pre-push hook",
  details:
    "The hook refuses to push what would break the tracker, and in a restricted tracker whatever would go to another place than its " +
    "own. What you have set yourself, and a hook of your own, stay as they are. Doing it again changes nothing.",
  options: [{ flags: "--remove", description: "take back what it did" }],
  async run(context, _args, options) {
    if (flag(options, "remove")) return remove(context);
    const { setUpClone } = await import("../set-up-clone.ts");
    const { settings, hook } = await setUpClone(context);
    if (context.json) context.terminal.out(`${JSON.stringify({ settings, hook })}\n`);
    return 0;
  },
};

async function remove(context: CommandContext) {
  const { takeBack } = await import("../../tracker/setup.ts");
  const repository = findRepository(context.directory);
  if (!repository) throw new Failure("not-a-repository", `there is no clone in "${context.directory}"`);
  const { terminal, json, quiet } = context;
  const taken = await takeBack(repository.workTree ?? repository.gitDir, terminal.variables);
  if (json) terminal.out(`${JSON.stringify(taken)}\n`);
  else if (!quiet) for (const line of wordsFor(taken)) terminal.err(`${line}\n`);
  return 0 as const;
}

function wordsFor({ settings, hook, left }: TakenBack): readonly string[] {
  if (settings.length === 0 && left.length === 0 && hook === "none") return ["there is nothing to take back"];
  return [
    ...settings.map((key) => `  ${key} is unset`),
    ...(hook === "removed" ? ["  the pre-push hook is gone"] : []),
    ...(hook === "edited" || hook === "own"
      ? ["  the pre-push hook has been changed since, and stays: it is yours"]
      : []),
    ...left.map((key) => `  ${key} has been changed since, and stays`),
  ];
}
