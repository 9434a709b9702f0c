// Whether words stand together in a text is not in what a search loads: of the stories that hold them all, the few that matter are read.

import type { Expression, Query } from "../../model/query/query.ts";
import { tokens } from "../../model/query/tokens.ts";
import type { SearchRow } from "../search/search-row.ts";
import { doubtfulPlaces, type LoadedBlock, type Phrase } from "./text-search.ts";

/** A story that may or may not hold a phrase of the query. */
export interface Doubt {
  readonly id: number;
  readonly block: LoadedBlock;
  readonly place: number;
}

/** What there is to read before the answer is sure: those that were found first, in their order. */
export function doubtsOf(query: Query, blocks: readonly LoadedBlock[], found: readonly SearchRow[]): readonly Doubt[] {
  const phrases = phrasesIn(query.where);
  const doubts = new Map<number, Doubt>();
  for (const block of blocks) {
    for (const phrase of phrases) {
      for (const place of doubtfulPlaces(block, phrase)) {
        const id = block.rows[place]?.[0] ?? 0;
        doubts.set(id, { id, block, place });
      }
    }
  }
  if (doubts.size === 0) return [];
  const first = found.flatMap(([id]) => doubts.get(id) ?? []);
  return [...new Set([...first, ...doubts.values()])];
}

/** Settles a doubt by the story's own JSON. */
export function settle({ block, place }: Doubt, json: StoryTexts): void {
  const texts = [
    json.body,
    ...json.tasks.flatMap((task) => [task.title, task.body]),
    ...json.comments.map((comment) => comment.body),
  ];
  block.read.set(
    place,
    texts.flatMap((text) => (text ? [tokens(text)] : [])),
  );
}

/** Of the JSON beside a story's page, what is searched; of a hidden comment nothing is there. */
export interface StoryTexts {
  readonly body: string;
  readonly tasks: readonly { readonly title?: string | null; readonly body: string }[];
  readonly comments: readonly { readonly body: string }[];
}

function phrasesIn(where: Expression): readonly Phrase[] {
  if (where.kind === "and" || where.kind === "or") return where.parts.flatMap(phrasesIn);
  if (where.kind === "not") return phrasesIn(where.part);
  return where.kind === "text" && where.words.length > 1 ? [where] : [];
}
