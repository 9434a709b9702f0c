// The query language on one screen, from the table that the parser reads; docs/query.md says it with examples that are tests.

import { conditions, possessions, type QueryField, queryFields, sortFields } from "../model/query/fields.ts";
import { pad } from "../text/width.ts";
import type { Style } from "./style.ts";

const putTogether: readonly (readonly [string, string])[] = [
  ["A B", "both hold, each for the same task"],
  ["A OR B", "one of them holds; parentheses group"],
  ["-A, NOT A", "it does not hold"],
  ["FIELD:A,B", "one of these values"],
  ["FIELD:none", "no value"],
  ["FIELD:begin*", "a value that begins so"],
  ["FIELD:>=A, A..B", "numbers and days; ages such as 30d, 6w count back from now"],
  ['word, "a phrase", begin*', "text of titles, bodies, tasks and comments"],
];

export function queryHelp(style: Style): string {
  const part = (title: string, rows: readonly (readonly [string, string])[]) => {
    const width = Math.max(...rows.map(([left]) => left.length));
    return `${style.bold(title)}\n${rows.map(([left, right]) => `  ${pad(left, width)}  ${right}\n`).join("")}`;
  };
  const values = ({ choices }: QueryField) => (choices ? ` One of ${choices.join(", ")}.` : "");
  const words = (known: Readonly<Record<string, string>>, prefix: string) =>
    Object.entries(known).map(([name, text]) => [`${prefix}:${name}`, text] as const);
  return [
    part("Terms", putTogether),
    part(
      "Fields, and those that tracker.yaml declares",
      queryFields.map((field) => [field.name, `${field.description}${values(field)}`] as const),
    ),
    part("Conditions", words(conditions, "is")),
    part("Possessions", words(possessions, "has")),
    part("Order", [
      [
        "sort:FIELD",
        `one of relevance, ${sortFields.join(", ")}; with -asc or -desc behind it; several may follow each other`,
      ],
    ]),
    part("Examples", [
      ["status:active project:openstack/nova -tag:docs", "open stories with a task for nova, without that tag"],
      ['is:untriaged created:<7d "live migration"', "new this week, and about this"],
      ["(priority:critical OR due:<7d) sort:due", "what cannot wait"],
    ]),
  ].join("\n");
}
