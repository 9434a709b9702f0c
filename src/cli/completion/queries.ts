// A query while it is typed: the fields, and the values of one.

import { customQueryFields } from "../../model/query/custom-query-fields.ts";
import { conditions, possessions, type QueryField, queryFields, sortFields } from "../../model/query/fields.ts";
import type { Candidate } from "./candidate.ts";
import type { Known } from "./known.ts";
import { prefixed, references } from "./references.ts";
import { choices, people, tags, types } from "./vocabulary.ts";

/** What the last term of a query may become; the rest of it stays in front. */
export async function queryWords(known: Known, word: string, now: number): Promise<Candidate[]> {
  const lead = /^(?:.*[\s(])?-?/s.exec(word)?.[0] ?? "";
  const term = word.slice(lead.length);
  const fields = [...queryFields, ...customQueryFields(known.config)];
  const [, name = "", before = ""] = /^([a-z_][a-z0-9_-]*):(.*,)?/i.exec(term) ?? [];
  if (name === "") return prefixed(lead, terms(fields));
  const start = `${name}:${before}`;
  const values = await valuesOf(known, fields, name.toLowerCase(), term.slice(start.length), now);
  return prefixed(`${lead}${start}`, values);
}

function terms(fields: readonly QueryField[]): Candidate[] {
  const more = [
    { value: "is:", about: "A condition, such as is:overdue." },
    { value: "has:", about: "What a story has, such as has:patch." },
    { value: "sort:", about: "The order, such as sort:priority." },
  ];
  return [...fields.map(({ name, description }) => ({ value: `${name}:`, about: description })), ...more];
}

async function valuesOf(known: Known, fields: readonly QueryField[], name: string, word: string, now: number) {
  const none = { value: "none", about: "Those that have none." };
  const described = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, about]) => ({ value, about }));
  switch (name) {
    case "is":
      return described(conditions);
    case "has":
      return described(possessions);
    case "sort":
      return choices([...sortFields, "relevance"].flatMap((field) => [field, `${field}-asc`, `${field}-desc`]));
    case "id":
    case "depends_on":
      return [...(await references(known, word, now, ["story", "task"])), none];
    case "duplicate_of":
      return [...(await references(known, word, now, ["story"])), none];
    case "type":
      return types(known);
    case "tag":
      return [...tags(known), none];
    case "assignee":
      return [...(await people(known, word)), none];
    case "author":
    case "commenter":
    case "watcher":
    case "affects":
      return [...(await known.names("person", word)), none];
    case "project":
    case "group":
    case "team":
    case "milestone":
    case "list":
    case "board":
      return [...(await known.names(name, word)), none];
    default:
      return [...choices(fields.find((field) => field.name === name)?.choices ?? []), none];
  }
}
