// How deep a text nests, looked at before it is parsed: the parser recurses, and its stack is not endless.

import { limits } from "../../text/limits.ts";

/** True when block quotes, lists or brackets nest deeper than the limit. */
export function nestsTooDeep(text: string): boolean {
  for (const line of text.split("\n")) {
    const lead = /^[ \t>*+\-0-9.)]*/.exec(line)?.[0] ?? "";
    const markers = lead.match(/>|[*+-](?=[ \t>*+-]|$)|\d{1,9}[.)](?=[ \t]|$)/g)?.length ?? 0;
    // Four columns of indentation can be one more level of a list.
    const columns = lead.replace(/\t/g, "    ").length;
    if (markers > limits.nesting && !/^[ \t]*([*-])(?:[ \t]*\1)+[ \t]*$/.test(line)) return true;
    if (columns > 12 * limits.nesting) return true;
  }
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
