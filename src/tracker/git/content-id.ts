// The id that git would give to what lies on disk, without asking it.

import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readFileSync, readlinkSync } from "node:fs";
import type { Oid } from "./objects.ts";

/** Of a regular file or, with mode "120000", of a link itself. */
export function contentId(path: string, mode: string, format: "sha1" | "sha256" = "sha1"): Oid {
  return blobId(mode === "120000" ? readlinkSync(path, { encoding: "buffer" }) : readRegular(path), format);
}

export function blobId(bytes: Uint8Array, format: "sha1" | "sha256" = "sha1"): Oid {
  return createHash(format).update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

/** The bytes of a regular file. Waits for nobody: a pipe may have taken its place, and nobody may ever write to it. */
export function readRegular(path: string): Buffer {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!fstatSync(file).isFile()) throw new Error(`${path} is no file`);
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}
