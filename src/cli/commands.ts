// Every command, in the order of the help page.

import type { Command } from "./command.ts";
import { attachCommand } from "./commands/attach.ts";
import { blameCommand } from "./commands/blame.ts";
import { boardCommand } from "./commands/board.ts";
import { buildCommand } from "./commands/build.ts";
import { cloneCommand } from "./commands/clone.ts";
import { commentCommand } from "./commands/comment.ts";
import { completeCommand, completionCommand } from "./commands/completion.ts";
import { diffCommand } from "./commands/diff.ts";
import { discloseCommand } from "./commands/disclose.ts";
import { editCommand } from "./commands/edit.ts";
import { embargoCommand } from "./commands/embargo.ts";
import { explainCommand } from "./commands/explain.ts";
import { fmtCommand } from "./commands/fmt.ts";
import { hookPrePushCommand } from "./commands/hook.ts";
import { hookPreReceiveCommand } from "./commands/hook-pre-receive.ts";
import { importGithubCommand } from "./commands/import-github.ts";
import { indexCommand } from "./commands/index.ts";
import { initCommand } from "./commands/init.ts";
import { leakcheckCommand } from "./commands/leakcheck.ts";
import { listCommand } from "./commands/list.ts";
import { logCommand } from "./commands/log.ts";
import { moveCommand } from "./commands/move.ts";
import { newCommand } from "./commands/new.ts";
import { proposeCommand } from "./commands/propose.ts";
import { renameCommand } from "./commands/rename.ts";
import { serveCommand } from "./commands/serve.ts";
import { setCommand } from "./commands/set.ts";
import { setupCommand } from "./commands/setup.ts";
import { showCommand } from "./commands/show.ts";
import { statsCommand } from "./commands/stats.ts";
import { taskCommand } from "./commands/task.ts";
import { validateCommand } from "./commands/validate.ts";

export const commands: readonly Command[] = [
  initCommand,
  cloneCommand,
  setupCommand,
  newCommand,
  taskCommand,
  commentCommand,
  attachCommand,
  setCommand,
  editCommand,
  moveCommand,
  renameCommand,
  proposeCommand,
  showCommand,
  logCommand,
  blameCommand,
  listCommand,
  boardCommand,
  statsCommand,
  validateCommand,
  explainCommand,
  diffCommand,
  fmtCommand,
  indexCommand,
  embargoCommand,
  discloseCommand,
  leakcheckCommand,
  buildCommand,
  serveCommand,
  importGithubCommand,
  completionCommand,
  completeCommand,
  hookPrePushCommand,
  hookPreReceiveCommand,
];
