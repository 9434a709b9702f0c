// The reference of the API as OpenAPI 3.1, made from the same tables that answer.

import { limits } from "../text/limits.ts";
import { partOf, partsOf } from "./match.ts";
import { everywhere, type Parameter, type Parameters, withoutPast } from "./parameters.ts";
import type { Resource, Route } from "./route.ts";
import { object, oneOf, type Schema, text } from "./shape.ts";
import { resources, shapes } from "./table.ts";

const faults: Readonly<Record<string, Schema>> = {
  Fault: object("what went wrong, as StoryBoard says it", {
    faultcode: oneOf(["Client", "Server"], "whose mistake it was"),
    faultstring: text("one sentence"),
    debuginfo: { type: "null", description: "nothing is told" },
  }),
  Problem: object(
    "what went wrong, as RFC 9457 says",
    {
      type: text("about:blank: the status says what kind"),
      title: text("the status in words"),
      status: { type: "integer", description: "the status" },
      detail: text("one sentence"),
      parameter: text("the parameter at fault"),
    },
    ["parameter"],
  ),
};

const header = (schema: Schema, description: string) => ({ schema, description });
const whole: Schema = { type: "string", pattern: "^\\d+$" };
const listHeaders = {
  "X-Total": header(whole, "how many there are in all; searches do not tell"),
  "X-Limit": header(whole, "the limit that was asked for, or the highest there is"),
  "X-Offset": header(whole, "the offset that was asked for"),
  "X-Marker": header(whole, "the marker that was asked for, when it was found"),
  "X-Next-Cursor": header({ type: "string" }, "the `cursor` of the next page, when there is one"),
  Link: header({ type: "string" }, 'the address of the next page, rel="next"'),
};

/** The document. `title` is the tracker's, `version` the program's; `showsPast`: whether `at` can be asked for. */
export function openApi(title: string, version: string, showsPast = true): Schema {
  const common = showsPast ? everywhere : withoutPast;
  return {
    openapi: "3.1.0",
    info: {
      title: `${title}: API`,
      version,
      description: `Reads a story tracker that lives in git. What StoryBoard's API v1 answers is answered the same way; its clients need not know the rest.\n\nLists come whole unless \`limit\` is given, which is ${limits.pageSize} at most. To change something, propose a commit to the tracker's repository.`,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/api/v1" }],
    tags: resources.map(({ name, description }) => ({ name, description })),
    paths: Object.fromEntries(
      resources.flatMap((resource) =>
        resource.routes.map((route) => [openPath(route), { get: operation(resource, route, common) }]),
      ),
    ),
    components: { schemas: { ...shapes, ...faults } },
  };
}

export function openPath(route: Route): string {
  return route.path.replaceAll("+}", "}");
}

function operation(resource: Resource, route: Route, common: Parameters) {
  const { summary, shape, isList } = route;
  const fault = route.isOurs ? "Problem" : "Fault";
  const type = route.isOurs ? "application/problem+json" : "application/json";
  const problem = (description: string) => ({
    description,
    content: { [type]: { schema: { $ref: `#/components/schemas/${fault}` } } },
  });
  const inPath = partsOf(route).map(({ name }) => ({
    name,
    in: "path",
    required: true,
    ...described(partOf(route, name)),
  }));
  return {
    operationId: operationId(route),
    tags: [resource.name],
    summary,
    parameters: [...inPath, ...queryParameters(route.parameters), ...queryParameters(common)],
    responses: {
      200: {
        description: isList ? "A list" : "It",
        ...(isList ? { headers: listHeaders } : {}),
        content: { "application/json": { schema: isList ? { type: "array", items: shape } : shape } },
      },
      304: { description: "It is as the client has it: see If-None-Match" },
      400: problem("A parameter is not as it should be"),
      404: problem("There is nothing by that number or name, or nothing that may be seen"),
      414: problem("The address, or a parameter of it, is too long"),
      421: problem("This server does not answer for that host name"),
      429: problem("Too many requests: wait a minute"),
      431: {
        description: "The headers are too long",
        content: { "text/plain": { schema: text("one sentence") } },
      },
      503: problem("Too many long answers are being written: try again soon"),
    },
  };
}

/** "get_stories_story_id_tasks". */
export function operationId(route: Route): string {
  return `get_${route.path.replace(/\W+/g, "_").replace(/^_|_$/g, "")}`;
}

function queryParameters(parameters: Parameters) {
  return Object.entries(parameters).map(([name, parameter]) => ({
    name,
    in: "query",
    required: false,
    // As good as not given; a flag is off then.
    allowEmptyValue: true,
    ...(parameter.many ? { style: "form", explode: true } : {}),
    ...described(parameter),
  }));
}

function described(parameter: Parameter): { description: string; schema: Schema } {
  const one = schemaOf(parameter);
  return {
    description: parameter.description,
    schema: parameter.many ? { type: "array", items: one, maxItems: 100 } : one,
  };
}

const withoutControls = "^[^\\u0000-\\u001f\\u007f]*$";

function schemaOf({ kind, choices, pattern = withoutControls }: Parameter): Schema {
  switch (kind) {
    case "id":
      return { type: "integer", minimum: 1, maximum: Number.MAX_SAFE_INTEGER };
    case "count":
      return { type: "integer", minimum: 0, maximum: 999_999_999_999_999 };
    case "flag":
      return { type: "boolean" };
    case "instant":
      return { type: "string", format: "date-time" };
    case "choice":
      return { type: "string", enum: [...(choices ?? [])] };
    default:
      return { type: "string", maxLength: limits.queryLength, pattern };
  }
}
