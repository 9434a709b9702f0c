// A few new objects, each a file of its own as git itself writes them: for these, starting git takes far longer than the writing.

import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import type { Oid } from "./objects.ts";
import type { Repository } from "./repository.ts";

/** Writes an object where it is not there yet, and returns its id. Nobody ever sees half of it. */
export function writeLooseObject(
  { commonDir, objectFormat }: Repository,
  type: "blob" | "tree" | "commit",
  content: Uint8Array,
): Oid {
  const bytes = Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content]);
  const oid = createHash(objectFormat).update(bytes).digest("hex");
  const folder = join(commonDir, "objects", oid.slice(0, 2));
  const path = join(folder, oid.slice(2));
  if (existsSync(path)) return oid;
  mkdirSync(folder, { recursive: true });
  // The name that git gives to what it has not finished: `git gc` sweeps up what a killed process leaves.
  const temporary = join(folder, `tmp_obj_${randomBytes(6).toString("hex")}`);
  try {
    writeFileSync(temporary, deflateSync(bytes, { level: 1 }), { flag: "wx", mode: 0o444 });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return oid;
}
