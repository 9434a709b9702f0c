// Makes src/model/generated/ from schema/: types, compiled checkers, and the facts that code asks of a schema. `--check` only compares.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { _ } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { compile } from "json-schema-to-typescript";

const root = fileURLToPath(new URL("..", import.meta.url));
const target = join(root, "src", "model", "generated");
const annotations = ["x-ref", "x-format", "x-always", "x-daily", "x-immutable", "x-restricted", "x-sorted"];
// Their form alone does not make them right: 2026-02-30 is no day.
const checkedByCode = ["day", "instant"];

const schemas = Object.fromEntries(
  readdirSync(join(root, "schema"))
    .filter((name) => name.endsWith(".schema.json"))
    .sort()
    .map((name) => [name.replace(".schema.json", ""), JSON.parse(readFileSync(join(root, "schema", name), "utf8"))]),
);

const files = {
  "types.ts": await types(),
  "checkers.js": await checkers(),
  "checkers.d.ts": checkerTypes(),
  "schema-facts.ts": facts(),
};

if (process.argv.includes("--check")) {
  const stale = Object.entries(files).filter(([name, content]) => read(join(target, name)) !== content);
  for (const [name] of stale) process.stderr.write(`src/model/generated/${name} is stale: run "npm run generate"\n`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  mkdirSync(target, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(target, name), content);
}

/** One interface per kind, in the form records are read to: an empty value is an absent key. */
async function types() {
  const parts = ["// Generated from schema/ by scripts/generate.mjs; do not edit.\n"];
  for (const [kind, schema] of Object.entries(schemas)) {
    const { patternProperties: _extensions, $id: _id, ...plain } = withoutNull(schema);
    const name = interfaceName(kind);
    parts.push(
      await compile({ ...plain, title: name }, name, {
        bannerComment: "",
        additionalProperties: false,
        ignoreMinAndMaxItems: true,
        format: false,
      }),
    );
  }
  return `${parts
    .join("\n")
    .replace(/^(?=(?:"[^"]+"|\w+)\??: )/gm, "readonly ")
    .trimEnd()}\n`;
}

/** Schemas compiled to functions, bundled so that nothing of ajv is loaded at run time. */
async function checkers() {
  const ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    ownProperties: true,
    messages: false,
    allowUnionTypes: true,
    schemas: Object.values(schemas).map(withFormats),
    // In the generated code they are functions of ours, by name.
    formats: Object.fromEntries(checkedByCode.map((name) => [name, () => true])),
    code: { source: true, esm: true, formats: _`require("../formats.ts").formats` },
  });
  const names = Object.fromEntries(Object.entries(schemas).map(([kind, schema]) => [kind, schema.$id]));
  const code = withShortFaults(withQuickLengths(standalone(ajv, names)));
  const bundle = await build({
    stdin: {
      contents: `${code.replace(/^export const (\w+) = /gm, "const $1 = ").replace(/^"use strict";/, "")}
export const check = { ${Object.keys(schemas).join(", ")} };\n`,
      resolveDir: target,
      loader: "js",
      sourcefile: "checkers.js",
    },
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    minify: true,
    lineLimit: 140,
  });
  return `// Generated from schema/ by scripts/generate.mjs; do not edit.\n${bundle.outputFiles[0].text}`;
}

/** Characters are counted one by one only where a text has more UTF-16 units than it may have characters, which is seldom. */
function withQuickLengths(code) {
  const counted = /(\w+)\((data\d+)\) (?:> (\d+)|< 1\b)/g;
  return code.replace(counted, (_all, count, text, most) =>
    most === undefined ? `${text}.length < 1` : `${text}.length > ${most} && ${count}(${text}) > ${most}`,
  );
}

/** Each of the hundreds of places where a fault is noted becomes one call: every start of the program loads what is compiled of them. */
function withShortFaults(code) {
  const noted =
    /^const (err\d+) = \{instancePath(?::(.*?))?,schemaPath:".*?",keyword:(".*?"),params:((?:(?!,propertyName:).)*?)\};if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}/;
  const short = (_all, _name, path = "instancePath", keyword, params) =>
    `vErrors = note(vErrors, ${path}, ${keyword}, ${params});`;
  // One by one: else the expression would look for the end of each in all of the code, which takes a minute.
  const pieces = code.split(/(?=const err\d+ = \{instancePath)/);
  return `${pieces.map((piece) => piece.replace(noted, short)).join("")}
function note(errors, instancePath, keyword, params) {
  if (errors === null) return [{ instancePath, keyword, params }];
  errors.push({ instancePath, keyword, params });
  return errors;
}
`;
}

function checkerTypes() {
  return `// Generated from schema/ by scripts/generate.mjs; do not edit.
export interface Checker {
  (data: unknown): boolean;
  /** What was wrong with the data checked last, or null. */
  errors: readonly { instancePath: string; keyword: string; params: Record<string, unknown> }[] | null;
}
export declare const check: {
${Object.keys(schemas)
  .map((kind) => `  readonly ${kind}: Checker;`)
  .join("\n")}
};
`;
}

/** Tables that code would otherwise repeat: key order, which keys are daily, what refers to what. */
function facts() {
  const tables = Object.fromEntries(Object.entries(schemas).map(([kind, schema]) => [kind, factsOf(schema)]));
  return `// Generated from schema/ by scripts/generate.mjs; do not edit.

/** What code asks of a schema. Pointers are patterns: a list's items stand as "*". */
export interface SchemaFacts {
  /** In canonical order. */
  readonly keys: readonly string[];
  readonly required: readonly string[];
  /** May be there without a value. */
  readonly nullable: readonly string[];
  /** Written even while empty. */
  readonly always: readonly string[];
  /** Changed day by day, so that edits of different ones must merge. */
  readonly daily: readonly string[];
  readonly immutable: readonly string[];
  /** Only in restricted trackers. */
  readonly restricted: readonly string[];
  /** Lists that are kept sorted. */
  readonly sorted: readonly string[];
  /** Keys whose value is a list. */
  readonly lists: readonly string[];
  /** Where instants and days stand, which are written without quotes. */
  readonly times: readonly string[];
  readonly references: readonly { readonly pointer: string; readonly ref: string }[];
  readonly formats: Readonly<Record<string, string>>;
  /** The keys of mappings inside. */
  readonly nested: Readonly<Record<string, readonly string[]>>;
  readonly enums: Readonly<Record<string, readonly string[]>>;
  /** What is not text: integer, number, boolean, object, array. */
  readonly types: Readonly<Record<string, string>>;
}

export const facts: Readonly<Record<${Object.keys(schemas)
    .map((kind) => JSON.stringify(kind))
    .join(" | ")}, SchemaFacts>> = ${JSON.stringify(tables, null, 2)};
`;
}

function factsOf(schema) {
  const result = { references: [], formats: {}, nested: {}, enums: {}, types: {}, times: [] };
  walk(schema, "", result);
  const properties = Object.entries(schema.properties);
  const marked = (mark) => properties.filter(([, value]) => value[mark]).map(([key]) => key);
  return {
    keys: properties.map(([key]) => key),
    required: schema.required,
    nullable: properties.filter(([, value]) => takesNull(value)).map(([key]) => key),
    always: marked("x-always"),
    daily: marked("x-daily"),
    immutable: marked("x-immutable"),
    restricted: marked("x-restricted"),
    sorted: marked("x-sorted"),
    lists: properties.filter(([, value]) => [value.type].flat().includes("array") && value.items).map(([key]) => key),
    ...result,
  };
}

function takesNull(schema) {
  return new Ajv2020({
    strict: false,
    formats: Object.fromEntries(checkedByCode.map((name) => [name, () => true])),
  }).validate(withFormats(schema), null);
}

function walk(schema, pointer, result) {
  if (schema["x-ref"]) result.references.push({ pointer, ref: schema["x-ref"] });
  if (schema["x-format"]) result.formats[pointer] = schema["x-format"];
  if (checkedByCode.includes(schema["x-format"])) result.times.push(pointer);
  if (schema.enum) result.enums[pointer] = schema.enum.filter((value) => value !== null).map(String);
  const type = [schema.type ?? "string"].flat().find((each) => each !== "null");
  if (type !== "string" && pointer !== "") result.types[pointer] = type;
  if (schema.properties && pointer !== "") result.nested[pointer] = Object.keys(schema.properties);
  for (const [key, value] of Object.entries(schema.properties ?? {})) walk(value, `${pointer}/${key}`, result);
  if (schema.items) walk(schema.items, `${pointer}/*`, result);
  if (typeof schema.additionalProperties === "object") walk(schema.additionalProperties, `${pointer}/*`, result);
}

/** Only what checks: words go, and formats that code checks take the place of their pattern, so that one fault is one finding. */
function withFormats(schema) {
  return mapSchema(schema, ({ pattern, description: _words, title: _title, ...rest }) => {
    const checks = Object.fromEntries(Object.entries(rest).filter(([key]) => !annotations.includes(key)));
    if (checkedByCode.includes(rest["x-format"])) checks.format = rest["x-format"];
    else if (pattern !== undefined) checks.pattern = pattern;
    return checks;
  });
}

function withoutNull(schema) {
  return mapSchema(schema, (node) => ({
    ...node,
    ...(Array.isArray(node.type) ? { type: single(node.type.filter((type) => type !== "null")) } : {}),
    ...(node.enum ? { enum: node.enum.filter((value) => value !== null) } : {}),
  }));
}

function single(types) {
  return types.length === 1 ? types[0] : types;
}

function mapSchema(schema, change) {
  const changed = change(schema);
  const inside = { ...changed };
  for (const key of ["properties", "patternProperties"]) {
    if (!changed[key]) continue;
    inside[key] = Object.fromEntries(
      Object.entries(changed[key]).map(([name, value]) => [name, mapSchema(value, change)]),
    );
  }
  for (const key of ["items", "additionalProperties", "propertyNames"]) {
    if (typeof changed[key] === "object") inside[key] = mapSchema(changed[key], change);
  }
  return inside;
}

function interfaceName(kind) {
  return `${kind[0].toUpperCase()}${kind.slice(1)}Data`;
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
