// When the last thing happened that a story's own files tell of: all that is known of what came from another tracker in one commit.

import { commentTime } from "../model/place.ts";
import type { StoryFiles } from "./summary.ts";

/** So many stories come with one commit where they were imported; people report them one by one. */
export const imported = 20;

/** In milliseconds; of what happened until `end`. */
export function toldTime(
  { story, tasks, comments }: Pick<StoryFiles, "story" | "tasks" | "comments">,
  end = Number.POSITIVE_INFINITY,
): number {
  let last = Math.min(end, Date.parse(story.data.created));
  // What is no time is later than nothing.
  const take = (time: number) => {
    if (time > last && time <= end) last = time;
  };
  for (const { data } of tasks) take(Date.parse(data.created));
  for (const { name } of comments) take(Date.parse(commentTime(name)));
  return last;
}
