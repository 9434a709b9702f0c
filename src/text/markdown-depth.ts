// How deep a text nests, looked at before it is parsed: the parser recurses, and its stack is not endless.

import { limits } from "./limits.ts";
import type { Span } from "./position.ts";

const marker = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y;
const rule = /^[ \t]*([-*])(?:[ \t]*\1)+[ \t]*$/;

/** Where the first line begins whose block quotes and lists nest deeper than the limit, with those markers; undefined when none does. */
export function tooDeepAt(text: string): Span | undefined {
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    // Each level takes a character at least.
    if (end - start > limits.nesting) {
      const line = text.slice(start, end);
      const [levels, length] = markersOf(line);
      if (levels > limits.nesting && !rule.test(line)) return { start, end: start + length };
    }
    start = end + 1;
  }
  return undefined;
}

function markersOf(line: string): readonly [levels: number, length: number] {
  let levels = 0;
  let length = 0;
  for (marker.lastIndex = 0; marker.test(line); length = marker.lastIndex) levels += 1;
  return [levels, length];
}

/** True when block quotes, lists or brackets nest deeper than a parser should be given. */
export function nestsTooDeep(text: string): boolean {
  if (tooDeepAt(text)) return true;
  // Four columns of indentation can be one more level of a list.
  const widest = 12 * limits.nesting;
  if (text.split("\n").some((line) => (/^[ \t>]*/.exec(line)?.[0] ?? "").replace(/\t/g, "    ").length > widest))
    return true;
  return longestRun(text, /[[(]/g, /[\])]/g) > 50 * limits.nesting || /([*_~`])\1{1000}/.test(text);
}

function longestRun(text: string, open: RegExp, close: RegExp): number {
  let deepest = 0;
  for (const paragraph of text.split(/\n\s*\n/)) {
    const opened = paragraph.match(open)?.length ?? 0;
    const closed = paragraph.match(close)?.length ?? 0;
    deepest = Math.max(deepest, opened - closed, opened > 5_000 ? opened : 0);
  }
  return deepest;
}
