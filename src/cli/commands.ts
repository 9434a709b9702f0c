// Every command, in the order of the help page.

import type { Command } from "./command.ts";
import { explainCommand } from "./commands/explain.ts";
import { indexCommand } from "./commands/index.ts";
import { listCommand } from "./commands/list.ts";
import { showCommand } from "./commands/show.ts";
import { validateCommand } from "./commands/validate.ts";

export const commands: readonly Command[] = [showCommand, listCommand, validateCommand, explainCommand, indexCommand];
