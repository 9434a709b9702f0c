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

/**
 * The numbers in a text that may be those of stories and tasks: any that stands alone, and one of eight digits whatever it is
 * glued to, such as "bug30000002", but for the digits of hexadecimal ids.
 */
export function* numbersIn(text: string): Iterable<string> {
  for (const [token] of text.matchAll(/[0-9A-Za-z]*\d[0-9A-Za-z]*/g)) {
    if (/^[1-9]\d{0,7}$/.test(token)) yield token;
    else if (/[g-z]/i.test(token)) for (const [digits] of token.matchAll(/(?<!\d)[1-9]\d{7}(?!\d)/g)) yield digits;
  }
}

/** Words long enough to be somebody's own; numbers are judged as numbers, object ids as hashes, and times are everybody's. */
export function isTelling(found: string): boolean {
  return found.length >= shortest && !/^[0-9a-f]{40,64}$/.test(found) && /\p{L}.*\p{L}.*\p{L}/u.test(found);
}

/** Each run of words, with a blank between two. */
export function* runsOf(text: string): Iterable<string> {
  const run: string[] = [];
  for (const [found] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    run.push(found);
    if (run.length > runLength) run.shift();
    if (run.length === runLength) yield run.join(" ");
  }
}

/** What a run of words is called, where it is not to be read. */
export function runHash(run: string): string {
  return createHash("sha256").update(run).digest("base64url").slice(0, 16);
}
