// Comments of stories, and what they said before.

import { stepsOf } from "../../change/history/steps.ts";
import { commentTime, pathOf } from "../../model/place.ts";
import type { Comment } from "../../model/record.ts";
import { derivedNumber } from "../derived-number.ts";
import { shownInstant } from "../instants.ts";
import { namesOf } from "../names.ts";
import { listed } from "../paging.ts";
import { type Asked, paging, sorting } from "../parameters.ts";
import { notFound } from "../problem.ts";
import type { Json, Resource } from "../route.ts";
import { flag, id, list, object, orNull, ref, type Schema, standing, text } from "../shape.ts";
import type { ApiState } from "../state.ts";
import { commentNumbers } from "./comment-numbers.ts";
import { storyAsked } from "./stories.ts";

const sorts = ["id", "created_at", "updated_at"];

function pathOfComment(story: number, name: string): string {
  return pathOf({ kind: "comment", name, story });
}

/** A hidden comment keeps its place and says nothing. */
export function commentJson(state: ApiState, comment: Comment, numbers: ReadonlyMap<string, number>): Json {
  const { data, name, story, body } = comment;
  const isHidden = data.hidden === true;
  const reply = data.in_reply_to;
  return {
    id: numbers.get(name) ?? derivedNumber("comment", pathOfComment(story, name)),
    created_at: shownInstant(commentTime(name)),
    updated_at: null,
    content: isHidden ? "" : body,
    is_active: !isHidden,
    in_reply_to:
      reply === undefined ? null : (numbers.get(reply) ?? derivedNumber("comment", pathOfComment(story, reply))),
    author_id: namesOf(state).id("person", data.author),
    author: data.author,
    name,
    attachments: isHidden ? [] : (data.attachments ?? []),
  };
}

export const commentShapes: Readonly<Record<string, Schema>> = {
  Comment: object("a comment on a story", {
    ...standing,
    content: text("what it says, Markdown; empty when it is hidden"),
    is_active: flag("false when it is hidden"),
    in_reply_to: orNull(id("the comment that it answers")),
    author_id: id("who wrote it"),
    author: text("who wrote it, by name"),
    name: text("its name in the tracker's files"),
    attachments: list({ type: "object" }, "files that came with it"),
  }),
};

export function commentsOf(state: ApiState, story: number): readonly Json[] {
  const comments = state.catalogue.story(story)?.comments ?? [];
  const numbers = commentNumbers(comments);
  return comments.map((comment) => commentJson(state, comment, numbers));
}

function commentAsked(state: ApiState, asked: Asked): { readonly story: number; readonly comment: Json } {
  const story = storyAsked(state, asked);
  const comment = commentsOf(state, story).find((each) => each.id === asked.id("comment_id"));
  if (!comment) throw notFound();
  return { story, comment };
}

/** What a comment said before its last change, oldest first. */
async function olderVersions(state: ApiState, story: number, comment: Json): Promise<readonly Json[]> {
  if (!state.objects || comment.is_active === false) return [];
  const path = pathOfComment(story, String(comment.name));
  const steps = await stepsOf(state.objects, state.catalogue.history({ story }), [path]);
  const versions = steps.flatMap(({ event, files }) => {
    const record = files.find((file) => file.path === path)?.before?.record;
    if (record?.kind !== "comment" || record.data.hidden === true || record.body === comment.content) return [];
    return [{ ...comment, content: record.body, updated_at: shownInstant(event.time) }];
  });
  return versions.reverse();
}

export const comments: Resource = {
  name: "comments",
  description: "What people say about a story.",
  shapes: commentShapes,
  routes: [
    {
      path: "/stories/{story_id}/comments",
      summary: "List the comments of a story",
      parameters: { ...paging, ...sorting(sorts) },
      shape: ref("Comment"),
      isList: true,
      answer: (state, asked) => listed(asked, commentsOf(state, storyAsked(state, asked)), { sortFields: sorts }),
    },
    {
      path: "/stories/{story_id}/comments/{comment_id}",
      summary: "Get a comment",
      parameters: {},
      shape: ref("Comment"),
      answer: (state, asked) => commentAsked(state, asked).comment,
    },
    {
      path: "/stories/{story_id}/comments/{comment_id}/history",
      summary: "List what a comment said before",
      parameters: { ...paging, ...sorting(["updated_at"]) },
      shape: ref("Comment"),
      isList: true,
      async answer(state, asked) {
        const { story, comment } = commentAsked(state, asked);
        const order = { field: "updated_at", descending: false };
        return listed(asked, await olderVersions(state, story, comment), { sortFields: ["updated_at"], order });
      },
    },
  ],
};
