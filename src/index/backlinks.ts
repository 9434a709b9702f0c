// Who points at a story: what depends on it or its tasks, what is related, what repeats it.

import type { Task } from "../model/record.ts";
import type { StoryDetail } from "./catalogue.ts";
import { columnsOf } from "./columns.ts";
import type { Database } from "./database.ts";
import type { Pairs } from "./pairs.ts";

/** Who points at a story or at one of its tasks. */
export function backlinks(db: Database, id: number, tasks: readonly Task[]): StoryDetail["backlinks"] {
  const columns = columnsOf(db);
  const targets = [id, ...tasks.map((each) => each.id)];
  const links = ["depends_on", "related"].flatMap((field) => {
    const found: StoryDetail["backlinks"][number][] = [];
    for (const at of sourcesOf(columns.pairs(field), targets)) {
      const [row, ofRow] = [at >>> 1, (at & 1) === 1];
      const owner = columns.wholeAt("story", row);
      const kind = ofRow ? "task" : "story";
      if (owner !== id) found.push({ kind, id: columns.wholeAt(kind, row), story: owner, field });
    }
    return found.sort((a, b) => a.story - b.story || (a.kind === b.kind ? a.id - b.id : a.kind === "story" ? -1 : 1));
  });
  const duplicates = columns.whole("duplicate_of");
  const same = new Set<number>();
  for (let row = duplicates.indexOf(id); row !== -1; row = duplicates.indexOf(id, row + 1))
    same.add(columns.wholeAt("story", row));
  const repeating = [...same].sort((a, b) => a - b);
  return [
    ...links,
    ...repeating.map((each) => ({ kind: "story" as const, id: each, story: each, field: "duplicate_of" })),
  ];
}

/** Twice the row of each pair whose value is one of some numbers, and one more where it is the row's own. Looked for by the machine's own search: a loop would still be cold. */
function* sourcesOf(pairs: readonly Pairs[], targets: readonly number[]): Generator<number> {
  for (const target of new Set(targets))
    for (const { base, at, values } of pairs)
      for (let index = values.indexOf(target); index !== -1; index = values.indexOf(target, index + 1))
        yield base + (at[index] as number);
}
