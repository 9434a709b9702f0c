// A text does not nest deeper than it can be shown.

import { limits } from "../../text/limits.ts";
import { tooDeepAt } from "../../text/markdown-depth.ts";
import type { Rule } from "../rule.ts";

export const bodyTooDeep: Rule = {
  code: "body-too-deep",
  summary: "Block quotes and lists in a text nest at most 32 levels deep.",
  why: "Readers that recurse end in a crash; the site shows such a text as it is, without its markup.",

  text: {
    // Deep nesting begins with shallower; a word is found faster than a form.
    sign: [">>>>", "> > >", "- - - -", "* * * *"],
    *judge(path, body) {
      const place = tooDeepAt(body);
      if (!place) return;
      yield {
        path,
        body: place,
        message: `the text nests deeper than ${limits.nesting} levels`,
        hint: "quote less, or attach it as a file",
      };
    },
  },
};
