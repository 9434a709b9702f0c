// Asking the API and holding every answer to its own OpenAPI document.

import { Ajv2020 } from "ajv/dist/2020.js";
import { expect } from "vitest";
import { openApi } from "../../src/api/openapi.ts";

type Json = Record<string, unknown>;

interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Json }>> }>
  >;
}

const document = openApi("Tests", "0") as unknown as {
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
  readonly components: Json;
};
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true, validateFormats: false });
ajv.addVocabulary(["components"]);
ajv.addSchema({ $id: "https://api.test/", components: document.components }, "https://api.test/");

/** The templates of the document's paths, fixed words before names. */
export const templates = Object.keys(document.paths).sort((a, b) => weight(a) - weight(b));

function weight(path: string): number {
  return [...path.matchAll(/\{/g)].length + (path === "/projects/{project}" ? 100 : 0);
}

export function templateOf(path: string): string | undefined {
  const decoded = decodeURIComponent(path);
  return templates.find((template) => {
    const source = template.replace(/\{(\w+)\}/g, (_, name) => (name === "project" ? ".+" : "[^/]+"));
    return new RegExp(`^${source}$`).test(decoded);
  });
}

const validators = new Map<string, (value: unknown) => boolean>();

/** Fails unless the document foresees this answer, to the letter; what `fields` asked for, `isCut`, may lack what is required. */
export function expectForeseen(path: string, status: number, contentType: string, body: unknown, isCut = false): void {
  const template = templateOf(path);
  expect(template, `a path of the document for ${path}`).toBeDefined();
  const content = document.paths[template ?? ""]?.get.responses[String(status)]?.content ?? {};
  const type = contentType.split(";")[0] ?? "";
  expect(Object.keys(content), `${path} answers ${status}`).toContain(type);
  const key = `${template} ${status} ${type} ${isCut}`;
  if (!validators.has(key)) {
    const schema = content[type]?.schema ?? {};
    const text = JSON.stringify(isCut ? withoutRequired(schema) : schema).replaceAll(
      '"#/components',
      '"https://api.test/#/components',
    );
    validators.set(key, ajv.compile(JSON.parse(text)));
  }
  const validate = validators.get(key) as ReturnType<typeof ajv.compile>;
  const isFine = validate(body);
  expect(isFine ? [] : validate.errors?.slice(0, 5), `${path} against the document`).toEqual([]);
}

/** The shape of an answer, or of a list's items, of which every member may be absent. */
function withoutRequired(schema: Json): Json {
  if (schema.type === "array") return { ...schema, items: withoutRequired(schema.items as Json) };
  const name = /^#\/components\/schemas\/(\w+)$/.exec(String(schema.$ref ?? ""))?.[1];
  const { required: _, ...rest } = name === undefined ? schema : ((document.components.schemas as Json)[name] as Json);
  return rest;
}

export interface ApiResponse<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** Asks below /api/v1 and checks the answer against the document, its length and its type. */
export function apiOf(url: string) {
  return async <T = Json[]>(path: string, init: RequestInit = {}): Promise<ApiResponse<T>> => {
    const response = await fetch(`${url}/api/v1${path}`, { headers: { "accept-encoding": "identity" }, ...init });
    const text = await response.text();
    const body = text === "" ? null : JSON.parse(text);
    if (response.status !== 304) {
      expect(response.headers.get("content-length")).toBe(String(Buffer.byteLength(text)));
      const below = path.split("?")[0] ?? "";
      const isCut = response.status === 200 && /[?&]fields=[^&]/.test(path);
      if (templateOf(below) !== undefined)
        expectForeseen(below, response.status, response.headers.get("content-type") ?? "", body, isCut);
    }
    return { status: response.status, headers: response.headers, body: body as T };
  };
}
