// The id that git would give to what lies on disk, without asking it.

import { createHash } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import type { Oid } from "./objects.ts";

/** Of a regular file or, with mode "120000", of a link itself. */
export function contentId(path: string, mode: string, format: "sha1" | "sha256" = "sha1"): Oid {
  const bytes = mode === "120000" ? readlinkSync(path, { encoding: "buffer" }) : readFileSync(path);
  return createHash(format).update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
