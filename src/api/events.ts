// What changes of files are as StoryBoard's timeline events.

import { createHash } from "node:crypto";
import { cardMoves } from "../change/history/card-moves.ts";
import type { LoggedEvent } from "../index/event-log.ts";
import type { TouchedFile } from "../model/field-changes.ts";
import { commentTime, pathOf } from "../model/place.ts";
import type { Comment, Named, Story, Task } from "../model/record.ts";
import { namesOf } from "./names.ts";
import { shownNumber } from "./numbers.ts";
import { commentNumber } from "./resources/comment-numbers.ts";
import { threePriorities } from "./resources/priorities.ts";
import { anonymousNumber, assigneeNumber } from "./resources/user-json.ts";
import type { ApiState } from "./state.ts";

/** Who changed files, when, and in which commit. */
export interface Changing {
  /** Milliseconds. */
  readonly time: number;
  /** The person of the tracker, when there is one. */
  readonly person: string | null;
  readonly author: string;
  readonly commit: string | null;
}

export const eventTypes = [
  "story_created",
  "story_details_changed",
  "tags_added",
  "tags_deleted",
  "user_comment",
  "task_created",
  "task_details_changed",
  "task_status_changed",
  "task_priority_changed",
  "task_assignee_changed",
  "task_deleted",
  "worklist_created",
  "worklist_details_changed",
  "worklist_contents_changed",
  "board_created",
  "board_details_changed",
  "board_lanes_changed",
] as const;
type Board = Named<"board">;
type List = Named<"list">;
type EventType = (typeof eventTypes)[number];

const beginning = Date.UTC(2000, 0, 1);

/** Later events have higher numbers: seconds first, then 21 bits of what it is about. */
function numberOf(time: number, path: string, type: string): number {
  const seconds = Math.min(Math.max(0, Math.floor((time - beginning) / 1000)), 2 ** 31 - 1);
  const bits = createHash("sha256").update(`event\0${path}\0${type}`).digest().readUIntBE(0, 3) >> 3;
  return seconds * 2 ** 21 + bits + 1;
}

type About = Pick<LoggedEvent, "story" | "worklist" | "board">;

/** The events of one file that a commit changed, or of a file as it is when nothing is known of before. */
export function eventsOf(
  state: ApiState,
  file: Pick<TouchedFile, "path" | "place" | "before" | "after">,
  changing: Changing,
): LoggedEvent[] {
  const [was, is] = [file.before?.record, file.after?.record];
  const names = namesOf(state);
  const event = (
    type: EventType,
    about: Partial<About>,
    info: object | null,
    more: { time?: number; person?: string; comment?: number } = {},
  ): LoggedEvent => {
    const time = more.time ?? changing.time;
    const person = more.person ?? changing.person;
    return {
      id: numberOf(time, file.path, type),
      time,
      type,
      story: about.story ?? null,
      worklist: about.worklist ?? null,
      board: about.board ?? null,
      author: person === null ? anonymousNumber : names.id("person", person),
      authorName: person ?? changing.author,
      info: info === null ? null : JSON.stringify(info),
      comment: more.comment ?? null,
      commit: changing.commit,
      told: changing.time,
    };
  };
  const record = is ?? was;
  // A file that cannot be read says nothing, and certainly not that everything was taken away.
  if (!record || (file.before && !was) || (file.after && !is)) return [];
  switch (record.kind) {
    case "story":
      return storyEvents(state, was as Story | undefined, is as Story | undefined, changing, event);
    case "task":
      return taskEvents(state, was as Task | undefined, is as Task | undefined, event);
    case "comment": {
      if (was || !is) return [];
      const more = {
        time: Date.parse(commentTime(record.name)),
        person: record.data.author,
        comment: commentNumber(record),
      };
      return [event("user_comment", { story: shownNumber(state, "story", record.story) }, null, more)];
    }
    case "list":
      return listEvents(state, file, was as List | undefined, is as List | undefined, changing, event);
    case "board":
      return boardEvents(state, was as Board | undefined, is as Board | undefined, changing, event);
    default:
      return [];
  }
}

type Make = (
  type: EventType,
  about: Partial<About>,
  info: object | null,
  more?: { time?: number; person?: string; comment?: number },
) => LoggedEvent;

function authorNumber(state: ApiState, person: string | null): number {
  return person === null ? anonymousNumber : namesOf(state).id("person", person);
}

function storyEvents(
  state: ApiState,
  was: Story | undefined,
  is: Story | undefined,
  changing: Changing,
  event: Make,
): LoggedEvent[] {
  if (!is) return [];
  const story = shownNumber(state, "story", is.id);
  const info = { story_id: story, story_title: is.data.title };
  const tagInfo = (author: string | null, tags: readonly string[]) => ({
    ...info,
    author_id: authorNumber(state, author),
    tags,
  });
  const [before, after] = [was?.data.tags ?? [], is.data.tags ?? []];
  const added = after.filter((tag) => !before.includes(tag));
  if (!was) {
    const more = { time: Date.parse(is.data.created), person: is.data.author };
    return [
      event("story_created", { story }, info, more),
      ...(added.length > 0 ? [event("tags_added", { story }, tagInfo(is.data.author, added), more)] : []),
    ];
  }
  const removed = before.filter((tag) => !after.includes(tag));
  const others = restOf(was, "tags") !== restOf(is, "tags");
  return [
    ...(others ? [event("story_details_changed", { story }, info)] : []),
    ...(added.length > 0 ? [event("tags_added", { story }, tagInfo(changing.person, added))] : []),
    ...(removed.length > 0 ? [event("tags_deleted", { story }, tagInfo(changing.person, removed))] : []),
  ];
}

function taskEvents(state: ApiState, was: Task | undefined, is: Task | undefined, event: Make): LoggedEvent[] {
  const task = (is ?? was) as Task;
  const story = shownNumber(state, "story", task.story);
  const title = task.data.title ?? state.catalogue.rows([task.story])[0]?.title ?? "";
  const info = { story_id: story, task_id: shownNumber(state, "task", task.id), task_title: title };
  if (!is) return [event("task_deleted", { story }, info)];
  if (!was)
    return [event("task_created", { story }, info, { time: Date.parse(is.data.created), person: is.data.author })];
  const events: LoggedEvent[] = [];
  if (was.data.status !== is.data.status)
    events.push(
      event("task_status_changed", { story }, { ...info, old_status: was.data.status, new_status: is.data.status }),
    );
  const [old, now] = [was, is].map((each) => each.data.priority ?? "medium") as [string, string];
  if (old !== now) {
    const three = { old_priority: threePriorities[old] ?? old, new_priority: threePriorities[now] ?? now };
    events.push(
      event("task_priority_changed", { story }, { ...info, ...three, old_full_priority: old, new_full_priority: now }),
    );
  }
  if (was.data.assignee !== is.data.assignee)
    events.push(event("task_assignee_changed", { story }, { ...info, ...assigned(state, was, is) }));
  const rest = (each: Task) => restOf(each, "status", "priority", "assignee");
  if (rest(was) !== rest(is)) events.push(event("task_details_changed", { story }, info));
  return events;
}

function assigned(state: ApiState, was: Task, is: Task) {
  const fullName = (name: string | undefined) =>
    name === undefined
      ? "unassigned"
      : (state.catalogue.named("person", name)?.data.name ?? state.catalogue.named("team", name)?.data.title ?? name);
  return {
    old_assignee_id: assigneeNumber(state, was.data.assignee),
    new_assignee_id: assigneeNumber(state, is.data.assignee),
    old_assignee_fullname: fullName(was.data.assignee),
    new_assignee_fullname: fullName(is.data.assignee),
  };
}

function listEvents(
  state: ApiState,
  file: Pick<TouchedFile, "path" | "place" | "before" | "after">,
  was: List | undefined,
  is: List | undefined,
  changing: Changing,
  event: Make,
): LoggedEvent[] {
  const list = (is ?? was) as List;
  const worklist = namesOf(state).id("list", list.name);
  const base = { worklist_id: worklist, author_id: authorNumber(state, changing.person) };
  if (!was) return [event("worklist_created", { worklist }, { ...base, worklist_title: list.data.title })];
  const item = (id: number) => {
    const kind = state.catalogue.storyOfTask(id) === undefined ? "story" : "task";
    return { worklist_id: worklist, item_id: shownNumber(state, kind, id), item_type: kind };
  };
  const moves = cardMoves(file as TouchedFile);
  const added = moves.filter((move) => move.from === null).map((move) => item(move.card));
  const removed = moves.filter((move) => move.to === null).map((move) => item(move.card));
  const contents = { ...base, added: one(added), removed: one(removed), updated: null };
  const rest = (each: List) => restOf(each, "items");
  return [
    ...(moves.length > 0 ? [event("worklist_contents_changed", { worklist }, contents)] : []),
    ...(is && rest(was) !== rest(is)
      ? [
          event(
            "worklist_details_changed",
            { worklist },
            { ...base, field: "title", old_value: was.data.title, new_value: is.data.title },
          ),
        ]
      : []),
  ];
}

function boardEvents(
  state: ApiState,
  was: Board | undefined,
  is: Board | undefined,
  changing: Changing,
  event: Make,
): LoggedEvent[] {
  const record = (is ?? was) as Board;
  const board = namesOf(state).id("board", record.name);
  const base = { board_id: board, author_id: authorNumber(state, changing.person) };
  if (!was) {
    const info = { ...base, board_title: record.data.title, board_description: record.body.trim() };
    return [event("board_created", { board }, info)];
  }
  if (!is) return [];
  const rest = (each: Board) => restOf(each, "lanes");
  return [
    ...(rest(was) !== rest(is)
      ? [
          event(
            "board_details_changed",
            { board },
            { ...base, field: "title", old_value: was.data.title, new_value: is.data.title },
          ),
        ]
      : []),
    ...(JSON.stringify(was.data.lanes) !== JSON.stringify(is.data.lanes)
      ? [event("board_lanes_changed", { board }, { ...base, added: null, removed: null, updated: null })]
      : []),
  ];
}

/** What a record says apart from some keys, in whatever order it says it. */
function restOf({ data, body }: { readonly data: object; readonly body: string }, ...told: readonly string[]): string {
  const rest = Object.entries(data).filter(([key]) => !told.includes(key));
  return JSON.stringify([rest.sort(([a], [b]) => (a < b ? -1 : 1)), body]);
}

/** StoryBoard tells one card at a time; several come as a list. */
function one(items: readonly object[]): object | null {
  return items.length === 0 ? null : items.length === 1 ? (items[0] as object) : items;
}

/** A record as it is, as if it had come just now: what is known of it where there is no history. */
export function asAdded(record: Story | Task | Comment) {
  const place =
    record.kind === "story"
      ? ({ kind: "story", id: record.id } as const)
      : record.kind === "task"
        ? ({ kind: "task", id: record.id, story: record.story } as const)
        : ({ kind: "comment", name: record.name, story: record.story } as const);
  return { path: pathOf(place), place, before: null, after: { record } };
}
