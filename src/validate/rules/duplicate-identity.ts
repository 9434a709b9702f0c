// An identity belongs to one person.

import { quote } from "../../text/quote.ts";
import type { Rule } from "../rule.ts";

export const duplicateIdentity: Rule = {
  code: "duplicate-identity",
  summary: "An identity elsewhere belongs to one person.",
  why: "Who proposes a change is known by it: with two bearers, one could act as the other.",

  *tracker(tracker) {
    const bearers = new Map<string, string>();
    const people = [...tracker.allNamed("person")].sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const { path, data } of people) {
      for (const [index, identity] of (data.identities ?? []).entries()) {
        // Hosts take no notice of case in names.
        const key = identity.toLowerCase();
        const other = bearers.get(key);
        if (other === undefined) bearers.set(key, path);
        else if (other !== path) {
          const message = `identity ${quote(identity)} belongs to "${other}" already`;
          yield { path, pointer: `/identities/${index}`, message, hint: "take it away from one of the two" };
        }
      }
    }
  },
};
