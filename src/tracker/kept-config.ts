// The tracker.yaml of the commit that was opened last, beside its index: with it, a tracker that has not moved is opened without git.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Oid } from "./git/objects.ts";
import type { Repository } from "./git/repository.ts";
import { replaceFile } from "./replace-file.ts";

const placeIn = ({ commonDir }: Repository) => join(commonDir, "storytree", "tracker-config.json");

/** The bytes of that commit's tracker.yaml; null when they are not known. */
export function keptConfig(repository: Repository, commit: Oid): Uint8Array | null {
  try {
    const kept = JSON.parse(readFileSync(placeIn(repository), "utf8")) as Record<string, unknown>;
    return kept.commit === commit && typeof kept.text === "string" ? Buffer.from(kept.text, "base64") : null;
  } catch {
    return null;
  }
}

/** Keeps them; where the folder cannot be written, git is asked each time. */
export function keepConfig(repository: Repository, commit: Oid, bytes: Uint8Array): void {
  if (keptConfig(repository, commit) !== null) return;
  try {
    replaceFile(placeIn(repository), JSON.stringify({ commit, text: Buffer.from(bytes).toString("base64") }));
  } catch {
    // It may not be written here.
  }
}
