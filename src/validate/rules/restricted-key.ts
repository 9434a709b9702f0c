// Keys of private stories stand only in restricted trackers.

import { facts } from "../../model/generated/schema-facts.ts";
import type { Rule } from "../rule.ts";

export const restrictedKey: Rule = {
  code: "restricted-key",
  summary: "Keys of private stories stand only in restricted trackers.",
  why: "They show that something private was copied to where everyone reads it.",
  confidential: true,

  *record(record, { visibility }) {
    if (visibility === "restricted") return;
    for (const key of facts[record.kind].restricted) {
      if (!(key in record.data)) continue;
      const message = `key "${key}" belongs in a restricted tracker`;
      yield {
        path: record.path,
        pointer: `/${key}`,
        atKey: true,
        message,
        hint: "stop, and tell the vulnerability team, before this is pushed",
      };
    }
  },
};
