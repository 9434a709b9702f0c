// A story as StoryBoard's clients know it, and what Storytree knows beyond that.

import type { StoryProposal, StoryRow } from "../../index/catalogue.ts";
import { facts } from "../../model/generated/schema-facts.ts";
import type { StoryData } from "../../model/generated/types.ts";
import { shownInstant, shownOrNull } from "../instants.ts";
import { namesOf } from "../names.ts";
import { shownNumber } from "../numbers.ts";
import type { Json } from "../route.ts";
import {
  count,
  day,
  flag,
  id,
  instant,
  list,
  object,
  oneOf,
  orNull,
  ref,
  type Schema,
  standing,
  text,
} from "../shape.ts";
import type { ApiState } from "../state.ts";
import { dueDateNumbers } from "./due-date-numbers.ts";
import { allTeams, allUsers } from "./user-json.ts";

/** In the order StoryBoard tells them. */
export const taskStatusKeys = ["todo", "merged", "invalid", "review", "inprogress"] as const;
export const storyStatuses = ["active", "merged", "invalid"] as const;

/** StoryBoard's numbers of its types; what it does not have is a bug to its clients. */
const storyTypes: Readonly<Record<string, number>> = { bug: 1, feature: 2, vulnerability: 4 };

/** Fields that a tracker declares, and those that begin with "x-". */
export function customOf(kind: "story" | "task", data: object): Json {
  const keys: readonly string[] = facts[kind].keys;
  return Object.fromEntries(Object.entries(data).filter(([key]) => !keys.includes(key)));
}

export function storyJson(state: ApiState, row: StoryRow, data: StoryData, body: string): Json {
  const names = namesOf(state);
  const story = (own: number) => shownNumber(state, "story", own);
  const either = (own: number) =>
    state.catalogue.storyOfTask(own) === undefined ? story(own) : shownNumber(state, "task", own);
  const milestone = data.milestone ?? null;
  const access = state.isPrivate ? (data.access ?? []) : [];
  // Everybody is looked through only where somebody is named.
  const admitted = (all: (state: ApiState) => readonly Json[]) =>
    access.length === 0 ? [] : all(state).filter((each) => each.is_team !== true && access.includes(String(each.name)));
  return {
    id: story(row.id),
    created_at: shownInstant(row.created),
    updated_at: shownOrNull(row.updated),
    title: row.title,
    description: body,
    is_bug: row.type !== "feature",
    story_type_id: storyTypes[row.type] ?? 1,
    creator_id: names.id("person", row.author),
    private: state.isPrivate && (data.disclosed ?? null) === null,
    status: row.status,
    task_statuses: taskStatusKeys.map((key) => ({ key, count: row.tasks[key] ?? 0 })),
    tags: row.tags,
    due_dates: dueDateNumbers(state, data.due ?? null, milestone),
    users: admitted(allUsers),
    teams: admitted(allTeams),
    number: row.id,
    author: row.author,
    type: row.type,
    triage: row.triage,
    untriaged: row.untriaged,
    closed_at: shownOrNull(row.closed),
    priority: row.priority,
    projects: row.projects,
    project_ids: row.projects.map((name) => names.id("project", name)),
    assignees: row.assignees,
    milestone,
    milestone_id: milestone === null ? null : names.id("milestone", milestone),
    due: data.due ?? null,
    duplicate_of: data.duplicate_of === undefined ? null : story(data.duplicate_of),
    depends_on: (data.depends_on ?? []).map(either),
    related: (data.related ?? []).map(either),
    cve: data.cve ?? [],
    links: data.links ?? [],
    aliases: data.aliases ?? [],
    locked: data.locked === true,
    comment_count: row.comments,
    custom: customOf("story", data),
    proposals: state.catalogue.proposals.filter((each) => each.story === row.id).map(proposalJson),
    web: `/stories/${row.id}`,
    ...(state.isPrivate ? embargoOf(data) : {}),
  };
}

/** What only a restricted tracker has. */
function embargoOf({ embargo_until, disclose_at, disclosed, reporter_credit }: StoryData): Json {
  return {
    embargo_until: embargo_until === undefined ? null : shownInstant(embargo_until),
    disclose_at: disclose_at === undefined ? null : shownInstant(disclose_at),
    disclosed: disclosed ?? null,
    reporter_credit: reporter_credit ?? null,
  };
}

function proposalJson({ by, time, topic, tip, changes }: StoryProposal): Json {
  return { by, time: shownInstant(time), topic, commit: tip, changes };
}

export const storyShapes: Readonly<Record<string, Schema>> = {
  Story: object(
    "a story",
    {
      ...standing,
      title: text("its title"),
      description: text("its text, Markdown"),
      is_bug: flag("whether it is anything but a feature"),
      story_type_id: id("1 bug, 2 feature, 4 public vulnerability; other types count as 1"),
      creator_id: id("the person who reported it"),
      private: flag("whether not everybody may see it, as on a restricted server"),
      status: oneOf(storyStatuses, "follows from its tasks"),
      task_statuses: list(ref("TaskCount"), "how many tasks have each status"),
      tags: list(text("a tag"), "its tags"),
      due_dates: list(id("a due date"), "the due dates it is on"),
      users: list(ref("User"), "who else may see it than the tracker's team, where it is private"),
      teams: list(ref("Team"), "the same of teams"),
      number: id("its number in the tracker; `id` differs only where StoryBoard's number was taken"),
      author: text("the person who reported it, by name"),
      type: text("its type: bug, feature, vulnerability, or one that the tracker declares"),
      triage: oneOf(["new", "incomplete", "confirmed", "triaged", "rejected"], "how far triage has come"),
      untriaged: flag("whether it waits for triage"),
      closed_at: orNull(instant("when it was last active; null while it is")),
      priority: orNull(text("the highest priority of its open tasks, else of all")),
      projects: list(text("a project"), "the projects of its tasks"),
      project_ids: list(id("a project"), "the same by number"),
      assignees: list(text("a person or team"), "who its tasks are assigned to"),
      milestone: orNull(text("what it is planned for")),
      milestone_id: orNull(id("the same by number")),
      due: orNull(day("the day it is due")),
      duplicate_of: orNull(id("the story that it repeats")),
      depends_on: list(id("a story or task"), "what has to be done first"),
      related: list(id("a story or task"), "what has to do with it"),
      cve: list(text("CVE-YYYY-N"), "its CVE numbers"),
      links: list({ type: "object" }, "addresses with titles"),
      aliases: list(text("an alias"), "what it was called elsewhere"),
      locked: flag("whether only the tracker's team may change it"),
      comment_count: count("how many comments it has"),
      custom: { type: "object", description: "fields that the tracker declares" },
      proposals: list(ref("Proposal"), "open proposals that touch it"),
      web: text("the path of its page on this server"),
      embargo_until: orNull(instant("on a restricted server: when its embargo ends at the latest")),
      disclose_at: orNull(instant("on a restricted server: the hour of its disclosure")),
      disclosed: orNull(text("on a restricted server: the commit that made it public")),
      reporter_credit: orNull(text("on a restricted server: what its reporter wants to be called in public")),
    },
    ["embargo_until", "disclose_at", "disclosed", "reporter_credit"],
  ),
  Proposal: object("what an open proposal would change of a story", {
    by: orNull(text("the person who proposes it, when they are known here")),
    time: instant("when it was last changed"),
    topic: text("how the review host calls it"),
    commit: text("its commit"),
    changes: list(ref("ProposedChange"), "fields; text is not told before somebody has read it"),
  }),
  ProposedChange: object("a field that would change", {
    kind: oneOf(["story", "task"], "of what"),
    id: id("its number in the tracker"),
    field: text("the field"),
    before: orNull(text("its value; null is none")),
    after: orNull(text("its value then; of a list, one item that comes or goes")),
  }),
  TaskCount: object("how many tasks have a status", {
    key: oneOf(taskStatusKeys, "the status"),
    count: count("how many"),
  }),
};
