// A summary's records story by story, in the order that both the text and the review comment show them.

import type { Meaning, RecordMeaning } from "./meaning.ts";
import type { Summary } from "./summary.ts";

export interface StoryGroup {
  readonly id: number;
  /** Absent when the story cannot be read. */
  readonly title: string | undefined;
  /** The story's own file first, then tasks, comments and the rest. */
  readonly records: readonly RecordMeaning[];
}

export interface Grouped {
  readonly stories: readonly StoryGroup[];
  /** What belongs to no story. */
  readonly others: readonly RecordMeaning[];
}

export function groupByStory({ rest }: Summary, { titles }: Meaning): Grouped {
  const groups = new Map<number, RecordMeaning[]>();
  const others: RecordMeaning[] = [];
  for (const record of rest) {
    if (record.story === undefined) others.push(record);
    else groups.set(record.story, [...(groups.get(record.story) ?? []), record]);
  }
  const order = ["story", "task", "comment"];
  const rank = ({ kind }: RecordMeaning) => (order.includes(kind) ? order.indexOf(kind) : order.length);
  return {
    stories: [...groups].map(([id, records]) => ({
      id,
      title: titles.get(id),
      records: [...records].sort((a, b) => rank(a) - rank(b)),
    })),
    others,
  };
}
