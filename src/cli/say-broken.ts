// Files that cannot be read are named wherever something is listed or counted: what is missing from it must not be missed.

import type { Catalogue } from "../index/catalogue.ts";
import { terminalText } from "../text/terminal-text.ts";
import type { CommandContext } from "./command.ts";

/** So many are named. */
const named = 20;

export function sayBroken({ terminal, quiet }: CommandContext, catalogue: Catalogue): void {
  if (quiet) return;
  const broken = catalogue.broken();
  if (broken.length === 0) return;
  terminal.err(`${broken.length} file${broken.length === 1 ? " needs" : "s need"} repair and may be missing here:\n`);
  for (const { path } of broken.slice(0, named)) terminal.err(`  ${terminalText(path)}\n`);
  terminal.err('  hint: "storytree validate" says what is wrong\n');
}
