// What StoryBoard has no routes for: ranked search, statistics, the tracker's lists, and what other trackers called things.

import { countedFields } from "../../index/count-by.ts";
import { queryContext } from "../../index/expand-query.ts";
import { fittingInterval, flowOf, type Interval, intervals } from "../../index/flow.ts";
import type { Unit } from "../../index/lives.ts";
import { withoutMarks } from "../../index/snippet.ts";
import type { NamedKind } from "../../model/place.ts";
import { customQueryFields } from "../../model/query/custom-query-fields.ts";
import { parseQuery } from "../../model/query/parse.ts";
import type { Query } from "../../model/query/query.ts";
import { quote } from "../../text/quote.ts";
import { shownInstant } from "../instants.ts";
import { namesOf } from "../names.ts";
import { shownNumber } from "../numbers.ts";
import { pageAsked } from "../paging.ts";
import { type Asked, byOffset, parameter } from "../parameters.ts";
import { ApiProblem, notFound } from "../problem.ts";
import type { Json, Listed, Resource } from "../route.ts";
import { count, flag, id, instant, list, number, object, oneOf, orNull, ref, text } from "../shape.ts";
import type { ApiState } from "../state.ts";
import { wrongQuery } from "./filters.ts";
import { jsonOf } from "./rows.ts";

const q = parameter.text("a query in the tracker's query language; without it, everything");

function queryAsked(state: ApiState, asked: Asked): Query {
  const parsed = parseQuery(asked.text("q") ?? "", queryContext(state.catalogue, state.now));
  if (parsed.ok) return parsed.query;
  throw wrongQuery(parsed.problem);
}

function search(state: ApiState, asked: Asked): Listed {
  const { limit, offset } = pageAsked(asked);
  const page = { limit: limit ?? 50, offset: offset ?? 0 };
  const found = state.catalogue.stories(queryAsked(state, asked), page);
  const stories = jsonOf(
    state,
    "story",
    found.rows.map((row) => row.id),
  );
  return {
    items: stories.map((story, at) => {
      const snippet = found.rows[at]?.snippet;
      return { story, snippet: snippet === undefined ? null : withoutMarks(snippet) };
    }),
    total: found.total,
    limit: page.limit,
    ...(offset === null ? {} : { offset }),
  };
}

/** More rows than this nobody draws. */
const mostRows = 500;
const daysIn: Readonly<Record<Interval, number>> = { day: 1, week: 7, month: 28, quarter: 90, year: 365 };

function statistics(state: ApiState, asked: Asked): Json {
  const { catalogue, now } = state;
  const query = queryAsked(state, asked);
  const unit = (asked.text("unit") ?? "story") as Unit;
  const by = asked.text("by") ?? (unit === "story" ? "status" : "task");
  if (!countedFields.includes(by) && !customQueryFields(catalogue.config?.data).some(({ name }) => name === by))
    throw new ApiProblem(
      400,
      `by is a field of the query language that can be counted, not ${quote(by.slice(0, 60))}`,
      "by",
    );
  const lives = catalogue.lives(query, unit);
  const until = asked.instant("until") ?? now;
  const since = asked.instant("since") ?? lives.reduce((least, life) => Math.min(least, life.born), until);
  if (since > until) throw new ApiProblem(400, "since is after until", "since");
  const interval = (asked.text("interval") as Interval | undefined) ?? fittingInterval(since, until);
  const rows = Math.floor((until - since) / (daysIn[interval] * 86_400_000));
  if (rows > mostRows)
    throw new ApiProblem(400, `that is ${rows} intervals, more than ${mostRows}: choose longer ones`, "interval");
  const flow = flowOf(lives, { since, until, interval });
  return {
    unit,
    by,
    total: lives.length,
    counts: catalogue.countBy(query, by, unit),
    since: shownInstant(since),
    until: shownInstant(until),
    interval,
    flow: flow.rows.map(({ from, to, ...rest }) => ({ from: shownInstant(from), to: shownInstant(to), ...rest })),
    lead: flow.lead,
    cycle: flow.cycle,
    age: flow.age,
    came_closed: flow.cameClosed,
  };
}

function allLists(state: ApiState): readonly Json[] {
  return state.catalogue.allNamed("list").map(({ name, data, body }) => ({
    id: namesOf(state).id("list", name),
    name,
    title: data.title,
    description: body.trim(),
    query: data.query ?? null,
    items: data.items ?? [],
    sort: data.sort ?? null,
    owner: data.owner ?? null,
    archived: data.archived === true,
  }));
}

/** What each kind is in the API. */
const resourceOf: Readonly<Partial<Record<NamedKind | "story" | "task", string>>> = {
  story: "stories",
  task: "tasks",
  person: "users",
  team: "teams",
  project: "projects",
  group: "project_groups",
  milestone: "milestones",
  list: "worklists",
  board: "boards",
};

function meantBy(state: ApiState, asked: Asked): Json {
  const alias = asked.text("alias") ?? "";
  const found = state.catalogue.alias(alias);
  if (!found) throw notFound();
  const { kind } = found;
  const isNumbered = kind === "story" || kind === "task";
  const own = isNumbered ? shownNumber(state, kind, Number(found.id)) : namesOf(state).id(kind, String(found.id));
  const resource = resourceOf[kind];
  return {
    alias,
    kind,
    id: own,
    name: isNumbered ? null : String(found.id),
    href: resource === undefined ? null : `/api/v1/${resource}/${own}`,
  };
}

const durations = object("how long things took, in milliseconds", {
  count: count("how many there were"),
  median: orNull(number("half took at most this long")),
  most: orNull(number("of a hundred, eighty-five took at most this long")),
  longest: orNull(number("the longest")),
});

export const beyond: Resource = {
  name: "beyond",
  description: "What StoryBoard has no routes for. What goes wrong here is told as RFC 9457 says.",
  shapes: {
    Found: object("a story that was found", {
      story: ref("Story"),
      snippet: orNull(text("where the words stand in it")),
    }),
    Statistics: object("how many there are, and how work flows", {
      unit: oneOf(["story", "task"], "what is counted"),
      by: text("the field that is counted by"),
      total: count("how many the query finds"),
      counts: list(
        object("a value", { value: orNull(text("the value; null is none")), count: count("how many have it") }),
        "most first",
      ),
      since: instant("the beginning of what is measured"),
      until: instant("its end"),
      interval: oneOf(intervals, "how time is cut"),
      flow: list(ref("FlowRow"), "interval by interval"),
      lead: durations,
      cycle: durations,
      age: durations,
      came_closed: count("how many were closed already when they came into the tracker"),
    }),
    FlowRow: object("what happened in an interval", {
      from: instant("its beginning"),
      to: instant("its end"),
      created: count("how many came"),
      closed: count("how many were closed"),
      reopened: count("how many were opened again"),
      scope: count("how many there were at its end"),
      open: count("how many of them were open"),
      merged: count("how many were merged"),
      invalid: count("how many were invalid"),
    }),
    NamedList: object("a list of the tracker", {
      id: id("its number, as a worklist"),
      name: text("its name"),
      title: text("its title"),
      description: text("what it is for"),
      query: orNull(text("the query that fills it")),
      items: list(id("a story or task"), "what was put on it by hand"),
      sort: orNull(text("its order")),
      owner: orNull(text("whose it is")),
      archived: flag("whether it is of the past"),
    }),
    Meant: object("what an alias stands for", {
      alias: text("the alias"),
      kind: text("story, task, person …"),
      id: id("its number"),
      name: orNull(text("its name, of what is no story or task")),
      href: orNull(text("where it is found")),
    }),
  },
  routes: [
    {
      path: "/search",
      summary: "Search stories, the best match first",
      parameters: { q, ...byOffset },
      shape: ref("Found"),
      isList: true,
      isOurs: true,
      answer: search,
    },
    {
      path: "/stats",
      summary: "Count stories or tasks by a field, and measure how work flows",
      parameters: {
        q,
        unit: parameter.choice(["story", "task"], "what is counted; stories, unless said otherwise"),
        by: parameter.text("the field: status, project, assignee, tag, milestone …"),
        since: parameter.instant("the beginning; by default the first of them"),
        until: parameter.instant("the end; by default now"),
        interval: parameter.choice(intervals, "how time is cut; by default what fits"),
      },
      shape: ref("Statistics"),
      isOurs: true,
      answer: statistics,
    },
    {
      path: "/lists",
      summary: "List the tracker's lists, with their queries",
      parameters: {},
      shape: ref("NamedList"),
      isList: true,
      isOurs: true,
      answer: (state) => {
        const items = allLists(state);
        return { items, total: items.length };
      },
    },
    {
      path: "/alias/{alias+}",
      summary: "Get what a name of another tracker, or a former name, stands for",
      parameters: {},
      inPath: { alias: { kind: "name", description: 'an alias such as "launchpad:1834567" or "person:bob"' } },
      shape: ref("Meant"),
      isOurs: true,
      answer: meantBy,
    },
  ],
};
