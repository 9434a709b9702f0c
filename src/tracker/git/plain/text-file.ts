// The text of a small file beside a repository's objects; links are followed only where git would.

import { lstatSync, readFileSync, statSync } from "node:fs";
import { limits } from "../../../text/limits.ts";

/** Null when there is none, it is no file, or it is larger than any file of its kind should be. */
export function textFile(path: string, followLinks = true): string | null {
  try {
    const status = followLinks ? statSync(path) : lstatSync(path);
    return status.isFile() && status.size <= limits.fileBytes ? readFileSync(path, "utf8") : null;
  } catch {
    return null;
  }
}
