// REFs while they are typed: numbers by their first digits, names such as project/openstack/nova.

import { type NamedKind, namedKinds } from "../../model/place.ts";
import { everything } from "../../model/query/query.ts";
import type { Candidate } from "./candidate.ts";
import type { Known } from "./known.ts";

type Kind = NamedKind | "story" | "task";

/** Every kind of record that a REF may name. */
export const allKinds: readonly Kind[] = ["story", "task", ...namedKinds];

const recently = 30;

/** What a REF to a record of these kinds may become. */
export async function references(
  known: Known,
  word: string,
  now: number,
  kinds: readonly Kind[] = allKinds,
): Promise<Candidate[]> {
  const numbered = kinds.filter((kind) => kind === "story" || kind === "task");
  const sign = word.startsWith("#") ? "#" : "";
  if (/^#?\d+$/.test(word)) return prefixed(sign, await known.numbers(word.slice(sign.length), numbered));
  const [kind = "", ...rest] = word.split("/");
  const named = kinds.find((each) => each === kind && each !== "story" && each !== "task");
  if (named && rest.length > 0) return prefixed(`${kind}/`, await known.names(named as NamedKind, rest.join("/")));
  if (numbered.some((each) => each === kind) && /^\d+$/.test(rest.join("/")))
    return prefixed(`${kind}/`, await known.numbers(rest.join("/"), [kind as "story" | "task"]));
  const folders = kinds.filter((each) => each !== "story" && each !== "task");
  return [
    ...(word === "" && numbered.length > 0 ? recent(known, now) : []),
    ...folders.map((each) => ({ value: `${each}/` })),
  ];
}

/** Where nothing is typed yet: the stories that somebody worked on last. */
function recent({ catalogue }: Known, now: number): Candidate[] {
  if (!catalogue) return [];
  const query = { ...everything(now), sort: [{ field: "updated", descending: true }] };
  const { rows } = catalogue.stories(query, { limit: recently, offset: 0 });
  return rows.map((row) => ({ value: String(row.id), about: `story, ${row.status}: ${row.title}` }));
}

export function prefixed(lead: string, candidates: readonly Candidate[]): Candidate[] {
  return candidates.map((each) => ({ ...each, value: `${lead}${each.value}` }));
}
