// Every command, in the order of the help page. Each is loaded when it is needed: most runs need one of them.

import type { Command } from "./command.ts";

const loaders: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import("./commands/init.ts")).initCommand,
  clone: async () => (await import("./commands/clone.ts")).cloneCommand,
  setup: async () => (await import("./commands/setup.ts")).setupCommand,
  new: async () => (await import("./commands/new.ts")).newCommand,
  task: async () => (await import("./commands/task.ts")).taskCommand,
  comment: async () => (await import("./commands/comment.ts")).commentCommand,
  attach: async () => (await import("./commands/attach.ts")).attachCommand,
  set: async () => (await import("./commands/set.ts")).setCommand,
  edit: async () => (await import("./commands/edit.ts")).editCommand,
  move: async () => (await import("./commands/move.ts")).moveCommand,
  rename: async () => (await import("./commands/rename.ts")).renameCommand,
  propose: async () => (await import("./commands/propose.ts")).proposeCommand,
  show: async () => (await import("./commands/show.ts")).showCommand,
  log: async () => (await import("./commands/log.ts")).logCommand,
  blame: async () => (await import("./commands/blame.ts")).blameCommand,
  list: async () => (await import("./commands/list.ts")).listCommand,
  board: async () => (await import("./commands/board.ts")).boardCommand,
  stats: async () => (await import("./commands/stats.ts")).statsCommand,
  validate: async () => (await import("./commands/validate.ts")).validateCommand,
  explain: async () => (await import("./commands/explain.ts")).explainCommand,
  diff: async () => (await import("./commands/diff.ts")).diffCommand,
  fmt: async () => (await import("./commands/fmt.ts")).fmtCommand,
  index: async () => (await import("./commands/index.ts")).indexCommand,
  embargo: async () => (await import("./commands/embargo.ts")).embargoCommand,
  disclose: async () => (await import("./commands/disclose.ts")).discloseCommand,
  leakcheck: async () => (await import("./commands/leakcheck.ts")).leakcheckCommand,
  build: async () => (await import("./commands/build.ts")).buildCommand,
  serve: async () => (await import("./commands/serve.ts")).serveCommand,
  "import github": async () => (await import("./commands/import-github.ts")).importGithubCommand,
  completion: async () => (await import("./commands/completion.ts")).completionCommand,
  complete: async () => (await import("./commands/completion.ts")).completeCommand,
  "hook pre-push": async () => (await import("./commands/hook.ts")).hookPrePushCommand,
  "hook pre-receive": async () => (await import("./commands/hook-pre-receive.ts")).hookPreReceiveCommand,
};

/** All of them. */
export function allCommands(): Promise<readonly Command[]> {
  return loaded(Object.keys(loaders));
}

/** The command of that name, or those of the group; none when there is neither. */
export function commandsNamed(word: string | undefined): Promise<readonly Command[]> {
  return loaded(Object.keys(loaders).filter((name) => name.split(" ")[0] === word));
}

function loaded(names: readonly string[]): Promise<readonly Command[]> {
  return Promise.all(names.flatMap((name) => loaders[name]?.() ?? []));
}
