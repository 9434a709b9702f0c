// What the base's policy denies does not happen.

import type { Rule } from "../rule.ts";

export const policyDenied: Rule = {
  code: "policy-denied",
  summary: "A change does nothing that the policy in the base's tracker.yaml denies to the one who proposes it.",
  why: "The community has decided who may do this; the rule's own reason says more.",

  *change({ path, after }, { denied, actor }) {
    for (const { field, reason } of denied(path)) {
      const isKey = after !== undefined && /^[a-z]/.test(field) && Object.hasOwn(after.data, field);
      yield {
        path,
        ...(isKey ? { pointer: `/${field}` } : {}),
        message: `policy denies ${words[field] ?? `a change of "${field}"`}: ${reason}`,
        hint:
          actor === undefined ? "say who proposes this: --actor NAME" : "take this part out, or ask the tracker's team",
      };
    }
  },
};

const words: Readonly<Record<string, string>> = {
  "+": "adding this file",
  "-": "deleting this file",
  file: "a change of this file",
  format: "a change of how this file is written",
  body: "a change of the text",
};
