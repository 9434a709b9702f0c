// Stories like one that is about to be opened: those whose titles share most of its words.

import type { StoryRow } from "../index/catalogue.ts";
import type { Expression } from "../model/query/query.ts";
import { tokens } from "../model/query/tokens.ts";
import { catalogueOf } from "./tracker-at.ts";
import type { Writing } from "./write.ts";

/** At most five, the likest first. */
export async function similarStories(writing: Writing, title: string): Promise<readonly StoryRow[]> {
  const words = [...new Set(tokens(title))].filter((word) => word.length > 2).slice(0, 12);
  if (words.length === 0) return [];
  const catalogue = await catalogueOf(writing.context, writing.tracker);
  try {
    const parts = words.map((word): Expression => ({ kind: "text", words: [word], prefix: false }));
    const query = { where: { kind: "or", parts } as const, sort: [], now: writing.context.terminal.now().getTime() };
    const { rows } = catalogue.stories(query, { limit: 50, offset: 0 });
    return rows
      .map((row) => ({ row, likeness: likeness(words, row.title) }))
      .filter(({ likeness }) => likeness >= 0.5)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, 5)
      .map(({ row }) => row);
  } finally {
    catalogue.close();
  }
}

/** The share of words that both titles have, of all that either has. */
function likeness(words: readonly string[], title: string): number {
  const others = new Set(tokens(title).filter((word) => word.length > 2));
  const shared = words.filter((word) => others.has(word)).length;
  return shared / (words.length + others.size - shared);
}
