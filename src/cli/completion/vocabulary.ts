// Words that stand in several places of a command line: people and teams, tags, types, revisions.

import { priorities } from "../../model/query/fields.ts";
import type { Candidate } from "./candidate.ts";
import type { Known } from "./known.ts";

export function choices(values: readonly string[]): Candidate[] {
  return values.map((value) => ({ value }));
}

/** People and teams share one namespace. */
export async function people(known: Known, word: string): Promise<Candidate[]> {
  return [...(await known.names("person", word)), ...(await known.names("team", word))];
}

/** Those that tracker.yaml describes, and those that stories carry. */
export function tags({ config, catalogue }: Known): Candidate[] {
  const described = Object.entries(config?.tags ?? {}).map(([value, tag]) => describedBy(value, tag?.description));
  const used = catalogue?.tagCounts() ?? [];
  return [
    ...described,
    ...used.map(({ tag, stories }) => ({ value: tag, about: `${stories} ${stories === 1 ? "story" : "stories"}` })),
  ];
}

export function types({ config }: Known): Candidate[] {
  const own = Object.entries(config?.types ?? {}).map(([value, type]) => describedBy(value, type?.title));
  return [...choices(["bug", "feature", "vulnerability"]), ...own];
}

/** From the first to the last. */
export const priorityWords: readonly Candidate[] = choices(priorities);

/** Branches, tags and remote branches by their short names; behind "A..", the other end. */
export async function revisions({ tracker }: Known, word: string): Promise<Candidate[]> {
  const lead = /^.*\.\.\.?/.exec(word)?.[0] ?? "";
  const refs = (await tracker.objects?.refs("refs/")) ?? [];
  const names = refs.flatMap(({ name }) => /^refs\/(?:heads|tags|remotes)\/(.+)$/.exec(name)?.[1] ?? []);
  return ["HEAD", ...names].map((name) => ({ value: `${lead}${name}` }));
}

function describedBy(value: string, about: string | undefined | null): Candidate {
  return about ? { value, about } : { value };
}
