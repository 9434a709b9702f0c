// A world in which no git program is installed, for code under test; the tests themselves still have theirs.

import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { gitEnvironment, newFolder } from "./folder.ts";
import { type Outcome, storytree } from "./terminal.ts";

let empty: string | undefined;

/** A folder of programs among which git is not. */
export function pathWithoutGit(): string {
  if (empty === undefined) {
    empty = join(newFolder(), "bin");
    mkdirSync(empty);
    symlinkSync(process.execPath, join(empty, "node"));
  }
  return empty;
}

/** Runs one command line where there is no git. */
export function storytreeWithoutGit(cwd: string, args: readonly string[], variables = {}): Promise<Outcome> {
  return storytree(cwd, args, { variables: { ...gitEnvironment, PATH: pathWithoutGit(), ...variables } });
}
