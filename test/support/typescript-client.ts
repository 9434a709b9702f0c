// A TypeScript client made from an OpenAPI document: types of its shapes, a function for each operation.

import { compile, type JSONSchema } from "json-schema-to-typescript";

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: "path" | "query";
    readonly schema: { type?: string };
  }[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: JSONSchema }>> }>
  >;
}

interface Document {
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, JSONSchema>> };
}

/** The text of a module that asks `base`, which is given to each function first. */
export async function typescriptClient(document: Document): Promise<string> {
  const { schemas } = document.components;
  const whole = {
    $id: "Everything",
    type: "object",
    properties: refsTo(schemas),
    additionalProperties: false,
    definitions: schemas,
  };
  const text = JSON.stringify(whole).replaceAll("#/components/schemas/", "#/definitions/");
  const types = await compile(JSON.parse(text), "Everything", { bannerComment: "", additionalProperties: false });
  const functions = Object.entries(document.paths).map(([path, { get }]) => functionText(path, get));
  const ask = `export async function ask<T>(base: string, path: string, query: Record<string, unknown> = {}): Promise<T> {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) for (const each of [value].flat()) if (each !== undefined) words.append(name, String(each));
  const response = await fetch(\`\${base}/api/v1\${path}?\${words}\`);
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as T;
}`;
  return [types, ask, ...functions].join("\n");
}

function refsTo(schemas: Document["components"]["schemas"]): Record<string, JSONSchema> {
  return Object.fromEntries(Object.keys(schemas).map((name) => [name, { $ref: `#/definitions/${name}` }]));
}

function functionText(path: string, { operationId, parameters, responses }: Operation): string {
  const inPath = parameters.filter((each) => each.in === "path");
  const inQuery = parameters.filter((each) => each.in === "query");
  const args = inPath.map(({ name }) => `${name}: string | number`);
  const query = inQuery.map(({ name, schema }) => `${name}?: ${typeOf(schema)}`);
  const address = path.replace(/\{(\w+)\}/g, (_, name) => `\${encodeURIComponent(${name})}`);
  const schema = responses["200"]?.content?.["application/json"]?.schema ?? {};
  const all = ["base: string", ...args, `query: { ${query.join("; ")} } = {}`];
  return `export const ${operationId} = (${all.join(", ")}) => ask<${answerType(schema)}>(base, \`${address}\`, query);`;
}

function typeOf(schema: { readonly type?: string; readonly items?: { readonly type?: string } }): string {
  if (schema.type === "array") return `readonly ${typeOf(schema.items ?? {})}[]`;
  return schema.type === "integer" ? "number" : schema.type === "boolean" ? "boolean" : "string";
}

function answerType(schema: JSONSchema): string {
  if (schema.type === "array") return `${answerType(schema.items as JSONSchema)}[]`;
  return /(\w+)$/.exec(String(schema.$ref ?? ""))?.[1] ?? "unknown";
}
