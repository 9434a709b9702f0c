// No key, token or password is published.

import type { Span } from "../../text/position.ts";
import { textsIn } from "../field-texts.ts";
import type { Rule } from "../rule.ts";

/** Forms that nothing but a secret has; each is linear to match. */
const secrets: readonly (readonly [what: string, form: RegExp])[] = [
  ["a private key", /-----BEGIN (?:[A-Z]{2,10} ){0,2}PRIVATE KEY(?: BLOCK)?-----/],
  ["a GitHub token", /\b(?:ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9]{36}\b|\bgithub_pat_[A-Za-z0-9_]{60,90}\b/],
  ["a GitLab token", /\bglpat-[A-Za-z0-9_-]{20}\b/],
  // The one that AWS prints in its own documentation is nobody's.
  ["an AWS access key", /\b(?:AKIA|ASIA)(?![A-Z0-9]{9}EXAMPLE\b)[A-Z0-9]{16}\b/],
  ["a Slack token", /\bxox[abprs]-[0-9A-Za-z-]{20,80}\b/],
  ["a Google API key", /\bAIza[0-9A-Za-z_-]{35}\b/],
  ["an npm token", /\bnpm_[A-Za-z0-9]{36}\b/],
];

export const credential: Rule = {
  code: "credential",
  summary: "No private key or access token stands in a text.",
  why: "Whoever reads the tracker could use it, and history keeps it even when the text is mended.",
  confidential: true,

  fields: {
    // In the few words of front matter looking ahead is the quicker way; the shortest secret, a key and the lines around have 32 characters.
    when: ({ matter }) =>
      matter.head.length >= 32 &&
      /gh[pousr]_|_pat_|npm_|glpat-|xox[abprs]-|PRIVATE KEY|AKIA|ASIA|AIza/.test(matter.head),
    *judge({ matter: { path, data } }) {
      for (const [pointer, value] of textsIn(data)) {
        for (const { what } of secretsIn(value)) yield { path, pointer, ...words(what) };
      }
    },
  },
  text: {
    // Looking behind a rare character is five times quicker than looking ahead from every common one.
    sign: /_(?<=(?:gh[pousr]|_pat|npm)_)|-(?<=glpat-|xox[abprs]-)|PRIVATE KEY|AKIA|ASIA|AIza/,
    *judge(path, body) {
      for (const { what, place } of secretsIn(body)) yield { path, body: place, ...words(what) };
    },
  },
};

function words(what: string) {
  return { message: `this is ${what}`, hint: "revoke it, then take it out before this is pushed" };
}

function* secretsIn(text: string): Iterable<{ readonly what: string; readonly place: Span }> {
  for (const [what, form] of secrets) {
    const found = form.exec(text);
    if (found) yield { what, place: { start: found.index, end: found.index + found[0].length } };
  }
}
