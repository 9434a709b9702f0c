// A text as what leaks are recognised by: its words, and runs of words.

import { createHash } from "node:crypto";

/** So many words in a row are nobody's by chance. */
export const runLength = 5;
/** Shorter words are everybody's. */
const shortest = 5;

const word = /[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)*/gu;

/** The words in lower case; a compound such as "foo-bar_baz" as a whole and in its parts. */
export function* wordsOf(text: string): Iterable<string> {
  for (const [found] of text.toLowerCase().matchAll(word)) {
    yield found;
    if (/[-_.]/.test(found)) yield* found.split(/[-_.]/);
  }
}

/** Words long enough to be somebody's own; numbers are judged as numbers, object ids as hashes, and times are everybody's. */
export function isTelling(found: string): boolean {
  return found.length >= shortest && !/^[0-9a-f]{40,64}$/.test(found) && /\p{L}.*\p{L}.*\p{L}/u.test(found);
}

/** A short hash of each run of words; `from` begins a text's own count anew. */
export function* runsOf(text: string): Iterable<string> {
  const run: string[] = [];
  for (const [found] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    run.push(found);
    if (run.length > runLength) run.shift();
    if (run.length === runLength) yield createHash("sha256").update(run.join(" ")).digest("base64url").slice(0, 16);
  }
}
