// Mail addresses do not stand in public records.

import { quote } from "../../text/quote.ts";
import type { Rule } from "../rule.ts";

export const mailAddress: Rule = {
  code: "mail-address",
  summary: "No field of a public tracker gives somebody's mail address.",
  why: "The tracker is public and so is its history: an address once written there is harvested, and never gone.",

  *record(record, { visibility }) {
    // What tracker.yaml gives is where the tracker itself can be written to.
    if (visibility === "restricted" || record.kind === "tracker" || !hasAt(record.data)) return;
    for (const [pointer, value] of texts(record.data, "")) {
      // A title is prose, like the body: a report may be about an address.
      if (pointer.endsWith("/title")) continue;
      const address = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})*\.[a-z]{2,24}/i.exec(value)?.[0];
      if (address === undefined || /^(?:https?|ssh|git):\/\//.test(value)) continue;
      const message = `${quote(address)} is a mail address`;
      yield {
        path: record.path,
        pointer,
        message,
        hint: 'in identities write "mail:" and the SHA-256 of the lower-case address',
      };
    }
  },
};

function hasAt(value: unknown): boolean {
  if (typeof value === "string") return value.includes("@");
  if (typeof value !== "object" || value === null) return false;
  for (const key in value) if (hasAt((value as Record<string, unknown>)[key])) return true;
  return false;
}

function* texts(value: unknown, pointer: string): Iterable<readonly [pointer: string, value: string]> {
  if (typeof value === "string") yield [pointer, value];
  else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* texts(inner, `${pointer}/${key}`);
  }
}
