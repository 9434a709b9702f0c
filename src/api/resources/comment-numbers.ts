// The numbers of comments: StoryBoard's where they come from there, else derived from their path.

import type { Comment } from "../../model/record.ts";
import { derivedNumber, numbered } from "../derived-number.ts";

function foreignNumber({ data }: Comment): number | undefined {
  const digits = data.aliases?.map((alias) => /^storyboard:comment\/([1-9]\d{0,14})$/.exec(alias)?.[1]).find(Boolean);
  return digits === undefined ? undefined : Number(digits);
}

/** The number of one comment, whatever others there are. */
export function commentNumber(comment: Comment): number {
  return foreignNumber(comment) ?? derivedNumber("comment", comment.path);
}

/** The numbers of a story's comments, by name. */
export function commentNumbers(comments: readonly Comment[]): ReadonlyMap<string, number> {
  const given = new Map<string, number>();
  for (const comment of comments) {
    const number = foreignNumber(comment);
    if (number !== undefined) given.set(comment.name, number);
  }
  const derived = comments.filter((comment) => !given.has(comment.name)).map((comment) => comment.path);
  const numbers = numbered("comment", derived, new Set(given.values()));
  return new Map(comments.map(({ name, path }) => [name, given.get(name) ?? numbers.get(path) ?? 0]));
}
