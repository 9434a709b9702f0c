// Where a story points, and who points there; a number that leads nowhere stays a bare number.

import type { StoryDetail, StoryRow } from "../../index/catalogue.ts";
import type { Site } from "../site.ts";

const relationNames: Readonly<Record<string, string>> = {
  depends_on: "Blocks",
  related: "Related",
  duplicate_of: "Duplicates",
};

export interface Relation {
  readonly name: string;
  readonly items: readonly { readonly id: number; readonly row: StoryRow | undefined }[];
}

export function relations(site: Site, { story, tasks, backlinks }: StoryDetail): readonly Relation[] {
  const found = new Map<string, Map<number, { id: number; row: StoryRow | undefined }>>();
  const add = (name: string, id: number) => {
    const owner = site.catalogue.storyOfTask(id) ?? id;
    if (owner === story.id) return;
    const group = found.get(name) ?? new Map();
    group.set(id, { id, row: site.catalogue.rows([owner])[0] });
    found.set(name, group);
  };
  if (story.data.duplicate_of !== undefined) add("Duplicate of", story.data.duplicate_of);
  for (const id of [...(story.data.depends_on ?? []), ...tasks.flatMap((task) => task.data.depends_on ?? [])])
    add("Depends on", id);
  for (const link of backlinks) add(relationNames[link.field] ?? "Mentioned by", link.story);
  for (const id of story.data.related ?? []) add("Related", id);
  return [...found].map(([name, items]) => ({ name, items: [...items.values()] }));
}
