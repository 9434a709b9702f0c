// Timeline events: of a story, a list or a board, or all of them.

import type { EventWish, LoggedEvent } from "../../index/event-log.ts";
import { eventLog, eventsOfStory } from "../event-sources.ts";
import { eventTypes } from "../events.ts";
import { shownInstant } from "../instants.ts";
import { meantNumber } from "../numbers.ts";
import { checkCursor, listed, lostMarker, orderAsked, type Place, pageAsked, writeCursor } from "../paging.ts";
import { type Asked, type Parameters, paging, parameter, sorting } from "../parameters.ts";
import { notFound } from "../problem.ts";
import type { Json, Listed, Resource } from "../route.ts";
import { id, object, oneOf, orNull, ref, standing, text } from "../shape.ts";
import type { ApiState } from "../state.ts";
import { commentsOf } from "./comments.ts";
import { storyAsked } from "./stories.ts";

const sorts = ["id", "created_at", "event_type", "author_id", "story_id"] as const;
const portion = 1_000;

/** Events as objects; a comment that is still there comes along. */
function eventsJson(state: ApiState, events: readonly LoggedEvent[]): readonly Json[] {
  const comments = new Map<number, ReadonlyMap<unknown, Json>>();
  const commentOf = ({ story, comment }: LoggedEvent) => {
    if (story === null || comment === null) return undefined;
    if (!comments.has(story)) {
      const own = commentsOf(state, meantNumber(state, "story", story));
      comments.set(story, new Map(own.map((each) => [each.id, each])));
    }
    return comments.get(story)?.get(comment);
  };
  return events.map((event) => {
    const comment = commentOf(event);
    return {
      id: event.id,
      created_at: shownInstant(event.time),
      updated_at: null,
      event_type: event.type,
      event_info: event.info,
      story_id: event.story,
      worklist_id: event.worklist,
      board_id: event.board,
      author_id: event.author,
      comment_id: event.comment,
      // StoryBoard's clients take a comment that is null for one.
      ...(comment ? { comment } : {}),
      author: event.authorName,
      commit: event.commit,
    };
  });
}

const filters: Parameters = {
  // StoryBoard's clients ask for kinds that never happen here.
  event_type: parameter.texts(`only what is of this kind: ${eventTypes.join(", ")}`),
  ...paging,
  ...sorting(sorts),
};

/** All events as asked, from the log. */
async function loggedEvents(state: ApiState, asked: Asked): Promise<Listed> {
  const order = orderAsked(asked, sorts);
  const page = pageAsked(asked);
  checkCursor(page, order);
  const log = await eventLog(state);
  const place = (event: LoggedEvent): Place => {
    const values = {
      id: event.id,
      created_at: event.time,
      event_type: event.type,
      author_id: event.author,
      story_id: event.story,
    };
    return { value: values[order.field as keyof typeof values], id: event.id };
  };
  const [marked] = page.marker === null ? [] : log.get([page.marker]);
  if (page.marker !== null && !marked && order.field !== "id") throw lostMarker();
  const markerPlace = marked
    ? place(marked)
    : page.marker === null
      ? undefined
      : { value: page.marker, id: page.marker };
  const after = page.cursor ?? markerPlace;
  const numbers = { story: asked.id("story_id"), worklist: asked.id("worklist_id"), board: asked.id("board_id") };
  const wish: EventWish = {
    types: asked.texts("event_type"),
    ...Object.fromEntries(Object.entries(numbers).filter(([, number]) => number !== undefined)),
    until: state.isPast && state.catalogue.commitTime !== null ? Date.parse(state.catalogue.commitTime) : null,
    sort: order.field as EventWish["sort"],
    descending: order.descending,
    ...(after ? { after } : {}),
    limit: page.limit === null ? null : page.limit + 1,
    offset: page.offset ?? 0,
  };
  const found = log.find(wish);
  const ids = page.limit === null ? found.ids : found.ids.slice(0, page.limit);
  const [last] = ids.length < found.ids.length ? log.get(ids.slice(-1)) : [];
  async function* inPortions() {
    for (let from = 0; from < ids.length; from += portion) {
      yield eventsJson(state, log.get(ids.slice(from, from + portion)));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return {
    items: ids.length > portion ? inPortions() : eventsJson(state, log.get(ids)),
    total: found.total,
    ...(page.limit === null ? {} : { limit: page.limit }),
    ...(page.offset === null ? {} : { offset: page.offset }),
    ...(marked ? { marker: marked.id } : {}),
    ...(last ? { cursor: writeCursor(order, place(last)) } : {}),
  };
}

export const events: Resource = {
  name: "events",
  description: "What became of stories, lists and boards, from git's history.",
  shapes: {
    TimeLineEvent: object(
      "something that happened",
      {
        ...standing,
        event_type: oneOf(eventTypes, "what happened"),
        event_info: orNull(text("more about it, as JSON")),
        story_id: orNull(id("the story it happened to")),
        worklist_id: orNull(id("the list it happened to")),
        board_id: orNull(id("the board it happened to")),
        author_id: id("who did it"),
        comment_id: orNull(id("the comment that was written")),
        comment: ref("Comment"),
        author: text("who did it, by name; of somebody the tracker does not know, as the commit names them"),
        commit: orNull(text("the commit that did it")),
      },
      ["comment"],
    ),
  },
  routes: [
    {
      path: "/events",
      summary: "List events",
      parameters: {
        story_id: parameter.id("that happened to this story"),
        worklist_id: parameter.id("that happened to this list"),
        board_id: parameter.id("that happened to this board"),
        ...filters,
      },
      shape: ref("TimeLineEvent"),
      isList: true,
      answer: (state, asked) => loggedEvents(state, asked),
    },
    {
      path: "/events/{event_id}",
      summary: "Get an event",
      parameters: {},
      shape: ref("TimeLineEvent"),
      async answer(state, asked) {
        const [event] = eventsJson(state, (await eventLog(state)).get([asked.id("event_id") ?? 0]));
        if (!event) throw notFound();
        return event;
      },
    },
    {
      path: "/stories/{story_id}/events",
      summary: "List what became of a story",
      parameters: filters,
      shape: ref("TimeLineEvent"),
      isList: true,
      async answer(state, asked) {
        const wanted = asked.texts("event_type");
        const own = await eventsOfStory(state, storyAsked(state, asked));
        const kept = own.filter((event) => wanted.length === 0 || wanted.includes(event.type));
        return listed(asked, eventsJson(state, kept), { sortFields: sorts });
      },
    },
    {
      path: "/stories/{story_id}/events/{event_id}",
      summary: "Get an event of a story",
      parameters: {},
      shape: ref("TimeLineEvent"),
      async answer(state, asked) {
        const own = await eventsOfStory(state, storyAsked(state, asked));
        const [event] = eventsJson(
          state,
          own.filter((each) => each.id === asked.id("event_id")),
        );
        if (!event) throw notFound();
        return event;
      },
    },
  ],
};
