// What tracker.yaml says can be obeyed.

import { patternProblem } from "../../model/custom-fields.ts";
import { facts } from "../../model/generated/schema-facts.ts";
import { queryFields } from "../../model/query/fields.ts";
import { quote } from "../../text/quote.ts";
import type { Rule } from "../rule.ts";

/** What stands before a colon in a query, or beside a record's own keys for programs. */
const asked: ReadonlySet<string> = new Set([
  ...queryFields.map(({ name }) => name),
  ...["is", "has", "sort", "kind", "path", "body", "story"],
]);

const builtIn = ["bug", "feature", "vulnerability"];

export const configuration: Rule = {
  code: "configuration",
  summary: "tracker.yaml declares nothing that the format has already, and no pattern that could take for ever.",
  why: "Everything else is judged by this file.",

  *tracker({ config }) {
    if (!config) return;
    const { path, data } = config;
    for (const name of Object.keys(data.types ?? {})) {
      if (builtIn.includes(name))
        yield { path, pointer: `/types/${name}`, atKey: true, message: `type ${quote(name)} is there already` };
    }
    for (const [name, field] of Object.entries(data.fields ?? {})) {
      const taken = field.on.find((kind) => facts[kind as "story"].keys.includes(name));
      if (taken)
        yield {
          path,
          pointer: `/fields/${name}`,
          atKey: true,
          message: `a ${taken} has a key ${quote(name)} already`,
          hint: "choose another name",
        };
      else if (asked.has(name))
        yield {
          path,
          pointer: `/fields/${name}`,
          atKey: true,
          message: `${quote(name)} means something else in queries already`,
          hint: "choose another name, or nobody can ask for it",
        };
      const problem = field.schema.pattern === undefined ? undefined : patternProblem(field.schema.pattern);
      if (problem)
        yield {
          path,
          pointer: `/fields/${name}/schema/pattern`,
          message: `the pattern ${problem}`,
          hint: "use a plain character class such as [a-z0-9]*",
        };
    }
    for (const [index, rule] of (data.policy ?? []).entries()) {
      if (rule.approval !== "review" && rule.reviewers !== undefined) {
        yield {
          path,
          pointer: `/policy/${index}/reviewers`,
          message: "reviewers are for rules that ask for review",
          hint: 'write "approval: review", or take reviewers away',
        };
      }
    }
  },
};
