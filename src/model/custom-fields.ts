// The fields a tracker declares for itself, checked at run time. The room of ajv, which is loaded only where fields are declared.

import type { ErrorObject, ValidateFunction } from "ajv";
import { quote } from "../text/quote.ts";
import { formats } from "./formats.ts";
import type { TrackerData } from "./generated/types.ts";
import type { Kind } from "./place.ts";
import { type DeclaredFields, noFields } from "./schema-diagnostics.ts";

/** What was declared last: a server looks at the same tracker again and again, and schemas take long to compile. */
let last: { readonly text: string; readonly fields: Promise<DeclaredFields> } | undefined;

/** What tracker.yaml declares under `fields`, ready to judge values. */
export async function declareFields(config: TrackerData): Promise<DeclaredFields> {
  const declared = Object.entries(config.fields ?? {});
  if (declared.length === 0) return noFields;
  const text = JSON.stringify(declared);
  if (last?.text !== text) last = { text, fields: compiled(declared) };
  return last.fields;
}

async function compiled(
  declared: readonly (readonly [string, NonNullable<TrackerData["fields"]>[string]])[],
): Promise<DeclaredFields> {
  // Bundled or not, what a CommonJS module exports is its default.
  const { Ajv2020 } = (await import("ajv/dist/2020.js")).default;
  const url = (value: string) => /^https?:\/\/\S+$/.test(value);
  const ajv = new Ajv2020({ allErrors: true, strict: false, ownProperties: true, formats: { ...formats, url } });
  const checks = new Map<string, ValidateFunction>();
  const keys = new Map<Kind, string[]>();
  for (const [name, field] of declared) {
    // A pattern that might backtrack is a finding of its own (config rules); until it is mended it judges nothing.
    const { pattern, ...rest } = field.schema;
    const schema = pattern !== undefined && patternProblem(pattern) === undefined ? field.schema : rest;
    for (const kind of field.on) {
      checks.set(`${kind} ${name}`, ajv.compile(schema));
      keys.set(kind, [...(keys.get(kind) ?? []), name]);
    }
  }
  return {
    keys: (kind) => keys.get(kind) ?? [],
    problem(kind, key, value) {
      const check = checks.get(`${kind} ${key}`);
      if (!check || value === null || check(value)) return undefined;
      return describe(key, value, check.errors?.[0]);
    },
  };
}

/** Why a configured pattern is refused: what is left takes linear time (or a small power of a short text) to match. */
export function patternProblem(pattern: string): string | undefined {
  try {
    new RegExp(pattern, "u");
  } catch {
    return "is not a regular expression";
  }
  if (/\)[*+{?]/.test(pattern.replace(/\\./g, ""))) return "repeats a group, which can take for ever on some text";
  if (/\\[1-9k]|\(\?[=!<]/.test(pattern)) return "looks around or back, which can take for ever on some text";
  if ((pattern.replace(/\\./g, "").match(/[*+]|\{\d*,\d*\}/g) ?? []).length > 2)
    return "repeats more than twice, which can take long";
  return undefined;
}

function describe(key: string, value: unknown, error: ErrorObject | undefined): string {
  const params = (error?.params ?? {}) as Record<string, unknown>;
  switch (error?.keyword) {
    case "enum":
      return `${key} ${quote(value)} is not one of ${(params.allowedValues as unknown[]).join(", ")}`;
    case "type":
      return `${key} ${quote(value)} is not of type ${String(params.type)}`;
    case "minimum":
    case "maximum":
      return `${key} ${quote(value)} must be ${String(params.comparison)} ${String(params.limit)}`;
    case "maxLength":
      return `${key} ${quote(value)} is longer than ${String(params.limit)} characters`;
    case "pattern":
    case "format":
      return `${key} ${quote(value)} does not have the form that tracker.yaml asks for`;
    default:
      return `${key} ${quote(value)} does not fit what tracker.yaml declares`;
  }
}
