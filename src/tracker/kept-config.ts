// The tracker.yaml of the commit that was opened last, beside its index: with it, a tracker that has not moved is opened without git.

import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Oid } from "./git/objects.ts";
import type { Repository } from "./git/repository.ts";

const name = "tracker-config.json";

/** The bytes of that commit's tracker.yaml; null when they are not known. */
export function keptConfig({ commonDir }: Repository, commit: Oid): Uint8Array | null {
  try {
    const kept = JSON.parse(readFileSync(join(commonDir, "storytree", name), "utf8")) as Record<string, unknown>;
    return kept.commit === commit && typeof kept.text === "string" ? Buffer.from(kept.text, "base64") : null;
  } catch {
    return null;
  }
}

/** Keeps them; where the folder cannot be written, git is asked each time. */
export function keepConfig(repository: Repository, commit: Oid, bytes: Uint8Array): void {
  if (keptConfig(repository, commit) !== null) return;
  const path = join(repository.commonDir, "storytree", name);
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString("hex")}.new`;
  try {
    writeFileSync(temporary, JSON.stringify({ commit, text: Buffer.from(bytes).toString("base64") }));
    renameSync(temporary, path);
  } catch {
    rmSync(temporary, { force: true });
  }
}
