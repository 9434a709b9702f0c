// Every command, in the order of the help page.

import type { Command } from "./command.ts";
import { buildCommand } from "./commands/build.ts";
import { diffCommand } from "./commands/diff.ts";
import { explainCommand } from "./commands/explain.ts";
import { fmtCommand } from "./commands/fmt.ts";
import { importGithubCommand } from "./commands/import-github.ts";
import { indexCommand } from "./commands/index.ts";
import { initCommand } from "./commands/init.ts";
import { listCommand } from "./commands/list.ts";
import { serveCommand } from "./commands/serve.ts";
import { showCommand } from "./commands/show.ts";
import { validateCommand } from "./commands/validate.ts";

export const commands: readonly Command[] = [
  initCommand,
  showCommand,
  listCommand,
  validateCommand,
  explainCommand,
  diffCommand,
  fmtCommand,
  indexCommand,
  buildCommand,
  serveCommand,
  importGithubCommand,
];
