// The reference of the API as a page to read: made from the OpenAPI document, with the site's style, without a script.

import type { Schema } from "./shape.ts";

interface Operation {
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly description: string;
    readonly schema: Schema;
  }[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

interface Document {
  readonly info: { readonly title: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export function referencePage(document: Schema): { readonly contentType: string; readonly body: string } {
  const { info, tags, paths, components } = document as unknown as Document;
  const operations = Object.entries(paths).map(([path, { get }]) => ({ path, get }));
  const parts = tags.map(({ name, description }) => {
    const own = operations.filter(({ get }) => get.tags.includes(name));
    return `<section><h2 id="${escapeHtml(name)}">${escapeHtml(name)}</h2><p>${escapeHtml(description)}</p>${own.map(({ path, get }) => operationHtml(path, get)).join("")}</section>`;
  });
  const shapes = Object.entries(components.schemas).map(([name, schema]) => shapeHtml(name, schema));
  const contents = [...tags.map(({ name }) => name), "shapes"].map(
    (name) => `<a href="#${escapeHtml(name)}">${escapeHtml(name)}</a>`,
  );
  const body = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(info.title)}</title><link rel="stylesheet" href="/style.css"></head>
<body><main><h1>${escapeHtml(info.title)}</h1>
${info.description
  .split("\n\n")
  .map((text) => `<p>${escapeHtml(text)}</p>`)
  .join("\n")}
<p>The same for programs: <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<nav aria-label="Resources"><p>${contents.join(" · ")}</p></nav>
${parts.join("\n")}
<section><h2 id="shapes">Shapes</h2>${shapes.join("\n")}</section>
</main></body></html>
`;
  return { contentType: "text/html; charset=utf-8", body };
}

function operationHtml(path: string, { summary, parameters, responses }: Operation): string {
  const schema = Object.values(responses["200"]?.content ?? {})[0]?.schema;
  const shown = path.includes("{")
    ? `<code>GET /api/v1${escapeHtml(path)}</code>`
    : `<a href="/api/v1${escapeHtml(path)}?limit=10"><code>GET /api/v1${escapeHtml(path)}</code></a>`;
  const link = parameters.some(({ name }) => name === "limit") ? shown : shown.replace("?limit=10", "");
  const rows = parameters.map(
    ({ name, description, schema: type }) =>
      `<tr><td><code>${escapeHtml(name)}</code></td><td>${typeHtml(type)}</td><td>${escapeHtml(description)}</td></tr>`,
  );
  return `<h3>${escapeHtml(summary)}</h3><p>${link}${schema ? ` answers ${typeHtml(schema)}` : ""}</p>
<details><summary>${parameters.length} parameters</summary><table><thead><tr><th>name</th><th>value</th><th>meaning</th></tr></thead><tbody>${rows.join("")}</tbody></table></details>`;
}

function shapeHtml(name: string, schema: Schema): string {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  const rows = properties.map(
    ([key, value]) =>
      `<tr><td><code>${escapeHtml(key)}</code></td><td>${typeHtml(value)}</td><td>${escapeHtml(String(value.description ?? ""))}</td></tr>`,
  );
  return `<h3 id="shape-${escapeHtml(name)}">${escapeHtml(name)}</h3><p>${escapeHtml(String(schema.description ?? ""))}</p><table><thead><tr><th>member</th><th>value</th><th>meaning</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function typeHtml(schema: Schema): string {
  const {
    $ref,
    type,
    anyOf,
    items,
    enum: values,
  } = schema as { $ref?: string; type?: string | string[]; anyOf?: Schema[]; items?: Schema; enum?: unknown[] };
  const named = /^#\/components\/schemas\/(\w+)$/.exec($ref ?? "")?.[1];
  if (named) return `<a href="#shape-${escapeHtml(named)}">${escapeHtml(named)}</a>`;
  if (anyOf) return anyOf.map(typeHtml).join(" or ");
  if (items) return `list of ${typeHtml(items)}`;
  if (values) return values.map((value) => `<code>${escapeHtml(String(value))}</code>`).join(", ");
  return escapeHtml([type ?? "anything"].flat().join(" or "));
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
