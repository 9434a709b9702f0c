// Numbers and names for new records: drawn by chance, and free in the tracker and in every proposal that was fetched.

import { drawCommentSuffix, drawStoryId, drawTaskId } from "../model/ids.ts";
import { instantOf } from "../model/instant.ts";
import { pathOf, shardOf } from "../model/place.ts";
import type { OpenTracker } from "../tracker/open.ts";
import { commentName } from "../tracker/plan-story.ts";
import { publicSibling } from "../tracker/public-sibling.ts";
import { type NumberSource, numberSource } from "../tracker/taken-numbers.ts";
import type { TreeFiles } from "../tracker/tree-files.ts";
import type { Writing } from "./write.ts";

/** Where free numbers come from; what it gave once it does not give again. */
export interface Draw {
  readonly story: () => Promise<number>;
  readonly task: (story: number) => Promise<number>;
}

export function drawFor({ context, tracker }: Writing): Draw {
  const { random } = context.terminal;
  const git = tracker.run && tracker.objects ? { run: tracker.run, objects: tracker.objects } : null;
  const numbers: NumberSource = numberSource(tracker.files, git);
  let beyond: Promise<NumberSource> | undefined;
  const given = new Set<number>();
  const isTaken = async (id: number): Promise<boolean> => {
    beyond ??= publicNumbers(tracker);
    const shard = shardOf(id);
    return (await numbers.shard(shard))(id) || (await (await beyond).shard(shard))(id);
  };
  /** Draws until the number is free: whether it is takes a look at its shard. */
  const free = async (next: () => number): Promise<number> => {
    for (;;) {
      const id = next();
      if (given.has(id) || (await isTaken(id))) continue;
      given.add(id);
      return id;
    }
  };
  return {
    story: () => free(() => drawStoryId(random, (id) => given.has(id))),
    task: (story) => free(() => drawTaskId(random, story, (id) => given.has(id))),
  };
}

/** A private story keeps its number when it is disclosed: one that is free on the public side as well. */
async function publicNumbers(tracker: OpenTracker): Promise<NumberSource> {
  const sibling = await publicSibling(tracker);
  if (!sibling) return { shard: async () => () => false };
  const { run, objects, files } = sibling;
  return numberSource(files, run && objects ? { run, objects } : null);
}

/** A name for a comment that is written now, which no other of the story has. */
export async function drawCommentName({ context }: Writing, files: TreeFiles, story: number): Promise<string> {
  const now = instantOf(context.terminal.now());
  for (;;) {
    const name = commentName(now, drawCommentSuffix(context.terminal.random));
    if (!(await files.readPath(pathOf({ kind: "comment", name, story }), 0))) return name;
  }
}
