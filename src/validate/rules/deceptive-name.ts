// A tag, an alias, a branch or a file's name is what it looks like.

import { facts } from "../../model/generated/schema-facts.ts";
import { mixesLookAlikes } from "../../text/characters.ts";
import { quote } from "../../text/quote.ts";
import { textsIn } from "../field-texts.ts";
import type { Finding, Rule } from "../rule.ts";

/** The forms that may hold letters of any script; all others are plain ASCII. */
const free = new Set(["tag", "alias", "branch", "file"]);

export const deceptiveName: Rule = {
  code: "deceptive-name",
  summary:
    "Tags and other names are in Unicode normal form C, and mix no letters that look like Latin ones with Latin ones.",
  why: "Two names that look the same must be the same, or searches and boards miss one of them.",

  fields: {
    when: ({ matter }) => matter.isAscii !== true,
    *judge({ kind, matter: { path, data } }) {
      const { formats } = facts[kind];
      for (const [pointer, name] of textsIn(data)) {
        if (free.has(formats[pointer.replace(/\/\d+(?=\/|$)/g, "/*")] ?? "")) yield* judgeName(path, pointer, name);
      }
      if (kind !== "tracker" || typeof data.tags !== "object") return;
      for (const name of Object.keys(data.tags ?? {})) {
        for (const finding of judgeName(path, `/tags/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`, name))
          yield { ...finding, atKey: true };
      }
    },
  },
};

function* judgeName(path: string, pointer: string, name: string): Iterable<Finding> {
  if (name.normalize("NFC") !== name) {
    const message = `${escaped(name)} is not in Unicode normal form C`;
    yield { path, pointer, message, hint: `write ${escaped(name.normalize("NFC"))}` };
  } else if (mixesLookAlikes(name)) {
    const message = `${quote(name)} mixes Latin letters with others that look like them`;
    yield { path, pointer, message, hint: "type it anew, all in one script" };
  }
}

/** The two forms look the same; only their numbers show which is which. */
function escaped(name: string): string {
  return quote(name).replace(/[^ -~…]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
