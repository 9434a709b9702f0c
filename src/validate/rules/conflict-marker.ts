// No merge conflict is left in a text.

import type { Rule } from "../rule.ts";

export const conflictMarker: Rule = {
  code: "conflict-marker",
  summary: "No merge conflict is left in a text.",
  why: "Two versions of a text at once are neither.",

  text: {
    sign: /<<<<<<< /,
    *judge(path, body) {
      // All three in a row, or it may be a heading underlined with equals signs.
      const start = body.startsWith("<<<<<<< ") ? 0 : body.indexOf("\n<<<<<<< ") + 1;
      if (start === 0 && !body.startsWith("<<<<<<< ")) return;
      const middle = body.indexOf("\n=======\n", start);
      if (middle === -1 || body.indexOf("\n>>>>>>> ", middle) === -1) return;
      yield {
        path,
        body: { start, end: start + 7 },
        message: "a merge conflict is left in the text",
        hint: "choose one side and delete the markers",
      };
    },
  },
};
