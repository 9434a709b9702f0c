// What is named in a list of entries is named there once.

import { quote } from "../../text/quote.ts";
import type { Tracker } from "../../tracker/tracker.ts";
import type { Finding, Rule } from "../rule.ts";

export const listedTwice: Rule = {
  code: "listed-twice",
  summary: "A project names each branch once, a story or comment each attachment, a board each lane.",
  why: "Of two entries with one name, nobody knows which counts.",

  *tracker(tracker) {
    for (const { path, data } of tracker.allNamed("project")) yield* twice(path, "branches", "name", data.branches);
    for (const { path, data } of tracker.allNamed("board")) yield* twice(path, "lanes", "title", data.lanes);
    for (const { path, data } of attaching(tracker)) yield* twice(path, "attachments", "file", data.attachments);
  },
};

function* attaching(tracker: Tracker) {
  for (const story of tracker.stories.values()) if (story.data.attachments) yield story;
  for (const story of tracker.storyFolders()) {
    for (const comment of tracker.commentsOf(story)) if (comment.data.attachments) yield comment;
  }
}

function* twice<K extends string>(
  path: string,
  list: string,
  key: K,
  entries: readonly { readonly [key in K]?: string }[] = [],
): Iterable<Finding> {
  const seen = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const name = entry[key];
    if (name === undefined) continue;
    if (seen.has(name)) {
      const message = `${list} name ${quote(name)} twice`;
      yield { path, pointer: `/${list}/${index}/${key}`, message, hint: "keep one of the two" };
    }
    seen.add(name);
  }
}
