// The reminder that stands on embargoed stories does not stand in a public one.

import type { Rule } from "../rule.ts";

const reminder = /This issue is being treated as a potential security risk under\s+embargo/i;

export const embargoText: Rule = {
  code: "embargo-text",
  summary: "The embargo reminder of private stories does not stand in a public tracker.",
  why: "It shows that a private report was copied to where everyone reads it.",
  confidential: true,

  text: {
    sign: /[Bb][Aa][Rr][Gg][Oo]/,
    *judge(path, body, { visibility }) {
      if (visibility === "restricted") return;
      const found = reminder.exec(body);
      if (!found) return;
      const place = { start: found.index, end: found.index + found[0].length };
      yield {
        path,
        body: place,
        message: "the text is that of an embargoed story",
        hint: "stop, and tell the vulnerability team, before this is pushed",
      };
    },
  },
};
