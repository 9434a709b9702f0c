// What was written once stays as it was.

import { facts } from "../../model/generated/schema-facts.ts";
import type { Rule } from "../rule.ts";

export const immutableField: Rule = {
  code: "immutable-field",
  summary: "Who wrote a record, when, and what it was called elsewhere does not change.",
  why: "History, credit and old links rely on it.",

  *change({ path, before, after }, { tracker }) {
    if (!before || !after || before.kind !== after.kind) return;
    // A rename writes aliases; so does an import that brings more of them.
    const data = [before.data, after.data] as Readonly<Record<string, unknown>>[];
    for (const key of facts[after.kind].immutable) {
      const [was, is] = data.map((each) => each[key]);
      if (JSON.stringify(was) === JSON.stringify(is) || (key === "aliases" && isGrown(was, is))) continue;
      // Somebody who was renamed is still the same.
      if (typeof is === "string" && isRenamed(tracker.named("person", is)?.data.aliases, was)) continue;
      const shown = was === undefined ? "nothing" : JSON.stringify(was);
      yield {
        path,
        pointer: `/${key}`,
        message: `${key} does not change once it is written: it was ${shown}`,
        hint: "put it back",
      };
    }
  },
};

function isGrown(was: unknown, is: unknown): boolean {
  const now = Array.isArray(is) ? is : [];
  return (Array.isArray(was) ? was : []).every((alias) => now.includes(alias));
}

function isRenamed(aliases: readonly string[] | undefined, was: unknown): boolean {
  return typeof was === "string" && (aliases ?? []).some((alias) => alias === `person:${was}`);
}
