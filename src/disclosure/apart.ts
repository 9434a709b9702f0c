// Two repositories that must have nothing in common: no folder, no borrowed objects, no commit.

import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { Failure } from "../text/failure.ts";
import { type GitRun, runGit } from "../tracker/git/process.ts";

/** Failure "shared-objects", exit 5, when the public repository could hold or reach anything of the restricted one. */
export async function refuseShared(open: GitRun, secret: GitRun): Promise<void> {
  const stores = [storesOf(open), storesOf(secret)] as const;
  if (stores[0].some((store) => stores[1].includes(store)))
    throw shared("they keep their objects in the same place: alternates, or one repository");
  if (await hasAnyOf(open, secret)) throw shared("it has commits of the restricted one");
}

/** The folders that a repository reads objects from, itself and those it borrows from. */
function storesOf({ repository }: GitRun): readonly string[] {
  const found: string[] = [];
  const waiting = [join(repository.commonDir, "objects")];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!existsSync(next)) continue;
    const place = realpathSync(next);
    const { dev, ino } = statSync(place);
    const name = `${dev}:${ino}`;
    if (found.includes(name)) continue;
    found.push(name);
    const list = join(place, "info", "alternates");
    if (!existsSync(list)) continue;
    for (const line of readFileSync(list, "utf8").split("\n"))
      if (line !== "" && !line.startsWith("#")) waiting.push(isAbsolute(line) ? line : resolve(place, line));
  }
  return found;
}

/** Whether the one store holds any commit of the other's branches, however it came there. */
async function hasAnyOf(open: GitRun, secret: GitRun): Promise<boolean> {
  const { output } = await runGit(secret, ["rev-list", "--all", "HEAD", "--"], { expect: [0, 128] });
  const commits = output.toString("latin1");
  if (commits.trim() === "") return false;
  const { output: answer } = await runGit(open, ["cat-file", "--batch-check=%(objecttype)"], { input: commits });
  return answer
    .toString("latin1")
    .split("\n")
    .some((line) => line === "commit");
}

function shared(why: string): Failure {
  return new Failure("shared-objects", `the public repository is not apart from the restricted one: ${why}`, {
    exit: 5,
    hint: "clone the public tracker anew, from where the public gets it",
  });
}
