// What was being made beside its place, under a name that holds the maker's process id, by makers that were killed.

import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Removes from a folder what belongs to no living process; `owner` finds the process id in a name. */
export function sweepLeftovers(folder: string, owner: RegExp): void {
  for (const name of readdirSync(folder)) {
    const pid = owner.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      // It is somebody else's, in a folder that many write to.
    }
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
