// Subscriptions: what people watch, as far as it is a project, a group or a story; for nobody in particular, every project.

import { derivedNumber } from "../derived-number.ts";
import { namesOf } from "../names.ts";
import { meantNumber, shownNumber } from "../numbers.ts";
import { isAmong, listed } from "../paging.ts";
import { type Asked, paging, parameter, sorting } from "../parameters.ts";
import { notFound } from "../problem.ts";
import type { Json, Resource, Viewer } from "../route.ts";
import { id, object, oneOf, orNull, ref, standing, text } from "../shape.ts";
import type { ApiState } from "../state.ts";
import { allProjects } from "./projects.ts";
import { anonymousNumber } from "./user-json.ts";
import { selfOf } from "./users.ts";
import { type WatchedKind, watchedNames } from "./watched.ts";

const targets = ["task", "story", "project", "project_group", "worklist"] as const;
const sorts = ["id", "user_id", "target_type", "target_id"];
const kinds: readonly (readonly [WatchedKind, (typeof targets)[number]])[] = [
  ["project", "project"],
  ["group", "project_group"],
  ["story", "story"],
];

function subscriptionJson(user: number, target: string, id: number): Json {
  return {
    id: derivedNumber("subscription", `${user}/${target}/${id}`),
    created_at: null,
    updated_at: null,
    user_id: user,
    target_type: target,
    target_id: id,
  };
}

/** A client that does not say for whom it reads follows every project: those it lists are all that some clients show. */
function subscriptionsOf(state: ApiState, user: number): readonly Json[] {
  if (user === anonymousNumber)
    return allProjects(state).map((project) => subscriptionJson(user, "project", Number(project.id)));
  const names = namesOf(state);
  return kinds.flatMap(([kind, target]) =>
    watchedNames(state, user, kind).flatMap((name) => {
      if (kind !== "story") {
        const id = names.id(kind, name);
        // Of what is not there, or not to be seen, not even a number is told.
        return names.name(kind, id) === undefined ? [] : [subscriptionJson(user, target, id)];
      }
      const story = meantNumber(state, "story", Number(name));
      return state.catalogue.rows([story]).length === 0
        ? []
        : [subscriptionJson(user, target, shownNumber(state, "story", story))];
    }),
  );
}

function own(state: ApiState, asked: Asked, viewer: Viewer): readonly Json[] {
  const user = asked.id("user_id") ?? asked.id("subscriber_id") ?? Number(selfOf(state, viewer).id);
  return subscriptionsOf(state, user);
}

export const subscriptions: Resource = {
  name: "subscriptions",
  description: "What people watch; what happens there, a feed tells.",
  shapes: {
    Subscription: object("something that somebody watches", {
      ...standing,
      user_id: id("who"),
      target_type: oneOf(targets, "what kind of thing"),
      target_id: id("which one"),
    }),
    SubscriptionEvent: object("something that happened to what somebody watches", {
      ...standing,
      subscriber_id: id("who watches it"),
      author_id: orNull(id("who did it")),
      event_type: text("what happened"),
      event_info: orNull(text("more about it, as JSON")),
    }),
  },
  routes: [
    {
      path: "/subscriptions",
      summary: "List what a user watches",
      parameters: {
        user_id: parameter.id("of this user; of whom the client reads for, unless said otherwise"),
        target_type: parameter.choices(targets, "only things of this kind"),
        target_id: parameter.id("only this one"),
        ...paging,
        ...sorting(sorts),
      },
      shape: ref("Subscription"),
      isList: true,
      isPersonal: true,
      answer(state, asked, viewer) {
        const wanted = asked.texts("target_type");
        const kept = own(state, asked, viewer).filter(
          (each) =>
            (wanted.length === 0 || wanted.includes(String(each.target_type))) &&
            isAmong(each.target_id, asked.ids("target_id")),
        );
        return listed(asked, kept, { sortFields: sorts });
      },
    },
    {
      path: "/subscriptions/{subscription_id}",
      summary: "Get something that the client's user watches",
      parameters: {},
      shape: ref("Subscription"),
      isPersonal: true,
      answer(state, asked, viewer) {
        const found = own(state, asked, viewer).find((each) => each.id === asked.id("subscription_id"));
        if (!found) throw notFound();
        return found;
      },
    },
    {
      path: "/subscription_events",
      summary: "List what happened to what a user watches: nothing is kept for anybody here",
      parameters: {
        subscriber_id: parameter.id("of this user"),
        event_type: parameter.text("only what is of this kind"),
        ...paging,
        ...sorting(["id"]),
      },
      shape: ref("SubscriptionEvent"),
      isList: true,
      isPersonal: true,
      answer: (_state, asked) => listed(asked, [], { sortFields: ["id"] }),
    },
    {
      path: "/subscription_events/{subscription_event_id}",
      summary: "Get something that happened to what the client's user watches: nothing is kept for anybody here",
      parameters: {},
      shape: ref("SubscriptionEvent"),
      isPersonal: true,
      answer() {
        throw notFound();
      },
    },
  ],
};
