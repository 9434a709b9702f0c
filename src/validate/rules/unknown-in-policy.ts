// What a policy speaks of is there.

import { facts } from "../../model/generated/schema-facts.ts";
import type { Kind } from "../../model/place.ts";
import { nearest } from "../../text/nearest.ts";
import { quote } from "../../text/quote.ts";
import type { Tracker } from "../../tracker/tracker.ts";
import type { Finding, Rule } from "../rule.ts";

export const unknownInPolicy: Rule = {
  code: "unknown-in-policy",
  summary: "The kinds, fields, projects and teams that a policy names are there.",
  why: "A rule about something misspelt fits no change, and the next one decides instead.",

  *tracker(tracker) {
    const { config } = tracker;
    for (const [index, rule] of (config?.data.policy ?? []).entries()) {
      const base = `/policy/${index}`;
      const kinds = [rule.kind ?? []].flat();
      const named = kinds.map((kind, item) => [kind, Array.isArray(rule.kind) ? `/kind/${item}` : "/kind"] as const);
      const fields = (rule.fields ?? []).map((field, item) => [field, `/fields/${item}`] as const);
      const projects = (rule.projects ?? []).map((name, item) => [name, `/projects/${item}`] as const);
      const teams = (["by", "reviewers"] as const).flatMap((key) => {
        const team = /^team:(.+)$/.exec(rule[key] ?? "")?.[1];
        return team === undefined ? [] : [[team, `/${key}`] as const];
      });
      const missing = (
        what: string,
        names: readonly (readonly [name: string, pointer: string])[],
        known: readonly string[],
        isKnown = (name: string) => known.includes(name),
      ): Finding[] =>
        names
          .filter(([name]) => !isKnown(name))
          .map(([name, pointer]) => unknown(config?.path ?? "", base + pointer, what, name, known));
      yield* missing("kind", named, ["*", "attachment", "support", ...Object.keys(facts)]);
      yield* missing("field", fields, fieldsOf(tracker, kinds));
      yield* missing("project", projects, tracker.names("project"), (name) =>
        name.endsWith("*")
          ? name === "*" || tracker.names("project").some((each) => each.startsWith(name.slice(0, -1)))
          : tracker.has("project", name),
      );
      yield* missing("team", teams, tracker.names("team"), (name) => tracker.has("team", name));
    }
  },
};

/** What a rule for these kinds may name: their keys, and words for what happens to a file as a whole. */
function fieldsOf({ fields }: Tracker, kinds: readonly string[]): readonly string[] {
  const all = Object.keys(facts) as Kind[];
  const meant = kinds.length === 0 || kinds.includes("*") ? all : all.filter((kind) => kinds.includes(kind));
  return [
    "+",
    "-",
    "*",
    "body",
    "file",
    "format",
    ...new Set(meant.flatMap((kind) => [...facts[kind].keys, ...fields.keys(kind)])),
  ];
}

function unknown(path: string, pointer: string, what: string, name: string, known: readonly string[]): Finding {
  const guess = nearest(name, known);
  const message = `the policy names the ${what} ${quote(name)}, which does not exist`;
  return { path, pointer, message, ...(guess ? { hint: `did you mean "${guess}"?` } : {}) };
}
