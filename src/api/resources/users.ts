// People, teams and their members.

import { holds, listed, matchesWords } from "../paging.ts";
import { type Asked, paging, parameter, sorting } from "../parameters.ts";
import { notFound } from "../problem.ts";
import type { Json, Resource, Viewer } from "../route.ts";
import { flag, id, object, ref, standing, text } from "../shape.ts";
import type { ApiState } from "../state.ts";
import { namedAsked } from "./projects.ts";
import { allTeams, allUsers, anonymous, userShapes } from "./user-json.ts";

const userSorts = ["id", "full_name", "name", "email", "openid", "created_at", "updated_at"];
const teamSorts = ["id", "name", "created_at", "updated_at"];

export function selfOf(state: ApiState, { person }: Viewer): Json {
  const own =
    person === null ? undefined : allUsers(state).find((user) => user.name === person && user.is_team === false);
  return own ?? anonymous;
}

function userAsked(state: ApiState, asked: Asked): Json {
  const user = [...allUsers(state), anonymous].find((each) => each.id === asked.id("user_id"));
  if (!user) throw notFound();
  return user;
}

export const users: Resource = {
  name: "users",
  description: "People, and teams that tasks can be assigned to.",
  shapes: {
    ...userShapes,
    AccessToken: object("what a client shows instead of a password", { ...standing, user_id: id("whose it is") }),
  },
  routes: [
    {
      path: "/users",
      summary: "List users",
      parameters: {
        full_name: parameter.text("a part of the full name"),
        email: parameter.text("addresses are not told, so nobody has one"),
        openid: parameter.text("OpenIDs are not told, so nobody has one"),
        ...paging,
        ...sorting(userSorts),
      },
      shape: ref("User"),
      isList: true,
      answer(state, asked) {
        const hidden = asked.has("email") || asked.has("openid");
        const kept = allUsers(state).filter((user) => !hidden && holds(user.full_name, asked.text("full_name")));
        return listed(asked, kept, { sortFields: userSorts });
      },
    },
    {
      path: "/users/search",
      summary: "Search users by words of their name",
      parameters: { q: parameter.text("words of the name"), ...paging, ...sorting(userSorts) },
      shape: ref("User"),
      isList: true,
      answer(state, asked) {
        const kept = allUsers(state).filter((user) => matchesWords(`${user.full_name} ${user.name}`, asked.text("q")));
        return listed(asked, kept, { sortFields: userSorts, withoutTotal: true });
      },
    },
    {
      path: "/users/self",
      summary: "Get whom a client reads for: a token that is a person's name, else nobody",
      parameters: {},
      shape: ref("User"),
      isPersonal: true,
      answer: (state, _asked, viewer) => selfOf(state, viewer),
    },
    {
      path: "/users/{user_id}",
      summary: "Get a user",
      parameters: {},
      shape: ref("User"),
      answer: userAsked,
    },
    {
      path: "/users/{user_id}/preferences",
      summary: "Get how a user likes things: nothing is kept for anybody here",
      parameters: {},
      shape: { type: "object", description: "preferences by name; none" },
      answer(state, asked) {
        userAsked(state, asked);
        return {};
      },
    },
    {
      path: "/users/{user_id}/tokens",
      summary: "List the tokens that a user was given: nobody is given any here",
      parameters: { ...paging, ...sorting(["id"]) },
      shape: ref("AccessToken"),
      isList: true,
      answer(state, asked) {
        userAsked(state, asked);
        return listed(asked, [], { sortFields: ["id"] });
      },
    },
    {
      path: "/users/{user_id}/tokens/{token_id}",
      summary: "Get a token that a user was given: nobody is given any here",
      parameters: {},
      shape: ref("AccessToken"),
      answer() {
        throw notFound();
      },
    },
  ],
};

const team = { kind: "name", description: "the number or the name of a team" } as const;

export const teams: Resource = {
  name: "teams",
  description: "People who look after projects together.",
  shapes: {
    Team: object("a team", {
      ...standing,
      name: text("its name"),
      description: text("what it does"),
      title: text("its title"),
      archived: flag("whether it is of the past"),
    }),
  },
  routes: [
    {
      path: "/teams",
      summary: "List teams",
      parameters: {
        name: parameter.text("a part of the name"),
        description: parameter.text("a part of the description"),
        ...paging,
        ...sorting(teamSorts),
      },
      shape: ref("Team"),
      isList: true,
      answer(state, asked) {
        const kept = allTeams(state).filter(
          (each) => holds(each.name, asked.text("name")) && holds(each.description, asked.text("description")),
        );
        return listed(asked, kept, { sortFields: teamSorts });
      },
    },
    {
      path: "/teams/{team}",
      summary: "Get a team by its number or its name",
      parameters: {},
      inPath: { team },
      shape: ref("Team"),
      answer: (state, asked) => namedAsked(state, "team", allTeams(state), asked, "team"),
    },
    {
      path: "/teams/{team}/users",
      summary: "List the members of a team",
      parameters: { ...paging, ...sorting(userSorts) },
      inPath: { team },
      shape: ref("User"),
      isList: true,
      answer(state, asked) {
        const name = String(namedAsked(state, "team", allTeams(state), asked, "team").name);
        const members = state.catalogue.named("team", name)?.data.members ?? [];
        const kept = allUsers(state).filter((user) => user.is_team === false && members.includes(String(user.name)));
        return listed(asked, kept, { sortFields: userSorts });
      },
    },
  ],
};
