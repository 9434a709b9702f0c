// What became of a story field by field, and the changes of the whole tracker: more than StoryBoard's events can say.

import { type TimelineEntry, timelineOf } from "../../change/history/timeline.ts";
import { limits } from "../../text/limits.ts";
import { shownInstant, shownOrNull } from "../instants.ts";
import { shownNumber } from "../numbers.ts";
import { pageAsked } from "../paging.ts";
import { type Asked, byOffset } from "../parameters.ts";
import type { Json, Listed, Resource } from "../route.ts";
import { count, id, instant, list, object, oneOf, orNull, ref, text } from "../shape.ts";
import type { ApiState } from "../state.ts";
import { storyAsked } from "./stories.ts";

/** `hidden`: comments of which only that they are there is told; their older versions neither. */
function entryJson(entry: TimelineEntry, hidden: ReadonlySet<string>): Json {
  const { commit, time, clock, author, person, subject, review, reverts, stories, records, cards } = entry;
  return {
    commit,
    time: shownInstant(time),
    clock: shownOrNull(clock),
    author,
    person,
    subject,
    review,
    reverts,
    story_count: stories,
    changes: records.map((record) => ({
      path: record.path,
      kind: record.kind,
      id: record.id ?? null,
      name: record.name ?? null,
      title: record.title ?? null,
      what: record.what,
      from: record.from ?? null,
      fields: (record.kind === "comment" && hidden.has(record.name ?? "")
        ? record.fields.filter(({ field }) => field === "hidden")
        : record.fields
      ).map(({ field, before, after, added, removed }) => ({
        field,
        before: before ?? null,
        after: after ?? null,
        ...(added ? { added } : {}),
        ...(removed ? { removed } : {}),
      })),
    })),
    cards,
  };
}

/** A part of what is in order already, by offset. */
function part<T>(asked: Asked, items: readonly T[], shown: (item: T) => unknown): Listed {
  const { limit, offset } = pageAsked(asked);
  const from = offset ?? 0;
  return {
    items: items.slice(from, limit === null ? undefined : from + limit).map(shown),
    total: items.length,
    ...(limit === null ? {} : { limit }),
    ...(offset === null ? {} : { offset }),
  };
}

function changesOf(state: ApiState, asked: Asked): Listed {
  const { limit, offset } = pageAsked(asked);
  // The newest are meant by whoever does not say how many: nobody reads a hundred thousand.
  const page = { limit: limit ?? limits.pageSize, offset: offset ?? 0 };
  const changes = state.catalogue.changes(page);
  return {
    items: changes.map(({ commit, time, author, subject, touched, stories }) => ({
      commit,
      time: shownInstant(time),
      author,
      subject,
      stories: touched.map((story) => shownNumber(state, "story", story)),
      story_count: stories,
    })),
    limit: page.limit,
    ...(offset === null ? {} : { offset }),
  };
}

export const history: Resource = {
  name: "history",
  description: "What git's history tells, field by field.",
  shapes: {
    HistoryEntry: object("what a commit did to a story", {
      commit: text("the commit"),
      time: instant("when it was committed, never before its parent"),
      clock: orNull(instant("what the commit's own clock says, where that was overruled")),
      author: text("its author, as they call themselves"),
      person: orNull(text("the person of the tracker that they are")),
      subject: text("the first line of its message"),
      review: orNull({ type: "object", description: "where it was reviewed: `url` and `id`" }),
      reverts: orNull(text("the commit that it takes back")),
      story_count: count("how many stories it touched"),
      changes: list(ref("RecordChange"), "the records that it changed"),
      cards: list({ type: "object" }, "moves of the story, or of its tasks, on lists and boards"),
    }),
    RecordChange: object("what became of a record", {
      path: text("its file"),
      kind: text("story, task, comment …"),
      id: orNull(id("of a story or task its number in the tracker")),
      name: orNull(text("of anything else its name")),
      title: orNull(text("its title")),
      what: oneOf(
        ["added", "removed", "changed", "moved", "renamed", "formatted", "broken", "repaired"],
        "what happened to it",
      ),
      from: orNull({ type: "object", description: "what it was before it moved or was renamed" }),
      fields: list(ref("FieldChange"), "the fields that changed"),
    }),
    FieldChange: object(
      "what became of a field",
      {
        field: text('a key of the front matter, or "body"'),
        before: { description: "its value before; null is none" },
        after: { description: "its value afterwards; null is none" },
        added: list({}, "of a list, what came"),
        removed: list({}, "of a list, what went"),
      },
      ["added", "removed"],
    ),
    Change: object("a commit", {
      commit: text("the commit"),
      time: instant("when it was committed"),
      author: text("its author"),
      subject: text("the first line of its message"),
      stories: list(id("a story"), "the stories that it touched, at most twenty"),
      story_count: count("how many it touched in all"),
    }),
  },
  routes: [
    {
      path: "/stories/{story_id}/history",
      summary: "List what became of a story and everything in it, newest first",
      parameters: byOffset,
      shape: ref("HistoryEntry"),
      isList: true,
      isOurs: true,
      async answer(state, asked) {
        const story = storyAsked(state, asked);
        const { catalogue, objects } = state;
        const entries = objects ? await timelineOf({ catalogue, objects }, { kind: "story", id: story }) : [];
        const comments = catalogue.story(story)?.comments ?? [];
        const hidden = new Set(comments.filter(({ data }) => data.hidden === true).map(({ name }) => name));
        return part(asked, entries, (entry) => entryJson(entry, hidden));
      },
    },
    {
      path: "/changes",
      summary: `List the newest changes of the tracker, ${limits.pageSize} unless said otherwise`,
      parameters: byOffset,
      shape: ref("Change"),
      isList: true,
      isOurs: true,
      answer: changesOf,
    },
  ],
};
