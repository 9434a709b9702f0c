// A file that is replaced as a whole: whoever reads it sees the old one or the new one, and who was killed leaves nothing for long.

import { randomBytes } from "node:crypto";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { sweepLeftovers } from "./leftovers.ts";

/** Its folder is made where it is missing. Throws what the file system says. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const fresh = `${path}.${process.pid}.${randomBytes(4).toString("hex")}.new`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const name = basename(path).replaceAll(".", "\\.");
    sweepLeftovers(dirname(path), new RegExp(`^${name}\\.(\\d+)\\.[0-9a-f]{8}\\.new$`));
    writeFileSync(fresh, content);
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}
