// StoryBoard's filters on stories and tasks as conditions of the query language, and the query language itself.

import { queryContext } from "../../index/expand-query.ts";
import type { NamedKind } from "../../model/place.ts";
import { parseQuery } from "../../model/query/parse.ts";
import type { Expression, QueryProblem } from "../../model/query/query.ts";
import { tokens } from "../../model/query/tokens.ts";
import { namesOf } from "../names.ts";
import { meantNumber } from "../numbers.ts";
import type { Asked } from "../parameters.ts";
import { ApiProblem } from "../problem.ts";
import type { ApiState } from "../state.ts";
import { allBranches } from "./branch-numbers.ts";
import { threePriorities } from "./priorities.ts";

const everything: Expression = { kind: "all" };
const nothing: Expression = { kind: "not", part: everything };

export function equals(field: string, value: string): Expression {
  return { kind: "equals", field, value, prefix: false };
}

export function either(parts: readonly Expression[]): Expression {
  return parts.length === 0 ? nothing : parts.length === 1 ? (parts[0] as Expression) : { kind: "or", parts };
}

export function all(parts: readonly Expression[]): Expression {
  return parts.length === 0 ? everything : parts.length === 1 ? (parts[0] as Expression) : { kind: "and", parts };
}

/** The field has one of the names whose numbers are asked for; an unknown number matches nothing. */
function named(
  state: ApiState,
  asked: Asked,
  parameter: string,
  kinds: readonly NamedKind[],
  field: string,
): Expression[] {
  if (!asked.has(parameter)) return [];
  const names = namesOf(state);
  const found = asked.ids(parameter).flatMap((id) => kinds.flatMap((kind) => names.name(kind, id) ?? []));
  return [either(found.map((name) => equals(field, name)))];
}

/** What stories and tasks can both be asked for. */
function shared(state: ApiState, asked: Asked): Expression[] {
  return [
    ...named(state, asked, "assignee_id", ["person", "team"], "assignee"),
    ...named(state, asked, "project_id", ["project"], "project"),
    ...named(state, asked, "project_group_id", ["group"], "group"),
    ...named(state, asked, "creator_id", ["person"], "author"),
    ...named(state, asked, "milestone_id", ["milestone"], "milestone"),
    ...queryAsked(state, asked),
  ];
}

export function storyFilter(state: ApiState, asked: Asked): Expression {
  const tags = asked.texts("tags").map((tag) => equals("tag", tag));
  const statuses = asked.texts("status").map((status) => equals("status", status));
  const since = asked.instant("updated_since");
  return all([
    ...shared(state, asked),
    ...(statuses.length > 0 ? [either(statuses)] : []),
    ...(tags.length === 0 ? [] : [asked.text("tags_filter_type") === "any" ? either(tags) : all(tags)]),
    ...(since === undefined ? [] : [{ kind: "between", field: "updated", from: since, to: null } as const]),
    ...watched(state, asked),
  ]);
}

export function taskFilter(state: ApiState, asked: Asked): Expression {
  const statuses = asked.texts("status").map((status) => equals("task", status));
  const priorities = asked
    .texts("priority")
    .flatMap((wanted) =>
      Object.keys(threePriorities).filter((own) => own === wanted || threePriorities[own] === wanted),
    );
  const stories = asked.ids("story_id").map((id) => inStory(state, meantNumber(state, "story", id)));
  return all([
    ...shared(state, asked),
    ...(statuses.length > 0 ? [either(statuses)] : []),
    ...(asked.has("priority") ? [either(priorities.map((priority) => equals("priority", priority)))] : []),
    ...(stories.length > 0 ? [either(stories)] : []),
    ...branches(state, asked),
    ...watched(state, asked),
  ]);
}

/** The rows of one story; a task of that number is none of them. */
export function inStory(state: ApiState, story: number): Expression {
  return state.catalogue.rows([story]).length === 0 ? nothing : equals("id", String(story));
}

/** A task names its branch, or means its project's default one. */
function branches(state: ApiState, asked: Asked): Expression[] {
  if (!asked.has("branch_id")) return [];
  const wanted = asked.ids("branch_id");
  const found = allBranches(state).filter(({ id }) => wanted.includes(id));
  return [
    either(
      found.map(({ project, branch }) => {
        const own = equals("branch", branch);
        const isDefault = (state.catalogue.named("project", project)?.data.default_branch ?? "master") === branch;
        return all([equals("project", project), isDefault ? either([own, { kind: "none", field: "branch" }]) : own]);
      }),
    ),
  ];
}

/** What a person watches. */
function watched(state: ApiState, asked: Asked): Expression[] {
  const id = asked.id("subscriber_id");
  if (id === undefined) return [];
  const name = namesOf(state).name("person", id);
  return [name === undefined ? nothing : queryFor(state, `watcher:"${name}"`)];
}

/** `q` in the query language; an ApiProblem 400 says where it went wrong. */
function queryAsked(state: ApiState, asked: Asked): Expression[] {
  const text = asked.text("q");
  if (text === undefined) return [];
  return [queryFor(state, text)];
}

function queryFor(state: ApiState, text: string): Expression {
  const parsed = parseQuery(text, queryContext(state.catalogue, state.now));
  if (parsed.ok && parsed.query.sort.length === 0) return parsed.query.where;
  // Left out in silence it would be another order, and of a part of them others.
  if (parsed.ok)
    throw new ApiProblem(400, "q: an order is asked for with sort_field and sort_dir, not with sort:", "q");
  throw wrongQuery(parsed.problem);
}

export function wrongQuery({ message, at, hint }: QueryProblem): ApiProblem {
  return new ApiProblem(400, `q, character ${at}: ${message}${hint === undefined ? "" : `; ${hint}`}`, "q");
}

/** What somebody types into StoryBoard's search: words, the last of them perhaps not finished. */
export function searchWords(text: string | undefined): Expression {
  const words = tokens(text ?? "");
  return all(words.map((word, at) => ({ kind: "text", words: [word], prefix: at === words.length - 1 })));
}
