// Mail addresses do not stand in public records.

import { quote } from "../../text/quote.ts";
import { textsIn } from "../field-texts.ts";
import type { Rule } from "../rule.ts";

/** What has the form of an address and is none: links, and nicknames on chat networks. */
const notMail = /^(?:https?|ssh|git):\/\/|^(?:irc|matrix|mastodon|fediverse|xmpp):/;

export const mailAddress: Rule = {
  code: "mail-address",
  summary: "No field of a public tracker gives somebody's mail address.",
  why: "The tracker is public and so is its history: an address once written there is harvested, and never gone.",

  fields: {
    when: ({ matter }) => matter.head.includes("@"),
    *judge({ kind, matter: { path, data } }, { visibility }) {
      // What tracker.yaml gives is where the tracker itself can be written to.
      if (visibility === "restricted" || kind === "tracker") return;
      for (const [pointer, value] of textsIn(data)) {
        // A title is prose, like the body: a report may be about an address.
        if (pointer.endsWith("/title")) continue;
        const address = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})*\.[a-z]{2,24}/i.exec(value)?.[0];
        if (address === undefined || notMail.test(value)) continue;
        yield {
          path,
          pointer,
          message: `${quote(address)} is a mail address`,
          hint: 'in identities write "mail:" and the SHA-256 of the lower-case address',
        };
      }
    },
  },
};
