// Two texts line by line: what differs, as a unified diff.

import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";

/** Milliseconds after which a diff is given up for "all of it differs": texts made to differ everywhere take quadratic time. */
const patience = 2_000;

/** A unified diff of one file as git shows it; null is a file that is not there. Empty when both are the same. */
export function unifiedDiff(path: string, before: string | null, after: string | null): string {
  if (before === after) return "";
  const from = before === null ? "/dev/null" : `a/${path}`;
  const to = after === null ? "/dev/null" : `b/${path}`;
  const options = { context: 3, timeout: patience, headerOptions: FILE_HEADERS_ONLY };
  const patch =
    createTwoFilesPatch(from, to, before ?? "", after ?? "", undefined, undefined, options) ??
    `--- ${from}\n+++ ${to}\n(too much differs to show)\n`;
  // What git writes above it says whether the file is new or goes.
  const kind = before === null ? "new file mode 100644\n" : after === null ? "deleted file mode 100644\n" : "";
  return `diff --git a/${path} b/${path}\n${kind}${patch}`;
}
