// What a schema has against a file, in words: one finding per field, at its place, with a suggestion where one is near.

import type { Diagnostic } from "../text/diagnostic.ts";
import { locate, type Matter, unescapePointer } from "../text/matter.ts";
import { nearest } from "../text/nearest.ts";
import { quote } from "../text/quote.ts";
import { facts } from "./generated/schema-facts.ts";
import type { Kind } from "./place.ts";

/** The shape of an ajv error, as far as it is used here. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The custom fields of a tracker: which keys a kind may carry beside its own, and what is wrong with a value. */
export interface DeclaredFields {
  readonly keys: (kind: Kind) => readonly string[];
  /** One sentence, or undefined when the value fits. */
  readonly problem: (kind: Kind, key: string, value: unknown) => string | undefined;
  /** Nobody knows which are declared, tracker.yaml cannot be read: then any may be. */
  readonly isUnknown?: boolean;
}

export const noFields: DeclaredFields = { keys: () => [], problem: () => undefined };
export const unknownFields: DeclaredFields = { ...noFields, isUnknown: true };

const formats: Readonly<Record<string, string>> = {
  instant: "an instant that exists, such as 2026-03-01T09:12:33Z",
  day: "a day that exists, such as 2026-03-01",
  url: "an address that begins with https:// or http://",
  person: "a person's name: a-z, 0-9, dot, underscore and dash",
  team: "a team's name: a-z, 0-9, dot, underscore and dash",
  name: "a name made of a-z, 0-9, dot, underscore and dash",
  project: 'a project\'s name, such as "openstack/nova"',
  tag: "a tag: lower-case letters, digits, dots and dashes, no blanks",
  type: "a story type: a-z, 0-9 and dash",
  alias: 'an alias such as "launchpad:1834567"',
  identity: 'an identity such as "github:alice"',
  title: "one line of text",
  branch: "a branch's name: no blanks",
  comment: 'the name of a comment, such as "20260301T091233Z-ab12"',
  file: "the name of a file in the story's attachments",
  email: "a mail address",
  cve: "a CVE number, such as CVE-2026-1234",
  sort: 'a sort order, such as "updated-desc"',
  word: "one word: a-z, 0-9 and dash",
  commit: "the full id of a commit",
};

/** Diagnostics for a file's schema errors, `data` being what was checked; unknown keys that are declared custom fields are judged by their declaration. */
export function schemaDiagnostics(
  kind: Kind,
  matter: Matter,
  data: Readonly<Record<string, unknown>>,
  errors: readonly SchemaError[],
  fields: DeclaredFields,
): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const error of errors) {
    const diagnostic = describe(kind, matter, data, error, fields);
    if (!diagnostic) continue;
    // One field, one finding: a wrong type also fails its pattern.
    const place = `${error.instancePath} ${error.keyword === "required" || error.keyword === "additionalProperties" ? diagnostic.message : ""}`;
    if (!found.has(place)) found.set(place, diagnostic);
  }
  return [...found.values()];
}

function describe(
  kind: Kind,
  matter: Matter,
  data: Readonly<Record<string, unknown>>,
  error: SchemaError,
  fields: DeclaredFields,
): Diagnostic | undefined {
  const { instancePath, params } = error;
  if (error.keyword === "required") return missingKey(kind, matter, instancePath, String(params.missingProperty));
  if (error.keyword === "additionalProperties") {
    return unknownKey(kind, matter, instancePath, String(params.additionalProperty), fields);
  }
  const name = nameOf(instancePath);
  const value = valueAt(data, instancePath);
  const base = { code: codeOf(kind, instancePath), severity: "error" as const, path: matter.path };
  const at = (message: string, hint?: string, pointer = instancePath): Diagnostic => ({
    ...base,
    message,
    range: locate(matter, pointer),
    ...(hint ? { hint } : {}),
  });
  switch (error.keyword) {
    case "enum": {
      const allowed = (params.allowedValues as unknown[]).filter((choice) => choice !== null).map(String);
      const guess = typeof value === "string" ? nearest(value, allowed) : undefined;
      return at(`${name} ${quote(value)} is not one of ${allowed.join(", ")}`, guess && `did you mean "${guess}"?`);
    }
    case "const":
      return at(`${name} ${quote(value)} is not ${quote(params.allowedValue)}`);
    case "type":
      return at(
        `${name} is ${typeOf(value)}, where ${typeNames(params.type)} is expected`,
        typeHint(value, params.type),
      );
    case "format":
    case "pattern": {
      const format = String(params.format ?? facts[kind].formats[patternOf(instancePath)] ?? "");
      const expected = formats[format];
      return at(expected ? `${name} ${quote(value)} is not ${expected}` : `${name} ${quote(value)} has a wrong form`);
    }
    case "minLength":
      return at(`${name} is empty, where one line of text is expected`);
    case "maxLength":
      return at(`${name} ${quote(value)} is longer than ${String(params.limit)} characters`);
    case "minItems":
      return at(`${name} has fewer than ${String(params.limit)} items`);
    case "maxItems":
      return at(`${name} has more than ${String(params.limit)} items`);
    case "uniqueItems": {
      const twice = Math.max(Number(params.i), Number(params.j));
      const pointer = `${instancePath}/${twice}`;
      return at(`${name} holds ${quote(valueAt(data, pointer))} twice`, "keep one of the two", pointer);
    }
    case "minimum":
    case "exclusiveMinimum":
    case "maximum":
    case "exclusiveMaximum":
      return at(`${name} ${quote(value)} must be ${String(params.comparison)} ${String(params.limit)}`);
    // The branches of a choice have said what they miss already.
    case "anyOf":
    case "oneOf":
    case "if":
      return undefined;
    default:
      return at(`${name} ${quote(value)} does not fit the format`);
  }
}

function missingKey(kind: Kind, matter: Matter, parent: string, key: string): Diagnostic {
  return {
    code: "missing-key",
    severity: "error",
    message: `key "${key}" is missing${parent === "" ? "" : ` in ${nameOf(parent)}`}`,
    path: matter.path,
    range: locate(matter, parent),
    hint: `every ${kind} has "${parent === "" ? key : `${nameOf(parent)}.${key}`}"`,
  };
}

function unknownKey(
  kind: Kind,
  matter: Matter,
  parent: string,
  key: string,
  fields: DeclaredFields,
): Diagnostic | undefined {
  const pointer = `${parent}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  const base = { severity: "error" as const, path: matter.path };
  if (fields.isUnknown && parent === "" && (kind === "story" || kind === "task")) return undefined;
  const declared = parent === "" ? fields.keys(kind) : [];
  if (declared.includes(key)) {
    const problem = matter.empty.includes(key) ? undefined : fields.problem(kind, key, matter.data[key]);
    return problem === undefined
      ? undefined
      : { ...base, code: "custom-field", message: problem, range: locate(matter, pointer) };
  }
  const known = parent === "" ? [...facts[kind].keys, ...declared] : (facts[kind].nested[patternOf(parent)] ?? []);
  const guess = nearest(key, known);
  const what = parent === "" ? `a key of a ${kind} file` : `a key of ${nameOf(parent)}`;
  return {
    ...base,
    code: "unknown-key",
    message: `${quote(key)} is not ${what}`,
    range: locate(matter, pointer, "key"),
    hint: guess ? `did you mean "${guess}"?` : 'declare it under "fields" in tracker.yaml, or begin it with "x-"',
  };
}

/** `task-status`, `story-links`: the kind and the top-level key. */
function codeOf(kind: Kind, pointer: string): string {
  const key = pointer.split("/")[1] ?? "";
  return key.startsWith("x-") ? "unknown-key" : `${kind}-${key.replaceAll("_", "-")}`;
}

/** `status`, `links`, `links.url`: a field as a person would say it. */
function nameOf(pointer: string): string {
  const words = pointer.slice(1).split("/").map(unescapePointer);
  const names = words.filter((word) => !/^\d+$/.test(word));
  return names.join(".") || "the front matter";
}

function patternOf(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, "/*");
}

function valueAt(data: unknown, pointer: string): unknown {
  let value = data;
  for (const part of pointer.slice(1).split("/").map(unescapePointer)) {
    if (pointer === "" || value === null || typeof value !== "object") break;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

function typeOf(value: unknown): string {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  return typeof value === "string" ? `the text ${quote(value)}` : `the ${typeof value} ${String(value)}`;
}

const typeWords: Readonly<Record<string, string>> = {
  string: "text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping",
};

function typeNames(type: unknown): string {
  const types = (Array.isArray(type) ? type : [type]).filter((each) => each !== "null");
  return types.map((each) => typeWords[String(each)] ?? String(each)).join(" or ");
}

function typeHint(value: unknown, type: unknown): string | undefined {
  const wanted = Array.isArray(type) ? type : [type];
  if (wanted.includes("array") && (typeof value === "string" || typeof value === "number")) {
    return `write one item a line: "  - ${String(value).slice(0, 40)}"`;
  }
  if (wanted.includes("string") && (typeof value === "number" || typeof value === "boolean")) {
    return `put it in double quotes: "${String(value)}"`;
  }
  return undefined;
}
