// Whether there is a git program: found as the system would find it, without starting it.

import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { Failure } from "../../text/failure.ts";
import type { GitProgram } from "./process.ts";

/** Whether the git program can be found on the path it was given. */
export function isInstalled({ program, environment }: GitProgram): boolean {
  if (isAbsolute(program)) return isProgram(program);
  // Without a PATH the system looks in these. A relative folder would be one of the repository's: never.
  const folders = (environment.PATH ?? "/bin:/usr/bin").split(delimiter).filter(isAbsolute);
  return folders.some((folder) => [program, `${program}.exe`].some((name) => isProgram(join(folder, name))));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** What was asked for cannot be done by reading files. */
export function gitMissing(cause?: unknown): Failure {
  return new Failure("git-missing", "this needs the git program, which was not found", {
    hint: "install git; reading works without it",
    cause,
  });
}
