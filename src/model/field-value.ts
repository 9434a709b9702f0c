// A field's value as somebody types it: "review", "a,b", "2026-03-01", "12", turned into what the front matter holds.

import type { Plain } from "../text/emit.ts";
import { Failure } from "../text/failure.ts";
import { nearest } from "../text/nearest.ts";
import { quote } from "../text/quote.ts";
import { facts } from "./generated/schema-facts.ts";
import type { TrackerData } from "./generated/types.ts";
import type { Kind } from "./place.ts";

/** How one field of a kind of record is written. */
export interface FieldForm {
  readonly isList: boolean;
  /** Of the value, or of a list's items: string, integer, number, boolean, object. */
  readonly type: string;
  readonly isSorted: boolean;
}

/** The form of a field, the tracker's own and "x-" ones too; undefined for a key that a record of this kind does not have. */
export function fieldForm(kind: Kind, key: string, config: TrackerData | undefined): FieldForm | undefined {
  const { keys, types, sorted, lists } = facts[kind];
  if (keys.includes(key)) {
    const isList = lists.includes(key);
    const type = types[isList ? `/${key}/*` : `/${key}`] ?? "string";
    return { isList, type, isSorted: sorted.includes(key) };
  }
  if (key.startsWith("x-")) return { isList: false, type: "string", isSorted: false };
  const declared = Object.hasOwn(config?.fields ?? {}, key) ? config?.fields?.[key] : undefined;
  if (!declared || (kind !== "story" && kind !== "task") || !declared.on.includes(kind)) return undefined;
  const isList = declared.schema.type === "array";
  const type = isList ? (declared.schema.items?.type ?? "string") : declared.schema.type;
  return { isList, type, isSorted: isList };
}

/** Every key that a record of this kind may have, but for "x-" ones. */
export function fieldNames(kind: Kind, config: TrackerData | undefined): readonly string[] {
  const declared = Object.entries(config?.fields ?? {}).filter(([, field]) => field.on.some((each) => each === kind));
  return [...facts[kind].keys, ...declared.map(([name]) => name)];
}

/** Failure "unknown-key", with what was probably meant. */
export function unknownField(kind: Kind, key: string, config: TrackerData | undefined, hint?: string): Failure {
  const names = fieldNames(kind, config);
  // On a story, a field of its only task may be named too.
  const guess = nearest(key, names) ?? (kind === "story" ? nearest(key, fieldNames("task", config)) : undefined);
  return new Failure("unknown-key", `${quote(key)} is not a field of a ${kind}`, {
    hint: hint ?? (guess ? `did you mean "${guess}"?` : `it has ${names.join(", ")}`),
  });
}

/** The value of a text; null for an empty one. Failure "bad-value" when it has not the field's type. */
export function fieldValue(key: string, text: string, form: FieldForm): Plain {
  if (text === "") return null;
  if (!form.isList) return scalarValue(key, text, form.type);
  const items = form.type === "object" ? objects(key, text) : text.split(",").map((item) => item.trim());
  const values = items.filter((item) => item !== "").map((item) => itemValue(key, item, form));
  const unique = [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
  return form.isSorted ? unique.sort(compareItems) : unique;
}

/** One item that is added to a list or taken from it. */
export function itemValue(key: string, item: string | object, form: FieldForm): Plain {
  if (typeof item !== "string") return item as Plain;
  if (form.type !== "object") return scalarValue(key, item, form.type);
  // The one thing a link, a watch or a file cannot do without.
  if (/^[[{]/.test(item)) return parsed(key, item);
  return { [mainKeys[key] ?? "title"]: item };
}

const mainKeys: Readonly<Record<string, string>> = {
  links: "url",
  watch: "query",
  attachments: "file",
  branches: "name",
  lanes: "title",
};

function scalarValue(key: string, text: string, type: string): Plain {
  switch (type) {
    case "integer":
      // A number may be written as it is shown, with its sign.
      if (/^#?-?\d{1,15}$/.test(text)) return Number(text.replace("#", ""));
      throw badValue(key, text, "a whole number");
    case "number":
      if (/^-?\d{1,15}(?:\.\d{1,6})?$/.test(text)) return Number(text);
      throw badValue(key, text, "a number");
    case "boolean":
      if (/^(?:true|yes)$/i.test(text)) return true;
      if (/^(?:false|no)$/i.test(text)) return false;
      throw badValue(key, text, "true or false");
    case "object":
      return parsed(key, text);
    default:
      return text;
  }
}

function objects(key: string, text: string): (string | object)[] {
  if (!text.startsWith("[")) return [text];
  const value = parsed(key, text);
  return Array.isArray(value) ? (value as object[]) : [text];
}

function parsed(key: string, text: string): Plain {
  try {
    return JSON.parse(text) as Plain;
  } catch {
    throw badValue(key, text, "JSON");
  }
}

function badValue(key: string, text: string, expected: string): Failure {
  return new Failure("bad-value", `${key} ${quote(text)} is not ${expected}`);
}

function compareItems(a: Plain, b: Plain): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : 1;
}
