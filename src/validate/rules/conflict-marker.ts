// No merge conflict is left in a text.

import type { Rule } from "../rule.ts";

export const conflictMarker: Rule = {
  code: "conflict-marker",
  summary: "No merge conflict is left in a text.",
  why: "Two versions of a text at once are neither.",

  text: {
    sign: /<<<<<<< |>>>>>>> /,
    *judge(path, body) {
      const start = all(body) ?? rest(body);
      if (start === undefined) return;
      yield {
        path,
        body: { start, end: start + 7 },
        message: "a merge conflict is left in the text",
        hint: "choose one side and delete the markers, or indent them where they are only quoted",
      };
    },
  },
};

/** Where a conflict begins that is there as a whole; a heading may be underlined with equals signs, so one marker alone is none. */
function all(body: string): number | undefined {
  const start = body.startsWith("<<<<<<< ") ? 0 : body.indexOf("\n<<<<<<< ") + 1;
  if (start === 0 && !body.startsWith("<<<<<<< ")) return undefined;
  const middle = body.indexOf("\n=======\n", start);
  return middle === -1 || body.indexOf("\n>>>>>>> ", middle) === -1 ? undefined : start;
}

/** A marker whose label only git writes, left behind when the others were taken away. */
function rest(body: string): number | undefined {
  return /^(?:<{7} (?:HEAD|Updated upstream|ours)|>{7} (?:[0-9a-f]{7,40}(?: \(.*\))?|Stashed changes|theirs))$/m.exec(
    body,
  )?.index;
}
