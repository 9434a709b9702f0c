// A request below /api/v1 to its answer: the route found, its parameters read, the result put into StoryBoard's form.

import { quote } from "../text/quote.ts";
import { matcherOf } from "./match.ts";
import { everywhere, readParameters, withoutPast } from "./parameters.ts";
import { ApiProblem, notFound } from "./problem.ts";
import type { Json, Listed, Route, Viewer } from "./route.ts";
import type { Schema } from "./shape.ts";
import type { ApiState } from "./state.ts";
import { routes, shapes } from "./table.ts";

export interface ApiAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Text, or the parts of a text that is too long to be held whole. */
  readonly body: string | AsyncIterable<string>;
  readonly isPersonal?: boolean;
}

/** Finds the tracker as of a revision; an ApiProblem 404 when that is no commit of its history. */
export type StateAt = (revision: string) => Promise<ApiState>;

export interface ApiRequest {
  /** Decoded, below /api/v1, beginning with "/". */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly viewer: Viewer;
}

const match = matcherOf(routes);
const json = "application/json; charset=utf-8";
/** What a script from another place may read; all that is ours beside the few that browsers let through anyway. */
export const exposedHeaders = "X-Total, X-Limit, X-Offset, X-Marker, X-Next-Cursor, Link, ETag, Location";

/** Never throws for what a client did wrong. Paths that are no route are 404 in StoryBoard's form. `at` null: no past is shown. */
export async function answerApi(state: ApiState, at: StateAt | null, request: ApiRequest): Promise<ApiAnswer> {
  let route: Route | undefined;
  try {
    const matched = match(request.path);
    if (!matched) throw notFound();
    route = matched.route;
    const common = at === null ? withoutPast : everywhere;
    const asked = readParameters(request.query, { ...route.parameters, ...common }, matched.inPath);
    const revision = asked.text("at");
    const then = revision === undefined || at === null ? state : await at(revision);
    const answer = await route.answer(then, asked, request.viewer);
    const wanted = fieldsAsked(route, asked.texts("fields"));
    const personal = route.isPersonal ? { isPersonal: true } : {};
    if (!route.isList) {
      const body = JSON.stringify(wanted ? only(answer as Json, wanted) : answer);
      return { status: 200, contentType: json, headers: {}, body, ...personal };
    }
    const { items } = answer as Listed;
    const cut = (item: unknown) => (wanted ? only(item as Json, wanted) : item);
    const body = isArray(items) ? JSON.stringify(items.map(cut)) : textOf(items, cut);
    return { status: 200, contentType: json, headers: headersOf(answer as Listed, request), body, ...personal };
  } catch (problem) {
    if (problem instanceof ApiProblem)
      return problemAnswer(problem.status, problem.message, route?.isOurs === true, problem.parameter);
    throw problem;
  }
}

/** Whether a path below /api/v1 is of a route that StoryBoard has not. */
export function isOurs(path: string): boolean {
  try {
    return match(path)?.route.isOurs === true;
  } catch (problem) {
    if (problem instanceof ApiProblem) return false;
    throw problem;
  }
}

/** What went wrong: in StoryBoard's form, or for routes that only we have as RFC 9457 says. */
export function problemAnswer(status: number, sentence: string, asProblem = false, parameter?: string): ApiAnswer {
  if (asProblem) {
    const body = {
      type: "about:blank",
      title: titles[status] ?? "Error",
      status,
      detail: sentence,
      ...(parameter ? { parameter } : {}),
    };
    return { status, contentType: "application/problem+json; charset=utf-8", headers: {}, body: JSON.stringify(body) };
  }
  const body = { faultcode: status < 500 ? "Client" : "Server", faultstring: sentence, debuginfo: null };
  return { status, contentType: json, headers: {}, body: JSON.stringify(body) };
}

const titles: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  414: "URI Too Long",
  421: "Misdirected Request",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

function headersOf(
  { total, limit, offset, marker, cursor }: Listed,
  { path, query }: ApiRequest,
): Record<string, string> {
  const headers: Record<string, string> = {};
  if (total !== undefined) headers["X-Total"] = String(total);
  // Of no rows at all StoryBoard tells no limit.
  if (limit) headers["X-Limit"] = String(limit);
  if (offset !== undefined) headers["X-Offset"] = String(offset);
  if (marker !== undefined) headers["X-Marker"] = String(marker);
  if (cursor === undefined) return headers;
  const next = new URLSearchParams(query);
  for (const name of ["marker", "offset"]) next.delete(name);
  next.set("cursor", cursor);
  headers["X-Next-Cursor"] = cursor;
  headers.Link = `</api/v1${encodeURI(path)}?${next}>; rel="next"`;
  return headers;
}

/** The members asked for; an ApiProblem 400 for one that the route's shape has not. */
function fieldsAsked(route: Route, texts: readonly string[]): readonly string[] | null {
  const names = texts
    .flatMap((text) => text.split(","))
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (names.length === 0) return null;
  const properties = membersOf(route.shape);
  for (const name of names) {
    if (!Object.hasOwn(properties, name))
      throw new ApiProblem(400, `there is no member ${quote(name.slice(0, 60))} here`, "fields");
  }
  return names;
}

function membersOf(shape: Schema): object {
  const named = /^#\/components\/schemas\/(\w+)$/.exec(String(shape.$ref ?? ""))?.[1];
  return ((named === undefined ? shape : (shapes[named] ?? {})).properties as object | undefined) ?? {};
}

function only(item: Json, wanted: readonly string[]): Json {
  return Object.fromEntries(wanted.filter((name) => Object.hasOwn(item, name)).map((name) => [name, item[name]]));
}

function isArray(items: Listed["items"]): items is readonly unknown[] {
  return Array.isArray(items);
}

async function* textOf(
  portions: AsyncIterable<readonly unknown[]>,
  cut: (item: unknown) => unknown,
): AsyncIterable<string> {
  let before = "[";
  for await (const portion of portions) {
    if (portion.length === 0) continue;
    yield before + portion.map((item) => JSON.stringify(cut(item))).join(",");
    before = ",";
  }
  yield before === "[" ? "[]" : "]";
}
