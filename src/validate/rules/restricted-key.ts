// Keys of private stories stand only in restricted trackers.

import { facts } from "../../model/generated/schema-facts.ts";
import { quote } from "../../text/quote.ts";
import type { Rule } from "../rule.ts";

/** What other trackers call it. */
const elsewhere = ["private", "visibility", "confidential", "embargo", "embargoed"];
const says = (value: unknown) => value !== undefined && !["false", "no", "none", "public", "0"].includes(String(value));

export const restrictedKey: Rule = {
  code: "restricted-key",
  summary: "Keys of private stories stand only in restricted trackers.",
  why: "They show that something private was copied to where everyone reads it.",
  confidential: true,

  fields: {
    // Other trackers' keys are unknown here, so a file with one of them does not fit its schema.
    when: ({ kind, matter, fits }) => !fits || facts[kind].restricted.some((key) => matter.data[key] !== undefined),
    *judge({ kind, matter: { path, data } }, { visibility }) {
      if (visibility === "restricted") return;
      const ours = facts[kind].restricted.filter((key) => Object.hasOwn(data, key));
      const theirs = kind === "tracker" ? [] : elsewhere.filter((key) => says(data[key]));
      for (const key of [...ours, ...theirs]) {
        yield {
          path,
          pointer: `/${key}`,
          atKey: true,
          message: `key ${quote(key)} belongs in a restricted tracker`,
          hint: "stop, and tell the vulnerability team, before this is pushed",
        };
      }
    },
  },
};
