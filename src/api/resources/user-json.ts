// People as StoryBoard's users; a team that tasks are assigned to is one as well, so that every assignee can be looked up.

import { derivedNumber } from "../derived-number.ts";
import { shownOrNull } from "../instants.ts";
import { namesOf } from "../names.ts";
import type { Json } from "../route.ts";
import { flag, object, orNull, type Schema, standing, text } from "../shape.ts";
import type { ApiState } from "../state.ts";

/** The number of who may be a person or a team. */
export function assigneeNumber(state: ApiState, name: string | undefined): number | null {
  if (name === undefined) return null;
  return namesOf(state).id(teamNames(state).has(name) ? "team" : "person", name);
}

export function teamNames(state: ApiState): ReadonlySet<string> {
  return state.memo("team names", () => new Set(state.catalogue.allNamed("team").map((team) => team.name)));
}

/** When a record that belongs to no story came and last changed, as members of its object. */
export function timesOf(
  state: ApiState,
  path: string,
): { readonly created_at: string | null; readonly updated_at: string | null } {
  const times = state.memo("record times", () => state.catalogue.selection.recordTimes()).get(path);
  return {
    created_at: shownOrNull(times?.created),
    updated_at: times && times.updated > times.created ? shownOrNull(times.updated) : null,
  };
}

function userJson(
  id: number,
  name: string,
  fullName: string,
  more: { enabled: boolean; isTeam: boolean; times: Json },
): Json {
  return {
    id,
    ...more.times,
    full_name: fullName,
    openid: null,
    email: null,
    is_superuser: false,
    last_login: null,
    enable_login: more.enabled,
    name,
    is_team: more.isTeam,
  };
}

export function allUsers(state: ApiState): readonly Json[] {
  return state.memo("users", () => {
    const names = namesOf(state);
    const people = state.catalogue.allNamed("person").map(({ name, path, data }) => {
      const times = timesOf(state, path);
      return userJson(names.id("person", name), name, data.name, {
        enabled: data.disabled !== true,
        isTeam: false,
        times,
      });
    });
    const teams = state.catalogue.allNamed("team").map(({ name, path, data }) => {
      const times = timesOf(state, path);
      return userJson(names.id("team", name), name, data.title, { enabled: false, isTeam: true, times });
    });
    const strangers = Object.entries(names.order("person")).flatMap(([name, id]) =>
      names.name("person", id) === name && !state.catalogue.named("person", name)
        ? [userJson(id, name, name, { enabled: false, isTeam: false, times: timesOf(state, "") })]
        : [],
    );
    return [...people, ...teams, ...strangers];
  });
}

export function allTeams(state: ApiState): readonly Json[] {
  return state.memo("teams", () =>
    state.catalogue.allNamed("team").map(({ name, path, data, body }) => ({
      id: namesOf(state).id("team", name),
      ...timesOf(state, path),
      name,
      description: body.trim() || data.title,
      title: data.title,
      archived: data.archived === true,
    })),
  );
}

export const anonymousNumber = derivedNumber("person", "anonymous");

/** Who somebody is that does not say who they are. */
export const anonymous: Json = userJson(anonymousNumber, "anonymous", "Anonymous", {
  enabled: false,
  isTeam: false,
  times: { created_at: null, updated_at: null },
});

export const userShapes: Readonly<Record<string, Schema>> = {
  User: object("a person, or a team that tasks can be assigned to", {
    ...standing,
    full_name: text("what they are called"),
    openid: { ...orNull(text("never told")), const: null },
    email: { ...orNull(text("never told")), const: null },
    is_superuser: { ...flag("nobody is"), const: false },
    last_login: { ...orNull(text("never told")), const: null },
    enable_login: flag("whether they are still about"),
    name: text("their name in the tracker's files"),
    is_team: flag("whether it is a team"),
  }),
};
